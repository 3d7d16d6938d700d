"""What a person asked never to be told: areas left out, areas not tensed, themes and words avoided."""

from collections.abc import Iterable
from dataclasses import dataclass

from relaxapp.translation import _
from relaxapp.words.areas import LEAVES, leaves
from relaxapp.words.lexicon import Bed, Lexicon
from relaxapp.words.matching import Phrases, tokens
from relaxapp.words.person import Person

CLOSED_EYES = "closed eyes"
"""The theme whose avoidance means that the eyes stay open."""


@dataclass(frozen=True, slots=True)
class Breach:
    """Why words may not be said to this person."""

    words: str
    """The words of the text that break a promise."""
    reason: str
    """Why, as one sentence."""


class Promises:
    """One person's promises, in one language."""

    def __init__(self, person: Person, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.left_out, unknown = _leaves_meant(person.leave_out, lexicon)
        """Leaves that are never mentioned."""
        release_only, unclear = _leaves_meant(person.release_only, lexicon)
        self.release_only = LEAVES if unclear else release_only
        """Leaves that are never tensed; all of them where it can't be told which ones were meant."""
        themes = {name: lexicon.theme_meant(name) for name in person.avoid}
        self.themes = frozenset(theme for theme in themes.values() if theme)
        """Names of the themes avoided."""
        own = [*(name for name, theme in themes.items() if theme is None), *unknown]
        self._own_words = _own_words(own, lexicon)

    def allow_areas(self, names: Iterable[str]) -> bool:
        """Whether no part of any of these areas is left out."""
        return not leaves(names) & self.left_out

    def allow_tensing(self, names: Iterable[str]) -> bool:
        """Whether these areas may be tensed; where none is named, whether every area may."""
        if not self.release_only:
            return True
        covered = leaves(names)
        return bool(covered) and not covered & self.release_only

    def allow_tensing_of(self, text: str, carried: frozenset[str]) -> bool:
        """Whether none of the areas that the text names is for release only."""
        if not self.release_only:
            return True
        named = (mention.meant(carried) for mention in self._lexicon.mentions(text))
        return not any(covered & self.release_only for covered in named)

    def avoided(self, text: str) -> Breach | None:
        """The first word or theme of the avoid list in the text."""
        for theme in sorted(self.themes):
            if said := self._lexicon.said_of(theme, text):
                return Breach(said, _avoid_reason(said, theme, is_theme=True))
        if self._own_words and (found := self._own_words.first_said(text)):
            return Breach(found[0], _avoid_reason(*found, is_theme=False))
        return None

    def left_out_area(self, text: str, carried: frozenset[str] = frozenset()) -> Breach | None:
        """The first area in the text that is left out, if only in part; its line carries `carried` leaves."""
        if not self.left_out:
            return None
        for mention in self._lexicon.mentions(text):
            if mention.meant(carried) & self.left_out:
                reason = _("'{words}' is a part of you that you left out.").format(words=mention.words)
                return Breach(mention.words, reason)
        return None

    def breach(self, text: str, carried: frozenset[str] = frozenset()) -> Breach | None:
        """What the text may not say, if anything."""
        return self.avoided(text) or self.left_out_area(text, carried)

    def told(self, text: str) -> str:
        """The text; empty where it may not be said to this person."""
        return text if self.breach(text) is None else ""

    def allow_bed(self, name: str) -> bool:
        """Whether a bed brings nothing to mind that is avoided."""
        bed = self._lexicon.beds.get(name, Bed())
        if self.themes & set(bed.themes):
            return False
        return not any(self.avoided(words) for words in (name, *bed.words))


def beds_allowed(names: Iterable[str], person: Person, lexicon: Lexicon) -> tuple[str, ...]:
    """Those of the beds that bring nothing to mind that the person avoids, in the same order."""
    promises = Promises(person, lexicon)
    return tuple(name for name in names if promises.allow_bed(name))


def _leaves_meant(names: Iterable[str], lexicon: Lexicon) -> tuple[frozenset[str], list[str]]:
    """The leaves these names or words mean, and those of them that name no area."""
    covered: frozenset[str] = frozenset()
    unknown = []
    for name in names:
        meant = lexicon.areas_meant(name)
        covered |= leaves(meant)
        if not meant:
            unknown.append(name)
    return covered, unknown


def _own_words(own: Iterable[str], lexicon: Lexicon) -> Phrases[str]:
    plain = [" ".join(token.surface for token in tokens(words, lexicon.language)) for words in own]
    return Phrases([(words, words) for words in plain if words], (), lexicon.language, forms=lexicon.forms)


def _avoid_reason(said: str, meaning: str, is_theme: bool) -> str:
    if is_theme and said != meaning:
        return _("'{words}' belongs to '{theme}', which you asked not to hear of.").format(
            words=said, theme=meaning
        )
    return _("You asked not to hear '{words}'.").format(words=said)


NO_PROMISES = Promises(Person(), Lexicon("en"))
"""Those of someone who asked for nothing."""
