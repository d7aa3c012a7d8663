"""Why a scale tells no stable weight."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.domain.device import LinkState
from app.domain.weighing import (
    Frame,
    LoadState,
    ScaleProfile,
    ScaleSight,
    ScaleTrouble,
    Weighed,
    reading_of,
    why_no_weight,
)
from app.texts import screen

NEVER = datetime(2026, 1, 1, tzinfo=UTC)
KILO = Frame(LoadState.WEIGHT, Decimal(1), "kg", is_stable=True)
EMPTY = ScaleSight(ScaleProfile(), LinkState.CONNECTED)
REASONS = {"given_up", "waits", "unstable", "no_weight"} | {*LinkState, *LoadState, *ScaleTrouble}
WEIGHTS = {"", "connected", "weight", "zero", "negative"}


def seen(frame: Frame) -> ScaleSight:
    stable = frame.is_stable is True
    return replace(EMPTY, reading=reading_of(frame, EMPTY.profile, b"", NEVER, is_stable=stable))


@pytest.mark.parametrize(
    ("sight", "why"),
    [
        (ScaleSight(ScaleProfile()), "stopped"),
        (replace(seen(KILO), link=LinkState.DISCONNECTED), "disconnected"),
        (EMPTY, "waits"),
        (replace(EMPTY, trouble=ScaleTrouble.FOREIGN), "foreign"),
        (seen(replace(KILO, is_stable=False)), "unstable"),
        (seen(replace(KILO, unit="ct")), "no_weight"),
        (seen(Frame(LoadState.COUNT, Decimal(3), "PCS", is_stable=True)), "count"),
        (seen(Frame(LoadState.FAULT)), "fault"),
    ],
)
@pytest.mark.wrong_input
def test_why_there_is_no_stable_weight(sight: ScaleSight, why: str) -> None:
    assert why_no_weight(sight) == why
    assert Weighed(sight, why).weight_mg is None


def test_a_stable_weight_needs_no_reason() -> None:
    assert why_no_weight(seen(KILO)) == ""
    assert Weighed(seen(KILO)).weight_mg == 1_000_000


@pytest.mark.parametrize("why", sorted(REASONS - WEIGHTS))
def test_each_reason_has_its_sentence(why: str) -> None:
    assert screen(f"not_weighed_{why}").endswith(".")
