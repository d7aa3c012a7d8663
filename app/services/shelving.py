"""Which shelf units get: what the rule is to know of the site is read, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.goods import PLAIN, Kind
from app.domain.put_away import (
    PutAwayRule,
    Reason,
    Shelf,
    beside_its_own,
    choose_empty,
    share_a_shelf,
)

if TYPE_CHECKING:
    from app.domain.goods import Location, Product, Trace
    from app.work import Work


def shelf_of(
    work: Work, product: Product, trace: Trace = PLAIN, dock: Location | None = None
) -> Shelf:
    """Choose the home location, else where the product lies, else an empty storage place.

    ``dock`` is where the units stand.  Where nothing is empty it is the first storage place by
    pick sequence, whatever lies there.
    """
    rule = PutAwayRule(work.settings.put_away_rule)
    if product.home_location_id is not None:
        return Shelf(work.places.get(product.home_location_id), Reason.HOME)
    stock = work.ledger.of_product(product.id)
    lying = [row for row in stock if row.location.kind is Kind.STORAGE]
    missing = work.ledger.missing(product.id) if rule.directs else {}
    place = beside_its_own(rule, product, trace, lying, missing)
    if place is not None:
        return Shelf(place, Reason.SAME_PRODUCT)
    promised = work.inbound.promised() if rule.directs else ()
    for told in promised:
        mine = told.product_id == product.id and share_a_shelf(product, trace, told.trace)
        if mine and told.location_id is not None:
            return Shelf(work.places.get(told.location_id), Reason.SAME_PRODUCT)
    taken = {told.location_id for told in promised if told.location_id is not None}
    chosen = choose_empty(rule, work.places.empty_storage(), taken, product.zone, dock)
    if chosen is not None:
        return chosen
    waits = {place for (place, _trace), units in missing.items() if units}
    places = work.places.of_kind(Kind.STORAGE)
    free = [place for place in places if place.id not in waits]
    return Shelf(next(iter(free or places), None), Reason.NONE_EMPTY)
