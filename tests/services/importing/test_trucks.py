"""ASNs in files: appointments and doors at first, dock events when a file says something new."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from app.domain.dock import DockState
from db import tables as t
from db.dock_rows import dock_state
from tests.services.importing.bench import INBOUND, NOW, Bench

NINE, TEN = "2026-03-03T09:00Z", "2026-03-03T10:00Z"


def truck(**more: str) -> str:
    """One ASN of forty bolts."""
    values = {"sku": "BOLT", "expected_at": NINE, **more}
    names = ",".join(values)
    return f"asn,line,supplier,quantity,{names}\nT-7,1,Acme,40,{','.join(values.values())}\n"


def state(bench: Bench, asn: str = "T-7") -> DockState:
    """Return how the truck stands by all its facts."""
    with bench.engine.connect() as connection:
        return dock_state(connection, bench.key(t.inbound, asn=asn))


def events(bench: Bench) -> list[str]:
    """Return the kinds of all dock events."""
    return [row[0] for row in bench.rows(select(t.dock_events.c.kind).order_by(t.dock_events.c.id))]


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


def test_an_asn_with_a_door_gets_its_appointment_and_the_door_is_made_once(bench: Bench) -> None:
    bench.warehouse().bring(inbound=truck(door="D1"))

    assert bench.rows(select(t.doors.c.code)) == [("D1",)]
    made = state(bench)
    assert (made.door, made.start_at, made.end_at) == ("D1", at(3, 9), at(3, 10))


def test_an_asn_without_door_and_window_has_no_appointment(bench: Bench) -> None:
    bench.warehouse().bring(inbound=truck())

    assert state(bench) == DockState("scheduled", at(3, 9))


@pytest.mark.parametrize(
    ("expected", "arrived"),
    [("2026-03-01T12:00Z", at(1, 12)), ("2026-03-05T12:00Z", NOW), ("2026-03-02T06:00Z", NOW)],
)
@pytest.mark.parametrize("first", [True, False])
def test_arrived_means_checked_in_as_expected_or_now_where_that_lies_ahead(
    bench: Bench, expected: str, arrived: datetime, *, first: bool
) -> None:
    bench.warehouse()
    if not first:
        bench.bring(inbound=truck(expected_at=expected))

    bench.bring(inbound=truck(expected_at=expected, status="arrived"))

    assert (state(bench).status, state(bench).arrived_at) == ("arrived", arrived)
    bench.bring(inbound=truck(expected_at=expected, status="arrived"))
    assert bench.counts() == (0, 0, 1)


def test_a_new_estimate_is_an_event_and_the_first_one_stays_on_record(bench: Bench) -> None:
    bench.warehouse().bring(inbound=truck())

    bench.bring(inbound=truck(expected_at=TEN))

    assert bench.counts() == (0, 1, 0)
    assert events(bench) == ["estimate"]
    assert state(bench).expected_at == at(3, 10)
    assert (at(3, 9),) in bench.rows(select(t.inbound.c.expected_at))


@pytest.mark.parametrize(
    ("status", "kind"), [("closed", "close"), ("cancelled", "cancel"), ("no_show", "no_show")]
)
def test_a_truck_that_a_file_calls_gone_is_gone_until_it_is_scheduled_again(
    bench: Bench, status: str, kind: str
) -> None:
    bench.warehouse().bring(inbound=truck()).bring(inbound=truck(status=status))
    assert (events(bench), state(bench).status) == ([kind], status)

    bench.bring(inbound=truck(status="scheduled"))
    assert (events(bench), state(bench).status) == ([kind, "reopen"], "scheduled")


def test_a_file_that_says_the_same_again_overrules_nobody(bench: Bench) -> None:
    bench.warehouse().bring(inbound=truck(door="D1", status="scheduled"))
    inbound_id = bench.key(t.inbound, asn="T-7")
    bench.put(t.dock_events, inbound_id=inbound_id, kind="estimate", at=at(4, 12))
    bench.put(t.dock_events, inbound_id=inbound_id, kind="arrive", at=at(4, 13))
    bench.put(t.dock_events, inbound_id=inbound_id, kind="close")
    before = bench.everything()

    bench.bring(inbound=truck(door="D1", status="scheduled"))

    assert bench.counts() == (0, 0, 1)
    assert bench.everything() == before


@pytest.mark.parametrize("here", ["arrive", "unloading", "done"])
def test_arrived_says_nothing_new_of_a_truck_that_is_here(bench: Bench, here: str) -> None:
    bench.warehouse().bring(inbound=truck())
    bench.put(t.dock_events, inbound_id=bench.key(t.inbound, asn="T-7"), kind=here, at=NOW)

    bench.bring(inbound=truck(status="arrived"))

    assert events(bench) == [here]


def test_a_moved_window_keeps_the_estimate(bench: Bench) -> None:
    bench.warehouse().bring(inbound=truck(door="D1", window_start=NINE, window_end=TEN))

    bench.bring(inbound=truck(door="D2", window_start=TEN, window_end="2026-03-03T12:30Z"))

    now = state(bench)
    assert (now.door, now.start_at, now.end_at) == ("D2", at(3, 10), at(3, 12, 30))
    assert now.expected_at == at(3, 9)


def test_a_window_that_comes_later_makes_the_appointment(bench: Bench) -> None:
    bench.warehouse().bring(inbound=truck())

    bench.bring(inbound=truck(door="D9", window_start=TEN))

    now = state(bench)
    assert (now.door, now.start_at, now.end_at) == ("D9", at(3, 10), at(3, 11))


def test_a_window_that_ends_before_it_starts_is_taken_with_a_warning(bench: Bench) -> None:
    bench.warehouse().bring(inbound=truck(window_start=TEN, window_end=NINE))

    assert (state(bench).start_at, state(bench).end_at) == (at(3, 10), at(3, 10))
    assert [found.code for found in bench.report.files[0].warnings] == ["window_turned"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (INBOUND.replace("40", "44"), (0, 1, 1)),
        (INBOUND.replace("Acme", "Emca"), (0, 2, 0)),
        (INBOUND.replace("T-1,2", "T-1,3"), (1, 0, 1)),
        (INBOUND.replace("NUT", "BOLT"), (0, 1, 1)),
    ],
)
def test_a_changed_asn_is_updated_and_then_stays(
    bench: Bench, text: str, counts: tuple[int, int, int]
) -> None:
    assert bench.warehouse().bring(inbound=text).counts() == counts
    assert bench.bring(inbound=text).counts() == (0, 0, 2)


def test_a_line_of_which_units_were_received_keeps_its_product(bench: Bench) -> None:
    bench.warehouse()
    line = bench.rows(select(t.inbound_lines.c.id).where(t.inbound_lines.c.line == "2"))[0][0]
    dock = bench.key(t.locations, code="D-1")
    told = {"told": 2, "moved": 0, "dock_id": dock, "disposition": "put_away"}
    bench.put(t.receipts, inbound_line_id=line, **told)

    bench.bring(inbound=INBOUND.replace("NUT", "BOLT"))

    assert bench.report.refused
    assert bench.rejected() == [("inbound", 3, "sku")]
