"""Sentences agree with their numbers, and say so when something to fill in is missing."""

import pytest

from app.texts.wording import NOUNS, VERBS, fill


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 units are"), (1, "1 unit is"), (2, "2 units are")]
)
def test_nouns_and_verbs_agree_with_the_number(number: int, said: str) -> None:
    assert fill("{n:units} {n:are}", {"n": number}) == said


@pytest.mark.parametrize(("many", "one"), [*NOUNS.items(), *VERBS.items()])
def test_every_word_has_its_two_forms(many: str, one: str) -> None:
    assert fill(f"{{n:{many}}}", {"n": 1}).endswith(one)
    assert fill(f"{{n:{many}}}", {"n": 2}).endswith(many)


def test_other_formats_are_pythons_own() -> None:
    assert fill("{share:.0%} of {name}", {"share": 0.5, "name": "T-1"}) == "50% of T-1"


@pytest.mark.wrong_input
@pytest.mark.parametrize("name", ["{n:units}", "{0}", "{n.real}", "%s", "\u202e"])
def test_what_is_filled_in_is_never_a_template_itself(name: str) -> None:
    assert fill("Scan {code}.", {"code": name, "n": 1}) == f"Scan {name}."


@pytest.mark.parametrize("template", ["{n:units}", "{}", "{missing}"])
def test_a_missing_name_is_an_error(template: str) -> None:
    with pytest.raises((KeyError, IndexError)):
        fill(template, {})


@pytest.mark.parametrize("word", ["unit", "parcels"])
def test_an_unknown_word_is_an_error(word: str) -> None:
    with pytest.raises(ValueError, match="Invalid format specifier"):
        fill(f"{{n:{word}}}", {"n": 2})
