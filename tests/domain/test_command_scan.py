"""Command barcodes, in any case of letters, and what only looks like one."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.command_scan import SAYING, Command, CommandKind, read_command

LONG_S = "\u017f"  # its upper case is an ASCII S


@pytest.mark.parametrize("kind", [k for k in CommandKind if k not in SAYING])
@pytest.mark.parametrize("spell", [str.upper, str.lower, str.title])
def test_a_command_is_read_in_any_case(kind: CommandKind, spell: Callable[[str], str]) -> None:
    assert read_command(spell(f"CMD-{kind.value}")) == Command(kind)


@pytest.mark.parametrize("quantity", [1, 9, 10, 999_999_999, 1_000_000_000])
def test_a_quantity_is_read(quantity: int) -> None:
    assert read_command(f"cmd-qty-{quantity}") == Command(CommandKind.QUANTITY, quantity)


@pytest.mark.parametrize(
    "text",
    [
        "CMD-QTY-0",
        "CMD-QTY-",
        "CMD-QTY",
        "CMD-QTY-+1",
        "CMD-QTY--1",
        "CMD-QTY-01",
        "CMD-QTY-1.5",
        "CMD-QTY-1_000",
        "CMD-QTY-1000000001",
        "CMD-QTY-9999999999",
        "CMD-QTY-" + "9" * 400,
        "CMD-QTY-\u0663",
        "CMD-QTY-1 ",
        "CMD-QTY-1\n",
        "CMD-UNDO-1",
        "CMD-UNDO ",
        "CMD-",
        "CMD-HELLO",
        "CMDUNDO",
        "CMD_UNDO",
        f"CMD-{LONG_S}HORT",
        f"cmd-{LONG_S}hort",
        "CMD-CANCEL\x00",
        "",
    ],
)
def test_a_malformed_command_is_none(text: str) -> None:
    assert read_command(text) is None


@given(st.text(max_size=30))
def test_whatever_is_read_prints_as_the_same_command(text: str) -> None:
    command = read_command(f"CMD-{text}")

    assert command is None or read_command(command.barcode) == command


@pytest.mark.parametrize(
    ("code", "kind", "said"),
    [
        ("cmd-reason-3", CommandKind.REASON, "3"),
        ("Cmd-Photo-/a/Ö 1.JPG", CommandKind.PHOTO, "/a/Ö 1.JPG"),
    ],
)
def test_a_command_may_say_something_and_keeps_its_letters(
    code: str, kind: CommandKind, said: str
) -> None:
    assert read_command(code) == Command(kind, said=said)
