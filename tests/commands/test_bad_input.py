"""Bad input all the way through the program: a plain answer, and nothing lost or half done."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.program import Ended, write_files
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
