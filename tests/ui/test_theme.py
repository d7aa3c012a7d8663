"""The look's tables hold for the tokens as they are."""

import math

import pytest
from PySide6.QtGui import QPalette

from ui.icons import ICONS, filled, glyph_name
from ui.theme import Look, make_palette, make_style_sheet
from ui.tokens import CONTRAST, DARK, LIGHT, SIZES, THEMES, Colours, Density, Style

STATES = ("ok", "info", "bad", "out", "idle")


def _linear(part: int) -> float:
    value = part / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _rgb(colour: str) -> tuple[float, float, float]:
    return (
        _linear(int(colour[1:3], 16)),
        _linear(int(colour[3:5], 16)),
        _linear(int(colour[5:7], 16)),
    )


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio, 1 to 21."""

    def luminance(colour: str) -> float:
        red, green, blue = _rgb(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _text_pairs(c: Colours) -> list[tuple[str, str]]:
    pairs = [(ink, paper) for ink in ("ink", "ink2", "ink3") for paper in ("surface", "ground")]
    pairs += [("ink", f"{state}tint") for state in (*STATES, "warn")]
    pairs += [(f"{state}ink", f"{state}tint") for state in (*STATES, "warn")]
    pairs += [(f"{state}ink", "surface") for state in (*STATES, "warn")]
    pairs += [("onsolid", state) for state in STATES if state != "idle" or c is LIGHT]
    pairs += [("onwarn", "warn"), ("btnink", "btn"), ("slabink", "slab"), ("onfocus", "focus")]
    pairs += [("railink2", "rail"), ("railselink", "railsel"), ("ink2", "sunk"), ("ink3", "sunk")]
    return pairs


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_pair_can_be_read(theme: str) -> None:
    c = THEMES[theme]
    worst = min((contrast(c.role(ink), c.role(paper)), ink, paper) for ink, paper in _text_pairs(c))
    assert worst[0] >= 4.5, worst


@pytest.mark.parametrize("theme", THEMES)
def test_every_mark_can_be_seen(theme: str) -> None:
    c = THEMES[theme]
    marks = [("edge", "surface"), ("edge", "ground"), ("focus", "ground"), ("focus", "surface")]
    marks += [(state, "surface") for state in STATES]
    marks += [("warnmark", "surface"), ("brand", "rail"), ("now", "surface")]
    worst = min((contrast(c.role(mark), c.role(paper)), mark, paper) for mark, paper in marks)
    assert worst[0] >= 2.99, worst


@pytest.mark.parametrize(
    ("colours", "one", "other", "ratio"),
    [
        (LIGHT, "ink", "surface", 16.5),
        (LIGHT, "ink", "ground", 14.0),
        (DARK, "ink", "surface", 14.4),
        (DARK, "ink", "ground", 16.5),
        (LIGHT, "ink2", "surface", 8.0),
        (DARK, "ink2", "ground", 10.4),
        (LIGHT, "onsolid", "ok", 6.7),
        (LIGHT, "onsolid", "bad", 6.1),
        (DARK, "onsolid", "ok", 5.2),
        (DARK, "onsolid", "bad", 4.8),
        (LIGHT, "onsolid", "out", 7.3),
        (DARK, "onsolid", "info", 5.0),
        (LIGHT, "onwarn", "warn", 8.5),
        (LIGHT, "okink", "oktint", 7.4),
        (DARK, "warnink", "warntint", 9.3),
        (DARK, "idleink", "idletint", 7.9),
        (LIGHT, "focus", "ground", 5.5),
        (DARK, "focus", "surface", 7.3),
        (LIGHT, "ink3", "ground", 4.9),
    ],
)
def test_contrast_is_as_the_look_says(colours: Colours, one: str, other: str, ratio: float) -> None:
    assert contrast(colours.role(one), colours.role(other)) == pytest.approx(ratio, abs=0.06)


# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
BLIND = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def _lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    red, green, blue = (min(max(part, 0.0), 1.0) for part in rgb)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883

    def curve(value: float) -> float:
        return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116

    return 116 * curve(y) - 16, 500 * (curve(x) - curve(y)), 200 * (curve(y) - curve(z))


def _seen(colour: str, kind: str) -> tuple[float, float, float]:
    rgb = _rgb(colour)
    return _lab(tuple(sum(a * b for a, b in zip(row, rgb, strict=True)) for row in BLIND[kind]))


@pytest.mark.parametrize("kind", BLIND)
@pytest.mark.parametrize(("colours", "apart"), [(LIGHT, 24), (DARK, 20)])
def test_green_and_red_differ_for_the_colour_blind(colours: Colours, apart: int, kind: str) -> None:
    assert round(math.dist(_seen(colours.ok, kind), _seen(colours.bad, kind))) >= apart


@pytest.mark.parametrize("kind", BLIND)
@pytest.mark.parametrize(("colours", "apart"), [(LIGHT, 15), (DARK, 13)])
def test_no_two_solids_look_alike_to_the_colour_blind(
    colours: Colours, apart: int, kind: str
) -> None:
    seen = [_seen(colours.role(state), kind) for state in (*STATES, "warn")]
    closest = min(math.dist(one, two) for i, one in enumerate(seen) for two in seen[:i])
    assert round(closest) >= apart


@pytest.mark.parametrize("theme", THEMES)
def test_every_palette_role_is_ours(theme: str) -> None:
    colours, palette = THEMES[theme], make_palette(THEMES[theme])
    ours = {getattr(colours, name).lower() for name in colours.__slots__ if name != "name"}
    roles = [
        role
        for role in QPalette.ColorRole
        if role not in {QPalette.ColorRole.NColorRoles, QPalette.ColorRole.NoRole}
    ]
    strange = {role for role in roles if palette.color(role).name() not in ours}
    assert strange <= {QPalette.ColorRole.PlaceholderText}


def test_the_style_sheet_names_only_tokens() -> None:
    words = make_style_sheet(CONTRAST).replace(";", " ").split()
    used = {word for word in words if word.startswith("#")}
    assert used <= {getattr(CONTRAST, name) for name in CONTRAST.__slots__}


def test_floor_text_is_never_below_16_pt() -> None:
    assert min(floor for _, floor, _ in SIZES.values()) >= 16 * 96 / 72


@pytest.mark.parametrize("size", [(640, 480), (1024, 768), (1280, 800), (3840, 2160)])
def test_the_instruction_is_never_below_48_pt(size: tuple[int, int]) -> None:
    look = Look()
    look.set_window(*size)
    smallest = min(look.px(style, Density.FLOOR) for style in (Style.LOCATION, Style.PLACE))
    assert smallest >= 64


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(KeyError):
        Look("sepia")


def test_an_unknown_icon_is_refused() -> None:
    with pytest.raises(KeyError):
        glyph_name("unicorn")


def test_every_icon_is_in_the_set(qapp: object) -> None:
    import qtawesome

    for name in ICONS:
        assert not qtawesome.icon(glyph_name(name)).isNull(), name


def test_an_icon_without_a_filled_twin_stays() -> None:
    assert filled("undo") == "undo"
