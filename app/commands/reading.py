"""``read``: what scanned codes mean, for people who set up scanners."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from app.commands.output import put, put_json
from app.commands.read_json import reading_json
from app.commands.scan_lines import scan_lines
from app.commands.session import Session, pass_session
from app.domain.barcode import GS
from app.services.meaning import meaning_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.reading import Reading


@click.command("read", context_settings={"ignore_unknown_options": True})
@click.argument("codes", nargs=-1, metavar="[CODE…]")
@pass_session
def read_(session: Session, codes: tuple[str, ...]) -> None:
    r"""Say what each CODE means, from standard input without one; \x1d stands for GS."""
    said: Iterable[str] = codes or scan_lines(sys.stdin.buffer)
    for text in said:
        reading = _understand(session, text.replace(r"\x1d", GS))
        if session.json:
            put_json(reading_json(reading))
        else:
            put(_line(reading))


def _understand(session: Session, text: str) -> Reading:
    with session.desk.store.read(session.desk.stamp()) as work:
        return meaning_of(text, work)


def _line(reading: Reading) -> str:
    """Say a reading in one line: the code, its kind, and what is known of it."""
    told = reading_json(reading)
    parts = [f"{name} {value}" for name, value in told.items() if name not in ("scan", "kind", "ai")
             and value is not None]  # fmt: skip
    return f"{reading.scan!r}: {told['kind']}{''.join(f', {part}' for part in parts)}"
