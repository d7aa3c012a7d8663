"""What rows may refer to: what the database has, and what the same import brings before them."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.barcode import barcode_key
from app.domain.goods import VIRTUAL


@dataclass(slots=True)
class Known:
    """SKUs, locations (code → kind) and barcodes (key → SKU) that may be referred to."""

    skus: set[str] = field(default_factory=set)
    kinds: dict[str, str] = field(default_factory=dict)
    barcodes: dict[str, str] = field(default_factory=dict)
    sku_keys: dict[str, str] = field(default_factory=dict)
    place_keys: dict[str, str] = field(default_factory=dict)

    def add_sku(self, sku: str) -> None:
        """Let rows refer to a product; its SKU is a barcode of itself."""
        self.skus.add(sku)
        self.sku_keys[barcode_key(sku)] = sku

    def add_location(self, code: str, kind: str) -> None:
        """Let rows refer to a location."""
        self.kinds[code] = kind
        self.place_keys[barcode_key(code)] = code

    def is_place(self, code: str) -> bool:
        """Tell whether units can lie there: a known location that is not virtual."""
        kind = self.kinds.get(code)
        return kind is not None and kind not in VIRTUAL
