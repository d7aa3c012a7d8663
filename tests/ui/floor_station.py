"""A floor station's window with the three scan screens, as tests use it."""

from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from tests.ui import scenes
from ui.models.band import BandKind
from ui.models.pack import PackScene
from ui.models.pick import PickScene
from ui.models.receive import ReceiveScene
from ui.shell import Shell
from ui.views.pack_view import PackView
from ui.views.pick_view import PickView
from ui.views.receive_view import ReceiveView
from ui.views.scan_view import ScanView

SIZES = [(1024, 768), (1280, 800), (1920, 1080), (3840, 2160)]
SCENES: dict[str, ReceiveScene | PickScene | PackScene] = {
    **scenes.RECEIVE,
    **scenes.PICK,
    **scenes.PACK,
}
REFUSED = [name for name, scene in SCENES.items() if scene.band.kind is BandKind.REFUSED]
WORKING = [name for name, scene in SCENES.items() if scene.queue is None]


@dataclass
class Station:
    """A floor station's window and its three views."""

    shell: Shell
    receive: ReceiveView
    pick: PickView
    pack: PackView

    def show(self, name: str) -> ScanView:
        """Put a scene in front."""
        scene = SCENES[name]
        if isinstance(scene, ReceiveScene):
            self.receive.show_scene(scene)
        elif isinstance(scene, PickScene):
            self.pick.show_scene(scene)
        else:
            self.pack.show_scene(scene)
        view = name.split("-", maxsplit=1)[0]
        self.shell.bring(view)
        QApplication.processEvents()
        return {"receive": self.receive, "pick": self.pick, "pack": self.pack}[view]
