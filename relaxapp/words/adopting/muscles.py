"""Where a page has something tensed and let go, so that whoever only lets go never hears the tensing."""

import re
from collections.abc import Collection
from enum import StrEnum

from relaxapp.words.adopting.english import HOLDING, NOT_AN_ORDER, RELEASING, STRONG_TENSING, WEAK_TENSING


class Move(StrEnum):
    """What a sentence asks of the muscles."""

    NONE = "none"
    TENSE = "tense"
    HOLD = "hold"
    RELEASE = "release"


_STRONG = re.compile(rf"\b(?:{'|'.join(STRONG_TENSING)})\b", re.IGNORECASE)
_WEAK = re.compile(
    rf"(?:^|[,;]\s*|\b(?:and|then|now|gently|slowly|please)\s+)(?:{'|'.join(WEAK_TENSING)})\b", re.IGNORECASE
)
_HOLDING = re.compile(rf"\b(?:{'|'.join(HOLDING)})\b", re.IGNORECASE)
_RELEASING = re.compile(rf"\b(?:{'|'.join(RELEASING)})\b", re.IGNORECASE)
_NO_ORDER = re.compile(rf"\b(?:{'|'.join(NOT_AN_ORDER)})\b[^.]*$", re.IGNORECASE)


_JOIN = re.compile(r"\b(?:and\s+then|and|then)\b", re.IGNORECASE)
"""What joins letting go to what was tensed."""
WORDS_AFTER_JOIN = 4
"""How many may stand between it and the verb: and then, slowly and gently, release."""


def lets_go_after(sentence: str) -> bool:
    """Whether a sentence that tenses lets go, too."""
    return _release_after(sentence) is not None


def letting_go(sentence: str, breaks: Collection[int] = ()) -> int | None:
    """Where, in a sentence that tenses, the words begin that let go; None where that isn't plain.

    `breaks`: where it was broken already, by a silence or an ellipsis.
    """
    found = _release_after(sentence)
    if found is None:
        return None
    tensed, release = found
    between = sentence[tensed:release]
    joins = list(_JOIN.finditer(between))
    if joins:
        after = between[joins[-1].end() :]
        if len(after.split()) <= WORDS_AFTER_JOIN and not re.search(r"[,;:.]", after):
            return tensed + joins[-1].start()
    return release if release in breaks or re.search(r"[,;:–—-]\s*$", between) else None


def _release_after(sentence: str) -> tuple[int, int] | None:
    """Where the verb that tenses ends and the one that lets go begins; None where nothing is let go after."""
    tenses = [match for pattern in (_STRONG, _WEAK) if (match := pattern.search(sentence))]
    first = min(tenses, key=lambda match: match.start(), default=None)
    if first is None:
        return None
    for release in _RELEASING.finditer(sentence, first.end()):
        near = re.split(r"[,;:.…]|\b(?:and|then)\b", sentence[first.end() : release.start()])[-1]
        if not _NO_ORDER.search(near):
            return first.end(), release.start()
    return None


def moves(sentences: list[str]) -> list[Move]:
    """What each sentence of a paragraph asks of the muscles."""
    page = " ".join(sentences)
    held = _HOLDING.search(page) is not None and _RELEASING.search(page) is not None
    return [_move(sentence, held) for sentence in sentences]


def _move(sentence: str, held: bool) -> Move:
    release = _RELEASING.search(sentence)
    held = held or re.search(r"\bhold\b", sentence) is not None
    for pattern in (_STRONG, _WEAK) if held else (_STRONG,):
        tense = pattern.search(sentence)
        if tense is None or _NO_ORDER.search(sentence[: tense.start()]):
            continue
        if release is None or tense.start() < release.start():
            return Move.TENSE
    if release is not None and not _NO_ORDER.search(sentence[: release.start()]):
        return Move.RELEASE
    return Move.HOLD if _HOLDING.search(sentence) else Move.NONE
