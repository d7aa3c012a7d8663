"""What stands where on a small label, whatever draws it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING, Final

from app.domain.documents import printable
from app.domain.instants import print_day
from app.domain.labels import CommandLabel, CrossDockLabel, LocationLabel, PutAwayLabel
from app.texts.labels import command_words, say

if TYPE_CHECKING:
    from app.domain.labels import Label

WIDE_MM: Final = 100
HIGH_MM: Final = 50
CARTON_HIGH_MM: Final = 150


@dataclass(frozen=True, slots=True)
class Face:
    """A small label: a title and an amount above, one word in huge, lines, and bars below.

    ``bars`` is what the bars say, "" for none; all texts are printable.
    """

    title: str
    big: str
    bars: str
    amount: str = ""
    lines: tuple[str, ...] = ()


@singledispatch
def face_of(label: Label) -> Face:
    """Return the face of a small label; TypeError for one that is none."""
    raise TypeError(f"no small label: {label!r}")


@face_of.register
def _cross_dock(label: CrossDockLabel) -> Face:
    order = say("order_line", order=label.order, line=label.line)
    return Face(
        say("cross_dock"),
        printable(label.lane) or say("no_lane"),
        label.order,
        say("units_of", units=label.units, of=label.of),
        _lines((label.customer,), (label.sku, label.description), (order, label.truck)),
    )


@face_of.register
def _put_away(label: PutAwayLabel) -> Face:
    day = print_day(label.expires_on) if label.expires_on else ""
    trace = (
        say("lot", lot=label.lot) if label.lot else "",
        say("best_until", day=day) if day else "",
        say("serial", serial=label.serial) if label.serial else "",
    )
    return Face(
        say("put_away"),
        printable(label.location) or say("no_place"),
        label.location,
        say("units", units=label.units),
        _lines((label.sku, label.description), trace, (label.truck,)),
    )


@face_of.register
def _location(label: LocationLabel) -> Face:
    title = say("zone", kind=label.kind, zone=label.zone) if label.zone else label.kind
    return Face(printable(title), printable(label.location), label.location)


@face_of.register
def _command(label: CommandLabel) -> Face:
    name, does = command_words(label.command)
    return Face("", name, label.command.barcode, lines=(does,))


def _lines(*parts: tuple[str, ...]) -> tuple[str, ...]:
    """Join the parts of each line; a line without any is left out."""
    joined = (" · ".join(filter(None, map(printable, line))) for line in parts)
    return tuple(line for line in joined if line)
