"""The sheet of over, short and damaged: its values, then a file or the site's printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.documents import printable
from app.domain.instants import print_day
from app.domain.osd_sheet import OsdRow, OsdSheet
from app.services.setting import settings_of
from app.services.sheets import print_sheet
from app.texts import osd as words

if TYPE_CHECKING:
    from datetime import datetime, tzinfo
    from pathlib import Path

    from app.domain.osd import Came, OsdLine, Remark
    from app.services.desk import Desk
    from app.services.osd import Osd
    from app.services.printing import Paperwork

KIND = "osd"
LONGEST_REMARK = 800  # characters: a reason and the path of a picture


def write_osd(found: Osd, target: Path, desk: Desk, paperwork: Paperwork) -> tuple[str, ...]:
    """Write a receipt's sheet to a file; return the writer's warnings.

    Raises OSError where the file cannot be written, LookupError where the machine has no font.
    """
    sheet = make_osd_sheet(found, desk)
    return paperwork.osd_writer(settings_of(desk).page_size).write(sheet, target)


def print_osd(found: Osd, desk: Desk, paperwork: Paperwork, *, later: bool = False) -> str:
    """Print a receipt's sheet and say so in words; errors as ``print_sheet``.

    ``later`` leaves it to whoever works off the queue.
    """
    sheet = make_osd_sheet(found, desk)
    writer = paperwork.osd_writer(settings_of(desk).page_size)
    code = found.asn.number
    by = None if later else paperwork
    name = print_sheet(code, KIND, lambda pdf: writer.write(sheet, pdf), desk, by)
    return words.say("queued" if later else "printed", number=code, printer=name)


def make_osd_sheet(found: Osd, desk: Desk) -> OsdSheet:
    """Say a receipt: what is known of its truck, then its lines in line order."""
    settings = settings_of(desk)
    zone = settings.zone
    return OsdSheet(
        printable(settings.site_name),
        printable(found.asn.number),
        words.state(found.asn, reopened=found.reopened),
        words.say("as_of", time=_time(desk.clock.now(), zone)),
        _about(found, zone),
        words.total_words(found.totals, tolerant=found.tolerance.given)
        or words.say("nothing_differs"),
        tuple(_row(line) for line in found.lines),
        tuple(
            printable(words.say(one.kind, time=_time(one.at, zone), by=one.by))
            for one in found.verdicts
        ),
    )


def _about(found: Osd, zone: tzinfo) -> tuple[tuple[str, str], ...]:
    truck, details = found.truck, found.truck.details
    times = (truck.arrived_at, truck.docked_at, truck.unload_at, truck.ended_at)
    texts = (
        found.asn.supplier,
        found.papers.purchase_order,
        details.carrier or found.papers.carrier,
        details.trailer or found.papers.trailer,
        details.seal,
        truck.door,
        *(_time(at, zone) if at else "" for at in times),
    )
    return tuple(zip(words.ABOUT, map(printable, texts), strict=True))


def _row(line: OsdLine) -> OsdRow:
    return OsdRow(
        printable(line.line),
        printable(line.sku),
        printable(line.name),
        line.expected,
        line.received,
        line.over,
        line.short,
        line.damaged,
        words.line_words(line),
        tuple(_came(came) for came in line.came if came.trace.lot or _day(came) or _serial(came)),
        tuple(_remark(remark) for remark in line.remarks),
    )


def _came(came: Came) -> str:
    parts = [words.say("lot", lot=came.trace.lot)] if came.trace.lot else []
    parts += [words.say("best_until", day=_day(came))] if _day(came) else []
    parts += [words.say("serial", serial=_serial(came))] if _serial(came) else []
    say = "came_damaged" if came.damaged else "came"
    return printable(words.say(say, what=", ".join(parts), n=came.units, damaged=came.damaged), 400)


def _day(came: Came) -> str:
    return print_day(came.trace.expires_on) if came.trace.expires_on else ""


def _serial(came: Came) -> str:
    return came.trace.serial


def _remark(remark: Remark) -> str:
    photo = words.say("photo", path=remark.photo) if remark.photo else ""
    return printable(" · ".join(part for part in (remark.reason, photo) if part), LONGEST_REMARK)


def _time(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"
