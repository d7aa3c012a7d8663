"""What picking a cluster of orders into totes says beyond a single pick."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SENTENCES: Mapping[str, str] = {
    # opening
    "cluster_of": "A cluster has {least} to {most} orders. {count} were named.",
    "named_twice": "Order {number} is named twice.",
    "nothing_goes": "Nothing of order {number} can be picked now.",
    "in_cluster": "{station} picks order {number} in cluster {cluster}. Leave it to them.",
    "unknown_cluster": "There is no cluster {number}.",
    "cluster_alone": "{number} is a cluster: name it alone.",
    # totes
    "tote_given": "Tote {tote} is for order {order}, place {letter}.",
    "totes_first": "Scan a tote for order {order} first, place {letter}.",
    "tote_busy": "Tote {tote} holds order {order}. Take another.",
    "no_tote": "{code} is no tote's code. Scan a tote for order {order}.",
    "tote_first": "Put what you hold into a tote first: {totes}.",
    "for_totes": "In hand: {units} {name}. Into {totes}.",
    "into_tote": "Right tote: {units} {name} into {letter}, {tote}.",
    "into_tote_left": "Right tote: {units} {name} into {letter}, {tote}. {left} more in hand.",
    "wrong_tote": "{tote} gets none of these. Into {totes}.",
    "tote_goes_on": "Tote {tote}, order {order}: {left:units} still to come.",
    "tote_full": "Tote {tote}, order {order}: all is in it. It can go to Pack.",
    "full_pending": "A tote is full. Scan it, then the next one.",
    "tote_filled": "Tote {tote} is full. Scan the next one for order {order}, place {letter}.",
    "tote_is_full": "Tote {tote} of order {order} is full. Scan the one after it.",
    "tote_gets_no_more": "Nothing more of order {order} comes: tote {tote} can go to Pack.",
    "no_full_tote": "{code} is no tote of this cluster that takes any more.",
    "tote_stopped": "Order {number} is out of this cluster. Take tote {tote} to put-back.",
    "tote_elsewhere": "Somebody else picks order {number} now. Nothing goes into {tote} here.",
    "not_in_cluster": "{name} is on no order of cluster {number}. Put it back.",
    "cluster_over": "No order of cluster {number} is picked here any more.",
}


def totes_told(shares: Iterable[tuple[str, str, int]]) -> str:
    """Say into which totes units go: (letter, tote, units) as ``A T-1 ×2, B T-2 ×1``."""
    return ", ".join(f"{letter} {tote} ×{units}" for letter, tote, units in shares)
