"""The site's settings as Setup shows them: what belongs together, and what can be chosen.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.languages import LANGUAGES
from app.domain.layouts import Layout
from app.domain.put_away import PutAwayRule
from app.domain.receiving import LaneRule
from app.domain.setting_kinds import FEEDBACKS
from app.domain.weighing import MILLIGRAMS, ScaleProtocol
from app.texts import screen
from ui.models.setup import SettingRow

if TYPE_CHECKING:
    from collections.abc import Mapping

SWITCH = ("on", "off")
CHOICES = {
    "default_policy": ("ship_as_available", "all_or_nothing"),
    "lane_rule": tuple(LaneRule),
    "put_away_rule": tuple(PutAwayRule),
    "confirm_lane": SWITCH,
    "confirm_put_away": SWITCH,
    "confirm_location": SWITCH,
    "print_labels": SWITCH,
    "carton_slips": SWITCH,
    "zero_check": SWITCH,
    "confirm_tote": SWITCH,
    "hold_wrong_weight": SWITCH,
    "blind_receiving": SWITCH,
    "page_size": ("A4", "Letter"),
    "document_language": LANGUAGES,
    "scanner_feedback": FEEDBACKS,
    "keyboard_layout": tuple(Layout),
    "scale_protocol": tuple(ScaleProtocol),
    "scale_unit": tuple(MILLIGRAMS),
}
GROUPS: Mapping[str, tuple[str, ...]] = {
    "site": ("site_name", "site_address", "contact", "time_zone"),
    "plan": (
        "default_policy",
        "horizon",
        "max_lane_dwell",
        "min_share",
        "excluded_products",
        "excluded_customers",
    ),
    "receive": (
        "blind_receiving",
        "over_tolerance",
        "short_tolerance",
        "lane_rule",
        "confirm_lane",
        "put_away_rule",
        "confirm_put_away",
        "print_labels",
    ),
    "pick": (
        "confirm_location",
        "confirm_tote",
        "zero_check",
        "packing_location",
        "weight_tolerance",
        "weight_tolerance_g",
        "carton_tare_g",
        "hold_wrong_weight",
    ),
    "dock": (
        "minutes_per_pallet",
        "minutes_per_carton",
        "minutes_per_loose",
        "minimum_stay",
        "dock_buffer",
        "dock_capacity",
        "on_time_within",
        "free_time",
        "no_show_after",
        "pickup_cut_off",
        "crew_size",
        "units_per_person_hour",
    ),
    "papers": (
        "page_size",
        "document_language",
        "logo",
        "printer",
        "carton_slips",
        "gs1_company_prefix",
    ),
    "scanners": (
        "keyboard_layout",
        "scanner_ports",
        "scanner_feedback",
        "store_number_region",
    ),
    "scale": ("scale_port", "scale_protocol", "scale_unit", "scale_baud_rate"),
}


def setting_rows(settings: Mapping[str, str]) -> tuple[SettingRow, ...]:
    """Return the settings group by group, each as it is typed; those of no group come last."""
    grouped = {name: group for group, names in GROUPS.items() for name in names}
    places = {name: place for place, name in enumerate(grouped)}
    rows = sorted(settings.items(), key=lambda item: places.get(item[0], len(places)))
    return tuple(
        SettingRow(
            name,
            screen(f"set_{name}"),
            value,
            CHOICES.get(name, ()),
            screen(f"group_{grouped[name]}") if name in grouped else "",
        )
        for name, value in rows
    )
