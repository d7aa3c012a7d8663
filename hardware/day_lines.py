"""The lines of a printed day: a truck with its bars, a place in the unload order, the heads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reportlab.lib.units import mm

from app.texts import day_sheet as words
from hardware import slip_sheet as look
from hardware import slip_words
from hardware.code128 import GOOD_X, LEAST_X, QUIET, SMALL_X, draw_bars, modules
from hardware.slip_sheet import MARGIN, right

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

    from app.domain.day_sheet import SheetTruck, SheetUnload
    from hardware.slip_sheet import Setting
    from hardware.text_block import Style, TextBlock

BAR_HIGH: Final = 9 * mm
TRUCK_WIDTHS: Final = (72.0, 0.0, 190.0, 40.0, 76.0, 34.0)  # points; 0: what is left
UNLOAD_WIDTHS: Final = (26.0, 0.0, 120.0, 110.0, 42.0, 48.0, 42.0)
PAD, BETWEEN = 3.0, 6.0


@dataclass(frozen=True, slots=True)
class Cell:
    """Blocks of text from ``left`` (points from the margin), so wide, one below the other."""

    left: float
    width: float
    blocks: tuple[TextBlock, ...]

    @property
    def height(self) -> float:
        """Return the points that the blocks take."""
        return sum(block.wrap(self.width, 0)[1] for block in self.blocks)

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw the blocks from the top."""
        for block in self.blocks:
            _, height = block.wrapOn(canvas, self.width, 10_000)
            top -= height
            block.drawOn(canvas, MARGIN + self.left, top)


@dataclass(frozen=True, slots=True)
class BarsAt:
    """Bars whose first stands ``left`` points from the margin, ``down`` below a line's top."""

    pattern: str
    x: float
    left: float
    down: float


@dataclass(frozen=True, slots=True)
class Line:
    """Cells side by side with a hairline below; ``height`` in points."""

    cells: tuple[Cell, ...]
    width: float
    height: float
    bars: BarsAt | None = None

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw the line below ``top`` (points over the paper's foot)."""
        for cell in self.cells:
            cell.draw(canvas, top - PAD)
        if self.bars is not None:
            bars = self.bars
            foot = top - bars.down - BAR_HIGH
            draw_bars(canvas, bars.pattern, bars.x, MARGIN + bars.left, foot, BAR_HIGH)
        canvas.setLineWidth(look.HAIR)
        bottom = top - self.height
        canvas.line(MARGIN, bottom, MARGIN + self.width, bottom)


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of columns between two rules."""

    cells: tuple[Cell, ...]
    width: float

    def draw(self, canvas: Canvas, top: float) -> float:
        """Draw them below ``top``; return the points they take."""
        height = max(cell.height for cell in self.cells) + 2 * PAD
        for cell in self.cells:
            cell.draw(canvas, top - PAD)
        canvas.setLineWidth(look.RULE)
        for y in (top, top - height):
            canvas.line(MARGIN, y, MARGIN + self.width, y)
        return height


def heads(
    setting: Setting, names: Sequence[str], widths: Sequence[float], *, first_right: int
) -> Heads:
    """Return heads; from the column ``first_right`` on they stand at the right."""
    places = places_of(setting, widths)
    cells = [
        Cell(left, wide, (setting.text(name, right(look.HEAD) if n >= first_right else look.HEAD),))
        for n, (name, (left, wide)) in enumerate(zip(names, places, strict=True))
    ]
    return Heads(tuple(cells), setting.width)


def truck_line(setting: Setting, truck: SheetTruck) -> Line:
    """Return a truck's line; bars too long for their column stand below it over the whole width."""
    places = places_of(setting, TRUCK_WIDTHS)
    way = "orders" if truck.orders else "went_across"
    served = words.say(way, units=truck.cross_dock, orders=truck.orders)
    columns: list[list[tuple[str, Style]]] = [
        [(truck.window, look.CODE), (truck.state, look.LABEL), (truck.problem, look.CODE)],
        [(truck.carrier, look.CELL), (truck.trailer, look.LABEL)],
        [(truck.number, look.CODE)],
        [("" if truck.units is None else str(truck.units), right(look.CELL))],
        [(served if truck.cross_dock else "", right(look.CELL))],
        [(str(truck.late) if truck.late else "", right(look.CODE))],
    ]
    cells = tuple(
        Cell(left, wide, tuple(setting.text(text, style, 2, 6) for text, style in texts if text))
        for texts, (left, wide) in zip(columns, places, strict=True)
    )
    return _with_bars(setting, truck, cells)


def unload_line(setting: Setting, row: SheetUnload) -> Line:
    """Return a place in the unload order."""
    places = places_of(setting, UNLOAD_WIDTHS)
    number = right(look.CELL)
    texts = [
        (str(row.rank), look.CODE),
        (row.carrier, look.CELL),
        (row.number, look.CODE),
        (row.place, look.CELL),
        (str(row.late), number),
        (str(row.due), number),
        (str(row.units), number),
    ]
    cells = tuple(
        Cell(left, wide, (setting.text(text, style, 2, 6),) if text else ())
        for (text, style), (left, wide) in zip(texts, places, strict=True)
    )
    return line_of(setting, cells)


def _with_bars(setting: Setting, truck: SheetTruck, cells: tuple[Cell, ...]) -> Line:
    height, width = _height(cells), setting.width
    pattern = modules(truck.number) if truck.opens_receive else ""
    if not pattern:
        if truck.opens_receive:
            setting.warnings.append(slip_words.no_bars(words.TRUCK, truck.number, too_long=False))
        return Line(cells, width, height)
    cell = cells[2]
    inside, across = (room / (len(pattern) + 2 * QUIET) for room in (cell.width, width))
    if inside >= SMALL_X:
        x, down = min(GOOD_X, inside), PAD + cell.height + 2
        bars = BarsAt(pattern, x, cell.left + QUIET * x, down)
        return Line(cells, width, max(height, down + BAR_HIGH + BETWEEN), bars)
    if across < LEAST_X:
        setting.warnings.append(slip_words.no_bars(words.TRUCK, truck.number, too_long=True))
        return Line(cells, width, height)
    if across < SMALL_X:
        setting.warnings.append(slip_words.narrow_bars(words.TRUCK, truck.number))
    x = min(GOOD_X, across)
    bars = BarsAt(pattern, x, QUIET * x, height)
    return Line(cells, width, height + BAR_HIGH + BETWEEN, bars)


def line_of(setting: Setting, cells: tuple[Cell, ...]) -> Line:
    """Return a line without bars, as high as its highest cell."""
    return Line(cells, setting.width, _height(cells))


def _height(cells: Sequence[Cell]) -> float:
    return max(cell.height for cell in cells) + 2 * PAD


def places_of(setting: Setting, widths: Sequence[float]) -> list[tuple[float, float]]:
    """Return left edge and width of each column, with a little room between them."""
    rest = setting.width - sum(widths)
    left, places = 0.0, []
    for width in widths:
        wide = width or rest
        places.append((left, wide - BETWEEN))
        left += wide
    last, wide = places[-1]
    return [*places[:-1], (last, wide + BETWEEN)]
