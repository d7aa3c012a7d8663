"""What every test stands on: Qt without a screen, a home of its own, real servers on demand.

What a machine cannot provide is skipped by name, and the run's last lines sum it up.
"""

import os
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from psycopg import sql

from tests.support import postgresql, xvfb
from tests.support.qt import why_qt_cannot_start

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile(
    "floor",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,  # there a red run is red again
)
settings.load_profile("floor")
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in the background of a script
    signal.signal(signal.SIGINT, signal.default_int_handler)  # children are ended as by a person
WINDOWS = Path(__file__).parent / "ui"


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder that stands for the user's home: no test reads or writes the real one."""
    home = tmp_path_factory.mktemp("home")
    home.chmod(0o700)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
            patch.setenv(name, str(home))
        yield home


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """URL of a running server's maintenance database; the server lives as long as the run."""
    programs = postgresql.server_programs()
    if programs is None:
        pytest.skip("PostgreSQL: no server on this machine (Debian: apt-get install postgresql)")
    with postgresql.throw_away_server(programs) as url:
        yield url


@pytest.fixture
def postgresql_url(postgresql_server: str) -> str:
    """URL of an empty database of the test's own."""
    name = f"test_{uuid4().hex}"
    url = postgresql_server.replace("+psycopg", "")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return postgresql_server.replace("/postgres?", f"/{name}?")


@pytest.fixture(scope="session")
def x_display() -> Iterator[str]:
    """Name (":N") of a real X display with a window manager, for programs started as children."""
    if lacking := xvfb.lacking_programs():
        pytest.skip(f"Windows on a real X server: this machine lacks {', '.join(lacking)}")
    with xvfb.x_server() as display:
        yield display


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Let the configuration name pytest-qt's settings where it could not be loaded."""
    if not pluginmanager.hasplugin("pytest-qt"):
        parser.addini("qt_log_level_fail", "not used without Qt")
        parser.addini("qt_log_ignore", "not used without Qt", type="linelist")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave the windows' tests out where Qt cannot start: they could not even be imported."""
    return True if why_qt_cannot_start() and collection_path == WINDOWS else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is marked as needing Qt where Qt cannot start."""
    if why := why_qt_cannot_start():
        for item in items:
            if item.get_closest_marker("qt") or item.get_closest_marker("x11"):
                item.add_marker(pytest.mark.skip(reason=f"Qt cannot start: {why}"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in words, at the very end, what this machine could not test."""
    skipped = Counter(_reason(report) for report in terminalreporter.stats.get("skipped", []))
    for reason, tests in sorted(skipped.items()):
        terminalreporter.write_line(f"Not tested here ({tests} skipped): {reason}", yellow=True)
    if why := why_qt_cannot_start():
        terminalreporter.write_line(f"Not tested here (all of tests/ui): Qt: {why}", yellow=True)


def _reason(report: pytest.TestReport) -> str:
    where_and_why = report.longrepr
    told = where_and_why[2] if isinstance(where_and_why, tuple) else where_and_why
    return str(told).removeprefix("Skipped: ")
