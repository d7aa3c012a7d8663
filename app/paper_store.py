"""Documents, their papers and stations' printers, as services see them in a unit of work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.printing import Queued


class Documents(Protocol):
    """Printed documents, as they were said the first time, their papers, stations' printers."""

    def add(self, fact: int, kind: str, number: str, shipment_id: int | None, content: str) -> int:
        """Store a document's content (a slip's JSON, else its file in base64); return its key."""

    def of_shipment(self, shipment_id: int) -> tuple[int, str] | None:
        """Return the key and content of a shipment's packing slip."""

    def slips_of(self, shipment_id: int) -> tuple[tuple[int, str], ...]:
        """Return key and content of a shipment's slip and, of several cartons, of each one's.

        They are in the cartons' order; () before it closed.
        """

    def keep_picture(self, fact: int, digest: str, content: bytes) -> None:
        """Keep a picture under its SHA-256, once."""

    def picture(self, digest: str) -> bytes | None:
        """Return a kept picture."""

    def content(self, document_id: int) -> str:
        """Return what a document says."""

    def copies(self, document_id: int) -> int:
        """Return how many prints were asked for so far."""

    def print_state(
        self,
        fact: int,
        document_id: int,
        copy: int,
        state: str,
        target: str,
        detail: str = "",
        *,
        station: str = "",
        job: str = "",
    ) -> None:
        """Append a state of one paper; it comes out at the work's station unless told."""

    def queue(self) -> tuple[Queued, ...]:
        """Return the site's papers that are not done with, in the order they were asked for."""

    def paper(self, document_id: int, copy: int) -> Queued | None:
        """Return a paper whatever its state, None where nobody asked for it."""

    def printers(self, station: str) -> Mapping[str, str]:
        """Return the printers that a station chose, by kind of paper."""

    def choose_printer(self, fact: int, station: str, kind: str, printer: str) -> None:
        """Choose a station's printer for a kind of paper; "" goes back to the site's."""
