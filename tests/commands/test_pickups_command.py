"""``pickups``: what leaves today, ready by when, and who misses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.floor import inbound, stock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.program import Ended

    Inside = Callable[..., Ended]

HEAD = "order,line,customer,sku,quantity,ordered_at,priority,carrier"


@pytest.fixture
def day(inside: Inside, tmp_path: Path) -> Inside:
    """Fast Freight comes at ten and Slow Lines at five; the truck with vases comes at noon.

    SO-1, which names no carrier, waits for two of them.
    """
    files = {
        "orders.csv": f"{HEAD}\nF-1,1,Ann,LAMP,1,2026-03-01,1,Fast Freight\n"
        "F-2,1,Ann,VASE,2,2026-03-01,1,fast freight\nS-1,1,Ann,VASE,3,2026-03-01,2,Slow Lines\n"
        "N-1,1,Ann,LAMP,1,2026-03-01,2,Nobody's\n",
        "inbound.csv": inbound("V-1,1,Acme,VASE,9,2026-03-04T12:00:00Z,"),
        "stock.csv": stock("A-2,LAMP,9,,"),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
        assert inside("import", str(tmp_path / name)).code == 0
    inside("appointment", "ASN-1", "--cancel")
    inside("pickup", "P-1", "--start", "2026-03-04T10:00Z", "--carrier", "Fast Freight")
    inside("pickup", "P-2", "--start", "2026-03-04T17:00Z", "--carrier", "Slow Lines")
    return inside


def ready(said: dict[str, Any]) -> dict[str, Any]:
    return {row["pickup"]: row["ready"] for row in said["pickups"]}


def test_each_carrier_has_its_own_orders_and_those_that_miss_it(day: Inside) -> None:
    said = day("pickups", "--json").json

    found = ready(said)
    assert [row["carrier"] for row in said["pickups"]] == ["Fast Freight", "Slow Lines"]
    assert (found["P-1"]["missed"], found["P-1"]["spare_minutes"]) == (["F-2"], -120)
    assert (found["P-2"]["missed"], found["P-2"]["added_units"]) == ([], 3 + 2)
    assert said["without_pickup"] == {"orders": ["N-1"], "units": 1}


def test_people_read_who_misses_and_for_whom_nobody_comes(day: Inside) -> None:
    told = day("pickups").out
    assert (
        "F-2 misses the 10:00 pickup of Fast Freight: it waits for V-1 and is ready at 12:00."
        in told
    )
    assert "No pickup is left today for N-1." in told


def test_the_board_and_the_queue_say_the_same(day: Inside) -> None:
    board = {row["number"]: row for row in day("dock", "--json").json["appointments"]}
    queue = {row["order"]: row for row in day("backorders", "--json").json["lines"]}

    assert {name: board[name]["ready"] for name in ("P-1", "P-2")} == ready(
        day("pickups", "--json").json
    )
    assert queue["F-2"]["misses_pickup"] == "misses the 10:00 pickup of Fast Freight"
    assert queue["S-1"]["misses_pickup"] is None
    assert "misses the 10:00 pickup of Fast Freight" in day("backorders", "F-2").out


def test_a_carrier_is_told_by_a_file_and_kept_where_another_is_silent(
    day: Inside, tmp_path: Path
) -> None:
    (tmp_path / "orders.csv").write_text(f"{HEAD}\nN-1,1,Ann,LAMP,1,2026-03-01,2,SLOW LINES\n")
    day("import", str(tmp_path / "orders.csv"))
    head = HEAD.removesuffix(",carrier")
    (tmp_path / "orders.csv").write_text(f"{head}\nN-1,1,Ann,LAMP,2,2026-03-01,2\n")
    day("import", str(tmp_path / "orders.csv"))
    day("export", "orders", "-o", str(tmp_path / "out.csv"))

    rows = (tmp_path / "out.csv").read_text().splitlines()
    assert rows[0].endswith(",carrier,language,note,reference")
    assert next(row for row in rows if row.startswith("N-1")).endswith(",SLOW LINES,,,")
    said = day("pickups", "--json").json
    assert said["without_pickup"]["orders"] == []
    assert ready(said)["P-2"]["units"] == 3 + 2 + 2


def test_another_day_foresees_nothing(day: Inside) -> None:
    rows = day("--as-of", "2026-03-03T08:00Z", "dock", "--day", "2026-03-04", "--json").json
    assert {row["ready"] for row in rows["appointments"]} == {None}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("pickups", "P-1"), 2),
        (("pickups", "--day", "2026-03-05"), 2),
        (("settings", "pickup_cut_off", "2d"), 1),
        (("settings", "pickup_cut_off", "-5m"), 2),
        (("settings", "pickup_cut_off", "1h30"), 1),
        (("pickup", "P-3", "--start", "25:00"), 2),
        (("pickup", "P-3", "--carrier", "Fast Freight"), 1),
    ],
)
def test_what_is_no_question_changes_no_forecast(
    day: Inside, line: tuple[str, ...], code: int
) -> None:
    before = day("pickups", "--json").json
    done = day(*line)
    assert (done.code, done.out) == (code, "")
    assert done.complaint
    assert day("pickups", "--json").json == before


@pytest.mark.parametrize("event", ["--cancel", "--no-show", "--done", "--depart"])
def test_a_pickup_that_takes_nothing_more_leaves_its_orders_without(
    day: Inside, event: str
) -> None:
    day("pickup", "P-2", event)
    said = day("pickups", "--json").json
    assert said["without_pickup"]["orders"] == ["N-1", "S-1"]
    assert ready(said)["P-2"] is None


def test_rows_of_one_order_that_name_two_carriers_are_bad(day: Inside, tmp_path: Path) -> None:
    rows = ("T-1,1,Ann,LAMP,1,2026-03-01,2,Fast", "T-1,2,Ann,VASE,1,2026-03-01,2,Slow")
    (tmp_path / "orders.csv").write_text("\n".join((HEAD, *rows)) + "\n")
    done = day("import", str(tmp_path / "orders.csv"))
    assert done.code == 1
    assert "carrier" in done.err + done.out
