"""What words mean in one language: areas of the body, themes, numbers. A value, made in library/."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from relaxapp.words.areas import LEAVES_OF, SIDES, area_name, names_for, on_side
from relaxapp.words.forms import NO_FORMS, Forms
from relaxapp.words.matching import Phrases, Token, surfaces, tokens


@dataclass(frozen=True, slots=True)
class AreaWords:
    """The phrases that name an area (see matching.py for how phrases are written)."""

    words: tuple[str, ...] = ()
    """They name all of it."""
    one: tuple[str, ...] = ()
    """They name its left or its right half: `hand` names either hand, `left hand` the left."""
    both: tuple[str, ...] = ()
    """They name both halves, matched as they are written: `hands`."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Something a person may wish not to hear of."""

    words: tuple[str, ...]
    """The phrases that speak of it."""
    exceptions: tuple[str, ...] = ()
    """Phrases that hold one of these words and don't speak of it."""
    also: tuple[str, ...] = ()
    """Other names a person may call it by."""


@dataclass(frozen=True, slots=True)
class Bed:
    """What a bed brings to mind."""

    themes: tuple[str, ...] = ()
    """Names of themes."""
    words: tuple[str, ...] = ()
    """Words that describe it."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """What is needed to put an answer into a sentence and to count aloud."""

    numbers: tuple[str, ...] = ()
    """The words for 0, 1, 2 and so on."""
    counting: tuple[str, ...] = ()
    """Words for counting aloud: whoever avoids one of them is never counted to."""
    cue_word: str = ""
    """What is said where neither the person nor the script has a cue word."""
    sides: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The words for `left` and for `right`."""
    joining: tuple[str, ...] = ()
    """Words that join two sides: and, or."""
    possessives: tuple[str, ...] = ()
    """Words that stand before a part of the body: your, my."""
    articles: tuple[str, ...] = ()
    """Articles, definite and indefinite."""
    indefinite: tuple[str, str] | None = None
    """The indefinite article before a consonant and before a vowel, where they differ."""
    vowel_sounds: tuple[str, ...] = ()
    """Beginnings of words that take the second article although they begin with a consonant: hour."""
    consonant_sounds: tuple[str, ...] = ()
    """Beginnings of words that take the first article although they begin with a vowel: one, useful."""
    small_words: tuple[str, ...] = ()
    """Words that have a small first letter inside a sentence, whoever typed them with a capital."""
    amounts: tuple[str, ...] = ()
    """Words that take the place of an indefinite article: some, two, these."""
    places: tuple[str, ...] = ()
    """Prepositions that tell where: of two, the person's own is said."""
    ways: tuple[str, ...] = ()
    """Prepositions after which none that tells where can follow: from, of."""
    imagining: tuple[str, ...] = ()
    """Words after which a thing is named, not where it is: picture."""
    abbreviations: tuple[str, ...] = ()
    """Words that end in a full stop of their own, without it."""
    leaning: tuple[str, ...] = ()
    """Beginnings of sentences that say nothing without the sentence before: it, both."""
    safety: tuple[str, ...] = ()
    """Words of sentences that never lean on another: stop, hurt."""
    no_answer: tuple[str, ...] = ()
    """What people type where they have nothing to say: as a whole answer, it is none."""
    your: Mapping[str, str] = field(default_factory=dict)
    """Words of an answer as the voice turns them to the person: my becomes your."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text where an area is named."""

    words: str
    """The words that name it."""
    leaves: frozenset[str]
    """All leaves it may mean."""
    either: bool
    """Whether one side would do: `your hand` may be the left or the right."""

    def meant(self, carried: frozenset[str]) -> frozenset[str]:
        """The leaves it means in a line of `carried` leaves: the side of the line, where either would do."""
        if self.either and not self.leaves <= carried:
            for side in SIDES:
                half = on_side(self.leaves, side)
                if half <= carried:
                    return half
        return self.leaves


_Named = tuple[str, str]
"""An area's name, and how it is named: as a whole, by one side, or by both."""


@dataclass(frozen=True)
class Lexicon:
    """The words of one language."""

    language: str
    """As a BCP 47 tag."""
    areas: Mapping[str, AreaWords] = field(default_factory=dict)
    """By the name of the area."""
    area_exceptions: tuple[str, ...] = ()
    """Phrases that hold a word for an area and name none: on the other hand."""
    themes: Mapping[str, Theme] = field(default_factory=dict)
    """By the name of the theme."""
    beds: Mapping[str, Bed] = field(default_factory=dict)
    """By the name of the bed."""
    grammar: Grammar = Grammar()
    """Numbers, articles and the like."""
    forms: Forms = NO_FORMS
    """How words take other forms; words to avoid are found in them."""

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Every area that the text names."""
        return self._mentions_in(text)

    @cached_property
    def _mentions_in(self) -> Callable[[str], tuple[Mention, ...]]:
        """A line of a script is looked at many times over: for every length, choice and alternative."""
        return lru_cache(maxsize=5_000)(self._found_in)

    def _found_in(self, text: str) -> tuple[Mention, ...]:
        words = tokens(text, self.language)
        found = []
        for match in self._area_phrases.find(words):
            name, how = match.meaning
            covered = LEAVES_OF[name]
            side = self._side_before(words, match.first) if how == "one" else None
            if side:
                covered = on_side(covered, side)
            named = " ".join(token.surface for token in words[match.first : match.last + 1])
            found.append(Mention(f"{side} {named}" if side else named, covered, how == "one" and not side))
        return tuple(found)

    def areas_meant(self, text: str) -> tuple[str, ...]:
        """The names of the areas a person means who types `text`: by name, or by words such as `tummy`."""
        name = area_name(text)
        if name is not None:
            return (name,)
        covered: frozenset[str] = frozenset()
        for mention in self.mentions(text):
            covered |= mention.leaves
        return names_for(covered)

    def theme_meant(self, text: str) -> str | None:
        """The name of the theme a person means who types `text`, or None."""
        wanted = tuple(token.stem for token in tokens(text, self.language))
        return self._theme_names.get(wanted)

    def is_no_answer(self, text: str) -> bool:
        """Whether a person who types `text` says that there is nothing to say."""
        return surfaces(text) in self._no_answers

    def leans(self, sentence: str, before: str) -> bool:
        """Whether a sentence says nothing without the one before it; one that keeps someone safe always does.

        Two that lean on a third don't lean on each other: "It may be warm. It may be still."
        """
        words, others = surfaces(sentence), surfaces(before)
        beside = self._leans(others) and words[:1] == others[:1]
        return self._leans(words) and not beside and self._safety.isdisjoint(words)

    def _leans(self, words: tuple[str, ...]) -> bool:
        return any(words[:length] in self._leaning for length in range(1, min(len(words), 4) + 1))

    def number(self, number: int) -> str:
        """A number in words; in digits where the language has no word for it here."""
        numbers = self.grammar.numbers
        return numbers[number] if 0 <= number < len(numbers) else str(number)

    @cached_property
    def _no_answers(self) -> frozenset[tuple[str, ...]]:
        return frozenset(map(surfaces, self.grammar.no_answer))

    @cached_property
    def _safety(self) -> frozenset[str]:
        return frozenset(self.grammar.safety)

    @cached_property
    def _leaning(self) -> frozenset[tuple[str, ...]]:
        return frozenset(map(surfaces, self.grammar.leaning))

    @cached_property
    def _theme_names(self) -> dict[tuple[str, ...], str]:
        names = {}
        for name, theme in self.themes.items():
            for called in (name, *theme.also):
                names[tuple(token.stem for token in tokens(called, self.language))] = name
        return names

    @cached_property
    def _side_words(self) -> dict[str, str]:
        return {word: side for side, words in self.grammar.sides.items() for word in words}

    @cached_property
    def _area_phrases(self) -> Phrases[_Named]:
        named: list[tuple[str, _Named]] = []
        for name, words in self.areas.items():
            named += [(phrase, (name, "words")) for phrase in words.words]
            named += [(phrase, (name, "one")) for phrase in words.one]
            named += [(f"={phrase}".replace(" ", " ="), (name, "both")) for phrase in words.both]
        possessives = frozenset([*self.grammar.possessives, *self._side_words])
        return Phrases(named, self.area_exceptions, self.language, possessives)

    def said_of(self, theme: str, text: str) -> str | None:
        """The first words in the text that speak of a theme."""
        return self._said_of(theme, text)

    @cached_property
    def _said_of(self) -> Callable[[str, str], str | None]:
        """Looked at many times over, as the areas are."""
        return lru_cache(maxsize=5_000)(self._first_said_of)

    def _first_said_of(self, theme: str, text: str) -> str | None:
        found = self._phrases_by_theme[theme].first_said(text)
        return found and found[0]

    @cached_property
    def _phrases_by_theme(self) -> dict[str, Phrases[str]]:
        return {
            name: Phrases(
                [(words, name) for words in (*theme.words, name)],
                theme.exceptions,
                self.language,
                forms=self.forms,
            )
            for name, theme in self.themes.items()
        }

    def _side_before(self, words: tuple[Token, ...], first: int) -> str | None:
        """The one side that is written right before a word, None where there is none or both."""
        before = [token.surface for token in words[max(0, first - 3) : first]]
        if not before or before[-1] not in self._side_words:
            return None
        joined = len(before) == 3 and before[1] in self.grammar.joining and before[0] in self._side_words
        return None if joined else self._side_words[before[-1]]
