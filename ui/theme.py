"""The look in use: colours, fonts and scale handed to every widget, and Qt's own palette."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette

from ui.tokens import (
    FAMILIES,
    LARGE_PX,
    RADIUS,
    RADIUS_CHIP,
    SIZES,
    THEMES,
    TIGHT_PX,
    Colours,
    Density,
    Style,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_SMALLEST, _LARGEST = 0.8, 3.0
_WIDE_DESK, _WIDE_DESK_ZOOM = 2560, 1.25
_FLOOR_ZOOM_FROM = 1.5  # factor above which the floor's small type grows too
_TABULAR, _SLASHED_ZERO, _CLEAR_LETTERS = "tnum", "zero", "ss02"


class Look(QObject):
    """Colours, fonts and scale of one window; every widget of ours is handed it.

    ``factor`` (0.8 to 3) scales sizes above 24 pt with the window; ``zoom`` (1 to 2) scales all
    text. ``changed`` is emitted after either or the theme has changed, ``theme_changed`` where Qt's
    own palette, font and style sheet must follow (which is dear: every widget is styled anew).
    """

    changed = Signal()
    theme_changed = Signal()

    def __init__(self, theme: str = "light", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.colours: Colours = THEMES[theme]
        self.factor = 1.0
        self._own_zoom = self._asked_zoom = 1.0

    @property
    def zoom(self) -> float:
        """What all text and what stands round it is multiplied with, 1 to 3."""
        return min(self._own_zoom * self._asked_zoom, _LARGEST)

    def colour(self, role: str) -> QColor:
        """The colour of a role of `ui.tokens.Colours`."""
        return QColor(self.colours.role(role))

    def set_theme(self, theme: str) -> None:
        """Change to ``light``, ``dark`` or ``contrast``. KeyError for another name."""
        self.colours = THEMES[theme]
        self.theme_changed.emit()
        self.changed.emit()

    def set_window(self, width: int, height: int, density: Density = Density.FLOOR) -> None:
        """Let type follow a window of this size (logical px).

        A very wide desk has its type at 125 %; a very large floor screen is read from further off.
        """
        factor = min(max(min(width / 1280, height / 800), _SMALLEST), _LARGEST)
        wide = _WIDE_DESK_ZOOM if width >= _WIDE_DESK else 1.0
        zoom = wide if density is Density.DESK else max(1.0, factor / _FLOOR_ZOOM_FROM)
        if (factor, zoom) != (self.factor, self._own_zoom):
            self.factor, self._own_zoom = factor, zoom
            self.changed.emit()

    def set_zoom(self, zoom: float) -> None:
        """Scale all text by what a person asked for; kept within 1 and 2."""
        self._asked_zoom = min(max(zoom, 1.0), 2.0)
        self.changed.emit()

    def zoom_by(self, step: float) -> None:
        """Scale all text by so much more or less than now."""
        self.set_zoom(self._asked_zoom * step)

    def zoomed(self, px: float) -> int:
        """A length that goes with the text round it (a row, a button, an icon)."""
        return round(px * self.zoom)

    def large(self, px: float) -> int:
        """A length that follows the window as large type does."""
        return round(px * self.factor)

    def px(self, style: Style, density: Density) -> int:
        """The height of a text style in px, zoom and factor applied."""
        desk, floor, _ = SIZES[style]
        size = floor if density is Density.FLOOR else desk
        return self.large(size) if size > LARGE_PX else self.zoomed(size)

    def font(
        self,
        style: Style,
        density: Density = Density.DESK,
        *,
        code: bool = False,
        px: int | None = None,
        weight: int | None = None,
    ) -> QFont:
        """A text style's font; ``code`` slashes zeros, ``px`` overrides the height."""
        height = px or self.px(style, density)
        return make_font(height, weight or SIZES[style][2], code=code, families=FAMILIES)


@lru_cache(maxsize=256)
def make_font(px: int, weight: int, *, code: bool, families: tuple[str, ...]) -> QFont:
    """A font with even figures, tight from 60 px up. It is shared: copy it to change it."""
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag(_TABULAR), 1)
    if code:
        font.setFeature(QFont.Tag(_SLASHED_ZERO), 1)
        font.setFeature(QFont.Tag(_CLEAR_LETTERS), 1)
    if px >= TIGHT_PX:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
    return font


def make_palette(colours: Colours) -> QPalette:
    """Every role of Qt's palette from the token table."""
    role = QPalette.ColorRole
    palette = QPalette()
    for name, token in {
        role.Window: colours.ground,
        role.WindowText: colours.ink,
        role.Base: colours.surface,
        role.AlternateBase: colours.sunk,
        role.Text: colours.ink,
        role.PlaceholderText: colours.ink3,
        role.Button: colours.surface,
        role.ButtonText: colours.ink,
        role.BrightText: colours.badink,
        role.Light: colours.surface,
        role.Midlight: colours.line,
        role.Mid: colours.edge,
        role.Dark: colours.edge,
        role.Shadow: colours.ink,
        role.Highlight: colours.focus,
        role.Accent: colours.focus,
        role.HighlightedText: colours.onfocus,
        role.Link: colours.focusink,
        role.LinkVisited: colours.outink,
        role.ToolTipBase: colours.slab,
        role.ToolTipText: colours.slabink,
    }.items():
        palette.setColor(name, QColor(token))
    for name in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.ink3))
    return palette


def make_style_sheet(colours: Colours) -> str:
    """The one small style sheet: radius and padding of buttons and fields, tool tips."""
    c = colours
    return f"""
QToolTip {{ background: {c.slab}; color: {c.slabink}; border: 1px solid {c.edge}; padding: 6px; }}
QLineEdit, QComboBox, QSpinBox, QDateEdit {{ background: {c.surface}; color: {c.ink};
  border: 1px solid {c.edge}; border-radius: {RADIUS}px; padding: 0 12px; min-height: 46px;
  selection-background-color: {c.focus}; selection-color: {c.onfocus}; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{ border-color: {c.focus}; }}
QLineEdit:disabled, QComboBox:disabled {{ background: {c.sunk}; color: {c.ink3};
  border-color: {c.line}; }}
QPushButton {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.edge};
  border-radius: {RADIUS}px; padding: 0 18px; min-height: 46px; }}
QPushButton:hover {{ background: {c.sunk}; }}
QPushButton:disabled {{ background: {c.sunk}; color: {c.ink3}; border-color: {c.line}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 14px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 14px; margin: 0; }}
QScrollBar::handle {{ background: {c.edge}; border-radius: {RADIUS_CHIP}px; margin: 3px;
  min-height: 48px; min-width: 48px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def apply_look(app: QApplication, look: Look) -> None:
    """Set Qt's style, palette, font and style sheet from the look; call again when it changes.

    Costs least before any widget is made; does nothing where all is as it should be.
    """
    sheet = make_style_sheet(look.colours)
    if app.styleSheet() == sheet:
        return
    if not app.styleSheet():
        app.setStyle("Fusion")
    app.setPalette(make_palette(look.colours))
    app.setFont(look.font(Style.BODY))
    app.setStyleSheet(sheet)
