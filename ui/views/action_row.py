"""The row of buttons at the foot of a floor screen, and the keys that press them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.components.button import ActionButton
from ui.models.action import TYPE_CODE, Action
from ui.tokens import GAP, TOUCH, Density, L

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.theme import Look

_FLOOR = Density.FLOOR
ESC = "Esc"


class ActionRow(QWidget):
    """Shows actions as equal buttons, and before them the small one that opens the keyboard.

    ``asked`` tells an action's `Ask`. Esc belongs to the view, which knows what it ends.
    """

    asked = Signal(str)

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, with_keyboard: bool = True
    ) -> None:
        super().__init__(parent)
        self.look, self.with_keyboard = look, with_keyboard
        self.actions_shown: tuple[Action, ...] = ()
        self.buttons: list[ActionButton] = []
        self._shortcuts: list[QShortcut] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP[_FLOOR])
        self.keyboard = ActionButton(look, _FLOOR, "", icon=TYPE_CODE.icon)
        self.keyboard.setAccessibleName(TYPE_CODE.label)
        self.keyboard.setToolTip(f"{TYPE_CODE.label}  {TYPE_CODE.key_text}")
        self.keyboard.setFixedWidth(self.look.zoomed(TOUCH[_FLOOR]))
        self.keyboard.clicked.connect(lambda: self.asked.emit(TYPE_CODE.ask))
        self._row.addWidget(self.keyboard)
        look.changed.connect(self.relook)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.keyboard.setVisible(with_keyboard)
        if not with_keyboard:
            return
        typing = QShortcut(QKeySequence(TYPE_CODE.key), self)
        typing.activated.connect(lambda: self.asked.emit(TYPE_CODE.ask))

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Show these; buttons that stay keep the focus."""
        if tuple(actions) == self.actions_shown:
            return
        self.actions_shown = tuple(actions)
        while len(self.buttons) < len(actions):
            self._add_button()
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(actions))
            if place < len(actions):
                _dress(button, actions[place])
        self.keyboard.setVisible(self.with_keyboard and TYPE_CODE not in actions)
        self._bind_keys()
        self._show_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_keys()

    def relook(self) -> None:
        """Take sizes from the look."""
        self.keyboard.setFixedWidth(self.look.zoomed(TOUCH[_FLOOR]))
        self._show_keys()

    def _show_keys(self) -> None:
        """Equal buttons where all fit so; the keys' boxes on all buttons or on none."""
        shown = self.buttons[: len(self.actions_shown)]
        wide = self.width() - (
            0 if self.keyboard.isHidden() else self.keyboard.width() + GAP[_FLOOR]
        )
        room = wide - GAP[_FLOOR] * (len(shown) - 1)
        hints = [button.sizeHint().width() - L for button in shown]
        equal = all(hint * len(shown) <= room for hint in hints)
        for button, hint in zip(shown, hints, strict=True):
            self._row.setStretchFactor(button, 1 if equal else hint)
            button.key_shown = sum(hints) <= room
            button.update()

    def _add_button(self) -> None:
        button = ActionButton(self.look, _FLOOR, "")
        place = len(self.buttons)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.asked.emit(self.actions_shown[place].ask))
        self.buttons.append(button)
        self._row.addWidget(button, 1)

    def _bind_keys(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = []
        for button, action in zip(self.buttons, self.actions_shown, strict=False):
            if action.key and action.key not in {ESC, TYPE_CODE.key}:
                shortcut = QShortcut(QKeySequence(action.key), self)
                shortcut.activated.connect(button.click)
                self._shortcuts.append(shortcut)


def _dress(button: ActionButton, action: Action) -> None:
    button.set_face(action.label, action.icon, action.key_text, primary=action.primary)
    button.setEnabled(action.enabled)
