"""Numbers that shops give to what they weigh (prefixes 20 to 29), by their country's rule.

Pure.  What stands in such a number differs from country to country, so it is a plain GTIN unless
the site says where it is.  The rules are biip's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from app.domain.gs1 import Defect, Fault
from app.domain.measures import WEIGHT_IN_PRICE_LABEL, Measure

if TYPE_CHECKING:
    from decimal import Decimal

REGIONS = ("dk", "ee", "fi", "de", "gb", "lv", "lt", "no", "se")  # ISO 3166-1


@dataclass(frozen=True, slots=True)
class StoreNumber:
    """``gtin``: the 14 digits with zeros where the measure stood, the same for every piece.

    ``count`` (each, 0 or more) where the number says how many are in it; its own weight or price
    else.
    """

    gtin: str
    measure: Measure | None = None
    count: int | None = None


@lru_cache(maxsize=1024)
def read_store_number(gtin: str, region: str) -> StoreNumber | Defect | None:
    """Take such a number apart, or return None where it is none by the region's rule.

    ``gtin``: 14 digits whose check digit holds; ``region``: one of REGIONS, or "" for none.
    The defect is a wrong check digit of the measure alone.
    Source: GS1 General Specifications 2.1.12 (restricted circulation numbers).
    """
    if not region or not gtin.startswith("02"):
        return None
    # At need: most floors never see such a number.
    from biip import ParseConfig, ParseError
    from biip.gtin import Gtin
    from biip.rcn import Rcn, RcnRegion

    try:
        rcn = Gtin.parse(gtin, config=ParseConfig(rcn_region=RcnRegion(region)))
    except ParseError:
        return Defect(Fault.CHECK_DIGIT)
    if not isinstance(rcn, Rcn) or (rcn.weight, rcn.price, rcn.count) == (None, None, None):
        return None
    same = rcn.without_variable_measure().as_gtin_14()
    currency = RcnRegion(region).get_currency_code() or ""
    return StoreNumber(same, _measure(rcn.weight, rcn.price, currency), rcn.count)


def _measure(weight: Decimal | None, price: Decimal | None, currency: str) -> Measure | None:
    if weight is not None:
        return Measure(WEIGHT_IN_PRICE_LABEL, weight, "kg")
    return None if price is None else Measure(WEIGHT_IN_PRICE_LABEL, price, currency)
