"""One scan of any job: understood, decided, stored and answered in one transaction.

Rooms (receiving, picking, packing) share it.  A refused scan is stored too, and changes nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app import texts
from app.domain.command_scan import CommandKind
from app.domain.errors import RefusedError
from app.domain.jobs import Answer, Memory, ScanRecord, refuse
from app.domain.measures import plain_number
from app.domain.reading import Kind, Reading
from app.domain.scan import Outcome
from app.services.freeing import free_left_behind
from app.services.meaning import meaning_of
from app.services.turns import Done, TakesNumbers, Turn, refuse_item, said, with_freed
from app.texts.difference import freed_sentence
from app.texts.losing import loses_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.domain.scan import Scan
    from app.services.desk import Desk
    from app.services.turns import Room
    from app.work import Work


ONE_STATION = frozenset({"pick", "cluster", "pack", "putback"})
"""Jobs that belong to the station that opened them last; many may receive, count and sweep."""

KNOWN = frozenset({Kind.COMMAND, Kind.LOCATION, Kind.ORDER, Kind.ASN, Kind.CONTAINER})


def take_scan(room: Room, number: str, scan: Scan, desk: Desk) -> Mapping[str, Any]:
    """Handle one scan; the answer returns only after the commit.

    A scan id that is stored already returns its stored answer and changes nothing.  One that
    breaks off leaves nothing behind: the planner reads again what it had touched.
    """
    with desk.store.work(desk.stamp()) as work:
        if (before := work.scans.answered(scan.scan_id)) is not None:
            return before
        answer = _handle(room, number, scan, desk, work)
        work.commit()
        return answer


def rehearse_scans(scans: Iterable[tuple[Room, str, Scan]], desk: Desk) -> list[Mapping[str, Any]]:
    """Return what scans (room, job, scan) would come to one after the other; nothing is kept."""
    with desk.store.work(desk.stamp()) as work:
        return [_handle(room, number, scan, desk, work) for room, number, scan in scans]


def _handle(room: Room, number: str, scan: Scan, desk: Desk, work: Work) -> Mapping[str, Any]:
    fact = work.fact(f"{room.name}_scan", number)
    sitting = work.scans.sitting(room.name, number)
    if sitting is None:
        sitting = work.scans.sit(fact, room.name, number)
    known = room.known(work, number)
    reading = meaning_of(scan.text, work, known, aim=scan.aim)
    turn = Turn(work, desk, fact, sitting, number, reading, work.scans.memory(sitting))
    if reading.is_known_item and known.location(reading.code) and room.expects_place(turn):
        turn = replace(turn, reading=Reading(scan.text, Kind.LOCATION, reading.code))
    done = _decide(room, turn)
    told = answer_json(scan.text, done.answer)
    answer = {**told, **_weight(reading), **room.fields(turn), **done.answer.fields}
    work.scans.add(
        ScanRecord(
            scan_id=scan.scan_id,
            fact=fact,
            sitting=sitting,
            job=room.name,
            number=number,
            code=scan.text,
            device=scan.device,
            outcome=done.answer.outcome,
            quantity=done.answer.quantity,
            changes=done.changes,
            undoes=done.undoes,
            memory=done.memory,
            answer=answer,
        )
    )
    return answer


def _weight(reading: Reading) -> dict[str, str]:
    """Return the net weight in the code as an answer's key, nothing where it says none."""
    weight = reading.weight_g
    return {} if weight is None else {"weight_g": plain_number(weight)}


def _decide(room: Room, turn: Turn) -> Done:
    reading = turn.reading
    if room.name in ONE_STATION and (taken := _taken_over(room, turn)):
        return taken
    try:
        with turn.work.attempt():
            if reading.kind is Kind.COMMAND:
                return _command(room, turn)
            to_track = turn.memory.tracking and not reading.is_ours
            is_number = reading.kind is Kind.TRACKING or to_track
            if is_number and isinstance(room, TakesNumbers):
                return room.carrier_number(turn)
            if reading.is_known_item and reading.count == 0:
                done = refuse_item(turn, Outcome.NOT_ALLOWED, "count_is_nothing")
                return replace(done, memory=turn.memory.spent())
            if reading.is_known_item:
                done = room.item(turn)
                return replace(done, memory=done.memory.spent())
            if reading.kind is Kind.LOCATION:
                return room.place(turn)
            if reading.kind in KNOWN:
                return room.container(turn)
    except RefusedError as error:
        memory = turn.memory.spent() if reading.is_known_item else turn.memory
        return Done(Answer(Outcome.WRONG_STATE, error.code, data=error.data), memory)
    return Done(_unknown(reading), turn.memory)


def _taken_over(room: Room, turn: Turn) -> Done | None:
    """Refuse a scan of a station whose job another has taken over; None where it is its own.

    It may end its sitting, and a code that nobody knows is told as one.
    """
    reading, command = turn.reading, turn.reading.command
    is_ending = command is not None and command.kind is CommandKind.DONE
    holder = turn.work.scans.holder(room.name, turn.number)
    if holder in (None, turn.work.stamp.station) or is_ending or not _is_known(reading):
        return None
    answer = refuse(Outcome.WRONG_STATE, "taken_over", number=turn.number, station=holder)
    return Done(answer, turn.memory.spent() if reading.is_known_item else turn.memory)


def _is_known(reading: Reading) -> bool:
    return reading.is_known_item or reading.kind in KNOWN


def _unknown(reading: Reading) -> Answer:
    if reading.has_bad_check_digit:
        return refuse(Outcome.BAD_CHECK_DIGIT, "bad_check_digit", code=reading.scan)
    if reading.defect:
        why = texts.code_defect(reading.defect)
        return refuse(Outcome.UNKNOWN_BARCODE, "unreadable", code=reading.scan, why=why)
    return refuse(Outcome.UNKNOWN_BARCODE, "unknown_barcode", code=reading.scan)


def _command(room: Room, turn: Turn) -> Done:
    command = turn.reading.command
    kind = None if command is None else command.kind
    if command is not None and kind is CommandKind.QUANTITY:
        memory = replace(turn.memory, times=command.quantity)
        return Done(said("quantity_pending", times=command.quantity), memory)
    if kind is CommandKind.DAMAGED:
        return Done(said("damage_pending"), replace(turn.memory, damaged=True))
    if kind is CommandKind.CANCEL:
        say = "pending_dropped" if turn.memory.pending else "nothing_pending"
        return Done(said(say), turn.memory.spent())
    if kind is CommandKind.COUNT:  # the window counts what a scanner read twice; here nothing is
        return Done(refuse(Outcome.WRONG_STATE, "nothing_read_twice"), turn.memory)
    if kind is CommandKind.UNDO:
        return _undo(room, turn)
    if kind is CommandKind.DONE:
        turn.work.scans.end(turn.fact, turn.sitting)
        return Done(said("sitting_done"), Memory())
    return room.command(turn)


def _undo(room: Room, turn: Turn) -> Done:
    if final := room.why_final(turn):
        return Done(refuse(Outcome.WRONG_STATE, final, number=turn.number), turn.memory)
    newest = turn.work.scans.newest_change(room.name, turn.number)
    if newest is None:
        return Done(refuse(Outcome.WRONG_STATE, "nothing_to_undo"), turn.memory)
    scan_id, undone = newest
    turn.work.reverse(undone, turn.fact)
    freed = free_left_behind(turn.work, turn.fact, turn.work.pins.of_fact(turn.fact))
    turn.desk.planner.look()
    return Done(with_freed(said("undone"), freed), turn.memory, undoes=scan_id)


def answer_json(code: str, answer: Answer) -> dict[str, Any]:
    """Return what every answer carries; the message names who loses, and freed pins, too."""
    lost = loses_sentence(answer.fields)
    freed = freed_sentence(answer.fields.get("freed", ()))
    message = " ".join(filter(None, (texts.sentence(answer.say, **answer.data), lost, freed)))
    return {
        "scan": code,
        "outcome": answer.outcome.value,
        "message": message,
        "sku": answer.sku,
        "quantity": answer.quantity,
    }
