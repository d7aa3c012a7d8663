"""SSCCs, company prefixes and what commands are printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.barcode import check_digit_holds
from app.domain.command_scan import CommandKind, read_command
from app.domain.errors import BadValueError, RefusedError
from app.domain.labels import address, commands_to_print, make_sscc
from app.domain.settings import Settings, with_setting
from app.texts.labels import command_words

PREFIXES = st.text("0123456789", min_size=4, max_size=12)


def test_an_sscc_is_that_of_the_gs1_specifications_form() -> None:
    assert make_sscc("0614141", 123456789) == "006141411234567890"


@given(PREFIXES, st.integers(0, 9_999))
def test_an_sscc_holds_its_prefix_and_its_check_digit(prefix: str, serial: int) -> None:
    sscc = make_sscc(prefix, serial)

    assert len(sscc) == 18
    assert sscc[1:].startswith(prefix)
    assert check_digit_holds(sscc)
    assert sscc != make_sscc(prefix, serial + 1)


def test_the_extension_digit_is_used_before_a_prefix_is_used_up() -> None:
    assert make_sscc("123456789012", 99_999)[0] == "9"
    with pytest.raises(RefusedError, match="sscc_used_up"):
        make_sscc("123456789012", 100_000)


@pytest.mark.parametrize(
    "text", ["123", "1234567890123", "061414A", "٠٦١٤١٤١", "06 14141", "-1234"]
)
def test_what_is_no_company_prefix_is_refused(text: str) -> None:
    with pytest.raises(BadValueError, match="bad_company_prefix"):
        with_setting(Settings(), "gs1_company_prefix", text)


@pytest.mark.parametrize("text", ["", " 0614141 ", "1234", "123456789012"])
def test_a_company_prefix_is_taken_or_taken_away(text: str) -> None:
    assert with_setting(Settings(), "gs1_company_prefix", text).gs1_company_prefix == text.strip()


def test_an_address_begins_with_the_name_and_says_nothing_twice() -> None:
    assert address("Ann", " Ann; Kaai 1 ;; 2000 \x07Antwerp") == ("Ann", "Kaai 1", "2000 Antwerp")
    assert len(address("Ann", ";".join("abcdefghijkl"))) == 8


def test_every_printed_command_is_understood_and_worded() -> None:
    commands = [label.command for label in commands_to_print()]

    assert [read_command(command.barcode) for command in commands] == commands
    assert {command.kind for command in commands} == set(CommandKind) - {CommandKind.PHOTO}
    assert all(all(command_words(command)) for command in commands)
