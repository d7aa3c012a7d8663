"""Several orders picked on one walk, each into a tote of its own.  Pure.

Source: the floor's rules, "Picking partial orders"; an order's part of a cluster is its own pick.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.domain.barcode import gtin_key
from app.domain.goods import Kind, Trace
from app.domain.picking import take

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.picking import Task

LEAST, MOST = 2, 16  # orders of a cluster; more totes fit on no cart
LETTERS: Final = "ABCDEFGHIJKLMNOP"


@dataclass(frozen=True, slots=True)
class Member:
    """One order of a cluster with its place on the cart.

    ``tote`` is what goes on taking its units, "" until one was scanned; ``full`` took some before.
    """

    order_id: int
    order: str
    position: int
    tote: str = ""
    full: tuple[str, ...] = ()

    @property
    def letter(self) -> str:
        """Return what stands on the cart at its place: A for the first."""
        return LETTERS[self.position]


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster with its members in the order in which they stand on the cart."""

    id: int
    number: str
    members: tuple[Member, ...]

    @property
    def orders(self) -> tuple[str, ...]:
        """Return the numbers of its orders."""
        return tuple(member.order for member in self.members)

    def at_tote(self, code: str) -> Member | None:
        """Return the member whose tote has that code, None for a code of no tote here."""
        return next((member for member in self.members if code and member.tote == code), None)

    def whose(self, code: str) -> Member | None:
        """Return the member whose tote has that code, a full one too."""
        full = (member for member in self.members if code in member.full)
        return self.at_tote(code) or next(full, None)


@dataclass(frozen=True, slots=True)
class InHand:
    """Units (each, > 0) of a product that were scanned and lie in no tote yet."""

    product_id: int
    trace: Trace
    quantity: int


def may_name_a_tote(code: str) -> bool:
    """Tell whether a code that names nothing here may be a tote's: one with a GTIN's digits not.

    Such a code is that of a product which nobody has taught.
    """
    return gtin_key(code) is None


def walked(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Return tasks in walking order: by pick sequence and code, docks last, then as they came."""
    return tuple(
        sorted(
            tasks,
            key=lambda task: (task.source.location.kind is Kind.DOCK, task.source.location.walk),
        )
    )


def shares(tasks: Iterable[Task], order_of_line: Mapping[int, str]) -> dict[str, int]:
    """Return the units (each) of tasks by order, in the order in which the orders come up."""
    found: dict[str, int] = {}
    for task in tasks:
        order = order_of_line[task.order_line_id]
        found[order] = found.get(order, 0) + task.quantity
    return found


def dealt(wanted: Mapping[str, int], held: int) -> dict[str, int]:
    """Return whom units in hand (each) are for, one after the other; all wanted where none are.

    It guides: any order that wants them may get them.
    """
    if not held:
        return dict(wanted)
    found = {}
    for order, units in wanted.items():
        if given := min(units, held):
            found[order] = given
            held -= given
    return found


def part_of(tasks: Iterable[Task], lines: Iterable[int], units: int) -> tuple[Task, ...]:
    """Return the tasks of some order lines (keys), up to so many units (each)."""
    mine = frozenset(lines)
    own = [task for task in tasks if task.order_line_id in mine]
    return take(own, min(units, sum(task.quantity for task in own)))


def at_first_place(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Return the tasks of the first place and product: what one instruction joins."""
    if not tasks:
        return ()
    first = tasks[0].source
    return tuple(
        task
        for task in tasks
        if (task.source.location, task.source.product_id) == (first.location, first.product_id)
    )
