"""``demo``: the sample warehouse, in a window or headless."""

from __future__ import annotations

from pathlib import Path

import click

from app.commands.session import Session, pass_session


@click.command("demo")
@click.option(
    "--headless",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Run the day with no display; leave pictures, slips and summary.json in DIR.",
)
@pass_session
def demo_(session: Session, headless: Path | None) -> int:
    """Work through a sample warehouse in a throw-away database."""
    return session.means.run_demo(session.options, headless)
