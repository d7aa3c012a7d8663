"""What each page of a slip says, and where it breaks."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.documents import LineToCome, PackingSlip
from app.texts.slips import say
from hardware.font_files import vera_fonts
from hardware.fonts import FontBook
from hardware.slip_pdf import PageSize, PdfSlipWriter, slip_pdf, write_slip
from tests.hardware.slips import FONTS, SLIP, Printed, long_slip, squeezed


def test_the_page_says_all_that_the_slip_holds() -> None:
    text = Printed(SLIP).text

    said = (
        *("Harbour Road Distribution", "Hotel Brisa", "46024 València", "Corvane Parcel, road"),
        *("CV 4471 0926 318", "1 carton, 12.36 kg", "2of up to 3", "SO-10388", "SH-10388-2"),
        *("Shipment 1 left on 12 November 2026.", "Spring rooms 2", "9 November 2026"),
        *("CIP-028-BLK", "Bath towel 70 × 140 cm, sand", "Units in this shipment13"),
        *("Still to come", "25–26 November 2026", "It leaves as shipment 3, the last one."),
        *("page 1 of 1", "Packed at station Pack 1, 24 Nov 2026 10:51"),
        "Missing or broken? help@harbourroad.example, quote SH-10388-2",
    )
    assert [each for each in said if squeezed(each) not in text] == []


def test_a_name_that_begins_the_address_is_said_once() -> None:
    once = Printed(replace(SLIP, ship_to=(SLIP.customer, "Kaai 1"))).text

    assert once.count(squeezed(SLIP.customer)) == 1
    assert squeezed("Kaai 1") in once


def test_a_substitute_says_in_place_of_what_it_comes() -> None:
    here, later = SLIP.lines[0], SLIP.to_come[0]
    slip = replace(
        SLIP,
        lines=(replace(here, in_place_of="CIP-024-BLK Cast-iron pan 24 cm"), *SLIP.lines[1:]),
        to_come=(replace(later, in_place_of="LMP-200-OAK Reading lamp"),),
    )

    text = Printed(slip).text

    assert squeezed("In place of CIP-024-BLK Cast-iron pan 24 cm") in text
    assert squeezed("In place of LMP-200-OAK Reading lamp") in text
    assert text.count(squeezed("In place of")) == 2


@pytest.mark.parametrize("count", [1, 20, 500])
@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_every_line_is_there_once_whatever_their_number(count: int, page: PageSize) -> None:
    printed = Printed(long_slip(count), page)

    skus = re.findall(r"SKU-\d{4}", printed.text)

    assert skus == [f"SKU-{n:04}" for n in range(1, count + 1)]


def test_head_table_head_and_page_number_are_on_every_page() -> None:
    printed = Printed(long_slip(120))
    last = len(printed)

    for number, text in enumerate(printed.pages, 1):
        assert text.count(f"page{number}of{last}") == 1
        assert text.count("Packingslip") == 1
        assert text.count("Shippedbefore") == 1
        assert text.count("HarbourRoadDistribution") == 1


def test_nothing_is_said_of_what_is_to_come_where_nothing_is() -> None:
    text = Printed(replace(SLIP, to_come=())).text

    assert "Stilltocome" not in text
    assert "expect" not in text
    assert "Nothingmoreistocome." in text


@pytest.mark.parametrize("here", range(9, 30))
def test_what_is_to_come_is_never_parted_from_its_title(here: int) -> None:
    printed = Printed(long_slip(here, 2))

    pages = [page for page in printed.pages if "Stilltocome" in page or "DUE-0001" in page]

    assert len(pages) == 1
    assert "DUE-0001" in pages[0]


def test_a_long_part_still_to_come_repeats_its_title_on_each_page() -> None:
    printed = Printed(long_slip(3, 90))

    with_lines = [page for page in printed.pages if "DUE-" in page]

    assert len(with_lines) > 2
    assert all(page.count("Stilltocome") == 1 for page in with_lines)
    assert "DUE-0090" in with_lines[-1]
    assert "Theyleaveasshipment3" in with_lines[-1]


@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_the_paper_has_the_size_asked_for(page: PageSize) -> None:
    (size,) = Printed(long_slip(30, 3), page).sizes

    assert size == pytest.approx({"A4": (595.28, 841.89), "Letter": (612, 792)}[page], abs=0.01)


def test_a_copy_says_so_on_each_page_and_the_first_print_does_not() -> None:
    copy = Printed(replace(long_slip(40), copy=2))

    assert [page.count("COPY2") for page in copy.pages] == [1] * len(copy)
    assert "COPY" not in Printed(SLIP).text


def test_lots_reasons_and_notes_are_said() -> None:
    line = replace(SLIP.lines[0], lots=("L-17", "L-18"))
    due = replace(SLIP.to_come[0], reason="Its truck is late.")

    text = Printed(replace(SLIP, lines=(line,), to_come=(due,), note="Ring twice.")).text

    assert "LotsL-17,L-18" in text
    assert "Itstruckislate." in text
    assert "NoteRingtwice." in text


@pytest.mark.parametrize("count", [1, 40, 500])
def test_every_serial_is_listed_once_whatever_their_number(count: int) -> None:
    serials = tuple(f"SN-{n:06}" for n in range(count))
    lines = (SLIP.lines[0], replace(SLIP.lines[1], serials=serials), SLIP.lines[2])

    printed = Printed(replace(SLIP, lines=lines))

    assert tuple(re.findall(r"SN-\d{6}", printed.text)) == serials
    assert printed.warnings == ()
    assert all(page.count("Shippedbefore") == 1 for page in printed.pages)


@pytest.mark.parametrize("language", ["en", "es", "de", "fr"])
@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_no_sentence_is_cut_in_any_language(language: str, page: PageSize) -> None:
    printed = Printed(replace(SLIP, language=language, copy=12), page)

    words = say(replace(SLIP, language=language))
    said = [words.title, *words.box_heads, *words.come_heads, words.how_it_follows, words.due[0]]
    assert printed.warnings == ()
    assert [each for each in said if squeezed(each) not in printed.text] == []
    assert squeezed(words.copy.format(copy=12)) in printed.text


def test_the_same_slip_is_the_same_bytes_with_fresh_fonts_and_after_other_slips() -> None:
    arabic = replace(SLIP, customer="مرحبا بالعالم", ship_to=("नमस्ते", "你好"))
    fresh, _ = slip_pdf(arabic, fonts=FontBook())

    slip_pdf(replace(SLIP, customer="بالعالم مرحبا לא شيء"), fonts=FONTS)
    after_others, _ = slip_pdf(arabic, fonts=FONTS)

    assert fresh == after_others


def test_the_paper_is_black_only() -> None:
    printed = Printed(SLIP)

    assert printed.images == 0
    assert printed.colours == {0}


def test_a_machine_without_any_font_still_prints(tmp_path: Path) -> None:
    bare = FontBook(vera_fonts())

    warnings = write_slip(SLIP, tmp_path / "slip.pdf", fonts=bare)

    assert (tmp_path / "slip.pdf").read_bytes().startswith(b"%PDF")
    assert warnings == ()


@pytest.mark.parametrize("page", ["A4", "Letter"])
@pytest.mark.parametrize(
    "text", ["W" * 200, "你" * 200, "🧿" * 200, "م" * 200, "ab " * 66, "", "\x00"]
)
def test_no_text_is_too_long_for_the_page(text: str, page: PageSize) -> None:
    printed = Printed(overfull(text), page)

    assert len(printed) >= 1
    assert printed.sizes == Printed(SLIP, page).sizes


def overfull(text: str) -> PackingSlip:
    """Return a slip that says the text wherever text can be."""
    line = replace(SLIP.lines[0], line=text, sku=text, description=text, lots=(text, text))
    due = LineToCome(text, text, text, 1, date(2026, 12, 30), date(2027, 1, 2), reason=text)
    return replace(
        SLIP,
        site_name=text,
        site_address=text,
        order=text,
        shipment=text,
        customer=text,
        ship_to=(text,) * 12,
        packed_at_text=text,
        lines=(line, line),
        to_come=(due, due),
        carrier=text,
        tracking=text,
        note=text * 10,
        contact=text,
        reference=text,
        copy=2,
    )


def test_a_slip_that_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "gone" / "slip.pdf"

    with pytest.raises(FileNotFoundError):
        PdfSlipWriter().write(SLIP, target)

    assert list(tmp_path.iterdir()) == []


def test_a_slip_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    target = tmp_path / "slip.pdf"

    PdfSlipWriter("Letter", FONTS).write(SLIP, target)

    assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("here", range(8, 24, 3))
def test_no_page_ends_with_the_title_alone(here: int) -> None:
    printed = Printed(long_slip(here, 9))

    with_title = [page for page in printed.pages if "Stilltocome" in page]

    assert all("DUE-" in page for page in with_title)
