"""What is said of a truck beside its times: who drives it, what it carries, what it needs."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Details:
    """A truck's particulars; "" and None where nobody said.

    Loads are counts (each, >= 0); ``minutes`` is the fixed length of its appointment, None where
    the load decides; ``drop`` tells that the trailer is left, not unloaded live; ``needs`` are
    the door equipment it cannot do without, ``;`` between.
    """

    carrier: str = ""
    trailer: str = ""
    seal: str = ""
    phone: str = ""
    note: str = ""
    pallets: int | None = None
    cartons: int | None = None
    loose: int | None = None
    minutes: int | None = None
    drop: bool = False
    needs: str = ""

    def told(self, said: Mapping[str, object]) -> Details:
        """Return the details with what is said; names of a newer version are passed over."""
        known: dict[str, Any] = {name: said[name] for name in NAMES if name in said}
        return replace(self, **known)

    def said(self) -> dict[str, object]:
        """Return them by name, as answers print them."""
        return asdict(self)

    @property
    def equipment(self) -> frozenset[str]:
        """Return the equipment that its door must have."""
        return words(self.needs)


NOTHING_SAID = Details()
NAMES = tuple(field.name for field in fields(Details))


def words(text: str) -> frozenset[str]:
    """Return what ``;`` parts, in lower case, without empty parts."""
    return frozenset(part for word in text.split(";") if (part := word.strip().lower()))
