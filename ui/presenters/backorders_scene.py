"""What Backorders shows of the queue: its arrangement, its figures, a page of rows.  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.texts import screen
from app.texts.wording import day_words, weekday_words
from ui.models.backorders import (
    AGE,
    EXPECTED,
    ORDER,
    PAGE,
    PRODUCT,
    PROMISED,
    RANK,
    WAITING,
    BackorderRow,
    BackordersScene,
    QueueFilter,
    RowPage,
)
from ui.models.dock import Fact
from ui.presenters.backorders_marks import (
    PICKUP,
    is_held,
    is_late,
    late_words,
    mark_of,
    misses_promise,
    pickup_words,
)
from ui.presenters.dock_clocks import span_words
from ui.presenters.policies import terms_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from zoneinfo import ZoneInfo

    from app.domain.backorders import Backorder
    from app.domain.board import Truck
    from app.services.backorder_board import BackorderBoard, PageNames

NEVER = datetime.max.replace(tzinfo=UTC)
ALL = "all"
STARVING, CLASH = "starving", "clash"
FILTER_ICONS = {
    ALL: "filter_list",
    "late": "alarm",
    "decision": "ask",
    "hold": "hold",
    STARVING: "hourglass",
    CLASH: "call_split",
}
SORT_KEYS: Mapping[str, Callable[[Backorder], object]] = {
    ORDER: lambda line: line.order,
    PRODUCT: lambda line: line.sku,
    WAITING: lambda line: -line.quantity,
    AGE: lambda line: line.ordered_at,
    PROMISED: lambda line: line.promised_at or NEVER,
    EXPECTED: lambda line: line.expected_ship_at or NEVER,
}


@dataclass(frozen=True, slots=True)
class Arranged:
    """The queue filtered and sorted; ``counts`` are lines by filter."""

    board: BackorderBoard
    lines: tuple[Backorder, ...]
    kept: str
    sort: str
    falling: bool
    counts: Mapping[str, int]

    def place_of(self, key: tuple[str, str] | None) -> int | None:
        """Return where a line stands, from 0; None where it is not among them."""
        found = (at for at, line in enumerate(self.lines) if (line.order, line.line) == key)
        return next(found, None) if key else None

    def page(self, first: int) -> tuple[Backorder, ...]:
        """Return the lines of the page that begins there."""
        return self.lines[first : first + PAGE]


def arrange(board: BackorderBoard, kept: str, sort: str, *, falling: bool) -> Arranged:
    """Filter and sort the queue; lines that are alike stay in rank order."""
    sifted: dict[str, list[Backorder]] = {name: [] for name in FILTER_ICONS}
    starving = {one.facts.order for one in board.queue.starving}
    clashing = {clash.order for clash in board.queue.clashes}
    for line in board.queue.lines:
        found = _filters_of(line, board.as_of)
        found += [STARVING] if line.order in starving else []
        found += [CLASH] if line.order in clashing else []
        for name in found:
            sifted[name].append(line)
    lines = sifted[kept]
    if sort != RANK:
        lines = sorted(lines, key=SORT_KEYS[sort])  # type: ignore[arg-type]  # one kind each
    if falling:
        lines = lines[::-1]
    counts = {name: len(found) for name, found in sifted.items()}
    return Arranged(board, tuple(lines), kept, sort, falling, counts)


def _filters_of(line: Backorder, now: datetime) -> list[str]:
    found = [ALL]
    if is_late(line, now):
        found.append("late")
    if is_held(line):
        found.append("hold")
    elif line.kind == "stockout":
        found.append("decision")
    return found


def queue_scene(queue: Arranged, turn: int, selected: tuple[str, str] | None) -> BackordersScene:
    """Show the queue as it is arranged; its rows come by pages."""
    nothing = screen("queue_empty" if queue.kept == ALL else "queue_none")
    return BackordersScene(
        turn=turn,
        count=len(queue.lines),
        sort=queue.sort,
        falling=queue.falling,
        filters=tuple(
            QueueFilter(
                name, screen(f"queue_{name}"), icon, str(queue.counts[name]), name == queue.kept
            )
            for name, icon in FILTER_ICONS.items()
        ),
        summary=_summary(queue),
        facts=_facts(queue.board),
        selected_at=queue.place_of(selected),
        empty="" if queue.lines else nothing,
        can_export=True,
        empty_action="" if queue.lines or queue.kept == ALL else screen("show_all"),
    )


def _facts(board: BackorderBoard) -> tuple[Fact, ...]:
    """Return the counters: lines, units, orders, and the rate among all orders placed."""
    queue = board.queue
    rate = screen("queue_rate_value", rate=f"{queue.rate:g}")
    placed = screen("queue_rate", placed=queue.placed)
    units = sum(line.quantity for line in queue.lines)
    lines, orders = len(queue.lines), _orders(board)
    return (
        Fact("lines", "format_list", str(lines), screen("queue_lines")),
        Fact("units", "package_2", str(units), screen("queue_units")),
        Fact("orders", "pending_actions", str(orders), screen("queue_orders")),
        Fact("rate", "monitoring", rate, placed),
    )


def _orders(board: BackorderBoard) -> int:
    return len({line.order for line in board.queue.lines})


def _summary(queue: Arranged) -> str:
    """Say how much waits, and how much of it has a date."""
    board = queue.board
    dated = sum(line.quantity for line in board.queue.lines if line.expected_ship_at is not None)
    units = sum(line.quantity for line in board.queue.lines)
    said = screen("queue_summary", orders=_orders(board), units=units)
    return f"{said} {screen('queue_dated', units=dated, late=queue.counts['late'])}"


def row_page(
    turn: int, first: int, queue: Arranged, lines: tuple[Backorder, ...], names: PageNames
) -> RowPage:
    """Word one page."""
    return RowPage(turn, first, tuple(_row(line, queue.board, names) for line in lines))


def _row(line: Backorder, board: BackorderBoard, names: PageNames) -> BackorderRow:
    head, mark = names.orders.get(line.order), mark_of(line, board)
    zone, late = board.queue.zone, is_late(line, board.as_of)
    waits_for, about, code = waits_words(line, board)
    misses = misses_promise(line)
    return BackorderRow(
        line.order,
        line.line,
        line.rank,
        screen("priority_mark", priority=head.priority) if head else "",
        head.customer if head else "",
        names.products.get(line.sku, ""),
        line.sku,
        line.quantity,
        span_words(board.as_of - line.ordered_at),
        promised_words(line.promised_at, zone),
        mark,
        expected_words(line, board),
        waits_for,
        about,
        terms_words(head.voices(board.default_policy).counts.terms) if head else "",
        late_words(line, board) if late and mark.state != "bad" else "",
        "bad" if misses else "",
        code,
        pickup=pickup_words(line, board, "missed_at" if mark.icon == PICKUP else "misses_pickup"),
    )


def promised_words(promised: datetime | None, zone: ZoneInfo) -> str:
    """Return the day of a promise."""
    return weekday_words(promised.astimezone(zone)) if promised else screen("none_given")


def expected_words(line: Backorder, board: BackorderBoard) -> str:
    """Return when a line ships, or that nobody can say; never a guess."""
    if line.expected_ship_at is None:
        return screen("on_hold_date" if is_held(line) else "no_date")
    return moment_words(line.expected_ship_at, board)


def moment_words(moment: datetime, board: BackorderBoard) -> str:
    """Return a moment of today with its time, any other as a day."""
    there, today = moment.astimezone(board.queue.zone), board.as_of.astimezone(board.queue.zone)
    if there.date() == today.date():
        return screen("today_at", time=f"{there:%H:%M}")
    return day_words(there) if there.year == today.year else f"{day_words(there)} {there:%Y}"


def waits_words(line: Backorder, board: BackorderBoard) -> tuple[str, str, bool]:
    """Return what a line waits for, more about it, and whether that is a number."""
    unmet = line.unmet
    if unmet is None:
        return _truck_words(line, board)
    if unmet.beyond is not None and unmet.reason == "outside_horizon":
        return unmet.beyond.asn, screen("waits_beyond_about"), True
    if unmet.reason == "outranked" and unmet.winner is not None:
        about = screen("waits_outranked_about", order=unmet.winner.order)
        return screen("waits_outranked"), about, False
    word = {
        "on_hold": "waits_hold",
        "stockout": "waits_stockout",
        "would_not_complete": "waits_complete",
    }.get(unmet.reason, "waits_supply")
    return screen(word), screen(f"{word}_about"), False


def _truck_words(line: Backorder, board: BackorderBoard) -> tuple[str, str, bool]:
    first, *others = line.asns or ("",)
    if others:
        return first, screen("waits_trucks", trucks=len(others)), True
    truck = board.trucks.get(first)
    return first, where_words(truck, board) if truck else "", True


def where_words(truck: Truck, board: BackorderBoard) -> str:
    """Say where a truck is, or when it is due."""
    status, door = truck.state.status, truck.state.door
    if status != "scheduled":
        known = f"truck_{status}" if status in _HERE else "truck_gone"
        return screen(known, door=door)
    there = truck.state.expected_at.astimezone(board.queue.zone)
    today = there.date() == board.as_of.astimezone(board.queue.zone).date()
    time = f"{there:%H:%M}" if today else f"{there:%a %H:%M}"
    return screen("truck_scheduled_door" if door else "truck_scheduled", time=time, door=door)


_HERE = frozenset({"arrived", "at_door", "unloading", "done"})
