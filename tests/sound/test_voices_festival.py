"""What Festival is told, without Festival: ASCII, no quotation marks, nothing that ends the text."""

import pytest

from relaxapp.sound.voices.festival_route import spelled


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let it be… just as it is.", "Let it be. just as it is."),
        ("Don’t hurry — rest.", "Don't hurry , rest."),
        ("a café in Zürich", "a cafe in Zurich"),
        ("ease 🐧", "ease"),
        ("שלום", ""),
        ("one\ntwo\0three", "one two three"),
    ],
)
def test_text_is_spelled_in_ascii(text: str, expected: str) -> None:
    assert spelled(text.replace("\0", " ")) == expected
