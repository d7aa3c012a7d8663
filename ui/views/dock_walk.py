"""From truck to truck by the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.models.dock import YARD

if TYPE_CHECKING:
    from ui.models.dock import Block, DockScene
    from ui.views.dock_grid import Grid


def next_block(
    scene: DockScene, grid: Grid, chosen: Block | None, across: int, down: int
) -> Block | None:
    """The block an arrow leads to: in time on the same door, or on the next door that has any.

    Without one chosen it is the one nearest to now. None where there is none that way.
    """
    lanes = _lanes(scene, grid)
    filled = [lane for lane in lanes if lane]
    if not filled:
        return None
    if chosen is None:
        at = (scene.now or scene.begins).timestamp()
        everyone = [block for lane in filled for block in lane]
        return min(everyone, key=lambda block: abs(_middle(block) - at))
    own = next((lane for lane in filled if chosen in lane), None)
    if own is None:
        return filled[0][0]
    if across:
        place = own.index(chosen) + across
        return own[place] if 0 <= place < len(own) else None
    place = filled.index(own) + down
    if not 0 <= place < len(filled):
        return None
    return min(filled[place], key=lambda block: abs(_middle(block) - _middle(chosen)))


def _lanes(scene: DockScene, grid: Grid) -> list[list[Block]]:
    names = [YARD, *(door.name for door in grid.doors)]
    lanes: dict[str, list[Block]] = {name: [] for name in names}
    in_time = sorted(scene.blocks, key=lambda block: block.start if block.door else scene.begins)
    for block in in_time:
        if block.door in lanes and grid.shows(block):
            lanes[block.door].append(block)
    return list(lanes.values())


def _middle(block: Block) -> float:
    return (block.start.timestamp() + block.end.timestamp()) / 2
