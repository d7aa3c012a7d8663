"""A station's scanners: how each was tuned, kept and read; and the sheet that tests them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.doctor_labels import LABELS
from app.domain.documents import printable
from app.domain.scanner_sheet import ScannerSheet
from app.domain.tuning import device_key, tuned, tuning_of
from app.services.setting import settings_of
from app.services.sheets import print_sheet
from app.texts import doctor as words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.domain.device import DeviceProfile
    from app.services.desk import Desk
    from app.services.printing import Paperwork

KIND = "scanner-test"


def tunings_of(desk: Desk) -> Mapping[str, Mapping[str, Any]]:
    """Return how this station's scanners were tuned, by device key."""
    with desk.store.read(desk.stamp()) as work:
        return work.scanners.tunings()


def tune_scanner(profile: DeviceProfile, desk: Desk) -> DeviceProfile:
    """Keep a device's profile for this station, and return it; the same again is no fact."""
    device, tuning = device_key(profile), tuning_of(profile)
    with desk.store.work(desk.stamp()) as work:
        before = work.scanners.tunings().get(device)
        if before != tuning:
            fact = work.fact("scanner", device, {"before": before, "after": tuning})
            work.scanners.tune(fact, device, tuning)
            work.commit()
    return profile


def scanner_json(
    profile: DeviceProfile, tunings: Mapping[str, Mapping[str, Any]], *, is_here: bool
) -> dict[str, Any]:
    """Return a scanner as it is printed, with the profile by which it is read."""
    device = device_key(profile)
    kept = tunings.get(device)
    return {
        "device": device,
        "name": profile.name,
        "path": profile.path or None,
        "vendor_id": profile.vendor_id,
        "product_id": profile.product_id,
        "serial_number": profile.serial_number or None,
        "connected": is_here,
        "saved": kept is not None,
        "profile": tuning_of(tuned(profile, kept or {})),
    }


def write_scanner_sheet(target: Path, desk: Desk, paperwork: Paperwork) -> tuple[str, ...]:
    """Write the test sheet to a file; return the writer's warnings.

    Raises OSError where the file cannot be written, LookupError where the machine has no font.
    """
    settings = settings_of(desk)
    return paperwork.scanner_writer(settings.page_size).write(_sheet(settings.site_name), target)


def print_scanner_sheet(desk: Desk, paperwork: Paperwork, *, later: bool = False) -> str:
    """Print the test sheet and say so in words; errors as ``print_sheet``.

    ``later`` leaves it to whoever works off the queue.
    """
    settings = settings_of(desk)
    writer, sheet = paperwork.scanner_writer(settings.page_size), _sheet(settings.site_name)
    by = None if later else paperwork
    name = print_sheet(KIND, KIND, lambda pdf: writer.write(sheet, pdf), desk, by)
    return words.say("printed", printer=name) if name else words.say("queued")


def _sheet(site_name: str) -> ScannerSheet:
    return ScannerSheet(printable(site_name), LABELS)
