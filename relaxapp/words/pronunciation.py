"""How words are said that a voice gets wrong: one file of words, each with what is said in its place.

It changes what a voice is given, never what is shown.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from relaxapp.translation import _
from relaxapp.words.mistake import Mistake
from relaxapp.words.plain_yaml import Map, PlainYamlError, Text, read_yaml
from relaxapp.words.script import Position

LONGEST_WORD = 60
LONGEST_SAID = 200
MOST_WORDS = 1_000


@dataclass(frozen=True)
class Pronunciation:
    """The words of one or several files."""

    said: Mapping[str, str]
    """What is said in the place of each word. A word in capitals stands for itself alone; others for every
    way to capitalise them."""

    def spoken(self, text: str) -> str:
        """`text` as a voice is given it: whole words only."""
        if not self.said:
            return text
        return self._pattern.sub(lambda found: self._said_for(found.group()), text)

    def _said_for(self, word: str) -> str:
        return self.said.get(word) or self._small[word.casefold()]

    @cached_property
    def _small(self) -> Mapping[str, str]:
        return {word.casefold(): said for word, said in self.said.items()}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.said, key=len, reverse=True)
        words = (re.escape(word) if word.isupper() else f"(?i:{re.escape(word)})" for word in longest_first)
        return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")


def read_pronunciation(text: str) -> tuple[Pronunciation, tuple[Mistake, ...]]:
    """The words that could be read, and every mistake."""
    try:
        root = read_yaml(text)
    except PlainYamlError as error:
        return Pronunciation({}), (Mistake(Position(error.line + 1, error.column + 1), error.message),)
    if root is None:
        return Pronunciation({}), ()
    if not isinstance(root, Map) or len(root.items) > MOST_WORDS:
        message = _("each line is a word, a colon, and how it is said; at most {most} of them")
        return Pronunciation({}), (Mistake(Position(1, 1), message.format(most=MOST_WORDS)),)
    said: dict[str, str] = {}
    mistakes: list[Mistake] = []
    for word, node in root.items:
        value = node.value.strip() if isinstance(node, Text) else ""
        if word.value.strip() and len(word.value) <= LONGEST_WORD and value and len(value) <= LONGEST_SAID:
            said[word.value.strip()] = value
        else:
            message = _("'{word}' needs a few words after its colon: how it is said")
            position = Position(word.line + 1, word.column + 1)
            mistakes.append(Mistake(position, message.format(word=word.value[:LONGEST_WORD])))
    return Pronunciation(said), tuple(mistakes)
