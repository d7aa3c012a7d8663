"""Choosing the orders of a cluster at Pick's queue: by touch, by scan, by command barcode."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.barcode import clean
from app.domain.command_scan import CommandKind, read_command
from app.domain.feedback import Heard
from app.services.clusters import joinable, open_cluster
from ui.presenters.cluster_scene import choosing_scene

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.errors import FloorError
    from app.domain.scan import Scan
    from ui.models.pick import PickScene
    from ui.presenters.floor import FloorPresenter


class Choosing:
    """The orders chosen so far, in the order of the cart; ``chosen`` is None while nobody chooses.

    ``begun`` is told the cluster as opened.
    """

    def __init__(
        self,
        presenter: FloorPresenter,
        begun: Callable[[Mapping[str, Any]], None],
        failed: Callable[[FloorError], None],
    ) -> None:
        self.chosen: tuple[str, ...] | None = None
        self._presenter, self._begun, self._failed = presenter, begun, failed

    def begin(self, scan: Scan) -> bool:
        """Begin to choose, start with what is chosen, or choose none after all; False for no such.

        It is CMD-CLUSTER that begins and starts, and CMD-CANCEL that ends it.
        """
        command = read_command(clean(scan.text))
        kind = None if command is None else command.kind
        if kind is CommandKind.CLUSTER and self.chosen:
            self._start(self.chosen, scan)
        elif kind is CommandKind.CLUSTER or (
            kind is CommandKind.CANCEL and self.chosen is not None
        ):
            self._show(() if kind is CommandKind.CLUSTER else None)
            self._do(lambda: self._presenter.hear(scan, Heard.ACCEPTED), lambda _none: None)
        else:
            return False
        return True

    def turn(self, number: str) -> None:
        """Choose the order of a row, or not after all where it is chosen."""
        if self.chosen and number in self.chosen:
            self._show(tuple(one for one in self.chosen if one != number))
        else:
            self.choose(number)

    def choose(self, number: str, scan: Scan | None = None) -> None:
        """Choose an order; one that cannot join says why."""

        def work() -> str:
            found = joinable(number, self._presenter.desk)
            if scan is not None:
                self._presenter.hear(scan, Heard.ACCEPTED)
            return found

        def joined(found: str) -> None:
            if self.chosen is not None and found not in self.chosen:
                self._show((*self.chosen, found))

        self._do(work, joined)

    def shown(self, scene: PickScene, orders: Sequence[str]) -> PickScene:
        """Return the queue as it is shown now; ``orders`` are the rows that can be chosen."""
        return scene if self.chosen is None else choosing_scene(scene, self.chosen, orders)

    def _start(self, chosen: tuple[str, ...], scan: Scan) -> None:
        def work() -> Mapping[str, Any]:
            opened = open_cluster(chosen, self._presenter.desk)
            self._presenter.hear(scan, Heard.ACCEPTED)
            return opened

        self._do(work, self._begun)

    def _show(self, chosen: tuple[str, ...] | None) -> None:
        self.chosen = chosen
        self._presenter.refresh()

    def _do(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._presenter.floor.submit(work, done, self._failed)
