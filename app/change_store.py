"""What supervisors' changes need from the store: the changes, the pins, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from app.domain.decisions import Decision
    from app.domain.losing import Lost
    from app.domain.orders import Held
    from app.domain.pins import Pinned
    from app.domain.plan.substitution import StandIn
    from app.domain.policies import Terms


class Changes(Protocol):
    """What a supervisor changes."""

    def change_order(self, fact: int, order_id: int, **values: object) -> None:
        """Set order-level values: what a supervisor may change, and the note."""

    def prefer(self, fact: int, order_ids: Collection[int]) -> None:
        """Let these orders, and no others, go first in the priority that they have now."""

    def agree(self, fact: int, customer: str, terms: Terms) -> None:
        """Set what is agreed with a customer; ``default`` agrees nothing."""

    def speak(self, fact: int, customer: str, language: str) -> None:
        """Set the language of a customer's papers, "" for the site's."""

    def cancel_order(self, fact: int, order_id: int) -> None:
        """Cancel all that is not shipped, and free what is locked or picked where it stands.

        Pins are left to ``Pins``: whoever cancels says which of them are free.
        """

    def stand_in(self, fact: int, stand_in: StandIn) -> int:
        """Cancel what a substitute replaces of a line, and add its own; return the new key."""

    def stand_back(self, fact: int, order_line_id: int) -> None:
        """Cancel a substitute's line, free what is staged for it, open again what it replaced."""

    def staged(self, order_line_id: int) -> tuple[Held, ...]:
        """Return what stands staged for an order line."""

    def change_setting(self, fact: int, site: str, name: str, text: str) -> None:
        """Set one of a site's settings, in the form of ``app.domain.settings.setting_text``."""


class Pins(Protocol):
    """Units that supervisors pin to order lines."""

    def pin(
        self, fact: int, order_line_id: int, product_id: int, units: int, inbound_line: int | None
    ) -> None:
        """Pin units (each; negative releases) of stock, or of an ASN line, to an order line."""

    def pinned(self, order_line_id: int) -> tuple[tuple[int | None, int], ...]:
        """Return what is pinned to an order line: (inbound line or None for stock, units)."""

    def of_lines(self, order_line_ids: Collection[int]) -> tuple[Pinned, ...]:
        """Return all pins of order lines."""

    def beside(self, inbound_ids: Collection[int]) -> tuple[Pinned, ...]:
        """Return all pins of the order lines to which units of inbound shipments are pinned."""

    def of_fact(self, fact: int) -> tuple[Pinned, ...]:
        """Return all pins of the order lines whose locks or picks a fact changed."""

    def pin_again(self, fact: int, undone: int, inbound_id: int) -> None:
        """Pin again what a fact freed of an inbound shipment."""


class Decisions(Protocol):
    """What supervisors decided, each a fact; taking one back is one more."""

    def add(
        self,
        fact: int,
        order_id: int,
        kind: str,
        before: Mapping[str, object],
        after: Mapping[str, object],
    ) -> None:
        """Note a decision (``app.domain.decisions``)."""

    def newest(self, order: str | None = None) -> Decision | None:
        """Return the site's newest decision that is not taken back, or an order's."""

    def take_back(self, fact: int, decision_id: int) -> None:
        """Note that a decision is taken back; once only."""


class Losses(Protocol):
    """What shortages took from whom, as it was said when they happened."""

    def add(self, fact: int, inbound_id: int, lost: Collection[tuple[int, int, int]]) -> None:
        """Note (order line, units, those of them that come later) that an ASN's shortage took."""

    def since(self, instant: datetime, asn: str | None = None) -> tuple[Lost, ...]:
        """Return the newest loss of each line of open orders since an instant, newest first.

        With ``asn`` only those of that inbound shipment, however old.
        """
