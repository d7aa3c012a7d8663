"""What a code means here: by what the floor knows, on the site's day and in its country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.understanding import understand

if TYPE_CHECKING:
    from app.domain.reading import Reading
    from app.work import Work


class RoomKnown:
    """What the floor knows by its codes, read in one transaction."""

    def __init__(self, work: Work, containers: frozenset[str] = frozenset()) -> None:
        self._work = work
        self._containers = containers

    def item(self, key: str) -> tuple[str, int] | None:
        """Find a product by a barcode's key, or by its SKU for one unit."""
        if found := self._work.goods.by_barcode(key):
            return (found[0].sku, found[1])
        product = self._work.goods.by_sku(key)
        return None if product is None else (product.sku, 1)

    def location(self, code: str) -> bool:
        """Tell whether a physical location has this code."""
        return self._work.places.by_code(code) is not None

    def order(self, number: str) -> bool:
        """Tell whether an order has this number."""
        return self._work.orders.find(number) is not None

    def asn(self, number: str) -> bool:
        """Tell whether an inbound shipment has this number."""
        return self._work.inbound.find(number) is not None

    def container(self, code: str) -> bool:
        """Tell whether a container of this job, or a shipment, has this code."""
        return code in self._containers or self._work.shipments.find(code) is not None


def meaning_of(text: str, work: Work, known: RoomKnown | None = None, *, aim: str = "") -> Reading:
    """Say what a code means to this site today; without ``known``, outside any job."""
    known = known or RoomKnown(work)
    region = work.settings.store_number_region
    return understand(text, known, aim=aim, year=work.stamp.at.year, region=region)
