"""Which port a profile means, when devices come back under other paths."""

import pytest

from app.domain.device import DeviceProfile
from hardware.discovery import FoundPort, find_port, list_serial_ports, match_port
from hardware.profiles import is_scanner, profile_of

ZEBRA = FoundPort("/dev/ttyACM1", "Symbol Bar Code Scanner", 0x05E0, 0x1701, "S1")
TWIN = FoundPort("/dev/ttyACM0", "Symbol Bar Code Scanner", 0x05E0, 0x1701, "S2")
SCALE = FoundPort("/dev/ttyUSB0", "USB-Serial", 0x0403, 0x6001, "")
PORTS = (TWIN, ZEBRA, SCALE)


def test_a_device_is_found_again_under_another_path() -> None:
    profile = profile_of(ZEBRA)

    assert match_port(profile, [FoundPort("/dev/ttyACM7", "", 0x05E0, 0x1701, "S1")]) == (
        "/dev/ttyACM7"
    )


@pytest.mark.parametrize(
    ("profile", "path"),
    [
        (profile_of(ZEBRA), "/dev/ttyACM1"),
        (profile_of(TWIN), "/dev/ttyACM0"),
        (DeviceProfile(vendor_id=0x05E0, product_id=0x1701), "/dev/ttyACM0"),
        (DeviceProfile(vendor_id=0x05E0, path="/dev/ttyACM1"), "/dev/ttyACM1"),
        (DeviceProfile(path="/dev/ttyUSB0"), "/dev/ttyUSB0"),
    ],
)
def test_a_profile_means_one_port(profile: DeviceProfile, path: str) -> None:
    assert match_port(profile, PORTS) == path


@pytest.mark.parametrize(
    "profile",
    [
        DeviceProfile(),
        DeviceProfile(vendor_id=0x0C2E),
        DeviceProfile(vendor_id=0x05E0, product_id=0x9999),
        DeviceProfile(vendor_id=0x05E0, product_id=0x1701, serial_number="S9"),
        DeviceProfile(vendor_id=0x0C2E, path="/dev/ttyACM0"),  # another device on its old path
    ],
)
def test_a_device_that_is_not_there_has_no_port(profile: DeviceProfile) -> None:
    assert match_port(profile, PORTS) is None


def test_a_maker_is_known_by_its_usb_number() -> None:
    assert profile_of(ZEBRA).name == "Zebra scanner"
    assert profile_of(SCALE).name == "USB-Serial"
    assert profile_of(FoundPort("/dev/ttyS0")).name == "/dev/ttyS0"
    assert [is_scanner(port) for port in (ZEBRA, SCALE, FoundPort("/dev/ttyS0"))] == [
        True,
        False,
        False,
    ]


def test_this_machines_ports_can_be_listed() -> None:
    ports = list_serial_ports()

    assert list(ports) == sorted(ports, key=lambda port: port.path)
    assert find_port(DeviceProfile(path="/dev/ttyS99")) == "/dev/ttyS99"
