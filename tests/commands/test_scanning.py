"""Jobs of scans as child processes: shapes, line by line, cut off anywhere."""

import signal
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.program import Program

ANSWER = {"scan", "outcome", "message", "sku", "quantity", "remaining"}


def test_receive_answers_to_the_letter(floor: Program) -> None:
    done = floor.run("receive", "ASN-1", scans="CMD-QTY-3\n4012345678901\n")

    opened, pending, counted = done.lines
    assert (done.code, done.err) == (0, "")
    assert opened == {"job": "receive", "number": "ASN-1", "next": None, "remaining": 6}
    assert pending.keys() >= ANSWER
    assert ANSWER | {"disposition", "expected", "received", "over"} <= counted.keys()
    assert counted["disposition"] == [
        {"to": "cross_dock", "order": "SO-1", "line": "2", "lane": "LANE-1", "quantity": 2},
        {"to": "put_away", "location": "A-2", "quantity": 1},
    ]
    assert (counted["outcome"], counted["sku"], counted["quantity"]) == ("accepted", "VASE", 3)
    assert (counted["expected"], counted["received"], counted["over"]) == (6, 3, 0)
    assert counted["remaining"] == 3


def test_pick_answers_to_the_letter(floor: Program) -> None:
    done = floor.run("pick", "SO-1", scans="4006381333931\nCMD-SHORT\n")

    opened, picked, short = done.lines
    step = {"location": "A-1", "sku": "LAMP", "quantity": 4}
    assert opened == {"job": "pick", "number": "SO-1", "next": step, "remaining": 4}
    assert picked.keys() == ANSWER | {"next"}
    assert picked["next"] == {**step, "quantity": 3}
    assert (short["outcome"], short["next"]) == ("accepted", None)


def test_pack_answers_to_the_letter_and_prints_the_slip(floor: Program, tmp_path: Path) -> None:
    floor.run("pick", "SO-2", scans="RUG\n")

    done = floor.run("pack", "SO-2", scans="RUG\ncmd-close\n")

    opened, verified, closed = done.lines
    assert (done.code, done.err) == (0, "")
    assert opened == {"job": "pack", "number": "SO-2", "next": None, "remaining": 1}
    assert verified.keys() == ANSWER | {"unverified", "carton"}
    assert closed.keys() == ANSWER | {
        *("unverified", "carton", "cartons", "shipment", "ships", "to_come")
    }
    slip = tmp_path / "documents" / f"slip-{closed['shipment']}.pdf"
    assert slip.read_bytes().startswith(b"%PDF")
    assert (slip.stat().st_mode & 0o777, slip.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_sweep_answers_to_the_letter_and_says_again_what_it_found(floor: Program) -> None:
    floor.run("receive", "ASN-1", scans="CMD-QTY-2\n4012345678901\n")

    done = floor.run("sweep", "LANE-1", scans="VASE\nLANE-1\nVASE\nCMD-SHORT\nCMD-CLOSE\n")

    opened, early, _, seen, missing, closed = done.lines
    assert (done.code, done.err) == (0, "")
    assert opened == {
        "job": "sweep",
        "number": "LANE-1",
        "next": None,
        "remaining": 2,
        "counted": 0,
    }
    assert (early["outcome"], early["remaining"]) == ("wrong_state", 2)
    assert seen.keys() == ANSWER | {"counted", "found", "over"}
    assert missing["missing"][0]["order"] == "SO-1"
    assert closed.keys() == ANSWER | {"counted", "rows", "closed_at"}
    again = floor.run("--json", "sweep", "LANE-1", "--last")
    assert again.json["rows"] == closed["rows"]
    assert "as it should be" in floor.run("sweep", "LANE-1", "--last").out
    assert floor.run("--json", "verify").json["ok"]


def test_each_answer_follows_its_scan_at_once(floor: Program) -> None:
    with floor.running("pick", "SO-1") as job:
        assert job.hear()["remaining"] == 4
        assert job.ask("4006381333931")["remaining"] == 3
        assert job.ask("4006381333931")["remaining"] == 2
        assert job.end().code == 0


def test_blank_lines_a_trailing_cr_and_a_byte_order_mark_are_no_scans(floor: Program) -> None:
    said = b"\xef\xbb\xbf4006381333931\r\n\r\n\n   \n4006381333931"

    done = floor.run("pick", "SO-1", scans=said)

    assert [answer["outcome"] for answer in done.lines[1:]] == ["accepted", "accepted"]
    assert done.lines[1]["scan"] == "4006381333931"


def test_a_refused_scan_is_normal(floor: Program) -> None:
    done = floor.run("pick", "SO-1", scans="RUG\nwhat?\n")

    assert done.code == 0
    assert [answer["outcome"] for answer in done.lines[1:]] == ["wrong_item", "unknown_barcode"]


@pytest.mark.parametrize(
    "said", [b"\xff\xfe\x80\n", b"\x1d\n", b"a\x00b\n", b"9" * 10_000 + b"\n", b"\xd9\xa3\n"]
)
def test_no_bytes_break_the_stream(floor: Program, said: bytes) -> None:
    done = floor.run("pick", "SO-1", scans=said + b"4006381333931\n")

    assert (done.code, done.err) == (0, "")
    assert [answer["outcome"] for answer in done.lines[1:]] == ["unknown_barcode", "accepted"]


@pytest.mark.parametrize("job", ["receive", "pick", "pack", "sweep"])
def test_a_job_that_is_not_there_cannot_be_opened(floor: Program, job: str) -> None:
    done = floor.run(job, "NOPE", scans="4006381333931\n")

    assert (done.code, done.out) == (1, "")
    assert "NOPE" in done.complaint


@pytest.mark.parametrize("job", ["receive", "pick", "pack", "sweep"])
def test_a_number_that_is_no_text_cannot_be_opened(floor: Program, job: str) -> None:
    done = floor.run(job, "\udcff\udc80")

    assert (done.code, done.out) == (1, "")
    assert done.complaint


def test_a_known_order_with_nothing_to_do_opens_with_nothing_remaining(floor: Program) -> None:
    assert floor.run("pack", "SO-1").lines == [
        {"job": "pack", "number": "SO-1", "next": None, "remaining": 0}
    ]


def test_a_killed_job_loses_nothing_that_was_answered(floor: Program) -> None:
    with floor.running("receive", "ASN-1") as job:
        job.hear()
        assert job.ask("4012345678901")["received"] == 1
        assert job.ask("4012345678901")["received"] == 2
        job.child.kill()
        job.child.wait()

    assert floor.run("receive", "ASN-1").lines[0]["remaining"] == 4
    assert floor.run("--json", "verify").json["ok"]


@pytest.mark.parametrize("heard", [1, 4])
def test_a_job_killed_between_two_scans_keeps_what_it_answered(floor: Program, heard: int) -> None:
    with floor.running("receive", "ASN-1") as job:
        job.hear()
        for _scan in range(30):
            job.say("4012345678901")
        answers = [job.hear() for _answer in range(heard)]
        job.child.kill()
        job.child.wait()

    kept = floor.run("receive", "ASN-1", scans="4012345678901\n").lines[1]["received"] - 1
    assert [answer["received"] for answer in answers] == list(range(1, heard + 1))
    assert heard <= kept <= 30
    assert floor.run("--json", "verify").json["ok"]


def test_a_pending_quantity_outlives_a_killed_job(floor: Program) -> None:
    with floor.running("receive", "ASN-1") as job:
        job.hear()
        job.ask("CMD-QTY-5")
        job.child.kill()
        job.child.wait()

    assert floor.run("receive", "ASN-1", scans="VASE\n").lines[1]["quantity"] == 5


def test_a_reader_that_goes_away_ends_the_job_without_a_traceback(floor: Program) -> None:
    with floor.running("receive", "ASN-1") as job:
        job.hear()
        assert job.child.stdout is not None
        assert job.child.stderr is not None
        job.child.stdout.close()
        job.say("4012345678901")
        complaint = job.child.stderr.read().decode()
        assert job.child.wait(60) == 1

    assert complaint.count("\n") == 1
    assert floor.run("receive", "ASN-1").lines[0]["remaining"] == 5


@pytest.fixture
def at_a_terminal() -> Iterator[None]:
    """Let children hear Ctrl-C, also where this run itself was started deaf to it (``&``)."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("at_a_terminal")
def test_a_person_may_stop_a_job(floor: Program) -> None:
    with floor.running("pick", "SO-1") as job:
        job.hear()
        job.child.send_signal(signal.SIGINT)
        done = job.end()

    assert done.code == 1
    assert done.complaint.startswith("Stopped")


def test_closing_succeeds_where_the_slip_cannot_be_printed(floor: Program, tmp_path: Path) -> None:
    (tmp_path / "documents").write_text("a file where the folder should be")
    floor.run("pick", "SO-2", scans="RUG\n")

    done = floor.run("pack", "SO-2", scans="RUG\nCMD-CLOSE\n")

    assert done.code == 0
    assert done.lines[-1]["outcome"] == "accepted"
    assert "was not printed" in done.complaint


def test_a_printer_that_is_none_is_named(floor: Program) -> None:
    floor.run("settings", "printer", "no such; printer")
    floor.run("pick", "SO-2", scans="RUG\n")

    done = floor.run("pack", "SO-2", scans="RUG\nCMD-CLOSE\n")

    assert (done.code, done.lines[-1]["outcome"]) == (0, "accepted")
    assert "no such; printer" in done.complaint


def test_a_scan_waits_for_a_database_in_use_and_counts_once(floor: Program) -> None:
    other = sqlite3.connect(floor.db, isolation_level=None)
    with floor.running("receive", "ASN-1") as job:
        job.hear()
        other.execute("BEGIN IMMEDIATE")
        job.say("4012345678901")
        other.execute("ROLLBACK")

        assert job.hear()["received"] == 1
        assert job.end().out == ""


def test_a_database_in_use_for_too_long_is_named(floor: Program) -> None:
    other = sqlite3.connect(floor.db, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    done = floor.run("receive", "ASN-1", scans="VASE\n")

    other.execute("ROLLBACK")
    assert (done.code, done.out) == (1, "")
    assert "in use" in done.complaint


def test_a_sheet_that_is_written_and_printed_is_said_twice(floor: Program, tmp_path: Path) -> None:
    said = floor.run("osd", "ASN-1", "--pdf", str(tmp_path / "sheet.pdf"), "--print").out

    assert said.splitlines()[0].endswith("sheet.pdf: OS&D of ASN-1")
    assert said.splitlines()[1].startswith("Printed the OS&D of ASN-1")


def test_a_slips_barcode_opens_what_is_still_to_come(floor: Program) -> None:
    floor.run("pick", "SO-1", scans="CMD-QTY-4\nLAMP\n")
    floor.run("pack", "SO-1", scans="CMD-QTY-4\nLAMP\nCMD-CLOSE\n")
    floor.run("receive", "ASN-1", scans="CMD-QTY-2\n4012345678901\nLANE-1\n")

    opened = floor.run("pick", "SH-SO-1-1", scans="").lines[0]

    assert (opened["number"], opened["next"]["sku"], opened["remaining"]) == ("SO-1", "VASE", 2)
