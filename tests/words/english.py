"""The shipped words of English, read once for all tests."""

from functools import cache

from relaxapp import locations
from relaxapp.library.library import Library
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.parse import parse
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise, says_of
from relaxapp.words.reading import Reading
from relaxapp.words.script import Count, Say, Script

HEAD = """---
title: A test
technique: visualization
lengths: [5, 10, 20]
ask:
  place: {question: "Where?", default: a quiet place}
  touch: {question: "What do you feel there?", optional: true}
  pain: {question: "What do you call it?", optional: true, about_pain: true}
---
"""
"""The front matter of small scripts: a blank with a default, an optional one, one about pain."""


@cache
def library() -> Library:
    """The shipped scripts."""
    return Library(locations.shipped_scripts(), locations.shipped_scripts() / "none of one's own")


@cache
def english() -> Lexicon:
    """The shipped lexicon."""
    return library().lexicon("en")


def script(body: str, head: str = HEAD) -> Script:
    """A small script; `body` follows the front matter."""
    return parse(head + body, "test.md")


def reading(body: str, person: Person | None = None, minutes: float = 10) -> Reading:
    """A small script as one person hears it."""
    return personalise(script(body), person or Person(), minutes, english())


def spoken(made: Reading) -> list[str]:
    """Everything that is said, in order, counted numbers included."""
    said: list[str] = []
    for passage in made.passages:
        for step in passage.steps:
            said += [say.text for say in says_of([step])]
            if isinstance(step, Count):
                said += [say.text for say in step.words if isinstance(say, Say)]
    return said


def lines(body: str, person: Person | None = None, minutes: float = 10) -> list[str]:
    """What is said of a small script."""
    return spoken(reading(body, person, minutes))
