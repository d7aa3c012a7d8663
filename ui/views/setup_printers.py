"""Setup's printers: where each kind of paper goes, and the queue with what can be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui import desk_words as words
from ui.components.button import ActionButton
from ui.components.card import Card
from ui.components.choice_sheet import Choice, ChoiceSheet
from ui.components.painted import Painted
from ui.components.text import Line, Paragraph
from ui.models.printers import PaperRow, PrinterRow, PrintersScene
from ui.tokens import GAP, TOUCH, Density, L, M, S, Style

if TYPE_CHECKING:
    from ui.paint import Pen
    from ui.theme import Look

DESK = Density.DESK
SITE = "="  # the choice that goes back to the site's printer: no printer's name
_MARK = 22
_LABEL = 190
_MARKS = {"warn": ("warning", "warnmark"), "bad": ("cancel", "badink"), "idle": ("idle", "ink2")}


class KindRow(QWidget):
    """A kind of paper: its printer as typed, a choice list, a test page."""

    def __init__(self, look: Look, row: PrinterRow) -> None:
        super().__init__()
        self.kind, self.look = row.kind, look
        self.label = Line(look, Style.STRONG, DESK)
        self.about = Line(look, Style.CAPTION, DESK, role="ink2", elide=True)
        self.field = QLineEdit()
        self.choose = ActionButton(look, DESK, words.CHOOSE, icon="print")
        self.test = ActionButton(look, DESK, words.TEST_PAGE)
        self.field.setFont(look.font(Style.BODY, DESK))
        self.field.setMinimumHeight(look.zoomed(TOUCH[DESK]))
        self.field.setPlaceholderText(words.PRINTER_FIELD)
        self.field.setAccessibleName(f"{row.label}: {words.PRINTER_FIELD}")
        self.choose.setAccessibleName(f"{row.label}: {words.CHOOSE}")
        self.test.setAccessibleName(f"{row.label}: {words.TEST_PAGE}")
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.label)
        said.addWidget(self.about)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(M)
        line.addLayout(said, 4)
        line.addWidget(self.field, 5)
        line.addWidget(self.choose)
        line.addWidget(self.test)

    def show_row(self, row: PrinterRow) -> None:
        """Show it; what is being typed stays."""
        self.label.set_text(row.label)
        self.about.set_text(row.about)
        if not self.field.hasFocus():
            self.field.setText(row.printer)
            self.field.setCursorPosition(0)
        self.field.setProperty("kept", row.printer)


class Mark(Painted):
    """The state of a paper."""

    def __init__(self, look: Look, state: str) -> None:
        super().__init__(look)
        self.state = state
        self.setFixedWidth(look.zoomed(_MARK))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paint(self, pen: Pen, area: QRectF) -> None:
        name, role = _MARKS[self.state]
        pen.icon(area, name, role)


class PaperLine(QWidget):
    """A paper: its state, what it is, what the printer said, and its buttons."""

    acted = Signal(int, int, str)

    def __init__(self, look: Look, row: PaperRow) -> None:
        super().__init__()
        self.row = row
        self.buttons: list[ActionButton] = []
        said = QVBoxLayout()
        said.setSpacing(2)
        texts = ((row.title, Style.STRONG, "ink"), (row.about, Style.CAPTION, "ink2"))
        for text, style, role in (*texts, (row.said, Style.CAPTION, "ink")):
            if text:
                part = Paragraph(look, style, DESK, role=role)
                part.set_text(text)
                said.addWidget(part)
        line = QHBoxLayout(self)
        line.setContentsMargins(L, S, L, S)
        line.setSpacing(M)
        line.addWidget(Mark(look, row.state))
        line.addLayout(said, 1)
        for act in row.acts:
            button = ActionButton(look, DESK, act.label, primary=act.primary)
            button.setAccessibleName(f"{row.title}: {act.label}")
            button.clicked.connect(
                lambda _=False, name=act.name: self.acted.emit(row.document, row.copy, name)
            )
            self.buttons.append(button)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


class PrintersPage(QWidget):
    """``chosen(kind, printer)``, ``tested(kind)``, ``acted(document, copy, what)``."""

    chosen = Signal(str, str)
    tested = Signal(str)
    acted = Signal(int, int, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.scene = PrintersScene()
        self.kinds: dict[str, KindRow] = {}
        self.lines: list[PaperLine] = []
        self.none = Paragraph(look, Style.BODY, DESK, role="ink2")
        self.sheet = ChoiceSheet(look, self)
        self.sheet.chosen.connect(self._choice_made)
        self._asked = ""
        self._lay_out()

    def show_scene(self, scene: PrintersScene) -> None:
        """Show choices and queue; rows are made anew only where they differ."""
        papers_differ = scene.papers != self.scene.papers
        self.scene = scene
        for row in scene.printers:
            if row.kind not in self.kinds:
                self._add_kind(row)
            self.kinds[row.kind].show_row(row)
        self.queue.set_head(words.PRINT_QUEUE, scene.note)
        self.none.set_text(scene.empty)
        self.none.setVisible(not scene.papers)
        if papers_differ:
            self._fill_queue()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP[DESK])
        card = Card(self.look, DESK, words.PAPERS_GO)
        self._kinds = QVBoxLayout()
        self._kinds.setContentsMargins(L, M, L, L)
        self._kinds.setSpacing(M)
        card.body.addLayout(self._kinds)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.queue = Card(self.look, DESK, words.PRINT_QUEUE)
        page = QWidget()
        page.setAutoFillBackground(False)
        self._papers = QVBoxLayout(page)
        self._papers.setContentsMargins(0, S, 0, S)
        self._papers.setSpacing(0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(words.PRINT_QUEUE)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(page)
        empty = QVBoxLayout()
        empty.setContentsMargins(L, M, L, 0)
        empty.addWidget(self.none)
        self.queue.body.addLayout(empty)
        self.queue.body.addWidget(area, 1)
        column.addWidget(card)
        column.addWidget(self.queue, 1)

    def _add_kind(self, row: PrinterRow) -> None:
        line = self.kinds[row.kind] = KindRow(self.look, row)
        line.field.editingFinished.connect(lambda: self._typed(line))
        line.choose.clicked.connect(lambda: self._offer(line))
        line.test.clicked.connect(lambda: self.tested.emit(line.kind))
        self._kinds.addWidget(line)

    def _fill_queue(self) -> None:
        while (taken := self._papers.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = [PaperLine(self.look, row) for row in self.scene.papers]
        for line in self.lines:
            line.acted.connect(self.acted)
            self._papers.addWidget(line)
        self._papers.addStretch(1)

    def _typed(self, line: KindRow) -> None:
        if line.field.text().strip() != line.field.property("kept"):
            self.chosen.emit(line.kind, line.field.text().strip())

    def _offer(self, line: KindRow) -> None:
        self._asked = line.kind
        kept = line.field.property("kept")
        back = Choice(SITE, words.AS_THE_SITE_SAYS, checked=not kept)
        found = tuple(Choice(name, name, checked=name == kept) for name in self.scene.found)
        corner = line.choose.mapTo(self, line.choose.rect().bottomLeft()) + QPoint(0, 4)
        self.sheet.offer(line.label.text(), (back, *found), corner)

    def _choice_made(self, way: tuple[str, ...]) -> None:
        self.chosen.emit(self._asked, "" if way[-1] == SITE else way[-1])
