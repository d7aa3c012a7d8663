"""Which receipt a code opens: an ASN's own number, its purchase order, or a carton on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.errors import NotFoundError, RefusedError
from app.services.meaning import meaning_of
from app.texts.wording import few

if TYPE_CHECKING:
    from app.domain.inbound import Asn
    from app.work import Work

OVER = frozenset({"closed", "cancelled"})


def find_asn(work: Work, number: str) -> Asn:
    """Return the ASN; NotFoundError where nobody announced it."""
    asn = work.inbound.find(number)
    if asn is None:
        raise NotFoundError("unknown_asn", number=number)
    return asn


def find_receipt(work: Work, code: str) -> Asn:
    """Return the ASN of that number, else the one that brings a purchase order or a carton.

    Of several the one that is still open.  NotFoundError where nobody announced the code,
    RefusedError where it comes on several trucks.
    """
    found = receipt_of(work, code)
    return find_asn(work, code) if found is None else found


def receipt_of(work: Work, code: str) -> Asn | None:
    """Return the receipt that a code opens, None for no such code; errors as `find_receipt`."""
    asn = work.inbound.find(code)
    if asn is not None:
        return asn
    numbers = work.osd.bringing(code)
    if not numbers:
        sscc = meaning_of(code, work).sscc
        numbers = work.osd.carrying(sscc or code)
    return _only(work, code, numbers) if numbers else None


def _only(work: Work, code: str, numbers: tuple[str, ...]) -> Asn:
    known = [find_asn(work, number) for number in numbers]
    still = [asn for asn in known if asn.status not in OVER] or known
    if len(still) > 1:
        raise RefusedError("comes_on_several", value=code, asns=few([asn.number for asn in still]))
    return still[0]
