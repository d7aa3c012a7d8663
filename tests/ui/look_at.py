"""What a widget shows: its texts as drawn, and the size of everything that can be pressed."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from ui.paint import TextRun
from ui.tour import picture_of

PRESSABLE = (QAbstractButton, QLineEdit)


def runs_of(window: QWidget) -> list[tuple[QWidget, TextRun]]:
    """Every line of text that the visible widgets draw, with the widget that draws it."""
    QApplication.processEvents()
    picture_of(window)
    return [
        (widget, run)
        for widget in visible(window)
        for run in getattr(widget, "runs", ())
        if run.text
    ]


def texts_of(window: QWidget) -> str:
    """All texts drawn, in one string, so that a sentence broken over lines can be found."""
    return " ".join(run.text for _, run in runs_of(window))


def cut_in(window: QWidget) -> list[str]:
    """The lines of text that do not fit where they are drawn, or leave their widget."""
    wrong = []
    for widget, run in runs_of(window):
        area = widget.rect().adjusted(-1, -1, 1, 1)
        outside = not run.elided and run.rect.left() + run.needs.width() > area.right() + 2
        below = run.rect.bottom() > area.bottom() + 2 and not hasattr(widget, "row_model")
        if run.cut or outside or below:
            wrong.append(f"{type(widget).__name__}: {run}")
    return wrong


def small_targets(window: QWidget, least: int) -> list[str]:
    """What can be pressed and is less than ``least`` px high or 48 px wide."""
    return [
        f"{type(widget).__name__} {widget.accessibleName()} {widget.size().toTuple()}"
        for widget in visible(window)
        if isinstance(widget, PRESSABLE) and (widget.height() < least or widget.width() < 48)
    ]


def nameless(window: QWidget) -> list[str]:
    """What can be pressed and has no accessible name."""
    return [
        type(widget).__name__
        for widget in visible(window)
        if isinstance(widget, PRESSABLE) and not widget.accessibleName()
    ]


def visible(window: QWidget) -> Iterator[QWidget]:
    """The window and everything in it that is shown."""
    yield window
    yield from (w for w in window.findChildren(QWidget) if w.isVisibleTo(window))
