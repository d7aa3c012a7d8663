"""What Setup shows of devices, settings and a test scan.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.barcode import split_aim
from app.domain.device import Link, LinkState
from app.domain.measures import plain_number
from app.domain.reading import Kind
from app.texts import code_defect, screen
from app.texts.policies import precedence_sentence
from app.texts.wording import day_words
from ui.models.setup import CustomerRow, DeviceRow, FactRow, SetupScene, TestScan, Token
from ui.presenters.policies import agreed_options, terms_words
from ui.presenters.setting_rows import setting_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.policies import Terms
    from app.domain.reading import Reading

CONTROL_NAMES = {"\x1d": "GS", "\x1e": "RS", "\x04": "EOT", "\r": "CR", "\n": "LF", "\t": "TAB"}
LINK_STATES = {
    LinkState.CONNECTED: "ok",
    LinkState.CONNECTING: "warn",
    LinkState.STOPPED: "warn",
    LinkState.DISCONNECTED: "bad",
}


def setup_scene(
    links: Mapping[str, Link],
    settings: Mapping[str, str],
    test: TestScan | None,
    place: str,
    agreed: Mapping[str, Terms] | None = None,
) -> SetupScene:
    """Show the devices, the site's settings as they are typed, and the last test scan."""
    devices = tuple(
        DeviceRow(name, screen(f"link_{link.state}"), LINK_STATES[link.state])
        for name, link in sorted(links.items())
    )
    customers = tuple(CustomerRow(name, terms_words(said)) for name, said in (agreed or {}).items())
    return SetupScene(
        devices,
        setting_rows(settings),
        test,
        place,
        precedence_sentence(),
        customers,
        agreed_options(),
    )


def test_scan(reading: Reading, device: str, raw: bytes) -> TestScan:
    """Show a code as it came and what it means; nothing was counted."""
    bad = reading.kind in (Kind.BAD, Kind.UNKNOWN)
    about = code_defect(reading.defect) if reading.defect else ""
    return TestScan(
        "bad" if bad else "ok",
        screen(f"kind_{reading.kind}"),
        about or screen("from_device", device=device),
        tokens_of(reading.scan, raw),
        facts_of(reading),
    )


def tokens_of(text: str, raw: bytes) -> tuple[Token, ...]:
    """Break a code into AIM identifier, plain runs and control characters, in their order."""
    shown = raw.decode("latin-1") if raw else text
    aim, _code = split_aim(shown)
    tokens = [Token(aim, "info")] if aim else []
    plain = ""
    for letter in shown.removeprefix(aim):
        if letter.isprintable():
            plain += letter
            continue
        tokens += [Token(plain)] if plain else []
        tokens.append(Token(CONTROL_NAMES.get(letter, f"{ord(letter):02X}"), "ok"))
        plain = ""
    return (*tokens, *([Token(plain)] if plain else []))


def facts_of(reading: Reading) -> tuple[FactRow, ...]:
    """Return what was read, a fact a row; what is absent is left out."""
    units, weight = reading.units, reading.weight_g
    found = {
        "product": reading.sku,
        "gtin": reading.gtin,
        "units_a_scan": None if units is None else str(units),
        "lot": reading.lot,
        "good_through": f"{day_words(reading.expires_on)} {reading.expires_on:%Y}"
        if reading.expires_on
        else None,
        "serial": reading.serial,
        "sscc": reading.sscc,
        "net_weight": None if weight is None else f"{plain_number(weight)} g",
        "count": None if reading.count is None else str(reading.count),
    }
    rows = [FactRow(screen(f"fact_{name}"), value) for name, value in found.items() if value]
    return tuple(rows)
