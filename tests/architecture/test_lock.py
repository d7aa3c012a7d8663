"""The lock file and pyproject.toml name the same packages."""

import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.architecture.product_files import ROOT

LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


def test_the_lock_satisfies_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    locked = LOCKED.findall((ROOT / "requirements.lock").read_text("utf-8"))

    unmet = [
        text
        for text in wanted
        if not any(_satisfies(name, version, Requirement(text)) for name, version in locked)
    ]

    assert unmet == [], "run: make lock"


def _satisfies(name: str, version: str, wanted: Requirement) -> bool:
    same = canonicalize_name(name) == canonicalize_name(wanted.name)
    return same and Version(version) in wanted.specifier
