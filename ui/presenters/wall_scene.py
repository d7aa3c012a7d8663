"""A wall screen of a day: doors by page, what to unload next, and what comes.  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.dock import AWAITED
from app.texts import screen
from app.texts.wording import weekday_words
from ui.models.wall import WallComing, WallFact, WallNote, WallScene, WallTruck
from ui.presenters.dock_clocks import paid_from
from ui.presenters.dock_unload import unload_rows
from ui.presenters.wall_rows import door_rows, name_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from app.domain.board import Slot
    from app.services.dock_board import DockDay
    from ui.models.dock_unload import UnloadRow
    from ui.models.wall import WallRow

ON_ONE_PAGE = 8  # so many doors are shown at once
A_PAGE = 7  # doors a page where there are more
TO_UNLOAD, TO_COME = 3, 8
SHORT_CODE = 4


@dataclass(frozen=True, slots=True)
class WallMoment:
    """When and where a wall screen hangs; ``turn`` counts the pages shown since it was opened."""

    site: str
    now: datetime
    turn: int = 0
    trouble: str = ""


def wall_scene(board: DockDay, moment: WallMoment, zone: tzinfo) -> WallScene:
    """Show a day's doors, those of the page whose turn it is."""
    unload = unload_rows(board, zone)
    pages = pages_of(door_rows(board, unload, zone))
    page = moment.turn % max(len(pages), 1)
    return WallScene(
        moment.site,
        *_clock(moment, zone),
        page_text=screen("wall_page", page=page + 1, pages=len(pages)) if len(pages) > 1 else "",
        facts=_facts(board.slots),
        rows=pages[page] if pages else (),
        unload=_to_unload(board, unload, zone),
        coming=_coming(board, zone),
        nobody=screen("wall_nobody_waits"),
        none_coming=screen("wall_none_coming"),
        empty="" if pages else screen("wall_no_doors"),
        trouble=moment.trouble,
    )


def blank_scene(moment: WallMoment, zone: tzinfo) -> WallScene:
    """Show that nothing has been read yet, or why it cannot be."""
    return WallScene(
        moment.site,
        *_clock(moment, zone),
        empty="" if moment.trouble else screen("wall_reading"),
        trouble=moment.trouble,
    )


def pages_of(rows: Sequence[WallRow]) -> list[tuple[WallRow, ...]]:
    """Deal the doors to pages of seven where more than eight, a page with a late truck first."""
    if len(rows) <= ON_ONE_PAGE:
        return [tuple(rows)] if rows else []
    pages = [tuple(rows[first : first + A_PAGE]) for first in range(0, len(rows), A_PAGE)]
    return sorted(pages, key=lambda page: not any(row.late for row in page))


def _clock(moment: WallMoment, zone: tzinfo) -> tuple[str, str]:
    now = moment.now.astimezone(zone)
    return weekday_words(now), f"{now:%H:%M}"


def _facts(slots: Sequence[Slot]) -> tuple[WallFact, ...]:
    yard = sum(slot.truck.state.status == "arrived" for slot in slots)
    units = sum(slot.cross_dock_units for slot in slots)
    late = len({order for slot in slots for order in slot.late_orders})
    return (
        WallFact("garage_home", str(yard), screen("wall_in_yard")),
        WallFact("swap_horiz", str(units), screen("wall_to_lanes"), "ok" if units else ""),
        WallFact("alarm", str(late), screen("wall_late_served"), "bad" if late else ""),
    )


def _to_unload(board: DockDay, unload: Sequence[UnloadRow], zone: tzinfo) -> tuple[WallTruck, ...]:
    """Return those that are here and not yet being unloaded, in the order of the unload list."""
    slots = {slot.truck.asn: slot for slot in board.slots}
    waiting = [row for row in unload if slots[row.asn].truck.state.status in ("arrived", "at_door")]
    return tuple(
        _truck(rank, row, slots[row.asn], board, zone)
        for rank, row in enumerate(waiting[:TO_UNLOAD], 1)
    )


def _truck(rank: int, row: UnloadRow, slot: Slot, board: DockDay, zone: tzinfo) -> WallTruck:
    state = slot.truck.state
    place, order = row.place, screen("wall_wait")
    if state.status == "at_door":
        place = screen("wall_start_now", place=row.place) if rank > 1 else row.place
        order = screen("wall_start", door=state.door or "–")
    elif row.kind == "at_door":
        order = screen("wall_call_to", door=row.door)
    if state.status == "arrived" and state.arrived_at is not None:
        place = screen("wall_came", time=f"{state.arrived_at.astimezone(zone):%H:%M}")
    why = [screen("wall_reason_late", units=row.late)] if row.late else []
    why += [screen("wall_reason_due", units=row.due)] if row.due else []
    side = [WallNote(screen("wall_side_late", units=row.late), "bad")] if row.late else []
    side += [WallNote(screen("wall_side_due", units=row.due))] if row.due else []
    if not side and row.other:
        side.append(WallNote(screen("wall_side_units", units=row.other)))
    if paid := paid_from(board.clocks.get(row.asn)):
        said = screen("wall_paid", time=f"{paid.astimezone(zone):%H:%M}")
        side = [*side[:1], WallNote(said, "warn")]
    return WallTruck(
        rank,
        name_of(slot),
        row.icon,
        place,
        order,
        " · ".join(why) or row.reason,
        tuple(side),
    )


def _door(slot: Slot) -> str:
    """Say which door; a long code speaks for itself."""
    door = slot.truck.state.door
    if not door:
        return screen("yard_place")
    return screen("wall_door", door=door) if len(door) <= SHORT_CODE else door


def _coming(board: DockDay, zone: tzinfo) -> tuple[WallComing, ...]:
    awaited = [s for s in (*board.slots, *board.pickups) if s.truck.state.status in AWAITED]
    delivered = {slot.truck.asn for slot in board.slots}

    def due(slot: Slot) -> datetime:
        return max(slot.truck.start, slot.truck.state.expected_at)

    awaited.sort(key=lambda slot: (due(slot), slot.truck.asn))
    return tuple(
        WallComing(
            f"{due(slot).astimezone(zone):%H:%M}",
            name_of(slot),
            _door(slot),
            slot.cross_dock_units if slot.truck.asn in delivered else None,
            "warn" if slot.late_by is not None and due(slot) <= board.as_of else "",
        )
        for slot in awaited[:TO_COME]
    )
