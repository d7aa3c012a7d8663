"""What Setup shows: devices, the last test scan as it was read, and the site's settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.models.backorders import Option


SCANNER_SHEET, COMMANDS = "scanner", "commands"  # sheets that Setup prints


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A scanner with its link's true state (``ok warn bad``)."""

    name: str
    about: str
    state: str
    icon: str = "barcode_scanner"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a code as it came.

    ``state`` is ``info`` (AIM identifier), ``ok`` (a control character) or "" for plain text.
    """

    text: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact that was read from a code."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class TestScan:
    """A code that was scanned to be looked at; ``state`` is ``ok`` or ``bad``."""

    state: str
    title: str
    about: str
    tokens: tuple[Token, ...]
    facts: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting of the site; ``choices`` where only those are possible.

    ``group`` says what it belongs to, "" for nothing.
    """

    name: str
    label: str
    value: str
    choices: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer with whom a backorder policy is agreed."""

    name: str
    policy: str


@dataclass(frozen=True, slots=True)
class ScaleScene:
    """The scale as it is now; ``state`` is ``ok warn bad``, or ``idle`` where there is none."""

    state: str = "idle"
    weight: str = ""
    about: str = ""
    facts: tuple[FactRow, ...] = ()


@dataclass(frozen=True, slots=True)
class SetupScene:
    """``test`` is None before the first test scan.

    ``precedence`` says whose backorder policy counts, ``customers`` what is agreed with them,
    ``policies`` what can be.
    """

    devices: tuple[DeviceRow, ...]
    settings: tuple[SettingRow, ...]
    test: TestScan | None = None
    place: str = ""
    precedence: str = ""
    customers: tuple[CustomerRow, ...] = ()
    policies: tuple[Option, ...] = ()
