"""Weights, lengths and amounts that a code carries.  Pure, decimals only; never a quantity."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.gs1 import Element

WEIGHT_IN_PRICE_LABEL = ""  # the AI of a measure that came without one, in a store's own number

_GRAMS = {"kg": Decimal(1000), "lb": Decimal("453.59237"), "oz t": Decimal("31.1034768")}
_NET_WEIGHT = frozenset({"310", "320", "356", WEIGHT_IN_PRICE_LABEL})
_NUMBERED_CURRENCY = frozenset({"391", "393"})  # three digits of ISO 4217 stand before the amount
_LENGTHS = ("in", "ft", "yd")


def _units() -> dict[str, str]:
    """Return the unit of each family of AIs: its first three digits, the fourth are decimals."""
    units = {"310": "kg", "314": "m2", "315": "l", "316": "m3", "320": "lb"}
    units |= {"330": "kg", "334": "m2", "335": "l", "336": "m3", "337": "kg/m2", "340": "lb"}
    units |= dict.fromkeys(("311", "312", "313", "331", "332", "333"), "m")
    for place in range(9):
        units |= {f"32{place + 1}": _LENGTHS[place % 3], f"34{place + 1}": _LENGTHS[place % 3]}
    for place in range(6):
        units[f"35{place}"] = f"{_LENGTHS[place % 3]}2"
        units[f"36{place + 4}"] = f"{_LENGTHS[place % 3]}3"
    units |= {"356": "oz t", "357": "oz", "360": "qt", "361": "gal", "362": "qt", "363": "gal"}
    return units | {"390": "", "391": "", "392": "", "393": "", "394": "%", "395": ""}


_UNITS = _units()


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure as printed: ``value`` in ``unit``.

    Units are kg, lb, oz t, oz, m, in, ft, yd and their squares (``m2``) and cubes, l, qt, gal and
    %; an amount of money has the currency's ISO 4217 code as it stands in the code (``978``,
    ``SEK``), or "" where that is the shop's own.
    """

    ai: str
    value: Decimal
    unit: str

    @property
    def weight_g(self) -> Decimal | None:
        """Return a net weight in grams, exactly, None for any other measure."""
        factor = _GRAMS.get(self.unit) if self.ai[:3] in _NET_WEIGHT else None
        return None if factor is None else self.value * factor


def read_measures(elements: Iterable[Element]) -> tuple[Measure, ...]:
    """Return the measures among the elements, in their order.

    Source: GS1 General Specifications 3.6 (trade and logistic measures: AI 31nn to 36nn) and 3.7
    (amounts: AI 390n to 395n).
    """
    measures = (_measure(element) for element in elements)
    return tuple(measure for measure in measures if measure is not None)


def plain_number(value: Decimal) -> str:
    """Write a decimal with neither exponent nor needless zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _measure(element: Element) -> Measure | None:
    family = element.ai[:3]
    if len(element.ai) != len("310n") or family not in _UNITS:
        return None
    digits, unit = element.value, _UNITS[family]
    if family in _NUMBERED_CURRENCY:
        unit, digits = digits[:3], digits[3:]
    return Measure(element.ai, Decimal(digits).scaleb(-int(element.ai[3])), unit)
