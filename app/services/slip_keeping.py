"""A packing slip as it is kept with its shipment: all that it said, and its picture by hash."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from app.domain.documents import LineToCome, PackingSlip, SlipLine, SlipWords, WhichCarton

if TYPE_CHECKING:
    from app.work import Work


def slip_json(slip: PackingSlip) -> str:
    """Write a slip as it is kept; its picture is kept apart, under its hash."""
    said = asdict(slip)
    del said["picture"]
    return json.dumps(said, default=_plain, ensure_ascii=False)


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"cannot keep {type(value).__name__}")


def kept_slip(work: Work, content: str) -> PackingSlip:
    """Read a kept slip with its picture."""
    slip = slip_from_json(content)
    picture = work.documents.picture(slip.logo) if slip.logo else None
    return replace(slip, picture=picture or b"")


def slip_from_json(content: str) -> PackingSlip:
    """Read a kept slip but for its picture."""
    said: dict[str, Any] = {name: _fixed(value) for name, value in json.loads(content).items()}
    for name in ("ordered_on", "packed_on"):
        said[name] = date.fromisoformat(said[name])
    said["earlier"] = tuple(map(date.fromisoformat, said["earlier"]))
    said["lines"] = tuple(SlipLine(**line) for line in said["lines"])
    said["to_come"] = tuple(map(_to_come, said["to_come"]))
    if words := said.get("words"):
        said["words"] = SlipWords(**words)
    if carton := said.get("carton"):
        said["carton"] = WhichCarton(**carton)
    return PackingSlip(**said)


def _to_come(line: dict[str, Any]) -> LineToCome:
    days = {name: _day(line[name]) for name in ("expected_from", "expected_to")}
    return LineToCome(**(line | days))


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _fixed(value: Any) -> Any:
    """Return lists, at any depth, as tuples."""
    if isinstance(value, list):
        return tuple(map(_fixed, value))
    if isinstance(value, dict):
        return {name: _fixed(each) for name, each in value.items()}
    return value
