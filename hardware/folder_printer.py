"""A folder that stands for a printer: every paper becomes one PDF file in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.printing import Handing, Handover
from hardware.spool import document_name, write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.printing import Paper


class FolderPrinter:
    """Writes papers into one folder, made with mode 0700 at the first paper.

    A file that is safe on disk is printed, so the answer is DONE and names the file as its job.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder; it need not be there yet."""
        self._folder = folder

    @property
    def name(self) -> str:
        """The folder's path."""
        return str(self._folder)

    def hand_over(self, paper: Paper) -> Handover:
        """Copy the file under a name made from number and copy alone; TURNED_AWAY where it cannot.

        The same paper handed over again replaces its own file.
        """
        target = self._folder / document_name(
            paper.number, paper.copy, paper.kind, paper.file.suffix
        )
        try:
            data = paper.file.read_bytes()
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(target, data)
        except OSError as error:
            return Handover(Handing.TURNED_AWAY, said=str(error))
        return Handover(Handing.DONE, job=target.name)

    def became(self, job: str) -> Handover:
        """Tell whether the file is there."""
        there = (self._folder / job).is_file()
        return Handover(Handing.DONE if there else Handing.NO_ANSWER, job)
