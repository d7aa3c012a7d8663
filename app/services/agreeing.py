"""What is agreed with customers on backorders, and whose policies clash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.errors import BadValueError
from app.domain.policies import PRECEDENCE, Terms, Voice, parse_terms
from app.services.ordering import weigh
from app.texts.policies import clash_sentence, precedence_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.policies import Clash, Said
    from app.services.desk import Desk
    from app.work import Work


@dataclass(frozen=True, slots=True)
class PolicyCheck:
    """What the site and its customers say, and the clashes of open orders in rank order."""

    default_policy: str
    agreements: Mapping[str, Terms]
    clashes: tuple[Clash, ...]


def policy_check(desk: Desk) -> PolicyCheck:
    """Return all clashes, those with the site's default too."""
    with desk.store.read(desk.stamp()) as work:
        plan = desk.planner.current(work)
        agreements = work.boards.agreements()
        return PolicyCheck(work.settings.default_policy, agreements, plan.clashes(defaults=True))


def agreements(desk: Desk) -> Mapping[str, Terms]:
    """Return what is agreed with customers who say anything, by name."""
    with desk.store.read(desk.stamp()) as work:
        return work.boards.agreements()


def agree_policy(
    customer: str, policy: str, most: int | None, desk: Desk, *, dry_run: bool = False
) -> Mapping[str, Any]:
    """Agree a policy with a customer and say what that does to the plan; ``default`` ends it.

    ``most`` goes with ``up_to_n_shipments``; ``orders`` in the answer counts those that name no
    policy of their own.  BadValueError for an unknown policy, a number out of
    range, and a customer without a name.
    """
    name, agreed = customer.strip(), parse_terms(policy, most)
    if not name:
        raise BadValueError("no_customer", value=customer)

    def apply(work: Work) -> Mapping[str, Any]:
        before = work.boards.agreements().get(name, Terms())
        told = {"before": terms_json(before), "after": terms_json(agreed)}
        work.changes.agree(work.fact("customer_policy", name, told), name, agreed)
        return {"orders": work.boards.leaving_it_to(name)}

    done = weigh(desk, apply, dry_run=dry_run)
    return {"customer": name, **terms_json(agreed), "dry_run": dry_run, **done}


def check_json(check: PolicyCheck) -> dict[str, Any]:
    """Return the check as ``policies --json`` prints it."""
    real = [clash for clash in check.clashes if not clash.of_default]
    return {
        "precedence": list(PRECEDENCE),
        "says": precedence_sentence(),
        "warehouse": {"policy": check.default_policy, "max_shipments": None},
        "customers": [
            {"customer": name, **terms_json(agreed)} for name, agreed in check.agreements.items()
        ],
        "clashes": [clash_json(clash) for clash in check.clashes],
        "summary": {
            "clashes": len(check.clashes),
            "contradictions": len(real),
            "overridden_defaults": len(check.clashes) - len(real),
            "orders": len({clash.order for clash in check.clashes}),
        },
    }


def clash_json(clash: Clash) -> dict[str, Any]:
    """Return a clash as the commands print it."""
    return {
        "order": clash.order,
        "kind": "overridden_default" if clash.of_default else "contradiction",
        "wins": _said_json(clash.wins),
        "yields": _said_json(clash.yields),
        "says": clash_sentence(clash),
    }


def terms_json(said: Terms) -> dict[str, Any]:
    """Return a policy as the commands print it."""
    return {"policy": str(said.policy), "max_shipments": said.most}


def _said_json(said: Said) -> dict[str, Any]:
    sku = {"sku": said.sku} if said.by is Voice.PRODUCT else {}
    return {"by": said.by.value, **sku, **terms_json(said.terms)}
