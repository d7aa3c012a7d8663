"""Every code point gets a font that can be embedded, or is named as missing."""

import os
from pathlib import Path

import pytest

from hardware.font_files import (
    FontFile,
    folder_fonts,
    fontconfig_fonts,
    read_face,
    stretches,
    system_fonts,
    vera_fonts,
)
from hardware.fonts import FAMILIES, FontBook, needs_shaping, spelt_out


@pytest.fixture
def bare() -> FontBook:
    """A machine that has nothing but what comes with reportlab."""
    book = FontBook(vera_fonts())
    book.begin()
    return book


def test_this_machine_has_a_font_for_ordinary_text_in_both_weights() -> None:
    book = FontBook()
    book.begin()

    for bold in (False, True):
        assert all(map(book.base(bold).draws, range(0x20, 0x7F)))


def test_the_families_are_tried_in_the_order_of_the_house() -> None:
    dejavu, noto = (fake_family(name) for name in ("DejaVu Sans", "Noto Sans"))

    book = FontBook([*vera_fonts(), *dejavu, *noto])
    book.begin()

    assert book.base(bold=False).face.name == book.base(bold=False).face.name
    assert FAMILIES.index("Inter") < FAMILIES.index("Noto Sans") < FAMILIES.index("DejaVu Sans")


def fake_family(name: str) -> list[FontFile]:
    """Return reportlab's two faces under another family's name."""
    return [FontFile(file.path, file.index, name, file.bold) for file in vera_fonts()]


@pytest.mark.parametrize("letter", ["你", "ש", "😀", "\ue000", "\U0010fffd", "Я"])
def test_a_letter_without_a_font_reads_as_its_code_point_and_is_named(
    bare: FontBook, letter: str
) -> None:
    (piece,) = bare.pieces(letter, bold=False)

    assert piece.text == f"U+{ord(letter):04X}"
    assert bare.missing == {ord(letter)}


def test_what_was_missing_is_forgotten_with_the_next_document(bare: FontBook) -> None:
    bare.pieces("你", bold=False)
    bare.begin()

    assert bare.missing == set()


def test_a_machine_without_a_font_says_so() -> None:
    with pytest.raises(LookupError, match="no TrueType font"):
        FontBook([]).begin()


@pytest.mark.parametrize(
    "content", [b"", b"OTTO" + b"\0" * 400, b"\0\1\0\0" + b"\xff" * 400, b"%!PS"]
)
def test_a_damaged_or_postscript_font_is_passed_over(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "Inter-Regular.ttf"
    path.write_bytes(content)
    damaged = FontFile(path, 0, "Inter", bold=False, charset="20-7e")

    book = FontBook([damaged, *vera_fonts()])
    book.begin()

    assert read_face(path, 0) is None
    assert book.base(bold=False).face.filename.endswith("Vera.ttf")


def test_a_font_that_vanished_is_passed_over(tmp_path: Path) -> None:
    gone = FontFile(tmp_path / "gone.ttf", 0, "Inter", bold=False, charset="20-7e")

    book = FontBook([gone, *vera_fonts()])
    book.begin()

    assert book.base(bold=False).face.filename.endswith("Vera.ttf")


def test_a_charset_that_promises_too_much_is_not_believed() -> None:
    boastful = FontFile(vera_fonts()[0].path, 0, "Inter", bold=False, charset="20-10ffff")
    book = FontBook([boastful, *vera_fonts()])
    book.begin()

    book.pieces("你", bold=False)

    assert book.missing == {ord("你")}


def test_without_fontconfig_the_folders_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert fontconfig_fonts() == []
    assert [file.family for file in system_fonts()[-2:]] == ["Bitstream Vera Sans"] * 2


@pytest.mark.parametrize(
    "words", ["exit 1", "echo nonsense", "printf '\\377\\t\\t\\n'", "echo a\tb"]
)
def test_an_fc_list_that_talks_nonsense_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    script = tmp_path / "fc-list"
    script.write_text(f"#!/bin/sh\n{words}\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path) + os.pathsep + os.environ["PATH"])

    assert fontconfig_fonts() == []


@pytest.mark.parametrize(
    ("file", "family", "bold"),
    [
        ("NotoSans-Regular.ttf", "Noto Sans", False),
        ("NotoSansArabic-Bold.ttf", "Noto Sans Arabic", True),
        ("DejaVuSans.ttf", "DejaVu Sans", False),
        ("segoeuib.ttf", "Segoe UI", True),
        ("Arial Bold.ttf", "Arial", True),
    ],
)
def test_a_folder_tells_family_and_weight_by_file_names(
    tmp_path: Path, file: str, family: str, bold: bool
) -> None:
    (tmp_path / file).touch()

    (found,) = folder_fonts([tmp_path])

    assert (found.family, found.bold) == (family, bold)


@pytest.mark.parametrize("file", ["NotoSans-Italic.ttf", "LastResort.ttf", "readme.txt", "x.otf"])
def test_a_folder_gives_nothing_slanted_unusable_or_not_a_font(tmp_path: Path, file: str) -> None:
    (tmp_path / file).touch()

    assert folder_fonts([tmp_path]) == []


def test_stretches_fold_code_points() -> None:
    assert stretches([5, 1, 2, 9, 3]) == [(1, 3), (5, 5), (9, 9)]
    assert stretches([]) == ()


@pytest.mark.parametrize("text", ["שלום", "مرحبا", "नमस्ते", "ไทย", "e\u0301", "مر\u200cمر"])
def test_scripts_whose_letters_move_are_shaped(text: str) -> None:
    assert needs_shaping(text)


@pytest.mark.parametrize(
    "text", ["Łódź 12", "Ελλάδα", "Київ", "你好", "日本語", "한국어", "😀", "½ × ≤"]
)
def test_scripts_whose_letters_stand_alone_are_not(text: str) -> None:
    assert not needs_shaping(text)


def test_code_points_are_spelt_with_their_names() -> None:
    assert spelt_out({0x1F4E6, 0xE000}) == ["U+E000", "U+1F4E6 PACKAGE"]
