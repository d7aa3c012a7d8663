"""A site's settings: their names, forms and defaults."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from app.domain.errors import BadValueError
from app.domain.labels import parse_prefix
from app.domain.languages import parse_language
from app.domain.setting_kinds import (
    parse_baud_rate,
    parse_count,
    parse_feedback,
    parse_lane_rule,
    parse_layout,
    parse_minutes,
    parse_page,
    parse_parts,
    parse_paths,
    parse_policy,
    parse_put_away_rule,
    parse_region,
    parse_scale_protocol,
    parse_scale_unit,
    parse_share,
    parse_span,
    parse_stay,
    parse_switch,
    parse_zone,
    print_span,
)
from app.domain.weighing import ScaleProfile, ScaleProtocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site has decided; the defaults are the floor's rules'.

    ``min_share`` is whole percent of an order, 0 to 100; the excluded are never cross-docked.
    A truck is on time ``on_time_within`` of its slot and costs nothing for ``free_time`` of dwell;
    ``crew_size`` people (0: not said) move ``units_per_person_hour`` each.
    Minutes per pallet, carton and loose unit say how long a load takes, ``minimum_stay`` at least;
    ``dock_buffer`` lies between two trucks at a door; ``dock_capacity`` trucks begin in an hour
    at most (0: no limit); ``no_show_after`` the end of its window a truck is a no-show (0: never);
    so many percent of a line may come over or short without a warning; ``blind_receiving`` tells
    nobody what was announced; what leaves must be ready ``pickup_cut_off`` before its pickup.
    ``document_language`` is that of customers' papers where nobody said another; ``logo`` is the
    path of a picture for them, "" for none.
    A carton may weigh ``weight_tolerance`` percent or so many grams, whichever is more, other than
    its contents and ``carton_tare_g`` (both 0: nobody checks); ``hold_wrong_weight`` keeps its
    shipment from closing.
    ``store_number_region`` is the country by whose rule shops number what they weigh ("": none).
    """

    time_zone: str = "UTC"
    default_policy: str = "ship_as_available"
    max_lane_dwell: timedelta = timedelta(hours=24)
    horizon: timedelta = timedelta(days=7)
    min_share: int = 0
    excluded_products: tuple[str, ...] = ()
    excluded_customers: tuple[str, ...] = ()
    lane_rule: str = "first_free"
    put_away_rule: str = "first_empty"
    confirm_lane: bool = False
    confirm_put_away: bool = True
    confirm_location: bool = False
    zero_check: bool = False
    confirm_tote: bool = True
    packing_location: str = ""
    minutes_per_pallet: Decimal = Decimal(3)
    minutes_per_carton: Decimal = Decimal("0.5")
    minutes_per_loose: Decimal = Decimal("0.1")
    minimum_stay: timedelta = timedelta(minutes=30)
    dock_buffer: timedelta = timedelta(0)
    dock_capacity: int = 0
    no_show_after: timedelta = timedelta(0)
    pickup_cut_off: timedelta = timedelta(0)
    site_name: str = "Main warehouse"
    site_address: str = ""
    contact: str = ""
    over_tolerance: int = 0
    short_tolerance: int = 0
    blind_receiving: bool = False
    page_size: str = "A4"
    document_language: str = "en"
    logo: str = ""
    printer: str = ""
    gs1_company_prefix: str = ""
    print_labels: bool = False
    carton_slips: bool = False
    scanner_ports: str = ""
    store_number_region: str = ""
    scanner_feedback: str = "off"
    keyboard_layout: str = "us"
    scale_port: str = ""
    scale_protocol: str = "mt-sics"
    scale_unit: str = "kg"
    scale_baud_rate: int = 9600
    free_time: timedelta = timedelta(hours=2)
    on_time_within: timedelta = timedelta(minutes=30)
    crew_size: int = 0
    units_per_person_hour: int = 60
    weight_tolerance: int = 0
    weight_tolerance_g: int = 0
    carton_tare_g: int = 0
    hold_wrong_weight: bool = False

    @property
    def scanner_paths(self) -> tuple[str, ...]:
        """Return the device paths of scanners' serial ports that are named."""
        return tuple(self.scanner_ports.split(";")) if self.scanner_ports else ()

    @property
    def scale_profile(self) -> ScaleProfile:
        """Return how the scale is reached; its path is "" where none is named."""
        return ScaleProfile(
            path=self.scale_port,
            protocol=ScaleProtocol(self.scale_protocol),
            unit=self.scale_unit,
            baud_rate=self.scale_baud_rate,
        )

    @property
    def zone(self) -> ZoneInfo:
        """Return the site's time zone."""
        return ZoneInfo(self.time_zone)


PARSERS: Mapping[str, Callable[[str], Any]] = {
    "time_zone": parse_zone,
    "default_policy": parse_policy,
    "max_lane_dwell": parse_span,
    "horizon": parse_span,
    "min_share": parse_share,
    "excluded_products": parse_parts,
    "excluded_customers": parse_parts,
    "lane_rule": parse_lane_rule,
    "put_away_rule": parse_put_away_rule,
    "confirm_lane": parse_switch,
    "confirm_put_away": parse_switch,
    "confirm_location": parse_switch,
    "zero_check": parse_switch,
    "confirm_tote": parse_switch,
    "packing_location": str.strip,
    "minutes_per_pallet": parse_minutes,
    "minutes_per_carton": parse_minutes,
    "minutes_per_loose": parse_minutes,
    "minimum_stay": parse_stay,
    "dock_buffer": parse_stay,
    "dock_capacity": parse_count,
    "no_show_after": parse_span,
    "pickup_cut_off": parse_stay,
    "site_name": str.strip,
    "site_address": str.strip,
    "contact": str.strip,
    "over_tolerance": parse_share,
    "short_tolerance": parse_share,
    "blind_receiving": parse_switch,
    "page_size": parse_page,
    "document_language": parse_language,
    "logo": str.strip,
    "printer": str.strip,
    "gs1_company_prefix": parse_prefix,
    "print_labels": parse_switch,
    "carton_slips": parse_switch,
    "scanner_ports": parse_paths,
    "store_number_region": parse_region,
    "scanner_feedback": parse_feedback,
    "keyboard_layout": parse_layout,
    "scale_port": str.strip,
    "scale_protocol": parse_scale_protocol,
    "scale_unit": parse_scale_unit,
    "scale_baud_rate": parse_baud_rate,
    "free_time": parse_span,
    "on_time_within": parse_span,
    "crew_size": parse_count,
    "units_per_person_hour": parse_count,
    "weight_tolerance": parse_share,
    "weight_tolerance_g": parse_count,
    "carton_tare_g": parse_count,
    "hold_wrong_weight": parse_switch,
}


def with_setting(settings: Settings, name: str, text: str) -> Settings:
    """Return the settings with one changed; BadValueError for an unknown name or a bad value."""
    if name not in PARSERS:
        raise BadValueError("unknown_setting", value=name)
    return replace(settings, **{name: PARSERS[name](text)})


def settings_from(values: Mapping[str, str]) -> Settings:
    """Make settings of what is stored; names of a newer version are passed over."""
    known = {name: PARSERS[name](text) for name, text in values.items() if name in PARSERS}
    return Settings(**known)


def setting_text(settings: Settings, name: str) -> str:
    """Return one setting as text, in the form in which it can be set."""
    if name not in {field.name for field in fields(Settings)}:
        raise BadValueError("unknown_setting", value=name)
    value = getattr(settings, name)
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, tuple):
        return ";".join(value)
    return print_span(value) if isinstance(value, timedelta) else str(value)
