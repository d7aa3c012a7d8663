"""Why a door is suggested for a truck, or why it cannot have it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.texts.dock import conflict_words
from app.texts.wording import few, fill, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime, tzinfo

    from app.domain.appointments import Booking
    from app.domain.door_choice import Carry, DoorOption


def option_sentence(claim: Booking, option: DoorOption, carry: Carry, zone: tzinfo) -> str:
    """Say what speaks for a door, or all that stands against it, in the site's time."""
    if option.free:
        return f"{option.door}: {', '.join(_reasons(claim, option, carry, zone))}."
    words = "; ".join(conflict_words(one, zone) for one in option.conflicts)
    if option.start is None:
        return f"{option.door}: {words}."
    at = _clock(option.start, claim.start, zone)
    return fill("{door} from {at}: {words}.", {"door": option.door, "at": at, "words": words})


def suggestion_sentence(
    claim: Booking, options: Sequence[DoorOption], carry: Carry, zone: tzinfo
) -> str:
    """Say which door to take, or when the first is free."""
    if not options:
        return "There is no door yet."
    best = options[0]
    if best.free:
        return option_sentence(claim, best, carry, zone)
    at = _clock(claim.start, claim.start, zone)
    if best.start is None:
        return fill("No door can take it within a day of {at}.", {"at": at})
    first = {"door": best.door, "first": _clock(best.start, claim.start, zone), "at": at}
    return fill("No door is free at {at}. The first is {door} from {first}.", first)


def _reasons(claim: Booking, option: DoorOption, carry: Carry, zone: tzinfo) -> Iterable[str]:
    start = _clock(claim.start, claim.start, zone)
    if option.free_until is None:
        yield fill("free from {start} on", {"start": start})
    else:
        until = _clock(option.free_until, claim.start, zone)
        yield fill("free {start}-{until}", {"start": start, "until": until})
    if claim.needs:
        yield fill("has {needs}", {"needs": listed(sorted(claim.needs))})
    if option.steps is not None and carry.units:
        word = "lane" if len(carry.units) == 1 else "lanes"
        data = {"lanes": few(sorted(carry.units)), "word": word, "steps": option.steps}
        said = (
            "nearest to {word} {lanes}" if option.nearest else "{steps} places from {word} {lanes}"
        )
        yield fill(said, data)


def _clock(instant: datetime, beside: datetime, zone: tzinfo) -> str:
    """Return the site's clock, with its weekday where it is another day than ``beside``."""
    local = instant.astimezone(zone)
    same = local.date() == beside.astimezone(zone).date()
    return f"{local:%H:%M}" if same else f"{local:%a %H:%M}"
