"""How settings are written: each kind of word, and what it is no word of.  Pure."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.errors import BadValueError
from app.domain.feedback import Feedback
from app.domain.layouts import Layout
from app.domain.put_away import PutAwayRule
from app.domain.receiving import LaneRule
from app.domain.store_numbers import REGIONS
from app.domain.weighing import BAUD_RATES, MILLIGRAMS, ScaleProtocol

SPAN = re.compile(r"([0-9]{1,5})([dhm])")
MINUTES = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})?")
SHARE = re.compile(r"[0-9]{1,3}")
COUNT = re.compile(r"[0-9]{1,5}")
UNIT = {"d": timedelta(days=1), "h": timedelta(hours=1), "m": timedelta(minutes=1)}
FEEDBACKS = (*Feedback, "auto")
DEFAULT_POLICIES = ("ship_as_available", "all_or_nothing")


def parse_span(text: str) -> timedelta:
    """Read ``Nd``, ``Nh`` or ``Nm`` (days of 24 hours, hours, minutes); else BadValueError."""
    if not (match := SPAN.fullmatch(text.strip().lower())):
        raise BadValueError("bad_span", value=text)
    return int(match[1]) * UNIT[match[2]]


def parse_stay(text: str) -> timedelta:
    """Read a span of at most one day; else BadValueError."""
    if (span := parse_span(text)) > UNIT["d"]:
        raise BadValueError("bad_stay", value=text)
    return span


def print_span(span: timedelta) -> str:
    """Write a span as ``parse_span`` reads it, in the largest unit that is exact."""
    if not span:
        return "0m"
    for letter, unit in UNIT.items():
        if span % unit == timedelta():
            return f"{span // unit}{letter}"
    return f"{span // UNIT['m']}m"


def parse_switch(text: str) -> bool:
    """Read on/off, yes/no, true/false or 1/0, in any case; else BadValueError."""
    word = text.strip().lower()
    if word in {"on", "yes", "true", "1"}:
        return True
    if word in {"off", "no", "false", "0"}:
        return False
    raise BadValueError("bad_switch", value=text)


def parse_share(text: str) -> int:
    """Read whole percent from 0 to 100, with or without the sign; else BadValueError."""
    digits = text.strip().removesuffix("%").rstrip()
    if not SHARE.fullmatch(digits) or int(digits) > 100:
        raise BadValueError("bad_share", value=text)
    return int(digits)


def parse_minutes(text: str) -> Decimal:
    """Read minutes from 0 to 999.999, with a point before their parts; else BadValueError."""
    if not MINUTES.fullmatch(text.strip()):
        raise BadValueError("bad_minutes", value=text)
    return Decimal(text.strip())


def parse_count(text: str) -> int:
    """Read a whole number from 0 to 99999; else BadValueError."""
    if not COUNT.fullmatch(text.strip()):
        raise BadValueError("bad_count", value=text)
    return int(text)


def parse_zone(text: str) -> str:
    """Read the name of an IANA time zone; else BadValueError."""
    try:
        return ZoneInfo(text.strip()).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadValueError("bad_time_zone", value=text) from error


def parse_policy(text: str) -> str:
    """Read the policy that orders have by default; else BadValueError."""
    if (word := text.strip().lower()) not in DEFAULT_POLICIES:
        raise BadValueError("bad_default_policy", value=text)
    return word


def parse_lane_rule(text: str) -> str:
    """Read a rule for lanes; else BadValueError."""
    if (word := text.strip().lower()) not in set(LaneRule):
        raise BadValueError("bad_lane_rule", value=text)
    return word


def parse_put_away_rule(text: str) -> str:
    """Read a rule for shelves; else BadValueError."""
    if (word := text.strip().lower()) not in set(PutAwayRule):
        raise BadValueError("bad_put_away_rule", value=text)
    return word


def parse_region(text: str) -> str:
    """Read a country whose shops number what they weigh, "" for none; else BadValueError."""
    if (word := text.strip().lower()) and word not in REGIONS:
        raise BadValueError("bad_region", value=text, regions=", ".join(REGIONS))
    return word


def parse_scale_protocol(text: str) -> str:
    """Read what a scale speaks; else BadValueError."""
    if (word := text.strip().lower()) not in set(ScaleProtocol):
        raise BadValueError("bad_scale_protocol", value=text, known=", ".join(ScaleProtocol))
    return word


def parse_scale_unit(text: str) -> str:
    """Read the unit in which a scale says a bare number; else BadValueError."""
    if (word := text.strip().lower()) not in MILLIGRAMS:
        raise BadValueError("bad_scale_unit", value=text)
    return word


def parse_baud_rate(text: str) -> int:
    """Read one of the usual speeds of a serial line (baud); else BadValueError."""
    if (word := text.strip()) not in map(str, BAUD_RATES):
        raise BadValueError("bad_baud_rate", value=text, known=", ".join(map(str, BAUD_RATES)))
    return int(word)


def parse_page(text: str) -> str:
    """Read a page size, A4 or Letter; else BadValueError."""
    sizes = {"a4": "A4", "letter": "Letter"}
    if (word := text.strip().lower()) not in sizes:
        raise BadValueError("bad_page_size", value=text)
    return sizes[word]


def parse_feedback(text: str) -> str:
    """Read how scanners are told of their codes; else BadValueError."""
    if (word := text.strip().lower()) not in FEEDBACKS:
        raise BadValueError("bad_scanner_feedback", value=text)
    return word


def parse_layout(text: str) -> str:
    """Read a keyboard layout; else BadValueError."""
    if (word := text.strip().lower()) not in set(Layout):
        raise BadValueError("bad_keyboard_layout", value=text)
    return word


def parse_parts(text: str) -> tuple[str, ...]:
    """Take what ``;`` parts, without empty parts and the same one twice."""
    parts = dict.fromkeys(part.strip() for part in text.split(";"))
    return tuple(part for part in parts if part)


def parse_paths(text: str) -> str:
    """Read paths that ``;`` parts, each once."""
    return ";".join(parse_parts(text))
