"""Chooses for every code point a font that can draw it and be embedded."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final
from zlib import crc32

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from hardware.bidi import visual_runs
from hardware.font_files import FontFile, system_fonts
from hardware.slip_font import SlipFont

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FAMILIES: Final = (
    "Inter",
    "Noto Sans",
    "Segoe UI",
    "Helvetica Neue",
    "Arial",
    "DejaVu Sans",
    "Liberation Sans",
    "Bitstream Vera Sans",
)
# Scripts that are right when drawn code point by code point.
_PLAIN: Final = (
    (0x20, 0x2FF),
    (0x370, 0x482),
    (0x48A, 0x590),
    (0x10A0, 0x10FF),
    (0x1E00, 0x200B),
    (0x2010, 0x20CF),
    (0x2100, 0x2CFF),
    (0x2E00, 0x3029),
    (0x3030, 0x3098),
    (0x309B, 0xA63F),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE6F),
    (0xFF01, 0xFFFD),
    (0x1F000, 0x1FBFF),
    (0x20000, 0x323AF),
)
_NOT_PLAIN: Final = re.compile(
    "[^" + "".join(f"{re.escape(chr(low))}-{re.escape(chr(high))}" for low, high in _PLAIN) + "]"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one font, as the canvas takes it; ``width`` is per point of size."""

    font: str
    text: str
    width: float


class FontBook:
    """The fonts of one machine, loaded as they are needed; used for one document at a time.

    ``missing`` collects the code points that no font draws, until ``begin``.
    """

    def __init__(self, files: Sequence[FontFile] | None = None) -> None:
        """Take the files given, or look for the system's at the first text."""
        self._given = files
        self._ranked: dict[bool, list[FontFile]] = {}
        self._loaded: dict[FontFile, SlipFont | None] = {}
        self._chosen: dict[tuple[int, bool], SlipFont | None] = {}
        self._base: dict[bool, SlipFont] = {}
        self._marked: dict[tuple[tuple[int, ...], bool], SlipFont] = {}
        self._set: dict[tuple[str, bool], list[Piece]] = {}
        self.missing: set[int] = set()

    def begin(self) -> None:
        """Make ready for a new document: what was missing or shaped before is forgotten.

        Raises LookupError where no font at all can be embedded.
        """
        if not self._base:
            files = self._given if self._given is not None else system_fonts()
            for bold in (False, True):
                self._ranked[bold] = sorted(files, key=partial(_rank, bold=bold))
            self._base = {bold: self._base_font(bold) for bold in (False, True)}
        self.missing = set()
        self._set.clear()
        self._marked.clear()
        for font in self._loaded.values():
            if font is not None:
                font.begin()
                _register(font)

    def base(self, bold: bool) -> SlipFont:
        """Return the font of ordinary text; ``begin`` has been called."""
        return self._base[bold]

    def pieces(self, text: str, bold: bool) -> list[Piece]:
        """Return one line's pieces from left to right; what cannot be drawn reads ``U+1F4E6``."""
        known = self._set.get((text, bold))
        if known is None:
            known = self._set[text, bold] = [
                piece
                for run, rtl in visual_runs(self.drawable(text, bold))
                for piece in self._run(run, bold, rtl)
            ]
        return known

    def drawable(self, text: str, bold: bool) -> str:
        """Return the text with each letter that no font draws spelt as its code point.

        So are marks that no font has together with their letter: beside it, or on the last sign of
        its code, they would say something else.
        """
        if text.isascii():
            return text
        spelt: list[str] = []
        for cluster in _clusters(text):
            font = self._font_of(cluster, bold)
            spells = False
            for letter in cluster:
                if _unseen(letter):
                    spelt.append(letter)
                    continue
                spells = spells or font is None or not font.draws(ord(letter))
                if spells:
                    self.missing.add(ord(letter))
                spelt.append(f"U+{ord(letter):04X}" if spells else letter)
        return "".join(spelt)

    def _run(self, run: str, bold: bool, rtl: bool) -> list[Piece]:
        if run.isascii() and not rtl:
            return [_piece(self._base[bold], run, rtl)]
        if rtl and (whole := self._font_of(run, bold)) and all(map(whole.draws, _seen(run))):
            return [_piece(whole, run, rtl)]
        fonts: list[SlipFont] = []
        for cluster in _clusters(run):
            held = fonts[-1] if fonts else self._base[bold]
            if not _is_mark(cluster[0]) or not all(map(held.draws, _seen(cluster))):
                held = self._font_of(cluster, bold) or held
            fonts += [held] * len(cluster)
        pieces: list[Piece] = []
        place = 0
        for font, group in groupby(fonts):
            size = len(list(group))
            pieces.append(_piece(font, run[place : place + size], rtl))
            place += size
        return pieces[::-1] if rtl else pieces

    def _font_of(self, cluster: str, bold: bool) -> SlipFont | None:
        """Return the font of a letter with its marks: the best that draws all, else the letter's.

        Given a run of letters it is the one in which they join.

        None where no font draws the letter.  A mark from another font would not sit on its letter,
        and readers of a PDF would lose the letter.
        """
        points = _seen(cluster)
        own = self._font_for(points[0], bold) if points else None
        if own is None or all(map(own.draws, points)):
            return own
        key = points, bold
        if key not in self._marked:
            self._marked[key] = self._search(points, bold) or own
        return self._marked[key]

    def _font_for(self, code_point: int, bold: bool) -> SlipFont | None:
        key = code_point, bold
        if key not in self._chosen:
            base = self._base[bold]
            self._chosen[key] = base if base.draws(code_point) else self._search([code_point], bold)
        return self._chosen[key]

    def _search(self, code_points: Sequence[int], bold: bool) -> SlipFont | None:
        """Return the best font that draws them all, None where there is none."""
        for file in self._ranked[bold]:
            if all(map(file.draws, code_points)):
                font = self._load(file)
                if font is not None and all(map(font.draws, code_points)):
                    return font
        return None

    def _base_font(self, bold: bool) -> SlipFont:
        for file in self._ranked[bold]:
            if all(map(file.draws, range(0x20, 0x7F))) and (font := self._load(file)):
                return font
        raise LookupError("no TrueType font on this machine can be embedded")

    def _load(self, file: FontFile) -> SlipFont | None:
        if file not in self._loaded:
            name = f"{file.path.stem}-{file.index}-{crc32(str(file.path).encode()):08x}"
            try:
                font = SlipFont(name, file.path, file.index)
            except (TTFError, OSError, KeyError, IndexError, ValueError):
                self._loaded[file] = None
                return None
            _register(font)
            self._loaded[file] = font
        return self._loaded[file]


def _register(font: SlipFont) -> None:
    """Make this the font of its name; reportlab alone would keep an older one of that name."""
    font.unregister()
    pdfmetrics.registerFont(font)


def _piece(font: SlipFont, text: str, rtl: bool) -> Piece:
    drawn = font.shaped(text, rtl=rtl) if rtl or needs_shaping(text) else font.plain(text)
    return Piece(font.fontName, drawn.text, drawn.width)


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter).startswith("M")


def _clusters(run: str) -> Iterator[str]:
    """Cut a text into letters, each with the marks and unseen letters behind it."""
    begin = 0
    for place in range(1, len(run) + 1):
        if place == len(run) or not (_is_mark(run[place]) or _unseen(run[place])):
            yield run[begin:place]
            begin = place


def _seen(cluster: str) -> tuple[int, ...]:
    return tuple(ord(letter) for letter in cluster if not _unseen(letter))


def _unseen(letter: str) -> bool:
    """Tell whether the letter only changes its neighbours: the joiners, variation selectors."""
    point = ord(letter)
    return (
        point in (0x200C, 0x200D, 0x34F) or 0xFE00 <= point <= 0xFE0F or 0xE0100 <= point < 0xE01F0
    )


def needs_shaping(text: str) -> bool:
    """Tell whether a letter joins, stacks or moves beside its neighbours."""
    return _NOT_PLAIN.search(text) is not None


def _rank(file: FontFile, bold: bool) -> tuple[object, ...]:
    names = file.family.split(",")
    known = min((FAMILIES.index(name) for name in names if name in FAMILIES), default=99)
    sans = any("Sans" in name or "Naskh" in name for name in names)
    odd = any(word in file.family for word in ("Mono", "Display", "Looped", "UI", "Unjoined"))
    return known, not sans, odd, file.bold != bold, str(file.path), file.index


def spelt_out(code_points: Iterable[int]) -> list[str]:
    """Return ``U+1F4E6 PACKAGE`` for each code point, ascending."""
    return [
        f"U+{point:04X} {unicodedata.name(chr(point), '')}".rstrip()
        for point in sorted(code_points)
    ]
