"""A real cupsd of the test's own: its folder, its socket, and a queue that misbehaves when told."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAMS = ("cupsd", "lpadmin", "lp", "lpstat", "cancel", "cupsenable")
PLACES = ("/usr/sbin", "/sbin")
QUEUE = "Bay"
STARTS_S = 10
BACKEND = """#!/bin/sh
[ $# -eq 0 ] && { echo 'direct tray "Unknown" "Tray"'; exit 0; }
way=$(cat "HOME/way")
case "$way" in
  "out of paper") echo "STATE: +media-empty-error" >&2; echo "ERROR: Out of paper" >&2; exit 4 ;;
  "fails") echo "ERROR: The cable is out" >&2; exit 1 ;;
esac
out="HOME/tray/$1"
if [ $# -ge 6 ]; then cat "$6"; else cat; fi >"$out.part" && mv "$out.part" "$out.pdf"
"""
CONFIG = """LogLevel debug
Listen HOME/cups.sock
Browsing No
WebInterface No
DefaultAuthType None
PreserveJobHistory Yes
<Location />
Order deny,allow
</Location>
<Policy default>
JobPrivateAccess all
JobPrivateValues none
SubscriptionPrivateAccess all
SubscriptionPrivateValues none
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
FILES = """ServerRoot HOME
ServerBin HOME/bin
DataDir /usr/share/cups
CacheDir HOME/cache
StateDir HOME/state
RequestRoot HOME/spool
TempDir HOME/temp
AccessLog HOME/access_log
ErrorLog HOME/error_log
PageLog HOME/page_log
FileDevice Yes
Sandboxing relaxed
SystemGroup USERS
"""


def lacking_programs() -> list[str]:
    """Return the programs of CUPS that this machine does not have."""
    return [name for name in PROGRAMS if _find(name) is None]


def _find(name: str) -> str | None:
    return shutil.which(name, path=os.pathsep.join((os.environ["PATH"], *PLACES)))


@dataclass
class Cups:
    """A running spooler; its queue ``Bay`` puts files into ``tray`` as its way says."""

    home: Path
    child: subprocess.Popen[bytes]

    @property
    def env(self) -> dict[str, str]:
        """What a client needs to find it."""
        return {"CUPS_SERVER": str(self.home / "cups.sock"), "LC_ALL": "C"}

    def goes(self, way: str) -> None:
        """Let the printer work (``works``), or be ``out of paper``, or fail (``fails``)."""
        (self.home / "way").write_text(way)

    def call(self, name: str, *arguments: str) -> str:
        """Run one of its programs; return what it printed."""
        command = [_find(name) or name, *arguments]
        done = subprocess.run(command, env=os.environ | self.env, capture_output=True, check=True)
        return done.stdout.decode()

    def papers(self) -> list[bytes]:
        """Return what lies in the tray."""
        return [file.read_bytes() for file in sorted((self.home / "tray").glob("*.pdf"))]

    def kill(self) -> None:
        """Take its power away."""
        self.child.kill()
        self.child.wait()

    def settle(self) -> None:
        """Let it write its queues down, as it does some seconds after a change, or at its end."""
        self.child.terminate()
        self.child.wait()
        self.start()

    def start(self) -> None:
        """Start it, again where it was killed, and wait until it listens."""
        (self.home / "cups.sock").unlink(missing_ok=True)
        self.child = _start(self.home)


@contextmanager
def spooler() -> Iterator[Cups]:
    """Run a spooler with one queue; its folder's path is short, as a socket's must be."""
    with tempfile.TemporaryDirectory(
        prefix="cups-", dir="/tmp", ignore_cleanup_errors=True
    ) as name:
        home = Path(name)
        _furnish(home)
        cups = Cups(home, _start(home))
        try:
            uri = "tray:/1"
            cups.call(
                "lpadmin",
                "-p",
                QUEUE,
                "-v",
                uri,
                "-m",
                "raw",
                "-E",
                "-o",
                "printer-error-policy=stop-printer",
            )
            cups.settle()
            yield cups
        finally:
            cups.kill()


def _furnish(home: Path) -> None:
    home.chmod(0o755)
    for part in ("bin/backend", "bin/filter", "cache", "state", "spool", "temp", "tray"):
        (home / part).mkdir(parents=True)
    for part in ("tray", "temp"):
        (home / part).chmod(0o777)
    for part in ("daemon", "notifier", "monitor", "cgi-bin", "driver"):
        source = Path("/usr/lib/cups") / part
        if source.exists():
            (home / "bin" / part).symlink_to(source)
    (home / "way").write_text("works")
    (home / "way").chmod(0o644)
    backend = home / "bin/backend/tray"
    backend.write_text(BACKEND.replace("HOME", str(home)))
    backend.chmod(0o755)
    for part in ("bin", "bin/backend", "bin/filter"):
        (home / part).chmod(0o755)
    user = getpass.getuser()
    users = f"root {user}" if user != "root" else "root"
    ids = "" if os.geteuid() == 0 else f"User {user}\nGroup {user}\n"
    (home / "cupsd.conf").write_text(CONFIG.replace("HOME", str(home)))
    (home / "cups-files.conf").write_text(
        FILES.replace("HOME", str(home)).replace("USERS", users) + ids
    )


def _start(home: Path) -> subprocess.Popen[bytes]:
    command = [
        _find("cupsd") or "cupsd",
        "-f",
        "-c",
        str(home / "cupsd.conf"),
        "-s",
        str(home / "cups-files.conf"),
    ]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    probe = [_find("lpstat") or "lpstat", "-r"]
    env = os.environ | {"CUPS_SERVER": str(home / "cups.sock"), "LC_ALL": "C"}
    for _ in range(STARTS_S * 20):
        done = subprocess.run(probe, env=env, capture_output=True, check=False)
        if b"is running" in done.stdout:
            return child
        try:
            child.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
        break
    child.kill()
    child.wait()
    raise RuntimeError("cupsd did not start")
