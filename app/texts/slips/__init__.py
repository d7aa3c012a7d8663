"""What a packing slip says, in the customer's language: said once, then kept with the slip."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.domain.documents import PackingSlip, SlipWords, cleaned
from app.texts.slips.days import agreeing, day, kilograms, span
from app.texts.slips.english import ENGLISH
from app.texts.slips.french import FRENCH
from app.texts.slips.german import GERMAN
from app.texts.slips.spanish import SPANISH

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from app.domain.documents import LineToCome, SlipLine
    from app.texts.slips.catalogue import Catalogue

CATALOGUES: Final[Mapping[str, Catalogue]] = {
    "en": ENGLISH,
    "es": SPANISH,
    "de": GERMAN,
    "fr": FRENCH,
}


def worded(slip: PackingSlip) -> PackingSlip:
    """Return the slip, cleaned, with all that it says in its language, finished."""
    clean = cleaned(slip)
    return replace(clean, words=say(clean))


def say(slip: PackingSlip) -> SlipWords:
    """Return what a clean slip says; one that has said it keeps its words to the letter."""
    return slip.words or _words(slip, CATALOGUES[slip.language])


def reason_sentence(reason: str, language: str, expected: date | None = None) -> str:
    """Say why something is still to come; ``expected`` goes with the reason ``delivery``."""
    words = CATALOGUES[language]
    return words.reasons[reason].format(day=day(expected, words) if expected else "")


def station_words(station: str, at: datetime, language: str) -> str:
    """Say where and when a box was packed; ``at`` is in the site's time zone."""
    words = CATALOGUES[language]
    return words.station.format(station=station, day=day(at.date(), words), time=f"{at:%H:%M}")


def slip_time(at: datetime, language: str) -> str:
    """Write when a slip was said; ``at`` is in the site's time zone."""
    return f"{day(at.date(), CATALOGUES[language])} {at:%H:%M}"


def _words(slip: PackingSlip, words: Catalogue) -> SlipWords:
    boxed = slip.carton is not None
    box = words.in_this_box if slip.cartons == 1 else words.in_this_shipment
    heads = (*words.box_heads[:-1], words.carton_head) if boxed else words.box_heads
    return SlipWords(
        title=words.title,
        ship_to=words.ship_to,
        carrier=words.carrier,
        tracking=words.tracking,
        cartons_label=words.carton_label if boxed else words.cartons_label,
        cartons=_cartons(slip, words),
        this_is=words.this_is,
        which_shipment=_which_shipment(slip, words),
        before_and_after=_before_and_after(slip, words),
        order=words.order,
        shipment=words.shipment,
        reference=words.reference,
        ordered_label=words.ordered_on,
        ordered_on=day(slip.ordered_on, words),
        packed_on=day(slip.packed_on, words),
        in_this_box=words.in_this_carton if boxed else box,
        box_heads=heads,
        units_here=words.units_in_carton if boxed else words.units_here,
        still_to_come=words.still_to_come,
        nothing_to_do=words.nothing_to_do if boxed or slip.cartons == 1 else words.not_in_shipment,
        come_heads=words.come_heads,
        how_it_follows=_how_it_follows(slip, words),
        note=words.note,
        page=words.page,
        copy=words.copy,
        packed=words.packed.format(where=slip.packed_at_text) if slip.packed_at_text else "",
        whom_to_ask=_whom_to_ask(slip, words),
        under=tuple(_under(line, words) for line in slip.lines),
        due=tuple(_due(line, words) for line in slip.to_come),
        under_due=tuple(_under_due(line, words) for line in slip.to_come),
    )


def _which_shipment(slip: PackingSlip, words: Catalogue) -> str:
    """Say after the big ordinal how many there can be, "" where no limit is."""
    if slip.shipment_limit is None:
        return ""
    return (words.of_one if slip.shipment_limit == 1 else words.of_up_to).format(
        limit=slip.shipment_limit
    )


def _before_and_after(slip: PackingSlip, words: Catalogue) -> str:
    """Say what left before this shipment, or that nothing is to follow."""
    said = []
    if slip.earlier and slip.shipment_count > 1:
        left = day(slip.earlier[-1], words)
        said.append(words.left_on.format(ordinal=slip.shipment_count - 1, day=left))
    if not slip.to_come:
        said.append(words.nothing_more)
    elif not said:
        said.append(words.more_below)
    if slip.replaces:
        said.append(words.replaces.format(at=slip.replaces))
    return " ".join(said)


def _how_it_follows(slip: PackingSlip, words: Catalogue) -> str:
    """Close the part still to come: by which shipment if all has a date, and that we will write."""
    following, count = slip.shipment_count + 1, len(slip.to_come)
    dated = sum(bool(line.expected_from or line.expected_to) for line in slip.to_come)
    if not dated:
        return words.will_date
    if dated < count:
        return agreeing(words.will_write, count, words)
    forms = words.leaves_last if slip.shipment_limit == following else words.leaves_later
    how = agreeing(forms, count, words).format(following=following)
    return f"{how} {agreeing(words.will_write, count, words)}"


def _cartons(slip: PackingSlip, words: Catalogue) -> str:
    """Write cartons (or which carton) and, where weighed, kilograms: 1 carton, 12.36 kg."""
    if slip.carton is None:
        said = agreeing(words.cartons, slip.cartons, words).format(count=slip.cartons)
    else:
        said = words.carton_of.format(number=slip.carton.number, count=slip.carton.count)
    return said if slip.weight_g is None else f"{said}, {kilograms(slip.weight_g, words)}"


def _whom_to_ask(slip: PackingSlip, words: Catalogue) -> str:
    if not slip.contact:
        return ""
    return words.whom_to_ask.format(contact=slip.contact, shipment=slip.shipment)


def _under(line: SlipLine, words: Catalogue) -> tuple[str, ...]:
    """Say in place of what a line is, what of it comes no more, and name its lots and serials."""
    said = [*_instead(line, words)]
    for forms, units in ((words.replaced, line.replaced), (words.cancelled, line.cancelled)):
        if units:
            said.append(agreeing(forms, units, words).format(count=units))
    for forms, names in ((words.lots, line.lots), (words.serials, line.serials)):
        if names:
            said.append(agreeing(forms, len(names), words).format(names=", ".join(names)))
    return tuple(said)


def _under_due(line: LineToCome, words: Catalogue) -> tuple[str, ...]:
    said = _instead(line, words)
    return (*said, line.reason) if line.reason else said


def _instead(line: SlipLine | LineToCome, words: Catalogue) -> tuple[str, ...]:
    """Say in place of what, and of how many, a substitute is; () of any other line."""
    if not line.in_place_of:
        return ()
    of = f"{line.replaces} × " if line.replaces else ""
    return (words.in_place_of.format(item=f"{of}{line.in_place_of}"),)


def _due(line: LineToCome, words: Catalogue) -> str:
    first, last = line.expected_from, line.expected_to
    if first is not None and last is not None:
        return span(first, last, words)
    if first is not None:
        return words.from_day.format(day=day(first, words))
    return words.no_date if last is None else words.by_day.format(day=day(last, words))
