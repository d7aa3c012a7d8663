"""What the frame says: rail, status bar, Find."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "dock": "Dock",
    "cross_dock_screen": "Cross-dock",
    "receive": "Receive",
    "pick": "Pick",
    "pack": "Pack",
    "backorders": "Backorders",
    "setup": "Setup",
    "link_connected": "connected",
    "link_connecting": "connecting",
    "link_disconnected": "not connected",
    "link_stopped": "off",
    "scanner": "Scanner",
    "scanners_ready": "{ready} ready",
    "printer": "Printer",
    "printer_ready": "nothing waits",
    "database": "Database",
    "database_trouble": "no answer",
    "saved_at": "saved {time}",
    "saved": "Saved",
    "open": "open",
    "half_code": "Half a code from {device}: scan it again.",
    "stale_codes": "{codes:codes} from before {time} {codes:were} thrown away: scan again.",
    "stale_codes_about": "{device} had kept what was scanned while nobody listened.",
    "read_twice": "Same code {reads} times at once: counted once. {code}",
    "count_it": "Count it after all",
    "keys_right": "Keyboard self-test: this scanner’s keys come out right ({layout}).",
    "keys_wrong": "This scanner types on a {layout} keyboard: scan CMD-DONE to map it.",
    "map_it": "Map it",
    "keys_mapped": "Mapped: codes are read as on a {layout} keyboard.",
    "layout_us": "US",
    "layout_uk": "UK",
    "layout_french": "French",
    "layout_german": "German",
    "found_nothing": "{number} is nothing we know",
    "found_nothing_about": "Nothing has changed. Receive can teach a barcode.",
    "found_place": "Location {number}",
    "program_trouble": "Something went wrong in the program. What was answered is stored.",
    "about_site": "Distribution centre",
}
