"""``settings``: what the site has decided."""

from __future__ import annotations

import click

from app.commands.difference import put_difference
from app.commands.kinds import Said
from app.commands.output import put, put_json, put_table
from app.commands.session import Session, pass_session
from app.services.setting import change_setting, settings_json, settings_of


@click.command("settings")
@click.argument("key", type=Said(), required=False)
@click.argument("value", type=Said(), required=False)
@click.option("--dry-run", is_flag=True, help="Say what it does to the plan; change nothing.")
@pass_session
def settings_(session: Session, key: str | None, value: str | None, *, dry_run: bool) -> None:
    """Show the settings of the site or one KEY, or set KEY to VALUE."""
    name = key.strip().lower() if key else None
    if name is not None and value is not None:
        done = change_setting(name, value, session.desk, dry_run=dry_run)
        put_difference(session, f"{name} = {done[name]}", done)
        return
    found = settings_json(settings_of(session.desk), name)
    if session.json:
        put_json(found)
    elif name is not None:
        put(found[name])
    else:
        put_table("Settings", ("name", "value"), list(found.items()))
