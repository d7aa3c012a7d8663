"""The scanner's cell of the status bar."""

from __future__ import annotations

import pytest

from app.domain.device import Link, LinkState
from ui.models.status import Health
from ui.presenters.status import KEYBOARD, StationState, status_items

UP, DOWN = LinkState.CONNECTED, LinkState.DISCONNECTED


@pytest.mark.parametrize(
    ("links", "health"),
    [
        ({}, Health.CATCH),
        ({KEYBOARD: UP}, Health.OK),
        ({KEYBOARD: DOWN}, Health.BAD),
        ({KEYBOARD: DOWN, "gun": UP}, Health.OK),
        ({KEYBOARD: UP, "gun": DOWN}, Health.BAD),
        ({"gun": UP, "ring": DOWN}, Health.CATCH),
    ],
)
def test_the_scanner_s_state_is_true(links: dict[str, LinkState], health: Health) -> None:
    state = StationState("Pack 1", "Ann", links={n: Link(n, s) for n, s in links.items()})

    scanner = status_items(state)[0]

    assert scanner.health is health
