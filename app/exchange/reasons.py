"""The sentence for a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.texts.importing import import_reason

if TYPE_CHECKING:
    from app.exchange.findings import Finding


def reason(finding: Finding) -> str:
    """Say what is wrong with a file or row."""
    return import_reason(finding.code, finding.column, finding.data)
