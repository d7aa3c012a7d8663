"""The logo on a slip: there, or warned of; never a reason for not printing."""

from dataclasses import replace
from io import BytesIO
from zlib import crc32

import pytest
from PIL import Image

from tests.hardware.slips import SLIP, Printed, long_slip


def picture(kind: str = "PNG", size: tuple[int, int] = (600, 200), mode: str = "RGB") -> bytes:
    file = BytesIO()
    Image.new(mode, size, "red").save(file, kind)
    return file.getvalue()


def claiming(wide: int, high: int) -> bytes:
    """Return a PNG whose head claims a size that its few bytes do not have."""
    png = bytearray(picture(size=(1, 1)))
    png[16:24] = wide.to_bytes(4, "big") + high.to_bytes(4, "big")
    png[29:33] = crc32(png[12:29]).to_bytes(4, "big")
    return bytes(png)


def with_logo(content: bytes) -> Printed:
    return Printed(replace(SLIP, logo="0" * 64, picture=content))


@pytest.mark.parametrize(
    ("kind", "size", "mode"),
    [
        ("PNG", (600, 200), "RGB"),
        ("PNG", (3, 4_000), "RGBA"),
        ("PNG", (1, 1), "1"),
        ("PNG", (40, 40), "P"),
        ("JPEG", (5_000, 300), "L"),
        ("JPEG", (64, 64), "CMYK"),
    ],
)
def test_a_logo_is_printed_in_grey_inside_its_box(
    kind: str, size: tuple[int, int], mode: str
) -> None:
    printed = with_logo(picture(kind, size, mode))

    assert printed.images == 1
    assert printed.colours == {0}
    assert printed.warnings == ()
    assert "HarbourRoadDistribution" in printed.text


def test_a_logo_stands_on_every_page() -> None:
    printed = Printed(replace(long_slip(60), logo="0" * 64, picture=picture()))

    assert printed.images == len(printed) > 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        picture()[:80],
        picture("JPEG")[:200],
        picture("GIF"),
        picture("BMP"),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.4",
        claiming(9_000, 9_000),
        claiming(12_000, 12_000),
        claiming(60_000, 60_000),
        claiming(0, 0),
    ],
    ids=str,
)
def test_what_is_no_picture_is_left_out_with_a_warning(content: bytes) -> None:
    printed = with_logo(content)

    assert printed.images == 0
    assert [text for text in printed.warnings if "logo" in text] == list(printed.warnings) != []


@pytest.mark.parametrize(("trouble", "said"), [("missing", "read"), ("too_big", "2 MB")])
def test_a_logo_that_was_not_there_is_warned_of(trouble: str, said: str) -> None:
    (warning,) = Printed(replace(SLIP, logo_trouble=trouble)).warnings

    assert said in warning


def test_the_same_logo_gives_the_same_bytes() -> None:
    assert with_logo(picture()).data == with_logo(picture()).data
