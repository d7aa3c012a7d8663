"""What the desk screens share: a header, the content, and a panel that becomes a drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.components.head_button import HeadButton
from ui.components.text import Line
from ui.tokens import GAP, MARGIN, Density, M, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Look

_DESK = Density.DESK
DRAWER_BELOW, _PANEL_BELOW, _WIDE_FROM = 1000, 1300, 2600  # widths of the page, px
_PANEL, _PANEL_NARROW, _PANEL_WIDE, _DRAWER = 372, 320, 480, 372


class DeskHead(QWidget):
    """The title, then controls; those that can are made compact where it is narrow."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self.title = Line(look, Style.TITLE, _DESK)
        self.title.set_text(title)
        self.compactable: list[HeadButton] = []
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(M)
        self.row.addWidget(self.title)
        self.row.addSpacing(M - 8)
        look.changed.connect(self.fit)

    def add(self, *parts: QWidget) -> None:
        """Add controls at the end; a `HeadButton` may be made compact."""
        for part in parts:
            self.row.addWidget(part)
            if isinstance(part, HeadButton):
                self.compactable.append(part)
                # or its label would keep the window from ever being narrow enough to drop it
                part.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def add_stretch(self) -> None:
        """What follows stands at the right."""
        self.row.addStretch(1)

    def fit(self) -> None:
        """Make buttons compact, the last added first, until all fits the width."""
        for button in self.compactable:
            button.set_compact(False)
        for button in reversed(self.compactable):
            if self._needs() <= self.width():
                return
            button.set_compact(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _needs(self) -> int:
        items = [self.row.itemAt(place) for place in range(self.row.count())]
        hints = [item.sizeHint().width() for item in items if item and not item.isEmpty()]
        return sum(hints) + self.row.spacing() * max(len(hints) - 1, 0)


class DeskPage(QWidget):
    """Header, what stands ``above`` all, the content (``body``), and a panel at the right.

    Below ``drawer_below`` px the panel is a drawer: it opens by its button in the header, takes
    the focus, and gives it back on Esc.
    """

    def __init__(
        self,
        look: Look,
        title: str,
        parent: QWidget | None = None,
        drawer_below: int = DRAWER_BELOW,
    ) -> None:
        super().__init__(parent)
        self.look, self._drawer_below = look, drawer_below
        self.head = DeskHead(look, title)
        self.panel: QWidget | None = None
        self._hidden = False
        self.drawer_button = HeadButton(look, "", "expand_more")
        self.drawer_button.setCheckable(True)
        self.drawer_button.toggled.connect(self._open_drawer)
        self.drawer_button.hide()
        self._focus_before: QWidget | None = None
        self.body = QVBoxLayout()
        self.body.setSpacing(M)
        self._across = QHBoxLayout()
        self._across.setSpacing(GAP[_DESK])
        self._across.addLayout(self.body, 1)
        column = QVBoxLayout(self)
        margin = MARGIN[_DESK]
        column.setContentsMargins(margin, 14, margin, margin)
        column.setSpacing(M)
        column.addWidget(self.head)
        self.above = QVBoxLayout()
        column.addLayout(self.above)
        column.addLayout(self._across, 1)
        self._escape = QShortcut(QKeySequence("Esc"), self)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(lambda: self.drawer_button.setChecked(False))
        self._escape.setEnabled(False)

    def set_panel(self, panel: QWidget, label: str, icon: str) -> None:
        """Place the panel; ``label`` and ``icon`` are its button's while it is a drawer."""
        self.panel = panel
        panel.setParent(self)
        self.drawer_button.icon_name = icon
        self.drawer_button.set_label(label)
        panel.installEventFilter(self)
        self._place_panel()

    def set_drawer_label(self, label: str) -> None:
        """Change what the drawer's button says (its count)."""
        self.drawer_button.set_label(label)
        self.head.fit()

    def hide_panel(self, *, hidden: bool) -> None:
        """Take the panel away while there is nothing to say in it."""
        self._hidden = hidden
        self._place_panel()

    @property
    def has_drawer(self) -> bool:
        """Whether the page is too narrow for the panel beside the content."""
        return self.width() < self._drawer_below

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_panel()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.panel and event.type() is QEvent.Type.LayoutRequest and self.has_drawer:
            self._cover()
        return super().eventFilter(watched, event)

    def _place_panel(self) -> None:
        panel = self.panel
        if panel is None:
            return
        self.drawer_button.setVisible(self.has_drawer and not self._hidden)
        if self._hidden:
            panel.hide()
            return
        if self.has_drawer:
            self._across.removeWidget(panel)
            panel.setMinimumWidth(0)
            panel.setMaximumWidth(_DRAWER)
            panel.setVisible(self.drawer_button.isChecked())
            self._cover()
            self.head.fit()
            return
        narrow = self.width() < _PANEL_BELOW
        wide = _PANEL_WIDE if self.width() >= _WIDE_FROM else _PANEL
        zoomed = self.look.zoomed(_PANEL_NARROW if narrow else _PANEL)
        panel.setFixedWidth(zoomed if narrow else max(wide, zoomed))
        self._across.addWidget(panel)
        self.drawer_button.setChecked(False)
        panel.show()
        self.head.fit()

    def _cover(self) -> None:
        """Lay the drawer over the right side of the content."""
        if self.panel is not None:
            margin, top = MARGIN[_DESK], self.head.geometry().bottom() + M
            left = self.width() - margin - _DRAWER
            self.panel.setGeometry(QRect(left, top, _DRAWER, self.height() - top - margin))
            self.panel.raise_()

    def _open_drawer(self, opened: bool) -> None:
        self._escape.setEnabled(opened)
        if self.panel is None or not self.has_drawer:
            return
        if opened:
            self._focus_before = self.focusWidget()
        self.panel.setVisible(opened)
        self._cover()
        if opened:
            self.panel.setFocus(Qt.FocusReason.OtherFocusReason)
            self.panel.focusNextChild() if not self.panel.hasFocus() else None
        elif self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
