"""The scanner test sheet as it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.doctor_labels import Label


@dataclass(frozen=True, slots=True)
class ScannerSheet:
    """Labels to scan one after the other, on one page."""

    site_name: str
    labels: tuple[Label, ...]
