"""``prints`` and ``printers``: the queue as a person sees it, and their word on a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.program import Ended

ASN = "ASN-1"


@pytest.fixture
def waits(inside: Callable[..., Ended], tmp_path: Path) -> Callable[..., Ended]:
    """The command line after a receipt's sheet was turned away by a folder that cannot be made."""
    (tmp_path / "way").write_text("a file in the way")
    assert inside("printers", "--set", "sheet", str(tmp_path / "way")).code == 0
    done = inside("osd", ASN, "--print")
    assert done.code == 1
    assert "did not take it" in done.err
    return inside


def test_a_paper_that_was_turned_away_is_in_the_queue_with_the_printer_s_words(
    waits: Callable[..., Ended], tmp_path: Path
) -> None:
    (paper,) = waits("prints", "--json").json["papers"]

    assert (paper["number"], paper["copy"], paper["kind"]) == (ASN, 0, "osd")
    assert (paper["state"], paper["station"]) == ("to_print", "station-1")
    assert paper["printer"] == str(tmp_path / "way")
    assert "exists" in paper["said"]


def test_retry_prints_it_where_papers_go_now(waits: Callable[..., Ended], tmp_path: Path) -> None:
    waits("printers", "--set", "sheet", str(tmp_path / "out"))

    done = waits("prints", "--retry", ASN, "--json").json

    assert done["state"] == "confirmed"
    assert [file.name for file in (tmp_path / "out").iterdir()] == [f"osd-{ASN}.pdf"]
    assert waits("prints", "--json").json == {"papers": []}


def test_cancel_leaves_it_out(waits: Callable[..., Ended]) -> None:
    assert waits("prints", "--cancel", ASN).out == f"OS&D sheet {ASN}: given up\n"

    assert waits("prints", "--json").json == {"papers": []}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (("--seen", ASN), "A paper that is to_print cannot be seen."),
        (("--not-seen", ASN), "A paper that is to_print cannot be not_seen."),
        (("--retry", "ASN-9"), "No paper of ASN-9 is in the print queue."),
        (("--cancel", ASN, "--copy", "2"), f"No paper of {ASN} is in the print queue."),
        (("--cancel", ASN, "--kind", "slip"), f"No paper of {ASN} is in the print queue."),
    ],
)
def test_a_word_that_fits_no_paper_is_refused_and_changes_nothing(
    waits: Callable[..., Ended], line: tuple[str, ...], why: str
) -> None:
    done = waits("prints", *line)

    assert (done.code, done.complaint) == (1, why)
    assert len(waits("prints", "--json").json["papers"]) == 1


@pytest.mark.parametrize(
    "line",
    [
        ("prints", "--seen", "A", "--cancel", "A"),
        ("prints", "--copy", "2"),
        ("prints", "--retry", "A", "--copy", "x"),
        ("printers", "--set", "slips", "Bay"),
        ("printers", "--set", "slip"),
    ],
)
def test_wrong_usage_is_said(inside: Callable[..., Ended], line: tuple[str, ...]) -> None:
    assert inside(*line).code == 2


@pytest.mark.parametrize("name", ["a b", "tcp://", "tcp://x:99999", "-o raw"])
def test_what_names_no_printer_is_refused(inside: Callable[..., Ended], name: str) -> None:
    done = inside("printers", "--set", "slip", name)

    assert done.code == 1
    assert "neither a printer's name" in done.complaint
    assert inside("printers", "--json").json["printers"]["slip"] == ""


def test_a_station_has_printers_of_its_own(inside: Callable[..., Ended]) -> None:
    inside("settings", "printer", "Office")
    done = inside("printers", "--set", "label", "tcp://zebra", "--json").json

    assert done["station"] == "station-1"
    assert done["printers"] == {"slip": "Office", "sheet": "Office", "label": "tcp://zebra"}
