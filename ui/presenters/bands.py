"""The scan band's state for an answer: outcome in words, and the sound in words too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from app.domain.scan import Outcome
from app.texts import screen
from ui.models.band import BandKind, BandState

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCE_END = re.compile(r"(?:(?<=\w{3})|(?<=[\d)]))\. (?=[^\W_a-z])")
SOUND = {BandKind.ACCEPTED: "ok", BandKind.CATCH: "warning", BandKind.REFUSED: "wrong"}
IN_WORDS = {
    "ok": "one_high",
    "warning": "high_low",
    "wrong": "two_low",
    "done": "three_rising",
}


def ready(sentence: str) -> BandState:
    """Return the band before the first scan."""
    return BandState(BandKind.READY, screen("ready"), screen(sentence))


def accepted(answer: Mapping[str, Any]) -> bool:
    """Tell whether an answer counted."""
    return bool(answer["outcome"] == Outcome.ACCEPTED)


def kind_of(answer: Mapping[str, Any]) -> BandKind:
    """Return what kind of news an answer is; more or less than it should be is a catch."""
    if not accepted(answer):
        return BandKind.REFUSED
    catch = answer.get("beyond", answer.get("over")) or answer.get("missing")
    catch = catch or answer.get("off")
    return BandKind.CATCH if catch else BandKind.ACCEPTED


def band_of(answer: Mapping[str, Any], rest: str = "") -> BandState:
    """Return the band for an answer; ``rest`` is the small line of an accepted one."""
    kind = kind_of(answer)
    outcome, more = parted(answer["message"])
    if kind is BandKind.REFUSED:
        outcome, more = screen(f"refused_{answer['outcome']}"), answer["message"]
    return BandState(
        kind,
        outcome.rstrip("."),
        more or rest,
        code=answer["scan"],
        sound_words=screen(IN_WORDS[sound_of(answer)]),
    )


def parted(message: str) -> tuple[str, str]:
    """Return the first sentence and the rest; a short form in a product's name ends none."""
    end = SENTENCE_END.search(message)
    return (message, "") if end is None else (message[: end.start()], message[end.end() :])


def sound_of(answer: Mapping[str, Any]) -> str:
    """Return the name of the sound an answer makes."""
    if answer.get("shipment") or "closed_at" in answer:
        return "done"
    return SOUND[kind_of(answer)]
