"""What a slip says of an order: in whose language, what is to come, why, and the same for ever."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from app.domain.errors import BadValueError
from app.services.finding import find, read_code
from app.services.ordering import OrderChange, change_order
from app.services.setting import change_setting
from app.services.slip_keeping import kept_slip, slip_from_json, slip_json
from app.services.speaking import languages_of, set_language
from app.services.substituting import Substitution, substitute
from app.services.undoing import undo_change
from hardware.slip_pdf import slip_pdf
from tests.floor import INBOUND_HEAD, NOW, Floor, orders, stock, wants
from tests.hardware.slips import FONTS, SLIP, Printed
from tests.hardware.test_slip_logo import picture

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.documents import PackingSlip

LAMP = "4006381333931"
EXTRA = "order,line,customer,sku,quantity,ordered_at,language,note,reference,max_shipments,policy"


def ship(floor: Floor, *codes: str, order: str = "SO-1") -> PackingSlip:
    """Pick, pack and close; return the slip as it was kept."""
    floor.pick(order, *codes)
    closed = floor.pack(order, *codes, "CMD-CLOSE")
    return kept(floor, str(closed["shipment"]))


def kept(floor: Floor, number: str) -> PackingSlip:
    with floor.desk.store.read(floor.desk.stamp()) as work:
        shipment = work.shipments.find(number)
        assert shipment is not None
        found = work.documents.of_shipment(shipment.id)
        assert found is not None
        return kept_slip(work, found[1])


def reasons(slip: PackingSlip) -> list[tuple[int, str]]:
    return [(line.units, line.reason) for line in slip.to_come]


def test_a_slip_speaks_the_orders_language_else_the_customers_else_the_sites(floor: Floor) -> None:
    floor.give(
        orders=f"{EXTRA}\nSO-1,1,Ann,LAMP,1,2026-03-01,FR,,,,\nSO-2,1,Ann,LAMP,1,2026-03-01,,,,,\n"
        "SO-3,1,Bob,LAMP,1,2026-03-01,,,,,\n",
        stock=stock("A-1,LAMP,3,,"),
    )
    set_language(" Ann ", "de", floor.desk)
    change_setting("document_language", "ES", floor.desk)

    said = [ship(floor, LAMP, order=order).words for order in ("SO-1", "SO-2", "SO-3")]

    titles = [words.title for words in said if words]
    assert titles == ["Bon de livraison", "Lieferschein", "Albarán de entrega"]


def test_a_customer_can_be_left_to_the_site_again(floor: Floor) -> None:
    set_language("Ann", "de", floor.desk)
    set_language("Bob", "fr", floor.desk)

    done = set_language("Ann", "default", floor.desk)

    assert done == {"customer": "Ann", "language": "en"}
    assert languages_of(floor.desk)["customers"] == {"Bob": "fr"}


@pytest.mark.parametrize(
    ("customer", "language"), [("Ann", "nl"), ("Ann", ""), ("", "de"), (" ", "de"), ("Ann", "deu")]
)
def test_a_language_without_papers_or_a_customer_is_refused(
    floor: Floor, customer: str, language: str
) -> None:
    with pytest.raises(BadValueError):
        set_language(customer, language, floor.desk)

    assert languages_of(floor.desk)["customers"] == {}


def test_note_and_reference_of_the_order_are_on_its_slip(floor: Floor) -> None:
    row = "SO-1,1,Ann,LAMP,1,2026-03-01,,Ring twice,PO 4711,,"
    floor.give(orders=f"{EXTRA}\n{row}\n", stock=stock("A-1,LAMP,1,,"))

    slip = ship(floor, LAMP)

    assert (slip.note, slip.reference) == ("Ring twice", "PO 4711")


def test_a_note_can_be_said_and_taken_back(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 1)), stock=stock("A-1,LAMP,1,,"))

    change_order("SO-1", OrderChange(note="Mind\x00 the\nstep"), floor.desk)
    change_order("SO-1", OrderChange(note="Wrong"), floor.desk)
    undone = undo_change(floor.desk, order="SO-1")

    assert undone["undone"] == "note of SO-1"
    assert ship(floor, LAMP).note == "Mind the step"


def test_what_a_delivery_brings_has_its_day_and_says_so(floor: Floor) -> None:
    change_setting("document_language", "de", floor.desk)
    floor.give(
        orders=orders(wants("SO-1", 5)),
        stock=stock("A-1,LAMP,1,,"),
        inbound=f"{INBOUND_HEAD}\nASN-1,1,Secret Supplies,LAMP,4,2026-03-06,\n",
    )

    slip = ship(floor, LAMP)

    assert reasons(slip) == [
        (4, "Wartet auf einen Wareneingang, erwartet am 6.\u00a0März\u00a02026.")
    ]
    assert slip.to_come[0].expected_from == date(2026, 3, 6)
    assert "Secret" not in slip_json(slip)
    assert "ASN-1" not in slip_json(slip)


def test_what_has_a_date_stands_apart_from_what_has_none(floor: Floor) -> None:
    floor.give(
        orders=orders(wants("SO-1", 9)),
        stock=stock("A-1,LAMP,1,,"),
        inbound=f"{INBOUND_HEAD}\nASN-1,1,Acme,LAMP,3,2026-03-06,\n",
    )

    slip = ship(floor, LAMP)

    assert [(line.units, line.expected_to) for line in slip.to_come] == [
        (3, date(2026, 3, 6)),
        (5, None),
    ]
    assert slip.to_come[1].reason == "We have no date yet and will write to you when we do."


def test_a_delivery_beyond_the_horizon_gives_no_date(floor: Floor) -> None:
    floor.give(
        orders=orders(wants("SO-1", 2)),
        stock=stock("A-1,LAMP,1,,"),
        inbound=f"{INBOUND_HEAD}\nASN-1,1,Acme,LAMP,3,2026-04-30,\n",
    )

    (line,) = ship(floor, LAMP).to_come

    assert (line.expected_from, line.expected_to) == (None, None)
    assert line.reason.startswith("A delivery is announced for later")


def test_what_is_not_reordered_is_never_promised(floor: Floor) -> None:
    floor.give(
        orders=orders(wants("SO-1", 1), wants("SO-1", 2, "RUG", line=2)),
        stock=stock("A-1,LAMP,1,,"),
        inbound=f"{INBOUND_HEAD}\nASN-1,1,Acme,RUG,9,2026-03-05,\n",
    )

    slip = ship(floor, LAMP)

    said = "Out of stock, and we take no backorders for it; we will write to you."
    assert reasons(slip) == [(2, said)]
    assert slip.to_come[0].expected_to is None


def test_what_was_ordered_and_shipped_before_is_right_on_the_second_shipment(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 6)), stock=stock("A-1,LAMP,2,,"))
    ship(floor, LAMP, LAMP)
    floor.give(stock=stock("A-1,LAMP,3,,"))
    floor.clock.instant = NOW + timedelta(days=1)

    slip = ship(floor, LAMP, LAMP, LAMP)

    (line,) = slip.lines
    assert (line.ordered, line.shipped_before, line.shipped_now) == (6, 2, 3)
    assert reasons(slip)[0][0] == 1
    assert slip.words is not None
    left = slip.words.before_and_after.replace("\u00a0", " ")
    assert left == "Shipment 1 left on 4 March 2026."


@pytest.mark.parametrize(
    ("language", "cancelled", "replaced", "instead"),
    [
        ("en", "1 cancelled", "2 replaced by another item", "In place of 2 × LAMP Desk lamp"),
        ("de", "1 storniert", "2 durch einen anderen Artikel ersetzt", "Anstelle von 2 × LAMP"),
        ("es", "1 cancelado", "2 sustituidos por otro artículo", "En lugar de 2 × LAMP"),
        ("fr", "1 annulé", "2 remplacés par un autre article", "À la place de 2 × LAMP"),
    ],
)
def test_ordered_is_what_ships_comes_is_cancelled_or_replaced(
    floor: Floor, language: str, cancelled: str, replaced: str, instead: str
) -> None:
    head = "order,line,customer,sku,quantity,ordered_at,language,quantity_cancelled"
    floor.give(
        products="sku,description,substitutes\nLAMP,Desk lamp,VASE*2\nVASE,Vase,\n",
        orders=f"{head}\nSO-1,1,Ann,LAMP,6,2026-03-01,{language},1\n",
        stock=stock("A-1,LAMP,2,,", "A-2,VASE,4,,"),
    )
    change_order("SO-1", OrderChange(allow_substitutes=True), floor.desk)
    substitute(Substitution("SO-1", "1", "VASE", 2), floor.desk)

    slip = ship(floor, LAMP, LAMP, "CMD-QTY-4", "VASE")

    lamp, vase = slip.lines
    assert (lamp.ordered, lamp.shipped_now, lamp.cancelled, lamp.replaced) == (6, 2, 1, 2)
    assert reasons(slip)[0][0] == 1
    assert slip.words is not None
    assert slip.words.under[0] == (replaced, cancelled)
    assert slip.words.under[1][0].startswith(instead)
    assert (vase.replaces, vase.shipped_now) == (2, 4)


@pytest.mark.parametrize(
    ("more", "box"), [((), "In this box"), (("CMD-CARTON",), "In this shipment")]
)
def test_several_cartons_are_no_box_and_each_names_its_own_carrier(
    floor: Floor, more: tuple[str, ...], box: str
) -> None:
    change_setting("site_address", "Kaai 1; 2000 Antwerpen;", floor.desk)
    floor.give(orders=orders(wants("SO-1", 2)), stock=stock("A-1,LAMP,2,,"))
    floor.pick("SO-1", LAMP, LAMP)
    second = ("CMD-TRACKING", "986578788855") if more else ()
    codes = (LAMP, "1Z879E930346834440", *more, LAMP, *second)
    floor.pack("SO-1", *codes, "CMD-CLOSE")

    slip = kept(floor, "SH-SO-1-1")

    assert slip.words is not None
    assert slip.words.in_this_box == box
    assert slip.site_address == "Kaai 1 · 2000 Antwerpen"
    with floor.desk.store.read(floor.desk.stamp()) as work:
        shipment = work.shipments.find("SH-SO-1-1")
        assert shipment is not None
        parts = [kept_slip(work, text) for _key, text in work.documents.slips_of(shipment.id)[1:]]
    assert [part.carrier for part in parts] == (["UPS", "FedEx"] if more else [])


def test_no_word_of_the_rest_where_nothing_remains(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 1)), stock=stock("A-1,LAMP,1,,"))

    slip = ship(floor, LAMP)

    assert slip.to_come == ()
    assert slip.words is not None
    assert slip.words.before_and_after == "Nothing more is to come."


def test_a_reprint_is_what_was_said_whatever_changes_since(floor: Floor, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(picture())
    change_setting("logo", str(logo), floor.desk)
    floor.give(orders=orders(wants("SO-1", 2)), stock=stock("A-1,LAMP,1,,"))
    first = ship(floor, LAMP)

    logo.unlink()
    change_setting("logo", "", floor.desk)
    change_setting("site_name", "Elsewhere", floor.desk)
    change_setting("document_language", "fr", floor.desk)
    set_language("Ann", "es", floor.desk)
    again = kept(floor, first.shipment)

    assert again == first
    assert slip_pdf(again, fonts=FONTS) == slip_pdf(first, fonts=FONTS)
    assert again.picture == picture()


@pytest.mark.parametrize(
    ("content", "trouble"), [(None, "missing"), (b"x" * 2_000_001, "too_big"), (b"no picture", "")]
)
def test_a_bad_logo_never_keeps_a_shipment_from_closing(
    floor: Floor, tmp_path: Path, content: bytes | None, trouble: str
) -> None:
    logo = tmp_path / "logo.png"
    if content is not None:
        logo.write_bytes(content)
    change_setting("logo", str(logo), floor.desk)
    floor.give(orders=orders(wants("SO-1", 1)), stock=stock("A-1,LAMP,1,,"))

    slip = ship(floor, LAMP)

    assert slip.logo_trouble == trouble
    assert len(slip_pdf(slip, fonts=FONTS)[1]) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe has no name on this system")
def test_a_pipe_that_stands_for_the_logo_is_not_waited_for(floor: Floor, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "logo.png")
    change_setting("logo", str(tmp_path / "logo.png"), floor.desk)
    floor.give(orders=orders(wants("SO-1", 1)), stock=stock("A-1,LAMP,1,,"))

    assert ship(floor, LAMP).logo_trouble == "missing"


def test_one_logo_is_kept_once_for_many_slips(floor: Floor, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(picture())
    change_setting("logo", str(logo), floor.desk)
    floor.give(orders=orders(wants("SO-1", 1), wants("SO-2", 1)), stock=stock("A-1,LAMP,2,,"))

    slips = [ship(floor, LAMP, order=order) for order in ("SO-1", "SO-2")]

    assert slips[0].logo == slips[1].logo != ""
    assert "picture" not in json.loads(slip_json(slips[0]))


def test_a_slip_kept_before_it_had_words_is_read_in_english() -> None:
    old = json.loads(slip_json(SLIP))
    for name in ("language", "carton", "logo", "logo_trouble", "words"):
        del old[name]
    for line in old["lines"]:
        del line["serials"]

    slip = slip_from_json(json.dumps(old))

    assert slip == replace(SLIP, words=None)
    assert slip_pdf(slip, fonts=FONTS) == slip_pdf(SLIP, fonts=FONTS)


@pytest.mark.parametrize("dpi", [203, 300])
def test_what_a_scanner_reads_of_the_paper_finds_what_remains(floor: Floor, dpi: int) -> None:
    floor.give(orders=orders(wants("SO-1", 3)), stock=stock("A-1,LAMP,2,,"))
    slip = ship(floor, LAMP)

    codes = [text for text, _ in Printed(slip).codes(0, dpi)]

    assert [find(code, floor.desk).number for code in codes] == ["SO-1", "SO-1"]
    assert [str(read_code(code, floor.desk).kind) for code in codes] == ["container", "order"]
    with floor.desk.store.read(floor.desk.stamp()) as work:
        assert floor.desk.planner.current(work).pickable("SO-1") != {}


@pytest.mark.parametrize("code", ["SH-SO-1-2", "SH-SO-1", "SH-SO-1-1x", ""])
def test_a_shipment_that_is_none_opens_nothing(floor: Floor, code: str) -> None:
    floor.give(orders=orders(wants("SO-1", 3)), stock=stock("A-1,LAMP,2,,"))
    ship(floor, LAMP)

    assert find(code, floor.desk).kind == "unknown"
