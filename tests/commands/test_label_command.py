"""``label`` as people run it: files, and one helpful line for what does not go together."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from tests.commands.program import Ended, Program
from tests.hardware.zpl import read_zpl

Inside = Callable[..., Ended]


@pytest.mark.parametrize("form", ["--pdf", "--zpl"])
def test_locations_are_written_in_either_form(inside: Inside, tmp_path: Path, form: str) -> None:
    target = tmp_path / "labels"

    done = inside("label", "location", "A-1", "LANE-1", form, str(target), "--json")

    said = done.json
    assert (done.code, said["kind"], said["file"]) == (0, "location", str(target))
    assert said["labels"][0] == {"location": "A-1", "kind": "storage", "zone": ""}
    data = target.read_bytes()
    count = len(read_zpl(data)) if form == "--zpl" else len(pypdfium2.PdfDocument(data))
    assert count == len(said["labels"]) == 2
    assert target.stat().st_mode & 0o077 == 0


def test_all_locations_and_all_commands_need_no_name(inside: Inside, tmp_path: Path) -> None:
    target = tmp_path / "labels"

    places = inside("label", "location", "--all", "--zpl", str(target), "--dpi", "300")
    commands = inside("label", "commands", "--zpl", str(target))

    assert (places.code, commands.code) == (0, 0)
    assert "CMD-UNDO" in [label.bars[0][0] for label in read_zpl(target.read_bytes())]


def test_goods_that_came_are_labelled(floor: Program, tmp_path: Path) -> None:
    target = tmp_path / "labels.zpl"
    floor.run("receive", "ASN-1", scans="CMD-QTY-6\nVASE\n")

    done = floor.run("label", "cross-dock", "ASN-1", "--zpl", target, "--json")

    assert [(label["order"], label["units"], label["of"]) for label in done.json["labels"]] == [
        ("SO-1", 2, 2)
    ]
    assert read_zpl(target.read_bytes())[0].bars[0][0] == "SO-1"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (("location", "A-1"), "--pdf FILE or --zpl FILE"),
        (("location", "A-1", "--pdf", "a", "--zpl", "b"), "--pdf FILE or --zpl FILE"),
        (("location", "--pdf", "a"), "which locations"),
        (("location", "A-1", "--all", "--pdf", "a"), "which locations"),
        (("location", "A-1", "--pdf", "a", "--dpi", "300"), "--dpi goes with --zpl"),
        (("location", "A-1", "--zpl", "a", "--dpi", "600"), "600"),
        (("cross-dock", "--pdf", "a"), "the ASN"),
        (("put-away", "A", "B", "--pdf", "a"), "the ASN"),
        (("carton", "--pdf", "a"), "the shipment"),
        (("carton", "S", "--cartons", "0", "--pdf", "a"), "0"),
        (("put-away", "A", "--cartons", "2", "--pdf", "a"), "--cartons goes with carton"),
        (("commands", "--all", "--pdf", "a"), "--all goes with location"),
        (("commands", "CMD-UNDO", "--pdf", "a"), "takes no name"),
        (("pallet", "--pdf", "a"), "pallet"),
        (("location", "A-1", "--pdf", "no/such/folder.pdf"), "no folder"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(
    inside: Inside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: tuple[str], says: str
) -> None:
    monkeypatch.chdir(tmp_path)

    done = inside("label", *line)

    assert (done.code, done.out) == (2, "")
    assert says in done.complaint
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (("location", "Z-9"), "no location Z-9"),
        (("cross-dock", "ASN-9"), "no inbound shipment ASN-9"),
        (("cross-dock", "ASN-1"), "sent to a lane yet"),
        (("put-away", "ASN-1"), "sent to a shelf yet"),
        (("carton", "SO-1-1"), "no closed shipment SO-1-1"),
    ],
)
def test_what_is_not_there_is_refused_in_a_line(
    inside: Inside, tmp_path: Path, line: tuple[str], says: str
) -> None:
    done = inside("label", *line, "--pdf", str(tmp_path / "a.pdf"))

    assert (done.code, done.out) == (1, "")
    assert says in done.complaint
    assert not (tmp_path / "a.pdf").exists()


def test_help_names_every_kind(inside: Inside) -> None:
    said = inside("label", "--help").out

    assert all(word in said for word in ("cross-dock", "put-away", "location", "carton", "--zpl"))


@pytest.mark.parametrize("value", ["nearest", "random", ""])
def test_a_rule_for_shelves_that_is_none_is_refused_with_those_there_are(
    inside: Inside, value: str
) -> None:
    done = inside("settings", "put_away_rule", value)

    assert done.code == 1
    assert "first_empty, nearest_empty or by_zone" in done.complaint


def test_a_pick_list_is_written_and_scans_nothing(inside: Inside, tmp_path: Path) -> None:
    target = tmp_path / "list.pdf"

    done = inside("pick", "SO-1", "--pdf", str(target), "--json")

    [row] = done.json["rows"]
    assert (row["location"], row["sku"], row["units"]) == ("A-1", "LAMP", 4)
    assert len(pypdfium2.PdfDocument(target.read_bytes())) == 1


def test_no_pick_list_is_written_of_an_unknown_order(inside: Inside, tmp_path: Path) -> None:
    done = inside("pick", "SO-9", "--pdf", str(tmp_path / "list.pdf"))

    assert (done.code, list(tmp_path.glob("*.pdf"))) == (1, [])
    assert "no order SO-9" in done.complaint


@pytest.mark.parametrize("printer", ["", "/dev/null/no-folder"])
def test_receiving_prints_labels_and_goes_on_without_a_printer(
    floor: Program, tmp_path: Path, printer: str
) -> None:
    floor.run("settings", "print_labels", "on")
    floor.run("printers", "--set", "label", printer)

    done = floor.run("receive", "ASN-1", scans="VASE\nNO-SUCH\nVASE\n")

    assert [line["outcome"] for line in done.lines[1:]] == [
        *("accepted", "unknown_barcode", "accepted")
    ]
    papers = list((tmp_path / "documents").glob("label-ASN-1-*.pdf"))
    assert (done.code, len(papers)) == (0, 0 if printer else 2)
    assert done.err.count("did not take it") == (2 if printer else 0)
