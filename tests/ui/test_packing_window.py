"""Pack in the window: the customer's other order, the scale, reasons, and a shipment reopened."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from app.domain.device import LinkState
from app.domain.weighing import LoadState, ScaleProfile, ScaleReading, ScaleSight
from app.services.importing import import_files
from ui.models.action import Ask
from ui.rehearsal import Rehearsal
from ui.views.number_pad import Key

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractButton

    from ui.presenters.rooms import PackPresenter
    from ui.station import Station

ORDERS = """order,line,customer,sku,quantity,ordered_at
PK-1,1,Packer,KEG,2,2026-03-01
PK-2,1,Packer,KIT,1,2026-03-01
"""
GOODS = "sku,description,unit_weight_g\nKEG,Keg,600\nKIT,Kit,50\n"


@pytest.fixture
def hands(told_station: Station, tmp_path: Path) -> Rehearsal:
    """Two orders of one customer are picked; the first is at the bench."""
    desk = told_station.window.desk
    stock = "location,sku,quantity\nA-01,KEG,5\nA-01,KIT,5\n"
    texts = {"products": GOODS, "stock": stock, "orders": ORDERS}
    files = [(f"{name}.csv", text.encode()) for name, text in texts.items()]
    assert not import_files(files, desk.store, desk.stamp()).refused
    hands = Rehearsal(told_station, tmp_path)
    hands.job("pick", "PK-1", ("KEG", "KEG"))
    hands.job("pick", "PK-2", ("KIT",))
    hands.job("pack", "PK-1", ())
    return hands


def presenter(station: Station) -> PackPresenter:
    found: PackPresenter = station.window.room("pack").presenter  # type: ignore[assignment]
    return found


def sight(mg: int | None, *, stable: bool = True) -> ScaleSight:
    state = LoadState.WEIGHT if mg is not None else LoadState.MOVING
    at = datetime(2026, 3, 4, tzinfo=UTC)
    value = None if mg is None else Decimal(mg)
    reading = ScaleReading(state, value, "g", mg, stable, "", b"", at)
    return ScaleSight(ScaleProfile(), LinkState.CONNECTED, reading)


def left(station: Station) -> int:
    return int(presenter(station).read_view("PK-1").remaining)


def test_the_other_order_of_the_customer_goes_on_by_its_number(
    told_station: Station, hands: Rehearsal
) -> None:
    hands.scan("PK-2")

    assert presenter(told_station).number == "PK-2"
    assert left(told_station) == 2


@pytest.mark.parametrize("code", ["SO-1", "KIT", "PK-9"])
def test_any_other_number_or_item_stays_with_the_order_in_hand(
    told_station: Station, hands: Rehearsal, code: str
) -> None:
    hands.scan(code)

    assert presenter(told_station).number == "PK-1"
    assert left(told_station) == 2


def test_weighing_takes_what_the_scale_said_last(told_station: Station, hands: Rehearsal) -> None:
    hands.scan("KEG")
    told_station.window.scale_seen.emit(sight(1_249_600))

    hands.scan("CMD-WEIGHT")

    carton = presenter(told_station).read_view("PK-1").carton
    assert carton is not None
    assert carton.weight is not None
    assert carton.weight.weight_g == 1250


@pytest.mark.parametrize("seen", [sight(None), sight(500_000, stable=False), sight(0), None])
def test_an_unsettled_empty_or_absent_scale_weighs_nothing(
    told_station: Station, hands: Rehearsal, seen: ScaleSight | None
) -> None:
    hands.scan("KEG")
    if seen is not None:
        told_station.window.scale_seen.emit(seen)

    hands.scan("CMD-WEIGHT")

    carton = presenter(told_station).read_view("PK-1").carton
    assert carton is not None
    assert carton.weight is None


def weigh_button(station: Station) -> QAbstractButton:
    view = station.window.room("pack").view
    return next(button for button in view.row.buttons if button.text() == "Weigh")


def test_without_a_scale_the_grams_are_typed_on_the_pad(
    told_station: Station, hands: Rehearsal
) -> None:
    hands.scan("KEG")
    view = told_station.window.room("pack").view

    weigh_button(told_station).click()
    for digit in "1250":
        next(key for key in view.pad.digits.findChildren(Key) if key.text() == digit).click()
    view.pad.use.click()
    hands.settle()

    carton = presenter(told_station).read_view("PK-1").carton
    assert carton is not None
    assert carton.weight is not None
    assert carton.weight.weight_g == 1250


def test_the_button_asks_the_scale_as_soon_as_there_is_one_and_a_person_when_it_is_gone(
    told_station: Station, hands: Rehearsal
) -> None:
    hands.scan("KEG")
    view, gone = (
        told_station.window.room("pack").view,
        replace(sight(1), link=LinkState.DISCONNECTED),
    )
    opened = []
    for seen in (sight(1_250_000), gone):
        told_station.window.scale_seen.emit(seen)
        hands.settle()
        weigh_button(told_station).click()
        hands.settle()
        opened.append(view._pages.currentWidget() is view.pad)

    assert opened == [False, True]


def test_a_reason_that_is_pressed_closes_and_the_shipment_is_reopened_there(
    told_station: Station, hands: Rehearsal
) -> None:
    hands.job("pack", "PK-1", ("KEG", "CMD-CLOSE"))
    told_station.window.room("pack").view.ask("CMD-OVERRIDE-21")
    hands.settle()
    assert left(told_station) == 0

    presenter(told_station).ask(Ask.REOPEN)
    hands.settle()

    assert presenter(told_station).number == "PK-1"
    assert left(told_station) == 1
    assert not hands.troubles
