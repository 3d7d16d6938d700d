"""Numbers in a row, as a page counts a breath or down from ten."""

import re
from dataclasses import dataclass

from relaxapp.words.adopting.english import NUMBERS
from relaxapp.words.directives import HIGHEST_NUMBER, LONGEST_COUNT

_VALUES = {word: value for value, word in enumerate(NUMBERS)}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(_VALUES, key=len, reverse=True))})"
_RUN = re.compile(
    rf"(?<![\w.,:/-])(?<!\d\s){_NUMBER}(?:(?:\s*(?:[,;.…–—-]|and\b)[\s,.…–—-]*|\s+){_NUMBER}(?![\w:/%]))+",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?<![\w]){_NUMBER}(?!\w)", re.IGNORECASE)
_NOUN = re.compile(
    r"[\s-]*(?:breath|time|second|sec|minute|min|hour|day|week|thing|step|point|part|finger|hand|eye|o'clock|percent|%|more|or|to)",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|inhale|inhaling|in-breath)\W*(?:for\W*)?$", re.IGNORECASE)
_OUT = re.compile(r"\b(?:out|exhale|exhaling|out-breath)\W*(?:for\W*)?$", re.IGNORECASE)
_HOLD = re.compile(
    r"\b(?:hold|holding|pause|rest|release|squeeze|tense|tight)\W*(?:it|for|this)?\W*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Run:
    """Numbers that follow one another."""

    start: int
    """Index of the first character."""
    end: int
    """Index after the last."""
    numbers: tuple[int, ...]
    """In order, each one more, or each one less, than the one before."""
    every: float
    """Seconds from one to the next."""
    breath: str
    """`in` or `out` where a breath is counted; empty otherwise."""


def counted(text: str) -> list[Run]:
    """Every row of numbers that is counted aloud."""
    found = []
    for match in _RUN.finditer(text):
        marks = list(_ONE.finditer(text, match.start(), match.end()))
        values = [_value(mark.group()) for mark in marks]
        first = 0
        while first < len(values):
            last = first
            step = 0
            while last + 1 < len(values):
                difference = values[last + 1] - values[last]
                if abs(difference) != 1 or (step and difference != step):
                    break
                step = difference
                last += 1
            run = _run(text, marks[first : last + 1], tuple(values[first : last + 1]))
            if run is not None:
                found.append(run)
            first = last + 1
    return found


def _run(text: str, marks: list[re.Match[str]], numbers: tuple[int, ...]) -> Run | None:
    if len(numbers) < 2 or max(numbers) > HIGHEST_NUMBER:
        return None
    start, end = marks[0].start(), marks[-1].end()
    before = text[max(0, start - 40) : start]
    breath = "in" if _IN.search(before) else "out" if _OUT.search(before) else ""
    held = breath or _HOLD.search(before)
    if (len(numbers) < 3 and not held) or _NOUN.match(text, end):
        return None
    between = text[marks[0].end() : marks[1].start()]
    dots = between.count(".") + 3 * between.count("…")
    every = 1.0 if held else 1.0 if dots < 2 else 2.0 if dots < 6 else 3.0
    if abs(numbers[-1] - numbers[0]) * every > LONGEST_COUNT:
        return None
    return Run(start, end, numbers, every, breath)


def _value(text: str) -> int:
    return int(text) if text.isdigit() else _VALUES[text.casefold()]
