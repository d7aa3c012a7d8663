"""What a move on the board does to orders, as the card beside the ghost shows it.  Pure."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.texts import screen
from app.texts.wording import weekday_words
from ui.models.dock import EffectRow, EffectScene

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

MOST_ROWS = 5


def effect_scene(result: Mapping[str, Any], zone: tzinfo, now: datetime) -> EffectScene:
    """Say whose promise a weighed change breaks or saves and when these ship, best news last."""
    if result["refused"]:
        return EffectScene("bad", screen("swap_refused", says=result["refused"]))
    broken, saved = result["promises_broken"], result["promises_saved"]
    rows = tuple(
        _row(ships, result, zone, now, worse=ships["order"] in broken)
        for ships in result["ships"][:MOST_ROWS]
    )
    more = len(result["ships"]) - MOST_ROWS
    said = screen("and_more", more=more) if more > 0 else ""
    if broken:
        title, state = screen("would_miss", orders=len(broken)), "warn"
    else:
        title, state = screen("nobody_later"), "ok"
        if saved:
            title = screen("would_save", orders=len(saved))
    return EffectScene(state, title, rows, said, notes=_notes(result, counted=bool(broken)))


def _row(
    ships: Mapping[str, Any], result: Mapping[str, Any], zone: tzinfo, now: datetime, *, worse: bool
) -> EffectRow:
    return EffectRow(
        ships["order"],
        result["customers"].get(ships["order"], ""),
        _when(ships["before"], zone, now),
        _when(ships["after"], zone, now),
        worse,
    )


def _when(at: str | None, zone: tzinfo, now: datetime) -> str:
    """Write an hour of today, or a day and an hour, or that there is no date."""
    if at is None:
        return screen("no_ship_date")
    local = datetime.fromisoformat(at).astimezone(zone)
    today = local.date() == now.astimezone(zone).date()
    return f"{local:%H:%M}" if today else f"{weekday_words(local)} {local:%H:%M}"


def _notes(result: Mapping[str, Any], *, counted: bool) -> tuple[str, ...]:
    """Count the promises that the title does not, and the orders that get all, or no longer do."""
    counts = (
        ("would_save", len(result["promises_saved"]) if counted else 0),
        ("would_complete", len(result["orders_completed"])),
        ("would_be_short", len(result["orders_short"])),
    )
    return tuple(screen(name, orders=count) for name, count in counts if count)
