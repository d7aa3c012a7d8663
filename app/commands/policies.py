"""``policies``: what customers and site say of backorders, and where they clash."""

from __future__ import annotations

import click

from app.commands.difference import put_difference
from app.commands.kinds import Said, Units
from app.commands.output import put, put_json, put_table
from app.commands.session import Session, pass_session
from app.domain.policies import Policy
from app.services.agreeing import agree_policy, check_json, policy_check
from app.texts.policies import agreed_sentence


@click.command("policies")
@click.argument("customer", type=Said(), required=False)
@click.argument(
    "policy",
    type=click.Choice(tuple(Policy), case_sensitive=False),
    metavar="[POLICY]",
    required=False,
)
@click.option("--max-shipments", type=Units(), help="With up_to_n_shipments.")
@click.option("--dry-run", is_flag=True, help="Say what it does to the plan; change nothing.")
@pass_session
def policies_(
    session: Session,
    customer: str | None,
    policy: str | None,
    *,
    max_shipments: int | None,
    dry_run: bool,
) -> None:
    """List where policies clash and whose word counts, or agree POLICY with CUSTOMER.

    POLICY is ship_as_available, all_or_nothing, up_to_n_shipments or default, which ends an
    agreement. An order that names a policy itself keeps it.
    """
    if customer is None:
        _put_check(session)
        return
    if policy is None:
        raise click.UsageError("Say which policy is agreed with the customer.")
    done = agree_policy(customer, policy, max_shipments, session.desk, dry_run=dry_run)
    said = agreed_sentence(done)
    put_difference(session, said, done)


def _put_check(session: Session) -> None:
    check = check_json(policy_check(session.desk))
    if session.json:
        put_json(check)
        return
    put(check["says"])
    put(f"Warehouse: {check['warehouse']['policy']}")
    agreed = [list(row.values()) for row in check["customers"]]
    put_table("Customers", ("customer", "policy", "max shipments"), agreed)
    rows = [[row["order"], row["kind"].replace("_", " "), row["says"]] for row in check["clashes"]]
    put_table("Clashes", ("order", "kind", "who counts"), rows)
