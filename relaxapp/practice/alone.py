"""A few sentences by themselves, without a background: what a person hears while choosing words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from relaxapp.session import Studio
from relaxapp.sound.hearing import USUAL
from relaxapp.timing.cues import Duration
from relaxapp.timing.fit import fit, span
from relaxapp.words.reading import Passage, Reading
from relaxapp.words.script import Pause, Say, Step, Technique

if TYPE_CHECKING:
    from relaxapp.sound.mix import Mix

BETWEEN = 1.0
"""Seconds of silence after each phrase."""


def alone(says: Sequence[Say], studio: Studio) -> "Mix":
    """The lines one after another, ready to play; an answer in them is voiced into the private folder.

    Raises VoiceError.
    """
    from relaxapp.sound.beds import Bed
    from relaxapp.sound.building import build
    from relaxapp.sound.speech import VOICE_GAIN

    studio.clips.voice_all(says)
    steps: tuple[Step, ...] = tuple(step for say in says for step in (say, Pause(BETWEEN, BETWEEN)))
    reading = Reading("", "", Technique.ACTIVITY, 0, (Passage("", steps),))

    def duration(say: Say) -> Duration:
        return Duration(studio.clips.frames(say) or 0)

    plan = fit(reading, duration, span(reading, duration)[0])
    bed = Bed.open("none", studio.audio, studio.bed_cache)
    return build(
        plan,
        studio.clips.get,
        bed,
        audio=studio.audio,
        voice_gain=VOICE_GAIN,
        hearing=USUAL,
        asleep=False,
    )
