"""What the reference says of a warehouse: pegs, reasons, put-away, unload order, pick list."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tests.domain.plan.reference_walk import Served, Unit, number_key
from tests.domain.plan.warehouse import Load, Order, Want

CRITERIA = ("product_excluded", "customer_excluded", "would_wait", "share_too_small")


@dataclass(frozen=True, order=True)
class RefPeg:
    order: str
    line: str
    sku: str
    quantity: int
    source: str
    asn: str | None
    asn_line: str | None
    available_at: datetime
    ships_at: datetime
    cross_dock: bool


class Reference(Served):
    """Plans one warehouse; read ``pegs``, ``unmet``, ``inbound``, ``unload`` and ``pickable``."""

    def order_of(self, want: Want) -> Order:
        return next(order for order in self.house.orders if order.number == want.order)

    def in_rank(self) -> list[tuple[Order, Want]]:
        return [(order, want) for order in self.ranked for want in self.lines(order)]

    def flagged(self, unit: Unit) -> bool:
        assert unit.ships is not None
        if unit.load is None and not unit.on_dock:
            return False
        return self.kept_off(unit) is None

    def kept_off(self, unit: Unit) -> str | None:
        """The first criterion that keeps a unit that arrives off the lanes."""
        assert unit.ships is not None
        assert unit.owner is not None
        if unit.sku in self.house.excluded_products:
            return "product_excluded"
        if self.order_of(unit.owner).customer in self.house.excluded_customers:
            return "customer_excluded"
        if unit.ships - unit.available > self.house.max_lane_dwell:
            return "would_wait"
        there, all_of_it = self.there_by(self.order_of(unit.owner), self.day(unit.ships))
        return "share_too_small" if 100 * there < self.house.min_share * all_of_it else None

    def there_by(self, order: Order, day: date) -> tuple[int, int]:
        """The units of an order that go by a day, and all that it waits for."""
        lines = self.lines(order)
        goes = [
            unit
            for want in lines
            for unit in self.served(want)
            if unit.ships is not None and self.day(unit.ships) <= day
        ]
        return order.picked + len(goes), order.picked + sum(want.open for want in lines)

    def served(self, want: Want) -> list[Unit]:
        return [unit for unit in self.units if unit.owner == want and not unit.frozen]

    def pegs(self) -> list[RefPeg]:
        found = []
        for _, want in self.in_rank():
            sums: dict[tuple[object, ...], int] = {}
            for unit in self.served(want):
                assert unit.ships is not None
                names = (unit.load.asn, unit.load.line) if unit.load else (None, None)
                source = "inbound" if unit.load else "stock"
                key = (source, *names, unit.available, unit.ships, self.flagged(unit))
                sums[key] = sums.get(key, 0) + 1
            found += [
                RefPeg(want.order, want.line, want.sku, units, *key)  # type: ignore[arg-type]
                for key, units in sums.items()
            ]
        return found

    def unmet(self) -> list[tuple[str, str, str, int, str]]:
        found = []
        for order, want in self.in_rank():
            if units := want.open - len(self.served(want)):
                reason = self._why(order, want)
                found.append((want.order, want.line, want.sku, units, reason))
        return found

    def _why(self, order: Order, want: Want) -> str:
        if order.held:
            return "on_hold"
        locked = sum(unit.owner == want and unit.locked for unit in self.units)
        if not self.backorderable[want.sku] and locked + self.took[want] < want.open:
            return "stockout"
        if self.kept_back[want]:
            return "would_not_complete"
        if self.winner(order, want) is not None:
            return "outranked"
        if any(
            load.sku == want.sku
            and load.expected > load.received
            and self.beyond(load)
            and not self.expired(load)
            for load in self.house.loads
        ):
            return "outside_horizon"
        return "no_supply"

    def winner(self, order: Order, want: Want) -> str | None:
        last = None
        for other in self.ranked[: self.ranked.index(order)]:
            for unit in self.units:
                keeps = unit.owner is not None and unit.owner.order == other.number
                if keeps and unit.sku == want.sku and unit.in_horizon and not unit.frozen:
                    last = other.number
        return last

    def inbound(self) -> list[tuple[object, ...]]:
        rows: list[tuple[object, ...]] = []
        for load in sorted(self.house.loads, key=lambda x: (x.asn, number_key(x.line))):
            pegged = [
                u for u in self.units if u.load == load and u.owner is not None and not u.frozen
            ]
            crossed = load.crossed + sum(self.flagged(unit) for unit in pegged)
            away = max(load.expected, load.received) - crossed - load.damaged
            off = {self.kept_off(unit) for unit in pegged}
            reason = self._why_put_away(load, off) if away else None
            counts = (load.expected, load.received, load.damaged, crossed, away)
            rows.append((load.asn, load.line, load.sku, *counts, reason))
        return rows

    def _why_put_away(self, load: Load, off: set[str | None]) -> str:
        wants = [
            want
            for order, want in self.in_rank()
            if want.sku == load.sku and not order.held and want.open
        ]
        if self.beyond(load):
            return "outside_horizon"
        if self.expired(load):
            return "expired_lot"
        if not self.backorderable[load.sku]:
            return "not_backorderable"
        for criterion in CRITERIA:
            if criterion in off:
                return criterion
        if any(self.kept_back[want] for want in wants):
            return "would_not_complete"
        if wants and all(len(self.served(want)) == want.open for want in wants):
            return "stock_covers"
        return "no_demand"

    def unload(self) -> list[tuple[str, int, int, int]]:
        as_of = self.house.as_of
        rows = []
        for truck in self.house.trucks:
            late = due = units = 0
            for unit in self.units:
                if unit.load is None or unit.load.asn != truck.asn:
                    continue
                if unit.owner is None or unit.frozen:
                    continue
                promised = self.order_of(unit.owner).promised
                units += 1
                late += promised is not None and promised < as_of
                due += promised is not None and as_of <= promised <= as_of + timedelta(hours=24)
            rows.append((not truck.arrived, -late, -due, -units, truck.expected, truck.asn))
        return [(row[5], -row[1], -row[2], -row[3]) for row in sorted(rows)]

    def pickable(self, order: Order) -> dict[str, int]:
        found: dict[str, int] = {}
        if order.held:
            return found
        k, joins = self.shipments_left(order), self.joins_open(order)
        mine = [unit for want in self.lines(order) for unit in self.served(want)]
        grouped = [u for u in mine if k is not None and not (joins and u.load is None)]
        days = sorted({self.day(unit.available) for unit in grouped})
        early_days = days[: k - 1] if k is not None else []
        for unit in mine:
            if unit.load is not None:
                continue
            assert unit.owner is not None
            if unit in grouped and not self._can_go(order, unit, grouped, early_days):
                continue
            found[unit.owner.line] = found.get(unit.owner.line, 0) + 1
        return found

    def _can_go(
        self, order: Order, unit: Unit, grouped: list[Unit], early_days: list[date]
    ) -> bool:
        day = self.day(unit.available)
        if day in early_days:
            return all(u.load is None for u in grouped if self.day(u.available) == day)
        rest = [u for u in grouped if self.day(u.available) not in early_days]
        return self.full[order.number] and all(u.load is None for u in rest)
