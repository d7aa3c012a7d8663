"""Whose a job is: claimed when it is opened, taken over by whoever opens it next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.instants import print_instant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.pick_store import Claim
    from app.services.desk import Desk
    from app.work import Work

MINUTE_S = 60


def take_over(work: Work, job: str, number: str) -> dict[str, Any]:
    """Claim a job for this station; return ``taken_over`` (from whom) where another was at it."""
    before = work.scans.claimed(job, number)
    work.scans.claim(work.fact(f"{job}_open", number), job, number)
    if before is None or before.station == work.stamp.station:
        return {}
    return {"taken_over": claim_json(before, work)}


def claim_json(claim: Claim, work: Work) -> dict[str, Any]:
    """Return who had a job: station, actor, since when, and how long ago the last scan was."""
    ago = int((work.stamp.at - claim.last).total_seconds()) // MINUTE_S
    return {
        "station": claim.station,
        "actor": claim.actor,
        "since": print_instant(claim.since),
        "minutes_ago": max(0, ago),
    }


def held_by(job: str, number: str, desk: Desk) -> Mapping[str, Any] | None:
    """Return which other station is at a job now, None where none is."""
    with desk.store.read(desk.stamp()) as work:
        claim = work.scans.claimed(job, number)
        if claim is None or claim.station == work.stamp.station:
            return None
        since = claim.since.astimezone(work.settings.zone)
        return {**claim_json(claim, work), "number": number, "at": f"{since:%H:%M}"}
