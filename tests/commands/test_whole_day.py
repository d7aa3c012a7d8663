"""The main job from files to paper, on both databases, and on a disk that fills up."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.program import AS_OF, Ended, Program, write_files


@pytest.fixture(params=["sqlite", "postgresql"])
def day(request: pytest.FixtureRequest, tmp_path: Path) -> Program:
    """The program on an empty database of either kind; papers go to a folder of the test."""
    if request.param == "sqlite":
        program = Program(tmp_path / "floor.db")
    else:
        program = Program(request.getfixturevalue("postgresql_url"))
    done = program.run("settings", "printer", str(tmp_path / "paper"))
    assert (done.code, done.err) == (0, "")
    return program


def test_a_day_from_the_truck_to_the_slip(day: Program, tmp_path: Path) -> None:
    assert day.run("import", write_files(tmp_path / "csv")).code == 0
    assert _rest(day) == {("SO-1", "2"): 2}

    received = day.run("receive", "ASN-1", scans="CMD-QTY-6\n4012345678901\nA-2\nCMD-CLOSE\n")
    _all_accepted(received, "ASN-1")
    picked = day.run("pick", "SO-1", scans="CMD-QTY-4\n4006381333931\nCMD-QTY-2\nVASE\n")
    _all_accepted(picked, "SO-1")
    assert (picked.lines[-1]["next"], picked.lines[-1]["remaining"]) == (None, 0)
    packed = day.run("pack", "SO-1", scans="CMD-QTY-4\nLAMP\nVASE\nVASE\nCMD-CLOSE\n")
    _all_accepted(packed, "SO-1")

    shipment = packed.lines[-1]["shipment"]
    again = tmp_path / "again.pdf"
    assert day.run("--json", "slip", shipment, "-o", again).json["copy"] == 2
    assert (tmp_path / "paper" / f"slip-{shipment}.pdf").exists()
    assert again.exists()
    assert _rest(day) == {}
    assert day.run("--json", "verify").json["ok"]


def test_bytes_that_a_server_cannot_keep_are_refused_scans(day: Program, tmp_path: Path) -> None:
    day.run("import", write_files(tmp_path / "csv"))

    done = day.run("receive", "ASN-1", scans=b"a\x00b\n\xff\n4012345678901\n")

    assert (done.code, done.err) == (0, "")
    outcomes = [answer["outcome"] for answer in done.lines[1:]]
    assert outcomes == ["unknown_barcode", "unknown_barcode", "accepted"]


def test_two_stations_count_on_one_truck(day: Program, tmp_path: Path) -> None:
    day.run("import", write_files(tmp_path / "csv"))
    other = Program(day.db, ("--as-of", AS_OF, "--station", "station-2", "--user", "Bo"))

    with day.running("receive", "ASN-1") as one, other.running("receive", "ASN-1") as two:
        one.hear(), two.hear()
        for count in (1, 3, 5):
            assert one.ask("VASE")["received"] == count
            assert two.ask("VASE")["received"] == count + 1
        assert (one.end().code, two.end().code) == (0, 0)

    assert day.run("--json", "verify").json["ok"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a megabyte and a half."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.getuid() != 0:
        pytest.skip("A full disk: only root can mount a small one")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=1500k", "tmpfs", folder],
        check=False,
        capture_output=True,
    )
    if made.returncode != 0:
        pytest.skip(f"A full disk: {made.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_stops_the_job_and_loses_no_answered_scan(
    floor: Program, small_disk: Path
) -> None:
    shutil.copy(floor.db, small_disk / "floor.db")
    program = Program(small_disk / "floor.db")
    with program.running("receive", "ASN-1") as job:
        job.hear()
        counted = job.ask("VASE")["received"]
        ballast = small_disk / "ballast"
        with ballast.open("wb", buffering=0) as file:
            _fill(file.fileno())
        answers = []
        for _scan in range(500):
            job.say("VASE")
            line = job.child.stdout.readline() if job.child.stdout else b""
            if not line:
                break
            answers.append(line)
        done = job.end()
    counted += len(answers)

    assert done.code == 1
    assert "full" in done.complaint
    ballast.unlink()
    assert program.run("receive", "ASN-1", scans="VASE\n").lines[1]["received"] == counted + 1
    assert program.run("--json", "verify").json["ok"]


def _fill(handle: int) -> None:
    while True:
        try:
            os.write(handle, bytes(4096))
        except OSError:
            return


def _all_accepted(done: Ended, number: str) -> None:
    assert (done.code, done.err, done.lines[0]["number"]) == (0, "", number)
    assert {answer["outcome"] for answer in done.lines[1:]} == {"accepted"}, done.out


def _rest(day: Program) -> dict[tuple[str, str], int]:
    lines = day.run("--json", "backorders").json["lines"]
    return {(line["order"], line["line"]): line["quantity"] for line in lines}
