"""``prints`` and ``printers``: the queue of papers, and where each kind of paper goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from app.commands.kinds import Said
from app.commands.output import put, put_json, put_table
from app.commands.session import Session, pass_session
from app.domain.errors import RefusedError
from app.domain.printing import CHOICES, STAYS, PrintState
from app.services.print_deciding import (
    Decision,
    choose_printer,
    decide,
    find_paper,
    paper_json,
    printers_of,
    queue_json,
)
from app.services.print_queue import hand_over, paper_of, queue_of
from app.texts.printers import paper_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.printing import Queued

_COLUMNS = ("number", "copy", "kind", "state", "station", "printer", "since", "said")


def _word(name: str, help_: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(f"--{name}", type=Said(), metavar="NUMBER", help=help_)


@click.command("prints")
@_word("retry", "Hand the paper of NUMBER over now.")
@_word("seen", "The doubtful paper of NUMBER is here.")
@_word("not-seen", "It is not here: print it again, marked as a copy.")
@_word("cancel", "Nobody needs the paper of NUMBER any more.")
@click.option(
    "--copy", type=click.IntRange(0, 100_000), help="Which copy, where there are several."
)
@click.option("--kind", type=Said(), default="", help="Which kind, where there are several.")
@pass_session
def prints_(session: Session, /, copy: int | None, kind: str, **words: str | None) -> None:
    """Show the papers that are still to print, handed over or doubtful, and decide on one."""
    asked = [(word, number) for word, number in words.items() if number is not None]
    if len(asked) > 1:
        raise click.UsageError("One of --retry, --seen, --not-seen and --cancel at a time.")
    if not asked:
        if copy is not None or kind:
            raise click.UsageError("--copy and --kind go with a decision.")
        _put_queue(session)
        return
    word, number = asked[0]
    paper = find_paper(number, session.desk, copy=copy, kind=kind)
    done = _retry(session, paper) if word == "retry" else _decide(session, paper, Decision(word))
    if session.json:
        put_json(paper_json(done))
    else:
        put(paper_words(done))


@click.command("printers")
@click.option(
    "--set",
    "choice",
    type=(click.Choice(CHOICES), Said()),
    metavar="KIND NAME",
    help="Print a kind of paper there: a queue, a folder, tcp://HOST:PORT, qt:NAME.",
)
@pass_session
def printers_(session: Session, choice: tuple[str, str] | None) -> None:
    """Show the printers that were found, and where this station prints slips, sheets and labels.

    With an empty NAME a kind goes to the site's printer again (the setting ``printer``).
    """
    outfit = session.outfit
    if choice is not None:
        choose_printer(*choice, outfit.desk, outfit.paperwork.printer)
    chosen, found = printers_of(outfit.desk), outfit.find_printers()
    if session.json:
        put_json({"station": outfit.desk.station, "printers": chosen, "found": list(found)})
        return
    rows = [(kind, outfit.paperwork.printer(name).name) for kind, name in chosen.items()]
    put_table(f"Printers of {outfit.desk.station}", ("paper", "printer"), rows)
    put_table("Found", ("printer",), [(name,) for name in found])


def _put_queue(session: Session) -> None:
    papers = queue_of(session.desk)
    if session.json:
        put_json(queue_json(papers))
        return
    rows = [paper_json(paper) for paper in papers]
    put_table("Papers", _COLUMNS, [[row[name] for name in _COLUMNS] for row in rows])


def _retry(session: Session, paper: Queued) -> Queued:
    """Hand it over now; a doubtful one is for a person to decide first."""
    if paper.job.state is not PrintState.TO_PRINT:
        raise RefusedError("print_state", state=paper.job.state, event="handing_over")
    printed = hand_over(paper, session.desk, session.outfit.paperwork)
    if printed.job.state in STAYS:
        raise RefusedError("not_printed", printer=printed.printer, said=printed.said)
    return paper_of(paper.document, paper.job.copy, session.desk)


def _decide(session: Session, paper: Queued, decision: Decision) -> Queued:
    job = decide(paper.document, paper.job.copy, decision, session.desk)
    return paper_of(paper.document, job.copy, session.desk)
