"""Labels over TCP: what a printer on a real socket does, and what is then known of the label."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.domain.printing import Handing, Paper
from hardware.tcp_printer import TcpPrinter
from hardware.zebra_status import parse_status
from tests.fakes.label_printer import LabelPrinter, status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LABEL = b"^XA^FO30,30^A0N,40^FDLANE 3^FS" + b"^FX filler^FS" * 4000 + b"^XZ"


@pytest.fixture
def device() -> Iterator[LabelPrinter]:
    printer = LabelPrinter()
    yield printer
    printer.switch_off()


@pytest.fixture
def label(tmp_path: Path) -> Paper:
    file = tmp_path / "label.zpl"
    file.write_bytes(LABEL)
    return Paper("LANE-3", 0, file, "label")


def printer_at(address: str) -> TcpPrinter:
    return TcpPrinter(address, patience_s=3.0, answer_s=0.3)


@pytest.mark.parametrize(
    ("way", "answer", "papers"),
    [
        ("works", Handing.DONE, 1),
        ("says nothing", Handing.TAKEN, 1),
        ("odd status", Handing.TAKEN, 1),
        ("out of paper", Handing.TURNED_AWAY, 0),
        ("head open", Handing.TURNED_AWAY, 0),
        ("paused", Handing.TURNED_AWAY, 0),
        ("resets in the middle", Handing.NO_ANSWER, 0),
        ("resets at the end", Handing.NO_ANSWER, 1),
        ("out of paper after", Handing.NO_ANSWER, 1),
        ("falls silent after", Handing.NO_ANSWER, 1),
    ],
)
def test_what_is_known_of_a_label_is_never_more_than_the_printer_tells(
    device: LabelPrinter, label: Paper, way: str, answer: Handing, papers: int
) -> None:
    device.way = way

    handover = printer_at(device.address).hand_over(label)

    assert handover.answer is answer, handover
    assert device.tray == [LABEL] * papers
    assert handover.said or answer is Handing.DONE


def test_a_printer_that_is_switched_off_has_certainly_printed_nothing(label: Paper) -> None:
    device = LabelPrinter()
    device.switch_off()

    handover = printer_at(device.address).hand_over(label)

    assert handover.answer is Handing.TURNED_AWAY
    assert "refused" in handover.said


def test_a_page_is_turned_away_since_it_would_come_out_as_its_source(
    device: LabelPrinter, tmp_path: Path
) -> None:
    page = tmp_path / "slip.pdf"
    page.write_bytes(b"%PDF-1.4 page")

    handover = printer_at(device.address).hand_over(Paper("SH-1", 0, page))

    assert (handover.answer, handover.said) == (
        Handing.TURNED_AWAY,
        "It prints labels (ZPL), not pages.",
    )
    assert device.tray == []


@pytest.mark.parametrize(
    "address",
    [
        "tcp://",
        "tcp://host:0",
        "tcp://host:70000",
        "tcp://a b",
        "tcp://-x",
        "udp://h",
        "tcp://h:9:1",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        TcpPrinter(address)


def test_the_port_is_9100_unless_given() -> None:
    assert TcpPrinter("tcp://zebra-1").name == "tcp://zebra-1:9100"


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        (status(), ""),
        (status(paper_out=1, paused=1), "out_of_paper"),
        (status(head=1, paper_out=1), "head_open"),
        (status(paused=1), "paused"),
    ],
)
def test_the_gravest_trouble_is_told(said: bytes, trouble: str) -> None:
    found = parse_status(said)

    assert found is not None
    assert found.trouble == trouble


@pytest.mark.parametrize(
    "said", [b"", status()[:-12], b"\x02\x03" * 3, status().replace(b"030", b"0x0"), b"\xff" * 300]
)
def test_half_or_odd_words_are_no_status(said: bytes) -> None:
    assert parse_status(said) is None
