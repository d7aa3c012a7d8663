"""Names from outside on packing slips: all is printed or warned of, and nothing of it is obeyed.

Run from the project's root: ``python -m benchmarks.names`` (100,000 names), or with a number what
the tests run; a second number is the seed.  Each slip says ``A_SLIP`` names, and its text is taken
out of the file by PDFium, which has no part in writing it.  The limit of every fault is 0.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING, Final

import pypdfium2
from pypdfium2 import raw

from app.domain.documents import PackingSlip, SlipLine, printable
from benchmarks.slip import sample
from hardware.fonts import FontBook
from hardware.slip_pdf import slip_pdf
from hardware.slip_words import cut as shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONG, SHORT = 100_000, 1_000
A_SLIP: Final = 20
ACTIVE: Final = re.compile(
    rb"/(JavaScript|JS|EmbeddedFiles?|OpenAction|AA|URI|Launch|SubmitForm|GoToR|RichMedia|AcroForm"
    rb"|Annots|XObject ?/Image|Subtype ?/Image)\b"
)
STREAM: Final = re.compile(rb"(/FlateDecode[^>]*>>\s*|>>\s*)stream\r?\n(.*?)endstream", re.DOTALL)
MARKUP: Final = (
    *("<b>bold</b>", "<img src=/etc/hostname>", '<img src="file:///etc/passwd"/>', "<a href='x'>"),
    *("Nuts & Bolts <M8", "&amp; &#x41; &lt;", "</para><para>", "<!--", "]]>", "<font size=99>"),
    *('"quoted"', "O'Brien", "{{7*7}}", "{page} {0} {}", "%(name)s", "${HOME}", "$(reboot)"),
    *("(Tj) ET", "endstream endobj", "/JavaScript (x)", "/URI (http://x)", "=cmd|'/c calc'!A0"),
    *("<onDraw name=x label=y/>", "[[[getattr(pow,'__globals__')]]]", "\\n\\x00", "~JR^XZ"),
    *("\x00\x07\x1b[31m", "\ud800", "\u202eabc\u202c", "\ufeff", "a\r\nb\tc", " \u00a0 ", ""),
)
SCRIPTS: Final = (
    *((0x20, 0x7E), (0xA0, 0x17F), (0x180, 0x24F), (0x300, 0x36F), (0x370, 0x3FF)),
    *((0x400, 0x52F), (0x531, 0x58F), (0x591, 0x5F4), (0x600, 0x6FF), (0x900, 0x97F)),
    *((0x980, 0x9FE), (0xB80, 0xBFA), (0xE01, 0xE5B), (0x10A0, 0x10FF), (0x1200, 0x137C)),
    *((0x1780, 0x17F9), (0x1E00, 0x1FFE), (0x2000, 0x22FF), (0x3041, 0x30FF), (0x4E00, 0x9FFF)),
    *((0xAC00, 0xD7A3), (0xE000, 0xE0FF), (0xFB00, 0xFDFF), (0x1F300, 0x1F6FF), (0x20000, 0x2A6DF)),
)


@dataclass(slots=True)
class Outcome:
    """What came of ``names``; a fault names the name in ASCII.

    ``warned`` are those with letters that are printed as codes, ``shortened`` those
    that had to be cut; both are warned of.
    """

    names: int = 0
    warned: int = 0
    shortened: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, name: str, fault: str) -> None:
        """Note a fault."""
        self.faults.append(f"{fault[:120]}: {name!a:.400}")


def names(count: int, seed: int) -> Iterator[str]:
    """Yield names of 0 to 250 code points: of one script, of several, with markup, of anything."""
    dice = Random(seed)  # noqa: S311  # the same names each time
    for _ in range(count):
        parts = [_part(dice) for _ in range(dice.choice((1, 1, 1, 2, 3)))]
        yield " ".join(parts)[: dice.choice((40, 80, 250))]


def _part(dice: Random) -> str:
    kind = dice.random()
    if kind < 0.2:
        return dice.choice(MARKUP)
    size = dice.choice((1, 4, 12, 12, 30, 90))
    if kind < 0.3:
        return "".join(chr(dice.randrange(0x110000)) for _ in range(size))
    low, high = dice.choice(SCRIPTS)
    letters = (chr(dice.randint(low, high)) for _ in range(size))
    return "".join(" " if dice.random() < 0.1 else letter for letter in letters)


def check(count: int, seed: int = 1) -> Outcome:
    """Print so many names, 20 a slip, and say what is lost, unwarned or obeyed."""
    outcome, book = Outcome(), FontBook()
    ours: list[str] = []
    for name in names(count, seed):
        ours.append(name)
        if len(ours) == A_SLIP:
            check_slip(ours, book, outcome)
            ours = []
    if ours:
        check_slip(ours, book, outcome)
    return outcome


def said_of(ours: Sequence[str]) -> PackingSlip:
    """Return a slip with each name as a product's, and the first's beginning as every other."""
    lines = tuple(SlipLine(str(n), f"S{n}", name, 1, 0, 1) for n, name in enumerate(ours, 1))
    first = ours[0][:24]  # so that few are cut: spelt out, one letter takes up to eight
    return replace(
        sample(1),
        customer=first,
        ship_to=(first,),
        carrier=first,
        note=first,
        contact=first,
        site_name=first,
        reference=first,
        lines=lines,
        to_come=(),
        language=("en", "es", "de", "fr")[len(first) % 4],
    )


def check_slip(ours: Sequence[str], book: FontBook, outcome: Outcome) -> None:
    """Print names on one slip and note in ``outcome`` what is lost, unwarned or obeyed."""
    outcome.names += len(ours)
    data, warnings = slip_pdf(said_of(ours), fonts=book)
    for found in active(data):
        outcome.add(ours[0], f"active content {found}")
    document = pypdfium2.PdfDocument(data)
    kinds = [raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM]
    if any(list(page.get_objects(filter=kinds)) for page in document):
        outcome.add(ours[0], "a picture")
    text = "".join(page.get_textpage().get_text_range() for page in document)
    there = letters(text)
    wanted = Counter[str]()
    for name in ours:
        clean = printable(name)
        drawn = book.drawable(clean, bold=False)
        lacking = [letter for letter in clean if f"U+{ord(letter):04X}" in drawn]
        outcome.warned += drawn != clean
        cut = shortened(clean) in warnings
        outcome.shortened += cut
        wanted += Counter() if cut else letters(drawn)
        if drawn != clean and not any(f"U+{ord(letter):04X}" in warnings[0] for letter in lacking):
            outcome.add(name, "no warning")
        if (
            not cut
            and _plain(clean)
            and "".join(clean.split()) not in "".join(undone(text).split())
        ):
            outcome.add(name, "not word for word")
    if lost := lost_letters(wanted, there):
        outcome.add(" | ".join(ours), f"lost {''.join(lost.elements())!a}")


def active(data: bytes) -> list[str]:
    """Return the names in a PDF's own objects that do something; its pages' texts do not count."""
    outside = STREAM.sub(b"", data)
    strings = re.compile(rb"\((?:\\.|[^()\\])*\)", re.DOTALL)
    return [found.decode() for found in ACTIVE.findall(strings.sub(b"()", outside))]


def letters(text: str) -> Counter[str]:
    """Count what PDFium is bound to find in any line.

    In right-to-left lines it mirrors signs and turns surrogate pairs round; it takes ligatures
    apart everywhere.
    """
    plain = unicodedata.normalize("NFKC", text)
    return Counter(letter for letter in plain if letter.isalnum() and letter <= "\uffff")


def lost_letters(wanted: Counter[str], there: Counter[str]) -> Counter[str]:
    """Return what is wanted and not there.

    A letter that PDFium found with a mark more is not lost: in a right-to-left line it may tell a
    mark beside its neighbour's letter.
    """
    lost, extra = wanted - there, there - wanted
    for letter in list(lost):
        for more in extra:
            parts = unicodedata.normalize("NFD", more)
            if len(parts) > 1 and parts[0] == letter:
                lost[letter] -= extra[more]
    return +lost


def undone(text: str) -> str:
    """Undo what PDFium makes of a hyphen that ends a line."""
    return text.replace("\x02", "-").replace("\ufffe", "-")


def _plain(name: str) -> bool:
    """Tell whether a name is of letters that no reader of a PDF changes."""
    return all(" " <= letter <= "~" or "\u00c0" <= letter <= "\u017f" for letter in name)


def main(arguments: Sequence[str]) -> int:
    """Print what came of the names; 1 where anything is wrong."""
    count, seed = (*map(int, arguments), *(LONG, 1)[len(arguments) :])
    began = perf_counter()
    outcome = check(count, seed)
    seconds = perf_counter() - began
    print(
        f"{outcome.names} names on slips: {outcome.warned} with letters that no font here draws, "
        f"each warned of; {outcome.shortened} cut short, each warned of; "
        f"{len(outcome.faults)} faults; {seconds:.0f} s"
    )
    for fault in outcome.faults[:20]:
        print(fault)
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
