"""Scans, their sittings and whose job one is, as services see them in a unit of work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.jobs import Memory, ScanRecord
    from app.pick_store import Claim


class Scans(Protocol):
    """Scans, sittings and claims."""

    def answered(self, scan_id: str) -> Mapping[str, Any] | None:
        """Return the answer of a scan that is already stored, so that a retry adds nothing."""

    def sitting(self, job: str, number: str) -> int | None:
        """Return the station's sitting at the job that has not ended."""

    def sit(self, fact: int, job: str, number: str) -> int:
        """Begin a sitting."""

    def end(self, fact: int, sitting: int) -> None:
        """End a sitting."""

    def memory(self, sitting: int) -> Memory:
        """Return the memory that the sitting's last scan left."""

    def add(self, record: ScanRecord) -> None:
        """Store a scan with its answer; a known scan id is refused by the database."""

    def newest_change(
        self, job: str, number: str, sitting: int | None = None
    ) -> tuple[str, int] | None:
        """Return id and fact of the newest accepted changing scan (of a sitting), not undone."""

    def claim(self, fact: int, job: str, number: str) -> str | None:
        """Claim a job for the work's station; return the station that had it before."""

    def holder(self, job: str, number: str) -> str | None:
        """Return the station that has a job, None where nobody ever had."""

    def claimed(self, job: str, number: str) -> Claim | None:
        """Return who is at a job now: None where nobody is, or has ended that sitting."""
