"""``dock``: trucks' clocks, doors that run late and the work by hour, as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.floor import orders, wants

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.program import Ended

INBOUND = """asn,line,supplier,sku,quantity,expected_at,carrier,door
L-1,1,Acme,LAMP,40,2026-03-04T06:00:00Z,Slow Lines,D9
L-2,1,Acme,LAMP,40,2026-03-04T07:00:00Z,Next Lines,D9
"""


@pytest.fixture
def late(inside: Callable[..., Ended], tmp_path: Path) -> Callable[..., Ended]:
    """A truck that unloads two hours late, and one behind it; one person moves 10 units an hour."""
    (tmp_path / "inbound.csv").write_text(INBOUND)
    (tmp_path / "orders.csv").write_text(orders(wants("L-9", 30)))
    assert inside("import", str(tmp_path / "inbound.csv"), str(tmp_path / "orders.csv")).code == 0
    inside("settings", "crew_size", "1")
    inside("settings", "units_per_person_hour", "10")
    inside("--as-of", "2026-03-04T06:00Z", "appointment", "L-1", "--at-door", "D9")
    inside("--as-of", "2026-03-04T06:00Z", "appointment", "L-1", "--unloading")
    inside("--as-of", "2026-03-04T07:00Z", "appointment", "L-2", "--arrive")
    return inside


def test_people_read_who_is_kept_which_door_runs_late_and_what_is_too_much(
    late: Callable[..., Ended],
) -> None:
    told = late("--as-of", "2026-03-04T08:30Z", "dock").out

    assert "D9 will run 90 min late: 1 truck affected" in told
    assert "Trucks' clocks" in told
    assert "more than the crew can move in these hours" in told


def test_no_number_is_told_twice_differently(late: Callable[..., Ended]) -> None:
    seen = late("--as-of", "2026-03-04T08:30Z", "--json", "dock").json
    clocks = {truck["asn"]: truck["clock"] for truck in seen["appointments"]}

    assert (clocks["L-1"]["dwell_minutes"], clocks["L-1"]["detention_minutes"]) == (150, 30)
    assert (clocks["L-2"]["dwell_minutes"], clocks["L-2"]["free_minutes"]) == (90, 30)
    carried = [hour["carried"] for hour in seen["workload"]]
    assert carried == [0, *(hour["over"] for hour in seen["workload"][:-1])]


def test_another_day_has_clocks_but_foresees_nothing(late: Callable[..., Ended]) -> None:
    seen = late("--as-of", "2026-03-05T08:30Z", "--json", "dock", "--day", "2026-03-04").json

    assert {truck["asn"] for truck in seen["appointments"] if truck["clock"]} >= {"L-1", "L-2"}
    assert (seen["overruns"], seen["workload"]) == ([], None)


def test_a_truck_that_came_and_went_in_its_free_time_costs_nothing(
    late: Callable[..., Ended],
) -> None:
    late("--as-of", "2026-03-04T08:00Z", "appointment", "L-1", "--depart")
    seen = late("--as-of", "2026-03-04T20:00Z", "--json", "dock").json
    clock = next(truck["clock"] for truck in seen["appointments"] if truck["asn"] == "L-1")

    assert (clock["dwell_minutes"], clock["detention_minutes"]) == (120, 0)
