"""Why a truck waits: the choices of its menu, and what was said last.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.dock import HERE
from app.texts import screen
from ui.models.dock import EventChoice

if TYPE_CHECKING:
    from app.domain.dock import DockState

CAUSE = "cause"
CAUSES = ("cause_no_door", "cause_no_crew", "cause_papers", "cause_damaged", "cause_closed")


def cause_choices(state: DockState) -> tuple[EventChoice, ...]:
    """Offer to say why a truck that is here waits; that nothing keeps it, where something does."""
    if state.status not in HERE:
        return ()
    texts = [screen(name) for name in CAUSES]
    options = [(text, text[0].upper() + text[1:]) for text in texts]
    if cause_of(state):
        options.append(("", screen("cause_none")))
    return (EventChoice(CAUSE, screen("cause_event"), "hourglass", (), tuple(options)),)


def cause_of(state: DockState) -> str:
    """Return why a truck that is here waits now; "" where nothing keeps it."""
    return state.causes[-1][1] if state.causes and state.status in HERE else ""
