"""An answer and the words around it, made to go together: articles, capitals, my and your, marks at the end.

Every step gives back what was said before, and the answer, as they go together after it. What lies in
quotation marks is the person's own wording and stays as it is.
"""

import re
import unicodedata

from relaxapp.words.lexicon import Grammar

_WORD = r"[^\W_]+(?:['’][^\W_]+)*"
_QUOTES = re.compile(r"\"[^\"]*\"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|‘[^‘]*?’(?!\w)|(?<!\w)'[^']*'(?!\w)")
_OPENS_QUOTE = re.compile(r"[:\"“„«‘]\s*$")
_CLOSING = frozenset("\"”’»'“)]")
_ENDS = frozenset("!?")
_MARKS = frozenset(" .,;:…!?-–—")
_BULLETS = frozenset(" .,;:…-–—*•·")
_LETTERS_LIKE_VOWELS = frozenset("aefhilmnorsx")
"""Letters whose names begin with the sound of a vowel: an X-ray."""


def fitted(
    said: str, words: str, following: str, grammar: Grammar, starts: bool, as_written: bool = False
) -> tuple[str, str, int]:
    """What was said before, the answer, and how many of the characters that follow are not said.

    `starts`: whether `said` begins a sentence; `as_written`: whether the answer keeps its own wording.
    """
    words, skipped = _ended(words, following, grammar)
    if _OPENS_QUOTE.search(said) is None:
        pictures, words = _without_what_stands_before(words)
        if not as_written:
            said, words = _joined(said, words, grammar)
        words = pictures + words
    if starts and not any(char.isalnum() for char in said):
        words = _capitalised(words)
    return said, words, skipped


def _joined(said: str, words: str, grammar: Grammar) -> tuple[str, str]:
    """What was said before, and the answer, as one sentence that is said to the person."""
    words = _turned(words, grammar)
    for step in (_one_article, _one_preposition, _article_by_sound):
        said, words = step(said, words, grammar)
    return said, words


def _last_word(said: str) -> re.Match[str] | None:
    """The word right before the answer, with only white space between."""
    return re.search(rf"({_WORD})(\s+)$", said)


def _first_word(words: str) -> str:
    """The first word of the answer, where it begins with one."""
    match = re.match(_WORD, words)
    return match.group() if match else ""


def _after(words: str, first: str) -> str:
    return words[len(first) :].lstrip()


def _without_what_stands_before(words: str) -> tuple[str, str]:
    """The pictures before the first word, and the answer from there on: hyphens, dots and commas go."""
    begins = next(
        (at for at, char in enumerate(words) if not (char in _BULLETS or _is_picture(char))), len(words)
    )
    pictures = "".join(char for char in words[:begins] if _is_picture(char))
    return (f"{pictures} " if pictures else ""), words[begins:]


def _turned(words: str, grammar: Grammar) -> str:
    """`My garden`, said to the person, is `your garden`; a capital of the keyboard's making is made small."""
    kept = [match.span() for match in _QUOTES.finditer(words)]
    shouted = words.isupper() and any(
        word.casefold() in {*grammar.small_words, *grammar.your, *grammar.possessives}
        for word in re.findall(_WORD, words)
    )
    if grammar.your:
        longest_first = sorted(map(re.escape, grammar.your), key=len, reverse=True)
        phrases = "|".join(longest_first).replace("'", "['’]")
        found = re.compile(rf"(?<![\w'’])(?:{phrases})(?![\w'’])", re.IGNORECASE)

        def turn(match: re.Match[str]) -> str:
            letters = match.group()
            if any(start <= match.start() < end for start, end in kept):
                return letters
            if len(letters) > 1 and letters.isupper() and not shouted:
                return letters  # an abbreviation: the US
            return grammar.your.get(letters.casefold().replace("’", "'"), letters)

        words = found.sub(turn, words)
    if shouted:
        return words.casefold()
    first = _first_word(words)
    if first.casefold() in grammar.small_words and first[1:] == first[1:].casefold():
        return first.casefold() + words[len(first) :]
    return words


def _one_article(said: str, words: str, grammar: Grammar) -> tuple[str, str]:
    """One article or possessive, not two: `the {place}` and `a beach` make `a beach`."""
    before, first = _last_word(said), _first_word(words)
    if before is None or not _after(words, first):
        return said, words
    written, begins = before[1].casefold(), first.casefold()
    is_indefinite = grammar.indefinite is not None and written in grammar.indefinite
    if begins in {*grammar.articles, *grammar.possessives} or (is_indefinite and begins in grammar.amounts):
        if written in grammar.articles:
            return said[: before.start()], words
        if written in grammar.possessives:
            return said, _after(words, first)
    return said, words


def _one_preposition(said: str, words: str, grammar: Grammar) -> tuple[str, str]:
    """One preposition, not two: `in {place}` and `at the beach` make `at the beach`.

    After one such as `of`, it is the answer's that goes: `of the beach`.
    """
    before, first = _last_word(said), _first_word(words)
    if before is None or not _after(words, first):
        return said, words
    written, begins = before[1].casefold(), first.casefold()
    if begins not in grammar.places:
        if written == begins and begins in grammar.ways:
            return said, _after(words, first)
        return said, words
    if written in grammar.places:
        return said[: before.start()], _as_before(before[1], words)
    if written in {*grammar.ways, *grammar.imagining}:
        return said, _after(words, first)
    return said, words


def _as_before(word: str, words: str) -> str:
    """The answer with a capital, where it takes the place of a word that had one."""
    return _capitalised(words) if word[:1].isupper() else words


def _article_by_sound(said: str, words: str, grammar: Grammar) -> tuple[str, str]:
    """The indefinite article before an answer as its first sound asks for."""
    before = _last_word(said)
    if grammar.indefinite is None or before is None or before[1].casefold() not in grammar.indefinite:
        return said, words
    article = grammar.indefinite[_begins_with_vowel(words, grammar)]
    if before[1][0].isupper():
        article = article.capitalize()
    return said[: before.start(1)] + article + before[2], words


def _begins_with_vowel(words: str, grammar: Grammar) -> bool:
    match = re.search(_WORD, words)
    if match is None:
        return False
    first = match.group()
    if first[0].isdigit():
        return re.match(r"8|1[18](?!\d)", first) is not None
    if len(first) == 1 or (first.isupper() and len(first) <= 3):
        return first[0].casefold() in _LETTERS_LIKE_VOWELS
    small = first.casefold()
    known = {beginning: True for beginning in grammar.vowel_sounds if small.startswith(beginning)}
    known |= {beginning: False for beginning in grammar.consonant_sounds if small.startswith(beginning)}
    if known:
        return known[max(known, key=len)]
    return unicodedata.normalize("NFD", small)[0] in "aeiouœæø"


def _capitalised(words: str) -> str:
    """A capital for the first letter, unless the word has one of its own further on: iPad."""
    match = re.search(_WORD, words)
    if match is None or match.group()[1:] != match.group()[1:].lower():
        return words
    at = match.start()
    return words[:at] + words[at].title() + words[at + 1 :]


def _ended(words: str, following: str, grammar: Grammar) -> tuple[str, int]:
    """The answer without marks that the sentence has itself, and how many of those after it aren't said."""
    tail = len(words)
    while tail and (words[tail - 1].isspace() or words[tail - 1] in _CLOSING or _is_picture(words[tail - 1])):
        tail -= 1
    end = tail
    while end and words[end - 1] in _MARKS:
        end -= 1
    core, marks, after = words[:end], words[end:tail], words[tail:].rstrip()
    stopped = following.startswith(".") and not following.startswith("..")
    closes = stopped or not following
    if marks.startswith(".") and _is_abbreviated(core, grammar):
        return f"{core}.{after}", int(stopped)
    ending = next((mark for mark in marks if mark in _ENDS), "")
    if ending and closes:
        return f"{core}{ending}{after}", int(stopped)
    return core + after, 0


def _is_abbreviated(core: str, grammar: Grammar) -> bool:
    """Whether the full stop after it belongs to the word: `a.m.`, `etc.`"""
    last = re.split(r"\s", core)[-1].casefold()
    return re.fullmatch(r"\w(?:\.\w)+", last) is not None or last in grammar.abbreviations


def _is_picture(char: str) -> bool:
    return unicodedata.category(char) in {"So", "Sk", "Mn", "Cf"}
