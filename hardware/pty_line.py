"""A serial line of which this program is the device: a pseudo-terminal.  POSIX alone has them."""

from __future__ import annotations

import fcntl
import os
import pty
import termios
import tty
from select import select
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_LOOK_AGAIN_S = 0.01


class PtyLine:
    """The far end of a serial line; ``path`` is a link to the pseudo-terminal of now.

    It can be unplugged and come back under the same path.
    """

    def __init__(self, path: Path) -> None:
        """Plug the device in; raises OSError where the link cannot be made."""
        self.path = path
        self._ends: tuple[int, int] | None = None
        self.plug_in()

    @property
    def is_plugged(self) -> bool:
        """Whether a program can open the line."""
        return self._ends is not None

    def plug_in(self) -> None:
        """Come up as a new terminal, which keeps no byte of the last one."""
        ours, theirs = pty.openpty()
        tty.setraw(theirs)
        self._ends = ours, theirs
        self.path.symlink_to(os.ttyname(theirs))

    def unplug(self) -> None:
        """Vanish: whoever reads gets an error."""
        if self._ends is None:
            return
        self.path.unlink(missing_ok=True)
        for end in self._ends:
            os.close(end)
        self._ends = None

    def send(self, data: bytes) -> None:
        """Send all bytes; waits while nobody reads and the line is full."""
        while data:
            data = data[os.write(self._ours, data) :]

    def send_if_room(self, data: bytes) -> None:
        """Send what the line takes at once: nobody may be listening."""
        os.set_blocking(self._ours, False)
        try:
            os.write(self._ours, data)
        except BlockingIOError:
            pass  # the line is full of what nobody has read
        finally:
            os.set_blocking(self._ours, True)

    def heard_so_far(self, wait_s: float = 0.0) -> bytes:
        """Return what the host has sent that was not heard yet; b"" after so many seconds."""
        ready, _, _ = select([self._ours], [], [], wait_s)
        return os.read(self._ours, 65536) if ready else b""

    def hear(self, how_many: int, wait_s: float = 20.0) -> bytes:
        """Wait for so many bytes of the host; raises TimeoutError where one takes too long."""
        heard = b""
        while len(heard) < how_many:
            ready, _, _ = select([self._ours], [], [], wait_s)
            if not ready:
                raise TimeoutError(f"the host sent only {heard!r}")
            heard += os.read(self._ours, how_many - len(heard))
        return heard

    def drain(self, wait_s: float) -> bool:
        """Wait until the host has read all that was sent; False where it did not in that time.

        What was sent a moment ago may not have reached the host's end: it is looked at twice.
        """
        until, never, empty = monotonic() + wait_s, Event(), 0
        while empty < 2:
            if monotonic() > until:
                return False
            never.wait(_LOOK_AGAIN_S)
            empty = 0 if self._unread() else empty + 1
        return True

    def _unread(self) -> int:
        theirs = self._ends[1] if self._ends else -1
        return int.from_bytes(fcntl.ioctl(theirs, termios.FIONREAD, bytes(4)), "little")

    @property
    def _ours(self) -> int:
        if self._ends is None:
            raise RuntimeError("the device is unplugged")
        return self._ends[0]
