"""The scale, live: its weight in large, stable or moving, its protocol, port and last frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui import desk_words
from ui.components.card import Card
from ui.components.row_list import RowList
from ui.components.text import Line, Paragraph
from ui.tokens import Density, L, M, Style
from ui.views.setup_rows import FACT_HIGH, paint_fact, told_fact
from ui.views.setup_test import Verdict

if TYPE_CHECKING:
    from ui.models.setup import FactRow, ScaleScene
    from ui.theme import Look

DESK = Density.DESK


class LiveScale(Card):
    """Shows a `ScaleScene`."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, DESK, desk_words.SCALE)
        self.verdict = Verdict(look, "scale")
        self.weight = Line(look, Style.REASON, DESK, elide=True)
        self.explained = Paragraph(look, Style.BODY, DESK, role="ink2")
        self.facts: RowList[FactRow] = RowList(look, FACT_HIGH, paint_fact, told_fact)
        self.facts.setAccessibleName(desk_words.SCALE)
        self.facts.hide()
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.weight)
        said.addWidget(self.explained)
        top = QHBoxLayout()
        top.setContentsMargins(L, M, L, M)
        top.setSpacing(M)
        top.addWidget(self.verdict)
        top.addLayout(said, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.facts)

    def show_scale(self, scene: ScaleScene) -> None:
        """Show what the scale says now."""
        self.verdict.show_state(scene.state)
        self.weight.set_text(scene.weight)
        self.explained.set_text(scene.about)
        self.facts.show_rows(scene.facts)
        self.facts.setVisible(bool(scene.facts))
        self.facts.setFixedHeight(len(scene.facts) * self.look.zoomed(FACT_HIGH))
