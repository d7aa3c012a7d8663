"""What over, short and damaged needs from the store: counts by lot, remarks, papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.osd import Came, Papers, Remark, Verdict


class OsdBook(Protocol):
    """What came other than announced, by inbound shipment (key)."""

    def papers(self, inbound_id: int) -> Papers:
        """Return what the truck's papers say."""

    def came(self, inbound_id: int) -> Mapping[int, tuple[Came, ...]]:
        """Return what came by line (key), by lot, expiry and serial."""

    def verdicts(self, inbound_id: int) -> tuple[Verdict, ...]:
        """Return when it was closed and reopened, in that order, without what was taken back."""

    def remark(self, fact: int, line_id: int, reason: str, photo: str) -> None:
        """Note why a line (key) is not as announced."""

    def remarks(self, inbound_id: int) -> Mapping[int, tuple[Remark, ...]]:
        """Return the remarks by line (key), in their order."""

    def told_by(self, fact: int) -> tuple[int, ...]:
        """Return the lines (keys) that a scan counted or remarked on."""

    def bringing(self, purchase_order: str) -> tuple[str, ...]:
        """Return the numbers of the site's shipments that bring a purchase order."""

    def carrying(self, sscc: str) -> tuple[str, ...]:
        """Return the numbers of the site's shipments that announced a carton."""
