"""The band parts an answer where its first sentence ends."""

import pytest

from ui.presenters.bands import band_of


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("Counted: 1 Cup. Take it to LANE-1.", ("Counted: 1 Cup", "Take it to LANE-1.")),
        (
            "Counted: 1 Scones (24 pkgs. x 4 pieces). Next.",
            ("Counted: 1 Scones (24 pkgs. x 4 pieces)", "Next."),
        ),
        (
            "Counted: 2 St. John's tea No. 5. Over by 1.",
            ("Counted: 2 St. John's tea No. 5", "Over by 1."),
        ),
        ("Gezählt: 1 Kerze. Örtlich.", ("Gezählt: 1 Kerze", "Örtlich.")),
        ("Undone.", ("Undone", "")),
    ],
)
def test_the_first_sentence_is_the_outcome(message: str, parts: tuple[str, str]) -> None:
    band = band_of({"outcome": "accepted", "message": message, "scan": "X"})

    assert (band.outcome, band.sentence) == parts
