"""What the screens say besides answers to scans; one file a screen."""

from app.texts.screens import (
    appointment,
    backorders,
    crossdock,
    dock,
    floor,
    frame,
    lanes,
    packing,
    picking,
    printers,
    scale,
    setup,
    wall,
)
from app.texts.wording import fill

SCREENS = {
    **floor.SENTENCES,
    **frame.SENTENCES,
    **crossdock.SENTENCES,
    **scale.SENTENCES,
    **setup.SENTENCES,
    **dock.SENTENCES,
    **appointment.SENTENCES,
    **backorders.SENTENCES,
    **wall.SENTENCES,
    **lanes.SENTENCES,
    **printers.SENTENCES,
    **picking.SENTENCES,
    **packing.SENTENCES,
}


def screen(name: str, /, **data: object) -> str:
    """Return what a screen says, filled in; KeyError for what nobody has worded."""
    return fill(SCREENS[name], data)
