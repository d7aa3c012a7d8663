"""The JSON line of ``read``: what a scanned code means, null where absent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.measures import plain_number
from app.texts import code_defect

if TYPE_CHECKING:
    from app.domain.measures import Measure
    from app.domain.reading import Reading


def reading_json(reading: Reading) -> dict[str, Any]:
    """Return one reading as the line's object: every key is there, days are ISO 8601."""
    return {
        "scan": reading.scan,
        "kind": reading.kind.value,
        "gtin": reading.gtin,
        "sku": reading.sku,
        "units": reading.units,
        "lot": reading.lot,
        "expires_on": reading.expires_on.isoformat() if reading.expires_on else None,
        "serial": reading.serial,
        "sscc": reading.sscc,
        "count": reading.count,
        "ai": dict(reading.elements) or None,
        "error": code_defect(reading.defect) if reading.defect else None,
        "weight_g": None if reading.weight_g is None else plain_number(reading.weight_g),
        "measures": [_measure_json(measure) for measure in reading.measures] or None,
    }


def _measure_json(measure: Measure) -> dict[str, str | None]:
    """Return a measure; ``ai`` is null in a shop's own number, ``unit`` for the shop's currency."""
    value = f"{measure.value:f}"
    return {"ai": measure.ai or None, "value": value, "unit": measure.unit or None}
