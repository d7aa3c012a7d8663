"""The command line itself: options before the command, exit codes, one line for what went wrong."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from app.commands.program import run
from app.commands.session import Devices, Means
from tests.commands.program import MAIN, Ended, Program

HEAVY = ("PySide6", "alembic", "reportlab", "rich", "uharfbuzz")
LOADED = "import sys, runpy; sys.argv = sys.argv[1:]\ntry: runpy.run_path(sys.argv[0], run_name='__main__')\nexcept SystemExit as end: print(end.code, [name for name in %r if name in sys.modules], file=sys.stderr)"  # noqa: E501

COMMANDS_WITH_JSON = [
    ("plan",),
    ("plan", "--horizon", "36h"),
    ("backorders",),
    ("picks",),
    ("dock",),
    ("dock", "--day", "2026-03-04"),
    ("settings",),
    ("settings", "time_zone"),
    ("settings", "confirm_lane", "on", "--dry-run"),
    ("teach", "4000000000013", "LAMP", "--dry-run"),
    ("order", "SO-1", "--hold", "--dry-run"),
    ("order", "SO-1", "--substitutes", "yes", "--dry-run"),
    ("lock", "SO-1", "1", "--quantity", "1", "--dry-run"),
    ("substitute",),
    ("appointment", "ASN-1", "--arrive", "--dry-run"),
    ("appointment", "ASN-1", "--pallets", "4", "--drop", "--dry-run"),
    ("pickup", "P-1", "--start", "2026-03-04T09:00Z", "--dry-run"),
    ("door",),
    ("door", "D1", "--direction", "out", "--dry-run"),
    ("verify",),
]


@pytest.mark.parametrize(
    "line",
    [
        ("dance",),
        ("--colour", "red", "plan"),
        ("plan", "--horizon", "soon"),
        ("plan", "--horizon", "-1d"),
        ("plan", "--objective", "luck"),
        ("--as-of", "tomorrow", "plan"),
        ("--as-of", "2026-02-30T08:00Z", "plan"),
        ("--db", "mysql://server/floor", "plan"),
        ("--db", "", "plan"),
        ("--db", "floor-\udcff.db", "plan"),
        ("--user", " ", "plan"),
        ("--station", "a\nb", "plan"),
        ("dock", "--day", "monday"),
        ("receive",),
        ("pick", "SO-1", "SO-2"),
        ("import",),
        ("order", "SO-1"),
        ("order", "SO-1", "--hold", "--release"),
        ("order", "SO-1", "--priority", "6"),
        ("order", "SO-1", "--policy", "some"),
        ("lock", "SO-1", "1"),
        ("lock", "SO-1", "1", "--quantity", "1_0"),
        ("lock", "SO-1", "1", "--quantity", "0"),
        ("lock", "SO-1", "1", "--quantity", "1", "--asn-line", "1"),
        ("order", "SO-1", "--substitutes", "maybe"),
        ("substitute", "SO-1", "1"),
        ("substitute", "SO-1", "--quantity", "1"),
        ("substitute", "SO-1", "1", "LAMP", "--quantity", "0"),
        ("substitute", "--dry-run"),
        ("appointment", "ASN-1"),
        ("appointment", "ASN-1", "--arrive", "--depart"),
        ("appointment", "ASN-1", "--start", "noon"),
        ("appointment", "ASN-1", "--start", "2026-03-04T09:00Z", "--arrive"),
        ("appointment", "ASN-1", "--minutes", "0"),
        ("appointment", "ASN-1", "--pallets", "-1"),
        ("appointment", "ASN-1", "--weeks", "54"),
        ("pickup", "P-1", "--series"),
        ("pickup", " ", "--start", "2026-03-04T09:00Z"),
        ("door", "--direction", "in"),
        ("door", "D1", "--block", "2026-03-04T09:00Z"),
        ("teach", "4000000000013", "LAMP", "--units", "0"),
        ("slip", "SH-1"),
        ("slip", "SH-1", "-o", "/dev/null"),
        ("slip", "SH-1", "-o", "/no/such/folder/slip.pdf"),
        ("export", "secrets", "-o", "x.csv"),
    ],
)
def test_wrong_usage_is_code_2_and_opens_nothing(
    line: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    def never(*_asked: object) -> NoReturn:
        raise AssertionError("opened")

    code = run(line, Means(never, never, never, never, never, Devices(never, never, never, never)))

    done = Ended(code, *capsys.readouterr())
    assert (done.code, done.out) == (2, "")
    assert done.complaint


def test_wrong_usage_makes_no_file(nothing: Program) -> None:
    done = nothing.run("plan", "--horizon", "soon")

    assert (done.code, done.out) == (2, "")
    assert done.complaint
    assert not Path(nothing.db).parent.exists()


@pytest.mark.parametrize(
    "line",
    [
        ("settings", "colour"),
        ("settings", "colour", "red"),
        ("settings", "time_zone", "Mars/Olympus"),
        ("settings", "confirm_lane", "maybe"),
        ("settings", "packing_location", "A-1"),
        ("teach", "4000000000013", "NOPE"),
        ("teach", "A-1", "LAMP"),
        ("teach", "cmd-undo", "LAMP"),
        ("teach", "VASE", "LAMP"),
        ("teach", "4012345678901", "LAMP"),
        ("teach", "", "LAMP"),
        ("order", "NOPE", "--hold"),
        ("lock", "SO-1", "9", "--quantity", "1"),
        ("lock", "SO-1", "1", "--quantity", "99"),
        ("unlock", "SO-1", "1"),
        ("appointment", "NOPE", "--arrive"),
        ("appointment", "ASN-1", "--undo"),
        ("slip", "SH-1", "-o", "/tmp/no-such-slip.pdf"),
        ("restore", "no-such-file"),
        ("import", "no-such-file/orders.csv"),
    ],
)
def test_what_is_refused_is_code_1_and_one_line(
    inside: Callable[..., Ended], line: tuple[str, ...]
) -> None:
    done = inside("--json", *line)

    assert (done.code, done.out) == (1, "")
    assert done.complaint


@pytest.mark.parametrize("line", COMMANDS_WITH_JSON)
def test_json_is_one_document_behind_the_command_too(
    inside: Callable[..., Ended], line: tuple[str, ...]
) -> None:
    before, behind = inside("--json", *line), inside(*line, "--json")

    assert (before.code, before.err, behind.code, behind.err) == (0, "", 0, "")
    assert before.json == behind.json


@pytest.mark.parametrize("line", COMMANDS_WITH_JSON)
def test_without_json_people_can_read_it(
    inside: Callable[..., Ended], line: tuple[str, ...]
) -> None:
    done = inside(*line)

    assert (done.code, done.err) == (0, "")
    assert done.out.strip()
    assert not done.out.startswith("{")


def test_help_is_no_mistake(nothing: Program) -> None:
    done = nothing.run("--help")

    assert (done.code, done.err) == (0, "")
    assert "receive" in done.out


def test_a_missing_database_is_made_with_its_folder(nothing: Program) -> None:
    done = nothing.run("--json", "picks")

    assert (done.code, done.json) == (0, {"orders": [], "put_back": [], "clusters": []})
    assert Path(nothing.db).exists()


def test_a_file_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("milk, bread\n")

    done = Program(path).run("plan")

    assert (done.code, done.out) == (1, "")
    assert "notes.txt" in done.complaint
    assert path.read_text() == "milk, bread\n"


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    done = Program("postgresql://floor:geheim@127.0.0.1:1/floor").run("plan")

    assert (done.code, done.out) == (1, "")
    assert "127.0.0.1" in done.complaint
    assert "geheim" not in done.complaint


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    done = Program(tmp_path / "file" / "floor.db").run("plan")

    assert (done.code, done.out) == (1, "")
    assert "file" in done.complaint


@pytest.mark.parametrize(
    ("as_of", "instant"),
    [
        ("2026-03-04T08:00:00Z", "2026-03-04T08:00:00Z"),
        ("2026-03-04T08:00:00+02:00", "2026-03-04T06:00:00Z"),
        ("2026-03-04T08:00:00", "2026-03-04T07:00:00Z"),
        ("2026-07-04 08:00", "2026-07-04T06:00:00Z"),
        ("2026-03-04", "2026-03-04T22:59:59Z"),
    ],
)
def test_an_instant_without_offset_is_in_the_sites_zone(
    inside: Callable[..., Ended], as_of: str, instant: str
) -> None:
    inside("settings", "time_zone", "Europe/Brussels")

    assert inside("--as-of", as_of, "--json", "dock").json["as_of"] == instant


def test_an_instant_that_the_sites_clocks_skip_is_wrong_usage(
    inside: Callable[..., Ended],
) -> None:
    inside("settings", "time_zone", "Europe/Brussels")

    done = inside("--as-of", "2026-03-29T02:30:00", "dock")

    assert (done.code, done.out) == (2, "")
    assert "2026-03-29" in done.complaint


def test_a_command_loads_no_more_than_it_needs(floor: Program) -> None:
    child = [sys.executable, "-c", LOADED % (HEAVY,), MAIN, "--db", floor.db, "--json", "settings"]

    done = subprocess.run(list(map(str, child)), check=False, capture_output=True, text=True)

    assert done.stderr == "0 []\n"


def test_a_programming_mistake_is_logged_and_said_in_one_line(
    floor: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    broken = "import app.services.setting as s; del s.PARSERS\n" + LOADED % ((),)
    child = [sys.executable, "-c", broken, MAIN, "--db", floor.db, "settings"]

    done = subprocess.run(
        list(map(str, child)), check=False, capture_output=True, text=True, cwd=MAIN.parent
    )

    log = tmp_path / "data" / "dockhand" / "dockhand.log"
    assert done.stderr == (
        f"Something went wrong in the program. What was answered is stored; details: {log}\n1 []\n"
    )
    assert "NameError" in log.read_text()


def test_a_start_without_a_database_option_uses_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    done = subprocess.run(
        [sys.executable, str(MAIN), "--json", "picks"], check=False, capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "data" / "dockhand" / "dockhand.db").exists()


def test_a_full_output_is_named_and_no_traceback_follows(floor: Program) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, str(MAIN), "--db", str(floor.db), "--json", "plan"],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )

    assert (done.returncode, done.stderr) == (1, "The system refused: No space left on device\n")


def test_a_start_without_a_console_works(floor: Program) -> None:
    closed = f"exec {sys.executable} {MAIN} --db {floor.db} receive ASN-1 <&- >&- 2>&-"

    done = subprocess.run(["/bin/sh", "-c", closed], check=False)

    assert done.returncode == 0
