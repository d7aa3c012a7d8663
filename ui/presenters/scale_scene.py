"""What is shown of a scale: its weight, whether it stands still, and what keeps it quiet.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.device import LinkState
from app.domain.weighing import WEIGHED, LoadState, ScaleTrouble
from app.texts import screen
from ui.models.setup import FactRow, ScaleScene
from ui.models.status import Health, StatusItem

if TYPE_CHECKING:
    from app.domain.weighing import ScaleReading, ScaleSight

_ICONS = {Health.OK: "ok", Health.CATCH: "warn", Health.BAD: "bad", Health.NONE: "idle"}
_CALM = frozenset({LoadState.WEIGHT, LoadState.ZERO, LoadState.COUNT})


def scale_scene(sight: ScaleSight | None) -> ScaleScene:
    """Show the scale for people who set it up; None where no scale is named."""
    health, weight, about = scale_words(sight)
    if sight is None:
        return ScaleScene(_ICONS[health], weight, about)
    protocol = screen(f"scale_speaks_{sight.profile.protocol}")
    facts = [FactRow(screen("scale_protocol"), protocol)]
    facts.append(FactRow(screen("scale_port"), sight.profile.path))
    if sight.reading is not None:
        raw = sight.reading.raw.decode("latin-1")
        shown = "".join(letter if letter.isprintable() else "·" for letter in raw).strip("·")
        facts.append(FactRow(screen("scale_raw"), shown))
    return ScaleScene(_ICONS[health], weight, about, tuple(facts))


def scale_words(sight: ScaleSight | None) -> tuple[Health, str, str]:
    """Return the scale's health, its weight or state in large, and what there is to know of it."""
    if sight is None:
        return Health.NONE, screen("scale_none"), screen("scale_none_about")
    if sight.link is not LinkState.CONNECTED:
        bad = sight.link is LinkState.DISCONNECTED
        word = screen(f"link_{sight.link}")
        return (Health.BAD if bad else Health.CATCH), word, screen("scale_looked_for")
    if sight.trouble is not ScaleTrouble.NONE:
        protocol = screen(f"scale_speaks_{sight.profile.protocol}")
        about = screen(f"scale_{sight.trouble}_about", protocol=protocol)
        return Health.BAD, screen(f"scale_{sight.trouble}"), about
    if sight.reading is None:
        return Health.CATCH, screen("link_connected"), screen("scale_waits")
    return _reading_words(sight.reading)


def _reading_words(reading: ScaleReading) -> tuple[Health, str, str]:
    number = f"{reading.value} {reading.unit}".strip() if reading.value is not None else ""
    state = screen(f"scale_state_{reading.state}")
    if reading.state in WEIGHED or reading.state is LoadState.COUNT:
        about = screen("scale_stable" if reading.is_stable else "scale_moving")
        parts = [about, *([state] if reading.state is not LoadState.WEIGHT else [])]
        parts += [screen(f"scale_{reading.basis}")] if reading.basis else []
        calm = reading.is_stable and reading.state in _CALM
        return (Health.OK if calm else Health.CATCH), number, ", ".join(parts)
    about = screen(f"scale_state_{reading.state}_about")
    return (Health.CATCH if reading.state is LoadState.MOVING else Health.BAD), state, about


def scale_item(sight: ScaleSight | None) -> StatusItem:
    """Return the scale's item of the status bar."""
    health, detail, _about = scale_words(sight)
    return StatusItem("scale", "scale", screen("scale"), detail, screen("scale"), health)
