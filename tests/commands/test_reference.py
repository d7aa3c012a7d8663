"""docs/reference.md lists every command, setting and command barcode, and nothing else."""

import re
from dataclasses import fields

import pytest

from app.commands.program import MODULES
from app.domain.command_scan import Command, CommandKind
from app.domain.settings import Settings
from tests.architecture.product_files import ROOT

PAGE = (ROOT / "docs/reference.md").read_text("utf-8")
TAILS = {
    CommandKind.QUANTITY: "-n",
    CommandKind.REASON: "-n",
    CommandKind.PHOTO: "-path",
    CommandKind.OVERRIDE: "-why",
}
BARCODES = [Command(kind).barcode + TAILS.get(kind, "") for kind in CommandKind]


def listed(title: str) -> list[str]:
    """Return the names that the table below a title lists, with their line said."""
    part = PAGE.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"^\| `([A-Za-z0-9_-]+)[^`]*` \| \S.* \|$", part, re.MULTILINE)


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Commands", list(MODULES)),
        ("Settings", [field.name for field in fields(Settings)]),
        ("Command barcodes", BARCODES),
    ],
)
def test_each_has_its_line(title: str, names: list[str]) -> None:
    assert sorted(listed(title)) == sorted(names)
