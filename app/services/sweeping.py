"""Sweeping a lane: what is scanned there, beside what should be there.

Nothing is moved by it.  Only what somebody declares missing changes what is available.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.command_scan import LARGEST_QUANTITY, CommandKind
from app.domain.errors import NotFoundError
from app.domain.goods import Kind
from app.domain.instants import print_instant
from app.domain.jobs import Memory, refuse
from app.domain.orders import Held
from app.domain.scan import Outcome
from app.domain.sweeping import State
from app.services.meaning import RoomKnown
from app.services.sweep_rows import rows_json, rows_of, swept_lane
from app.services.turns import Done, Turn, refuse_item, said, scanned_trace
from app.texts.sweeps import rows_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.goods import Location, Trace
    from app.services.desk import Desk
    from app.services.sweep_rows import Rows, Swept
    from app.sweep_store import Sweep
    from app.work import Work


def find_lane(work: Work, code: str) -> Location:
    """Return the lane; NotFoundError where no staging place has that code."""
    place = work.places.by_code(code)
    if place is None or place.kind is not Kind.STAGING:
        raise NotFoundError("unknown_lane", number=code)
    return place


def open_sweep(number: str, desk: Desk) -> Mapping[str, Any]:
    """Claim the sweep of a lane for this station and say how it stands."""
    with desk.store.work(desk.stamp()) as work:
        lane = find_lane(work, number)
        work.scans.claim(work.fact("sweep_open", number), "sweep", number)
        swept = swept_lane(work, desk, lane)
        work.commit()
    return {"job": "sweep", "number": number, "next": None, **_fields(swept)}


def last_sweep(number: str, desk: Desk) -> Mapping[str, Any]:
    """Return what was said when a lane's last sweep was closed; NotFoundError without one."""
    with desk.store.read(desk.stamp()) as work:
        answer = work.sweeps.last_answer(find_lane(work, number).id)
    if answer is None:
        raise NotFoundError("never_swept", number=number)
    kept = ("closed_at", "message", "counted", "remaining", "rows")
    return {"lane": number, **{name: answer[name] for name in kept}}


def _fields(swept: Swept) -> dict[str, int]:
    return {"remaining": swept.comparison.unseen, "counted": swept.counted}


class SweepingRoom:
    """The room where lanes are compared with what should be in them."""

    name = "sweep"

    def known(self, work: Work, number: str) -> RoomKnown:
        """Know what the floor knows."""
        find_lane(work, number)
        return RoomKnown(work)

    def expects_place(self, turn: Turn) -> bool:
        """Tell whether the lane itself is meant: it is what must be scanned first."""
        return turn.memory.location_id is None and turn.reading.code == turn.number

    def why_final(self, turn: Turn) -> str | None:
        """Allow to take back what was scanned in this sweep, nothing of an earlier one."""
        sweep = turn.work.sweeps.open_of(find_lane(turn.work, turn.number).id)
        newest = turn.work.scans.newest_change(self.name, turn.number)
        if sweep is None or newest is None or newest[1] < sweep.fact:
            return "nothing_to_undo"
        return None

    def fields(self, turn: Turn) -> Mapping[str, Any]:
        """Return what is still to scan; after a command, all rows of the comparison too."""
        swept = _swept(turn)
        if turn.reading.command is None:
            return _fields(swept)
        return {**_fields(swept), "rows": rows_json(rows_of(turn.work, swept))}

    def item(self, turn: Turn) -> Done:
        """Count units, whether or not they should be there."""
        sweep = _begun(turn)
        if sweep is None:
            return refuse_item(turn, Outcome.WRONG_STATE, "lane_first")
        if turn.memory.damaged:
            return refuse_item(turn, Outcome.NOT_ALLOWED, "not_here")
        if turn.units > LARGEST_QUANTITY:
            return refuse_item(turn, Outcome.NOT_ALLOWED, "too_many_at_once")
        rows = turn.work.ledger.of_product(turn.product.id)
        trace = scanned_trace(turn, {row.trace.lot for row in rows})
        if turn.one_serial_too_often or _counted_before(turn, sweep, trace):
            return refuse_item(turn, Outcome.DUPLICATE, "serial_counted")
        return _count(turn, sweep, trace)

    def place(self, turn: Turn) -> Done:
        """Begin or go on at the lane in hand; any other place is wrong."""
        lane = find_lane(turn.work, turn.number)
        if turn.reading.code != lane.code:
            code = turn.reading.code
            answer = refuse(Outcome.WRONG_LOCATION, "other_lane", location=code, number=turn.number)
            return Done(answer, turn.memory)
        if turn.work.sweeps.open_of(lane.id) is None:
            turn.work.sweeps.begin(turn.fact, lane.id)
        swept = _swept(turn)
        say = "sweep_goes_on" if swept.counted else "sweep_begins"
        left = swept.comparison.unseen
        answer = said(say, number=lane.code, left=left, counted=swept.counted)
        return Done(answer, replace(turn.memory, location_id=lane.id))

    def container(self, turn: Turn) -> Done:
        """Refuse: orders and shipments are told by their units here."""
        answer = refuse(Outcome.WRONG_CONTAINER, "wrong_container", code=turn.reading.code)
        return Done(answer, turn.memory)

    def command(self, turn: Turn) -> Done:
        """Declare missing what was not scanned, or close the sweep with what it found."""
        command = turn.reading.command
        if command is None or command.kind not in (CommandKind.SHORT, CommandKind.CLOSE):
            return Done(refuse(Outcome.NOT_ALLOWED, "not_here", number=turn.number), turn.memory)
        sweep = _begun(turn)
        if sweep is None:
            answer = refuse(Outcome.WRONG_STATE, "lane_first", number=turn.number)
            return Done(answer, turn.memory)
        return _close(turn, sweep) if command.kind is CommandKind.CLOSE else _declare(turn)


def _swept(turn: Turn) -> Swept:
    return swept_lane(turn.work, turn.desk, find_lane(turn.work, turn.number))


def _begun(turn: Turn) -> Sweep | None:
    """Return the sweep in hand, None while this sitting has not scanned the lane."""
    at = turn.memory.location_id
    return None if at is None else turn.work.sweeps.open_of(at)


def _counted_before(turn: Turn, sweep: Sweep, trace: Trace) -> bool:
    counted = turn.work.sweeps.counted(sweep.id) if trace.serial else {}
    product = turn.product.id
    return any(key == product and seen.serial == trace.serial for key, seen in counted)


def _count(turn: Turn, sweep: Sweep, trace: Trace) -> Done:
    """Note the units, and say of these what is to be said."""
    product = turn.product
    before = rows_of(turn.work, _swept(turn))
    turn.work.sweeps.count(turn.fact, sweep.id, product.id, trace, turn.units)
    found = rows_json(rows_of(turn.work, _swept(turn)) - before)
    wrong = sum(row["quantity"] for row in found if row["state"] != State.RIGHT)
    told = {"units": turn.units, "name": product.description or product.sku}
    answer = said("swept", turn.units, product.sku, **told, says=rows_sentence(found))
    answer = replace(answer, fields={"found": found, "over": wrong})
    return Done(answer, turn.memory, changes=True)


def _declare(turn: Turn) -> Done:
    """Note as missing what should stand here and was not scanned: it serves nobody any more."""
    swept = _swept(turn)
    lacking = [share for share in swept.comparison.shares if share.missing]
    gone = [share for share in lacking if share.parcel.product_id not in swept.moved]
    if not gone:
        say = "only_moved" if lacking else "nothing_missing"
        return Done(refuse(Outcome.WRONG_STATE, say, number=turn.number), turn.memory)
    rows = rows_json(_only_missing(rows_of(turn.work, swept)))
    for share in gone:
        one, units = share.parcel, share.missing
        turn.work.ledger.miss(turn.fact, swept.lane.id, one.product_id, one.trace, units)
        if one.order_line_id is not None:
            lock = Held(one.order_line_id, one.product_id, -units, swept.lane.id, one.trace)
            turn.work.locks.stage(turn.fact, lock)
    turn.desk.planner.touch(products=tuple({share.parcel.product_id for share in gone}))
    answer = said("missing_now", says=rows_sentence(rows))
    return Done(replace(answer, fields={"missing": rows}), turn.memory.spent(), changes=True)


def _close(turn: Turn, sweep: Sweep) -> Done:
    """End the sweep and keep what it found."""
    swept = _swept(turn)
    rows = rows_json(rows_of(turn.work, swept))
    wrong = [row for row in rows if row["state"] != State.RIGHT]
    turn.work.sweeps.close(turn.fact, sweep.id)
    turn.work.scans.end(turn.fact, turn.sitting)
    say = "swept_with" if wrong else "swept_whole"
    answer = said(say, number=turn.number, counted=swept.counted, says=rows_sentence(wrong))
    at = turn.work.stamp.at
    fields = {**_fields(swept), "rows": rows, "closed_at": print_instant(at)}
    return Done(replace(answer, fields=fields), Memory())


def _only_missing(rows: Rows) -> Rows:
    return Counter({row: units for row, units in rows.items() if row.state is State.MISSING})
