"""Each bad row of the import's list is named by file, line and column, and keeps all of it out."""

import pytest

from app.domain.barcode import LONGEST_CODE
from db import tables as t
from tests.services.importing.bench import LOCATIONS, ORDERS, PRODUCTS, Bench

LINE = "S-9,1,Eve,BOLT,5,2026-03-01T08:00Z"
ORDER = "order,line,customer,sku,quantity,ordered_at"
ASN = "asn,line,supplier,sku,quantity,expected_at"
TRUCK = "T-9,1,Acme,BOLT,5,2026-03-03"
BAD_NUMBERS = [
    "-1", "+1", "1,5", "1.5", "1.000,00", "NaN", "Infinity", "1e3", "1e9999999", "1_000", "0x10",
    "٣", "\uff11", "²", "9" * 400, "1000000001", "9999999999", "1 0", "ten", "5.0", "00000000001",
]  # fmt: skip

BAD_ROWS = [
    # unknown column values
    ("orders", f"{ORDER},policy\n{LINE},whenever\n", 2, "policy"),
    ("orders", f"{ORDER},hold\n{LINE},maybe\n", 2, "hold"),
    ("orders", f"{ORDER}\nS-9,1,Eve,SCREW,5,2026-03-01\n", 2, "sku"),
    ("orders", f"{ORDER}\nS-9,1,Eve,,5,2026-03-01\n", 2, "sku"),
    ("orders", f"{ORDER}\nS-9,1,Eve,bolt,5,2026-03-01\n", 2, "sku"),
    ("inbound", f"{ASN},status\n{TRUCK},lost\n", 2, "status"),
    ("inbound", f"{ASN}\nT-9,1,Acme,SCREW,5,2026-03-03\n", 2, "sku"),
    ("locations", "location,kind\nB-1,shelf\n", 2, "kind"),
    ("locations", "location,kind\nB-1,\n", 2, "kind"),
    ("locations", "location,kind\nA-1,supplier\n", 2, "kind"),
    ("locations", "location,kind,purpose\nB-1,staging,both\n", 2, "purpose"),
    ("products", "sku,description,tracking\nX,x,batch\n", 2, "tracking"),
    ("products", "sku,description,backorderable\nX,x,true\n", 2, "backorderable"),
    ("products", "sku,description,home_location\nX,x,Z-9\n", 2, "home_location"),
    ("products", "sku,description,substitutes\nX,x,BOLT;GONE\n", 2, "substitutes"),
    ("products", "sku,description,substitutes\nX,x,GONE*2\n", 2, "substitutes"),
    ("products", "sku,description,substitutes\nX,x,BOLT*0\n", 2, "substitutes"),
    ("products", "sku,description,substitutes\nX,x,BOLT*1.5\n", 2, "substitutes"),
    ("products", "sku,description,substitutes\nX,x,BOLT*1/0\n", 2, "substitutes"),
    ("products", "sku,description,substitutes\nX,x,BOLT*\n", 2, "substitutes"),
    ("products", "sku,description,substitutes\nX,x,BOLT*1000000001\n", 2, "substitutes"),
    ("products", "sku,description,substitutes\nX,x,BOLT*2;NUT;BOLT\n", 2, "substitutes"),
    ("orders", f"{ORDER},allow_substitutes\n{LINE},maybe\n", 2, "allow_substitutes"),
    ("orders", f"{ORDER},stands_for,replaces\n{LINE},7,1\n", 2, "stands_for"),
    ("orders", f"{ORDER},stands_for,replaces\n{LINE},1,1\n", 2, "stands_for"),
    (
        "orders",
        f"{ORDER},stands_for,replaces\n{LINE},,\nS-9,2,Eve,NUT,1,2026-03-01T08:00Z,1,6\n",
        2,
        "quantity",
    ),
    ("barcodes", "barcode,sku\n123,SCREW\n", 2, "sku"),
    ("stock", "location,sku,quantity\nZ-9,BOLT,1\n", 2, "location"),
    ("stock", "location,sku,quantity\n~supplier,BOLT,1\n", 2, "location"),
    ("stock", "location,sku,quantity\nA-1,SCREW,1\n", 2, "sku"),
    # numbers
    ("orders", f"{ORDER}\nS-9,1,Eve,BOLT,0,2026-03-01\n", 2, "quantity"),
    ("orders", f"{ORDER}\nS-9,1,Eve,BOLT,,2026-03-01\n", 2, "quantity"),
    ("inbound", f"{ASN}\nT-9,1,Acme,BOLT,0,2026-03-03\n", 2, "quantity"),
    ("barcodes", "barcode,sku,units\n123,BOLT,0\n", 2, "units"),
    ("stock", "location,sku,quantity\nA-1,BOLT,\n", 2, "quantity"),
    ("products", "sku,description,unit_weight_g\nX,x,1.5\n", 2, "unit_weight_g"),
    ("products", "sku,description,lead_time_days\nX,x,two\n", 2, "lead_time_days"),
    ("products", "sku,description,safety_stock\nX,x,-3\n", 2, "safety_stock"),
    ("locations", "location,kind,pick_sequence\nB-1,storage,-1\n", 2, "pick_sequence"),
    ("orders", f"{ORDER},quantity_shipped\n{LINE},x\n", 2, "quantity_shipped"),
    ("orders", f"{ORDER},quantity_cancelled\n{LINE},-1\n", 2, "quantity_cancelled"),
    ("orders", f"{ORDER},shipments_made\n{LINE},1.0\n", 2, "shipments_made"),
    ("orders", f"{ORDER},max_shipments\n{LINE},many\n", 2, "max_shipments"),
    # priority, policy, totals
    ("orders", f"{ORDER},priority\n{LINE},0\n", 2, "priority"),
    ("orders", f"{ORDER},priority\n{LINE},6\n", 2, "priority"),
    ("orders", f"{ORDER},priority\n{LINE},urgent\n", 2, "priority"),
    ("orders", f"{ORDER},policy\n{LINE},up_to_n_shipments\n", 2, "max_shipments"),
    (
        "orders",
        f"{ORDER},policy,max_shipments\n{LINE},up_to_n_shipments,0\n",
        2,
        "max_shipments",
    ),
    (
        "orders",
        f"{ORDER},quantity_shipped,quantity_cancelled\n{LINE},3,3\n",
        2,
        "quantity_cancelled",
    ),
    ("orders", f"{ORDER},quantity_shipped\n{LINE},6\n", 2, "quantity_shipped"),
    # repeated keys
    ("orders", f"{ORDER}\n{LINE}\n{LINE}\n", 3, "line"),
    ("inbound", f"{ASN}\n{TRUCK}\n{TRUCK}\n", 3, "line"),
    ("products", "sku,description\nX,x\nX,x\n", 3, "sku"),
    ("locations", "location,kind\nB-1,storage\nB-1,storage\n", 3, "location"),
    ("barcodes", "barcode,sku\n123,BOLT\n123,BOLT\n", 3, "barcode"),
    ("barcodes", "barcode,sku\n400638133393,BOLT\n0400638133393,BOLT\n", 3, "barcode"),
    ("stock", "location,sku,quantity\nA-1,BOLT,1\nA-1,BOLT,2\n", 3, "location"),
    (
        "stock",
        "location,sku,quantity,lot,expires_on\nA-1,BOLT,1,L,20270101\nA-1,BOLT,2,L,2027-01-01\n",
        3,
        "location",
    ),
    # barcodes
    ("barcodes", "barcode,sku\n123,BOLT\n123,NUT\n", 3, "barcode"),
    ("barcodes", "barcode,sku\n4006381333931,NUT\n", 2, "barcode"),
    ("barcodes", "barcode,sku\n04006381333931,NUT\n", 2, "barcode"),
    ("barcodes", "barcode,sku\nNUT,BOLT\n", 2, "barcode"),
    ("barcodes", "barcode,sku\nA-1,BOLT\n", 2, "barcode"),
    ("locations", "location,kind\nBOX-9,storage\n", 2, "location"),
    ("products", "sku,description\nBOX-9,x\n", 2, "sku"),
    # what all rows of a document say alike
    ("orders", f"{ORDER}\n{LINE}\nS-9,2,Adam,NUT,5,2026-03-01T08:00Z\n", 3, "customer"),
    ("orders", f"{ORDER}\n{LINE}\nS-9,2,Eve,NUT,5,2026-03-01T08:01Z\n", 3, "ordered_at"),
    ("orders", f"{ORDER},ship_to\n{LINE},x\nS-9,2,Eve,NUT,5,2026-03-01T08:00Z,y\n", 3, "ship_to"),
    ("orders", f"{ORDER},hold\n{LINE},\nS-9,2,Eve,NUT,5,2026-03-01T08:00Z,yes\n", 3, "hold"),
    ("inbound", f"{ASN}\n{TRUCK}\nT-9,2,Other,NUT,5,2026-03-03\n", 3, "supplier"),
    ("inbound", f"{ASN},door\n{TRUCK},1\nT-9,2,Acme,NUT,5,2026-03-03,2\n", 3, "door"),
    # instants and days
    ("orders", f"{ORDER}\nS-9,1,Eve,BOLT,5,2026-02-30\n", 2, "ordered_at"),
    ("orders", f"{ORDER}\nS-9,1,Eve,BOLT,5,01/03/2026\n", 2, "ordered_at"),
    ("orders", f"{ORDER}\nS-9,1,Eve,BOLT,5,2026-03-01T25:00Z\n", 2, "ordered_at"),
    ("orders", f"{ORDER}\nS-9,1,Eve,BOLT,5,\n", 2, "ordered_at"),
    ("orders", f"{ORDER},promised_at\n{LINE},soon\n", 2, "promised_at"),
    ("inbound", f"{ASN}\nT-9,1,Acme,BOLT,5,2026-13-01\n", 2, "expected_at"),
    ("inbound", f"{ASN},window_start\n{TRUCK},9 am\n", 2, "window_start"),
    ("inbound", f"{ASN},window_end\n{TRUCK},2026-03-03T10:60\n", 2, "window_end"),
    ("inbound", f"{ASN},expires_on\n{TRUCK},2026-02-29\n", 2, "expires_on"),
    ("stock", "location,sku,quantity,expires_on\nA-1,BOLT,1,31.12.2026\n", 2, "expires_on"),
    # keys that are not there
    ("products", "sku,description\n,x\n", 2, "sku"),
    ("locations", "location,kind\n,storage\n", 2, "location"),
    ("barcodes", "barcode,sku\n,BOLT\n", 2, "barcode"),
    ("orders", f"{ORDER}\n,1,Eve,BOLT,5,2026-03-01\n", 2, "order"),
    ("orders", f"{ORDER}\nS-9,,Eve,BOLT,5,2026-03-01\n", 2, "line"),
    # two files put together
    ("products", "sku,description\nX,x\nsku,description\n", 3, "sku"),
]


@pytest.mark.parametrize(("name", "text", "line", "column"), BAD_ROWS)
def test_a_bad_row_is_named_and_refuses_all(
    sqlite_bench: Bench, name: str, text: str, line: int, column: str
) -> None:
    before = sqlite_bench.warehouse().everything()

    sqlite_bench.bring(**{name: text})

    assert sqlite_bench.rejected() == [(name, line, column)]
    assert sqlite_bench.report.refused
    assert sqlite_bench.counts() == (0, 0, 0)
    assert sqlite_bench.everything() == before


@pytest.mark.parametrize("number", BAD_NUMBERS)
def test_a_number_in_another_form_is_bad(sqlite_bench: Bench, number: str) -> None:
    sqlite_bench.warehouse()

    sqlite_bench.bring(orders=f'{ORDER}\nS-9,1,Eve,BOLT,"{number}",2026-03-01\n')

    assert sqlite_bench.rejected() == [("orders", 2, "quantity")]


def test_every_bad_row_is_named_in_every_file(bench: Bench) -> None:
    bench.bring(
        locations=LOCATIONS + "B-1,shelf\nB-2,shelf\n",
        products=PRODUCTS,
        orders=ORDERS + "S-3,1,Eve,SCREW,0,2026-03-01,9,\n",
    )

    assert bench.rejected() == [
        ("locations", 7, "kind"),
        ("locations", 8, "kind"),
        ("orders", 5, "priority"),
        ("orders", 5, "sku"),
        ("orders", 5, "quantity"),
    ]


def test_rows_that_name_a_bad_product_are_not_bad_themselves(sqlite_bench: Bench) -> None:
    products = "sku,description,unit_weight_g\nBOLT,Bolt,x\nNUT,Nut,\n"

    sqlite_bench.bring(products=products, orders=ORDERS)

    assert sqlite_bench.rejected() == [("products", 2, "unit_weight_g")]


def test_an_hour_that_summer_time_skips_is_bad_and_one_that_repeats_is_the_first(
    sqlite_bench: Bench,
) -> None:
    sqlite_bench.warehouse().put(t.settings, site="MAIN", name="time_zone", value="Europe/Berlin")

    sqlite_bench.bring(orders=f"{ORDER}\nS-9,1,Eve,BOLT,5,2026-03-29T02:30\n")
    assert sqlite_bench.rejected() == [("orders", 2, "ordered_at")]

    sqlite_bench.bring(orders=f"{ORDER}\nS-9,1,Eve,BOLT,5,2026-10-25T02:30\n")
    assert sqlite_bench.counts() == (1, 0, 0)


GOOD = [
    ("orders", f"{ORDER},policy,hold\n{LINE}, SHIP_as_Available ,YES\n"),
    ("orders", f"{ORDER},policy,max_shipments\n{LINE},All_Or_Nothing,0\n"),
    ("orders", f"{ORDER},priority,quantity_shipped\n{LINE},,\n"),
    ("orders", f"{ORDER}\nS-9,1,,BOLT,5,2026-03-01\n"),
    ("orders", f"{ORDER}\n S-9 ,\t1,Eve , BOLT, 5 ,2026-03-01 08:00\n"),
    ("orders", "quantity,sku,ordered_at,customer,line,order\n5,BOLT,2026-03-01,Eve,1,S-9\n"),
    ("orders", f"{ORDER},quantity_shipped,quantity_cancelled\n{LINE},2,3\n"),
    ("orders", f"{ORDER}\n{LINE}\nS-9,01,Eve,BOLT,5,2026-03-01T08:00+00:00\n"),
    ("orders", f"{ORDER}\n{LINE}\nS-9,A,Eve,BOLT,5,2026-03-01T09:00+0100\n"),
    ("orders", f"{ORDER}\nS-9,1,Eve,BOLT,1000000000,2026-03-01\n"),
    ("inbound", f"{ASN},status\n{TRUCK},No_Show\n"),
    ("inbound", f"{ASN},window_start,window_end\n{TRUCK},2026-03-03T10:00Z,2026-03-03T09:00Z\n"),
    ("locations", "location,kind\nB-1,QUARANTINE\n"),
    ("locations", "location,kind\nBOLT,storage\n"),
    ("products", "sku,description,substitutes,tracking\nX,,Y;;Y ; BOLT,LOT\nY,,X,\n"),
    ("products", "sku,description,substitutes\nX,x,BOLT * 2 ; NUT*1/12;NUT*2/24\n"),
    ("products", "sku,description,substitutes\nBOLT*2,x,BOLT*2;BOLT*3\n"),
    ("orders", f"{ORDER},allow_substitutes\n{LINE},YES\n"),
    ("barcodes", "barcode,sku,units\nBOLT,BOLT,\n"),
    ("barcodes", "barcode,sku\n4006381333931,BOLT\n"),
    ("stock", "location,sku,quantity,lot\nA-1,BOLT,0,\nA-1,BOLT,3,L1\n"),
    ("products", "sku,description\nX,x\n,\n\n , \n"),
]


def every_code(code: str) -> dict[str, str]:
    """Return files in which all that is found by its code has one like this."""
    return {
        "locations": f"location,kind\nL{code},storage\n",
        "products": f"sku,description\nP{code},\n",
        "barcodes": f"barcode,sku\nB{code},BOLT\n",
        "stock": f"location,sku,quantity,lot\nA-1,BOLT,10,\nA-2,BOLT,5,A{code}\n",
        "inbound": f"{ASN},door,lot,sscc\nT{code},T{code},Acme,BOLT,5,2026-03-03,"
        f"D{code},I{code},S{code}\n",
        "orders": f"{ORDER}\nO{code},O{code},Eve,BOLT,5,2026-03-01\n",
    }


def test_a_code_longer_than_any_scan_is_bad_and_the_longest_is_kept(bench: Bench) -> None:
    bench.warehouse().bring(**every_code("😀" * LONGEST_CODE))
    assert [column for _, _, column in bench.rejected()] == [
        *("location", "sku", "barcode", "lot"),
        *("asn", "door", "line", "lot", "sscc"),
        *("order", "line"),
    ]
    assert bench.counts() == (0, 0, 0)

    bench.bring(**every_code("😀" * (LONGEST_CODE - 1)))
    assert bench.rejected() == []
    assert bench.counts() == (6, 0, 1)


@pytest.mark.right_input
@pytest.mark.parametrize(("name", "text"), GOOD)
def test_nothing_else_is_refused(sqlite_bench: Bench, name: str, text: str) -> None:
    sqlite_bench.warehouse()

    sqlite_bench.bring(**{name: text})

    assert sqlite_bench.rejected() == []
    assert not sqlite_bench.report.refused
