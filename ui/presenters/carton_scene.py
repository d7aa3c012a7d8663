"""What Pack's carton shows: its place, its weight against the expected one, its number.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.texts import screen
from app.texts.packing import weight_words
from ui.models.pack import Carton, Tracking, Weight
from ui.models.work import Mark

if TYPE_CHECKING:
    from app.domain.expected_weight import Verdict
    from app.services.carton_views import CartonView


def carton_of(view: CartonView | None, *, by_hand: bool = False) -> Carton:
    """Show the carton in hand, or that the first begins with the first item.

    ``by_hand`` tells that no scale says what it weighs.
    """
    if view is None:
        return Carton(screen("carton_first"), "", None, Tracking(screen("tracking_nobody")))
    title = screen("carton_of", number=view.number, count=view.count)
    note = screen("carton_holds", units=view.units)
    weight = None if view.weight is None else _weight(view.weight)
    return Carton(title, note, weight, _tracking(view, by_hand=by_hand))


def _weight(verdict: Verdict) -> Weight:
    shown, unit = weight_words(verdict.weight_g).split(" ")
    expected, allowed = verdict.expected_g, verdict.allowed_g
    known = expected is not None and allowed is not None
    least = expected - allowed if expected is not None and allowed is not None else 0
    most = expected + allowed if expected is not None and allowed is not None else 0
    return Weight(
        screen("weight_settled"),
        shown,
        unit,
        verdict.weight_g,
        least,
        most,
        _verdict(verdict) if known else None,
        _lines(verdict),
    )


def _verdict(verdict: Verdict) -> Mark:
    if not verdict.is_off:
        return Mark("ok", "check_circle", screen("weight_right"))
    word = "weight_light" if verdict.off_g < 0 else "weight_heavy"
    return Mark("warn", "warning", screen(word, off=weight_words(abs(verdict.off_g))))


def _lines(verdict: Verdict) -> tuple[str, ...]:
    if verdict.unknown:
        return (screen("weight_no_unit", skus=", ".join(verdict.unknown)),)
    if verdict.expected_g is None or verdict.allowed_g is None:
        return ()
    said = {"expected": weight_words(verdict.expected_g)}
    lines = [screen("weight_expected", **said, allowed=weight_words(verdict.allowed_g))]
    if cause := verdict.cause:
        word = screen("missing_word" if cause.missing else "too_many_word")
        lines.append(screen("weight_guess", units=cause.units, sku=cause.sku, missing=word))
    return tuple(lines)


def _tracking(view: CartonView, *, by_hand: bool) -> Tracking:
    """Show the carrier's number, and before it what is to be done: weigh, scan."""
    head = screen("tracking_nobody")
    if view.carrier:
        head = screen("tracking_head", carrier=view.carrier)
    if view.tracking:
        right = Mark("ok", "check_circle", screen("tracking_right"))
        return Tracking(head, view.tracking, right if view.verified else None)
    lines = [screen("tracking_scan")]
    if view.weight is None:
        head = screen("weight_and_tracking")
        lines.insert(0, screen("weigh_by_hand" if by_hand else "weigh_if"))
        lines[:0] = [screen("weigh_first")] if view.must_weigh else []
    return Tracking(head, lines=tuple(lines))
