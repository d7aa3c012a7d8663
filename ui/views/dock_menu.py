"""What can be done with a truck now, and which doors to show, as sheets of choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui import desk_words as words
from ui.components.choice_sheet import Choice

if TYPE_CHECKING:
    from ui.models.dock import Block, EventChoice

OPEN, MOVE, EDIT = "open", "move", "edit"
DOORS = {"all": None, "inbound": False, "outbound": True}
DOOR_LABELS = {
    "all": words.ALL_DOORS,
    "inbound": words.INBOUND_DOORS,
    "outbound": words.OUTBOUND_DOORS,
}


def block_choices(block: Block) -> tuple[Choice, ...]:
    """The events that the scene offers, after opening and moving."""
    events = tuple(_event_choice(event) for event in block.events)
    opening = Choice(OPEN, words.OPEN.format(asn=block.asn), "arrow_forward")
    moving = (Choice(MOVE, words.MOVE, "swap_vert"),) if block.movable else ()
    editing = (Choice(EDIT, words.EDIT, "edit_note"),) if block.editable else ()
    return (*(() if block.outbound else (opening,)), *editing, *moving, *events)


def _event_choice(event: EventChoice) -> Choice:
    icon, weighed = event.icon, event.weighed
    doors = [(door, words.AT_DOOR.format(door=door)) for door in event.doors]
    ways = tuple(
        Choice(name, label, "" if event.beside else icon, weighed=weighed)
        for name, label in (*doors, *event.options)
    )
    if event.beside:
        return Choice(event.kind, event.label, icon, beside=ways)
    return Choice(event.kind, event.label, icon, ways, weighed=weighed and not ways)


def door_choices(only: str) -> tuple[Choice, ...]:
    """Which doors to show; ``only`` is the name of the one in force."""
    return tuple(Choice(name, label, checked=name == only) for name, label in DOOR_LABELS.items())
