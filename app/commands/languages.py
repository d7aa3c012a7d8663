"""``languages``: in which language customers read their packing slips."""

from __future__ import annotations

import click

from app.commands.kinds import Said
from app.commands.output import put, put_json, put_table
from app.commands.session import Session, pass_session
from app.domain.languages import DEFAULT, LANGUAGES
from app.services.speaking import languages_of, set_language


@click.command("languages")
@click.argument("customer", type=Said(), required=False)
@click.argument(
    "language",
    type=click.Choice((*LANGUAGES, DEFAULT), case_sensitive=False),
    metavar="[LANGUAGE]",
    required=False,
)
@pass_session
def languages_(session: Session, customer: str | None, language: str | None) -> None:
    """List customers' languages, or write the packing slips of CUSTOMER in LANGUAGE.

    LANGUAGE is en, es, de or fr, or default for the site's (setting document_language). An order
    that names a language itself keeps it.
    """
    if customer is None:
        _put_all(session)
        return
    if language is None:
        raise click.UsageError("Say which language the customer reads.")
    done = set_language(customer, language, session.desk)
    if session.json:
        put_json(done)
    else:
        put(f"{done['customer']}: packing slips in {done['language']}")


def _put_all(session: Session) -> None:
    said = languages_of(session.desk)
    if session.json:
        put_json(said)
        return
    put(f"Warehouse: {said['document_language']}")
    put_table(
        "Customers", ("customer", "language"), [list(row) for row in said["customers"].items()]
    )
