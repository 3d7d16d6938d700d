"""What of a text a speech engine can say."""

import unicodedata

_UNSPEAKABLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"})
"""Unicode categories that become a space: controls (NUL among them), marks of direction, lone surrogates,
characters of nobody, and every kind of space."""
_JOINERS = frozenset("\u200c\u200d")
"""Invisible, yet part of how a word or a picture is written."""
_INSIDE = frozenset("\u00ad\u200b\u2060\ufeff")
"""Invisible places inside a word: they go without leaving a space."""


def speakable(text: str) -> str:
    """`text` without what no engine can say, its spaces made single.

    Empty where no letter, number, picture or currency is left: an engine would name the punctuation.
    """
    plain = text.isascii() and text.isprintable()
    kept = text if plain else "".join(_kept(character) for character in text)
    if not any(_said(character) for character in kept):
        return ""
    return " ".join(kept.split())


def _kept(character: str) -> str:
    if character in _INSIDE:
        return ""
    if character in _JOINERS:
        return character
    return " " if unicodedata.category(character) in _UNSPEAKABLE else character


def _said(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN" or unicodedata.category(character) in {"So", "Sc"}
