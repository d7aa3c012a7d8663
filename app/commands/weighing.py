"""``scale``: what a serial scale says, one JSON object a line, for people who set one up."""

from __future__ import annotations

import signal
from dataclasses import replace
from queue import SimpleQueue
from threading import Event
from typing import TYPE_CHECKING, Any, Final

import click

from app.commands.output import complain, put_json
from app.commands.session import Session, pass_session
from app.domain.barcode import clean
from app.domain.command_scan import Command, CommandKind, read_command
from app.domain.errors import RefusedError
from app.domain.instants import print_instant
from app.domain.weighing import BAUD_RATES, MILLIGRAMS, ScaleProtocol, to_grams
from app.services.setting import settings_of
from app.texts import screen, sentence

if TYPE_CHECKING:
    from app.domain.weighing import ScaleProfile, ScaleSight, Weighed


@click.command("scale")
@click.option("--port", help="The scale's serial port; else what the settings name.")
@click.option("--protocol", type=click.Choice([*map(str, ScaleProtocol)]), help="What it speaks.")
@click.option("--unit", type=click.Choice(list(MILLIGRAMS)), help="Unit of one that sends none.")
@click.option("--baud", type=click.Choice(list(map(str, BAUD_RATES))), help="Bits a second.")
@click.option("--stable", is_flag=True, help="Tell the first stable weight, and end.")
@click.option("--wait", type=click.FloatRange(0, 3600), metavar="SECONDS",
              help="With --stable: wait so long at most, else say why there is none.")  # fmt: skip
@pass_session
def scale_(
    session: Session,
    port: str | None,
    protocol: str | None,
    unit: str | None,
    baud: str | None,
    wait: float | None,
    *,
    stable: bool,
) -> int:
    """Print what the scale says, a JSON object for each change, until it is stopped (Ctrl+C)."""
    if wait is not None and not stable:
        raise click.UsageError("--wait goes with --stable.")
    profile = settings_of(session.desk).scale_profile
    profile = replace(
        profile,
        path=port or profile.path,
        protocol=ScaleProtocol(protocol or profile.protocol),
        unit=unit or profile.unit,
        baud_rate=int(baud or profile.baud_rate),
    )
    if not profile.path:
        raise RefusedError("no_scale")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if wait is None:
        _listen(session, profile, stable=stable)
    else:
        _weigh(session, profile, wait)
    return 0


def _listen(session: Session, profile: ScaleProfile, *, stable: bool) -> None:
    sights: SimpleQueue[ScaleSight] = SimpleQueue()
    scale = session.means.devices.open_scale(profile, session.desk.clock)
    scale.start(sights.put)
    last: dict[str, Any] = {}
    try:
        while True:
            sight = sights.get()
            told = sight_json(sight)
            is_weight = sight.reading is not None and sight.reading.is_weight
            if {**told, "at": ""} != {**last, "at": ""} and (is_weight or not stable):
                put_json(told)
            last = told
            if stable and is_weight:
                return
    except KeyboardInterrupt:
        return  # that is how a person ends it
    finally:
        scale.stop()


WAIT_S: Final = 5.0


def weighed(session: Session, code: str) -> str:
    """Return a command to weigh with the grams that the station's scale tells for it.

    Any other code is returned as it is, and so is one for which no stable weight came: standard
    error says why.
    """
    asks = read_command(clean(code)) == Command(CommandKind.WEIGHT)
    profile = settings_of(session.desk).scale_profile if asks else None
    if profile is None or not profile.path:
        return code
    try:
        grams = to_grams(_stable(session, profile, WAIT_S).weight_mg or 0)
    except RefusedError as error:
        complain(sentence(error.code, **error.data))
        return code
    return Command(CommandKind.WEIGHT, grams).barcode if grams > 0 else code


def _weigh(session: Session, profile: ScaleProfile, wait_s: float) -> None:
    """Print the first stable weight; RefusedError, which says why, where none comes in time."""
    put_json(sight_json(_stable(session, profile, wait_s).sight))


def _stable(session: Session, profile: ScaleProfile, wait_s: float) -> Weighed:
    scale = session.means.devices.open_scale(profile, session.desk.clock)
    scale.start(lambda _sight: None)
    try:
        found = scale.stable_weight(wait_s, Event())
    finally:
        scale.stop()
    if found.why_not:
        raise RefusedError("not_weighed", why=screen(f"not_weighed_{found.why_not}"))
    return found


def sight_json(sight: ScaleSight) -> dict[str, Any]:
    """Return a sight as it is printed; weights in grams are decimal text, null where unknown."""
    reading = sight.reading
    return {
        "port": sight.profile.path,
        "protocol": str(sight.profile.protocol),
        "link": str(sight.link),
        "trouble": str(sight.trouble) or None,
        "state": str(reading.state) if reading else None,
        "value": str(reading.value) if reading and reading.value is not None else None,
        "unit": reading.unit or None if reading else None,
        "grams": None if reading is None else _grams(reading.weight_mg),
        "stable": reading.is_stable if reading else None,
        "raw": reading.raw.decode("latin-1") if reading else None,
        "at": print_instant(reading.at) if reading else None,
    }


def _grams(weight_mg: int | None) -> str | None:
    if weight_mg is None:
        return None
    sign = "-" if weight_mg < 0 else ""
    return f"{sign}{abs(weight_mg) // 1000}.{abs(weight_mg) % 1000:03}"
