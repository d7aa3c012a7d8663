"""What the printed sheet of a receipt says; every text is ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OsdRow:
    """One line; counts in units (each), ``says`` in words how it differs, "" where it does not.

    ``came`` names lots, expiry days and serials, ``remarks`` reasons and where pictures lie.
    """

    line: str
    sku: str
    name: str
    expected: int
    received: int
    over: int
    short: int
    damaged: int
    says: str = ""
    came: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OsdSheet:
    """A receipt; ``number`` is printed as bars too, ``about`` are labels with what is known.

    ``state`` says whether it is final, ``says`` how all of it differs; ``history`` are its
    closings and reopenings.
    """

    site_name: str
    number: str
    state: str
    as_of: str
    about: tuple[tuple[str, str], ...] = ()
    says: str = ""
    rows: tuple[OsdRow, ...] = ()
    history: tuple[str, ...] = ()
