"""What a serial scanner says, in one order and without waiting: codes, link states, news."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from app.domain.barcode import split_aim
from app.domain.device import Link, LinkState, SameCode
from app.domain.feedback import Heard, Resends, bytes_for
from app.domain.scan import Scan
from hardware.delivery import Delivery
from hardware.examined import Examined
from hardware.framing import Framer

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.device import DeviceProfile
    from hardware.serial_source import Surroundings


class Voice:
    """Frames as scans, and what the device is to hear of them; for the reader's thread alone."""

    def __init__(
        self,
        profile: DeviceProfile,
        around: Surroundings,
        said: Callable[[Scan], None],
        linked: Callable[[Link], None],
    ) -> None:
        """Speak of this device to these listeners."""
        self._profile = profile
        self._around = around
        self._said = said
        self._linked = linked
        self._framer = Framer(profile)
        self._same = SameCode(profile.same_code_ms)
        self._resends = Resends()
        self._stored = b""
        self._to_tell = b""
        self._delivery = Delivery(f"{profile.name} delivery")
        self._state = LinkState.STOPPED
        self._examined: Examined | None = None

    @property
    def profile(self) -> DeviceProfile:
        """The profile by which bytes are framed now."""
        return self._profile

    def use(self, profile: DeviceProfile) -> None:
        """Frame by another profile from now on; half a code that has come goes on with it."""
        if profile.same_code_ms != self._profile.same_code_ms:
            self._same = SameCode(profile.same_code_ms)
        self._profile = profile
        self._framer, frames = self._framer.tuned(profile)
        for raw in frames:
            self._say(raw)

    def examine(self, *, is_on: bool) -> None:
        """Tell what came in one go beside each code, or no longer."""
        if is_on != (self._examined is not None):
            self._examined = Examined(self._profile.name) if is_on else None

    def link(self, state: LinkState, stale_codes: int = 0) -> None:
        """Tell a change of the link and what was thrown away before it."""
        self._state = state
        dropped = self._framer.take_dropped()
        self._tell(Link(self._profile.name, state, dropped, stale_codes))

    def take(self, chunk: bytes) -> None:
        """Take bytes, or b"" for silence, and say the codes that they complete."""
        read = self._examined.take(chunk, _now_ms()) if self._examined else None
        frames = self._framer.feed(chunk) if chunk else self._framer.silence()
        for raw in frames:
            self._say(raw)
        if dropped := self._framer.take_dropped():
            self._tell(Link(self._profile.name, self._state, dropped))
        if read is not None:
            self._tell(Link(self._profile.name, self._state, read=read))
            self._framer.drop()  # it was told whole: no later code begins with it
            self._framer.take_dropped()

    def count_stale(self, chunk: bytes) -> int:
        """Take bytes from before anyone listened; return how many codes ended in them."""
        return len(self._framer.feed(chunk))

    def drop_stale(self) -> int:
        """Throw away a stale code that has no end; return 1 if there was one."""
        self._framer.drop()
        return 1 if self._framer.take_dropped() else 0

    def drop_half(self) -> None:
        """Throw away half a code: the next link state carries how much it was."""
        self._framer.drop()

    def answer(self, scan: Scan, heard: Heard) -> None:
        """Note what a code came to; ``take_to_tell`` has what the device is to hear of it."""
        if heard is not Heard.NOT_STORED:
            self._stored = scan.raw
        elif not self._resends.may_nak(scan.raw, scan.scan_id, _now_ms()):
            return
        self._to_tell += bytes_for(self._profile.feedback, heard)

    def take_to_tell(self) -> bytes:
        """Return what the device is to hear now, b"" for nothing."""
        told, self._to_tell = self._to_tell, b""
        return told

    def close(self) -> None:
        """Say what is to be said, and end."""
        self._delivery.close()

    def _say(self, raw: bytes) -> None:
        now_ms = _now_ms()
        text = self._profile.text_of(raw)
        is_repeat = self._same.is_repeat(text, now_ms)
        sent_before = self._resends.id_of(raw, now_ms)
        aim, code = split_aim(text)
        scan_id = sent_before or self._around.new_id()
        scan = Scan(scan_id, code, self._profile.name, aim, raw, self._around.clock.now())
        if sent_before is None and is_repeat:
            self._tell(Link(self._profile.name, self._state, repeated=scan))
            if raw == self._stored:  # it waits for an answer to this read too
                self._to_tell += bytes_for(self._profile.feedback, Heard.REFUSED)
        else:
            self._delivery.post(partial(self._said, scan))

    def _tell(self, link: Link) -> None:
        self._delivery.post(partial(self._linked, link))


def _now_ms() -> float:
    return monotonic() * 1000
