r"""A file that stands for a scanner: one code a line, ``\x1d`` for GS; nothing is suppressed."""

from __future__ import annotations

from functools import partial
from threading import Event, Thread, current_thread
from typing import TYPE_CHECKING

from app.domain.barcode import GS, split_aim
from app.domain.device import Link, LinkState
from app.domain.scan import Scan
from hardware.delivery import Delivery

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.domain.feedback import Heard
    from app.ports import Clock


def code_of_line(line: str) -> str:
    r"""Return the code that a line of a script says: ``\x1d`` stands for GS, line ends go."""
    return line.strip("\r\n").replace(r"\x1d", GS)


class ScriptSource:
    """A script as a ``ScanSource``: every line is a scan, the same code twice is two scans."""

    def __init__(self, script: Path, clock: Clock, new_id: Callable[[], str]) -> None:
        """Replay this file, UTF-8; blank lines are none."""
        self._script = script
        self._clock = clock
        self._new_id = new_id
        self._stopping = Event()
        self._thread: Thread | None = None

    @property
    def name(self) -> str:
        """The file's name."""
        return self._script.name

    def start(self, said: Callable[[Scan], None], linked: Callable[[Link], None]) -> None:
        """Replay the file from its beginning; DISCONNECTED when it is at its end or unreadable."""
        if self._thread is not None:
            raise RuntimeError(f"{self.name} is started already")
        self._stopping.clear()
        self._thread = Thread(target=self._run, args=(said, linked), name=self.name, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop after the code that is being delivered."""
        thread, self._thread = self._thread, None
        self._stopping.set()
        if thread is not None and thread is not current_thread():
            thread.join()

    def answer(self, scan: Scan, heard: Heard) -> None:
        """Tell nobody: a file does not listen."""

    def _run(self, said: Callable[[Scan], None], linked: Callable[[Link], None]) -> None:
        delivery = Delivery(f"{self.name} delivery")

        def link(state: LinkState) -> None:
            delivery.post(partial(linked, Link(self.name, state)))

        link(LinkState.CONNECTING)
        try:
            with self._script.open(encoding="utf-8", errors="replace", newline="") as lines:
                link(LinkState.CONNECTED)
                for line in lines:
                    if self._stopping.is_set():
                        break
                    if code := code_of_line(line):
                        delivery.post(partial(said, self._scan(code)))
        except OSError:
            pass  # said by the link: a file that is not there is a device that is not plugged in
        link(LinkState.DISCONNECTED)
        self._stopping.wait()
        link(LinkState.STOPPED)
        delivery.close()

    def _scan(self, text: str) -> Scan:
        aim, code = split_aim(text)
        raw = text.encode()
        return Scan(self._new_id(), code, self.name, aim, raw, self._clock.now())
