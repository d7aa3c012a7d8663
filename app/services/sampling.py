"""Fills an empty database with the sample warehouse, by the services that people use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.board import OUTBOUND
from app.sample import sample_doors, sample_files, sample_pickups, sample_settings
from app.services.booking import Wish, book
from app.services.doors import DoorChange, change_door
from app.services.importing import import_files
from app.services.setting import change_setting

if TYPE_CHECKING:
    from datetime import date

    from app.services.desk import Desk


def fill_sample(desk: Desk, day: date) -> None:
    """Set the site up, import its files, and book the carriers that fetch goods that day."""
    for name, value in sample_settings().items():
        change_setting(name, value, desk)
    files = [(name, text.encode()) for name, text in sample_files(day).items()]
    import_files(files, desk.store, desk.stamp())
    desk.planner.forget()
    for door, direction in sample_doors().items():
        change_door(door, DoorChange(direction), desk)
    for fetch, start in sample_pickups(day):
        load = {"carrier": fetch.carrier, "pallets": fetch.pallets}
        wish = Wish(start, minutes=fetch.minutes, door=fetch.door, details=load)
        book(fetch.number, wish, desk, direction=OUTBOUND)
