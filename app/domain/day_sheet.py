"""A day at the dock as it is printed: everything worded, nothing left to decide.  Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetTruck:
    """A truck's line; all units are each.

    ``window`` is "09:00–10:00", ``state`` a word or two; ``number`` is an ASN's where it
    ``opens_receive``, and is then printed as bars too.  ``cross_dock`` units serve ``orders``;
    ``late`` of the units are for orders whose promise has passed.  ``problem`` refers to the
    list of problems ("Problem 2"), "" where there is none.
    """

    window: str
    state: str
    carrier: str
    trailer: str
    number: str
    opens_receive: bool
    units: int | None = None
    cross_dock: int = 0
    orders: int = 0
    late: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class SheetDoor:
    """A door, or the yard, with what it is good for, when it is shut, and its trucks by time."""

    title: str
    about: str
    closures: tuple[str, ...] = ()
    trucks: tuple[SheetTruck, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetUnload:
    """A place in the unload order: units (each) that are late, due in 24 h, and all pegged."""

    rank: int
    carrier: str
    number: str
    place: str
    late: int
    due: int
    units: int


@dataclass(frozen=True, slots=True)
class DaySheet:
    """One day; ``code`` ("2026-11-24") names its file, ``day`` and ``as_of`` are for people.

    ``empty`` is set where no truck is expected, ``problems`` are numbered from 1 as printed.
    """

    site_name: str
    code: str
    day: str
    as_of: str
    doors: tuple[SheetDoor, ...] = ()
    unload: tuple[SheetUnload, ...] = ()
    problems: tuple[str, ...] = ()
    empty: str = ""
