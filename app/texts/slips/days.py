"""Days, numbers and plural forms as people write them in a language (CLDR, by Babel)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

if TYPE_CHECKING:
    from datetime import date

    from app.texts.slips.catalogue import Catalogue, Plural

_FIXED = "\u00a0"  # a blank at which no line breaks


def day(when: date, words: Catalogue) -> str:
    """Write a day out: 9 November 2026, 9. November 2026, 9 de noviembre de 2026."""
    return _kept(format_date(when, "long", locale=words.locale), when, words)


def span(first: date, last: date, words: Catalogue) -> str:
    """Write a range as short as is still plain: 25–26 November 2026; ``last`` if it is not after.

    A line may break only around the dash between two months.
    """
    if last <= first:
        return day(first, words)
    if (first.year, first.month) == (last.year, last.month):
        alone = format_date(first, words.day_alone, locale=words.locale)
        return f"{_kept(alone, first, words)}\u2013{day(last, words)}"
    if first.year == last.year:
        month = format_skeleton("MMMMd", first, locale=words.locale)
        return f"{_kept(month, first, words)} \u2013 {day(last, words)}"
    return f"{day(first, words)} \u2013 {day(last, words)}"


def kilograms(grams: int, words: Catalogue) -> str:
    """Write grams as kilograms to the gram, with two places at least: 12.36 kg, 12,36 kg."""
    number = format_decimal(Decimal(grams) / 1000, format="#,##0.00#", locale=words.locale)
    return f"{number}{_FIXED}kg"


def agreeing(forms: Plural, count: int, words: Catalogue) -> str:
    """Return the form that goes with a count, by the language's own rule."""
    name = Locale.parse(words.locale).plural_form(count)
    return forms.get(name, forms["other"])


def _kept(said: str, when: date, words: Catalogue) -> str:
    if words.first_day and when.day == 1:
        said = words.first_day + said.removeprefix("1")
    return said.replace(" ", _FIXED)
