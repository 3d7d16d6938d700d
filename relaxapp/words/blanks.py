"""Putting answers into the blanks of a sentence so that the sentence stays one."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from relaxapp.words.fitting import fitted
from relaxapp.words.lexicon import Grammar

BLANK = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""A blank in the text of a script."""

LONGEST_ANSWER = 200
"""Characters; what is longer isn't a part of a sentence any more."""

NEUTRAL = "it"
"""What stands for words for pain where areas are looked for: those words may name any area."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What a blank is filled with."""

    words: str
    """The answer or the default, cleaned; never empty."""
    typed: bool
    """Whether the person chose it."""
    about_pain: bool = False
    """Whether it may name an area that is left out elsewhere."""
    as_written: bool = False
    """Whether it keeps its own wording: one says "I am safe" to oneself, not "you are safe"."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A sentence with its blanks filled."""

    text: str
    """As it is said."""
    answers: tuple[str, ...]
    """The names of the blanks in it that hold words of the person."""
    without_pain: str
    """The same without words for pain: what may not name a left-out area."""


def blanks_in(text: str) -> tuple[str, ...]:
    """The names of the blanks in a text of a script."""
    return tuple(BLANK.findall(text))


def cleaned(answer: str) -> str:
    """An answer on one line, composed, without control characters and without white space around it."""
    composed = unicodedata.normalize("NFC", answer)
    kept = "".join(
        " " if unicodedata.category(char) in {"Cc", "Zl", "Zp", "Zs"} else char
        for char in composed
        if unicodedata.category(char) not in {"Cs", "Cf", "Co", "Cn"} or char in "\u200c\u200d"
    )
    return " ".join(kept.split())


def fill(text: str, fillings: Mapping[str, Filling], grammar: Grammar, starts: bool = True) -> Filled:
    """Fill every blank of `text`; KeyError where `fillings` lacks one.

    `starts` tells whether the text begins a sentence. What the answers hold is never read as a blank.
    """
    if "{" not in text:
        return Filled(text, (), text)
    said, hidden = "", ""
    answers: list[str] = []
    end = 0
    for match in BLANK.finditer(text):
        filling = fillings[match[1]]
        before = text[end : match.start()]
        said, hidden = said + before, hidden + before
        end = match.end()
        said, words, skipped = fitted(said, filling.words, text[end:], grammar, starts, filling.as_written)
        hidden += NEUTRAL if filling.about_pain else words
        said, end = said + words, end + skipped
        if filling.typed:
            answers.append(match[1])
    return Filled(said + text[end:], tuple(answers), hidden + text[end:])
