"""Whatever the floor, the person or the machine did wrong has its sentence, and all it needs."""

import ast
from collections.abc import Iterator

import pytest

from app import texts
from app.texts import floor, screens
from tests.architecture.product_files import ROOT, product_files

FAMILY = {"FloorError", "NotFoundError", "RefusedError", "BadValueError", "TroubleError"}
PRODUCT = ("app/*.py", "db/*.py", "hardware/*.py", "main.py")
WORDED_ELSEWHERE = {"app/domain/quantity.py"}  # its callers say what was asked for


def raised() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every error of the family that is raised by name: place, code, names of its data."""
    for path in product_files(*PRODUCT):
        place = str(path.relative_to(ROOT))
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in FAMILY and node.args:
                code = node.args[0]
                names = tuple(word.arg for word in node.keywords if word.arg)
                if isinstance(code, ast.Constant) and place not in WORDED_ELSEWHERE:
                    yield f"{place}:{node.lineno}", str(code.value), names


CASES = list(raised())


@pytest.mark.parametrize(("place", "code", "names"), CASES, ids=[case[0] for case in CASES])
def test_an_error_has_its_sentence(place: str, code: str, names: tuple[str, ...]) -> None:
    assert texts.sentence(code, **dict.fromkeys(names, "x")), place


def test_the_errors_are_found() -> None:
    assert len(CASES) > 20


def test_no_two_screens_give_one_name_to_a_sentence() -> None:
    parts = [module.SENTENCES for module in vars(screens).values() if hasattr(module, "SENTENCES")]

    assert sum(map(len, parts)) == len(screens.SCREENS)


def test_no_two_rooms_give_one_name_to_a_sentence() -> None:
    assert sum(map(len, floor.PARTS)) == len(floor.ALL)


def test_what_a_screen_says_is_worded() -> None:
    said = [
        (f"{path.name}:{node.lineno}", str(node.args[0].value))
        for path in product_files("app/*.py", "ui/*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "screen"
        and isinstance(node.args[0], ast.Constant)
    ]

    assert len(said) > 300
    assert [where for where, name in said if name not in screens.SCREENS] == []
