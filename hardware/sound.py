"""Plays the floor's sounds through whatever player the machine has; never blocks a scan."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from hardware.delivery import Delivery
from hardware.tones import SOUNDS, wav_bytes

PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
LONGEST_S = 3.0


class Speaker:
    """Plays sounds in order on a thread of its own; silent where there is no player."""

    def __init__(self) -> None:
        """Write the sounds to a folder of its own; ``close`` removes it."""
        self._folder = TemporaryDirectory(prefix="dockhand-sounds-")
        for name in SOUNDS:
            Path(self._folder.name, f"{name}.wav").write_bytes(wav_bytes(name))
        self._player = next((player for player in PLAYERS if shutil.which(player[0])), None)
        self._delivery = Delivery("sound")

    @property
    def can_play(self) -> bool:
        """Tell whether the machine has a player."""
        return self._player is not None or sys.platform == "win32"

    def play(self, name: str) -> None:
        """Play a sound of ``SOUNDS``; returns at once."""
        if self.can_play:
            self._delivery.post(lambda: self._play(Path(self._folder.name, f"{name}.wav")))

    def close(self) -> None:
        """Finish what plays and remove the files."""
        self._delivery.close()
        self._folder.cleanup()

    def _play(self, file: Path) -> None:
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_NODEFAULT)
        elif self._player is not None:
            _run([*self._player, str(file)])


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=False, capture_output=True, timeout=LONGEST_S)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return  # a player that fails or hangs: the band says the sound in words
