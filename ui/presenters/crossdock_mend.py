"""What a supervisor could mend: a promise broken by a shortage, staged units that others lack."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from app.domain.staged import Wanted
from app.services.repegging import accept_repeg
from app.services.restaging import Restage, restage
from app.services.shortages import proposal_json
from app.texts import screen
from app.texts.losing import lost_words
from ui.models.crossdock import Mend

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.services.crossdock_board import CrossdockBoard
    from app.services.desk import Desk
    from app.services.shortages import Shortage

    Change = tuple[str, Callable[[bool], Mapping[str, Any]]]


def mend_of(board: CrossdockBoard) -> Mend | None:
    """Return the first thing that a supervisor should know of, those first that can be mended."""
    found = _things(board)
    if not found:
        return None
    first, more = found[0], len(found) - 1
    mend = _wanted(first) if isinstance(first, Wanted) else _shortage(first)
    return replace(mend, text=f"{mend.text} {screen('mend_more', more=more)}") if more else mend


def change_of(board: CrossdockBoard, desk: Desk) -> Change | None:
    """Return title and change of what ``mend_of`` names, None where nothing would mend it."""
    first = next(iter(_things(board)), None)
    if isinstance(first, Wanted):
        return _restage(first, desk)
    return None if first is None else _repeg(first, desk)


def _things(board: CrossdockBoard) -> list[Shortage | Wanted]:
    mendable = [one for one in board.shortages if one.proposal is not None]
    others = [one for one in board.shortages if one.proposal is None]
    return [*mendable, *board.wanted, *others]


def _shortage(one: Shortage) -> Mend:
    lost = [asdict(row) | {"promise_breaks": row.order in one.broken} for row in one.lost]
    text = screen("shortage_of", asn=one.asn, lost=lost_words(lost))
    if one.proposal is None:
        return Mend(text)
    told = proposal_json(one.proposal)
    return Mend(text, screen("ask_repeg", **told))


def _repeg(one: Shortage, desk: Desk) -> Change | None:
    if one.proposal is None:
        return None
    says = proposal_json(one.proposal)["says"]
    return says, lambda dry: accept_repeg(one.asn, desk, expected=says, dry_run=dry)


def _wanted(one: Wanted) -> Mend:
    told = asdict(one)
    return Mend(screen("staged_wanted", **told), screen("ask_restage", **told))


def _restage(one: Wanted, desk: Desk) -> Change:
    move = Restage(one.from_order, one.from_line, one.order, one.line, one.units)
    title = screen("ask_restage", **asdict(one))
    return title, lambda dry: restage(move, desk, dry_run=dry)
