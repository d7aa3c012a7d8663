"""Habits that no linter keeps: no mocks, no sleeps, no SQL in strings, no widget in a presenter.

And no date is written in a way that Windows does not know.
"""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.architecture.product_files import ROOT, product_files

PRODUCT = ("app/*.py", "db/*.py", "hardware/*.py", "ui/*.py", "main.py")
MAY_SPEAK_SQL = {"db/dialects.py", "db/engine.py"}
SLEEPS = {"time.sleep", "sleep", "asyncio.sleep", "qtbot.wait", "QTest.qWait", "QThread.msleep"}
SQL_TEXTS = {"sa.text", "sqlalchemy.text"}
TAKES_SQL = {"execute", "exec_driver_sql", "executescript", "executemany"}


def mocks(tree: ast.Module) -> Iterator[int]:
    """Lines that import a mock or ask for one by fixture."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom) and "mock" in ast.unparse(node):
            yield node.lineno
        if isinstance(node, ast.arg) and node.arg == "mocker":
            yield node.lineno


def sleeps(tree: ast.Module) -> Iterator[int]:
    """Lines that wait for time instead of for what they need."""
    yield from (call.lineno for call in _calls(tree) if ast.unparse(call.func) in SLEEPS)


def sql_strings(tree: ast.Module) -> Iterator[int]:
    """Lines that take SQLAlchemy's text() or hand a plain string to the database."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlalchemy"):
            yield from (node.lineno for name in node.names if name.name == "text")
    for call in _calls(tree):
        name = ast.unparse(call.func)
        plain = bool(call.args) and isinstance(call.args[0], ast.Constant | ast.JoinedStr)
        if name in SQL_TEXTS or (name.rpartition(".")[2] in TAKES_SQL and plain):
            yield call.lineno


def beyond_qt_core(tree: ast.Module) -> Iterator[int]:
    """Lines that import more of Qt than its core, so that a terminal or a voice could not do it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (node.lineno for name in node.names if name.name.startswith("PySide6"))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
            core = node.module == "PySide6.QtCore"
            yield from () if core else (node.lineno,)


def posix_dates(tree: ast.Module) -> Iterator[int]:
    """Lines that format a date with what only some systems have (``%-d``)."""
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else ""
        if isinstance(text, str) and "%-" in text:
            yield node.lineno  # type: ignore[attr-defined]


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call))


@pytest.mark.parametrize(
    ("finder", "code"),
    [
        (mocks, "from unittest import mock"),
        (mocks, "from unittest.mock import Mock"),
        (mocks, "def test_x(mocker): ..."),
        (sleeps, "time.sleep(1)"),
        (sleeps, "qtbot.wait(100)"),
        (beyond_qt_core, "import PySide6.QtWidgets"),
        (beyond_qt_core, "from PySide6 import QtGui"),
        (beyond_qt_core, "from PySide6.QtWidgets import QLabel"),
        (posix_dates, "f'{day:%-d %b}'"),
        (posix_dates, "day.strftime('%-H')"),
        (sql_strings, "from sqlalchemy import select, text"),
        (sql_strings, "work.execute(sa.text('SELECT 1'))"),
        (sql_strings, "cursor.execute(f'PRAGMA {name}')"),
        (sql_strings, "connection.exec_driver_sql('SELECT 1')"),
    ],
)
def test_a_lapse_is_seen(finder: Callable[[ast.Module], Iterator[int]], code: str) -> None:
    assert list(finder(ast.parse(code))) == [1]


@pytest.mark.parametrize("finder", [mocks, sleeps])
def test_no_test_has_a_stand_in_that_is_not_held_to_account_or_waits_for_time(
    finder: Callable[[ast.Module], Iterator[int]],
) -> None:
    assert _places(finder, product_files("tests/*.py")) == []


def test_sql_is_spoken_in_the_dialects_files_alone() -> None:
    spoken = _places(sql_strings, product_files(*PRODUCT))

    assert [place for place in spoken if place.partition(":")[0] not in MAY_SPEAK_SQL] == []


def test_presenters_know_only_the_core_of_qt() -> None:
    assert _places(beyond_qt_core, product_files("ui/presenters/*.py", "ui/models/*.py")) == []


def test_dates_are_written_as_every_system_can() -> None:
    assert _places(posix_dates, product_files(*PRODUCT)) == []


def _places(finder: Callable[[ast.Module], Iterator[int]], files: tuple[Path, ...]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{line}"
        for path in files
        for line in finder(ast.parse(path.read_text("utf-8")))
    ]
