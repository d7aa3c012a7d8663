"""What the scanner doctor shows of a diagnosis, and of what came in one go.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.doctor_findings import Verdict
from app.domain.doctor_labels import LABELS
from app.domain.doctor_sights import Sight, Stray
from app.texts import doctor as words
from app.texts import screen
from ui.models.doctor import DoctorScene, FindingRow
from ui.models.setup import TestScan
from ui.presenters.setup_scene import CONTROL_NAMES, tokens_of

if TYPE_CHECKING:
    from app.domain.doctor import Diagnosis
    from app.domain.doctor_findings import Finding
    from app.domain.raw_read import RawRead

STATES = {
    Verdict.GOOD: "ok",
    Verdict.FIXED: "info",
    Verdict.MUST: "warn",
    Verdict.UNKNOWN: "idle",
}


ACTED_ON = (Verdict.MUST, Verdict.FIXED)


def doctor_scene(found: Diagnosis | None, *, is_saved: bool = False) -> DoctorScene:
    """Show a diagnosis; None before the first read."""
    if found is None:
        return DoctorScene("", words.say("begin"))
    scans = found.scans
    note = words.say("all_scanned" if scans == len(LABELS) else "scan_of", scans=scans)
    said = _next(found) if not is_saved else words.say("saved", device=found.profile.name)
    rows = tuple(_row(finding) for finding in sorted(found.findings, key=_urgency))
    return DoctorScene(note, said, rows, scans > 0 and not is_saved, can_start_over=True)


def raw_scan(read: RawRead, shown: TestScan | None) -> TestScan:
    """Show a read as it came, with what the code in it means; without one, that there is none."""
    tokens, took = tokens_of(read.text, b""), _took(read)
    if shown is None:
        title = words.say("no_code" if read.is_typed else "no_code_bytes")
        return TestScan("warn", title, took, tokens, ())
    return TestScan(shown.state, shown.title, took, tokens, shown.facts)


def _took(read: RawRead) -> str:
    ms, gap = round(read.took_ms), round(read.longest_gap_ms)
    word = "read_took_keys" if read.is_typed else "read_took"
    return words.say(word, characters=len(read.text), ms=ms, gap=gap, device=read.device)


def _next(found: Diagnosis) -> str:
    last = ""
    if isinstance(found.last, Stray):
        half = found.last.half_of
        last = words.say("half", label=half.name) if half else words.say("foreign")
    elif isinstance(found.last, Sight) and found.is_aside:
        last = words.say("aside", label=found.last.label.name)
    label = found.next_label
    step = words.say("next", label=label.name) if label else words.say("done")
    return f"{last} {step}".lstrip()


def _urgency(finding: Finding) -> int:
    """Put what a person must do first, then what the profile mends."""
    return ACTED_ON.index(finding.verdict) if finding.verdict in ACTED_ON else len(ACTED_ON)


def _row(finding: Finding) -> FindingRow:
    data = {name: _shown(name, value) for name, value in finding.data.items()}
    title, about = words.finding_words(finding.word, data)
    return FindingRow(title, about, STATES[finding.verdict])


def _shown(name: str, value: object) -> object:
    if name == "layout":
        return screen(f"layout_{value}")
    return named(value) if isinstance(value, str) else value


def named(text: str) -> str:
    """Write control characters by their names: ``STX``, ``GS``; a key without text as ``key``."""
    names = {**CONTROL_NAMES, "\x00": "key", "\x02": "STX", "\x03": "ETX"}
    return (
        " ".join(names.get(letter, letter) for letter in text)
        if any(letter in names for letter in text)
        else text
    )
