"""Importing twice is importing once; rows are known by their keys, and absence means nothing."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from db import tables as t
from tests.services.importing.bench import ORDERS, PRODUCTS, WAREHOUSE, Bench

REAL = Path(__file__).parents[4] / "shared" / "data"


def test_everything_goes_in_and_a_second_time_changes_nothing(bench: Bench) -> None:
    bench.warehouse()
    assert bench.counts() == (5 + 2 + 2 + 2 + 2 + 3, 0, 0)
    before = bench.everything()

    bench.warehouse()

    assert bench.counts() == (0, 0, 16)
    assert bench.everything() == before


@pytest.mark.parametrize("name", ["northwind_floor", "adventureworks_floor"])
def test_a_real_warehouse_goes_in_without_a_complaint_and_only_once(
    bench: Bench, name: str
) -> None:
    folder = REAL / name
    if not folder.exists():
        pytest.skip("Real warehouses: no ../shared/data beside the project")
    files = [(path.name, path.read_bytes()) for path in sorted(folder.glob("*.csv"))]

    bench.bring_bytes(files)
    assert bench.rejected() == []
    assert bench.counts()[0] == sum(file.rows for file in bench.report.files) > 600
    before = bench.everything()

    bench.bring_bytes(files)
    assert bench.counts()[:2] == (0, 0)
    assert bench.everything() == before


def test_a_dry_run_reports_the_same_and_writes_nothing(bench: Bench) -> None:
    before = bench.everything()
    files = [(name, text.encode()) for name, text in WAREHOUSE.items()]

    bench.bring_bytes(files, dry_run=True)
    dry = bench.counts()

    assert bench.everything() == before
    assert bench.bring_bytes(files).counts() == dry


def test_two_stations_that_import_at_once_import_one_after_the_other(bench: Bench) -> None:
    other = Bench(bench.where)
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(Bench.warehouse, [bench, other]))
    other.engine.dispose()

    assert sorted(one.counts() for one in done) == [(0, 0, 16), (16, 0, 0)]


def test_the_files_may_come_one_by_one_or_in_any_order(sqlite_bench: Bench) -> None:
    for name, text in WAREHOUSE.items():
        sqlite_bench.bring(**{name: text})
        assert sqlite_bench.rejected() == []
    sqlite_bench.bring(**dict(reversed(WAREHOUSE.items())))
    assert sqlite_bench.counts() == (0, 0, 16)


def test_each_file_that_changes_something_is_one_fact_with_its_counts(bench: Bench) -> None:
    bench.warehouse().bring(orders=ORDERS, products=PRODUCTS.replace("Nut", "Hexagon nut"))

    query = select(t.facts.c.subject, t.facts.c.data).where(t.facts.c.kind == "import")
    facts = bench.rows(query.order_by(t.facts.c.sequence))

    assert [row[0] for row in facts] == [*WAREHOUSE, "products.csv"]
    assert facts[-1][1] == '{"rows": 2, "created": 0, "updated": 1, "unchanged": 1}'


def test_a_file_of_another_name_is_left_out_and_named(sqlite_bench: Bench) -> None:
    sqlite_bench.bring_bytes([("truth.csv", b"x\n1\n"), ("README.md", b"# x")])

    assert sqlite_bench.report.other_files == ("truth.csv", "README.md")
    assert sqlite_bench.report.files == []


@pytest.mark.parametrize(
    ("name", "text", "counts"),
    [
        ("locations", "location,kind,zone\nA-1,storage,cold\n", (0, 1, 0)),
        ("locations", "location,kind\nA-1,quarantine\nB-7,storage\n", (1, 1, 0)),
        ("products", "sku,description,supplier\nBOLT,Bolt,Acme\n", (0, 1, 0)),
        ("products", "sku,description\nBOLT,Bolt\n", (0, 0, 1)),
        ("products", "sku,description,home_location\nBOLT,Bolt,\n", (0, 1, 0)),
        ("products", "sku,description,substitutes\nBOLT,Bolt,NUT\n", (0, 1, 0)),
        ("barcodes", "barcode,sku,units\nBOX-9,BOLT,10\n", (0, 1, 0)),
        ("orders", ORDERS.replace(",8,", ",9,"), (0, 1, 2)),
        ("orders", ORDERS.replace(",2,no", ",1,no"), (0, 2, 1)),
        ("orders", ORDERS.replace("S-2,1", "S-2,2"), (1, 0, 2)),
        ("orders", ORDERS.replace("NUT", "BOLT"), (0, 1, 2)),
    ],
)
def test_a_changed_row_is_updated_and_then_stays(
    bench: Bench, name: str, text: str, counts: tuple[int, int, int]
) -> None:
    bench.warehouse().bring(**{name: text})
    assert bench.counts() == counts

    bench.bring(**{name: text})
    assert bench.counts() == (0, 0, sum(counts))


def test_a_column_that_is_not_there_says_nothing(sqlite_bench: Bench) -> None:
    sqlite_bench.warehouse().bring(
        orders="order,line,customer,sku,quantity,ordered_at\nS-1,1,Ann,BOLT,8,2026-03-01T08:00Z\n",
        products="sku,description\nBOLT,Bolt\n",
    )

    assert sqlite_bench.counts() == (0, 0, 2)


def test_what_a_supervisor_changed_stays_until_the_file_says_something_new(bench: Bench) -> None:
    bench.warehouse()
    with bench.engine.begin() as connection:
        by_hand = update(t.orders).where(t.orders.c.number == "S-1")
        connection.execute(by_hand.values(hold=True, priority=5, policy="all_or_nothing"))
    query = select(t.orders.c.hold, t.orders.c.priority).where(t.orders.c.number == "S-1")

    bench.bring(orders=ORDERS)
    assert bench.counts() == (0, 0, 3)
    assert bench.rows(query) == [(True, 5)]

    bench.bring(orders=ORDERS.replace(",2,no", ",1,no"))
    assert bench.counts() == (0, 2, 1)
    assert bench.rows(query) == [(True, 1)]


NOTED = "order,line,customer,sku,quantity,ordered_at,note\nS-9,1,Ann,BOLT,8,2026-03-01,{note}\n"


@pytest.mark.parametrize("remembered", [True, False])
def test_a_note_that_was_written_here_stays_until_the_file_has_another(
    bench: Bench, *, remembered: bool
) -> None:
    file = NOTED.format(note="Ring  twice please")
    bench.warehouse().bring(orders=file)
    mine = update(t.orders).where(t.orders.c.number == "S-9")
    query = select(t.orders.c.note).where(t.orders.c.number == "S-9")
    if not remembered:  # by an import of before
        with bench.engine.begin() as connection:
            connection.execute(mine.values(said="3 default no no"))
        bench.bring(orders=file)
    with bench.engine.begin() as connection:
        connection.execute(mine.values(note="Leave it at the door"))

    bench.bring(orders=file)
    assert bench.rows(query) == [("Leave it at the door",)]

    bench.bring(orders=NOTED.format(note=""))
    assert bench.rows(query) == [("",)]


@pytest.mark.parametrize("barcode", ["4006381333930", "123456789010", "96385075", "04006381333930"])
def test_a_wrong_check_digit_is_taken_with_a_warning(sqlite_bench: Bench, barcode: str) -> None:
    sqlite_bench.warehouse().bring(barcodes=f"barcode,sku\n{barcode},NUT\n")

    assert sqlite_bench.counts() == (1, 0, 0)
    assert [warning.code for warning in sqlite_bench.report.files[0].warnings] == ["check_digit"]


def test_a_site_gets_the_places_it_lacks_once(bench: Bench) -> None:
    bench.bring(locations="location,kind\nDOCK-1,storage\nA-1,storage\n")
    assert bench.report.made == ("DOCK-2", "LANE-1", "PACK-1")

    bench.bring(locations="location,kind\nDOCK-1,storage\nB-1,storage\n")
    assert not bench.report.made


NUMBERS = st.integers(1, 99).map(str)
LINES = st.dictionaries(
    st.tuples(st.sampled_from(["S-1", "S-2", "S-3"]), st.sampled_from(["1", "2", "A"])),
    st.tuples(st.sampled_from(["BOLT", "NUT"]), NUMBERS, st.sampled_from(["", "0", "1"])),
    max_size=9,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(LINES, min_size=1, max_size=4))
def test_any_file_is_worth_as_much_twice_as_once(sqlite_bench: Bench, files: list[dict]) -> None:  # type: ignore[type-arg]
    sqlite_bench.warehouse()
    for lines in files:
        text = "order,line,customer,sku,quantity,ordered_at,quantity_cancelled\n" + "".join(
            f"{order},{line},Ann,{sku},{quantity},2026-03-01,{cancelled}\n"
            for (order, line), (sku, quantity, cancelled) in lines.items()
        )
        sqlite_bench.bring(orders=text)
        assert sqlite_bench.rejected() == []
        once = sqlite_bench.everything()
        sqlite_bench.bring(orders=text)
        assert sqlite_bench.counts() == (0, 0, len(lines))
        assert sqlite_bench.everything() == once
