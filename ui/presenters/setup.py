"""Setup's presenter: test scans that change nothing, settings, import and backup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.errors import RefusedError
from app.services.agreeing import agree_policy, agreements
from app.services.finding import read_code
from app.services.importing import import_files
from app.services.setting import change_setting, settings_json, settings_of
from app.texts import screen, sentence
from app.texts.difference import freed_sentence
from ui.presenters.last_test import LastTest
from ui.presenters.policies import option_words
from ui.presenters.scale_scene import scale_scene
from ui.presenters.setup_scene import setup_scene, test_scan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from app.domain.device import Link
    from app.domain.errors import FloorError
    from app.domain.policies import Terms
    from app.domain.raw_read import RawRead
    from app.domain.reading import Reading
    from app.domain.scan import Scan
    from app.domain.weighing import ScaleSight
    from app.exchange.report import ImportReport
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread
    from ui.models.setup import ScaleScene, TestScan


PORT_SETTINGS = frozenset({"scanner_ports", "scanner_feedback"})


class SetupPresenter(QObject):
    """What a person who sets up a station asks for.

    ``layout_chosen`` names the keyboard on which typing scanners are read from now on,
    ``ports_changed`` carries the settings that say which ports are read, and how scanners are told.
    """

    scene = Signal(object)
    weighed = Signal(object)
    changed = Signal()
    said = Signal(str)
    trouble = Signal(str)
    layout_chosen = Signal(str)
    ports_changed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        floor: FloorThread,
        back_up: Callable[[Path], None],
        place: str,
        sheets: Mapping[str, Callable[[], str]],
    ) -> None:
        super().__init__()
        self._sheets = sheets
        self.desk, self.floor, self._back_up, self._place = desk, floor, back_up, place
        self._links: Mapping[str, Link] = {}
        self._settings: Mapping[str, str] = {}
        self._agreed: Mapping[str, Terms] = {}
        self._test: TestScan | None = None
        self._tested = LastTest()
        self._weighed: ScaleScene | None = None

    def refresh(self) -> None:
        """Read the settings again."""

        def work() -> tuple[Mapping[str, str], Mapping[str, Terms]]:
            return settings_json(settings_of(self.desk)), agreements(self.desk)

        self.floor.submit(work, self._read, self._failed)

    def show_links(self, links: Mapping[str, Link]) -> None:
        """Show the devices' links."""
        self._links = links
        self._show()

    def show_scale(self, sight: ScaleSight | None) -> None:
        """Show what the scale says now, where that is not what is shown."""
        if (shown := scale_scene(sight)) != self._weighed:
            self._weighed = shown
            self.weighed.emit(shown)

    def test(self, scan: Scan) -> None:
        """Show a code as it came; nothing is counted."""

        def show(reading: Reading) -> None:
            shown = test_scan(reading, scan.device, scan.raw)
            self._test = self._tested.scanned(scan, shown)
            self.said.emit(screen("test_read"))
            self._show()

        self.floor.submit(lambda: read_code(scan.text, self.desk), show, self._failed)

    def hear(self, read: RawRead) -> None:
        """Show what came in one go, with its time; nothing is counted."""
        self._test = self._tested.came(read)
        self._show()

    def change(self, name: str, value: str) -> None:
        """Change a setting; what scanners need of it counts at once."""

        def told(done: Mapping[str, Any]) -> None:
            if name == "keyboard_layout":
                self.layout_chosen.emit(done[name])
            if name in PORT_SETTINGS:
                self.floor.submit(
                    lambda: settings_of(self.desk), self.ports_changed.emit, self._failed
                )
            self._after(done)

        self.floor.submit(lambda: change_setting(name, value, self.desk), told, self._failed)

    def agree(self, customer: str, option: str) -> None:
        """Agree a policy with a customer, named as its option; ``default`` ends an agreement."""
        policy, _, most = option.partition(":")

        def told(done: Mapping[str, Any]) -> None:
            words = option_words(option) if policy != "default" else screen("agree_nothing")
            self.said.emit(screen("agreed", customer=customer, policy=words, orders=done["orders"]))
            self._after(done)

        self.floor.submit(
            lambda: agree_policy(customer, policy, int(most) if most else None, self.desk),
            told,
            self._failed,
        )

    def bring_in(self, paths: list[str]) -> None:
        """Import files of the program's own formats, all of them or none."""
        files = [Path(path) for path in paths]

        def work() -> ImportReport:
            contents = [(file.name, file.read_bytes()) for file in files]
            return import_files(contents, self.desk.store, self.desk.stamp())

        self.floor.submit(work, self._imported, self._failed)

    def back_up(self, path: str) -> None:
        """Copy the database while the program works."""
        self.floor.submit(
            lambda: self._back_up(Path(path)),
            lambda _: self.said.emit(screen("backed_up", path=path)),
            self._failed,
        )

    def print_sheet(self, kind: str) -> None:
        """Print a sheet on the station's printer; KeyError for a kind that there is not."""
        make = self._sheets[kind]

        def work() -> str:
            try:
                return make()
            except (OSError, LookupError) as error:  # no room for the file, or no font
                raise RefusedError("sheet_not_drawn", detail=str(error)) from error

        self.floor.submit(work, self.said.emit, self._failed)

    def _imported(self, report: ImportReport) -> None:
        if report.refused:
            bad = sum(len(file.rejected) for file in report.files)
            self.trouble.emit(screen("import_refused", bad=bad))
            return
        rows = sum(file.created + file.updated for file in report.files)
        self.said.emit(f"{screen('imported', rows=rows)} {freed_sentence(report.freed)}".rstrip())
        self._after(None)

    def _after(self, _done: object) -> None:
        self.changed.emit()
        self.refresh()

    def _read(self, read: tuple[Mapping[str, str], Mapping[str, Terms]]) -> None:
        self._settings, self._agreed = read
        self._show()

    def _show(self) -> None:
        known = (self._links, self._settings, self._test, self._place)
        self.scene.emit(setup_scene(*known, self._agreed))

    def _failed(self, error: FloorError) -> None:
        self.trouble.emit(sentence(error.code, **error.data))
