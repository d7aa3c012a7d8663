"""Which TrueType files this machine has, and which code points each one draws."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

import reportlab
from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BOLD_FROM: Final = 180  # fontconfig's weight: 80 regular, 180 semi-bold, 200 bold
_FIELDS: Final = "%{file}\t%{index}\t%{family}\t%{weight}\t%{slant}\t%{width}\t%{charset}\n"
_ENDLESS_WAIT_S: Final = 20
_NEVER: Final = ("LastResort", "Last Resort", "Adobe Blank", "AdobeBlank")  # draw only boxes


@dataclass(frozen=True)
class FontFile:
    """One upright face of a file; ``index`` counts the faces of a collection.

    ``charset`` is what fontconfig tells ("20-7e a0-377"), "" where the file has to be asked.
    """

    path: Path
    index: int
    family: str
    bold: bool
    charset: str = ""

    @cached_property
    def ranges(self) -> Sequence[tuple[int, int]]:
        """First and last code point of each unbroken stretch, ascending; () if unreadable."""
        if self.charset:
            ends = (part.partition("-") for part in self.charset.split())
            return sorted((int(low, 16), int(high or low, 16)) for low, _, high in ends)
        face = read_face(self.path, self.index)
        return () if face is None else stretches(face.charToGlyph)

    def draws(self, code_point: int) -> bool:
        """Tell whether the face has a picture for the code point."""
        place = bisect_right(self.ranges, (code_point, 0x110000)) - 1
        return place >= 0 and code_point <= self.ranges[place][1]


def stretches(code_points: Iterable[int]) -> Sequence[tuple[int, int]]:
    """Fold code points into first-last pairs, ascending."""
    points = sorted(code_points)
    if not points:
        return ()
    breaks = [(low, high) for low, high in pairwise(points) if high - low > 1]
    firsts = [points[0], *(high for _, high in breaks)]
    lasts = [*(low for low, _ in breaks), points[-1]]
    return list(zip(firsts, lasts, strict=True))


def read_face(path: Path, index: int) -> TTFontFace | None:
    """Parse a face; None where it is missing, damaged or has no TrueType outlines.

    Faces with PostScript outlines (Debian's Inter) and with nothing but pictures (colour emoji)
    cannot be embedded.
    """
    try:
        return TTFontFace(str(path), subfontIndex=index)
    except (TTFError, OSError, KeyError, IndexError, ValueError, struct.error):
        return None


def system_fonts() -> list[FontFile]:
    """List what fontconfig knows; else the fonts folders of Windows and macOS; last our own Vera.

    The order is the same on each run.
    """
    found = fontconfig_fonts() or folder_fonts(font_folders())
    return [*sorted(found, key=lambda file: (str(file.path), file.index)), *vera_fonts()]


def fontconfig_fonts() -> list[FontFile]:
    """Ask ``fc-list`` for upright TrueType faces of normal width; [] where it is missing."""
    command = shutil.which("fc-list")
    if command is None:
        return []
    try:
        answer = subprocess.run(  # noqa: S603  # a fixed command, found on PATH
            [command, ":fontformat=TrueType:slant=0:width=100", "--format", _FIELDS],
            capture_output=True,
            timeout=_ENDLESS_WAIT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    lines = answer.stdout.decode("utf-8", "replace").splitlines()
    return [file for file in map(_fontconfig_font, lines) if file is not None]


def _fontconfig_font(line: str) -> FontFile | None:
    fields = line.split("\t")
    if len(fields) != 7 or not fields[1].isdecimal() or int(fields[1]) > 0xFFFF:
        return None  # an index above 16 bits is an instance of a variable font
    path, index, family, weight, _, _, charset = fields
    if not weight.replace(".", "").isdecimal() or family.startswith(_NEVER):
        return None  # a range of weights is a variable font
    if float(weight) != 80 and float(weight) < BOLD_FROM:
        return None
    return FontFile(Path(path), int(index), family, float(weight) >= BOLD_FROM, charset)


def font_folders() -> list[Path]:
    """Return the folders where Windows, macOS and a Linux without fontconfig keep fonts."""
    windows = Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts")
    local = os.environ.get("LOCALAPPDATA")
    folders = [
        windows,
        *([Path(local, "Microsoft/Windows/Fonts")] if local else []),
        Path("/System/Library/Fonts"),
        Path("/System/Library/Fonts/Supplemental"),
        Path("/Library/Fonts"),
        Path("/usr/share/fonts/truetype"),
    ]
    return [folder for folder in folders if folder.is_dir()]


def folder_fonts(folders: Iterable[Path]) -> list[FontFile]:
    """List the upright regular and bold faces under the folders by their files' names."""
    paths = (path for folder in folders for path in sorted(folder.rglob("*")))
    return [
        FontFile(path, 0, *named)
        for path in paths
        if path.suffix.lower() in {".ttf", ".ttc"} and (named := _named(path.stem)) is not None
    ]


def _named(stem: str) -> tuple[str, bool] | None:
    """Read family and weight from a file name: ``NotoSans-Bold``, ``segoeuib``, ``Arial Bold``."""
    windows = {"segoeui": ("Segoe UI", False), "segoeuib": ("Segoe UI", True)}
    windows |= {"arial": ("Arial", False), "arialbd": ("Arial", True)}
    if stem.lower() in windows:
        return windows[stem.lower()]
    plain = stem.replace("-", " ").replace("_", " ").split()
    style = {word.lower() for word in plain[1:]}
    if style & {"italic", "oblique", "bolditalic", "light", "thin", "black", "condensed"}:
        return None
    kept = [word for word in plain if word.lower() not in {"regular", "bold", "book"}]
    family = _spaced(" ".join(kept))
    return (family, "bold" in style) if family and not family.startswith(_NEVER) else None


def _spaced(name: str) -> str:
    """Part a run-together name where a capital follows a small letter: NotoSans, Noto Sans."""
    known = {"DejaVuSans": "DejaVu Sans", "DejaVuSansMono": "DejaVu Sans Mono"}
    if name in known:
        return known[name]
    parted = (
        f" {after}" if before.islower() and after.isupper() else after
        for before, after in pairwise(f" {name}")
    )
    return "".join(parted).strip()


def vera_fonts() -> list[FontFile]:
    """Return the two faces that come with reportlab: Latin 1 and little more."""
    folder = Path(reportlab.__file__).parent / "fonts"
    return [
        FontFile(folder / "Vera.ttf", 0, "Bitstream Vera Sans", bold=False),
        FontFile(folder / "VeraBd.ttf", 0, "Bitstream Vera Sans", bold=True),
    ]
