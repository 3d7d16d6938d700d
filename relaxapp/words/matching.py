"""Finding words and phrases in a text, by whole words and their stems.

A phrase is written as its words. `=word` is matched as it is written, any other word by its stem; `...`
leaves room for up to four words. Where phrases overlap, the one that begins first holds, and of those the
longest.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from threading import Lock
from typing import Any, Generic, TypeVar

from relaxapp.words.forms import NO_FORMS, Forms

GAP = "..."
WIDEST_GAP = 4
"""Words that may stand where a phrase has `...`."""

_ALGORITHMS = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
}
"""Languages with a stemmer; in others a word matches only as it is written."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘‛ʼ′", "'"))
_WITHOUT_ROOM = frozenset({"Cf", "Mn", "Me"})
_BREAK = re.compile(r"[.,;:!?…()\"“”„«»—–]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text."""

    surface: str
    """As it is written, case and accents folded."""
    stem: str
    """Its stem, accents folded."""
    after_break: bool
    """Whether punctuation stands between it and the word before."""


_lock = Lock()
_stemmers: dict[str, Any] = {}


@lru_cache(maxsize=20_000)
def stem(word: str, language: str) -> str:
    """The stem of a word in small letters; the word itself in languages without a stemmer."""
    algorithm = _ALGORITHMS.get(language.partition("-")[0].casefold())
    if algorithm is None:
        return word
    import snowballstemmer

    with _lock:  # a stemmer keeps its word in itself, so two threads can't share it at a time
        if algorithm not in _stemmers:
            _stemmers[algorithm] = snowballstemmer.stemmer(algorithm)
        return str(_stemmers[algorithm].stemWord(word))


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def visible(text: str) -> str:
    """The text composed, without characters that take no room (soft hyphens, zero-width spaces, marks that
    only lie over a letter): they hide no word."""
    composed = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES)
    return "".join(char for char in composed if unicodedata.category(char) not in _WITHOUT_ROOM)


@lru_cache(maxsize=5_000)
def tokens(text: str, language: str) -> tuple[Token, ...]:
    """The words of a text, in order."""
    clean = visible(text).casefold()
    found = []
    end = 0
    for match in _WORD.finditer(clean):
        word = match.group()
        after_break = bool(_BREAK.search(clean, end, match.start()))
        found.append(Token(_plain(word), _plain(stem(word, language)), after_break))
        end = match.end()
    return tuple(found)


def surfaces(text: str) -> tuple[str, ...]:
    """The words of a text, in order, case and accents folded; no stemmer is asked for them."""
    return tuple(_plain(match.group()) for match in _WORD.finditer(visible(text).casefold()))


P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Match(Generic[P]):
    """A phrase that was found."""

    meaning: P
    """What the phrase stands for."""
    first: int
    """Index of its first word."""
    last: int
    """Index of its last word."""


@dataclass(frozen=True, slots=True)
class _Entry(Generic[P]):
    elements: tuple[str, ...]
    meaning: P | None
    """None for an exception."""


class Phrases(Generic[P]):
    """Phrases with their meanings, and the exceptions: phrases that hold one of the words and mean none."""

    def __init__(
        self,
        meanings: Iterable[tuple[str, P]],
        exceptions: Iterable[str],
        language: str,
        possessives: frozenset[str] = frozenset(),
        forms: Forms = NO_FORMS,
    ) -> None:
        self._language = language
        self._forms = forms
        """How words take other forms: a word of a phrase is found in those, too."""
        self._possessives = possessives
        """Words (your, left) after which no exception holds: `your back to the wall` is a back."""
        self._by_first: dict[str, list[_Entry[P]]] = {}
        self._alone: dict[str, P] = {}
        """The phrases that are one word, by its stem: they are looked for inside of longer words, too."""
        for phrase, meaning in meanings:
            self._add(phrase, meaning)
        for phrase in exceptions:
            self._add(phrase, None)

    def _add(self, phrase: str, meaning: P | None) -> None:
        elements: list[tuple[str, ...]] = []
        for word in phrase.split():
            if word == GAP:
                elements.append((GAP,))
            elif word.startswith("="):
                elements.extend(("=" + token.surface,) for token in tokens(word, self._language))
            else:
                elements.extend(self._stems(token) for token in tokens(word, self._language))
        if not elements or elements[0] == (GAP,):
            return
        for each in product(*elements):
            self._by_first.setdefault(each[0], []).append(_Entry(each, meaning))
            if meaning is not None and len(each) == 1 and not each[0].startswith("="):
                self._alone.setdefault(each[0], meaning)

    def _stems(self, token: Token) -> tuple[str, ...]:
        """The stem of a word, and those of its forms that no rule gives."""
        others = (_plain(stem(form, self._language)) for form in self._forms.others(token.surface))
        return tuple(dict.fromkeys((token.stem, *others)))

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def first_said(self, text: str) -> tuple[str, P] | None:
        """The first phrase in the text, as its words are written there, and its meaning."""
        words = tokens(text, self._language)
        for match in self.find(words):
            said = " ".join(token.surface for token in words[match.first : match.last + 1])
            return said, match.meaning
        return None

    def find(self, words: tuple[Token, ...]) -> list[Match[P]]:
        """Every phrase in the words, exceptions not among them."""
        found: list[Match[P]] = []
        index = 0
        while index < len(words):
            best = self._best(words, index)
            if best is None:
                within = self._within(words[index])
                if within is not None:
                    found.append(Match(within, index, index))
                index += 1
                continue
            entry, end = best
            if entry.meaning is not None:
                found.append(Match(entry.meaning, index, end - 1))
            # words inside a gap may hold phrases of their own
            index = index + 1 if GAP in entry.elements else end
        return found

    def _within(self, token: Token) -> P | None:
        """What a word inside of a longer one means: the light of sunlight."""
        for part in self._forms.parts(token.surface):
            meaning = self._alone.get(_plain(stem(part, self._language)))
            if meaning is not None:
                return meaning
        return None

    def _best(self, words: tuple[Token, ...], index: int) -> tuple[_Entry[P], int] | None:
        best: tuple[tuple[int, int, bool], _Entry[P], int] | None = None
        token = words[index]
        after_possessive = (
            index > 0 and not token.after_break and words[index - 1].surface in self._possessives
        )
        for key in ("=" + token.surface, token.stem):
            for entry in self._by_first.get(key, ()):
                is_exception = entry.meaning is None
                if is_exception and after_possessive:
                    continue
                end = _matched(entry.elements, words, index, crosses=not is_exception)
                if end is None:
                    continue
                exact = sum(element.startswith("=") for element in entry.elements)
                rank = (end - index, exact, is_exception)
                if best is None or rank > best[0]:
                    best = rank, entry, end
        return best and best[1:]


def _matched(elements: tuple[str, ...], words: tuple[Token, ...], index: int, crosses: bool) -> int | None:
    """The index after the last word of the phrase where it stands at `index`, else None.

    Only what `crosses` may have punctuation between its words: an exception may not.
    """
    at = index
    for position, element in enumerate(elements):
        if element == GAP:
            rest = elements[position + 1 :]
            for gap in range(WIDEST_GAP + 1):
                end = _matched(rest, words, at + gap, crosses)
                if end is not None:
                    return end
            return None
        if at >= len(words) or not _same(element, words[at]):
            return None
        if at > index and words[at].after_break and not crosses:
            return None
        at += 1
    return at


def _same(element: str, token: Token) -> bool:
    return element[1:] == token.surface if element.startswith("=") else element == token.stem
