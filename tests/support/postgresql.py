"""A throw-away PostgreSQL server on a Unix socket: no port, no password, nothing left behind."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_UNPRIVILEGED = "nobody"  # the server refuses to run as root
_NOT_DURABLE = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c jit=off"


def server_programs() -> Path | None:
    """Folder that holds initdb and pg_ctl, the newest version first; None where there is none.

    Windows has none for this purpose: its servers lack the sockets that stand on file names.
    """
    if os.name != "posix":
        return None
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    found = shutil.which("initdb")
    folders = [*debian, *([Path(found).resolve().parent] if found else [])]
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


@contextmanager
def throw_away_server(programs: Path) -> Iterator[str]:
    """Start a server and yield the URL of its maintenance database (postgresql+psycopg://…).

    Raises subprocess.CalledProcessError where the server does not start; its output says why.
    """
    user = _server_user()
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # short: a socket's path has 107 bytes at most
    if user:
        shutil.chown(folder, user)
    try:
        _run(user, programs / "initdb", "-D", folder / "data", "-A", "trust", "-U", "floor",
             "-E", "UTF8", "--locale=C", "--no-sync")  # fmt: skip
        options = f"-k {folder} -c listen_addresses= -c max_connections=50 {_NOT_DURABLE}"
        _run(user, programs / "pg_ctl", "-D", folder / "data", "-l", folder / "log", "-w",
             "-o", options, "start")  # fmt: skip
        try:
            yield f"postgresql+psycopg://floor@/postgres?host={folder}"
        finally:
            _run(user, programs / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _version(folder: Path) -> int:
    return int(folder.parent.name) if folder.parent.name.isdigit() else 0


def _server_user() -> str | None:
    return _UNPRIVILEGED if os.getuid() == 0 else None


def _run(user: str | None, *command: str | Path) -> None:
    subprocess.run(
        command,
        check=True,
        user=user,
        extra_groups=[] if user else None,
        cwd="/",
        stdout=subprocess.DEVNULL,
        stderr=None,
    )
