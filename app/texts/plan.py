"""Why a line is not served, and why an arriving unit is put away, as sentences."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.texts.wording import few, instant_words, listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

    from app.domain.backorders import Backorder
    from app.domain.plan.values import (
        Peg,
        PegWhy,
        PlannedInbound,
        PlanRules,
        RankFacts,
        RunnerUp,
        Unmet,
    )


def unmet_sentence(unmet: Unmet, zone: ZoneInfo) -> str:
    """Say why units of an order line are not served; instants in the site's time zone."""
    if unmet.reason == "on_hold":
        said = "Order {order} is on hold and takes nothing until it is released."
    elif unmet.reason == "stockout":
        said = (
            "{sku} cannot be backordered and only {found} of {wanted} are there: "
            "cancel or substitute."
        )
    elif unmet.reason == "would_not_complete":
        said = "Order {order} is short of {shortages} and gave back what it cannot ship."
    elif unmet.reason == "outranked":
        said = "Order {winner} is served first ({rank}) and keeps {units} {sku}."
    elif unmet.reason == "outside_horizon":
        said = "The next {sku} is on {asn} line {line}, expected {at}: beyond the horizon."
    else:
        said = "No {sku} is free, neither in stock nor on an announced truck."
    return said.format(
        order=unmet.order,
        sku=unmet.sku,
        found=unmet.found,
        wanted=unmet.wanted,
        shortages=listed([f"{short.units} {short.sku}" for short in unmet.shortages]),
        winner=unmet.winner.order if unmet.winner else "",
        rank=_rank(unmet.winner, zone) if unmet.winner else "",
        units=unmet.winner.units if unmet.winner else 0,
        asn=unmet.beyond.asn if unmet.beyond else "",
        line=unmet.beyond.line if unmet.beyond else "",
        at=instant_words(unmet.beyond.expected_at, zone) if unmet.beyond else "",
    )


def peg_sentence(why: PegWhy, zone: ZoneInfo) -> str:
    """Say what gave units to an order, and who would have had them else."""
    if why.reason == "locked":
        said = "Locked to order {order} ({rank})."
    else:
        said = "Order {order} is served first ({rank})."
    mine = said.format(order=why.winner.order, rank=_rank(why.winner, zone))
    return f"{mine} {runner_up_sentence(why.runner_up, zone)}"


def won_by(why: PegWhy, zone: ZoneInfo) -> str:
    """Say what placed the winner and who would be next, beside a title that names the winner."""
    placed = _rank(why.winner, zone)
    return f"{placed[:1].upper()}{placed[1:]}. {runner_up_sentence(why.runner_up, zone)}"


def runner_up_sentence(lost: RunnerUp | None, zone: ZoneInfo) -> str:
    """Say which order lost units to another, and what became of it."""
    if lost is None:
        return "No other order goes without because of it."
    said = {
        "later": "Next is {order} ({rank}): it gets {units} later, the last at {at}.",
        "would_not_complete": (
            "Next is {order} ({rank}): it misses {units} and ships only what completes it."
        ),
    }.get(lost.reason, "Next is {order} ({rank}): it misses {units}.")
    return said.format(
        order=lost.facts.order,
        rank=_rank(lost.facts, zone),
        units=lost.facts.units,
        at=instant_words(lost.available_at, zone) if lost.available_at else "",
    )


def backorder_sentence(line: Backorder, zone: ZoneInfo) -> str:
    """Say what a waiting line comes on and when it ships, or why nothing serves it."""
    if line.unmet is not None:
        return unmet_sentence(line.unmet, zone)
    said = "On {asns}, ships {at}."
    at = instant_words(line.expected_ship_at, zone) if line.expected_ship_at else ""
    return said.format(asns=listed(line.asns), at=at)


def stand_sentence(pegs: Sequence[Peg], unmet: Sequence[Unmet], zone: ZoneInfo) -> str:
    """Say why a line is not served, or what its last units come on and when they ship."""
    if unmet:
        return unmet_sentence(unmet[0], zone)
    asns = tuple(dict.fromkeys(peg.asn for peg in pegs if peg.asn is not None))
    at = instant_words(max(peg.ships_at for peg in pegs), zone) if pegs else ""
    said = "On {asns}, ships {at}." if asns else "From stock, ships {at}."
    return said.format(asns=listed(asns), at=at)


def put_away_sentence(row: PlannedInbound, rules: PlanRules) -> str:
    """Say why units of an inbound line are put away; nothing where none are."""
    said = {
        "outside_horizon": "The truck is expected beyond the horizon.",
        "expired_lot": "The lot is past its expiry day when it arrives.",
        "not_backorderable": "{sku} is not backorderable: it is promised from stock alone.",
        "product_excluded": (
            "{sku} is never cross-docked: it is picked from the shelf for {orders}."
        ),
        "customer_excluded": (
            "Units for {orders} go to the shelf first: this customer is never cross-docked."
        ),
        "share_too_small": (
            "At most {share} % of {orders} would be there to ship; a lane takes {least} % or more."
        ),
        "would_wait": "Units for {orders} would wait {waits} in a lane; the limit is {most}.",
        "would_not_complete": "{orders} gave units back: not enough came to complete them.",
        "stock_covers": "All open demand for {sku} is covered.",
        "no_demand": "No order wants {sku}.",
    }
    if row.reason is None:
        return ""
    return said[row.reason].format(
        sku=row.sku,
        orders=few(row.orders),
        waits=_span(row.waits) if row.waits else "",
        most=_span(rules.max_lane_dwell),
        share=row.share,
        least=rules.min_share,
    )


def rank_sentence(facts: RankFacts, zone: ZoneInfo) -> str:
    """Say what placed an order in the rank."""
    return f"Order {facts.order}: {_rank(facts, zone)}."


def _rank(facts: RankFacts, zone: ZoneInfo) -> str:
    if facts.promised_at is None:
        said = "rank {rank}, priority {priority}{preferred}, no promise, ordered {ordered}"
    else:
        said = "rank {rank}, priority {priority}{preferred}, promised {promised}, ordered {ordered}"
    return said.format(
        rank=facts.rank,
        priority=facts.priority,
        preferred=", preferred by the supervisor's acceptance" if facts.preferred else "",
        promised=instant_words(facts.promised_at, zone) if facts.promised_at else "",
        ordered=instant_words(facts.ordered_at, zone),
    )


def _span(span: timedelta) -> str:
    """Say how long a wait is, in whole hours, or in minutes below two of them."""
    minutes = span // timedelta(minutes=1)
    if minutes < 120:
        return f"{minutes} min"
    return f"{minutes // 60} h"
