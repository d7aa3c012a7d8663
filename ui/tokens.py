"""Every colour, size (logical px at 96 dpi, 1 pt = 1.333 px) and text style of the look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Density(StrEnum):
    """How far the reader stands: a desk is read at 60 cm, the floor at three metres."""

    DESK = "desk"
    FLOOR = "floor"


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme's colours by role, as ``#RRGGBB``.

    ``x`` is a solid fill, ``xtint`` a quiet fill, ``xink`` text and icons on tint or surface.
    """

    name: str
    ground: str
    surface: str
    sunk: str
    line: str
    edge: str
    ink: str
    ink2: str
    ink3: str
    rail: str
    railsel: str
    railselink: str
    railink2: str
    railline: str  # on the rail's colour: lines, what is good, what is bad
    railok: str
    railbad: str
    brand: str
    btn: str
    btnink: str
    slab: str
    slabink: str
    slabline: str
    focus: str
    focustint: str
    focusink: str
    onfocus: str
    ok: str
    oktint: str
    okink: str
    info: str
    infotint: str
    infoink: str
    warn: str
    warntint: str
    warnink: str
    warnmark: str
    bad: str
    badtint: str
    badink: str
    out: str
    outtint: str
    outink: str
    idle: str
    idletint: str
    idleink: str
    onsolid: str
    onwarn: str
    now: str

    def role(self, name: str) -> str:
        """The colour of a role, ``#RRGGBB``. AttributeError for a role that is none."""
        value: str = getattr(self, name)
        return value

    @property
    def filled_need_border(self) -> bool:
        """Whether a tinted block must carry a 2 px border in its solid (tints are black)."""
        return self.oktint == self.surface


LIGHT = Colours(
    name="light",
    ground="#E9EDF0",
    surface="#FFFFFF",
    sunk="#F4F6F8",
    line="#D2D9DF",
    edge="#7C8A96",
    ink="#14202B",
    ink2="#44525E",
    ink3="#5A6874",
    rail="#14202B",
    railsel="#27384A",
    railselink="#FFFFFF",
    railink2="#B4C0CA",
    railline="#3A4A58",
    railok="#5FE0B0",
    railbad="#FFA69E",
    brand="#FFC52E",
    btn="#14202B",
    btnink="#FFFFFF",
    slab="#14202B",
    slabink="#FFFFFF",
    slabline="#14202B",
    focus="#1659C2",
    focustint="#E3ECFB",
    focusink="#114799",
    onfocus="#FFFFFF",
    ok="#05694F",
    oktint="#DCF2E8",
    okink="#07563D",
    info="#1659C2",
    infotint="#E3ECFB",
    infoink="#114799",
    warn="#F2AE00",
    warntint="#FFF1CC",
    warnink="#714500",
    warnmark="#A06700",
    bad="#BE2418",
    badtint="#FCE4E1",
    badink="#8F1712",
    out="#843882",
    outtint="#F8E8F6",
    outink="#6A2568",
    idle="#5A6874",
    idletint="#EDF0F3",
    idleink="#44525E",
    onsolid="#FFFFFF",
    onwarn="#14202B",
    now="#14202B",
)

DARK = Colours(
    name="dark",
    ground="#0E151B",
    surface="#18222B",
    sunk="#131C24",
    line="#2F3E4B",
    edge="#71828F",
    ink="#EEF3F6",
    ink2="#B8C5CF",
    ink3="#97A7B4",
    rail="#080D12",
    railsel="#22303C",
    railselink="#FFFFFF",
    railink2="#A9B7C2",
    railline="#2F3E4B",
    railok="#5FE0B0",
    railbad="#FFA69E",
    brand="#FFC52E",
    btn="#EEF3F6",
    btnink="#0E151B",
    slab="#2A3A48",
    slabink="#FFFFFF",
    slabline="#2A3A48",
    focus="#7DB0FF",
    focustint="#1A3050",
    focusink="#A9CBFF",
    onfocus="#0E151B",
    ok="#0B7B5C",
    oktint="#12352A",
    okink="#5FE0B0",
    info="#2E6BD3",
    infotint="#1A3050",
    infoink="#A9CBFF",
    warn="#F2AE00",
    warntint="#3A2C0A",
    warnink="#FFCF5C",
    warnmark="#F2AE00",
    bad="#D23B2B",
    badtint="#3E1B1A",
    badink="#FFA69E",
    out="#A0559B",
    outtint="#361F36",
    outink="#F2BDEB",
    idle="#71828F",
    idletint="#222E38",
    idleink="#B8C5CF",
    onsolid="#FFFFFF",
    onwarn="#14202B",
    now="#FFFFFF",
)

CONTRAST = Colours(
    name="contrast",
    ground="#000000",
    surface="#000000",
    sunk="#000000",
    line="#FFFFFF",
    edge="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#E6E6E6",
    rail="#000000",
    railsel="#FFFFFF",
    railselink="#000000",
    railink2="#FFFFFF",
    railline="#FFFFFF",
    railok="#3DF2B0",
    railbad="#FF8F85",
    brand="#FFE100",
    btn="#FFFFFF",
    btnink="#000000",
    slab="#000000",
    slabink="#FFFFFF",
    slabline="#FFFFFF",
    focus="#FFE100",
    focustint="#333300",
    focusink="#FFE100",
    onfocus="#000000",
    ok="#3DF2B0",
    oktint="#000000",
    okink="#3DF2B0",
    info="#8FBCFF",
    infotint="#000000",
    infoink="#8FBCFF",
    warn="#FFC52E",
    warntint="#000000",
    warnink="#FFC52E",
    warnmark="#FFC52E",
    bad="#FF8F85",
    badtint="#000000",
    badink="#FF8F85",
    out="#DDB3FF",
    outtint="#000000",
    outink="#DDB3FF",
    idle="#E6E6E6",
    idletint="#000000",
    idleink="#E6E6E6",
    onsolid="#000000",
    onwarn="#000000",
    now="#FFFFFF",
)

THEMES = {colours.name: colours for colours in (LIGHT, DARK, CONTRAST)}

FAMILIES = ("Inter", "Noto Sans", "Segoe UI", "sans-serif")


class Style(StrEnum):
    """A text style; its size depends on the density (and, above 32 px, on the window)."""

    CAPTION = "caption"
    HEAD = "head"  # table and card heads over columns
    BODY = "body"
    STRONG = "strong"
    CARD = "card"
    OUTCOME = "outcome"  # the scan band's first line
    COUNTER = "counter"
    TITLE = "title"  # screen title, order number
    KIND = "kind"  # CROSS-DOCK, SO-10427
    LOCATION = "location"
    COUNT = "count"
    TOTE = "tote"
    PLACE = "place"  # LANE 3
    REFUSAL = "refusal"
    LEAD = "lead"  # one line of explanation in an answer panel
    REASON = "reason"  # second line of a refusal, weight figure


# style -> (desk px, floor px, weight 100..900)
SIZES: dict[Style, tuple[int, int, int]] = {
    Style.CAPTION: (12, 22, 400),
    Style.HEAD: (12, 22, 600),
    Style.BODY: (14, 22, 400),
    Style.STRONG: (14, 22, 600),
    Style.CARD: (16, 22, 600),
    Style.OUTCOME: (20, 34, 700),
    Style.COUNTER: (22, 40, 700),
    Style.TITLE: (26, 32, 700),
    Style.KIND: (66, 66, 700),
    Style.LOCATION: (136, 136, 800),
    Style.COUNT: (140, 140, 800),
    Style.TOTE: (64, 64, 800),
    Style.PLACE: (168, 168, 800),
    Style.REFUSAL: (84, 84, 800),
    Style.LEAD: (26, 26, 400),
    Style.REASON: (44, 44, 600),
}

LARGE_PX = 32  # sizes above this (24 pt) follow the window
TIGHT_PX = 60  # letter spacing -2 % from here up
INSTRUCTION_MIN_PX = 64  # 48 pt: the instruction is never smaller

XS, S, M, L, XL, XXL, HUGE = 4, 8, 12, 16, 20, 24, 32
RADIUS_CHIP, RADIUS, RADIUS_CARD, RADIUS_PANEL = 4, 6, 8, 10
STATE_BAR = 5
TOUCH = {Density.DESK: 48, Density.FLOOR: 72}
MARGIN = {Density.DESK: 20, Density.FLOOR: 16}
GAP = {Density.DESK: 16, Density.FLOOR: 12}
BAND = {Density.DESK: 72, Density.FLOOR: 104}
STATUS = {Density.DESK: 48, Density.FLOOR: 52}
CHIP = {Density.DESK: 24, Density.FLOOR: 36}
BUTTON_ICON = {Density.DESK: 20, Density.FLOOR: 28}
RAIL_ITEM = {Density.DESK: 56, Density.FLOOR: 104}
RAIL_ICON = {Density.DESK: 24, Density.FLOOR: 36}
RAIL_WIDE, RAIL_NARROW, RAIL_ICONS, RAIL_FLOOR, RAIL_FLOOR_NARROW = 200, 190, 72, 128, 104
