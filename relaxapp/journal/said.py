"""Lines that their writers marked to be read out in the group, without a name. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from relaxapp.journal.entry import Entry, Obstacle
from relaxapp.journal.group_question import GroupQuestion

LONGEST = 200
"""A longer line is cut."""
MOST_OF_ONE = 12
"""How many lines of a kind one person may have; the newest count."""


@dataclass(frozen=True, slots=True)
class Said:
    """Lines of one person or of several, each once, in the order of their letters: so nothing tells whose.

    What somebody marked and what they wrote beside it stand apart, so that no two lines lead to one person.
    """

    obstacles: frozenset[Obstacle] = frozenset()
    """What got in the way, as it was marked."""
    obstacle_words: tuple[str, ...] = ()
    """What got in the way, in words of their own."""
    own_ways: tuple[str, ...] = ()
    """What was done one's own way, or what made it possible."""
    questions: tuple[str, ...] = ()
    """Questions for the group."""

    def joined(self, other: "Said") -> "Said":
        """The lines of both."""
        return Said(
            self.obstacles | other.obstacles,
            _ordered((*self.obstacle_words, *other.obstacle_words)),
            _ordered((*self.own_ways, *other.own_ways)),
            _ordered((*self.questions, *other.questions)),
        )


def said(entries: Iterable[Entry], questions: Iterable[GroupQuestion]) -> Said:
    """What one person marked to be read out."""
    newest = sorted(entries, key=lambda entry: entry.started, reverse=True)
    in_the_way = [entry for entry in newest if entry.obstacles_read_out]
    return Said(
        frozenset(obstacle for entry in in_the_way for obstacle in entry.obstacles),
        _lines(entry.obstacle_words for entry in in_the_way),
        _lines(entry.own_way for entry in newest if entry.own_way_read_out),
        _lines(each.text for each in questions if each.read_out),
    )


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    found = dict.fromkeys(line for text in texts if (line := clean(text)))
    return _ordered(list(found)[:MOST_OF_ONE])


def clean(text: str) -> str:
    """One line, without signs that are unseen or turn what follows them around; cut where it is long."""
    spaced = re.sub(r"\s+", " ", text)
    seen = "".join(
        sign for sign in spaced if unicodedata.category(sign) not in ("Cc", "Cf", "Co", "Cn", "Cs")
    )
    line = seen.strip()
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def _ordered(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(lines), key=lambda line: (line.casefold(), line)))
