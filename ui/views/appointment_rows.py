"""The fields of an appointment in their rows, filled from a draft and read into one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.components.button import ActionButton
from ui.components.segments import Segments
from ui.components.text import Line, Paragraph
from ui.models.appointment import AppointmentHints, Draft, Kind, Stay
from ui.tokens import Density, L, S, Style
from ui.views import appointment_labels as labels
from ui.views.appointment_fields import Named, StepRow, TypedField

if TYPE_CHECKING:
    from ui.models.appointment import AppointmentForm
    from ui.theme import Look

DESK = Density.DESK
KINDS, STAYS = tuple(labels.KINDS), tuple(labels.STAYS)
STEPPED = frozenset({"day", "start", "pallets", "cartons", "loose", "weeks"})
TEXTS = (
    *("number", "day", "start", "length", "door", "carrier", "trailer", "seal", "phone"),
    *("pallets", "cartons", "loose", "needs", "note", "weeks"),
)


class AppointmentRows(QWidget):
    """``changed``: something was typed or chosen; ``doors_asked``: the doors are to be shown."""

    changed = Signal()
    doors_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look, self.hints = look, AppointmentHints()
        self.fields = {name: TypedField(look, name, steps=name in STEPPED) for name in TEXTS}
        self.kind = Segments(look, labels.FIELDS["kind"], tuple(labels.KINDS.values()), 0)
        self.stay = Segments(look, labels.FIELDS["stay"], tuple(labels.STAYS.values()), 0)
        self.drop = Segments(look, labels.FIELDS["drop"], labels.UNLOADING, 0)
        self.request = Segments(look, labels.FIELDS["request"], labels.ASKED, 0)
        self.choices = {
            "kind": self.kind, "stay": self.stay, "drop": self.drop, "request": self.request
        }  # fmt: skip
        self.doors = ActionButton(look, DESK, labels.CHOOSE_DOOR, icon="sensor_door")
        self.length_words = Line(look, Style.STRONG, DESK, elide=True)
        self.advice = Paragraph(look, Style.BODY, DESK, role="ink2")
        self.take = ActionButton(look, DESK, "", icon="sensor_door")
        self.named: dict[str, Named] = {}
        self._lay_out()
        self._connect()

    def fill(self, form: AppointmentForm) -> None:
        """Show a form; of a known truck its kind and number stay as they are."""
        draft = form.draft
        self.hints = AppointmentHints()
        for name, field in self.fields.items():
            field.blockSignals(True)  # the whole is told once
            field.setText(getattr(draft, name))
            field.setCursorPosition(0)
            field.blockSignals(False)
        self.kind.choose(KINDS.index(draft.kind))
        self.stay.choose(STAYS.index(draft.stay))
        self.drop.choose(int(draft.drop))
        self.request.choose(int(draft.request))
        self.fields["number"].setReadOnly(form.known)
        for name in ("kind", "number", "request", "weeks"):
            self.named[name].setVisible(not form.known)
        self.show_hints(self.hints)
        self._reshape()

    def draft(self) -> Draft:
        """Return what is typed and chosen."""
        texts = {name: field.text() for name, field in self.fields.items()}
        return Draft(
            kind=KINDS[self._chosen(self.kind)],
            stay=STAYS[self._chosen(self.stay)],
            drop=bool(self._chosen(self.drop)),
            request=bool(self._chosen(self.request)),
            **texts,
        )

    def show_hints(self, hints: AppointmentHints) -> None:
        """Show how long it stays and which door suits; a number is proposed where none is typed."""
        proposes, self.hints = hints.number != self.hints.number, hints
        self.length_words.set_text(hints.stay)
        self.advice.set_text(hints.advice)
        self.take.set_face(hints.take, "sensor_door", "", primary=False)
        self.take.setVisible(bool(hints.take))
        if proposes:
            self._propose()

    def stops(self) -> list[QWidget]:
        """Return what Tab goes to, in its order, of what is shown."""
        f, chosen = self.fields, self._part
        order: list[QWidget] = [chosen("kind"), f["number"], chosen("request"), f["day"]]
        order += [f["start"], chosen("stay"), f["length"], f["door"], self.doors, self.take]
        order += [f[name] for name in ("carrier", "trailer", "seal", "phone")]
        order += [f["pallets"], f["cartons"], f["loose"], chosen("drop"), f["needs"]]
        order += [f["note"], f["weeks"]]
        return [part for part in order if part.isVisible() and part.isEnabled()]

    def take_door(self) -> None:
        """Take the door that is suggested, at its time."""
        self.fields["door"].setText(self.hints.door)
        if self._chosen(self.kind) != KINDS.index(Kind.WALK_IN):
            self.fields["day"].setText(self.hints.day)
            self.fields["start"].setText(self.hints.start)

    def _part(self, name: str) -> QWidget:
        segments = self.choices[name]
        return segments.parts[self._chosen(segments)]

    @staticmethod
    def _chosen(segments: Segments) -> int:
        return next(place for place, part in enumerate(segments.parts) if part.isChecked())

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.textChanged.connect(self.changed)
            if name in ("pallets", "cartons", "loose"):
                field.setMaxLength(12)
        for segments in self.choices.values():
            segments.chosen.connect(self._choose)
        self.doors.clicked.connect(self.doors_asked)
        self.take.clicked.connect(self.take_door)

    def _choose(self, _place: int) -> None:
        self._propose()
        self._reshape()
        self.changed.emit()

    def _propose(self) -> None:
        """A new pickup's number is there to be changed, and goes with the pickup."""
        number, pickup = self.fields["number"], KINDS[self._chosen(self.kind)] is Kind.PICKUP
        if pickup and not number.text():
            number.setText(self.hints.number)
            number.selectAll()
        elif not pickup and number.text() and number.text() == self.hints.number:
            number.clear()

    def _reshape(self) -> None:
        """Show what belongs to the kind and the way its length is said."""
        kind, stay = KINDS[self._chosen(self.kind)], STAYS[self._chosen(self.stay)]
        here, new = kind is Kind.WALK_IN, not self.fields["number"].isReadOnly()
        for name in ("day", "start"):
            self.named[name].setVisible(not here)
        for name in ("request", "weeks"):
            self.named[name].setVisible(new and not here)
        self.fields["length"].setVisible(stay is not Stay.LOAD)
        self.fields["length"].setPlaceholderText(labels.LENGTH_HINTS[stay])

    def _lay_out(self) -> None:
        f, look = self.fields, self.look
        parts: dict[str, tuple[QWidget, ...]] = {name: (f[name],) for name in TEXTS}
        parts |= {name: (StepRow(look, f[name]),) for name in STEPPED}
        parts |= {name: (segments,) for name, segments in self.choices.items()}
        parts["stay"] = (self.stay, f["length"])
        parts["door"] = (f["door"], self.doors)
        del parts["length"]
        self.named = {name: Named(look, name, *widgets) for name, widgets in parts.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(L, S, L, S)
        column.setSpacing(S)
        for row in (
            {"kind": 0, "number": 1, "request": 0},
            {"day": 2, "start": 2, "stay": 1},
        ):
            column.addLayout(self._row(row))
        column.addLayout(self._advice_row())
        for row in (
            {"carrier": 3, "trailer": 2, "seal": 2, "phone": 2},
            {"pallets": 1, "cartons": 1, "loose": 1, "drop": 0},
            {"needs": 3, "note": 4, "weeks": 0},
        ):
            column.addLayout(self._row(row))
        column.addStretch(1)

    def _row(self, names: dict[str, int]) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(L)
        for name, stretch in names.items():
            row.addWidget(self.named[name], stretch)
        return row

    def _advice_row(self) -> QLayout:
        said = QVBoxLayout()
        said.setSpacing(S)
        said.addStretch(1)
        said.addWidget(self.length_words)
        said.addWidget(self.advice)
        said.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(L)
        row.addWidget(self.named["door"], 2)
        row.addLayout(said, 3)
        row.addWidget(self.take)
        return row
