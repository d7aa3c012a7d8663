"""``order``, ``lock`` and ``unlock``: what a supervisor decides about an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from app.commands.difference import put_difference
from app.commands.kinds import Said, Units
from app.commands.session import Session, pass_session
from app.domain.policies import Policy
from app.services.ordering import OrderChange, Pin, change_order, lock, unlock
from app.services.undoing import undo_change
from app.texts import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from click.decorators import FC


DRY_RUN = click.option(
    "--dry-run", is_flag=True, help="Say what it does to the plan; change nothing."
)


@click.command("order")
@click.argument("order", type=Said())
@click.option("--hold", is_flag=True, help="Stop all work on it.")
@click.option("--release", is_flag=True, help="Let work on it go on.")
@click.option("--cancel", is_flag=True, help="Cancel what is not shipped; its locks are freed.")
@click.option("--priority", type=click.IntRange(1, 5), help="1 is the most urgent.")
@click.option("--expedite", is_flag=True, help="The same as --priority 1.")
@click.option("--policy", type=click.Choice(tuple(Policy), case_sensitive=False))
@click.option("--max-shipments", type=Units(), help="With up_to_n_shipments.")
@click.option(
    "--substitutes", type=click.Choice(("yes", "no")), help="Whether substitutes may fill it."
)
@click.option("--note", help="What its packing slips say to the customer; '' says nothing.")
@click.option("--undo", is_flag=True, help="Take back the newest of these, and of its pins.")
@DRY_RUN
@pass_session
def order_(session: Session, /, order: str, *, undo: bool, dry_run: bool, **asked: Any) -> None:
    """Hold, release, cancel or re-rank ORDER, change its policy or note, allow it substitutes."""
    change = _change(**asked)
    if undo:
        if change != OrderChange():
            raise click.UsageError("--undo goes with --dry-run alone.")
        done = undo_change(session.desk, order=order, dry_run=dry_run)
        put_difference(session, sentence("taken_back", what=done["undone"]), done)
        return
    if change == OrderChange():
        raise click.UsageError("Say what to change: --hold, --release, --cancel, …")
    done = change_order(order, change, session.desk, dry_run=dry_run)
    put_difference(session, f"Order {order} is changed.", done)


def _change(
    *, hold: bool, release: bool, expedite: bool, substitutes: str | None, **asked: Any
) -> OrderChange:
    if hold and release:
        raise click.UsageError("--hold and --release exclude each other.")
    if expedite:
        if asked["priority"] is not None:
            raise click.UsageError("--expedite and --priority exclude each other.")
        asked["priority"] = 1
    held = hold if hold or release else None
    allowed = None if substitutes is None else substitutes == "yes"
    return OrderChange(hold=held, allow_substitutes=allowed, **asked)


def _pin_options(command: FC) -> FC:
    for add in (
        DRY_RUN,
        click.option("--asn-line", type=Said(), help="The line of that ASN."),
        click.option("--asn", type=Said(), help="Pin units of this inbound shipment."),
        click.argument("line", type=Said()),
        click.argument("order", type=Said()),
    ):
        command = add(command)
    return command


@click.command("lock")
@_pin_options
@click.option("--quantity", type=Units(), required=True, help="Units (each).")
@pass_session
def lock_(session: Session, /, *, dry_run: bool, **asked: Any) -> None:
    """Pin units of stock, or of an inbound shipment, to LINE of ORDER."""
    _pin(session, lock, "is pinned", dry_run=dry_run, **asked)


@click.command("unlock")
@_pin_options
@click.option("--quantity", type=Units(), help="Units (each); without it all that is pinned.")
@pass_session
def unlock_(session: Session, /, *, dry_run: bool, **asked: Any) -> None:
    """Release pinned units of LINE of ORDER."""
    _pin(session, unlock, "is released", dry_run=dry_run, **asked)


def _pin(
    session: Session,
    act: Callable[..., Mapping[str, Any]],
    what: str,
    *,
    dry_run: bool,
    **asked: Any,
) -> None:
    pin = Pin(**asked)
    if pin.asn_line is not None and pin.asn is None:
        raise click.UsageError("--asn-line goes with --asn.")
    done = act(pin, session.desk, dry_run=dry_run)
    put_difference(session, f"Order {pin.order} line {pin.line} {what}.", done)
