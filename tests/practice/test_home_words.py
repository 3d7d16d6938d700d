"""What home says of a practice."""

import dataclasses

import pytest

from relaxapp.practice.home import description
from tests.words.english import library


@pytest.mark.parametrize(
    ("lengths", "told"), [((1,), "1 minute"), ((5,), "5 minutes"), ((1, 2), "1, 2 minutes")]
)
def test_lengths_are_told_in_words_that_agree(lengths: tuple[int, ...], told: str) -> None:
    script = dataclasses.replace(library().find("settling"), lengths=lengths)
    assert description(script).splitlines()[-1] == told
