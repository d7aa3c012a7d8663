"""One file's turn in an import: the open work, its report, and its fact once it needs one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.services.freeing import free_left_behind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.pins import Pinned
    from app.exchange.csv_files import Table
    from app.exchange.findings import Finding
    from app.exchange.report import FileReport
    from app.import_store import ImportStore
    from app.work import Work


@dataclass(slots=True)
class Turn:
    """What the writing of one file needs; ``late`` collects what only the database could tell."""

    work: Work
    table: Table
    report: FileReport
    late: list[Finding] = field(default_factory=list)
    left_out: list[Finding] = field(default_factory=list)
    _fact: int | None = None

    def free(self, pins: Iterable[Pinned]) -> None:
        """Release the pins that what was written has left behind, and report them."""
        self.report.freed.extend(free_left_behind(self.work, self.fact, pins))

    @property
    def store(self) -> ImportStore:
        """Return what importing reads and writes."""
        return self.work.imports

    @property
    def present(self) -> frozenset[str]:
        """Return the columns that the file has."""
        return self.table.present

    @property
    def fact(self) -> int:
        """Return the file's fact; it is made when the first change hangs on it."""
        if self._fact is None:
            self._fact = self.work.fact("import", self.report.name)
        return self._fact

    def close(self) -> None:
        """Complete the fact by what became of the rows."""
        if self._fact is not None:
            self.store.describe(self._fact, self.report.counts())
