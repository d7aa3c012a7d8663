"""The scanner doctor: what was found of a scanner, what to scan next, and Save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from ui import desk_words
from ui.components.button import ActionButton
from ui.components.card import Card
from ui.components.row_list import RowList
from ui.components.text import Paragraph
from ui.paint import line_height
from ui.tokens import Density, L, M, S, Style

if TYPE_CHECKING:
    from ui.models.doctor import DoctorScene, FindingRow
    from ui.paint import Pen
    from ui.theme import Look

DESK = Density.DESK
FINDING_HIGH = 56
_MARK = 24
_ICONS = {"ok": "check_circle", "info": "construction", "warn": "warning", "idle": "idle"}
_WORDS = {
    "ok": desk_words.FOUND_GOOD,
    "info": desk_words.FOUND_MENDED,
    "warn": desk_words.FOUND_TO_SET,
    "idle": desk_words.FOUND_WAITS,
}


def told_finding(row: FindingRow) -> str:
    """A finding in words, for a screen reader."""
    return f"{_WORDS[row.state]}: {row.title}. {row.about}"


def paint_finding(pen: Pen, rect: QRectF, row: FindingRow, _hot: bool) -> None:
    """A finding: its mark, what is found over what it rests on."""
    strong, small = pen.look.font(Style.STRONG, DESK), pen.look.font(Style.CAPTION, DESK)
    high, below = line_height(strong), line_height(small)
    mark = QRectF(rect.left() + L, rect.top(), _MARK, rect.height())
    pen.icon(mark, _ICONS[row.state], f"{row.state}ink")
    left = mark.right() + M
    width = rect.right() - L - left
    top = rect.center().y() - (high + below + 2) / 2
    pen.text(QRectF(left, top, width, high), row.title, strong, elide=True)
    pen.text(QRectF(left, top + high + 2, width, below), row.about, small, "ink2", elide=True)
    bottom = rect.bottom() - 0.5
    pen.line(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))


class DoctorCard(Card):
    """Shows a `DoctorScene`."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, DESK, desk_words.DOCTOR)
        self.rows: RowList[FindingRow] = RowList(look, FINDING_HIGH, paint_finding, told_finding)
        self.rows.setAccessibleName(desk_words.DOCTOR)
        self.says = Paragraph(look, Style.STRONG, DESK)
        self.start_over = ActionButton(look, DESK, desk_words.START_OVER, icon="sync")
        self.save = ActionButton(look, DESK, desk_words.SAVE, icon="save", primary=True)
        foot = QHBoxLayout()
        foot.setContentsMargins(L, S, L, S)
        foot.setSpacing(M)
        foot.addStretch(1)
        foot.addWidget(self.start_over)
        foot.addWidget(self.save)
        first = QVBoxLayout()
        first.setContentsMargins(L, M, L, M)
        first.addWidget(self.says)
        self.body.addLayout(first)
        self.body.addWidget(self.rows, 1)
        self.body.addLayout(foot)

    def show_doctor(self, scene: DoctorScene) -> None:
        """Show what to do next, and findings; without any the card leaves its room to others."""
        self.set_head(desk_words.DOCTOR, scene.note, "stethoscope")
        self.rows.show_rows(scene.rows)
        self.rows.setVisible(bool(scene.rows))
        high = QSizePolicy.Policy.Preferred if scene.rows else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, high)
        self.says.set_text(scene.says)
        self.save.setEnabled(scene.can_save)
        self.start_over.setEnabled(scene.can_start_over)
