"""What could stand in for what is lacking, and what does, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.texts.wording import fill, instant_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

    from app.domain.plan.substitution import Offer, Spare

COULD: Final = "{units} {by} could stand in for {quantity} {sku}: {where}"
NOW: Final = "{units} free now"
COMING: Final = "{units} on {asn}, {at}"
IN_PLACE_OF: Final = "in place of {names}"
SOME_IN_PLACE_OF: Final = "{units} in place of {names}"


def offer_sentence(offer: Offer, zone: ZoneInfo) -> str:
    """Say what could stand in for how much, and where it is; it has no full stop.

    As in "6 TEA-50 could stand in for 3 TEA-100: 6 free now".
    """
    where = [fill(NOW, {"units": offer.now})] if offer.now else []
    where += [_coming(part, zone) for part in offer.parts if part.asn is not None]
    words = {"units": offer.units, "by": offer.by.sku, "quantity": offer.quantity}
    return fill(COULD, {**words, "sku": offer.want.sku, "where": ", ".join(where)})


def _coming(part: Spare, zone: ZoneInfo) -> str:
    words = {"units": part.units, "asn": part.asn, "at": instant_words(part.available_at, zone)}
    return fill(COMING, words)


def named(name: str, replaced: Sequence[str], stand_in: int, units: int) -> str:
    """Name a product with what ``stand_in`` of its ``units`` (each) are in place of, if any.

    As in "Small lamp in place of Desk lamp", or "Small lamp (2 in place of Desk lamp)".
    """
    if not stand_in:
        return name
    words = {"names": ", ".join(replaced), "units": stand_in}
    if stand_in < units:
        return f"{name} ({fill(SOME_IN_PLACE_OF, words)})"
    return f"{name} {fill(IN_PLACE_OF, words)}"


def in_place_of(names: str) -> str:
    """Say in place of what something is; "" for nothing."""
    return fill(IN_PLACE_OF, {"names": names}) if names else ""
