"""Teaching a barcode on the spot: from the next scan on it is the product."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.barcode import LONGEST_CODE, barcode_key, check_digit_holds, gtin_key
from app.domain.command_scan import read_command
from app.domain.errors import BadValueError, NotFoundError
from app.services.meaning import meaning_of
from app.services.ordering import weigh

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.desk import Desk
    from app.work import Work

MOST_NAMED = 20  # products; whoever sees more types more of the name
FEWEST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A product that an unknown code may be; ``units`` (each, > 0) as the code that named it."""

    sku: str
    name: str
    units: int = 1


def teach_barcode(
    code: str, sku: str, units: int, desk: Desk, *, dry_run: bool = False
) -> Mapping[str, Any]:
    """Let a barcode stand for ``units`` (each, > 0) of a product; the same again changes nothing.

    ``check_digit`` in the answer is False for a GTIN whose check digit is wrong: it is taken all
    the same, many real products carry one.  Raises NotFoundError for an unknown SKU, BadValueError
    where the code cannot be a barcode or is known as something else.
    """
    key = barcode_key(code)

    def apply(work: Work) -> None:
        product = work.goods.by_sku(sku)
        if product is None:
            raise NotFoundError("unknown_sku", sku=sku)
        _check(work, key, sku)
        fact = work.fact("teach", key, {"sku": sku, "units": units})
        work.goods.teach(fact, key, code, product.id, units)

    done = weigh(desk, apply, dry_run=dry_run)
    gtin = gtin_key(key)
    right = gtin is None or check_digit_holds(gtin)
    return {
        "code": code,
        "sku": sku,
        "units": units,
        "check_digit": right,
        "dry_run": dry_run,
        **done,
    }


def teachable(code: str, desk: Desk) -> str:
    """Return what of an unknown code is taught: its GTIN without lot and serial, else all of it."""
    with desk.store.read(desk.stamp()) as work:
        return meaning_of(code, work).gtin or code


def recognise(said: str, desk: Desk) -> tuple[Candidate, ...]:
    """Return what products somebody means: one by barcode or SKU, else those named like that."""
    with desk.store.read(desk.stamp()) as work:
        reading = meaning_of(said, work)
        product = work.goods.by_sku(reading.sku) if reading.sku else None
        if product is not None:
            name = product.description or product.sku
            return (Candidate(product.sku, name, reading.units or 1),)
        words = said.strip()
        named = work.goods.named(words, MOST_NAMED) if len(words) >= FEWEST_LETTERS else ()
        return tuple(Candidate(one.sku, one.description or one.sku) for one in named)


def _known_as(work: Work, key: str) -> str:
    """Name what else here has that code, "" for nothing."""
    named = {
        "order": work.orders.find(key),
        "inbound shipment": work.inbound.find(key),
        "shipment": work.shipments.find(key),
        "cluster": work.clusters.find(key),
        "carton": work.cartons.numbered(key),
        "tote": work.clusters.order_at(key),
        "carrier's number": work.cartons.tracked(key),
    }
    return next((what for what, found in named.items() if found is not None), "")


def _check(work: Work, key: str, sku: str) -> None:
    """Refuse what could never be scanned, and what is a place, a command or another product."""
    if not key or len(key) > LONGEST_CODE or not key.isprintable():
        raise BadValueError("no_barcode", value=key[:LONGEST_CODE])
    if read_command(key) is not None or key.upper().startswith("CMD-"):
        raise BadValueError("barcode_is_command", value=key)
    if work.places.by_code(key) is not None:
        raise BadValueError("barcode_is_location", value=key)
    if what := _known_as(work, key):
        raise BadValueError("barcode_is_ours", value=key, what=what)
    namesake = work.goods.by_sku(key)
    if namesake is not None and namesake.sku != sku:
        raise BadValueError("barcode_taken", value=key, sku=namesake.sku)
