"""Every code on a real line is painted and sounded: ``benchmarks.answer``, short, nothing timed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from app.domain.scan import Outcome
from benchmarks.answer import check, job_of, measure, rights, sample
from benchmarks.answer_window import AnswerWindow

SCANS = 3


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication) -> Iterator[AnswerWindow]:
    window = AnswerWindow(sample(tmp_path), tmp_path)
    yield window
    window.close()
    window.shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.right_input
@pytest.mark.wrong_input
def test_every_single_code_gets_its_own_frame_and_sound_in_every_room(
    window: AnswerWindow,
) -> None:
    runs = [run for run in measure(window, SCANS, pause_ms=0) if "burst" not in run.kind]

    assert [run.kind for run in runs] == [
        f"{room}, {kind}" for room in ("receive", "pick", "pack") for kind in ("right", "refused")
    ]
    assert [len(run.painted_ms()) for run in runs] == [SCANS] * 6
    assert [len(run.sounded_ms()) for run in runs] == [SCANS] * 6


@pytest.mark.wrong_input
def test_a_refused_code_passes_for_no_right_one(window: AnswerWindow) -> None:
    window.open(*job_of(rights(window.desk, 1)[0][0]))

    with pytest.raises(SystemExit, match="NOBODY-KNOWS came to"):
        check(window.scan(["NOBODY-KNOWS"]), Outcome.ACCEPTED)
