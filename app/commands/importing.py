"""``import``: files and folders of CSV, all in one transaction."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Final

import click

from app import texts
from app.commands.output import complain, put, put_json, put_table
from app.commands.session import Session, pass_session
from app.domain.errors import BadValueError
from app.exchange.layouts import layout_of
from app.exchange.reasons import reason
from app.exchange.rejects import rejected_name
from app.exchange.report import import_json
from app.services.importing import import_files
from app.texts.difference import freed_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.exchange.findings import Finding
    from app.exchange.report import FileReport, ImportReport

MOST_BYTES: Final = 1 << 30  # of one file: far above five million rows


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--skip-bad", is_flag=True, help="Leave bad rows out; write NAME.rejected.csv.")
@pass_session
def import_(session: Session, paths: tuple[Path, ...], *, dry_run: bool, skip_bad: bool) -> int:
    """Import CSV files, and those in folders: all of them or nothing."""
    found = [file for path in paths for file in _files(path)]
    content = [(path.name, _content(path)) for path in found]
    desk = session.desk
    report = import_files(
        content,
        desk.store,
        desk.stamp(),
        skip_bad=skip_bad,
        dry_run=dry_run,
        before_commit=lambda report: _write_rejected(session, report, found),
    )
    if session.json:
        put_json(import_json(report))
    else:
        _show(report)
    return _ending(report)


def _files(path: Path) -> list[Path]:
    """Return a file itself, or the files of a folder by name; OSError where there is neither."""
    path.stat()
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.iterdir() if file.is_file() or layout_of(file.name))


def _content(path: Path) -> bytes:
    """Return a file's bytes, none for a file of another name: it is only named.

    Raises OSError or BadValueError where it cannot be read, is no file, or is beyond all measure.
    """
    if layout_of(path.name) is None:
        return b""
    found = path.stat()
    if not S_ISREG(found.st_mode):
        raise BadValueError("not_a_file", value=path)
    if found.st_size > MOST_BYTES:
        raise BadValueError("file_too_large", value=path, most=MOST_BYTES)
    return path.read_bytes()


def _write_rejected(session: Session, report: ImportReport, found: Sequence[Path]) -> None:
    """Write what was left out beside the file that it came from."""
    sources = list(found)
    for file in report.files:
        path = next(path for path in sources if path.name == file.name)
        sources.remove(path)
        if file.rejected_text:
            target = path.with_name(rejected_name(path.name))
            session.outfit.write_file(target, file.rejected_text.encode("utf-8"))


def _show(report: ImportReport) -> None:
    columns = ("file", "rows", "created", "updated", "unchanged", "rejected", "left out")
    rows = [
        (file.name, *file.counts().values(), len(file.rejected), file.left_out)
        for file in report.files
    ]
    put_table("Dry run: nothing is kept" if report.dry_run else "Import", columns, rows)
    for file in report.files:
        for finding in file.rejected:
            put(_said("rejected", file, finding))
        for finding in file.warnings:
            put(_said("warning", file, finding))
        if file.unknown_columns:
            put(f"{file.name}: unknown columns left out: {', '.join(file.unknown_columns)}")
    if report.other_files:
        put(f"Other names, left out: {', '.join(report.other_files)}")
    if report.freed:
        put(freed_sentence(report.freed))
    if report.made:
        put(f"Locations made: {', '.join(report.made)}")


def _said(what: str, file: FileReport, finding: Finding) -> str:
    column = f", {finding.column}" if finding.column else ""
    return f"{file.name} line {finding.line}{column}: {what}: {reason(finding)}"


def _ending(report: ImportReport) -> int:
    if not report.files:
        complain(texts.sentence("nothing_to_import"))
        return 1
    if not report.refused:
        return 0
    bad = [(file, finding) for file in report.files for finding in file.rejected]
    first = _said("rejected", *bad[0]) if bad else ""
    complain(texts.sentence("import_refused", count=len(bad), first=first))
    return 1
