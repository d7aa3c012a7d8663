"""What Setup says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "scan_test": "Whatever you scan here is shown and counts nothing.",
    "test_read": "Test scan read. Nothing was counted.",
    "backed_up": "Backed up to {path}",
    "imported": "Imported: {rows} rows are new or changed.",
    "import_refused": "Nothing was imported: {bad} rows are wrong. The import command names them.",
    "from_device": "from {device}",
    "kind_item": "Read whole: a product",
    "kind_container": "Read whole: a container",
    "kind_location": "Read whole: a location",
    "kind_order": "Read whole: an order",
    "kind_asn": "Read whole: an inbound shipment",
    "kind_command": "Read whole: a command",
    "kind_tracking": "Read whole: a tracking number",
    "kind_unknown": "Read, but nobody knows it",
    "kind_bad": "Not read whole",
    "fact_product": "Product",
    "fact_gtin": "GTIN",
    "fact_units_a_scan": "One scan counts",
    "fact_lot": "Lot",
    "fact_good_through": "Good through",
    "fact_serial": "Serial",
    "fact_sscc": "SSCC",
    "fact_count": "Units in the carton",
    "agree_nothing": "nothing: what the site says",
    "agreed": "{customer}: {policy}, for {orders:orders} without a policy of their own.",
    "set_time_zone": "Time zone",
    "set_default_policy": "Policy of orders that name none",
    "set_max_lane_dwell": "Longest wait in a lane",
    "set_horizon": "The plan looks ahead",
    "set_min_share": "Least share of an order for a lane, %",
    "set_excluded_products": "SKUs never cross-docked (a;b)",
    "set_excluded_customers": "Customers never cross-docked (a;b)",
    "set_lane_rule": "Which lane an order gets",
    "set_confirm_lane": "Lane must be scanned",
    "set_confirm_put_away": "Shelf must be scanned at put-away",
    "set_confirm_location": "Shelf must be scanned before a pick",
    "set_packing_location": "Packing location",
    "set_site_name": "Name of the site",
    "set_site_address": "Address on slips",
    "set_contact": "Contact on slips",
    "set_page_size": "Page size",
    "set_printer": "Printer of slips",
    "set_scanner_ports": "Serial ports of scanners",
    "set_free_time": "Free time of a truck at the dock",
    "set_on_time_within": "A truck is on time within",
    "set_crew_size": "People who move goods",
    "set_units_per_person_hour": "Units a person moves in an hour",
}
