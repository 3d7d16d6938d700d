"""Tuning the voice by ear: a few pairs of the same sentences, and each time the better one. Pure."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from relaxapp.journal.settings import Settings
from relaxapp.translation import _

SLOWEST, FASTEST = 95, 155
"""Words a minute between which speeds are offered."""
SPEED_STEPS = (12, 6)
"""How far the two speeds of each round lie from the middle, in words a minute."""
LOWEST, HIGHEST = 21, 69
PITCH_STEPS = (12,)
BREATHS = (0.0, 0.35)
"""Seconds added at commas: as the voice has it, and a breath's."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two ways to say the same."""

    question: str
    """What is compared."""
    a: Mapping[str, Any]
    """The first, as fields of Settings."""
    b: Mapping[str, Any]
    """The second."""
    a_words: str
    """The first in a word or two."""
    b_words: str
    """The second in a word or two."""


class Tuning:
    """The rounds in order; each answer goes into the settings that the next pair is heard with."""

    def __init__(self, settings: Settings, voices: Sequence[tuple[str, str]]) -> None:
        """`voices`: id and name of each voice that is there, the best first."""
        self._settings = settings
        self._voices = list(voices)
        self._rounds = [
            *((Tuning._voice, place) for place in range(1, len(voices))),
            *((Tuning._speed, step) for step in SPEED_STEPS),
            *((Tuning._pitch, step) for step in PITCH_STEPS),
            (Tuning._breath, 0),
            (Tuning._warmth, 0),
        ]
        self._before: list[Settings] = []

    @property
    def settings(self) -> Settings:
        """The settings as tuned so far."""
        return self._settings

    @property
    def number(self) -> int:
        """Which round it is, counted from 1."""
        return len(self._before) + 1

    @property
    def of(self) -> int:
        """How many rounds there are."""
        return len(self._rounds)

    @property
    def pair(self) -> Pair | None:
        """What is compared now; None when all rounds are over."""
        if self.number > self.of:
            return None
        make, step = self._rounds[self.number - 1]
        return make(self, step)

    def ahead(self) -> tuple[Settings, ...]:
        """What may be heard in the next round, whichever side is kept: first what is heard first."""
        if self.pair is None:
            return ()
        after = [self._chosen(choice) for choice in (self.pair.a, self.pair.b, {})]
        pairs = [(tuning, tuning.pair) for tuning in after if tuning.pair is not None]
        heard = [tuning.heard_as(pair.a) for tuning, pair in pairs]
        heard += [tuning.heard_as(pair.b) for tuning, pair in pairs]
        return tuple(each for at, each in enumerate(heard) if each not in heard[:at])

    def _chosen(self, choice: Mapping[str, Any]) -> "Tuning":
        """As it would be after a choice."""
        after = copy(self)
        after._before = list(self._before)
        after.choose(choice)
        return after

    def heard_as(self, choice: Mapping[str, Any]) -> Settings:
        """The settings that one side of a pair is heard with."""
        return replace(self._settings, **choice)

    def choose(self, choice: Mapping[str, Any]) -> None:
        """Keep one side, or nothing where neither is better, and go on to the next pair."""
        self._before.append(self._settings)
        self._settings = self.heard_as(choice)

    def back(self) -> None:
        """To the pair before, as it was."""
        if self._before:
            self._settings = self._before.pop()

    def _voice(self, place: int) -> Pair:
        names = dict(self._voices)
        now = self._settings.voice if self._settings.voice in names else self._voices[0][0]
        left = [voice for voice, _name in self._voices if voice != now]
        other = left[place - 1]
        return Pair(_("Which voice?"), {"voice": now}, {"voice": other}, names[now], names[other])

    def _speed(self, step: int) -> Pair:
        middle = min(max(self._settings.voice_speed, SLOWEST + step), FASTEST - step)
        return Pair(
            _("Which speed?"),
            {"voice_speed": middle - step},
            {"voice_speed": middle + step},
            _("slower"),
            _("quicker"),
        )

    def _pitch(self, step: int) -> Pair:
        middle = min(max(self._settings.voice_pitch, LOWEST + step), HIGHEST - step)
        return Pair(
            _("Which pitch?"),
            {"voice_pitch": middle - step},
            {"voice_pitch": middle + step},
            _("lower"),
            _("higher"),
        )

    def _breath(self, _step: int) -> Pair:
        without, with_breath = BREATHS
        return Pair(
            _("A breath at each comma?"),
            {"voice_breath": without},
            {"voice_breath": with_breath},
            _("short"),
            _("long"),
        )

    def _warmth(self, _step: int) -> Pair:
        return Pair(_("Which sound?"), {"voice_warm": True}, {"voice_warm": False}, _("soft"), _("plain"))
