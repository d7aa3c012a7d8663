"""A guard against a Qt for Python that aborts after some hundred emits."""

import subprocess
import sys

import pytest

EMITS = """
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal(bool)

heard = []
bell = Bell()
bell.rung.connect(heard.append)
for _ in range(5_000):
    bell.rung.emit(True)
print(len(heard))
"""


@pytest.mark.qt
def test_a_signal_survives_five_thousand_emits() -> None:
    child = subprocess.run(
        [sys.executable, "-c", EMITS], check=False, capture_output=True, text=True
    )

    assert (child.returncode, child.stdout) == (0, "5000\n"), child.stderr
