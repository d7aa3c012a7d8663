"""``dock`` by door and on paper, and ``wall``: what is asked for, and what cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
import zxingcpp

from tests.floor import orders, wants

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.program import Ended, Program

INBOUND = """asn,line,supplier,sku,quantity,expected_at,carrier,door
B-1,1,Acme,LAMP,40,2026-03-04T09:00:00Z,Bee Lines,D2
A-1,1,Acme,LAMP,40,2026-03-04T10:00:00Z,Ay Lines,D1
L-1,1,Acme,LAMP,40,2026-03-04T07:00:00Z,Late Lines,D1
"""


@pytest.fixture
def dock(inside: Callable[..., Ended], tmp_path: Path) -> Callable[..., Ended]:
    """Three trucks at two doors, one an hour late; one more has no door."""
    (tmp_path / "inbound.csv").write_text(INBOUND)
    (tmp_path / "orders.csv").write_text(orders(wants("L-9", 30)))
    assert inside("import", str(tmp_path / "inbound.csv"), str(tmp_path / "orders.csv")).code == 0
    return inside


def test_people_read_trucks_by_door_those_without_one_last(dock: Callable[..., Ended]) -> None:
    told = dock("dock").out
    places = [told.index(number) for number in ("L-1", "A-1", "B-1", "ASN-1")]

    assert places == sorted(places)
    assert "Doors" in told


def test_the_answer_says_the_day_and_how_late_each_truck_is(dock: Callable[..., Ended]) -> None:
    seen = dock("--json", "dock").json
    late = {slot["asn"]: slot["late_minutes"] for slot in seen["appointments"]}

    assert seen["day"] == "2026-03-04"
    assert late == {"L-1": 60, "A-1": None, "B-1": None, "ASN-1": None}
    assert [slot["asn"] for slot in seen["appointments"]] == ["L-1", "ASN-1", "B-1", "A-1"]


def test_one_door_alone(dock: Callable[..., Ended]) -> None:
    dock("door", "D1", "--block", "2026-03-04T09:30Z", "2026-03-04T12:00Z", "--note", "Paint")
    seen = dock("--json", "dock", "--door", "D1").json

    assert [slot["asn"] for slot in seen["appointments"]] == ["L-1", "A-1"]
    assert [door["door"] for door in seen["doors"]] == ["D1"]
    assert "Paint" in dock("dock", "--door", "D1").out
    assert "out of use" in dock("dock", "--door", "D1").out


@pytest.mark.parametrize("door", ["D99", "d1"])
def test_a_door_that_is_none_is_refused(dock: Callable[..., Ended], door: str) -> None:
    ended = dock("dock", "--door", door)

    assert (ended.code, ended.complaint) == (1, f"There is no door {door}.")


@pytest.mark.parametrize("door", ["", " ", "a\tb"])
def test_a_name_that_no_door_can_have_is_wrong_usage(dock: Callable[..., Ended], door: str) -> None:
    assert dock("dock", "--door", door).code == 2


def test_the_printed_day_opens_each_truck_by_a_scan(
    dock: Callable[..., Ended], tmp_path: Path
) -> None:
    file = tmp_path / "day.pdf"
    ended = dock("dock", "--pdf", str(file))
    picture = pypdfium2.PdfDocument(file)[0].render(scale=203 / 72).to_pil().convert("L")
    numbers = sorted(code.text for code in zxingcpp.read_barcodes(picture))

    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"{file}: the dock of 2026-03-04, 4 trucks\n"
    assert numbers == ["A-1", "ASN-1", "B-1", "L-1"]
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_answer_names_the_file_beside_the_board(
    dock: Callable[..., Ended], tmp_path: Path
) -> None:
    seen = dock("--json", "dock", "--day", "2026-03-09", "--pdf", str(tmp_path / "d.pdf")).json

    assert (seen["file"], seen["appointments"]) == (str(tmp_path / "d.pdf"), [])


@pytest.mark.parametrize("target", ["no/day.pdf", ".", "/dev/null"])
def test_a_file_that_cannot_be_written_is_wrong_usage(
    dock: Callable[..., Ended], tmp_path: Path, target: str
) -> None:
    assert dock("dock", "--pdf", str(tmp_path / target)).code == 2


def test_a_refused_door_leaves_no_file(dock: Callable[..., Ended], tmp_path: Path) -> None:
    dock("dock", "--door", "D99", "--pdf", str(tmp_path / "day.pdf"))

    assert not (tmp_path / "day.pdf").exists()


def test_a_day_on_a_database_that_is_not_there_yet_is_an_empty_paper(
    nothing: Program, tmp_path: Path
) -> None:
    ended = nothing.run("dock", "--pdf", tmp_path / "day.pdf")

    assert (ended.code, ended.err) == (0, "")
    assert "0 trucks" in ended.out


def test_a_wall_without_a_display_says_so(
    inside: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    ended = inside("wall")

    assert ended.code == 1
    assert "display" in ended.complaint


def test_a_wall_in_a_theme_that_is_none_is_wrong_usage(inside: Callable[..., Ended]) -> None:
    assert inside("wall", "--theme", "pink").code == 2
