"""The sentences for what is wrong with an imported file or row."""

from pathlib import Path

import pytest

from app.exchange.findings import Finding
from app.exchange.reasons import reason
from app.texts.importing import SENTENCES

APP = Path(__file__).parents[2] / "app"
SOURCES = [*(APP / "exchange").glob("*.py"), *(APP / "services").glob("import*.py")]
CODE = "".join(path.read_text("utf-8") for path in [*SOURCES, APP / "domain" / "quantity.py"])
CODE += (APP / "domain" / "instants.py").read_text("utf-8")


@pytest.mark.parametrize("code", SENTENCES)
def test_no_sentence_is_without_a_finding(code: str) -> None:
    assert f'"{code}"' in CODE


def test_a_word_that_is_unknown_is_answered_with_those_that_are() -> None:
    finding = Finding(2, "hold", "unknown_word", {"value": "{maybe}", "words": ("yes", "no")})

    assert reason(finding) == "“{maybe}” is not one of yes, no"
