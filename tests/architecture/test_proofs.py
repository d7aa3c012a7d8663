"""The page on bad input names a test for each of its rows, and each of them exists."""

import ast
import re

import pytest

from tests.architecture.product_files import ROOT

ROW = re.compile(r"^\| (?!Bad input|---)", re.MULTILINE)
PROOF = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def rows_without_proof(page: str) -> list[str]:
    """Return the rows of the page that name no test, or one that does not exist."""
    rows = [line for line in page.splitlines() if ROW.match(line)]
    return [row for row in rows if not PROOF.search(row) or not _all_exist(row)]


def _all_exist(row: str) -> bool:
    return row.count("::") == len(PROOF.findall(row)) and all(
        name in _functions(path) for path, name in PROOF.findall(row)
    )


def _functions(path: str) -> set[str]:
    file = ROOT / path
    tree = ast.parse(file.read_text("utf-8") if file.exists() else "")
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize(
    "proof",
    [
        "",
        "`tests/architecture/test_proofs.py::test_no_such`",
        "`tests/architecture/test_gone.py::test_a_row_without_proof_is_seen`",
        "`tests/architecture/test_proofs.py::rows_without_proof`, `test_proofs.py::test_gone`",
    ],
)
def test_a_row_without_proof_is_seen(proof: str) -> None:
    assert rows_without_proof(f"| Bad input | Proof |\n| --- | --- |\n| x | {proof} |\n")


def test_each_row_of_the_page_on_bad_input_names_a_test_that_exists() -> None:
    page = (ROOT / "docs/bad-input.md").read_text("utf-8")

    assert page.count("::") > 40
    assert rows_without_proof(page) == []
