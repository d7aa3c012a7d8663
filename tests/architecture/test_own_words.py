"""The product's files speak of the product alone."""

import re

import pytest

from tests.architecture.product_files import ROOT, product_files

# Written apart so that this file does not name them itself.
FOREIGN = re.compile(
    "|".join(
        [
            r"(?<![\w.\-])/wor[k]/",
            r"pypi\." + "org",
            r"python" + r"hosted\.org",
            r"artifact-?" + "registry",
            r"extra-" + "index-url",
            r"farm-" + "(?:studio|bench)",
            r"\bissue " + r"#?\d",
        ]
    )
)
TEXT = ("*.py", "*.md", "*.toml", "*.lock", "*.csv", "*.txt", "Makefile", ".ci")


def foreign_words(text: str) -> list[str]:
    """Find what a reader outside this workplace could not make sense of."""
    return FOREIGN.findall(text)


@pytest.mark.parametrize(
    "text",
    ["read " + "/wor" + "k/main", "https://pypi." + "org/simple", "--extra-" + "index-url x"],
)
def test_a_foreign_word_is_seen(text: str) -> None:
    assert foreign_words(text)


def test_no_file_of_the_product_has_a_foreign_word() -> None:
    found = {
        str(path.relative_to(ROOT)): words
        for path in product_files(*TEXT)
        if (words := foreign_words(path.read_text("utf-8", errors="replace")))
    }

    assert found == {}


@pytest.mark.parametrize("name", ["requirements.lock", ".ci/installer.lock"])
def test_a_lock_file_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")

    assert "--hash=sha256:" in text
    assert "://" not in text
