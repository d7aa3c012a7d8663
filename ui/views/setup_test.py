"""Scan anything now: how a code came, piece by piece, and what it means. Nothing is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui import words
from ui.components.card import Card
from ui.components.painted import Painted, Wrapping
from ui.components.row_list import RowList
from ui.components.text import Paragraph
from ui.paint import CENTRE, Pen, line_height, text_width
from ui.tokens import RADIUS, RADIUS_CHIP, TOUCH, Density, L, M, S, Style
from ui.views.setup_rows import FACT_HIGH, paint_fact, told_fact

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.models.setup import FactRow, TestScan, Token
    from ui.theme import Look

DESK = Density.DESK
_SIDE, _GAP = 64, 3
_ICONS = {"ok": "check_circle", "bad": "cancel", "warn": "warning"}


class Verdict(Painted):
    """The square that says at a glance how the read went."""

    def __init__(self, look: Look, idle_icon: str = "barcode_scanner") -> None:
        super().__init__(look)
        self.state = "idle"
        self._icons = {**_ICONS, "idle": idle_icon}
        self.setFixedSize(_SIDE, _SIDE)

    def show_state(self, state: str) -> None:
        """``ok bad warn``, or ``idle`` before the first read."""
        self.state = state
        self.update()

    def paint(self, pen: Pen, area: QRectF) -> None:
        quiet = self.state == "idle"
        pen.fill_round(area, "idletint" if quiet else self.state, "", RADIUS)
        ink = "idleink" if quiet else "onwarn" if self.state == "warn" else "onsolid"
        pen.icon(area.adjusted(13, 13, -13, -13), self._icons[self.state], ink)


class TokenLine(Wrapping):
    """A code as it came, piece by piece; control characters are in colour. Long ones wrap."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.tokens: tuple[Token, ...] = ()

    def show_tokens(self, tokens: tuple[Token, ...]) -> None:
        """Show a code's pieces; none hides the line."""
        self.tokens = tokens
        self.setAccessibleName(" ".join(token.text for token in tokens))
        self.setVisible(bool(tokens))
        self.relook()

    def heightForWidth(self, width: int) -> int:
        lines = 1 + max((line for line, *_ in self._placed(width)), default=0)
        return round(lines * (self._high() + _GAP))

    def paint(self, pen: Pen, area: QRectF) -> None:
        font, high = self.look.font(Style.STRONG, code=True), self._high()
        for line, left, wide, text, state in self._placed(round(area.width())):
            box = QRectF(left, area.top() + line * (high + _GAP), wide, high)
            pen.fill_round(box, f"{state}tint" if state else "sunk", "", RADIUS_CHIP)
            pen.text(box, text, font, f"{state}ink" if state else "ink", CENTRE)

    def _placed(self, width: int) -> list[tuple[int, float, float, str, str]]:
        """Line, left, width, text and state of each piece; a long piece breaks."""
        font = self.look.font(Style.STRONG, code=True)
        placed: list[tuple[int, float, float, str, str]] = []
        line, left = 0, 0.0
        for token in self.tokens:
            for part in _parts(token.text, lambda text: text_width(font, text), width - M):
                wide = text_width(font, part) + M
                if left and left + wide > width:
                    line, left = line + 1, 0.0
                placed.append((line, left, wide, part, token.state))
                left += wide + _GAP
        return placed

    def _high(self) -> float:
        return max(26.0, line_height(self.look.font(Style.STRONG)) + S)


def _parts(text: str, wide: Callable[[str], float], room: float) -> list[str]:
    """The text in pieces of at most ``room`` px, of one letter at least."""
    parts: list[str] = []
    for letter in text:
        if parts and wide(parts[-1] + letter) <= room:
            parts[-1] += letter
        else:
            parts.append(letter)
    return parts


class LiveTest(Card):
    """The live test."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, DESK, words.TEST, words.TEST_ONLY)
        self.verdict = Verdict(look)
        self.outcome = Paragraph(look, Style.OUTCOME, DESK)
        self.explained = Paragraph(look, Style.BODY, DESK, role="ink2")
        self.tokens = TokenLine(look)
        self.facts: RowList[FactRow] = RowList(look, FACT_HIGH, paint_fact, told_fact)
        self.facts.setAccessibleName(words.TEST)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addStretch(1)
        said.addWidget(self.outcome)
        said.addWidget(self.explained)
        said.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(M)
        top.addWidget(self.verdict)
        top.addLayout(said, 1)
        inner = QVBoxLayout()
        inner.setContentsMargins(L, M, L, M)
        inner.setSpacing(M)
        inner.addLayout(top)
        inner.addWidget(self.tokens)
        self.body.addLayout(inner)
        self.body.addWidget(self.facts, 100)
        self.body.addStretch(1)
        self.setMinimumHeight(TOUCH[DESK] * 5)
        self.show_test(None)

    def show_test(self, test: TestScan | None) -> None:
        """Show a read; None waits for the first."""
        self.verdict.show_state(test.state if test else "idle")
        self.outcome.set_text(test.title if test else words.SCAN_ANYTHING)
        self.explained.set_text(test.about if test else words.SCAN_ANYTHING_ABOUT)
        self.tokens.show_tokens(test.tokens if test else ())
        self.facts.show_rows(test.facts if test else ())
        self.facts.setVisible(bool(test and test.facts))
