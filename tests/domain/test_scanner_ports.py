"""The serial ports that a site names for its scanners."""

import pytest

from app.domain.settings import Settings, setting_text, with_setting


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("", ()),
        (" ; ;; ", ()),
        ("/dev/ttyS0", ("/dev/ttyS0",)),
        ("COM3;COM4", ("COM3", "COM4")),
        (" /dev/ttyS0 ;; /dev/my gun;/dev/ttyS0;", ("/dev/ttyS0", "/dev/my gun")),
    ],
)
@pytest.mark.wrong_input
def test_ports_are_parted_however_they_are_typed(text: str, paths: tuple[str, ...]) -> None:
    settings = with_setting(Settings(), "scanner_ports", text)

    assert settings.scanner_paths == paths
    assert setting_text(settings, "scanner_ports") == ";".join(paths)
