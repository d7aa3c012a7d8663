"""Bytes in, cells out: what a file may look like, and what makes it no table of its format."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.exchange import csv_files
from app.exchange.csv_files import UnreadableError, open_table
from app.exchange.findings import Finding
from app.exchange.layouts import BARCODES, LOCATIONS, layout_of
from app.exchange.reasons import reason
from app.exchange.rejects import rejected_name, rejected_text

ROWS = [("A-1", "storage", "", "", ""), ("A-2", "dock", "", "", "")]


def cells(content: bytes) -> list[tuple[str, ...]]:
    return [row for _, row in open_table(LOCATIONS, content).rows()]


def cells_or_reason(content: bytes) -> list[tuple[str, ...]]:
    """Return the cells, or five words of the sentence that says why there are none."""
    try:
        return cells(content)
    except UnreadableError as error:
        sentence = reason(Finding(error.line, error.column, error.code, error.data))
        return [tuple(sentence.split()[:5])]


def refusal(content: bytes) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        cells(content)
    return caught.value


@pytest.mark.parametrize(
    "content",
    [
        b"location,kind\nA-1,storage\nA-2,dock\n",
        b"\xef\xbb\xbflocation,kind\nA-1,storage\nA-2,dock\n",
        b"location,kind\r\nA-1,storage\r\nA-2,dock",
        b"location,kind\rA-1,storage\rA-2,dock\r",
        b"kind,location\nstorage,A-1\ndock,A-2\n",
        b" Location , KIND \n A-1 , storage\nA-2,\t dock\n",
        b"location,kind\n\nA-1,storage\n,\n \nA-2,dock\n\n",
        b'"location","kind"\n"A-1","storage"\n"A-2",dock\n',
        b"colour,location,kind,\nred,A-1,storage,\nblue,A-2,dock\n",
        b"location,kind,zone\nA-1,storage\nA-2,dock,\xc2\xa0\n",
    ],
)
@pytest.mark.right_input
def test_a_file_may_look_so(content: bytes) -> None:
    assert cells(content) == ROWS


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "missing_column", 1),
        (b"location\nA-1\n", "missing_column", 1),
        (b"A-1,storage\nA-2,dock\n", "missing_column", 1),
        (b"location;kind\nA-1;storage\n", "other_delimiter", 1),
        (b"location\tkind\nA-1\tstorage\n", "other_delimiter", 1),
        (b"location,kind,location\nA-1,storage,A-2\n", "column_twice", 1),
        (b"location,kind\nA-1,storage\nA-2,do\0ck\n", "nul", 3),
        (b"location,kind\nA-1,storage\nA-\xe9,dock\n", "cp1252", 3),
        (b"location,kind\nA-1,storage\nA-\x81,dock\n", "not_utf_8", 3),
        (b"location,kind\nA-1,\xed\xa0\x80\n", "cp1252", 2),
        ("location,kind\nA-1,storage\n".encode("utf-16"), "utf_16", 1),
        ("location,kind\nA-1,storage\n".encode("utf-16-le"), "utf_16", 1),
        (b'location,kind\nA-1,"storage\nA-2,dock\n', "not_csv", 2),
        (b'location,kind\nA-1,storage\n"A"-2,dock\n', "not_csv", 3),
        (b"location,kind\nA-1," + b"x" * 131_073 + b"\n", "not_csv", 2),
        (b"location,kind\nA-1," + b"x" * 1_000_001 + b"\n", "long_line", 2),
        (b"x" * 3_000_000, "long_line", 1),
    ],
)
def test_a_bad_file_is_refused_with_its_line_and_one_sentence(
    content: bytes, code: str, line: int
) -> None:
    error = refusal(content)

    assert (error.code, error.line) == (code, line)
    assert "\n" not in reason(Finding(error.line, error.column, error.code, error.data))


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_files, "MAX_ROWS", 1)

    assert refusal(b"location,kind\nA-1,storage\nA-2,dock\n").code == "too_many_rows"


@given(st.binary(max_size=200))
@example(b"location,kind\n\x85\n")
@example(b'location,kind\n"')
def test_garbage_is_read_or_refused_and_never_more(content: bytes) -> None:
    for start in (b"", b"location,kind\n"):
        assert all(len(row) == 5 for row in cells_or_reason(start + content))


def test_unknown_columns_and_values_without_a_column_are_reported_and_kept_out() -> None:
    table = open_table(BARCODES, b"colour,barcode,sku\nred,1,X,left over\n,2,Y,,\n")

    assert [row for _, row in table.rows()] == [("1", "X", ""), ("2", "Y", "")]
    assert (table.unknown, table.surplus) == (("colour",), [2])


def test_a_row_is_known_by_the_line_on_which_it_starts() -> None:
    table = open_table(LOCATIONS, b'location,kind\n\n"A\n1",storage\nA-2,dock\n')

    assert [line for line, _ in table.rows()] == [3, 5]


@pytest.mark.parametrize("name", ["Orders.csv", "orders.csv", "ORDERS.CSV"])
@pytest.mark.right_input
def test_a_format_is_known_by_its_file_name(name: str) -> None:
    found = layout_of(name)

    assert found is not None
    assert found.whole == "order"


@pytest.mark.parametrize("name", ["orders.rejected.csv", "orders", "my orders.csv", "x.csv", ""])
def test_no_other_name_is_a_format(name: str) -> None:
    assert layout_of(name) is None


def test_rejected_rows_stand_as_they_were_with_their_reasons() -> None:
    content = b'kind,location,colour\n"shelf", A-1,"red, dark"\ndock,A-2\nbox,A-3,blue,x\n'
    bad = [
        Finding(2, "kind", "blank"),
        Finding(2, "location", "blank"),
        Finding(4, "kind", "blank"),
    ]

    text = rejected_text(open_table(LOCATIONS, content), bad)

    assert rejected_name("locations.csv") == "locations.rejected.csv"
    assert text.splitlines() == [
        "kind,location,colour,reason",
        'shelf, A-1,"red, dark",kind: it may not be blank; location: it may not be blank',
        "box,A-3,blue,kind: it may not be blank",
    ]


def test_rejected_rows_mended_and_read_again_have_one_column_of_reasons() -> None:
    content = b"location,kind,reason\nA-1,shelf,kind: it may not be blank\n"

    text = rejected_text(open_table(LOCATIONS, content), [Finding(2, "kind", "blank")])

    assert text.splitlines() == ["location,kind,reason", "A-1,shelf,kind: it may not be blank"]
