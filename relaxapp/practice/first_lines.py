"""The first lines of what may begin without a question, voiced while the person looks around.

A neural voice on a small computer takes seconds for a line; whoever needs to settle should not wait for it.
"""

from collections.abc import Iterable
from contextlib import suppress

from relaxapp.errors import RelaxError
from relaxapp.practice.practice import SETTLING, SETTLING_MINUTES
from relaxapp.session import lines_of
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.script import Say, Script

BREATHING, BREATHING_MINUTES = "paced-breathing", 2
"""The gentlest way in."""
AT_ONCE = ((SETTLING, SETTLING_MINUTES), (BREATHING, BREATHING_MINUTES))
"""What may begin so, and how long it lasts."""
LINES = 2
"""While they are heard, the next ones are voiced."""


def first_lines(
    practices: Iterable[tuple[Script, float]], person: Person, lexicon: Lexicon
) -> tuple[Say, ...]:
    """Those of each practice at its length. A practice that can't be is told of when it is to begin."""
    lines: list[Say] = []
    for script, minutes in practices:
        with suppress(RelaxError):
            lines += lines_of(personalise(script, person, minutes, lexicon))[:LINES]
    return tuple(lines)
