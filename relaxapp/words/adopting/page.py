"""A page as it came: its text, and what a word processor said of its lines."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from relaxapp.words.source import Marked


class Role(StrEnum):
    """What a line is by its style, where a word processor tells."""

    PLAIN = "plain"
    TITLE = "title"
    HEADING = "heading"
    HEAD_CELL = "head cell"
    """A cell in the first row of a table."""
    FIRST_CELL = "first cell"
    """The first cell of any other row."""
    CELL = "cell"
    """Any other cell."""
    MARGIN = "margin"
    """In the header or footer of a page."""
    NOTE = "note"
    """A footnote, a comment, or text that was struck out."""


CELLS = frozenset({Role.HEAD_CELL, Role.FIRST_CELL, Role.CELL})
"""The roles of lines that stood in a table."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is turned into a practice."""

    text: str
    """All of it, lines divided by line ends."""
    name: str
    """What it is called where nothing in it is a title: the file's name without its ending."""
    roles: Mapping[int, Role] = field(default_factory=lambda: MappingProxyType({}))
    """By line, counted from 1; lines that aren't here are plain."""

    def role(self, line: int) -> Role:
        """What the line is by its style."""
        return self.roles.get(line, Role.PLAIN)


_JOINED_LETTERS = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
"""Letters that printers join and no voice can say."""


def legible(line: Marked) -> Marked:
    """The line without marks that can't be seen or said, joined letters apart, every space a plain one."""
    if line.text.isascii() and line.text.isprintable():
        return line
    letters: list[str] = []
    offsets: list[int] = []
    for index, char in enumerate(line.text):
        if char in _JOINED_LETTERS:
            shown = _JOINED_LETTERS[char]
        elif char.isspace() or unicodedata.category(char) == "Cc":
            shown = "\t" if char == "\t" else " "
        elif unicodedata.category(char) in {"Cf", "Cs", "Co", "Cn"} or char == "\ufffc":
            shown = char if char in "\u200c\u200d" else ""
        else:
            shown = char
        letters.append(shown)
        offsets.extend([line.offsets[index]] * len(shown))
    return Marked("".join(letters), (*offsets, line.offsets[-1]))


def has_words(text: str) -> bool:
    """Whether there is anything in it that can be said."""
    return any(char.isalnum() for char in text)
