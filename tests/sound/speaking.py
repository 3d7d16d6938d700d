"""A stand-in for a voice, and a practice made with it: noise shaped like speech, the same every time."""

import zlib

import numpy as np

from relaxapp.sound.clip import Clip
from relaxapp.timing.fit import fit
from relaxapp.timing.frames import RATE
from relaxapp.timing.plan import Duration, Plan
from relaxapp.words.reading import Passage, Reading
from relaxapp.words.script import Breathe, Pattern, Pause, Say, Sound, Step, Technique

CLIP_RATE = 22_050


def clip_of(say: Say) -> Clip:
    """Syllables of noise, about three a second, as loud as espeak-ng speaks."""
    rng = np.random.default_rng(zlib.crc32(say.text.encode()))
    length = round(CLIP_RATE * (0.6 + 0.35 * len(say.text.split())))
    noise = rng.standard_normal(length)
    noise = np.convolve(noise, np.ones(8) / 8, "same")
    syllables = 0.55 + 0.45 * np.sin(np.arange(length) * 2 * np.pi * 3 / CLIP_RATE)
    return Clip((noise * syllables * 9_000).clip(-32_000, 32_000).astype(np.int16), CLIP_RATE)


def durations(say: Say) -> Duration:
    """As long as the clip is, at the house rate."""
    return Duration(round(len(clip_of(say).samples) * RATE / CLIP_RATE))


def practice(seconds: float = 60, *, breathing: bool = True) -> Plan:
    """Words, a bell, a stretch of breathing, and silences to fill the rest."""
    steps: tuple[Step, ...] = (
        Say("Let your body settle, just as it is."),
        Pause(2, 600),
        Sound("bell"),
        Say("There is nothing here to do well."),
        Pause(2, 600),
    )
    paced = (Breathe(Pattern(4, 0, 6, 0), 20, 20, steps=(Say("Easy."),)),) if breathing else ()
    passages = (Passage("One", steps), Passage("Two", (*paced, Say("Sit a moment before you stand."))))
    reading = Reading("any", "Any", Technique.BREATHING, seconds / 60, passages)
    return fit(reading, durations, seconds)
