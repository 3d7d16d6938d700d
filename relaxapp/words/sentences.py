"""Where one sentence ends and the next begins, and where an ellipsis lets a phrase hang."""

import re
from dataclasses import dataclass

_END = re.compile(
    r"(?P<marks>[.!?…]+)(?P<closing>[\"'”’»)]*)(?=\s|$)|(?P<hanging>\.{2,}|…+)|(?P<wide>[。！？।؟]+[”’」』»)]*)"
)

NEVER_END = frozenset(
    ["dr", "mr", "mrs", "ms", "mx", "prof", "rev", "st", "mt", "jr", "sr", "vs", "e.g", "i.e", "cf", "approx"]
)
"""Words that are written with a full stop which never ends a sentence."""

MAY_END = frozenset(["a.m", "p.m", "etc", "min", "sec", "hr", "oz", "lb", "ft", "u.s"])
"""Words that are written with a full stop, which ends a sentence only where a capital follows."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence, or a part of one that an ellipsis ends: as much as is said in one go."""

    start: int
    """Index of its first character."""
    end: int
    """Index after its last."""
    hangs: bool
    """Whether an ellipsis ends it."""


def phrases(text: str) -> tuple[Phrase, ...]:
    """Divide a run of text into what is said in one go; white space between phrases is in none of them."""
    found: list[Phrase] = []
    start = _past_space(text, 0)
    for match in _END.finditer(text):
        if match.start() < start or not _ends(text, start, match):
            continue
        found.append(Phrase(start, match.end(), _hangs(match)))
        start = _past_space(text, match.end())
    if start < len(text):
        found.append(Phrase(start, len(text.rstrip()), hangs=False))
    return tuple(found)


def _past_space(text: str, index: int) -> int:
    while index < len(text) and text[index].isspace():
        index += 1
    return index


def _word_before(text: str, start: int, end: int) -> str:
    """The letters, digits and full stops right before `end`, none before `start`."""
    first = end
    while first > start and (text[first - 1].isalnum() or text[first - 1] in "_."):
        first -= 1
    return text[first:end]


def _hangs(match: re.Match[str]) -> bool:
    marks = match["hanging"] or match["marks"] or ""
    return ("…" in marks or ".." in marks) and "!" not in marks and "?" not in marks


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether these marks end a phrase rather than an abbreviation or an initial."""
    if match["marks"] != "." or match["closing"]:
        return True
    before = _word_before(text, start, match.start())
    if before.casefold() in NEVER_END:
        return False
    follows = _past_space(text, match.end())
    following = text[follows : follows + 1]
    if before.casefold() in MAY_END:
        return not following or following.isupper()
    is_initial = len(before) == 1 and before.isupper() and before not in "IA"
    return not is_initial or not following
