"""Exported CSV runs nothing in a spreadsheet, and comes back as it went."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.csv_out import csv_text, safe_cell


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "=HYPERLINK(1)",
        "+cmd",
        "-cmd|x",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff201",
        "-1-1",
        "+1+1",
        "-",
        "-\u0661",
        "-1\n",
    ],
)
def test_what_could_be_a_formula_is_text(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("number", ["-1", "+1", "-1.5", "0"])
def test_a_number_stays_a_number(number: str) -> None:
    assert safe_cell(number) == number


def test_none_is_an_empty_cell_and_naught_is_none() -> None:
    assert [safe_cell(None), safe_cell(""), safe_cell(0), safe_cell(-3)] == ["", "", "0", "-3"]


def test_a_file_has_its_head_even_without_rows() -> None:
    assert csv_text(["order", "line"], []) == "order,line\r\n"


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_every_cell_comes_back(rows: list[tuple[str, str]]) -> None:
    _head, *back = csv.reader(io.StringIO(csv_text(["a", "b"], rows), newline=""))

    assert back == [[safe_cell(cell) for cell in row] for row in rows]
