"""How long a frame of the dock board takes while a block is dragged: 60 doors, 500 trucks.

Printed in ms beside the same number of plain rounded rectangles and texts on the same board.
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
from ui.theme import Look, apply_look
from ui.views.dock_view import DockView

FRAMES, SIZE = 120, (1720, 960)


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


def main() -> None:
    """Print the board's times and their ratio."""
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
    canvas.choose(scene.blocks[0])
    canvas.lift()
    frames = []
    for frame in range(FRAMES):
        start = perf_counter()
        canvas.move_of.to(QPointF(300 + 6 * frame, 200 + 3 * frame))
        canvas.viewport().repaint(canvas.viewport().rect())
        frames.append(perf_counter() - start)
    seen = sum(
        1
        for item in canvas.items(canvas.viewport().rect())
        if item in set(canvas.field.items_by_id.values())
    )
    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    plain = statistics.median(plain_frame(image, seen) for _ in range(FRAMES))
    median, worst = statistics.median(frames) * 1000, max(frames) * 1000
    print(f"a whole frame while dragging: {median:.1f} ms median, {worst:.1f} ms worst")
    print(f"{seen} plain blocks: {plain * 1000:.1f} ms; ratio {median / plain / 1000:.1f}")


if __name__ == "__main__":
    main()
