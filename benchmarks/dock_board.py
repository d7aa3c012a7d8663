"""How long a frame of the dock board takes while blocks are dragged: 60 doors, 500 trucks.

Each target is weighed by the rules against all bookings. Printed in ms beside the limit and
beside the same number of plain rounded rectangles and texts on the same board.
Run: python -m benchmarks.dock_board
"""

import os
import statistics
import sys
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.ui.desk_scenes import crowded
from ui.models.dock import Block
from ui.theme import Look, apply_look
from ui.views.dock_view import DockView

FRAMES, SIZE, LIMIT_MS, SEVERAL = 120, (1720, 960), 16, 20


def plain_frame(image: QImage, blocks: int) -> float:
    """Seconds to paint that many rectangles with three texts each."""
    start = perf_counter()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor("white"))
    for place in range(blocks):
        rect = QRectF(place % 8 * 200, place // 8 * 94, 185, 86)
        painter.drawRoundedRect(rect, 6, 6)
        for line in range(3):
            painter.drawText(rect.topLeft() + QPointF(13, 18 + 18 * line), "ASN-00000 · 100 units")
    painter.end()
    return perf_counter() - start


def dragged(view: DockView, lead: Block, ids: frozenset[int]) -> list[float]:
    """Seconds of each frame while blocks are dragged together over doors and hours."""
    canvas = view.board.canvas
    canvas.choose(lead)
    canvas.pick(ids, lead)
    canvas.lift()
    frames = []
    for frame in range(FRAMES):
        start = perf_counter()
        canvas.move_of.to(QPointF(300 + 6 * frame, 200 + 3 * frame))
        canvas.viewport().repaint(canvas.viewport().rect())
        frames.append(perf_counter() - start)
    canvas.let_go()
    return frames


def told(what: str, frames: list[float]) -> str:
    """Milliseconds in words, with what they are of the limit."""
    median, worst = statistics.median(frames) * 1000, max(frames) * 1000
    return (
        f"{what}: {median:.1f} ms median, {worst:.1f} ms worst; "
        f"{median / LIMIT_MS:.2f} of the limit of {LIMIT_MS} ms"
    )


def main() -> None:
    """Print the board's times and their ratios."""
    app = QApplication(sys.argv)
    look = Look()
    apply_look(app, look)
    view = DockView(look)
    view.resize(*SIZE)
    scene = crowded()
    start = perf_counter()
    view.show_scene(scene)
    view.show()
    app.processEvents()
    print(f"built and shown, 60 doors, 500 trucks: {(perf_counter() - start) * 1000:.0f} ms")
    canvas = view.board.canvas
    lead = scene.blocks[0]
    one = dragged(view, lead, frozenset())
    print(told("a whole frame while dragging one truck", one))
    several = frozenset(block.id for block in scene.blocks[:SEVERAL])
    print(told(f"the same with {SEVERAL} trucks together", dragged(view, lead, several)))
    seen = sum(
        1
        for item in canvas.items(canvas.viewport().rect())
        if item in set(canvas.field.items_by_id.values())
    )
    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    plain = statistics.median(plain_frame(image, seen) for _ in range(FRAMES))
    ratio = statistics.median(one) / plain
    print(f"{seen} plain blocks: {plain * 1000:.1f} ms; ratio {ratio:.1f}")


if __name__ == "__main__":
    main()
