"""How each state of a truck looks: icon and colour roles."""

from __future__ import annotations

from dataclasses import dataclass

from ui.models.dock import BlockState


@dataclass(frozen=True, slots=True)
class Face:
    """Roles of a block: ``state`` names its family; ``ink`` is the word's, ``text`` the rest's."""

    icon: str
    fill: str
    border: str
    bar: str
    ink: str
    text: str = "ink"
    dashed: bool = False

    @property
    def quiet(self) -> bool:
        """Whether the block is over and done with."""
        return self.fill == "sunk"


def _tinted(icon: str, state: str, border: str = "", *, dashed: bool = False) -> Face:
    return Face(icon, f"{state}tint", border or state, state, f"{state}ink", dashed=dashed)


def _past(icon: str) -> Face:
    return Face(icon, "sunk", "line", "line", "ink2", "ink2")


FACES: dict[BlockState, Face] = {
    BlockState.SCHEDULED: Face("event", "surface", "edge", "idle", "idleink"),
    BlockState.LATE: _tinted("schedule_fill", "warn", "warnmark"),
    BlockState.IN_YARD: _tinted("garage_home", "info"),
    BlockState.AT_DOOR: _tinted("sensor_door", "info"),
    BlockState.UNLOADING: _tinted("forklift", "info"),
    BlockState.DONE: _past("task_alt"),
    BlockState.DEPARTED: _past("logout"),
    BlockState.NO_SHOW: _tinted("event_busy", "bad", dashed=True),
    BlockState.PICK_UP: _tinted("upload", "out"),
    BlockState.LOADING: _tinted("forklift", "out"),
}


def fill_of(face: Face, *, in_yard: bool) -> str:
    """A block's fill; in the sunk yard lane what waits stands on the surface."""
    return "surface" if in_yard and not face.quiet else face.fill
