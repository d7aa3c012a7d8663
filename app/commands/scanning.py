"""``receive``, ``pick``, ``pack`` and ``sweep``: scans from standard input, one JSON answer a line.

An answer is written only after its scan's transaction is on disk; input may end at any line.
"""

from __future__ import annotations

import sys
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

import click

from app import texts
from app.commands.kinds import NewFile, Said
from app.commands.osd import put_osd
from app.commands.output import complain, put_json, put_table
from app.commands.pick_sheet import put_pick_sheet
from app.commands.scan_lines import scan_lines
from app.commands.session import Session, pass_session
from app.commands.weighing import weighed
from app.domain.errors import FloorError, TroubleError
from app.domain.printing import STAYS, PrintState
from app.domain.scan import Scan
from app.services.cluster_picking import ClusterRoom
from app.services.clusters import open_cluster
from app.services.counting import CountingRoom, open_count
from app.services.finding import order_meant
from app.services.jobs import take_scan
from app.services.label_prints import print_labels
from app.services.opening import open_blind, open_receiving, reopen_receiving
from app.services.osd import osd
from app.services.packing import PackingRoom, open_packing
from app.services.picking import PickingRoom, open_picking
from app.services.printing import print_first
from app.services.put_back import PutBackRoom, open_put_back
from app.services.receiving import ReceivingRoom
from app.services.reopening import reopen_packing
from app.services.sweeping import SweepingRoom, last_sweep, open_sweep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from app.services.desk import Desk
    from app.services.turns import Room

    Answer = Mapping[str, Any]
    Opening = Callable[[str, Desk], Answer]

TRIES: Final = 3  # where the database was busy or another station came first
DEVICE: Final = "standard input"


@click.command("receive")
@click.argument("asn", type=Said(), required=False)
@click.option("--blind", is_flag=True, help="Nobody announced it: open a new receipt.")
@click.option("--supplier", type=Said(), default="", help="Who sends what came blind.")
@click.option("--reopen", is_flag=True, help="Open a closed receipt again, then scan.")
@click.option("--osd", is_flag=True, help="Show what differs so far; scan nothing.")
@pass_session
def receive_(session: Session, /, asn: str | None, *, supplier: str, **how: bool) -> None:
    """Receive ASN: count what comes off the truck, scan by scan.

    A purchase order or the SSCC of a carton opens the ASN that announced it.
    """
    if sum(how.values()) > 1:
        raise click.UsageError("One of --blind, --reopen and --osd at a time.")
    if (asn is None) != how["blind"]:
        raise click.UsageError("Say which ASN, or --blind without one.")
    if supplier and not how["blind"]:
        raise click.UsageError("--supplier goes with --blind.")
    if how["osd"]:
        put_osd(session, osd(asn or "", session.desk))
        return
    opening: Opening = open_blind if how["blind"] else open_receiving
    if how["reopen"]:
        opening = reopen_receiving
    number = ""
    for answer in _work(session, ReceivingRoom(), opening, asn or supplier):
        put_json(answer)
        number = str(answer.get("number", number)) if "job" in answer else number
        _print_labels(session, number, answer)


@click.command("pick")
@click.argument("order", type=Said())
@click.option("--pdf", type=NewFile(), help="Write the pick list to this file; scan nothing.")
@pass_session
def pick_(session: Session, order: str, pdf: Path | None) -> None:
    """Pick ORDER: take what can go now, scan by scan.

    A shipment's number, as its slip's barcode has it, means what is still to come of its order.
    """
    number = order_meant(order, session.desk)
    if pdf is not None:
        put_pick_sheet(session, number, pdf)
        return
    for answer in _work(session, PickingRoom(), open_picking, number):
        put_json(answer)


class WithTotes(click.Command):
    """A command whose ``--totes`` names all that follow it, up to the next option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Name the option before each tote; click takes one at a time."""
        spread, naming = [], False
        for arg in args:
            is_option = arg.startswith("--")
            spread += ["--totes"] if naming and not is_option else []
            naming = arg == "--totes" or (naming and not is_option)
            spread += [] if arg == "--totes" else [arg]
        return super().parse_args(ctx, spread)


@click.command("cluster", cls=WithTotes)
@click.argument("orders", type=Said(), nargs=-1, required=True, metavar="ORDER...")
@click.option("--totes", type=Said(), multiple=True, metavar="TOTE...", help="Their totes.")
@pass_session
def cluster_(session: Session, orders: tuple[str, ...], totes: tuple[str, ...]) -> None:
    """Pick several ORDERs at once: scan a tote for each, then each item and its tote.

    A cluster's own number (C-1), or its very orders, goes on where it stopped.
    """

    def opening(_named: str, desk: Desk) -> Answer:
        return open_cluster(orders, desk)

    for answer in _work(session, ClusterRoom(), opening, orders[0], first=totes):
        put_json(answer)


@click.command("pack")
@click.argument("order", type=Said())
@click.option("--reopen", is_flag=True, help="Open its last closed shipment again, then scan.")
@click.option("--override", help="A supervisor's reason: close it as it is; scan nothing.")
@pass_session
def pack_(session: Session, order: str, *, reopen: bool, override: str | None) -> None:
    """Pack ORDER: verify every unit, close the shipment, print its slip.

    CMD-CARTON opens the next carton, CMD-WEIGHT weighs the one in hand on the station's scale
    (CMD-WEIGHT-1250: grams), and a carrier's number is noted with it.  The tote into which a
    cluster picked it means its order.
    """
    if reopen and override is not None:
        raise click.UsageError("One of --reopen and --override at a time.")
    opening = reopen_packing if reopen else open_packing
    number = order_meant(order, session.desk)
    lines = None if override is None else (f"CMD-OVERRIDE-{override}",)
    for answer in _work(session, PackingRoom(), opening, number, lines=lines):
        put_json(answer)
        if shipment := answer.get("shipment"):
            _print(session, shipment)


@click.command("putback")
@click.argument("order", type=Said())
@pass_session
def putback_(session: Session, order: str) -> None:
    """Put back what was picked for ORDER, held or cancelled: scan each unit, then its shelf."""
    for answer in _work(session, PutBackRoom(), open_put_back, order):
        put_json(answer)


@click.command("count")
@click.argument("location", type=Said())
@pass_session
def count_(session: Session, location: str) -> None:
    """Count LOCATION blind: scan every unit in it; CMD-CLOSE posts what differs."""
    for answer in _work(session, CountingRoom(), open_count, location):
        put_json(answer)


@click.command("sweep")
@click.argument("lane", type=Said())
@click.option("--last", is_flag=True, help="Say again what the last sweep found; scan nothing.")
@pass_session
def sweep_(session: Session, lane: str, *, last: bool) -> None:
    """Sweep LANE: scan it and every unit in it, and compare with what should be there.

    CMD-SHORT declares missing what was not scanned, CMD-CLOSE ends the sweep.
    """
    if last:
        _put_sweep(session, last_sweep(lane, session.desk))
        return
    for answer in _work(session, SweepingRoom(), open_sweep, lane):
        put_json(answer)


def _put_sweep(session: Session, found: Answer) -> None:
    if session.json:
        put_json(found)
        return
    rows = [
        [row["sku"], row["quantity"], row["order"], row["state"], row["says"]]
        for row in found["rows"]
    ]
    title = f"{found['lane']}, swept {found['closed_at']}"
    put_table(title, ("sku", "units", "order", "state", "what to do"), rows)


def _work(
    session: Session,
    room: Room,
    opening: Opening,
    number: str,
    *,
    first: Iterable[str] = (),
    lines: Iterable[str] | None = None,
) -> Iterator[Answer]:
    """Open a job and answer each scan, the ``first`` ones too; yield what is to be written.

    The other scans come from standard input unless ``lines`` are handed in.
    """
    desk = session.desk
    opened = _patiently(partial(opening, number, desk))
    number = str(opened["number"])
    yield opened
    scans = scan_lines(sys.stdin.buffer) if lines is None else lines
    for line in chain(first, scans):
        code = weighed(session, line) if room.name == "pack" else line
        scan = Scan(uuid4().hex, code, DEVICE)
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


def _print_labels(session: Session, number: str, answer: Answer) -> None:
    """Print the labels of a scan that is stored whatever happens here; say what went wrong."""
    try:
        outfit = session.outfit
        print_labels(number, answer, session.desk, outfit.label_writer, outfit.paperwork)
    except FloorError as error:
        complain(texts.sentence(error.code, **error.data))


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
    if printed.job.state in STAYS:
        say = "slip_in_doubt" if printed.job.state is PrintState.DOUBTFUL else "slip_not_printed"
        complain(texts.sentence(say, number=printed.job.number, detail=printed.said))
