"""In which language a customer's papers are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.errors import BadValueError
from app.domain.languages import DEFAULT, parse_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.desk import Desk


def languages_of(desk: Desk) -> Mapping[str, Any]:
    """Return the site's language and those that were said for customers, by name."""
    with desk.store.read(desk.stamp()) as work:
        return {
            "document_language": work.settings.document_language,
            "customers": dict(work.boards.languages()),
        }


def set_language(customer: str, language: str, desk: Desk) -> Mapping[str, Any]:
    """Say the language of a customer's papers; ``default`` leaves it to the site again.

    BadValueError for a language that no paper is written in, and a customer without a name.
    """
    name, default = customer.strip(), language.strip().lower() == DEFAULT
    if not name:
        raise BadValueError("no_customer", value=customer)
    said = "" if default else parse_language(language)
    with desk.store.work(desk.stamp()) as work:
        before = work.boards.languages().get(name, "")
        fact = work.fact("customer_language", name, {"before": before, "after": said})
        work.changes.speak(fact, name, said)
        work.commit()
        return {"customer": name, "language": said or work.settings.document_language}
