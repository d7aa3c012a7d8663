"""``wall``: the wall screen alone, for a screen over the dock that nobody touches."""

from __future__ import annotations

import click

from app.commands.session import Session, pass_session


@click.command("wall")
@click.option(
    "--theme",
    type=click.Choice(["light", "dark", "contrast"]),
    default="light",
    show_default=True,
    help="How it looks.",
)
@pass_session
def wall_(session: Session, theme: str) -> int:
    """Show today's doors on a whole screen, page by page, until Esc or F11.

    It reads again each minute and when any station has written, and by itself where the database
    was away for a while, from the start on too.
    """
    return session.means.open_wall(session.options, theme)
