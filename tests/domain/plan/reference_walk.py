"""The plan a second time: slow, plain, unit by unit, straight from the sentences of the rules.

Nothing here is shared with the product.  A unit is a dictionary-free little object that knows its
supply; orders take units one at a time.
"""

from dataclasses import dataclass
from datetime import date, datetime

from tests.domain.plan.warehouse import Load, Lock, Order, Truck, Want, Warehouse


@dataclass
class Unit:
    """One unit of supply; ``load`` is None for stock."""

    sku: str
    available: datetime
    load: Load | None
    on_dock: bool = False
    place: int | None = None
    expires: date | None = None
    in_horizon: bool = True
    owner: Want | None = None
    locked: bool = False
    frozen: bool = False
    ships: datetime | None = None


def number_key(text: str) -> tuple[int, int, str]:
    if text and all(c in "0123456789" for c in text):
        return (0, int(text), text)
    return (1, 0, text)


def served_key(order: Order) -> tuple[int, bool, tuple[object, ...]]:
    return (order.priority, not order.preferred, order_key(order))


def order_key(order: Order) -> tuple[int, bool, float, float, list[int]]:
    promised = order.promised.timestamp() if order.promised else 0.0
    return (
        order.priority,
        order.promised is None,
        promised,
        order.ordered.timestamp(),
        [ord(c) for c in order.number],
    )


class Served:
    """Serves every order of one warehouse: afterwards each unit knows its owner."""

    def __init__(self, house: Warehouse) -> None:
        self.house = house
        self.trucks = {truck.asn: truck for truck in house.trucks}
        self.backorderable = {item.sku: item.backorderable for item in house.items}
        self.ranked = sorted(house.orders, key=served_key)
        self.took: dict[Want, int] = {}
        self.kept_back: dict[Want, int] = {}
        self.full: dict[str, bool] = {}
        self.units = self._supply()
        self._lock()
        for order in self.ranked:
            if not order.held:
                self._serve(order)

    # supply -------------------------------------------------------------------------------------
    def day(self, instant: datetime) -> date:
        return instant.astimezone(self.house.zone).date()

    def available(self, truck: Truck) -> datetime:
        return max(truck.expected, self.house.as_of)

    def expired(self, load: Load) -> bool:
        when = self.day(self.available(self.trucks[load.asn]))
        return load.expires is not None and load.expires < when

    def beyond(self, load: Load) -> bool:
        return self.trucks[load.asn].expected > self.house.as_of + self.house.horizon

    def _supply(self) -> list[Unit]:
        units = []
        for lot in self.house.lots:
            if lot.expires is None or lot.expires >= self.day(self.house.as_of):
                units += [
                    Unit(lot.sku, self.house.as_of, None, lot.on_dock, lot.place, lot.expires)
                    for _ in range(lot.units)
                ]
        for load in self.house.loads:
            if self.backorderable[load.sku] and not self.expired(load):
                when = self.available(self.trucks[load.asn])
                units += [
                    Unit(load.sku, when, load, in_horizon=not self.beyond(load))
                    for _ in range(max(0, load.expected - load.received))
                ]
        return sorted(units, key=self.supply_key)

    @staticmethod
    def supply_key(unit: Unit) -> tuple[datetime, int, list[int], tuple[int, int, str]]:
        if unit.load is None:
            return (unit.available, 1 if unit.on_dock else 0, [], (0, 0, ""))
        return (unit.available, 2, [ord(c) for c in unit.load.asn], number_key(unit.load.line))

    # locks --------------------------------------------------------------------------------------
    def lines(self, order: Order) -> list[Want]:
        mine = [want for want in self.house.wants if want.order == order.number]
        return sorted(mine, key=lambda want: number_key(want.line))

    def _lock(self) -> None:
        for staged in (True, False):
            for order in sorted(self.house.orders, key=order_key):
                for want in self.lines(order):
                    for unit_of in self._locks_of(want, staged):
                        self._take_lock(order, want, unit_of)

    def _locks_of(self, want: Want, staged: bool) -> list[Lock]:
        mine = [
            lock
            for lock in self.house.locks
            if (lock.order, lock.line) == (want.order, want.line)
            and (lock.place is not None) == staged
        ]

        def key(lock: Lock) -> tuple[object, ...]:
            if lock.truck is None:
                return (0, self.house.as_of, [], (0, 0, ""), lock.place or 0)
            when = self.available(self.trucks[lock.truck[0]])
            return (1, when, [ord(c) for c in lock.truck[0]], number_key(lock.truck[1]), 0)

        return sorted(mine, key=key)

    def _take_lock(self, order: Order, want: Want, lock: Lock) -> None:
        if lock.expires is not None and lock.expires < self.day(self.house.as_of):
            return
        for _ in range(lock.units):
            if sum(unit.owner == want for unit in self.units) >= want.open:
                return
            for unit in self.units:
                if unit.owner is None and self._fits(unit, want, lock):
                    unit.owner, unit.locked, unit.frozen = want, True, order.held
                    break

    def _fits(self, unit: Unit, want: Want, lock: Lock) -> bool:
        if unit.sku != want.sku:
            return False
        if lock.truck is not None:
            return unit.load is not None and (unit.load.asn, unit.load.line) == lock.truck
        return unit.load is None and lock.place in (None, unit.place)

    # the walk -----------------------------------------------------------------------------------
    def terms(self, order: Order) -> tuple[str, int]:
        """The order's own word, else its customer's, else the house's."""
        if order.policy != "default":
            return order.policy, order.max_shipments
        if order.agreed != "default":
            return order.agreed, order.agreed_most
        return self.house.default_policy, 0

    def shipments_left(self, order: Order) -> int | None:
        policy, most = self.terms(order)
        if policy == "ship_as_available":
            return None
        if policy == "all_or_nothing":
            return 1
        return max(1, most - order.made - (1 if order.shipping else 0))

    def joins_open(self, order: Order) -> bool:
        policy, most = self.terms(order)
        if policy != "up_to_n_shipments" or not order.shipping:
            return False
        return most - order.made - 1 >= 1

    def _serve(self, order: Order) -> None:
        k = self.shipments_left(order)
        lines = self.lines(order)
        for want in lines:
            need = want.open - sum(unit.owner == want for unit in self.units)
            for unit in self.units:
                if need and unit.owner is None and unit.sku == want.sku and unit.in_horizon:
                    unit.owner, need = want, need - 1
            self.took[want] = sum(u.owner == want and not u.locked for u in self.units)
        mine = [unit for unit in self.units if unit.owner in lines]
        full = len(mine) == sum(want.open for want in lines)
        self.full[order.number] = full
        self._ship(order, mine, k, full)
        for want in lines:
            kept = sum(u.owner == want and not u.locked for u in self.units)
            self.kept_back[want] = self.took[want] - kept

    def _ship(self, order: Order, mine: list[Unit], k: int | None, full: bool) -> None:
        if k is None:
            for unit in mine:
                unit.ships = unit.available
            return
        if self.joins_open(order):
            for unit in mine:
                if unit.load is None:
                    unit.ships = unit.available
            mine = [unit for unit in mine if unit.load is not None]
        days = sorted({self.day(unit.available) for unit in mine})
        for unit in mine:
            early = self.day(unit.available) in days[: k - 1]
            if not full and not early and not unit.locked:
                unit.owner = None
        kept = [unit for unit in mine if unit.owner is not None]
        for unit in kept:
            day = self.day(unit.available)
            if day in days[: k - 1]:
                group = [other for other in kept if self.day(other.available) == day]
            else:
                group = [other for other in kept if self.day(other.available) not in days[: k - 1]]
            unit.ships = max(other.available for other in group)
