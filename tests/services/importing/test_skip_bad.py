"""With bad rows left out, documents go whole, and what names a row that is gone goes too."""

from app.exchange.report import ImportReport
from tests.services.importing.bench import LOCATIONS, ORDERS, PRODUCTS, Bench


def left_out(report: ImportReport, name: str) -> list[str]:
    file = next(file for file in report.files if file.name == f"{name}.csv")
    return file.rejected_text.splitlines()


def test_a_bad_line_leaves_its_whole_order_out(bench: Bench) -> None:
    orders = ORDERS.replace("S-1,2,Ann,NUT,3", "S-1,2,Ann,NUT,0")

    bench.skipping(locations=LOCATIONS, products=PRODUCTS, orders=orders)

    assert bench.rejected() == [("orders", 3, "quantity")]
    assert not bench.report.refused
    assert bench.counts("orders") == (1, 0, 0)
    assert left_out(bench.report, "orders") == [
        "order,line,customer,sku,quantity,ordered_at,priority,hold,reason",
        "S-1,1,Ann,BOLT,8,2026-03-01T08:00Z,2,no,left out because other rows of S-1 are bad",
        "S-1,2,Ann,NUT,0,2026-03-01T08:00Z,2,no,quantity: “0” is too small: at least 1",
    ]
    assert bench.report.files[-1].left_out == 2


def test_a_bad_line_leaves_its_whole_asn_out(bench: Bench) -> None:
    inbound = (
        "asn,line,supplier,sku,quantity,expected_at\n"
        "T-1,1,Acme,BOLT,4,2026-03-03\nT-2,1,Acme,BOLT,4,2026-03-03\nT-1,2,Acme,GONE,4,2026-03-03\n"
    )

    bench.skipping(products="sku,description\nBOLT,Bolt\n", inbound=inbound)

    assert bench.rejected() == [("inbound", 4, "sku")]
    assert [line.split(",")[0] for line in left_out(bench.report, "inbound")] == [
        "asn",
        "T-1",
        "T-1",
    ]
    assert bench.counts("inbound") == (1, 0, 0)


def test_rows_that_name_a_bad_product_are_left_out_with_it(sqlite_bench: Bench) -> None:
    sqlite_bench.skipping(
        locations=LOCATIONS,
        products="sku,description,safety_stock,substitutes\nBOLT,x,-1,\nNUT,x,,BOLT\nPIN,x,,NUT\n"
        "CAP,x,,\n",
        barcodes="barcode,sku\n1,BOLT\n2,NUT\n3,PIN\n4,CAP\n",
        stock="location,sku,quantity\nA-1,PIN,1\nA-1,CAP,1\n",
        orders="order,line,customer,sku,quantity,ordered_at\n1,1,,CAP,1,2026-03-01\n"
        "1,2,,NUT,1,2026-03-01\n",
    )

    assert sqlite_bench.rejected() == [
        ("products", 2, "safety_stock"),
        ("products", 3, "substitutes"),
        ("products", 4, "substitutes"),
        ("barcodes", 2, "sku"),
        ("barcodes", 3, "sku"),
        ("barcodes", 4, "sku"),
        ("stock", 2, "sku"),
        ("orders", 3, "sku"),
    ]
    assert sqlite_bench.counts() == (5 + 1 + 1 + 1, 0, 0)


def test_rows_that_name_a_bad_location_are_left_out_with_it(sqlite_bench: Bench) -> None:
    sqlite_bench.skipping(
        locations="location,kind\nA-1,shelf\nA-2,storage\n",
        products="sku,description,home_location\nX,x,A-1\nY,y,A-2\n",
        stock="location,sku,quantity\nA-1,Y,1\n",
    )

    assert sqlite_bench.rejected() == [
        ("locations", 2, "kind"),
        ("products", 2, "home_location"),
        ("stock", 2, "location"),
    ]


def test_a_known_product_whose_new_row_is_bad_stays_as_it_was(sqlite_bench: Bench) -> None:
    sqlite_bench.warehouse().skipping(
        products="sku,description,safety_stock\nBOLT,New,x\n",
        barcodes="barcode,sku\n777,BOLT\n",
    )

    assert sqlite_bench.rejected() == [("products", 2, "safety_stock")]
    assert sqlite_bench.counts() == (1, 0, 0)


def test_a_repeated_row_is_left_out_and_the_first_one_stays(sqlite_bench: Bench) -> None:
    sqlite_bench.skipping(products="sku,description\nX,first\nX,second\n")

    assert sqlite_bench.rejected() == [("products", 3, "sku")]
    assert sqlite_bench.counts() == (1, 0, 0)


def test_a_file_that_is_no_table_refuses_all_even_when_skipping(sqlite_bench: Bench) -> None:
    before = sqlite_bench.everything()

    sqlite_bench.skipping(locations=LOCATIONS, products="sku\nX\n")

    assert sqlite_bench.report.refused
    assert sqlite_bench.rejected() == [("products", 1, "description")]
    assert sqlite_bench.everything() == before


def test_the_mended_rows_go_in_by_themselves(bench: Bench) -> None:
    orders = ORDERS.replace("S-1,2,Ann,NUT,3", "S-1,2,Ann,NUT,x")
    bench.skipping(locations=LOCATIONS, products=PRODUCTS, orders=orders)
    mended = bench.report.files[-1].rejected_text.replace(",x,", ",3,")

    bench.bring(orders=mended)

    assert bench.counts() == (2, 0, 0)
    assert bench.report.files[0].unknown_columns == ("reason",)
