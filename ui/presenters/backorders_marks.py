"""How a waiting line stands: held, late, or about to miss its promise or its pickup.  Pure."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.texts import screen
from ui.models.work import Mark
from ui.presenters.dock_clocks import span_words

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.backorders import Backorder
    from app.services.backorder_board import BackorderBoard

DUE_WITHIN = timedelta(hours=24)
PICKUP = "local_shipping"  # the icon of a missed one


def is_held(line: Backorder) -> bool:
    """Tell whether the order takes nothing because somebody holds it."""
    return line.unmet is not None and line.unmet.reason == "on_hold"


def is_late(line: Backorder, now: datetime) -> bool:
    """Tell whether the promise has passed."""
    return line.promised_at is not None and line.promised_at < now


def misses_promise(line: Backorder) -> bool:
    """Tell whether a line ships after its promise."""
    ships, promised = line.expected_ship_at, line.promised_at
    return ships is not None and promised is not None and ships > promised


def mark_of(line: Backorder, board: BackorderBoard) -> Mark:
    """Say how a line stands to its promise, or that somebody must decide."""
    promised, now = line.promised_at, board.as_of
    if is_held(line):
        return Mark("idle", "pause_circle", screen("mark_hold"))
    if line.kind == "stockout":
        return Mark("btn", "help", screen("mark_decision"))
    if bad := _bad_mark(line, board):
        return bad
    if board.queue.missed_by(line) is not None:
        return Mark("warn", PICKUP, screen("mark_misses_pickup"))
    if promised is None:
        return Mark("idle", "event", screen("mark_no_promise"))
    if line.expected_ship_at is None:
        return Mark("warn", "warning", screen("mark_at_risk"))
    if promised - now <= DUE_WITHIN:
        time = f"{promised.astimezone(board.queue.zone):%H:%M}"
        return Mark("warn", "schedule", screen("mark_due", time=time))
    return Mark("idle", "event", screen("mark_in_time"))


def _bad_mark(line: Backorder, board: BackorderBoard) -> Mark | None:
    if is_late(line, board.as_of):
        return Mark("bad", "alarm", late_words(line, board))
    if misses_promise(line):
        return Mark("bad", "trending_down", screen("mark_will_be_late"))
    return None


def pickup_words(line: Backorder, board: BackorderBoard, name: str) -> str:
    """Say which pickup a line misses, by a sentence's name; "" where it misses none."""
    missed = board.queue.missed_by(line)
    if missed is None:
        return ""
    return screen(name, time=f"{missed.pickup.start.astimezone(board.queue.zone):%H:%M}")


def late_words(line: Backorder, board: BackorderBoard) -> str:
    """Say for how long the promise has passed."""
    span = board.as_of - (line.promised_at or board.as_of)
    hours = span // timedelta(hours=1)
    if 1 <= hours < 48:
        return screen("mark_late", span=screen("whole_hours", hours=hours))
    return screen("mark_late", span=span_words(span))
