"""Files for paper stay in their folder and are never half there; ``lp`` is believed in little."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.printing import Handing, Paper
from hardware.folder_printer import FolderPrinter
from hardware.lp_printer import LpPrinter
from hardware.spool import document_name, write_whole
from tests.hardware.lp_machine import make_lp

HOSTILE = (
    *("../../etc/passwd", "..", ".", "/etc/passwd", "a/b", "a\\b", "C:\\x", "CON", "nul", "com1"),
    *(
        "a:b",
        "a\x00b",
        "a\nb",
        "x" * 300,
        "-rf",
        "~",
        "$HOME",
        "é",
        "ﬀ",
        "😀",
        "",
        " ",
        "*?",
        "\ud800",
    ),
)


def test_a_usual_number_is_its_own_name() -> None:
    assert document_name("SH-10388-2") == "slip-SH-10388-2.pdf"
    assert document_name("SH-10388-2", 2) == "slip-SH-10388-2+copy-2.pdf"


@pytest.mark.parametrize("number", HOSTILE)
def test_a_hostile_number_stays_a_plain_short_name(number: str) -> None:
    name = document_name(number)

    assert Path(name).name == name
    assert name.isascii()
    assert name.startswith("slip-")
    assert not set(name) & set('/\\:*?"<>|\0\n$~ ')
    assert len(name) < 120


@given(st.lists(st.text(max_size=12), min_size=2, unique=True))
def test_different_numbers_never_share_a_name(numbers: list[str]) -> None:
    assert len({document_name(number) for number in numbers}) == len(numbers)


def test_a_number_that_looks_like_a_copy_does_not_share_its_name() -> None:
    assert document_name("SH-1+copy-2") != document_name("SH-1", 2)


@pytest.mark.parametrize("number", HOSTILE)
def test_nothing_is_written_outside_the_folder(tmp_path: Path, number: str) -> None:
    pdf, out = tmp_path / "kept.pdf", tmp_path / "deep" / "out"
    pdf.write_bytes(b"paper")

    FolderPrinter(out).hand_over(Paper(number, 0, pdf))

    assert [path for path in tmp_path.rglob("*") if path.is_file() and path.parent != out] == [pdf]
    assert [path.read_bytes() for path in out.iterdir()] == [b"paper"]


def test_a_symbolic_link_at_the_target_is_replaced_and_not_followed(tmp_path: Path) -> None:
    precious, pdf, out = tmp_path / "precious", tmp_path / "kept.pdf", tmp_path / "out"
    precious.write_bytes(b"keep me")
    pdf.write_bytes(b"paper")
    out.mkdir()
    (out / "slip-SH-1.pdf").symlink_to(precious)

    FolderPrinter(out).hand_over(Paper("SH-1", 0, pdf))

    assert precious.read_bytes() == b"keep me"
    assert not (out / "slip-SH-1.pdf").is_symlink()
    assert (out / "slip-SH-1.pdf").read_bytes() == b"paper"


def test_papers_are_readable_by_their_owner_alone(tmp_path: Path) -> None:
    pdf, out = tmp_path / "kept.pdf", tmp_path / "out"
    pdf.write_bytes(b"paper")

    FolderPrinter(out).hand_over(Paper("SH-1", 0, pdf))

    assert out.stat().st_mode & 0o777 == 0o700
    assert (out / "slip-SH-1.pdf").stat().st_mode & 0o777 == 0o600


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "slip.pdf"
    target.mkdir()  # in the way: the last step, the renaming, fails

    with pytest.raises(OSError, match=r"slip\.pdf"):
        write_whole(target, b"new")

    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("target", ["no folder/slip.pdf", "x" * 300])
def test_a_write_that_fails_names_the_file_that_was_asked_for(tmp_path: Path, target: str) -> None:
    with pytest.raises(OSError, match=r"slip|xxx") as caught:
        write_whole(tmp_path / target, b"new")

    assert caught.value.filename == str(tmp_path / target)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["", "-d", "--help", "a b", "a;b", "a\nb", "$(id)", "é", "x" * 200]
)
def test_a_name_that_is_no_queue_is_refused_at_once(name: str) -> None:
    with pytest.raises(ValueError, match="not a printer queue"):
        LpPrinter(name)


def test_lp_gets_the_queue_a_safe_title_and_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_lp(tmp_path, "takes")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    pdf = tmp_path / "-x.pdf"
    pdf.write_bytes(b"paper")

    handover = LpPrinter("Bay_1").hand_over(Paper("SH-1;reboot", 2, pdf))

    title = document_name("SH-1;reboot", 2)
    assert (handover.answer, handover.job) == (Handing.TAKEN, f"Bay-7 {title}")
    assert (tmp_path / "call").read_text().strip() == f"-d Bay_1 -t {title} {pdf}"


@pytest.mark.parametrize("way", ["falls silent", "is killed", "says odd words"])
def test_an_lp_that_does_not_answer_leaves_a_doubt(tmp_path: Path, way: str) -> None:
    make_lp(tmp_path, way)
    pdf = tmp_path / "kept.pdf"
    pdf.write_bytes(b"paper")

    handover = LpPrinter("Bay", patience_s=1, command=str(tmp_path / "lp")).hand_over(
        Paper("SH-1", 0, pdf)
    )

    assert handover.answer is Handing.NO_ANSWER


def test_a_machine_without_lp_turns_the_paper_away(tmp_path: Path) -> None:
    pdf = tmp_path / "kept.pdf"
    pdf.write_bytes(b"paper")

    handover = LpPrinter("Bay", command=str(tmp_path / "none")).hand_over(Paper("SH-1", 0, pdf))

    assert handover.answer is Handing.TURNED_AWAY
