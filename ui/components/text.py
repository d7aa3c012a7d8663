"""Lines and paragraphs of text that follow the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.components.fit import wrapped
from ui.components.painted import Painted, Wrapping
from ui.paint import LEFT, Pen, line_height, text_width

if TYPE_CHECKING:
    from ui.theme import Look
    from ui.tokens import Density, Style


class Line(Painted):
    """One line of text; with ``elide`` a long one is shortened at its end and told in a tool tip.

    Numbers, locations and lanes must not be elided; product and carrier names may.
    """

    def __init__(
        self,
        look: Look,
        style: Style,
        density: Density,
        *,
        role: str = "ink",
        code: bool = False,
        elide: bool = False,
        align: Qt.AlignmentFlag = LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.style_name, self.density, self.role = style, density, role
        self.code, self.elide, self.align = code, elide, align
        self._text = ""
        across = QSizePolicy.Policy.Preferred if elide else QSizePolicy.Policy.Minimum
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The whole text, elided or not."""
        return self._text

    def set_text(self, text: str, role: str = "") -> None:
        """Show another text, in another role where one is given."""
        self._text, self.role = text, role or self.role
        self.setAccessibleName(text)
        self.relook()

    def sizeHint(self) -> QSize:
        font = self.look.font(self.style_name, self.density, code=self.code)
        return QSize(round(text_width(font, self._text)) + 2, round(line_height(font)) + 1)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), 40), hint.height()) if self.elide else hint

    def paint(self, pen: Pen, area: QRectF) -> None:
        font = self.look.font(self.style_name, self.density, code=self.code)
        pen.text(area, self._text, font, self.role, self.align, elide=self.elide)
        self.setToolTip(self._text if pen.runs[-1].elided else "")


class Paragraph(Wrapping):
    """Plain text (never markup) that breaks over lines, and asks for the height they need."""

    def __init__(
        self,
        look: Look,
        style: Style,
        density: Density,
        *,
        role: str = "ink",
        align: Qt.AlignmentFlag = LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.style_name, self.density, self.role, self.align = style, density, role, align
        self._text = ""

    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str, role: str = "") -> None:
        """Show another text, in another role where one is given."""
        self._text, self.role = text, role or self.role
        self.setAccessibleName(text)
        self.relook()

    def heightForWidth(self, width: int) -> int:
        font = self.look.font(self.style_name, self.density)
        lines = [line for part in self._text.splitlines() for line in wrapped(font, part, width)]
        return round(line_height(font) * max(len(lines), 1)) + 1

    def paint(self, pen: Pen, area: QRectF) -> None:
        font = self.look.font(self.style_name, self.density)
        high, top = line_height(font), area.top()
        for part in self._text.splitlines():
            for line in wrapped(font, part, area.width()):
                spot = QRectF(area.left(), top, area.width(), high)
                pen.text(spot, line, font, self.role, self.align)
                top += high
