"""What Backorders shows of one line: why it waits, what can be done, what a change does.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.ordering import OrderChange
from app.texts import screen
from app.texts.pickups import missed_sentence
from app.texts.plan import unmet_sentence
from app.texts.substitutes import offer_sentence
from app.texts.wording import day_words
from ui.models.backorders import Decision, Detail, FactLine, Option
from ui.models.work import Mark
from ui.presenters.backorders_instead import (
    forbid,
    served_words,
    stands_for_facts,
    substitute_decisions,
)
from ui.presenters.backorders_marks import is_held, is_late, mark_of
from ui.presenters.backorders_outlook import policy_facts, shipment_facts, starving_words
from ui.presenters.backorders_scene import (
    expected_words,
    moment_words,
    promised_words,
    where_words,
)
from ui.presenters.dock_clocks import span_words
from ui.presenters.policies import policy_options, policy_words

if TYPE_CHECKING:
    from app.domain.backorders import Backorder
    from app.domain.orders import Order
    from app.domain.pickups import Missed
    from app.services.backorder_board import BackorderBoard, LineCase

PRIORITIES = range(1, 6)


def detail_of(case: LineCase, board: BackorderBoard) -> Detail:
    """Show one line: its trouble first."""
    order, line = case.order, case.backorder
    waits = line.quantity if line else case.line.open
    name = case.product.description or case.product.sku
    return Detail(
        order.number,
        case.line.line,
        screen("case_about", customer=order.customer, units=waits, name=name),
        mark_of(line, board) if line else Mark("ok", "check_circle", screen("mark_served")),
        _why(line, board) if line else served_words(case),
        _why_about(case, board),
        _state(line, board),
        _facts(case, board),
        (*substitute_decisions(case), *_decisions(order, board.default_policy), *forbid(case)),
    )


def _state(line: Backorder | None, board: BackorderBoard) -> str:
    return mark_of(line, board).state if line else "ok"


def _missed(case: LineCase, board: BackorderBoard) -> tuple[Missed, ...]:
    missed = board.queue.missed_by(case.backorder) if case.backorder else None
    return (missed,) if missed else ()


def _why(line: Backorder, board: BackorderBoard) -> str:
    if is_held(line):
        return screen("why_hold")
    if line.expected_ship_at is None:
        return screen("why_stockout" if line.kind == "stockout" else "why_no_date")
    date = moment_words(line.expected_ship_at, board)
    promised = line.promised_at
    late = promised is not None and line.expected_ship_at > promised
    return screen("why_late_date" if late else "why_date", date=date)


def _why_about(case: LineCase, board: BackorderBoard) -> tuple[str, ...]:
    """Return the plan's own sentences: what nothing serves, then what is coming."""
    said = [unmet_sentence(unmet, board.queue.zone) for unmet in case.unmet]
    coming: dict[str, int] = {}
    for peg in case.pegs:
        if peg.asn is not None:
            coming[peg.asn] = coming.get(peg.asn, 0) + peg.quantity
    for asn, units in coming.items():
        truck = board.trucks.get(asn)
        where = where_words(truck, board) if truck else screen("no_date")
        said.append(screen("case_coming", units=units, asn=asn, where=where))
    said += [missed_sentence(one, board.queue.zone) for one in _missed(case, board)]
    said += [f"{offer_sentence(offer, board.queue.zone)}." for offer in case.choices]
    return (*said, *starving_words(case.outlook))


def _facts(case: LineCase, board: BackorderBoard) -> tuple[FactLine, ...]:
    order, line, zone = case.order, case.backorder, board.queue.zone
    late = line is not None and is_late(line, board.as_of)
    ordered = order.ordered_at.astimezone(zone)
    opened = f"{day_words(ordered)} {ordered:%Y}"
    age = span_words(board.as_of - order.ordered_at)
    return (
        *stands_for_facts(case),
        FactLine(screen("fact_go"), _can_go(case)),
        FactLine(
            screen("fact_promised"),
            promised_words(order.promised_at, zone),
            "bad" if late else "",
        ),
        FactLine(screen("fact_expected"), expected_words(line, board) if line else "–"),
        FactLine(screen("fact_ordered"), screen("fact_ordered_value", day=opened, age=age)),
        *policy_facts(case.outlook),
        *shipment_facts(case.outlook),
        FactLine(screen("fact_priority"), str(order.priority)),
        FactLine(screen("fact_sku"), case.product.sku),
    )


def _can_go(case: LineCase) -> str:
    values = {"units": case.can_go, "open": case.line.open, "order": case.order_can_go}
    whole = len(case.order.lines) > 1
    return screen("fact_go_order" if whole else "fact_go_value", **values)


def _decisions(order: Order, default_policy: str) -> tuple[Decision, ...]:
    if order.cancelled:
        return ()
    voices = order.voices(default_policy)
    hold = "release" if order.hold else "hold"
    icon = "play" if order.hold else "hold"
    return (
        Decision(hold, screen(f"do_{hold}"), screen(f"do_{hold}_about"), icon),
        Decision("cancel", screen("do_cancel"), screen("do_cancel_about"), "cancel_outline"),
        Decision(
            "priority",
            screen("do_priority", priority=order.priority),
            screen("do_priority_about"),
            "priority",
            tuple(_priority(value, order.priority) for value in PRIORITIES),
        ),
        Decision(
            "policy",
            screen("do_policy"),
            policy_words(voices.counts),
            "call_split",
            policy_options(voices),
        ),
    )


def _priority(value: int, chosen: int) -> Option:
    ends = {PRIORITIES[0]: "priority_1", PRIORITIES[-1]: "priority_5"}
    label = screen(ends[value]) if value in ends else str(value)
    return Option(str(value), label, value == chosen)


def change_of(kind: str, value: str) -> OrderChange:
    """Return what a decision asks of an order; KeyError for a kind that nobody offers."""
    if kind == "priority":
        return OrderChange(priority=int(value))
    if kind == "policy":
        policy, _, most = value.partition(":")
        return OrderChange(policy=policy, max_shipments=int(most) if most else None)
    plain = {
        "hold": OrderChange(hold=True),
        "release": OrderChange(hold=False),
        "cancel": OrderChange(cancel=True),
        "allow": OrderChange(allow_substitutes=True),
        "forbid": OrderChange(allow_substitutes=False),
    }
    return plain[kind]
