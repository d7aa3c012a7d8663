"""Pack's carton: its weight against the expected one, and the carrier's tracking number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize

from ui.components.card import Card
from ui.components.fit import fitting_font, wrapped
from ui.components.painted import Wrapping
from ui.paint import LEFT, Pen, cap_height, line_height, text_width
from ui.tokens import Density, L, M, S, Style

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.models.pack import Carton, Tracking, Weight
    from ui.models.work import Mark
    from ui.theme import Look

_FLOOR = Density.FLOOR
_ICON = 26


class PaintedLines(Wrapping):
    """A base for a few lines painted from the top: icon lines, plain lines, large ones."""

    def count_lines(self, texts: tuple[str, ...], width: int) -> int:
        """How many lines the texts take, wrapped in a panel of that width (px)."""
        font = self.look.font(Style.BODY, _FLOOR)
        return sum(len(wrapped(font, text, width - 2 * L)) for text in texts)

    def line_high(self) -> float:
        """The height of a line of body text, px."""
        return line_height(self.look.font(Style.BODY, _FLOOR))

    def head_line(self, pen: Pen, spot: QRectF, icon: str, text: str) -> None:
        """A quiet line with its icon."""
        pen.icon(
            QRectF(spot.left(), spot.top(), self.look.zoomed(_ICON), spot.height()), icon, "ink2"
        )
        spot = spot.adjusted(self.look.zoomed(_ICON) + S, 0, 0, 0)
        pen.text(spot, text, self.look.font(Style.BODY, _FLOOR), "ink2", LEFT, elide=True)

    def mark_line(self, pen: Pen, spot: QRectF, mark: Mark) -> None:
        """A state in icon, word and colour, without a chip's fill."""
        role = f"{mark.state}ink"
        pen.icon(
            QRectF(spot.left(), spot.top(), self.look.zoomed(_ICON), spot.height()), mark.icon, role
        )
        spot = spot.adjusted(self.look.zoomed(_ICON) + S, 0, 0, 0)
        pen.text(spot, mark.word, self.look.font(Style.STRONG, _FLOOR), role, LEFT)

    def plain_lines(self, pen: Pen, spot: QRectF, texts: tuple[str, ...]) -> None:
        """Plain lines, wrapped, from the top of ``spot``."""
        font, high = self.look.font(Style.BODY, _FLOOR), self.line_high()
        top = spot.top()
        for text in texts:
            for line in wrapped(font, text, spot.width()):
                pen.text(QRectF(spot.left(), top, spot.width(), high), line, font, "ink2", LEFT)
                top += high


class WeightPanel(PaintedLines):
    """The figure, a scale with the allowed range and a mark where the weight is, a verdict."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.weight: Weight | None = None

    def show_weight(self, weight: Weight | None) -> None:
        """Show it; None hides the panel."""
        self.weight = weight
        self.setVisible(weight is not None)
        if weight is not None:
            verdict = weight.verdict.word if weight.verdict else ""
            told = (weight.head, weight.shown, weight.unit, verdict, *weight.lines)
            self.setAccessibleName(" ".join(part for part in told if part))
        self.relook()

    def heightForWidth(self, width: int) -> int:
        if self.weight is None:
            return 0
        rows = 1 + self.count_lines(self.weight.lines, width) + bool(self.weight.verdict)
        return round(rows * self.line_high() + self._figure_high() + 40 + 2 * L)

    def paint(self, pen: Pen, area: QRectF) -> None:
        if self.weight is None:
            return
        inside, high = area.adjusted(L, L * 0.9, -L, 0), self.line_high()
        self.head_line(
            pen,
            QRectF(inside.topLeft(), QSize(int(inside.width()), int(high) + 1)),
            "scale",
            self.weight.head,
        )
        top = inside.top() + high
        self._paint_figure(pen, QRectF(inside.left(), top, inside.width(), self._figure_high()))
        top += self._figure_high()
        self._paint_scale(pen, QRectF(inside.left(), top + 8, inside.width(), 24))
        top += 40
        if self.weight.verdict:
            self.mark_line(
                pen, QRectF(inside.left(), top, inside.width(), high), self.weight.verdict
            )
            top += high
        self.plain_lines(pen, QRectF(inside.left(), top, inside.width(), 0), self.weight.lines)

    def _figure_high(self) -> float:
        return self.look.large(66) * 1.05

    def _paint_figure(self, pen: Pen, spot: QRectF) -> None:
        if self.weight is None:
            return
        unit = self.look.font(Style.OUTCOME, _FLOOR, weight=600)
        beside = text_width(unit, self.weight.unit) + M
        room = spot.width() - beside
        figure = fitting_font(self.look, Style.KIND, self.weight.shown, room, smallest=32)
        top = spot.center().y() - cap_height(figure) / 2
        wide = pen.caps(spot.left(), top, self.weight.shown, figure, "ink", room)
        base = top + cap_height(figure) - cap_height(unit)
        pen.caps(spot.left() + wide + M, base, self.weight.unit, unit, "ink", beside)

    def _paint_scale(self, pen: Pen, spot: QRectF) -> None:
        """A bar over twice the allowed range and the weight; the range in ``ok``."""
        if self.weight is None or self.weight.most_g <= 0:
            return
        span = self.weight.most_g - self.weight.least_g
        low = min(self.weight.least_g - span, self.weight.weight_g - span // 3)
        top = max(self.weight.most_g + span, self.weight.weight_g + span // 3)

        def at(grams: int) -> float:
            return spot.left() + spot.width() * (grams - low) / max(top - low, 1)

        bar = QRectF(spot.left(), spot.center().y() - 4, spot.width(), 8)
        pen.fill(bar, "line")
        left, right = at(self.weight.least_g), at(self.weight.most_g)
        pen.fill(QRectF(left, bar.top(), right - left, bar.height()), "ok")
        mark = QRectF(at(self.weight.weight_g) - 3, spot.top(), 6, spot.height())
        pen.fill_round(mark, "ink", "", 2)


class TrackingPanel(PaintedLines):
    """The carrier, its number, and whether its check digit is right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.tracking: Tracking | None = None

    def show_tracking(self, tracking: Tracking | None) -> None:
        """Show it; None hides the panel."""
        self.tracking = tracking
        self.setVisible(tracking is not None)
        if tracking is not None:
            verdict = tracking.verdict.word if tracking.verdict else ""
            told = (tracking.head, tracking.number, verdict, *tracking.lines)
            self.setAccessibleName(" ".join(part for part in told if part))
        self.relook()

    def heightForWidth(self, width: int) -> int:
        if self.tracking is None:
            return 0
        rows = 1 + bool(self.tracking.number) + bool(self.tracking.verdict)
        rows += self.count_lines(self.tracking.lines, width)
        return round(rows * (self.line_high() + 6) + 2 * L)

    def paint(self, pen: Pen, area: QRectF) -> None:
        if self.tracking is None:
            return
        pen.line(area.topLeft(), area.topRight())
        inside, high = area.adjusted(L, L, -L, 0), self.line_high() + 6
        spot = QRectF(inside.left(), inside.top(), inside.width(), high)
        self.head_line(pen, spot, "local_shipping", self.tracking.head)
        if self.tracking.number:
            spot.translate(0, high)
            font = fitting_font(
                self.look, Style.STRONG, self.tracking.number, spot.width(), smallest=16, code=True
            )
            pen.text(spot, self.tracking.number, font, "ink", LEFT)
        if self.tracking.verdict:
            spot.translate(0, high)
            self.mark_line(pen, spot, self.tracking.verdict)
        spot.translate(0, high)
        self.plain_lines(pen, spot, self.tracking.lines)


class CartonCard(Card):
    """Weight above, tracking below."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _FLOOR, parent=parent)
        self.weight, self.tracking = WeightPanel(look), TrackingPanel(look)
        self.body.addWidget(self.weight)
        self.body.addWidget(self.tracking)
        self.body.addStretch(1)

    def show_carton(self, carton: Carton) -> None:
        """Show it."""
        self.set_head(carton.title, carton.note)
        self.weight.show_weight(carton.weight)
        self.tracking.show_tracking(carton.tracking)
