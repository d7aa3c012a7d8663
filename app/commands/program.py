"""The command line: the options before the command, the commands, and how a run ends.

Each command's module is imported when it is called, so that none pays for the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import click

from app import texts
from app.commands.kinds import InstantText, Name, Place
from app.commands.output import complain
from app.commands.session import Options, Session
from app.domain.errors import FloorError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.commands.session import Means

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
MODULES: Final[Mapping[str, str]] = {  # command -> module of app.commands
    "demo": "demo",
    "import": "importing",
    "dock": "dock",
    "wall": "wall",
    "plan": "planning",
    "backorders": "planning",
    "receive": "scanning",
    "osd": "osd",
    "pick": "scanning",
    "cluster": "scanning",
    "sweep": "scanning",
    "picks": "planning",
    "putback": "scanning",
    "count": "scanning",
    "counts": "planning",
    "pack": "scanning",
    "shipment": "shipping",
    "slip": "slip",
    "label": "label",
    "prints": "printing",
    "printers": "printing",
    "order": "ordering",
    "lock": "ordering",
    "unlock": "ordering",
    "repeg": "repegging",
    "restage": "repegging",
    "substitute": "substituting",
    "appointment": "trucks",
    "pickup": "trucks",
    "pickups": "pickups",
    "door": "trucks",
    "unload": "unloading",
    "teach": "teaching",
    "settings": "setting",
    "languages": "languages",
    "policies": "policies",
    "lanes": "lanes",
    "read": "reading",
    "scanner": "scanners",
    "scale": "weighing",
    "simulate": "simulating",
    "verify": "keeping",
    "backup": "keeping",
    "restore": "keeping",
    "export": "keeping",
}


class Commands(click.Group):
    """The commands by name; ``--json`` is understood behind the command as well as before it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which a day uses them."""
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command's module and return the command, None for an unknown name."""
        module = MODULES.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(import_module(f"app.commands.{module}"), f"{cmd_name}_")
        parts = command.commands.values() if isinstance(command, click.Group) else ()
        for part in (command, *parts):
            if all(option.name != "json_too" for option in part.params):
                part.params.append(_json_too())
        return command


def _json_too() -> click.Option:
    return click.Option(
        ["--json", "json_too"],
        is_flag=True,
        expose_value=False,
        callback=_switch_json_on,
        help="One JSON document on standard output.",
    )


def _switch_json_on(ctx: click.Context, _option: click.Parameter, value: Any) -> None:
    if value:
        ctx.ensure_object(Session).json = True


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--db", type=Place(), help="SQLite file, or URL of a PostgreSQL database.")
@click.option("--as-of", type=InstantText(), help="Work at this instant (ISO 8601).")
@click.option("--station", type=Name(), help="Where the work is done.")
@click.option("--user", type=Name(), help="Who does it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.pass_context
def program(
    context: click.Context,
    db: str | None,
    as_of: str | None,
    station: str | None,
    user: str | None,
    *,
    as_json: bool,
) -> int | None:
    """Run the floor of a warehouse; without a command, open the window."""
    session = context.ensure_object(Session)
    session.options = Options(db or "", as_of or "", station or "", user or "")
    session.json = as_json
    if context.invoked_subcommand is None:
        return session.means.open_window(session.options)
    return None


def run(arguments: Sequence[str], means: Means) -> int:
    """Run one command and return the exit code; whatever went wrong is one line on stderr.

    What is no mistake of the floor, the person or the machine is left to the caller.
    """
    try:
        with program.make_context("main.py", list(arguments), obj=Session(means)) as context:
            return program.invoke(context) or DONE
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except click.UsageError as error:
        return _wrong_usage(error)
    except click.Abort:
        return _stopped()
    except KeyboardInterrupt:
        return _stopped()
    except FloorError as error:
        complain(texts.sentence(error.code, **error.data))
    except BrokenPipeError:
        complain(texts.sentence("output_closed"))
    except OSError as error:
        complain(_file_trouble(error))
    return REFUSED


def _wrong_usage(error: click.UsageError) -> int:
    command = error.ctx.command_path if error.ctx else "main.py"
    complain(f"{error.format_message()} ({command} --help tells more.)")
    return WRONG_USAGE


def _stopped() -> int:
    complain(texts.sentence("stopped"))
    return REFUSED


def _file_trouble(error: OSError) -> str:
    detail = error.strerror or str(error)
    if error.filename is None:
        return texts.sentence("system_trouble", detail=detail)
    return texts.sentence("file_trouble", where=error.filename, detail=detail)
