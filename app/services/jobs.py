"""One scan of any job: understood, decided, stored and answered in one transaction.

Rooms (receiving, picking, packing) share it.  A refused scan is stored too, and changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from app import texts
from app.domain.command_scan import CommandKind
from app.domain.errors import RefusedError
from app.domain.goods import Trace
from app.domain.jobs import Answer, Memory, ScanRecord, refuse
from app.domain.measures import plain_number
from app.domain.reading import Kind, Reading
from app.domain.scan import Outcome
from app.services.freeing import free_left_behind
from app.services.meaning import meaning_of
from app.texts.difference import freed_sentence
from app.texts.losing import loses_sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from app.domain.goods import Product
    from app.domain.scan import Scan
    from app.services.desk import Desk
    from app.services.freeing import Freed
    from app.services.meaning import RoomKnown
    from app.work import Work


ONE_STATION = frozenset({"pick", "cluster", "pack", "putback"})
"""Jobs that belong to the station that opened them last; many may receive, count and sweep."""

KNOWN = frozenset({Kind.COMMAND, Kind.LOCATION, Kind.ORDER, Kind.ASN, Kind.CONTAINER})


@dataclass(frozen=True, slots=True)
class Turn:
    """One scan being handled: the transaction, the fact it will be, and what it meant."""

    work: Work
    desk: Desk
    fact: int
    sitting: int
    number: str
    reading: Reading
    memory: Memory

    @property
    def today(self) -> date:
        """Return the site's calendar day."""
        return self.work.stamp.at.astimezone(self.work.settings.zone).date()

    @property
    def product(self) -> Product:
        """Return the scanned product; only for a reading that is a known item."""
        found = self.work.goods.by_sku(self.reading.sku or "")
        if found is None:
            raise RefusedError("unknown_sku", sku=self.reading.sku)
        return found

    @property
    def packs(self) -> int:
        """Return how many of what the barcode names were scanned: count x quantity."""
        count = 1 if self.reading.count is None else self.reading.count
        return count * (self.memory.times or 1)

    @property
    def units(self) -> int:
        """Return the units that this item scan stands for: barcode x count x quantity."""
        return (self.reading.units or 1) * self.packs

    @property
    def one_serial_too_often(self) -> bool:
        """Tell whether one serial is to count for several: it names one thing."""
        return bool(self.reading.serial) and self.packs > 1


@dataclass(frozen=True, slots=True)
class Done:
    """What a scan came to: the answer, the memory it leaves, and whether it can be undone."""

    answer: Answer
    memory: Memory
    changes: bool = False
    undoes: str | None = None


@runtime_checkable
class TakesNumbers(Protocol):
    """A room that takes carriers' numbers."""

    def carrier_number(self, turn: Turn) -> Done:
        """Answer the scan of a carrier's number, or of what is to be one."""


class Room(Protocol):
    """What tells receiving, picking and packing apart."""

    name: str

    def known(self, work: Work, number: str) -> RoomKnown:
        """Return what this room's scans may name."""

    def expects_place(self, turn: Turn) -> bool:
        """Tell whether a code that names a product and a place means the place now."""

    def why_final(self, turn: Turn) -> str | None:
        """Name the sentence why nothing of the job can be taken back any more, None if it can."""

    def item(self, turn: Turn) -> Done:
        """Answer the scan of a known product."""

    def place(self, turn: Turn) -> Done:
        """Answer the scan of a location."""

    def container(self, turn: Turn) -> Done:
        """Answer the scan of an order, an ASN or a container."""

    def command(self, turn: Turn) -> Done:
        """Answer a command that is the room's own: short or close."""

    def fields(self, turn: Turn) -> Mapping[str, Any]:
        """Return what every answer of the room carries after the scan (``remaining``, …)."""


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


def said(say: str, quantity: int = 0, sku: str | None = None, **data: Any) -> Answer:
    """Make the answer of an accepted scan."""
    return Answer(Outcome.ACCEPTED, say, quantity, sku, data)


def with_freed(answer: Answer, freed: Freed) -> Answer:
    """Add the pins that a scan freed to its answer, where there are any."""
    return replace(answer, fields={**answer.fields, "freed": freed}) if freed else answer


def refuse_item(turn: Turn, outcome: Outcome, say: str, **data: object) -> Done:
    """Refuse an item scan whole: nothing has changed."""
    product = turn.product
    name = product.description or product.sku
    data = {"number": turn.number, "units": turn.units, "name": name, **data}
    return Done(refuse(outcome, say, product.sku, **data), turn.memory)


def scanned_trace(turn: Turn, lots: Collection[str]) -> Trace:
    """Return lot, expiry and serial of the code.

    A lot of a product whose lots nobody tracks counts as none, unless it is among ``lots``: those
    that are kept apart.
    """
    reading = turn.reading
    lot = reading.lot or ""
    if turn.product.tracking == "none" and lot not in lots:
        lot = ""
    return Trace(lot, reading.expires_on, reading.serial or "")


def lies_somewhere(turn: Turn, product: Product, trace: Trace) -> bool:
    """Tell whether the unit with that serial is known to lie in some place."""
    rows = turn.work.ledger.of_product(product.id) if trace.serial else ()
    return any(row.trace.serial == trace.serial for row in rows)


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
