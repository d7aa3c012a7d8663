# ruff: noqa: S608  # the queries are put together from this file's own words
"""The floor's conservation rules, recounted from the tables by code that shares nothing else.

Every function returns what is wrong, in words; an empty list is a proof.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from app.domain.dock import GONE
from app.domain.plan.plan import make_plan
from app.services.planning import rules_of
from db.dock_rows import dock_states

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from app.domain.plan.plan import Plan
    from tests.floor import Floor

Rows = list[tuple[Any, ...]]
VIRTUAL = "('supplier','customer','adjustment')"
SALEABLE = "('storage','staging','packing','dock')"
SUPPLIED = """select n.product_id, r.told from receipts r
    join inbound_lines n on n.id = r.inbound_line_id"""
SHIPPED = """select p.product_id, p.delta from picks p join shipments s on s.id = p.shipment_id
    where s.closed is not null"""
WRITES = (
    *("moves", "receipts", "locks", "shorts", "picks", "verifications", "dock_events"),
    *("sweeps", "sweep_counts", "put_backs", "cluster_totes", "cluster_hands"),
)


def broken_rules(floor: Floor) -> list[str]:
    """Return every rule of the floor that the facts break now."""
    with floor.desk.store.engine.connect() as connection:  # type: ignore[attr-defined]
        wrong = [
            *_ledger(connection),
            *_products(connection),
            *_inbound(connection),
            *_held(connection),
            *_lines(connection),
            *_pins(connection),
            *_shipments(connection),
            *_scans(connection),
        ]
        open_ = _open_units(connection)
    return wrong + _plan(floor, open_)


def _all(connection: Connection, query: str) -> Rows:
    return [tuple(row) for row in connection.execute(text(query))]


def _counted(connection: Connection, query: str) -> Counter[Any]:
    found: Counter[Any] = Counter()
    for *key, units in _all(connection, query):
        found[tuple(key)] += int(units)
    return found


def _differ(what: str, one: Counter[Any], other: Counter[Any]) -> list[str]:
    keys = one.keys() | other.keys()
    return [f"{what} {key}: {one[key]} <> {other[key]}" for key in keys if one[key] != other[key]]


def _ledger(connection: Connection) -> list[str]:
    place = "m.product_id, m.lot, m.expires_on, m.serial, m.quantity"
    came = _counted(
        connection,
        f"select m.to_location_id, {place} from moves m join locations l"
        f" on l.id = m.to_location_id where l.kind not in {VIRTUAL}",
    )
    went = _counted(
        connection,
        f"select m.from_location_id, {place} from moves m join locations l"
        f" on l.id = m.from_location_id where l.kind not in {VIRTUAL}",
    )
    came.subtract(went)
    here = _counted(
        connection,
        "select location_id, product_id, lot, expires_on, serial, quantity from stock",
    )
    negative = [f"negative stock {key}" for key, units in here.items() if units < 0]
    return _differ("stock", +came, +here) + negative


def _products(connection: Connection) -> list[str]:
    wrong = []
    for sign, kind, query in (
        (
            1,
            "supplier",
            SUPPLIED,
        ),
        (
            -1,
            "customer",
            SHIPPED,
        ),
    ):
        through: Counter[Any] = Counter()
        for end, direction in (("from", sign), ("to", -sign)):
            moved = _counted(
                connection,
                f"select m.product_id, m.quantity from moves m join locations l"
                f" on l.id = m.{end}_location_id where l.kind = '{kind}'",
            )
            for key, units in moved.items():
                through[key] += direction * units
        wrong += _differ(kind, through, _counted(connection, query))
    return wrong


def _inbound(connection: Connection) -> list[str]:
    told = _counted(connection, "select inbound_line_id, disposition, told from receipts")
    moved = _counted(connection, "select inbound_line_id, disposition, moved from receipts")
    return [
        f"receipt {key}: {moved[key]} moved of {told[key]}"
        for key in told.keys() | moved.keys()
        if not 0 <= moved[key] <= told[key]
    ]


def _held(connection: Connection) -> list[str]:
    place = "location_id, product_id, lot, expires_on, serial"
    held = _counted(connection, f"select {place}, delta from locks where kind = 'staged'")
    held += _counted(
        connection,
        "select p.location_id, p.product_id, p.lot, p.expires_on, p.serial, p.delta from picks p"
        " join shipments s on s.id = p.shipment_id where s.closed is null",
    )
    held += _counted(connection, f"select {place}, delta from shorts")
    here = _counted(connection, f"select {place}, quantity from stock")
    wrong = [f"held {key}: {n} of {here[key]}" for key, n in held.items() if n > here[key]]
    trace = "coalesce(location_id, 0), product_id, lot, expires_on, serial, delta"
    locks = f"kind, order_line_id, coalesce(inbound_line_id, 0), {trace}"
    for table, keys in (("locks", locks), ("shorts", trace)):
        sums = _counted(connection, f"select {keys} from {table}")
        wrong += [f"{table} {key}: {units}" for key, units in sums.items() if units < 0]
    return wrong


def _open_units(connection: Connection) -> Counter[Any]:
    open_ = _counted(
        connection,
        "select l.id, l.quantity - l.shipped_before - l.cancelled from order_lines l"
        " join orders o on o.id = l.order_id where not o.cancelled",
    )
    open_.subtract(
        _counted(
            connection,
            "select p.order_line_id, p.delta from picks p"
            " join order_lines l on l.id = p.order_line_id"
            " join orders o on o.id = l.order_id where not o.cancelled",
        )
    )
    return open_


def _lines(connection: Connection) -> list[str]:
    open_ = _open_units(connection)
    wrong = [f"line {key} is open by {units}" for key, units in open_.items() if units < 0]
    staged = _counted(connection, "select order_line_id, delta from locks where kind = 'staged'")
    wrong += [
        f"line {key}: {units} staged, {open_[key]} open"
        for key, units in staged.items()
        if units > open_[key]
    ]
    done = _all(
        connection,
        "select l.id, l.quantity, l.shipped_before + l.cancelled"
        " + coalesce((select sum(p.delta) from picks p where p.order_line_id = l.id), 0)"
        " from order_lines l join orders o on o.id = l.order_id where o.cancelled",
    )
    return wrong + [f"cancelled line {row}" for row in done if row[1] != row[2]]


def _pins(connection: Connection) -> list[str]:
    """No pin is left behind: on a truck that will not come, or beyond what its line waits for."""
    open_ = _open_units(connection)
    pinned = _counted(connection, "select order_line_id, delta from locks where kind = 'pin'")
    wrong = [
        f"line {key}: {units} pinned, {open_[key]} open"
        for key, units in pinned.items()
        if units > max(0, open_[key])
    ]
    by_truck = (
        "select n.inbound_id, k.delta from locks k"
        " join inbound_lines n on n.id = k.inbound_line_id where k.kind = 'pin'"
    )
    held = +_counted(connection, by_truck)
    gone = {key for key, state in dock_states(connection).items() if state.status in GONE}
    return wrong + [f"truck {key}: {n} pinned" for key, n in held.items() if key[0] in gone]


def _shipments(connection: Connection) -> list[str]:
    keys = "p.shipment_id, p.order_line_id, p.lot, p.expires_on, p.serial, p.delta"
    closed = "p join shipments s on s.id = p.shipment_id where s.closed is not null"
    wrong = _differ(
        "closed shipment",
        +_counted(connection, f"select {keys} from picks {closed}"),
        +_counted(connection, f"select {keys} from verifications {closed}"),
    )
    picked = _counted(connection, f"select {keys} from picks p")
    verified = _counted(connection, f"select {keys} from verifications p")
    wrong += [
        f"verified {key}: {units} of {picked[key]}"
        for key, units in verified.items()
        if not 0 <= units <= picked[key]
    ]
    return wrong + [f"picked {key}: {n}" for key, n in picked.items() if n < 0]


def _scans(connection: Connection) -> list[str]:
    written = " union ".join(f"select fact from {table}" for table in WRITES)
    refused = _all(
        connection,
        f"select scan_id, code, outcome from scans where outcome <> 'accepted'"
        f" and (changes or fact in ({written}))",
    )
    serials = _all(
        connection,
        "select product_id, serial from stock where serial <> '' and quantity > 0"
        " group by product_id, serial having sum(quantity) > 1",
    )
    return [f"a refused scan changed {row}" for row in refused] + [
        f"a serial lies twice: {row}" for row in serials
    ]


def _plan(floor: Floor, open_: Counter[Any]) -> list[str]:
    desk = floor.desk
    with desk.store.read(desk.stamp()) as work:
        kept = desk.planner.current(work)
        rules = rules_of(work.settings)
        fresh = make_plan(
            work.plans.facts(rules.excluded),
            rules,
            as_of=work.stamp.at,
            horizon=work.settings.horizon,
        )
    wrong = [
        f"the kept plan's {name} are not those from scratch:\n {one}\n {other}"
        for name, one, other in zip(_NAMES, _said(kept), _said(fresh), strict=True)
        if one != other
    ]
    said: Counter[Any] = Counter()
    for peg in fresh.pegs():
        said[(peg.order_line_id,)] += peg.quantity
    for unmet in fresh.unmet():
        said[(unmet.order_line_id,)] += unmet.quantity
    wrong += _differ("open units in the plan", +open_, said)
    return wrong + [
        f"inbound {row}"
        for row in fresh.inbound()
        if row.cross_dock + row.put_away + row.damaged != max(row.expected, row.received)
    ]


_NAMES = ("pegs", "unmet", "inbound", "unload")


def _said(plan: Plan) -> tuple[Any, ...]:
    return (list(plan.pegs()), list(plan.unmet()), list(plan.inbound()), list(plan.unload()))
