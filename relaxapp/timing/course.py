"""Laying out a stretch of breathing: how many whole breaths, and which out-breath each word begins with."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from relaxapp.timing.breathing import MINUTE, Limits, Pacing, Shares, edges
from relaxapp.timing.items import Breathing, Word


@dataclass(frozen=True, slots=True)
class Course:
    """The breaths a stretch may be made of: more of them than it can need."""

    pacing: Pacing
    """The rate they have, and how it slows."""
    edges: tuple[Fraction, ...]
    """The exact frames, from its start, at which breaths begin."""
    exhales: tuple[int, ...]
    """The frame at which the out-breath of each begins; empty where nothing is said."""
    fewest: int
    """The fewest breaths that hold its words."""

    def nearest(self, asked: float) -> int:
        """The whole number of breaths that lasts nearest to `asked` frames, and holds the words."""
        whole = round(asked)
        after = bisect_left(self.edges, whole)
        if after >= len(self.edges):
            after = len(self.edges) - 1
        if after > 0 and whole - self.edges[after - 1] <= self.edges[after] - whole:
            after -= 1
        return max(after, self.fewest)


def course(item: Breathing, limits: Limits, reached: Fraction | None) -> Course:
    """The breaths of `item`, going on from the rate that an earlier slowing reached."""
    paced = item.pacing
    if item.slows and reached is not None:
        paced = paced.going_on(reached)
    return _course(paced, limits, item.shares, item.high, item.words)


@lru_cache(maxsize=512)
def _course(paced: Pacing, limits: Limits, shares: Shares, high: int, words: tuple[Word, ...]) -> Course:
    longest_breath = MINUTE / min(limits.clamp(paced.first), limits.clamp(paced.last))
    spoken = sum(word.after + word.line.voiced for word in words)
    until = high + spoken + int((len(words) + 2) * longest_breath)
    marks = edges(paced, limits, until)
    exhales = exhales_of(shares, marks) if words else ()
    return Course(paced, marks, exhales, _fewest(words, exhales, marks))


def exhales_of(shares: Shares, marks: Sequence[Fraction]) -> tuple[int, ...]:
    """The frames at which the out-breaths begin, of breaths between the given edges."""
    return tuple(shares.exhale_at(first, last) for first, last in pairwise(marks))


def _fewest(words: Sequence[Word], exhales: Sequence[int], marks: Sequence[Fraction]) -> int:
    if not words:
        return 1
    end = 0
    for word in words:
        end = exhales[bisect_left(exhales, end + word.after)] + word.line.voiced
    return max(1, bisect_left(marks, end))


def spread(words: Sequence[Word], exhales: Sequence[int], end: int, free: int = 0) -> tuple[Word, ...] | None:
    """Each word at an out-breath, as evenly as they fit without meeting; None where they don't fit.

    `exhales` are the frames of all out-breaths, `free` is the first frame at which a word may begin and `end`
    the frame by which the last word is said.
    """
    latest = _latest(words, exhales, end)
    first = bisect_left(exhales, free)
    placed: list[Word] = []
    for index, word in enumerate(words):
        earliest = bisect_left(exhales, free + word.after)
        if latest is None or earliest > latest[index]:
            return None
        even = first + index * (len(exhales) - first) // len(words)
        breath = min(max(even, earliest), latest[index])
        placed.append(replace(word, breath=breath))
        free = exhales[breath] + word.line.voiced
    return tuple(placed)


def _latest(words: Sequence[Word], exhales: Sequence[int], end: int) -> list[int] | None:
    """The last out-breath each word may begin with so that all that follow still fit."""
    latest: list[int] = []
    by = end
    for word in reversed(words):
        breath = bisect_left(exhales, by - word.line.voiced + 1) - 1
        if breath < 0:
            return None
        latest.append(breath)
        by = exhales[breath] - word.after
    return latest[::-1]


def laid_out(item: Breathing, along: Course, breaths: int) -> Breathing:
    """`item` with a number of breaths that holds its words."""
    marks = along.edges[: breaths + 1]
    words = spread(item.words, along.exhales[:breaths], round(marks[-1])) if item.words else ()
    if words is None:
        raise ValueError("fewer breaths than hold the words")
    return replace(item, pacing=along.pacing, edges=marks, words=words, cut=None)


def scaled(item: Breathing, factor: Fraction) -> Breathing | None:
    """`item` with every breath longer or shorter by `factor`; None where its words no longer fit."""
    marks = tuple(edge * factor for edge in item.edges)
    words: tuple[Word, ...] | None = item.words
    if words:
        words = spread(words, exhales_of(item.shares, marks), round(marks[-1]))
    return None if words is None else replace(item, edges=marks, words=words)
