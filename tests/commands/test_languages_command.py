"""Languages, notes and references from the command line and from files."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from tests.floor import stock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.program import Ended, Program

    Inside = Callable[..., Ended]

HEAD = "order,line,customer,sku,quantity,ordered_at,language,note,reference"
GOOD = "L-1,1,Zoé,LAMP,2,2026-03-01,fr,Sonnez deux fois,BC-77\n"


def give(inside: Inside, folder: Path, rows: str, *more: str) -> Ended:
    (folder / "orders.csv").write_text(f"{HEAD}\n{rows}", "utf-8")
    (folder / "stock.csv").write_text(stock("A-1,LAMP,20,,"), "utf-8")
    return inside("import", str(folder / "orders.csv"), str(folder / "stock.csv"), *more)


def exported(inside: Inside, folder: Path) -> dict[str, dict[str, str]]:
    inside("export", "orders", "-o", str(folder / "out.csv"))
    with (folder / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["order"]: row for row in csv.DictReader(file)}


def test_what_a_file_says_is_exported_and_imported_again_unchanged(
    inside: Inside, tmp_path: Path
) -> None:
    give(inside, tmp_path, GOOD)

    row = exported(inside, tmp_path)["L-1"]
    (tmp_path / "out.csv").rename(tmp_path / "orders.csv")
    (counts,) = inside("import", "--json", str(tmp_path / "orders.csv")).json["files"]

    assert [row[name] for name in ("language", "note", "reference")] == [
        *("fr", "Sonnez deux fois", "BC-77"),
    ]
    assert (counts["created"], counts["updated"], counts["rejected"]) == (0, 0, [])


@pytest.mark.parametrize(
    ("rows", "column"),
    [
        (GOOD.replace(",fr,", ",nl,"), "language"),
        (GOOD.replace(",fr,", ",french,"), "language"),
        (GOOD + "L-1,2,Zoé,LAMP,1,2026-03-01,de,Sonnez deux fois,BC-77\n", "language"),
        (GOOD + "L-1,2,Zoé,LAMP,1,2026-03-01,fr,Sonnez,BC-77\n", "note"),
        (GOOD + "L-1,2,Zoé,LAMP,1,2026-03-01,fr,Sonnez deux fois,BC-78\n", "reference"),
    ],
)
def test_a_language_that_is_none_or_lines_that_differ_refuse_the_order(
    inside: Inside, tmp_path: Path, rows: str, column: str
) -> None:
    refused = give(inside, tmp_path, rows, "--json")

    assert refused.code == 1
    bad = [each for file in refused.json["files"] for each in file["rejected"]]
    assert {each["column"] for each in bad} == {column}
    assert "L-1" not in exported(inside, tmp_path)


def test_a_customers_language_is_listed_and_left_again(inside: Inside) -> None:
    inside("languages", "Ada", "DE")
    listed = inside("languages", "--json").json
    ended = inside("languages", "Ada", "default", "--json").json

    assert listed == {"document_language": "en", "customers": {"Ada": "de"}}
    assert ended == {"customer": "Ada", "language": "en"}
    assert "Warehouse: en" in inside("languages").out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("languages", "Ada"), 2),
        (("languages", "Ada", "nl"), 2),
        (("languages", "Ada", ""), 2),
        (("settings", "document_language", "nl"), 1),
        (("settings", "document_language", ""), 1),
        (("order", "SO-99", "--note", "x"), 1),
    ],
)
def test_what_is_no_language_or_no_order_changes_nothing(
    inside: Inside, arguments: tuple[str, ...], code: int
) -> None:
    assert inside(*arguments).code == code

    said = inside("languages", "--json").json
    assert said == {"document_language": "en", "customers": {}}


def test_a_slip_without_the_logo_that_was_chosen_is_written_and_says_so(
    floor: Program, inside: Inside, tmp_path: Path
) -> None:
    give(inside, tmp_path, GOOD)
    inside("order", "L-1", "--note", "Merci")
    inside("settings", "logo", str(tmp_path / "gone.png"))
    floor.run("pick", "L-1", scans="CMD-QTY-2\nLAMP\n")
    closed = floor.run("pack", "L-1", scans="CMD-QTY-2\nLAMP\nCMD-CLOSE\n")

    again = inside("slip", "SH-L-1-1", "-o", str(tmp_path / "again.pdf"))

    assert closed.code == again.code == 0
    assert "logo" in again.err
    assert (tmp_path / "again.pdf").read_bytes().startswith(b"%PDF")
