"""What every voiced line goes through: no silence around it, and no click at its ends."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from relaxapp.sound.clip import Clip, Samples
from relaxapp.timing.frames import RATE

QUIET = 33
"""Samples no larger than this, in int16 steps, count as silence: -60 dBFS."""
LOOK = 2048
"""Samples looked at together for the first that is louder."""
FADE_SECONDS = 0.005
"""How long either end fades, and how much of the silence around a line is kept for it."""
SHORT_SILENCE_SECONDS = 0.2
"""What a line without anything to say lasts."""


def spoken(samples: bytes, rate: int) -> Clip:
    """A line as a speaking child sends it, int16 in the machine's order, as a clip: see `shaped`."""
    return shaped(np.frombuffer(samples, np.int16), rate)


def shaped(samples: Samples, rate: int) -> Clip:
    """A line as its engine gave it, int16 of shape (frames,), as a clip: trimmed, faded, zero at both ends.

    Silence, or nothing, becomes a short silence.
    """
    begins = _first_loud(samples)
    if begins is None:
        return short_silence(rate)
    ends = len(samples) - (_first_loud(samples[::-1]) or 0)
    fade = round(FADE_SECONDS * rate)
    spoken = np.zeros(ends - begins + 2 * fade, np.int16)
    first = max(begins - fade, 0)
    last = min(ends + fade, len(samples))
    at = fade - (begins - first)
    spoken[at : at + last - first] = samples[first:last]
    _fade(spoken[:fade])
    _fade(spoken[::-1][:fade])
    return Clip(spoken, rate)


def fitted(clip: Clip, frames: int) -> Clip:
    """`clip` at exactly `frames`: cut with a fade, or with silence after it."""
    fit = np.zeros(frames, np.int16)
    kept = min(frames, len(clip.samples))
    fit[:kept] = clip.samples[:kept]
    if kept < len(clip.samples):
        _fade(fit[::-1][: round(FADE_SECONDS * clip.rate)])
    return Clip(fit, clip.rate)


def short_silence(rate: int) -> Clip:
    """A clip with nothing to hear, for a line with nothing to say."""
    return silence(SHORT_SILENCE_SECONDS, rate)


def joined(clips: Sequence[Clip]) -> Clip:
    """Clips of one rate one after the other; a short silence where there are none."""
    if not clips:
        return short_silence(RATE)
    return Clip(np.concatenate([clip.samples for clip in clips]), clips[0].rate)


def silence(seconds: float, rate: int) -> Clip:
    """A clip of `seconds` with nothing to hear."""
    return Clip(np.zeros(round(seconds * rate), np.int16), rate)


def int16(line: npt.NDArray[np.float32]) -> Samples:
    """A line of float32 in -1..1 as int16; what is no number becomes silence."""
    steps = line * np.float32(32_767)
    if not np.isfinite(steps).all():
        np.nan_to_num(steps, copy=False)
    np.clip(steps, -32_767, 32_767, out=steps)
    np.rint(steps, out=steps)
    return steps.astype(np.int16)


def _first_loud(samples: Samples) -> int | None:
    """The first sample that is no silence; None where all are."""
    for start in range(0, len(samples), LOOK):
        part = samples[start : start + LOOK]
        loud = (part > QUIET) | (part < -QUIET)
        if loud.any():
            return start + int(loud.argmax())
    return None


def _fade(part: Samples) -> None:
    """Let `part` rise from zero, in place."""
    part[:] = np.rint(part * _rise(len(part)))


@lru_cache(8)
def _rise(frames: int) -> npt.NDArray[np.float64]:
    return np.sin(np.linspace(0, np.pi / 2, frames)) ** 2
