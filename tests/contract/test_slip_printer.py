"""What every ``SlipPrinter`` promises: the fake, a real folder, ``lp``, a socket."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.domain.printing import Handing, Paper, PrintEvent, PrintJob, PrintState, advanced, answered
from hardware.folder_printer import FolderPrinter
from hardware.lp_printer import LpPrinter
from hardware.tcp_printer import TcpPrinter
from tests.fakes.label_printer import LabelPrinter
from tests.fakes.printing import FakePrinter
from tests.hardware.lp_machine import make_lp

if TYPE_CHECKING:
    from app.ports import SlipPrinter

TAKES = (Handing.TAKEN, Handing.DONE)


class Fake:
    """The fake, working or out of order."""

    def __init__(self, _folder: Path, *, works: bool) -> None:
        self._fake = FakePrinter(Handing.TAKEN if works else Handing.TURNED_AWAY)
        self.printer: SlipPrinter = self._fake

    def papers(self) -> list[bytes]:
        return self._fake.papers


class Folder:
    """A real folder, or a file in the place where it should be."""

    def __init__(self, folder: Path, *, works: bool) -> None:
        self._out = folder / "out"
        if not works:
            self._out.write_text("in the way")
        self.printer: SlipPrinter = FolderPrinter(self._out)

    def papers(self) -> list[bytes]:
        files = sorted(self._out.iterdir()) if self._out.is_dir() else []
        return [file.read_bytes() for file in files]


class Lp:
    """The adapter for CUPS on a stand-in ``lp`` that copies its file, or knows no such queue."""

    def __init__(self, folder: Path, *, works: bool) -> None:
        self._out = make_lp(folder, "takes" if works else "turns away")
        self.printer: SlipPrinter = LpPrinter("Bay", command=str(folder / "lp"))

    def papers(self) -> list[bytes]:
        return [file.read_bytes() for file in sorted(self._out.iterdir())]


class Tcp:
    """A label printer on a real socket, or one that is switched off."""

    def __init__(self, _folder: Path, *, works: bool) -> None:
        self._device = LabelPrinter()
        self.printer: SlipPrinter = TcpPrinter(self._device.address, answer_s=0.3)
        if not works:
            self._device.switch_off()

    def papers(self) -> list[bytes]:
        return self._device.tray


Kind = Callable[..., Fake | Folder | Lp | Tcp]
kinds = pytest.mark.parametrize("kind", [Fake, Folder, Lp, Tcp])


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """A file that every printer takes, the label printer too."""
    file = tmp_path / "kept.pdf"
    file.write_bytes(b"^XA\r\n\x00\xff exact bytes^XZ")
    return file


@kinds
def test_the_paper_is_the_file_byte_for_byte(kind: Kind, tmp_path: Path, pdf: Path) -> None:
    device = kind(tmp_path, works=True)

    handover = device.printer.hand_over(Paper("SH-1-1", 0, pdf))

    assert handover.answer in TAKES
    assert device.papers() == [pdf.read_bytes()]


@kinds
def test_each_copy_is_a_paper_of_its_own(kind: Kind, tmp_path: Path, pdf: Path) -> None:
    device = kind(tmp_path, works=True)

    for copy in (0, 2, 3):
        device.printer.hand_over(Paper("SH-1-1", copy, pdf))

    assert device.papers() == [pdf.read_bytes()] * 3


@kinds
def test_a_printer_out_of_order_turns_the_paper_away_and_says_why(
    kind: Kind, tmp_path: Path, pdf: Path
) -> None:
    device = kind(tmp_path, works=False)

    handover = device.printer.hand_over(Paper("SH-1-1", 0, pdf))

    assert handover.answer is Handing.TURNED_AWAY
    assert handover.said
    assert device.papers() == []


@kinds
def test_a_missing_file_is_turned_away_and_nothing_is_printed(kind: Kind, tmp_path: Path) -> None:
    device = kind(tmp_path, works=True)

    handover = device.printer.hand_over(Paper("SH-1-1", 0, tmp_path / "gone.pdf"))

    assert handover.answer is Handing.TURNED_AWAY
    assert device.papers() == []


@kinds
@pytest.mark.parametrize("number", ["../../x", "-o raw", "a b;rm", "\x00", "CON", "x" * 300, "é"])
def test_no_shipment_number_is_taken_for_a_path_or_an_option(
    kind: Kind, tmp_path: Path, pdf: Path, number: str
) -> None:
    device = kind(tmp_path, works=True)

    handover = device.printer.hand_over(Paper(number, 0, pdf))

    assert handover.answer in TAKES
    assert device.papers() == [pdf.read_bytes()]


@kinds
@pytest.mark.parametrize("works", [True, False])
def test_every_answer_has_its_place_in_the_states(
    kind: Kind, tmp_path: Path, pdf: Path, works: bool
) -> None:
    device = kind(tmp_path, works=works)
    handed = advanced(PrintJob("SH-1-1"), PrintEvent.HANDING_OVER)

    job = answered(handed, device.printer.hand_over(Paper("SH-1-1", 0, pdf)))

    expected = {PrintState.HANDED_OVER, PrintState.CONFIRMED} if works else {PrintState.TO_PRINT}
    assert job.state in expected


@kinds
def test_a_printer_has_a_name(kind: Kind, tmp_path: Path) -> None:
    assert kind(tmp_path, works=True).printer.name


@kinds
def test_nobody_knows_a_job_that_was_never_taken(kind: Kind, tmp_path: Path) -> None:
    told = kind(tmp_path, works=True).printer.became("no-such-job")

    assert told.answer is Handing.NO_ANSWER
