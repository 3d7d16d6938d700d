"""A run of text cut into words, braces and brackets; notes are taken out before."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from relaxapp.translation import _
from relaxapp.words.source import Marked

Report = Callable[[int, str], None]
"""Takes the offset of a mistake and what is wrong."""


class PieceKind(StrEnum):
    """What a piece is."""

    WORDS = "words"
    BRACE = "brace"
    BRACKET = "bracket"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, `{...}` or `[...]`."""

    kind: PieceKind
    """What it is."""
    marked: Marked
    """Its characters, with the braces or brackets."""

    @property
    def content(self) -> str:
        """What stands inside, white space made single."""
        text = self.marked.text
        return " ".join((text if self.kind is PieceKind.WORDS else text[1:-1]).split())

    @property
    def start(self) -> int:
        """The offset where it begins."""
        return self.marked.start


_MARK = re.compile(r"[][{}]")
_CLOSING = {"{": "}", "[": "]"}


def without_notes(lines: list[Marked], report: Report) -> list[Marked]:
    """The lines without `<!-- notes -->`; a line that held nothing but a note is gone, not empty."""
    kept = []
    inside = False
    opened = 0
    for line in lines:
        text, clean, index = line.text, line[:0], 0
        while index < len(text):
            if inside:
                end = text.find("-->", index)
                index = len(text) if end < 0 else end + 3
                inside = end < 0
                continue
            start = text.find("<!--", index)
            stop = len(text) if start < 0 else start
            clean = _glued(clean, line[index:stop])
            if start >= 0:
                inside, opened, index = True, line.offsets[start], start + 4
            else:
                index = stop
        if clean.text.strip() or not text.strip():
            kept.append(clean if clean.text else line[:0])
    if inside:
        report(opened, _("this note is never closed; write --> where it ends"))
    return kept


def _glued(first: Marked, second: Marked) -> Marked:
    return first + second if first.text else second


def pieces(marked: Marked, report: Report) -> list[Piece]:
    """Cut a run of text at its braces and brackets; what isn't closed is reported and left out."""
    found: list[Piece] = []
    text = marked.text
    index = start = 0

    def words(stop: int) -> None:
        if stop > start:
            found.append(Piece(PieceKind.WORDS, marked[start:stop]))

    while (match := _MARK.search(text, index)) is not None:
        index = match.start()
        mark = text[index]
        following = _MARK.search(text, index + 1)
        if following is not None and following.group() == _CLOSING.get(mark):
            end = following.start()
            words(index)
            kind = PieceKind.BRACE if mark == "{" else PieceKind.BRACKET
            found.append(Piece(kind, marked[index : end + 1]))
            start = index = end + 1
            continue
        if mark in _CLOSING:
            report(marked.offsets[index], _("this {mark} is never closed").format(mark=mark))
        else:
            report(marked.offsets[index], _("this {mark} was never opened").format(mark=mark))
        words(index)
        start = index = index + 1
    words(len(text))
    return found


def spoken(words: Marked, report: Report) -> Marked:
    """The words as they are said: emphasis is taken away, marks that no voice can say are reported."""
    text = words.text
    emphasis: list[int] = []
    for match in re.finditer(r"\*+|_+", text):
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        if before.isalnum() and after.isalnum():
            if match.group().startswith("*"):
                report(words.offsets[match.start()], _("a * between letters can't be spoken"))
        elif before.strip() or after.strip():
            emphasis.extend(range(*match.span()))
        else:
            report(words.offsets[match.start()], _("{mark} can't be spoken").format(mark=match.group()[0]))
    for match in re.finditer(r"[`\\|<>~^=#]", text):
        report(words.offsets[match.start()], _("{mark} can't be spoken").format(mark=match.group()))
    return words.without(emphasis)
