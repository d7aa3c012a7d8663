"""``simulate``: a scanner or a scale on a pseudo-terminal, for people without hardware."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import click

from app.commands.output import complain, put, put_json
from app.commands.scan_lines import scan_lines
from app.commands.session import Session, pass_session
from app.domain.device import Suffix
from app.domain.errors import BadValueError
from app.domain.simulation import ScalePlan, ScannerPlan
from app.domain.weighing import ScaleProtocol
from app.texts import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import BinaryIO

    from app.ports import SimulatedDevice

_SUFFIXES = {suffix.name.lower(): suffix for suffix in Suffix if suffix is not Suffix.LINE_END}
_LINK = click.option("--link", type=click.Path(), default="", help="Name the port so.")


@click.group("simulate")
def simulate_() -> None:
    """Play a scanner or a scale on a pseudo-terminal, until standard input ends."""


@simulate_.command("scanner")
@click.option("--suffix", type=click.Choice(list(_SUFFIXES)), default="crlf", show_default=True)
@click.option("--aim", default="", metavar="]C1", help="Send this AIM identifier before each code.")
@click.option("--rate", type=click.FloatRange(0.01, 1000), help="So many codes a second.")
@click.option(
    "--file", "codes", type=click.File("rb"), help="Codes, one a line, instead of typing."
)
@click.option("--double", is_flag=True, help="Read each code twice, as a held trigger does.")
@click.option("--garbage", is_flag=True, help="Send noise before each code.")
@click.option("--ack", is_flag=True, help="Show what the host sends back: ACK, NAK, BEL or bytes.")
@_LINK
@pass_session
def scanner_(
    session: Session,
    suffix: str,
    aim: str,
    rate: float | None,
    codes: BinaryIO | None,
    link: str,
    *,
    double: bool,
    garbage: bool,
    ack: bool,
) -> int:
    r"""Scan each line of standard input; \x1d in it stands for GS."""
    plan = ScannerPlan(_SUFFIXES[suffix], aim, rate or 0.0, double, garbage, ack)
    device = session.means.devices.simulate_scanner(plan, link)
    wanted = {"scanner_ports": device.path}
    return _play(session, device, wanted, codes or sys.stdin.buffer)


@simulate_.command("scale")
@click.option("--protocol", type=click.Choice([*map(str, ScaleProtocol)]), default="mt-sics",
              show_default=True)  # fmt: skip
@click.option("--rate", type=click.FloatRange(0.1, 50), default=5.0, show_default=True,
              help="Frames a second of one that speaks unasked.")  # fmt: skip
@_LINK
@pass_session
def scale_(session: Session, protocol: str, rate: float, link: str) -> int:
    """Weigh what standard input says: 1.250 kg, unstable, stable, zero, overload, underload.

    Also: unplug, plug in, busy, silent, speak, garbage, half (a frame).
    """
    plan = ScalePlan(ScaleProtocol(protocol), rate)
    device = session.means.devices.simulate_scale(plan, link)
    wanted = {"scale_port": device.path, "scale_protocol": protocol}
    return _play(session, device, wanted, sys.stdin.buffer)


def _play(
    session: Session, device: SimulatedDevice, wanted: Mapping[str, str], lines: BinaryIO
) -> int:
    """Say the port and what to set, then do each line; end with the lines, or when stopped."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        if session.json:
            put_json({"path": device.path, "settings": dict(wanted)})
        else:
            put(device.path)
            for name, value in wanted.items():
                put(f'Set: settings {name} "{value}"')
        for text in scan_lines(lines):
            _say(session, device, text)
    except KeyboardInterrupt:
        pass  # that is how a person ends it
    finally:
        device.close()
    return 0


def _say(session: Session, device: SimulatedDevice, text: str) -> None:
    try:
        heard = device.say(text)
    except BadValueError as error:
        complain(sentence(error.code, **error.data))
        return
    if session.json:
        put_json({"said": text, "heard": heard or None})
    elif heard:
        put(f"{text}: {heard}")
