"""What a paper warns its printer's operator of, and the two sentences that wait for the print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.domain.documents import PackingSlip, SlipWords


def dated(words: SlipWords, page: int, pages: int) -> str:
    """Write the line below the title."""
    return f"{words.packed_on} \u00b7 {words.page.format(page=page, pages=pages)}"


def copy_mark(slip: PackingSlip, words: SlipWords) -> str:
    """Return the mark of a second paper, "" on the first."""
    return words.copy.format(copy=slip.copy) if slip.copy > 0 else ""


def no_font(code_points: list[str]) -> str:
    """Warn of letters that no font on this machine has."""
    return f"No font here draws {', '.join(code_points)}; the paper shows the code in its place."


NO_LOGO: Final = {
    "missing": "cannot be read here",
    "too_big": "is larger than 2 MB",
    "broken": "is no PNG or JPEG picture of at most 40 million pixels",
}


def no_logo(trouble: str) -> str:
    """Warn that the slip is printed without the site's logo."""
    return f"The logo {NO_LOGO[trouble]}: the slip is printed without it."


def no_bars(what: str, number: str, *, too_long: bool) -> str:
    """Warn of a number that is printed as text alone; ``what`` is ORDER or SHIPMENT."""
    why = (
        "is too long for the page"
        if too_long
        else "has no letters, or some that Code 128 cannot carry"
    )
    return f"{what} {number[:40] or '(none)'} {why}: it is printed as text, with no barcode."


def narrow_bars(what: str, number: str) -> str:
    """Warn of bars under the house's width."""
    return f"{what} {number[:40]} is long: its barcode is narrow, scan it from near by."


def cut(text: str) -> str:
    """Warn of a text that had to be shortened; the first letters tell which."""
    return f"Shortened to fit: {text[:40]}…"
