"""A page of text whose every character knows where it stood, also after notes and marks were taken out."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from relaxapp.words.script import Position

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of what follows, and so can show other words than are said."""

_OBJECT = "\ufffc"
"""Stands for a picture in a text; the only forbidden character that counts as printable."""

_LINE_END = re.compile(r"\r\n|\n|\r")


class Source:
    """The whole text of a file and where its lines begin (after LF, CR LF or CR, nothing else)."""

    def __init__(self, text: str) -> None:
        self.text = text
        """As it was given."""
        self.starts = [0]
        """The offset at which each line begins."""
        self.starts.extend(match.end() for match in _LINE_END.finditer(text))

    def position(self, offset: int) -> Position:
        """Where the character at `offset` stands."""
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def lines(self) -> list["Marked"]:
        """Every line without its ending."""
        ends = [*self.starts[1:], len(self.text)]
        lines = []
        for start, end in zip(self.starts, ends, strict=True):
            text = self.text[start:end].rstrip("\r\n")
            lines.append(Marked(text, range(start, start + len(text) + 1)))
        return lines


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of text with the offset in its source of each character, and of its end."""

    text: str
    """The characters."""
    offsets: Sequence[int]
    """The offset of each character, then of what follows the last: one more than characters. A range where
    all stand side by side, which is nearly everywhere, and takes no time to cut."""

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self.offsets[0]

    def __getitem__(self, piece: slice) -> "Marked":
        start, stop, _step = piece.indices(len(self.text))
        stop = max(start, stop)
        return Marked(self.text[start:stop], self.offsets[start : stop + 1])

    def __add__(self, other: "Marked") -> "Marked":
        return Marked(self.text + other.text, _in_turn([self.offsets[:-1], other.offsets]))

    def strip(self) -> "Marked":
        """Without the white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self[start : len(self.text.rstrip())] if self.text.strip() else self[start:start]

    def without(self, unwanted: list[int]) -> "Marked":
        """Without the characters at these indices."""
        if not unwanted:
            return self
        gone = set(unwanted)
        kept = [i for i in range(len(self.text)) if i not in gone]
        return Marked(
            "".join(self.text[i] for i in kept), (*(self.offsets[i] for i in kept), self.offsets[-1])
        )


def joined(pieces: list[Marked]) -> Marked:
    """The pieces, one after another, with a space between two; at least one piece."""
    text = " ".join(piece.text for piece in pieces)
    return Marked(text, _in_turn([piece.offsets for piece in pieces]))


def _in_turn(parts: list[Sequence[int]]) -> Sequence[int]:
    """The offsets of all parts, one part after another."""
    parts = [part for part in parts if len(part)]
    beside = all(after[0] == before[-1] + 1 for before, after in pairwise(parts))
    if beside and all(isinstance(part, range) for part in parts):
        return range(parts[0][0], parts[-1][-1] + 1)
    return tuple(chain.from_iterable(parts))


def forbidden_in(text: str) -> list[int]:
    """The index of each character of `text` that is forbidden."""
    if text.isprintable() and _OBJECT not in text:
        return []
    return [index for index, char in enumerate(text) if is_forbidden(char)]


def is_forbidden(char: str) -> bool:
    """Whether a character can be neither spoken nor seen, or changes what is seen; tabs and line ends can."""
    if char in "\n\r\t":
        return False
    if char in _TURNING:
        return True
    return unicodedata.category(char) in {"Cc", "Cs", "Cn", "Co", "Zl", "Zp"} or char in {"\ufeff", _OBJECT}
