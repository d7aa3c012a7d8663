"""Bad input all the way through the program: a plain answer, and nothing lost or half done."""

import csv
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.program import Ended, Program, write_files
from tests.floor import inbound, orders

LOOKS = (
    ("plan",), ("plan", "--horizon", "99999d"), ("picks",), ("backorders",), ("dock",), ("verify",),
)  # fmt: skip


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
@pytest.mark.parametrize(
    "end", ["0001-01-01", "0001-01-01T00:00Z", "9999-12-31", "9999-12-31T23:59:59Z"]
)
def test_instants_at_the_calendars_ends_are_planned_and_shown(
    inside: Callable[..., Ended], tmp_path: Path, end: str, zone: str
) -> None:
    inside("settings", "time_zone", zone)
    folder = write_files(
        tmp_path / "csv",
        orders=orders(f"SO-7,1,Ada,VASE,2,{end},{end},3,,"),
        inbound=inbound(f"ASN-7,1,Glass & Co,VASE,6,{end},"),
    )

    assert inside("import", str(folder)).code == 0
    for now in ((), ("--as-of", end)):
        ended = [inside(*now, *look, "--json") for look in LOOKS]
        assert [(done.code, done.err) for done in ended] == [(0, "")] * len(LOOKS)


SET_UP_CODES = (  # as scanners hand them over that do not know them for their own
    *("PAP232.", "DEFALT.", "TERMID124.", "SUFBK2990D.", "RESET_"),
    *("$P,Ae", "$CKBCO00,Ar", "$+$-", "SET_DEFAULTS", "]{}~@#|\\"),
    *("@FACDEF", "@SETUPE1", "%%SpecCode9A", "NLS0006010", "^#SC^3B01", "^3FAKEY"),
    *("\xf3S00B00", "\xf3 92DA", "U2", "B0", "ZZ", "[BCM", "99999", "00000000"),
)
BAIT = (
    *("file:///etc/passwd", "/etc/passwd", "..\\..\\autoexec.bat", "https://example.com/a?b=1"),
    *("mailto:a@example.com", "tel:112", "WIFI:S:floor;T:WPA;P:secret;;", "$(touch bait)"),
    *("`touch bait`", "; touch bait", "main.py restore bait", "orders.csv", "javascript:alert(1)"),
    *("'; drop table stock; --", "%", "_", "*", "SO-%", "{0.__class__}", "%s%n"),
)


@pytest.mark.parametrize(("job", "number"), [("receive", "ASN-1"), ("pick", "SO-1")])
def test_codes_made_for_scanners_or_to_be_opened_or_run_do_nothing(
    floor: Program, tmp_path: Path, job: str, number: str
) -> None:
    before, files = kept(floor), sorted(tmp_path.rglob("*"))

    codes = SET_UP_CODES + BAIT
    done = floor.run(job, number, scans="\n".join(codes))

    assert (done.code, done.err) == (0, "")
    outcomes = {answer["scan"]: answer["outcome"] for answer in done.lines[1:]}
    assert outcomes == dict.fromkeys(codes, "unknown_barcode")
    assert kept(floor) == before
    assert (sorted(tmp_path.rglob("*")), Path("bait").exists()) == (files, False)


def kept(floor: Program) -> list[str]:
    """Return all rows but those that say who opened which job and what was scanned there."""
    told = ("facts", "scans", "sittings", "claims", "sqlite_sequence")
    with closing(sqlite3.connect(floor.db)) as connection:
        rows = [line for line in connection.iterdump() if line.startswith("INSERT")]
    return [row for row in rows if row.split('"')[1] not in told]


def test_names_that_could_be_formulas_are_exported_as_text(
    inside: Callable[..., Ended], tmp_path: Path
) -> None:
    customer, order = '"=HYPERLINK(""http://x"",""Ada"")"', "-1+cmd|' /C calc'!A0"
    folder = write_files(
        tmp_path / "csv", orders=orders(f"{order},1,{customer},LAMP,4,2026-03-01,,3,,")
    )
    assert inside("import", str(folder)).code == 0

    assert inside("export", "orders", "-o", str(tmp_path / "out.csv")).code == 0

    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if "cmd" in row["order"]]
    assert [row["order"] for row in rows] == [f"'{order}"]
    assert rows[0]["customer"] == '\'=HYPERLINK("http://x","Ada")'
    assert rows[0]["quantity"] == "4"
