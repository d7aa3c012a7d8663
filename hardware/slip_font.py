"""A TrueType font in a PDF that shapes scripts and whose text can be read back to the letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import uharfbuzz
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr, TTFont

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reportlab.pdfbase.pdfdoc import PDFDocument

_SHAPE_DATA: Final[Any] = ShapeData  # the published types of these two are not those of the code
_SHAPED_STR: Final[Any] = ShapedStr
PRIVATE: Final = 0x100000  # where glyphs that no code point stands for get one
_MIRRORED: Final = str.maketrans("()[]{}<>\u00ab\u00bb", ")(][}{><\u00bb\u00ab")
_CMAP_HEAD: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""
_CMAP_FOOT: Final = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


@dataclass(frozen=True, slots=True)
class Drawn:
    """Text as it is handed to the canvas, left to right, and its width per point of size."""

    text: str
    width: float


class SlipFont(TTFont):
    """reportlab's subset font, with shaping by HarfBuzz and a true way back to the text.

    reportlab maps shaped glyphs, and code points above U+FFFF, to text that a reader cannot
    decode; ``addObjects`` replaces that map.
    """

    def __init__(self, name: str, path: Path, index: int) -> None:
        """Load the face; raises reportlab's TTFError where it cannot be embedded."""
        super().__init__(name, str(path), subfontIndex=index)
        self._own_glyphs = {code: glyph for code, glyph in self.face.charToGlyph.items() if glyph}
        self._codes: dict[tuple[int, str], int] = {}
        self._read_as: dict[int, str] = {}
        self._harfbuzz: uharfbuzz.Font | None = None

    def begin(self) -> None:
        """Forget the last document, so that equal documents give equal bytes."""
        self._codes.clear()
        self._read_as.clear()

    def draws(self, code_point: int) -> bool:
        """Tell whether the font itself has a glyph for the code point."""
        return code_point in self._own_glyphs

    def plain(self, text: str) -> Drawn:
        """Draw code point by code point."""
        return Drawn(text, self.stringWidth(text, 1))

    def shaped(self, text: str, *, rtl: bool) -> Drawn:
        """Join, reorder and place the glyphs of one script run, as the font's tables say.

        Readers of a PDF turn right-to-left text round letter by letter, so what one glyph stands
        for is given to them in its order on paper.
        """
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        uharfbuzz.shape(self._shaper(), buffer, {"kern": True, "liga": False})
        infos, places = buffer.glyph_infos or [], buffer.glyph_positions or []
        texts = _cluster_texts(text, [info.cluster for info in infos])
        letters: list[str] = []
        data: list[Any] = []
        for info, place, read_as in zip(infos, places, texts, strict=True):
            seen_as = read_as.translate(_MIRRORED)[::-1] if rtl else read_as
            code = self._code(info.codepoint, seen_as)
            letters.append(chr(code))
            scaled = map(
                self._scaled,
                (place.x_advance, place.y_advance, place.x_offset, place.y_offset),
            )
            data.append(_SHAPE_DATA(info.cluster, *scaled, self.face.charWidths[code]))
        width = sum(each.x_advance for each in data) / 1000
        return Drawn(_SHAPED_STR("".join(letters), data), width)

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802  # reportlab's name
        """Write the subsets, then the map from their codes to text."""
        state = self.state[doc]
        subsets, name = list(state.subsets), state.internalName
        super().addObjects(doc)
        objects: dict[str, Any] = doc.idToObject
        written = objects["BasicFonts"].dict
        for number, subset in enumerate(subsets):
            stream = objects[written[f"{name}+{number}"].ToUnicode.name]
            stream.content = self._to_unicode(subset)

    def _to_unicode(self, subset: Sequence[int]) -> str:
        pairs = [
            f"<{slot:02X}> <{self._read_as.get(code, chr(code)).encode('utf-16-be').hex()}>"
            for slot, code in enumerate(subset)
            if code >= ord(" ")
        ]
        blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
        body = (
            line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")
        )
        return "\n".join([_CMAP_HEAD, *body, _CMAP_FOOT])

    def _shaper(self) -> uharfbuzz.Font:
        if self._harfbuzz is None:
            self._harfbuzz = uharfbuzz.Font(self.hbFace)
        return self._harfbuzz

    def _code(self, glyph: int, read_as: str) -> int:
        """Return the code point to print for a glyph: its own where it stands for that text."""
        if len(read_as) == 1 and self._own_glyphs.get(ord(read_as)) == glyph:
            return ord(read_as)
        code = self._codes.get((glyph, read_as))
        if code is None:
            code = self._codes[glyph, read_as] = PRIVATE + len(self._codes)
            self._read_as[code] = read_as
            self.face.charToGlyph[code] = glyph
            self.face.charWidths[code] = self._scaled(self._shaper().get_glyph_h_advance(glyph))
        return code

    def _scaled(self, units: float) -> float:
        return units * 1000 / int(self.face.unitsPerEm)


def _cluster_texts(text: str, clusters: Sequence[int]) -> list[str]:
    """Return for each glyph the text that it stands for; a cluster's later glyphs have none.

    "None" is a zero-width space: readers take an empty entry for a missing one.
    """
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    seen: set[int] = set()
    texts: list[str] = []
    for cluster in clusters:
        texts.append("\u200b" if cluster in seen else text[cluster : ends[cluster]])
        seen.add(cluster)
    return texts
