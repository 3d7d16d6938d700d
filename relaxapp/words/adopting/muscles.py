"""Where a page has something tensed and let go, so that whoever only lets go never hears the tensing."""

import re
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
