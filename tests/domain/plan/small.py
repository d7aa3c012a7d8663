"""Small warehouses of a few rows, and what is said of their plans in a line."""

from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.plan.plan import Plan
from tests.domain.plan.facts_of import plan_of
from tests.domain.plan.warehouse import AS_OF, Item, Load, Lot, Order, Truck, Warehouse

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SOON, LATER = AS_OF + 2 * HOUR, AS_OF + 3 * DAY
HOUSE = Warehouse(items=(Item("BOLT"), Item("NUT"), Item("VASE", backorderable=False)))


def house(*rows: object, **settings: object) -> Warehouse:
    """A warehouse of rows of any kind; orders that lines name are made where none is given."""
    by_kind: dict[str, list[object]] = {
        "lots": [],
        "trucks": [],
        "loads": [],
        "orders": [],
        "wants": [],
        "locks": [],
    }
    for row in rows:
        by_kind[type(row).__name__.lower() + "s"].append(row)
    known = {order.number for order in by_kind["orders"]}  # type: ignore[attr-defined]
    for want in by_kind["wants"]:
        if want.order not in known:  # type: ignore[attr-defined]
            known.add(want.order)  # type: ignore[attr-defined]
            by_kind["orders"].append(Order(want.order))  # type: ignore[attr-defined]
    made = {name: tuple(found) for name, found in by_kind.items()}
    return replace(HOUSE, **made, **settings)  # type: ignore[arg-type]


def planned(*rows: object, **settings: object) -> Plan:
    return plan_of(house(*rows, **settings))


def who(plan: Plan) -> list[tuple[str, int]]:
    """Pegs as (order, units)."""
    return [(peg.order, peg.quantity) for peg in plan.pegs()]


def hours(plan: Plan) -> list[tuple[str, int, float]]:
    """Pegs as (order, units, hours until they ship)."""
    return [(p.order, p.quantity, (p.ships_at - AS_OF) / HOUR) for p in plan.pegs()]


def why(plan: Plan) -> list[tuple[str, int, str]]:
    return [(u.order, u.quantity, u.reason) for u in plan.unmet()]


def away(plan: Plan) -> list[tuple[int, int, str | None]]:
    """Inbound lines as (cross-dock, put away, reason)."""
    return [(row.cross_dock, row.put_away, row.reason) for row in plan.inbound()]


def truck(asn: str, at: datetime, units: int, sku: str = "BOLT", line: str = "1") -> list[object]:
    return [Truck(asn, at), Load(asn, line, sku, units)]


THREE_DAYS = (
    Lot("BOLT", 2),
    *truck("A", AS_OF + HOUR, 2),
    *truck("B", AS_OF + DAY, 2),
    *truck("C", LATER, 2),
)
