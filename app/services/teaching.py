"""Teaching a barcode on the spot: from the next scan on it is the product."""

from __future__ import annotations

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


def learn(code: str, said: str, desk: Desk) -> Mapping[str, Any]:
    """Teach a code by a second scan: another barcode of the product, or its SKU.

    The code then stands for as many units as that barcode.  Raises NotFoundError where the second
    scan is no product, and as ``teach_barcode``.
    """
    with desk.store.read(desk.stamp()) as work:
        reading = meaning_of(said, work)
    if reading.sku is None:
        raise NotFoundError("unknown_sku", sku=said)
    return teach_barcode(code, reading.sku, reading.units or 1, desk)


def _check(work: Work, key: str, sku: str) -> None:
    """Refuse what could never be scanned, and what is a place, a command or another product."""
    if not key or len(key) > LONGEST_CODE or not key.isprintable():
        raise BadValueError("no_barcode", value=key[:LONGEST_CODE])
    if read_command(key) is not None:
        raise BadValueError("barcode_is_command", value=key)
    if work.places.by_code(key) is not None:
        raise BadValueError("barcode_is_location", value=key)
    namesake = work.goods.by_sku(key)
    if namesake is not None and namesake.sku != sku:
        raise BadValueError("barcode_taken", value=key, sku=namesake.sku)
