"""``import`` as people run it: shapes, what is left out, and what bad rows do."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.program import FILES, Ended, Program, write_files
from tests.floor import orders

BAD = orders(
    "SO-7,1,Ada,LAMP,4,2026-03-01T09:00:00Z,,3,,",
    "SO-8,1,Bo,NOPE,1,2026-03-02T09:00:00Z,,3,,",
    "SO-8,2,Bo,RUG,1,2026-03-02T09:00:00Z,,3,,",
)


def test_a_folder_is_read_in_the_order_of_its_references(nothing: Program, tmp_path: Path) -> None:
    folder = write_files(tmp_path / "csv")
    (folder / "notes.txt").write_text("not ours")

    done = nothing.run("--json", "import", folder)

    assert (done.code, done.err) == (0, "")
    files = done.json["files"]
    assert [file["name"] for file in files] == list(FILES)
    assert {"name", "rows", "created", "updated", "unchanged", "rejected"} <= files[0].keys()
    assert (files[-1]["rows"], files[-1]["created"]) == (3, 3)
    assert done.json["left_out"] == ["notes.txt"]


def test_the_same_files_again_change_nothing(inside: Callable[..., Ended], tmp_path: Path) -> None:
    done = inside("--json", "import", str(write_files(tmp_path / "csv")))

    assert all(file["created"] + file["updated"] == 0 for file in done.json["files"])


def test_one_bad_row_refuses_all_and_is_named(inside: Callable[..., Ended], tmp_path: Path) -> None:
    before = inside("--json", "plan").json
    folder = write_files(tmp_path / "csv", orders=BAD)

    done = inside("--json", "import", str(folder))

    assert done.code == 1
    assert "orders.csv line 3" in done.complaint
    (rejected,) = done.json["files"][-1]["rejected"]
    assert (rejected["line"], rejected["column"]) == (3, "sku")
    assert rejected["reason"]
    assert inside("--json", "plan").json == before


def test_a_refusal_is_readable_too(inside: Callable[..., Ended], tmp_path: Path) -> None:
    done = inside("import", str(write_files(tmp_path / "csv", orders=BAD)))

    assert done.code == 1
    assert "orders.csv line 3" in done.out
    assert done.complaint


def test_skip_bad_leaves_the_whole_order_out_beside_its_file(
    inside: Callable[..., Ended], tmp_path: Path
) -> None:
    folder = write_files(tmp_path / "csv", orders=BAD)

    done = inside("import", "--skip-bad", str(folder))

    rejected = (folder / "orders.rejected.csv").read_text(encoding="utf-8")
    assert done.code == 0
    assert [line.split(",")[:2] for line in rejected.splitlines()[1:]] == [
        ["SO-8", "1"],
        ["SO-8", "2"],
    ]
    assert (folder / "orders.rejected.csv").stat().st_mode & 0o777 == 0o600
    picks = inside("--json", "picks").json["orders"]
    assert "SO-7" in [order["order"] for order in picks]


def test_a_dry_run_keeps_and_writes_nothing(inside: Callable[..., Ended], tmp_path: Path) -> None:
    before = inside("--json", "plan").json
    folder = write_files(tmp_path / "csv", orders=BAD)

    done = inside("--json", "import", "--skip-bad", "--dry-run", str(folder))

    assert done.code == 0
    assert done.json["files"][-1]["created"] == 1
    assert not (folder / "orders.rejected.csv").exists()
    assert inside("--json", "plan").json == before


def test_files_may_be_named_one_by_one(inside: Callable[..., Ended], tmp_path: Path) -> None:
    folder = write_files(tmp_path / "csv")

    done = inside("--json", "import", str(folder / "orders.csv"), str(folder / "stock.csv"))

    assert [file["name"] for file in done.json["files"]] == ["stock.csv", "orders.csv"]


def test_one_file_missing_keeps_the_others_out(nothing: Program, tmp_path: Path) -> None:
    folder = write_files(tmp_path / "csv")

    done = nothing.run("import", folder, folder / "missing.csv")

    assert (done.code, done.out) == (1, "")
    assert "missing.csv" in done.complaint


@pytest.mark.parametrize("name", ["", "notes.txt"])
def test_nothing_to_import_is_refused(
    inside: Callable[..., Ended], tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "csv"
    folder.mkdir()
    (folder / "notes.txt").write_text("not ours")

    done = inside("import", str(folder / name))

    assert done.code == 1
    assert done.complaint


def test_a_file_that_is_no_table_refuses_all(inside: Callable[..., Ended], tmp_path: Path) -> None:
    folder = write_files(tmp_path / "csv")
    (folder / "orders.csv").write_bytes(b"\xff\xfeo\x00r\x00")

    done = inside("--json", "import", "--skip-bad", str(folder))

    assert done.code == 1
    assert done.json["refused"]
    assert "orders.csv" in done.complaint


def test_a_file_beyond_all_measure_is_refused_unread(
    inside: Callable[..., Ended], tmp_path: Path
) -> None:
    huge = tmp_path / "orders.csv"
    with huge.open("wb") as file:
        file.truncate((1 << 30) + 1)

    done = inside("import", str(huge))

    assert (done.code, done.out) == (1, "")
    assert "larger" in done.complaint


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize("make", [Path.mkdir, make_pipe, make_link_to_itself])
def test_what_has_a_formats_name_and_is_no_file_keeps_all_out(
    inside: Callable[..., Ended], tmp_path: Path, make: Callable[[Path], None]
) -> None:
    folder = write_files(tmp_path / "csv", products="sku,description\nNEW,New\n")
    (folder / "orders.csv").unlink()
    make(folder / "orders.csv")

    done = inside("import", str(folder))

    assert (done.code, done.out) == (1, "")
    assert "orders.csv" in done.complaint
    assert inside("teach", "4000000000013", "NEW").code == 1


def test_nothing_is_imported_where_the_rows_left_out_cannot_be_written(
    inside: Callable[..., Ended], tmp_path: Path
) -> None:
    before = inside("--json", "picks").json
    folder = write_files(tmp_path / "csv", orders=BAD)
    (folder / "orders.rejected.csv").mkdir()

    done = inside("import", "--skip-bad", str(folder))

    assert (done.code, done.out) == (1, "")
    assert "orders.rejected.csv" in done.complaint
    assert inside("--json", "picks").json == before
