"""Times and numbers as a page writes them: ten seconds, a minute, 3 breaths, 1-2 min, a few moments."""

import re

from relaxapp.words.adopting.english import NUMBERS, TENS, VAGUE

BREATH = (6.0, 10.0)
"""Seconds of one breath, where breaths tell a time."""

_WORDS = {word: value for value, word in enumerate(NUMBERS)} | TENS | {"a": 1, "an": 1, "another": 1}
_NUMBER = rf"(?:\d{{1,5}}(?:\.\d{{1,2}})?|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_UNIT = (
    r"(?P<unit>(?:full |whole |more |slow |deep |long |easy |normal |natural |quiet |complete |gentle )*"
    r"(?:seconds?|secs?|s|sek|sekunden?|minuten?|minutes?|mins?|m"
    r"|breaths?|breath cycles?|cycles?|rounds?|heart ?beats?|counts?|beats?))"
)
_AROUND = r"(?:(?:for|of|about|approximately|approx\.?|around|at least|up to|roughly|ca\.?|circa|over|~)\s+)*"
TIME = re.compile(
    rf"{_AROUND}(?:(?P<vague>{'|'.join(sorted(VAGUE, key=len, reverse=True))})\b"
    rf"|(?P<clock>\d{{1,2}}:\d{{2}})\b"
    rf"|(?P<low>{_NUMBER})(?:\s*(?:-|–|to|or)\s*(?P<high>{_NUMBER}))?"
    rf"(?:\s+and a half)?[\s-]*(?:{_UNIT}\b|(?P<mark>[\"”'′″]+)))"
    rf"(?:\s+or (?:so|more|two))?"
)
"""A time, in small letters."""


def is_number(text: str) -> bool:
    """Whether it is a number in digits or words."""
    return text in _WORDS or re.fullmatch(r"\d{1,5}", text) is not None


def number(text: str) -> float:
    """The value of a number in digits or words."""
    return float(_WORDS[text]) if text in _WORDS else float(text)


def seconds(match: "re.Match[str]") -> tuple[float, float]:
    """The seconds that a match of TIME means, the least and the most."""
    if match["vague"]:
        low, high = VAGUE[match["vague"]]
        return float(low), float(high)
    if match["clock"]:
        minutes, rest = match["clock"].split(":")
        return (int(minutes) * 60.0 + int(rest),) * 2
    low_number = number(match["low"])
    high_number = max(number(match["high"]) if match["high"] else low_number, low_number)
    least, most = _unit(match)
    return low_number * least, high_number * most


def is_breaths(match: "re.Match[str]") -> bool:
    """Whether the time is told in breaths."""
    return bool(match["unit"]) and re.search(r"breath|cycle|round", match["unit"]) is not None


def _unit(match: "re.Match[str]") -> tuple[float, float]:
    if match["mark"]:
        return (60.0, 60.0) if match["mark"] in {"'", "′"} else (1.0, 1.0)
    unit = match["unit"].split()[-1]
    if unit.startswith("m"):
        return 60.0, 60.0
    if is_breaths(match):
        return BREATH
    return 1.0, 1.0
