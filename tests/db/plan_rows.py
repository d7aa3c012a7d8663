"""Puts a small warehouse into tables, roundabout as life does: deltas, undos, closed shipments."""

from typing import Any

from sqlalchemy import insert
from sqlalchemy.engine import Connection

from app.domain.plan.values import Excluded
from db import tables as t
from tests.domain.plan.warehouse import AS_OF, Lot, Order, Warehouse

FACT = 1
PACKING, QUARANTINE, CARTON = 6, 7, 8
PLACES = {
    1: "storage",
    2: "storage",
    3: "staging",
    4: "dock",
    5: "storage",
    PACKING: "packing",
    QUARANTINE: "quarantine",
    CARTON: "carton",
}


def put(connection: Connection, table: Any, **values: Any) -> None:
    connection.execute(insert(table).values(**values))


def store_warehouse(connection: Connection, house: Warehouse) -> None:
    """Write all rows; keys are those that the tests' columns have."""
    put(connection, t.facts, sequence=FACT, at=AS_OF)
    put(connection, t.sites, code="MAIN")
    for key, kind in PLACES.items():
        put(connection, t.locations, id=key, site="MAIN", code=f"L{key}", kind=kind, fact=FACT)
    for row, item in enumerate(house.items):
        put(
            connection,
            t.products,
            id=10 + row,
            sku=item.sku,
            backorderable=item.backorderable,
            safety_stock=0,
            fact=FACT,
        )
    put(connection, t.sittings, id=1, fact=FACT, job="receive", number="")
    _trucks(connection, house)
    _orders(connection, house)
    _lines(connection, house)
    _stock(connection, house)
    _locks(connection, house)


def customer_of(order: Order) -> str:
    """The name as it is stored: each order agrees on its own policy, as a customer of its own."""
    return f"{order.customer} ({order.number})"


def excluded_of(house: Warehouse) -> Excluded:
    """What the warehouse excludes, by the names as they are stored."""
    named = house.excluded_customers
    theirs = tuple(customer_of(order) for order in house.orders if order.customer in named)
    return Excluded(house.excluded_products, (*named, *theirs))


def _product(house: Warehouse, sku: str) -> int:
    return 10 + [item.sku for item in house.items].index(sku)


def _trucks(connection: Connection, house: Warehouse) -> None:
    for row, truck in enumerate(house.trucks):
        values = {"status": "arrived", "arrived_at": truck.expected} if truck.arrived else {}
        put(
            connection,
            t.inbound,
            id=500 + row,
            site="MAIN",
            asn=truck.asn,
            expected_at=truck.expected,
            fact=FACT,
            **values,
        )
    asns = [truck.asn for truck in house.trucks]
    for row, load in enumerate(house.loads):
        put(
            connection,
            t.inbound_lines,
            id=5000 + row,
            inbound_id=500 + asns.index(load.asn),
            line=load.line,
            product_id=_product(house, load.sku),
            quantity=load.expected,
            expires_on=load.expires,
            fact=FACT,
        )
        away = load.received - load.damaged - load.crossed
        told = (("damaged", load.damaged), ("cross_dock", load.crossed), ("put_away", away))
        for disposition, units in told:
            for delta in (units + 2, -2) if units else ():
                put(
                    connection,
                    t.receipts,
                    fact=FACT,
                    inbound_line_id=5000 + row,
                    disposition=disposition,
                    told=delta,
                    moved=0,
                    dock_id=4,
                )


def _orders(connection: Connection, house: Warehouse) -> None:
    for row, order in enumerate(house.orders):
        closed = min(order.made, 1)
        put(
            connection,
            t.orders,
            id=100 + row,
            number=order.number,
            customer=customer_of(order),
            ordered_at=order.ordered,
            promised_at=order.promised,
            priority=order.priority,
            policy=order.policy,
            max_shipments=order.max_shipments or None,
            hold=order.held,
            cancelled=False,
            preferred=order.priority if order.preferred else 0,
            shipments_before=order.made - closed,
            fact=FACT,
        )
        agreed = {"policy": order.agreed, "max_shipments": order.agreed_most}
        put(connection, t.customer_policies, customer=customer_of(order), fact=FACT, **agreed)
        for ordinal in range(closed + 1):
            put(
                connection,
                t.shipments,
                id=2 * row + ordinal,
                number=f"SH-{row}-{ordinal}",
                order_id=100 + row,
                ordinal=ordinal,
                fact=FACT,
                closed=FACT if ordinal < closed else None,
            )


def _lines(connection: Connection, house: Warehouse) -> None:
    """Write lines; one of an order with an open shipment carries its picked units."""
    numbers = [order.number for order in house.orders]
    for row, want in enumerate(house.wants):
        at = numbers.index(want.order)
        order = house.orders[at]
        closed = min(order.made, 1)
        first = want.order not in {other.order for other in house.wants[:row]}
        picked = order.picked if first else 0
        shipped = 2 if closed else 0
        put(
            connection,
            t.order_lines,
            id=1000 + row,
            order_id=100 + at,
            line=want.line,
            product_id=_product(house, want.sku),
            quantity=want.open + picked + shipped + 7,
            shipped_before=4,
            cancelled=3,
            fact=FACT,
        )
        units = [(2 * at, shipped)] if shipped else []
        units += [(2 * at + closed, delta) for delta in (picked, 5, -5) if picked]
        for shipment, delta in units:
            put(
                connection,
                t.picks,
                fact=FACT,
                shipment_id=shipment,
                order_line_id=1000 + row,
                product_id=_product(house, want.sku),
                delta=delta,
                location_id=PACKING,
                lot=f"picked {row}",
            )
        if picked:
            lot = Lot(want.sku, picked, PACKING)
            _lie(connection, _product(house, want.sku), lot, f"picked {row}")


def _stock(connection: Connection, house: Warehouse) -> None:
    """Write lots; each has units that a short pick missed, and others lie where none are sold."""
    for row, lot in enumerate(house.lots):
        product = _product(house, lot.sku)
        missed = row % 3
        name = f"lot {row}"
        _lie(connection, product, Lot(**{**lot.__dict__, "units": lot.units + missed}), name)
        _lie(connection, product, Lot(lot.sku, 50, QUARANTINE if row % 2 else CARTON), name)
        for delta in (missed + 1, -1) if missed else ():
            put(
                connection,
                t.shorts,
                fact=FACT,
                location_id=lot.place,
                product_id=product,
                delta=delta,
                lot=name,
                expires_on=lot.expires,
            )


def _lie(connection: Connection, product: int, lot: Lot, name: str) -> None:
    values = {"product_id": product, "quantity": lot.units, "expires_on": lot.expires}
    put(connection, t.stock, location_id=lot.place, lot=name, **values)


def _locks(connection: Connection, house: Warehouse) -> None:
    lines = [(want.order, want.line) for want in house.wants]
    loads = [(load.asn, load.line) for load in house.loads]
    for lock in house.locks:
        row = lines.index((lock.order, lock.line))
        for delta in (lock.units + 1, -1):
            put(
                connection,
                t.locks,
                fact=FACT,
                kind="pin" if lock.place is None else "staged",
                order_line_id=1000 + row,
                product_id=_product(house, house.wants[row].sku),
                delta=delta,
                location_id=lock.place,
                inbound_line_id=None if lock.truck is None else 5000 + loads.index(lock.truck),
            )
