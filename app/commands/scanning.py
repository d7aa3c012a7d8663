"""``receive``, ``pick`` and ``pack``: scans from standard input, one JSON answer a line.

An answer is written only after its scan's transaction is on disk; input may end at any line.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

import click

from app import texts
from app.commands.kinds import Said
from app.commands.output import complain, put_json
from app.commands.scan_lines import scan_lines
from app.commands.session import Session, pass_session
from app.domain.errors import FloorError, TroubleError
from app.domain.printing import PrintState
from app.domain.scan import Scan
from app.services.jobs import take_scan
from app.services.packing import PackingRoom, open_packing
from app.services.picking import PickingRoom, open_picking
from app.services.printing import print_first
from app.services.receiving import ReceivingRoom, open_receiving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from app.services.desk import Desk
    from app.services.jobs import Room

    Answer = Mapping[str, Any]
    Opening = Callable[[str, Desk], Answer]

TRIES: Final = 3  # where the database was busy or another station came first
DEVICE: Final = "standard input"


@click.command("receive")
@click.argument("asn", type=Said())
@pass_session
def receive_(session: Session, asn: str) -> None:
    """Receive ASN: count what comes off the truck, scan by scan."""
    for answer in _work(session, ReceivingRoom(), open_receiving, asn):
        put_json(answer)


@click.command("pick")
@click.argument("order", type=Said())
@pass_session
def pick_(session: Session, order: str) -> None:
    """Pick ORDER: take what can go now, scan by scan."""
    for answer in _work(session, PickingRoom(), open_picking, order):
        put_json(answer)


@click.command("pack")
@click.argument("order", type=Said())
@pass_session
def pack_(session: Session, order: str) -> None:
    """Pack ORDER: verify every unit, close the shipment, print its slip."""
    for answer in _work(session, PackingRoom(), open_packing, order):
        put_json(answer)
        if shipment := answer.get("shipment"):
            _print(session, shipment)


def _work(session: Session, room: Room, opening: Opening, number: str) -> Iterator[Answer]:
    """Open a job and answer each scan; yield everything as it is to be written."""
    desk = session.desk
    yield _patiently(partial(opening, number, desk))
    for line in scan_lines(sys.stdin.buffer):
        scan = Scan(uuid4().hex, line, DEVICE)
        yield _patiently(partial(take_scan, room, number, scan, desk))


def _patiently(act: Callable[[], Answer]) -> Answer:
    """Try again where the database was busy; a scan counts once by its id, a job opens twice."""
    for _again in range(TRIES - 1):
        try:
            return act()
        except TroubleError as trouble:
            if not trouble.passing:
                raise
    return act()


def _print(session: Session, shipment: str) -> None:
    """Print the slip of a shipment that is closed whatever happens here; say what went wrong."""
    try:
        printed = print_first(shipment, session.desk, session.outfit.paperwork)
    except (FloorError, OSError, LookupError) as error:
        detail = (
            texts.sentence(error.code, **error.data) if isinstance(error, FloorError) else error
        )
        complain(texts.sentence("slip_not_printed", number=shipment, detail=detail))
        return
    if printed.job.state in (PrintState.TO_PRINT, PrintState.DOUBTFUL):
        say = "slip_in_doubt" if printed.job.state is PrintState.DOUBTFUL else "slip_not_printed"
        complain(texts.sentence(say, number=shipment, detail=printed.said))
