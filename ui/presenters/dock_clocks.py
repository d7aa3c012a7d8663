"""What Dock says of time: each truck's clock, and a door that runs late.  Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.clocks import MINUTE
from app.domain.dock import HERE
from app.texts import screen
from app.texts.dock import overrun_data
from ui.models.dock import LateDoor
from ui.presenters.dock_causes import cause_of

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from app.domain.board import Slot
    from app.domain.clocks import Clock
    from app.domain.overruns import Overrun
    from app.services.dock_board import DockDay

WORTH_SAYING = timedelta(minutes=10)
SOON_MINUTES = 30  # so long before detention a clock warns


def span_words(span: timedelta) -> str:
    """Return a span as people say it: minutes, hours, from two days on days."""
    minutes = int(span.total_seconds()) // 60
    if minutes < 60:
        return screen("minutes", minutes=minutes)
    if minutes < 48 * 60:
        return screen("hours", hours=minutes // 60, minutes=minutes % 60)
    return screen("days", days=minutes // (24 * 60))


@dataclass(frozen=True, slots=True)
class ClockWords:
    """A truck's clock, a short form of it, and its state: ``warn``, ``bad`` or ""."""

    text: str = ""
    short: str = ""
    state: str = ""


def clock_words(slot: Slot, board: DockDay) -> ClockWords:
    """Return a truck's dwell, what it costs or how soon, and why it waits; nothing once over."""
    words, cause = _clock_words(slot, board), cause_of(slot.truck.state)
    return replace(words, text=f"{words.text} · {cause}") if words.text and cause else words


def _clock_words(slot: Slot, board: DockDay) -> ClockWords:
    state, clock = slot.truck.state, board.clocks.get(slot.truck.asn)
    if clock is None:
        return ClockWords()
    dwell = span_words(clock.dwell_minutes * MINUTE)
    short = _short("clock_short", clock.dwell_minutes)
    if clock.detention_minutes:
        paid = span_words(clock.detention_minutes * MINUTE)
        text = screen("paid_wait", paid=paid, dwell=dwell)
        return ClockWords(text, _short("paid_short", clock.detention_minutes), "bad")
    if state.status not in HERE:
        return ClockWords()
    if clock.running and clock.free_minutes <= SOON_MINUTES:
        left = span_words(clock.free_minutes * MINUTE)
        return ClockWords(screen("paid_soon", dwell=dwell, left=left), short, "warn")
    if clock.dwell_minutes or clock.ends_at is not None:
        return ClockWords(dwell, short)
    return _here(slot, board)


def _here(slot: Slot, board: DockDay) -> ClockWords:
    """Return how long a truck has been here whose dwell has not begun."""
    arrived = slot.truck.state.arrived_at
    if arrived is None or board.as_of < arrived:
        return ClockWords()
    return ClockWords(screen("here_for", span=span_words(board.as_of - arrived)))


def _short(name: str, minutes: int) -> str:
    return screen(name, hours=minutes // 60, minutes=minutes % 60)


def paid_from(clock: Clock | None) -> datetime | None:
    """Return when paid waiting starts or started; None where that is far or the clock stands."""
    if clock is None or clock.starts_at is None or not clock.running:
        return None
    if clock.free_minutes > SOON_MINUTES:
        return None
    free = clock.dwell_minutes - clock.detention_minutes + clock.free_minutes
    return clock.starts_at + free * MINUTE


def paid_note(clock: Clock | None, zone: tzinfo) -> str:
    """Return when paid waiting starts, or since when it runs; "" where it is far or over."""
    at = paid_from(clock)
    if clock is None or at is None:
        return ""
    name = "paid_since" if clock.detention_minutes else "paid_from"
    return screen(name, time=f"{at.astimezone(zone):%H:%M}")


def worth_saying(board: DockDay) -> list[Overrun]:
    """Return the doors that run so late that somebody should do something, worst first."""
    return [overrun for overrun in board.overruns if overrun.by >= WORTH_SAYING]


def late_door(board: DockDay) -> LateDoor | None:
    """Return the worst door that runs late, with the truck that makes it so."""
    late = worth_saying(board)
    if not late:
        return None
    worst, more = late[0], len(late) - 1
    data = overrun_data(worst)
    text = screen("overrun_because", cause=_name(worst.cause, board), **data)
    if more:
        text = f"{text} {screen('overrun_more', more=more)}"
    return LateDoor(text, screen("show_truck"), worst.cause)


def _name(asn: str, board: DockDay) -> str:
    """Return a truck as people call it: its carrier, else its ASN."""
    trucks = {slot.truck.asn: slot.truck for slot in (*board.slots, *board.pickups)}
    return (trucks[asn].carrier or asn) if asn in trucks else asn
