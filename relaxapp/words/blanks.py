"""Putting answers into the blanks of a sentence so that the sentence stays one."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from relaxapp.words.lexicon import Grammar

BLANK = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""A blank in the text of a script."""

LONGEST_ANSWER = 200
"""Characters; what is longer isn't a part of a sentence any more."""

NEUTRAL = "it"
"""What stands for words for pain where areas are looked for: those words may name any area."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What a blank is filled with."""

    words: str
    """The answer or the default, cleaned; never empty."""
    typed: bool
    """Whether the person chose it."""
    about_pain: bool = False
    """Whether it may name an area that is left out elsewhere."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A sentence with its blanks filled."""

    text: str
    """As it is said."""
    private: bool
    """Whether it holds words of the person."""
    without_pain: str
    """The same without words for pain: what may not name a left-out area."""


def blanks_in(text: str) -> tuple[str, ...]:
    """The names of the blanks in a text of a script."""
    return tuple(BLANK.findall(text))


def cleaned(answer: str) -> str:
    """An answer on one line, composed, without control characters and without white space around it."""
    composed = unicodedata.normalize("NFC", answer)
    kept = "".join(
        " " if unicodedata.category(char) in {"Cc", "Zl", "Zp", "Zs"} else char
        for char in composed
        if unicodedata.category(char) not in {"Cs", "Cf", "Co", "Cn"} or char in "\u200c\u200d"
    )
    return " ".join(kept.split())


def fill(text: str, fillings: Mapping[str, Filling], grammar: Grammar, starts: bool = True) -> Filled:
    """Fill every blank of `text`; KeyError where `fillings` lacks one.

    `starts` tells whether the text begins a sentence. What the answers hold is never read as a blank.
    """
    said, hidden = "", ""
    private = False
    end = 0
    for match in BLANK.finditer(text):
        filling = fillings[match[1]]
        before = text[end : match.start()]
        said, hidden = said + before, hidden + before
        end = match.end()
        said, words = _fitted(said, filling.words, grammar, starts)
        hidden += NEUTRAL if filling.about_pain else words
        words, end = _before_what_follows(words, text, end)
        said += words
        private = private or filling.typed
    return Filled(said + text[end:], private, hidden + text[end:])


def _fitted(said: str, words: str, grammar: Grammar, starts: bool) -> tuple[str, str]:
    """What was said before and the answer, as they go together."""
    quoted = re.search(r"[:\"“„«‘]\s*$", said) is not None
    if not quoted:
        words = _turned(words, grammar)
        said, words = _one_article(said, words, grammar)
        said = _article_by_sound(said, words, grammar)
    if starts and not said.strip(' "“„«‘('):
        words = words[:1].upper() + words[1:]
    return said, words


def _first_word(words: str) -> str:
    match = re.match(r"[^\W_]+(?:['’][^\W_]+)*", words)
    return match.group() if match else ""


def _turned(words: str, grammar: Grammar) -> str:
    """`My garden`, said to the person, is `your garden`; a capital of the keyboard's making is made small."""
    first = _first_word(words)
    small = first.casefold()
    if small in grammar.your:
        return grammar.your[small] + words[len(first) :]
    if small in grammar.small_words and first[1:] == first[1:].casefold():
        return small + words[len(first) :]
    return words


def _one_article(said: str, words: str, grammar: Grammar) -> tuple[str, str]:
    """One article or possessive, not two: `the {place}` and `a beach` make `a beach`."""
    match = re.search(r"([^\W_]+)(\s+)$", said)
    first = _first_word(words)
    known = {*grammar.articles, *grammar.possessives}
    if match is None or first.casefold() not in known or not words[len(first) :].strip():
        return said, words
    written = match[1].casefold()
    if written in grammar.articles:
        return said[: match.start()], words
    if written in grammar.possessives:
        return said, words[len(first) :].lstrip()
    return said, words


def _article_by_sound(said: str, words: str, grammar: Grammar) -> str:
    """The indefinite article before an answer as its first sound asks for."""
    match = re.search(r"([^\W_]+)(\s+)$", said)
    if grammar.indefinite is None or match is None or match[1].casefold() not in grammar.indefinite:
        return said
    article = grammar.indefinite[_begins_with_vowel(words, grammar)]
    if match[1][0].isupper():
        article = article.capitalize()
    return said[: match.start(1)] + article + match[2]


def _begins_with_vowel(words: str, grammar: Grammar) -> bool:
    first = _first_word(words).casefold()
    if first.startswith(grammar.consonant_sounds):
        return False
    if first.startswith(grammar.vowel_sounds):
        return True
    return unicodedata.normalize("NFD", first)[:1] in tuple("aeiou")


def _before_what_follows(words: str, text: str, end: int) -> tuple[str, int]:
    """The answer without marks that the sentence has itself, and where the sentence goes on."""
    abbreviated = re.search(r"\b\w(?:\.\w)+\.$", words) is not None
    if not abbreviated:
        words = words.rstrip(" .,;:…")
    if (abbreviated or words.endswith(("!", "?"))) and text[end : end + 1] == ".":
        end += 1
    return words, end
