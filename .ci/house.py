"""Print this project's measures of style beside their goals, from the syntax trees alone.

`wrong to right input` counts the cases of tests about scans, codes and files (the literal cases of
a parametrized test each). A test is about wrong input if it is marked `wrong_input`, if a word of
WRONG stands in its name, or if it expects an error by `pytest.raises`; `right_input` overrules.
An override has its docstring from what it overrides: a name that is documented elsewhere, or Qt's.
"""

from __future__ import annotations

import ast
import re
import statistics
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PRODUCT = ("app", "ui", "db", "hardware", "main.py")
GENERATED = "db/migrations/versions"
ABOUT_INPUT = ("scan", "code", "receiv", "pick", "pack", "import", "csv", "read", "wedge", "serial")
WRONG = re.compile(
    r"(?:^|_)(?:(?:refus|reject|invalid|unknown|malform|damag|unplug|stall|repeat|miss|fail|cannot)[a-z]*"
    r"|(?:wrong|bad|never|not|no|nothing|without|error|twice|again|over|too|empty|lost|broken|stale|late)"
    r"|(?:foreign|short|unexpected|outside|cut|garbage|half|doubtful|hostile|bomb|undo|undone))(?:_|$)"
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Measure(NamedTuple):
    """One row: what is measured, what it is here, and the goal in words."""

    name: str
    here: str
    goal: str


@dataclass(frozen=True)
class Source:
    """One Python file with its syntax tree."""

    path: Path
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The file's syntax tree."""
        return ast.parse(self.text, str(self.path))

    @property
    def lines(self) -> int:
        """Lines, blank ones and comments too."""
        return self.text.count("\n")

    @property
    def functions(self) -> list[Function]:
        """Every function and method, nested ones too."""
        return [node for node in ast.walk(self.tree) if isinstance(node, Function)]

    @property
    def classes(self) -> list[ast.ClassDef]:
        """Every class, nested ones too."""
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef)]


def sources(roots: Iterable[str]) -> list[Source]:
    """Read the Python files under the roots, but for generated ones."""
    paths = [path for root in roots for path in _python_files(Path(root))]
    return [Source(path, path.read_text("utf-8")) for path in paths if GENERATED not in str(path)]


def _python_files(root: Path) -> list[Path]:
    return sorted(root.rglob("*.py")) if root.is_dir() else [root] if root.exists() else []


def length(node: Function | ast.ClassDef) -> int:
    """Lines from `def` or `class` to the end, the docstring too."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def sizes(product: list[Source]) -> Iterator[Measure]:
    """Files, functions and classes by their lines."""
    files = [source.lines for source in product if source.lines]
    long_files = [f"{source.path} {source.lines}" for source in product if source.lines > 300]
    yield Measure("files over 300 lines", _named(long_files), "next to none")
    yield Measure("median file", f"{statistics.median(files):.0f} lines", "about 90")
    functions = sorted(
        (length(node), f"{source.path}:{node.lineno} {node.name}")
        for source in product
        for node in source.functions
    )
    tenth = functions[len(functions) * 9 // 10][0]
    yield Measure("longest function", "{} lines, {}".format(*functions[-1]), "about 40")
    yield Measure("90th percentile of functions", f"{tenth} lines", "15")
    classes = [(node, source) for source in product for node in source.classes]
    if classes:
        longest, where = max(classes, key=lambda pair: length(pair[0]))
        fullest, home = max(classes, key=lambda pair: _methods(pair[0]))
        text = f"{length(longest)} lines, {where.path} {longest.name}"
        yield Measure("biggest class", text, "about 150")
        text = f"{_methods(fullest)} methods, {home.path} {fullest.name}"
        yield Measure("class with the most methods", text, "12")


def _methods(node: ast.ClassDef) -> int:
    return sum(isinstance(inner, Function) for inner in node.body)


def _named(items: list[str]) -> str:
    return f"{len(items)}{': ' if items else ''}{', '.join(items[:4])}"


def habits(product: list[Source], tests: list[Source]) -> Iterator[Measure]:
    """What the house does without."""
    everything = [*product, *tests]
    yield Measure("mocks in tests", _named(_found(tests, _is_mock)), "0")
    yield Measure("sleeps in tests", _named(_found(tests, _is_sleep)), "0")
    yield Measure("broad except", _named(_found(product, _is_broad)), "1 (the job runner)")
    yield Measure("global", _named(_found(everything, _is_global)), "0")
    yield Measure("import inside a function", _named(_inner_imports(product)), "0 for a circle")


def _found(files: list[Source], wanted: Callable[[ast.AST], bool]) -> list[str]:
    return [
        f"{source.path}:{getattr(node, 'lineno', 0)}"
        for source in files
        for node in ast.walk(source.tree)
        if wanted(node)
    ]


def _is_mock(node: ast.AST) -> bool:
    names = [alias.name for alias in getattr(node, "names", []) if isinstance(alias, ast.alias)]
    module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
    fixture = isinstance(node, ast.arg) and node.arg == "mocker"
    return fixture or any("mock" in name for name in [module, *names])


def _is_sleep(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and ast.unparse(node.func).rpartition(".")[2] in ("sleep", "msleep", "qWait", "qSleep")
    ) or (isinstance(node, ast.Call) and ast.unparse(node.func) == "qtbot.wait")


def _is_broad(node: ast.AST) -> bool:
    if not isinstance(node, ast.ExceptHandler):
        return False
    caught = ast.walk(node.type) if node.type else ()
    names = {name.id for name in caught if isinstance(name, ast.Name)}
    return node.type is None or bool(names & {"Exception", "BaseException"})


def _is_global(node: ast.AST) -> bool:
    return isinstance(node, ast.Global)


def _inner_imports(files: list[Source]) -> list[str]:
    return [
        f"{source.path}:{node.lineno}"
        for source in files
        for function in source.functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def words(product: list[Source]) -> Iterator[Measure]:
    """Types and docstrings, as shares of what could have one."""
    functions = [node for source in product for node in source.functions]
    typed = sum(node.returns is not None for node in functions)
    yield Measure("functions with a return type", _share(typed, len(functions)), "100 %")
    public = [node for source in product for node in _public(source.tree)]
    documented = {node.name for node in public if ast.get_docstring(node)}
    told = sum(_is_told(node, documented) for node in public)
    yield Measure("public names with a docstring", _share(told, len(public)), "100 %")


def _is_told(node: Function | ast.ClassDef, documented: set[str]) -> bool:
    inherited = isinstance(node, Function) and (node.name in documented or not node.name.islower())
    return inherited or ast.get_docstring(node) is not None


def _public(tree: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    for node in tree.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} % of {whole}" if whole else "none"


def wrong_to_right(tests: list[Source]) -> Measure:
    """How many cases of wrong input stand against each case of right input."""
    wrong = right = 0
    for source in tests:
        for function in source.functions:
            about = f"{source.path.stem}_{function.name}"
            if function.name.startswith("test_") and any(word in about for word in ABOUT_INPUT):
                cases = _cases(function)
                wrong += cases * _is_wrong(function)
                right += cases * (not _is_wrong(function))
    ratio = wrong / right if right else 0
    return Measure("wrong to right input", f"{ratio:.1f} : 1 ({wrong} to {right} cases)", "2 : 1")


def _cases(function: Function) -> int:
    cases = 1
    for mark in function.decorator_list:
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.parametrize":
            values = mark.args[1] if len(mark.args) > 1 else None
            cases *= len(values.elts) if isinstance(values, ast.List | ast.Tuple) else 1
    return cases


def _is_wrong(function: Function) -> bool:
    marks = {ast.unparse(mark).removeprefix("pytest.mark.") for mark in function.decorator_list}
    if "right_input" in marks:
        return False
    named = WRONG.search(function.name) is not None
    raises = any(
        isinstance(node, ast.Attribute) and node.attr == "raises" for node in ast.walk(function)
    )
    return "wrong_input" in marks or named or raises


def main() -> None:
    """Measure the tree around this file and print one row a measure."""
    product, tests = sources(PRODUCT), sources(["tests"])
    total = sum(source.lines for source in product)
    print(f"{len(product)} product files, {total} lines; {len(tests)} test files\n")
    rows = [*sizes(product), *habits(product, tests), *words(product), wrong_to_right(tests)]
    for row in rows:
        print(f"{row.name:<32}{row.here:<72}goal: {row.goal}")


if __name__ == "__main__":
    main()
