"""What a packing slip says in one language: a value, so that no language can lack a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

Plural = dict[str, str]  # a form by its CLDR name (one, many, other); "other" serves what lacks one
REASONS: Final = (
    "in_stock",
    "delivery",
    "rest_of_order",
    "later_delivery",
    "on_hold",
    "stockout",
    "no_date",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The sentences of one language; braces name what is filled in.

    ``locale`` is the CLDR locale that writes days and numbers; ``day_alone`` its pattern for the
    day of a month by itself, ``first_day`` what stands for the 1st where that is not the number.
    ``reasons`` has a sentence for each of ``REASONS``, ``{day}`` being a day.
    """

    locale: str
    title: str
    ship_to: str
    carrier: str
    tracking: str
    cartons_label: str
    carton_label: str
    this_is: str
    order: str
    shipment: str
    reference: str
    ordered_on: str
    in_this_box: str
    in_this_shipment: str
    in_this_carton: str
    box_heads: tuple[str, str, str, str, str, str]
    carton_head: str
    units_here: str
    units_in_carton: str
    still_to_come: str
    nothing_to_do: str
    not_in_shipment: str
    come_heads: tuple[str, str, str, str, str]
    note: str
    of_one: str
    of_up_to: str
    left_on: str
    nothing_more: str
    more_below: str
    replaces: str
    leaves_last: Plural
    leaves_later: Plural
    will_write: Plural
    will_date: str
    cartons: Plural
    carton_of: str
    lots: Plural
    serials: Plural
    in_place_of: str
    cancelled: Plural
    replaced: Plural
    page: str
    copy: str
    packed: str
    station: str
    whom_to_ask: str
    no_date: str
    from_day: str
    by_day: str
    reasons: Mapping[str, str]
    day_alone: str = "d"
    first_day: str = ""
