"""What an import came to, file by file, and its JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.exchange.reasons import reason

if TYPE_CHECKING:
    from app.exchange.findings import Finding


@dataclass(slots=True)
class FileReport:
    """One file: how many rows it has and what became of them.

    ``rejected`` names every bad row; ``left_out`` counts the rows that were left out with
    ``--skip-bad`` and ``rejected_text`` holds them as CSV, "" where there are none.  ``freed`` are
    the pins that what it says has left behind.
    """

    name: str
    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    unknown_columns: tuple[str, ...] = ()
    left_out: int = 0
    rejected_text: str = ""
    freed: list[dict[str, Any]] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Tell whether the file changes anything."""
        return self.created + self.updated > 0

    def counts(self) -> dict[str, int]:
        """Return what became of the rows."""
        return {
            "rows": self.rows,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
        }


@dataclass(slots=True)
class ImportReport:
    """A whole import; ``refused``: bad rows (or a file that is no table) kept all of it out.

    ``other_files`` are files of other names, not read; ``made`` the locations that the site lacked.
    """

    files: list[FileReport] = field(default_factory=list)
    other_files: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    refused: bool = False
    dry_run: bool = False

    @property
    def freed(self) -> list[dict[str, Any]]:
        """Return the pins that the import freed, file by file."""
        return [pin for file in self.files for pin in file.freed]


def import_json(report: ImportReport) -> dict[str, Any]:
    """Return the answer of ``import --json``."""
    return {
        "files": [_file_json(found) for found in report.files],
        "left_out": list(report.other_files),
        "made_locations": list(report.made),
        "refused": report.refused,
        "dry_run": report.dry_run,
        "freed": report.freed,
    }


def _file_json(found: FileReport) -> dict[str, Any]:
    return {
        "name": found.name,
        **found.counts(),
        "rejected": [_finding_json(finding) for finding in found.rejected],
        "warnings": [_finding_json(finding) for finding in found.warnings],
        "unknown_columns": list(found.unknown_columns),
        "left_out_rows": found.left_out,
    }


def _finding_json(finding: Finding) -> dict[str, Any]:
    return {"line": finding.line, "column": finding.column, "reason": reason(finding)}
