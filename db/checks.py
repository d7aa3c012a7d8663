"""Recounts what must hold at all times, from the facts, and names what does not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, true

from app.domain.goods import VIRTUAL
from app.domain.proof import Check
from db import tables as t
from db.holds import PLACE, overdrawn_lines, overheld
from db.stand_ins import replaced_units

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import ColumnElement, Table
    from sqlalchemy.engine import Connection

MOST_NAMED = 5
BOXED = ("shipment_id", "order_line_id", "carton")
Sums = dict[tuple[Any, ...], int]


def run_checks(connection: Connection) -> tuple[Check, ...]:
    """Run every check that needs the facts alone; the plan's own is the service's."""
    checks: tuple[tuple[str, Callable[[Connection], list[str]]], ...] = (
        ("ledger equals on-hand", _ledger),
        ("on-hand is never negative", _negative),
        ("nothing appears or vanishes", _products),
        ("received units came from suppliers", _received),
        ("receipts are placed or on a dock", _placed),
        ("shipped units went to customers", _shipped),
        ("units in progress stand at packing", _in_progress),
        ("staged units stand in their lanes", _staged),
        ("held and missing units are where they are said to be", overheld),
        ("no lock or short is below none", _locks),
        ("verified units are in their shipments", _verified),
        ("order lines are not overdrawn", _overdrawn),
        ("what substitutes replace is cancelled", _replaced),
    )
    return tuple(make_check(name, find(connection)) for name, find in checks)


def _replaced(connection: Connection) -> list[str]:
    n, replaced = t.order_lines.c, replaced_units()
    query = select(n.id, n.cancelled, replaced).where(replaced > n.cancelled)
    return [f"line {row[0]}: {row[2]} against {row[1]}" for row in connection.execute(query)]


def make_check(name: str, wrong: list[str]) -> Check:
    """Return a check with the first few of what is wrong."""
    more = f" and {len(wrong) - MOST_NAMED} more" if len(wrong) > MOST_NAMED else ""
    return Check(name, not wrong, "; ".join(wrong[:MOST_NAMED]) + more)


def _sums(connection: Connection, keys: list[Any], value: ColumnElement[int], *where: Any) -> Sums:
    query = select(*keys, func.sum(value)).where(*where).group_by(*keys)
    return {tuple(row[:-1]): int(row[-1]) for row in connection.execute(query) if row[-1]}


def _differences(left: Mapping[Any, int], right: Mapping[Any, int]) -> list[str]:
    return [
        f"{key}: {left.get(key, 0)} against {right.get(key, 0)}"
        for key in sorted(left.keys() | right.keys(), key=str)
        if left.get(key, 0) != right.get(key, 0)
    ]


def _virtual(connection: Connection) -> Mapping[int, str]:
    c = t.locations.c
    rows = connection.execute(select(c.id, c.kind).where(c.kind.in_(VIRTUAL)))
    return {row[0]: row[1] for row in rows}


def _moved(connection: Connection) -> Sums:
    """Add up the ledger: units by place, product and trace, virtual places too."""
    m = t.moves.c
    rest = [m.product_id, m.lot, m.expires_on, m.serial]
    total: Sums = defaultdict(int)
    for place, sign in ((m.to_location_id, 1), (m.from_location_id, -1)):
        for key, units in _sums(connection, [place, *rest], m.quantity).items():
            total[key] += sign * units
    return total


def _on_hand(connection: Connection) -> Sums:
    s = t.stock.c
    return _sums(connection, [s[name] for name in PLACE], s.quantity)


def _ledger(connection: Connection) -> list[str]:
    virtual = _virtual(connection)
    moved = {key: n for key, n in _moved(connection).items() if n and key[0] not in virtual}
    return _differences(moved, _on_hand(connection))


def _negative(connection: Connection) -> list[str]:
    s = t.stock.c
    query = select(s.location_id, s.product_id, s.quantity).where(s.quantity < 0)
    return [str(tuple(row)) for row in connection.execute(query)]


def _products(connection: Connection) -> list[str]:
    virtual = _virtual(connection)
    came: Sums = defaultdict(int)
    for key, units in _moved(connection).items():
        if key[0] in virtual:
            came[key[1],] -= units
    s = t.stock.c
    here = _sums(connection, [s.product_id], s.quantity)
    return _differences({key: n for key, n in came.items() if n}, here)


def _through(connection: Connection, kind: str) -> Sums:
    """Return units by product that left a kind of virtual location, less what came back."""
    places = {key for key, name in _virtual(connection).items() if name == kind}
    total: Sums = defaultdict(int)
    for key, units in _moved(connection).items():
        if key[0] in places:
            total[key[1],] -= units
    return {key: units for key, units in total.items() if units}


def _received(connection: Connection) -> list[str]:
    r, n = t.receipts.c, t.inbound_lines.c
    query = (
        select(n.product_id, func.sum(r.told))
        .join(t.receipts, r.inbound_line_id == n.id)
        .group_by(n.product_id)
    )
    told = {(row[0],): int(row[1]) for row in connection.execute(query) if row[1]}
    return _differences(told, _through(connection, "supplier"))


def _placed(connection: Connection) -> list[str]:
    r = t.receipts.c
    keys = [r.inbound_line_id, r.disposition]
    told, moved = _sums(connection, keys, r.told), _sums(connection, keys, r.moved)
    return [
        f"line {key[0]} {key[1]}: {moved.get(key, 0)} of {told.get(key, 0)}"
        for key in told.keys() | moved.keys()
        if not 0 <= moved.get(key, 0) <= told.get(key, 0)
    ]


def _shipped(connection: Connection) -> list[str]:
    p, s = t.picks.c, t.shipments.c
    query = (
        select(p.product_id, func.sum(p.delta))
        .join(t.shipments, s.id == p.shipment_id)
        .where(s.closed.is_not(None))
        .group_by(p.product_id)
    )
    shipped = {(row[0],): -int(row[1]) for row in connection.execute(query) if row[1]}
    return _differences(shipped, _through(connection, "customer"))


def _within(held: Sums, here: Sums) -> list[str]:
    return [
        f"{key}: {units} held, {here.get(key, 0)} there"
        for key, units in held.items()
        if not 0 <= units <= here.get(key, 0)
    ]


def _in_progress(connection: Connection) -> list[str]:
    open_ = select(t.shipments.c.id).where(t.shipments.c.closed.is_(None))
    return _within(
        _held(connection, t.picks, t.picks.c.shipment_id.in_(open_)), _on_hand(connection)
    )


def _staged(connection: Connection) -> list[str]:
    return _within(_held(connection, t.locks, t.locks.c.kind == "staged"), _on_hand(connection))


def _held(connection: Connection, table: Table, which: ColumnElement[bool]) -> Sums:
    return _sums(connection, [table.c[name] for name in PLACE], table.c.delta, which)


def _overdrawn(connection: Connection) -> list[str]:
    return overdrawn_lines(connection, true())


def _verified(connection: Connection) -> list[str]:
    """Name what is verified of a shipment beyond what it holds, or less than none of a carton."""
    sums = []
    for table in (t.picks, t.verifications):
        keys = [table.c[name] for name in ("shipment_id", "order_line_id", *PLACE[2:])]
        sums.append(_sums(connection, keys, table.c.delta))
    there, done = sums
    v = t.verifications.c
    boxed = _sums(connection, [v[name] for name in (*BOXED, *PLACE[2:])], v.delta)
    return [
        f"{key}: {units} verified of {there.get(key, 0)}"
        for key, units in done.items()
        if not 0 <= units <= there.get(key, 0)
    ] + [f"carton {key}: {units}" for key, units in boxed.items() if units < 0]


def _locks(connection: Connection) -> list[str]:
    """Name the locks and shorts that sum up to less than none."""
    k, h = t.locks.c, t.shorts.c
    locks = [k.kind, k.order_line_id, k.location_id, k.inbound_line_id, *(k[n] for n in PLACE[2:])]
    shorts = [h[name] for name in PLACE]
    return [
        f"{what} {key}: {units}"
        for what, sums in (
            ("lock", _sums(connection, locks, k.delta)),
            ("short", _sums(connection, shorts, h.delta)),
        )
        for key, units in sums.items()
        if units < 0
    ]
