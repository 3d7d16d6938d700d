"""A synthetic voice as it is heard: warmed, breathing at commas, every line as loud as the others."""

from collections import OrderedDict
from dataclasses import replace
from textwrap import wrap
from typing import TYPE_CHECKING

from relaxapp.sound.voices.voice import Tuning, Voice
from relaxapp.words.script import Manner, Say

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.sound.clip import Clip

SEMITONES_OF_MANNER = {Manner.PLAIN: 0.0, Manner.TENSE: 0.5, Manner.RELEASE: -1.0}
"""A livelier voice for tensing, a lower one for letting go."""
PITCH_OF_A_SEMITONE = 8
LONGEST = 500
"""Characters given to an engine at once: Festival takes minutes for a text of ten thousand."""
TUNED = 3
"""Counted up when the same tuning comes to sound different, so that older clips are made again."""

MOST_REMEMBERED = 32
"""Lines by the engine that are kept in memory while it is tuned by ear: some ten megabytes."""

Remembered = OrderedDict[tuple[str, Say], "Clip"]


class TunedVoice:
    """Another voice, its lines tuned one by one. What the cache keeps is tuned."""

    def __init__(
        self, voice: Voice, tuning: Tuning, *, shift: bool, remembered: "Remembered | None" = None
    ) -> None:
        """`shift`: whether the pitch is changed here, since the engine can't change it itself.

        `remembered`: lines that the engine said at other tunings; None where it is not tuned anew.
        """
        self._voice = voice
        self._tuning = tuning
        self._shift = shift
        self._remembered = remembered

    @property
    def name(self) -> str:
        """What the person calls it."""
        return self._voice.name

    @property
    def key(self) -> str:
        """Everything that changes its sound."""
        tuning = self._tuning
        pitch = f" pitch {tuning.pitch}" if self._shift else ""
        return f"{self._voice.key} tuned {TUNED} {tuning.warm:d} {tuning.comma_seconds:g}{pitch}"

    def at(self, tuning: Tuning) -> "TunedVoice":
        """The same voice at another tuning, by the same child."""
        if self._remembered is None:
            self._remembered = OrderedDict()
        other = self._voice.at(tuning)
        return TunedVoice(other, tuning, shift=self._shift, remembered=self._remembered)

    def warm(self) -> None:
        """Start it. Raises VoiceError."""
        self._voice.warm()

    def speak(self, say: Say) -> "Clip":
        """Voice one line and tune it. Raises VoiceError."""
        return self.tuned(say, self.spoken(say))

    def tuned(self, say: Say, clip: "Clip") -> "Clip":
        """What was spoken of a line, as it is heard."""
        if not clip.samples.any():
            return clip
        # Only now, while the children speak on, what works on samples is imported.
        from relaxapp.sound.voices.in_tune import in_tune

        return in_tune(clip, self._tuning, self._semitones(say.manner))

    def spoken(self, say: Say) -> "Clip":
        """The line by the engine alone. Raises VoiceError.

        While it is tuned, it is not said again where only pitch, breath or warmth changed.
        """
        if self._remembered is None:
            return self._whole(say)
        name = (self._voice.key, say)
        clip = self._remembered.get(name)
        if clip is None:
            clip = self._remembered[name] = self._whole(say)
            while len(self._remembered) > MOST_REMEMBERED:
                self._remembered.popitem(last=False)
        return clip

    def _whole(self, say: Say) -> "Clip":
        """The line by the engine, piece by piece where it is very long."""
        if len(say.text) <= LONGEST:
            return self._voice.speak(say)
        clips = [self._voice.speak(replace(say, text=text)) for text in wrap(say.text, LONGEST)]
        from relaxapp.sound.voices.shaping import joined

        return joined(clips)

    def close(self) -> None:
        """End its child process; harmless when it never ran."""
        self._voice.close()

    def _semitones(self, manner: Manner) -> float:
        if not self._shift:
            return 0.0
        tuned = (self._tuning.pitch - Tuning().pitch) / PITCH_OF_A_SEMITONE
        return tuned + SEMITONES_OF_MANNER[manner]


def engine_of(voice: Voice) -> "Callable[[Say], Clip]":
    """What speaks a line without working on its samples: that is left to `tuned_by`."""
    return voice.spoken if isinstance(voice, TunedVoice) else voice.speak


def tuned_by(voice: Voice, say: Say, clip: "Clip") -> "Clip":
    """What the engine of `voice` said of a line, as the voice is heard."""
    return voice.tuned(say, clip) if isinstance(voice, TunedVoice) else clip
