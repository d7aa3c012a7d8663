"""Why arriving units go where they go: what Cross-dock says of a selection.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.texts import screen
from app.texts.wording import weekday_words
from ui.models.crossdock import ARRIVAL, Why, WhyRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.plan.values import Peg, PlannedInbound
    from app.services.crossdock_board import CrossdockBoard


def line_key(peg: Peg) -> str:
    """Return the key of the arriving line that a peg is of."""
    return f"{peg.asn}/{peg.asn_line}"


def crossing(board: CrossdockBoard, line: PlannedInbound) -> int:
    """Return the units of a line that go across, for orders that a filter hides too."""
    return sum(peg.quantity for peg in board.pegs if peg.inbound_line_id == line.inbound_line_id)


def why(board: CrossdockBoard, pegs: Sequence[Peg], selected: tuple[str, str] | None) -> Why | None:
    """Say why the selected line's units go where they go, or what the selected order gets."""
    if selected is None:
        return None
    kind, key = selected
    return _of_arrival(board, pegs, key) if kind == ARRIVAL else _of_order(board, pegs, key)


def _of_order(board: CrossdockBoard, pegs: Sequence[Peg], key: str) -> Why:
    rows = [
        WhyRow(
            peg.quantity,
            screen("comes_on", sku=peg.sku, asn=peg.asn),
            screen("ships_on", day=f"{weekday_words(at)} {at:%H:%M}"),
        )
        for peg in pegs
        if peg.order == key
        for at in [peg.ships_at.astimezone(board.zone)]
    ]
    served = board.orders.get(key)
    if served is None:
        return Why(key, tuple(rows))
    rows += [WhyRow(units, screen("not_served"), said, "") for units, said in served.unmet]
    return Why(served.why, tuple(rows))


def _of_arrival(board: CrossdockBoard, pegs: Sequence[Peg], key: str) -> Why:
    line = next(
        (row for rows in board.lines.values() for row in rows if f"{row.asn}/{row.line}" == key),
        None,
    )
    rows = [
        WhyRow(
            peg.quantity,
            screen("pinned_to" if peg.locked else "ranks_for", order=peg.order),
            board.served.get((peg.order_line_id, peg.inbound_line_id), ""),
        )
        for peg in pegs
        if line_key(peg) == key
    ]
    if line is None:
        return Why(key, tuple(rows))
    coming = max(0, line.expected - line.received)
    rest = coming - crossing(board, line)
    if rest > 0:
        said = board.put_away.get(line.inbound_line_id, "")
        rows.append(WhyRow(rest, screen("put_away_title"), said, ""))
    return Why(screen("why_about", sku=line.sku, units=coming, asn=line.asn), tuple(rows))
