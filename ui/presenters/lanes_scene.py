"""What the lane map shows of the lanes as they stand.  Pure."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from app.texts import screen
from app.texts.screens.lanes import age
from app.texts.wording import weekday_words
from ui.models.lanes import LaneGroup, LaneOrder, LanePanel, LanesScene, LaneTile
from ui.models.work import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from app.services.lane_orders import InLane
    from app.services.lanes import Lane, LaneMap

PURPOSES = ("cross_dock", "", "outbound")
SOON = (3, 4)  # of the longest wait: from there on it is due soon
MOST_NAMED = 2


def lanes_scene(found: LaneMap, chosen: str = "") -> LanesScene:
    """Show the lanes by purpose in walking order, and the chosen one with all its orders."""
    lanes = sorted(found.lanes, key=lambda lane: PURPOSES.index(lane.place.purpose))
    groups = tuple(
        _group(purpose, list(mine), found)
        for purpose, mine in groupby(lanes, key=lambda lane: lane.place.purpose)
    )
    filled = [lane for lane in found.lanes if lane.orders or lane.loose]
    late = sum(1 for lane in filled if _too_long(lane, found))
    orders = {one.standing.order for lane in filled for one in lane.orders}
    units = sum(lane.units for lane in filled)
    panel = next((_panel(lane, found) for lane in found.lanes if lane.place.code == chosen), None)
    return LanesScene(
        groups,
        screen("lanes_filled", filled=len(filled), lanes=len(found.lanes)),
        screen("lanes_units", units=units, orders=len(orders), late=late),
        panel,
        "" if found.lanes else screen("no_lanes"),
    )


def _too_long(lane: Lane, found: LaneMap) -> bool:
    waits = lane.waits(found.as_of)
    return waits is not None and waits > found.most


def _group(purpose: str, lanes: Sequence[Lane], found: LaneMap) -> LaneGroup:
    filled = sum(1 for lane in lanes if lane.orders or lane.loose)
    note = screen("purpose_note", filled=filled, lanes=len(lanes))
    tiles = tuple(_tile(lane, found) for lane in lanes)
    return LaneGroup(screen(f"purpose_{purpose}"), note, tiles)


def _tile(lane: Lane, found: LaneMap) -> LaneTile:
    waits = lane.waits(found.as_of)
    if waits is None:
        loose = screen("loose", units=lane.loose) if lane.loose else ""
        return LaneTile(lane.place.code, loose or screen("lane_free"))
    return LaneTile(
        lane.place.code,
        screen("units", units=lane.units),
        _named(lane.orders),
        _next(lane),
        age_mark(waits, found.most),
        any(one.ready for one in lane.orders),
    )


def _named(orders: Sequence[InLane]) -> str:
    """Name the orders of a lane, a single one with its customer."""
    names = list(dict.fromkeys(one.standing.order for one in orders))
    if len(names) == 1:
        return f"{names[0]} {orders[0].standing.customer}"
    first, more = ", ".join(names[:MOST_NAMED]), len(names) - MOST_NAMED
    return f"{first} {screen('and_more', more=more)}" if more > 0 else first


def _next(lane: Lane) -> str:
    """Say what the lane waits for: what can be picked comes first, whole orders before parts."""
    first = min(lane.orders, key=lambda one: (not one.whole, not one.ready))
    if first.whole:
        return first.says
    return f"{first.standing.order}: {first.says}"


def age_mark(waits: timedelta, most: timedelta) -> Mark:
    """Say how long units stand, measured by the longest that they may."""
    part, whole = SOON
    if waits > most:
        return Mark("bad", "alarm", screen("age_too_long", age=age(waits)))
    if waits * whole >= most * part:
        return Mark("warn", "schedule", screen("age_soon", age=age(waits)))
    return Mark("ok", "check_circle", screen("age_fresh", age=age(waits)))


def _panel(lane: Lane, found: LaneMap) -> LanePanel:
    parts = [screen("units", units=lane.units)] if lane.orders else []
    parts += [screen("loose", units=lane.loose)] if lane.loose else []
    note = ", ".join(parts) or screen("lane_is_free")
    return LanePanel(lane.place.code, note, tuple(_order(one, found) for one in lane.orders))


def _order(one: InLane, found: LaneMap) -> LaneOrder:
    standing = one.standing
    since = standing.since.astimezone(found.zone)
    return LaneOrder(
        standing.order,
        standing.customer,
        screen(
            "in_lane_since", units=standing.units, since=f"{weekday_words(since)} {since:%H:%M}"
        ),
        screen("came_on", asns=", ".join(one.asns)) if one.asns else "",
        one.says,
        age_mark(found.as_of - standing.since, found.most),
        screen("open_pick", order=standing.order) if one.ready else "",
    )
