"""Plain words: what is spoken can be followed by a ten-year-old.

Grade by Kincaid and others (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59, by pyphen's
hyphenation, which finds a few syllables less than are spoken.
"""

import re

import pyphen
import pytest

from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from tests.words.english import english, library, spoken

HYPHENS = pyphen.Pyphen(lang="en_US")
HIGHEST_GRADE = 6.0


def grade(lines: list[str]) -> float:
    """The Flesch-Kincaid grade of lines, each a sentence or a phrase."""
    words = [word for line in lines for word in re.findall(r"[A-Za-z']+", line)]
    sentences = sum(line.rstrip().endswith((".", "?", "!")) for line in lines) or 1
    syllables = sum(len(HYPHENS.positions(word)) + 1 for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def test_the_formula_tells_plain_from_learned() -> None:
    assert grade(["The cat sat on the mat.", "It was warm."]) < 2
    assert grade(["Proprioceptive awareness necessitates uninterrupted contemplation."]) > 12


@pytest.mark.parametrize("name", library().names())
def test_what_is_spoken_is_plain(name: str) -> None:
    script = library().find(name)
    for minutes in script.lengths:
        assert grade(spoken(personalise(script, Person(), minutes, english()))) <= HIGHEST_GRADE
