"""What every desk screen must hold: nothing cut, targets large enough, a name for each control."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QGraphicsView, QWidget
from pytestqt.qtbot import QtBot

from ui.paint import TextRun
from ui.theme import Look
from ui.tokens import Density

SIZES = ((1024, 768), (1280, 800), (1920, 1080), (3840, 2160))
OURS, WIDER = ("Inter", "Noto Sans", "sans-serif"), ("DejaVu Sans",)
FACES = (("light", OURS), ("dark", OURS), ("contrast", OURS), ("light", WIDER))
RAIL, BAND = {1024: 72, 1280: 190}, 72 + 48


def show(qtbot: QtBot, view: QWidget, look: Look, window: tuple[int, int] = (1920, 1080)) -> None:
    """Show a screen as large as the frame leaves it in a window of that size (px)."""
    qtbot.addWidget(view)
    wide, high = window
    look.set_window(wide, high, Density.DESK)
    view.resize(wide - RAIL.get(wide, 200), high - BAND)
    view.show()
    qtbot.waitExposed(view)
    settle(view)


def settle(view: QWidget) -> None:
    """Let layouts finish, and paint."""
    QApplication.processEvents()
    view.grab()


def runs(view: QWidget) -> Iterator[TextRun]:
    """Every line of text that was drawn last, in widgets and on boards."""
    for child in view.findChildren(QWidget):
        if child.isVisible():
            yield from getattr(child, "runs", ())
        if isinstance(child, QGraphicsView) and child.isVisible():
            for item in child.items():
                yield from getattr(item, "runs", ())


def texts(view: QWidget) -> set[str]:
    """Every text that was drawn last."""
    shown = {run.text for run in runs(view)}
    labels = (child for child in view.findChildren(QWidget) if child.isVisible())
    return shown | {str(label.property("text")) for label in labels if label.property("text")}


def cut(view: QWidget) -> list[str]:
    """Texts that are longer or taller than their place."""
    return [run.text for run in runs(view) if run.cut]


def small_targets(view: QWidget) -> list[str]:
    """Visible buttons under 48 px in height or width, by name."""
    buttons = (button for button in view.findChildren(QAbstractButton) if button.isVisible())
    return [
        f"{button.accessibleName()} {button.width()} × {button.height()}"
        for button in buttons
        if min(button.width(), button.height()) < 48
    ]


def unnamed(view: QWidget) -> list[str]:
    """Visible controls that a screen reader cannot name, or that Tab does not reach."""
    controls = [
        child
        for child in view.findChildren(QWidget)
        if child.isVisible() and (isinstance(child, QAbstractButton) or child.focusPolicy())
    ]
    return [
        type(child).__name__
        for child in controls
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.isEnabled()
        and child.focusProxy() is None
        and not child.accessibleName()
    ] + [
        f"{child.accessibleName()} not by Tab"
        for child in controls
        if isinstance(child, QAbstractButton)
        and not child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not _one_of_many(child)
    ]


def _one_of_many(button: QAbstractButton) -> bool:
    """Whether Tab reaches the chosen one of its group, and arrows the others."""
    group = button.group()
    return group is not None and group.exclusive()
