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


def counts_blind(work: Work, asn: Asn) -> bool:
    """Tell whether a receipt is counted without being told what was announced, until it closes."""
    return work.settings.blind_receiving and asn.status not in OVER


def find_receipt(work: Work, code: str, *, closed: bool = False) -> Asn:
    """Return the ASN of that number, else the one that brings a purchase order or a carton.

    Of several the one that is still open, or with ``closed`` the one that is closed.
    NotFoundError where nobody announced the code, RefusedError where it comes on several trucks.
    """
    found = receipt_of(work, code, closed=closed)
    return find_asn(work, code) if found is None else found


def receipt_of(work: Work, code: str, *, closed: bool = False) -> Asn | None:
    """Return the receipt that a code opens, None for no such code; errors as `find_receipt`."""
    asn = work.inbound.find(code)
    if asn is not None:
        return asn
    numbers = work.osd.bringing(code)
    if not numbers:
        sscc = meaning_of(code, work).sscc
        numbers = work.osd.carrying(sscc or code)
    if not numbers:
        return None
    known = [find_asn(work, number) for number in numbers]
    if closed:
        return _only(code, known, [asn for asn in known if asn.status == "closed"])
    return _only(code, known, [asn for asn in known if asn.status not in OVER])


def _only(code: str, known: list[Asn], likely: list[Asn]) -> Asn:
    meant = likely or known
    if len(meant) > 1:
        raise RefusedError("comes_on_several", value=code, asns=few([asn.number for asn in meant]))
    return meant[0]
