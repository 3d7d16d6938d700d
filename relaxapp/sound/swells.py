"""Breath that is heard: a soft rushing that rises while one breathes in and falls while one breathes out.

In is bright and grows brighter, out is dark and grows darker, so that they are told apart with eyes closed.
Both begin with the same short onset, whose middle lies on the beat as that of the tones does.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from math import log10

import numpy as np
import numpy.typing as npt

from relaxapp.sound.clip import Block
from relaxapp.sound.tones import BEAT, FAINTEST
from relaxapp.timing.frames import RATE
from relaxapp.timing.plan import CueKind

Line = npt.NDArray[np.float64]

LOUDEST = 10 ** (-37 / 20)
"""The greatest RMS of a swell: above a bed at -41 LUFS, and 17 dB below a voice."""
RISE = 3.0
"""How fast the onset swells, in dB per 100 ms; less than that of a tone, since noise wavers by itself."""
ONSET = 10 ** (-9 / 20)
"""How far the rise of breathing in is when its onset is over."""
ENDING = 0.25
"""Seconds in which a swell dies away at its end."""
BRIGHT, DARK = (900.0, 2200.0), (700.0, 320.0)
"""The middle of the rushing in Hz, at the beginning and the end of breathing in, and of breathing out."""
NOISE_SECONDS = 11
"""How long the noise is that all swells are cut from."""
WIDTH = 0.55
"""Octaves from the middle of the rushing to where it is 6 dB down."""


@dataclass(frozen=True, slots=True)
class Breath:
    """One breathing in or out, as it is heard."""

    kind: CueKind
    """INHALE or EXHALE."""
    length: int
    """Frames from its beat to its end."""

    @property
    def before(self) -> int:
        """How many frames of its sound come before the beat."""
        return round(max(0.0, _decibels(_floor(self.kind) * BEAT / FAINTEST)) / RISE * 0.1 * RATE)


@lru_cache(8)
def swell(breath: Breath) -> Block:
    """The sound of a breath, float32 of shape (before + length, 2)."""
    floor = _floor(breath.kind)
    up = _decibels(floor / FAINTEST) / RISE * 0.1
    count = breath.before + breath.length
    time = np.arange(count) / RATE
    part = np.clip((time - up) / max(time[-1] - up, 1e-3), 0, 1)
    eased = part * part * (3 - 2 * part)
    onset = FAINTEST * (floor / FAINTEST) ** (np.minimum(time, up) / up)
    if breath.kind is CueKind.INHALE:
        level = onset * (1 / ONSET) ** eased
        middles = BRIGHT
    else:
        level = onset * (FAINTEST / floor) ** eased
        middles = DARK
    level *= np.clip(time / 0.005, 0, 1) * np.clip((time[-1] - time) / min(ENDING, time[-1] / 4), 0, 1)
    first, last = (_noise(middle)[np.arange(count) % (NOISE_SECONDS * RATE)] for middle in middles)
    way = eased * np.pi / 2
    mono = (first * np.cos(way) + last * np.sin(way)) * level
    both: Block = np.repeat(mono.astype(np.float32), 2).reshape(-1, 2)
    both.flags.writeable = False
    return both


def _floor(kind: CueKind) -> float:
    """Where the onset leads to, from where it goes on: up breathing in, down breathing out."""
    return LOUDEST * ONSET if kind is CueKind.INHALE else LOUDEST


def _decibels(ratio: float) -> float:
    return 20 * log10(ratio)


@cache
def _noise(middle: float) -> Line:
    """Noise around `middle` Hz with an RMS of 1, the same each time; its end runs into its beginning."""
    rng = np.random.Generator(np.random.PCG64(round(middle)))
    count = NOISE_SECONDS * RATE // 2 + 1
    frequencies = np.arange(count) / NOISE_SECONDS
    away = np.log2(np.maximum(frequencies, 1) / middle) / WIDTH
    spectrum = (rng.standard_normal(count) + 1j * rng.standard_normal(count)) * 0.5 ** (away * away)
    spectrum[0] = 0
    sound: Line = np.fft.irfft(spectrum, NOISE_SECONDS * RATE)
    window = np.hanning(RATE // 10)
    power = np.fft.irfft(np.fft.rfft(sound * sound) * np.fft.rfft(window, len(sound)), len(sound))
    # Its slow wavering taken away, so that what rises and falls is the breath.
    steady: Line = sound / np.sqrt(np.maximum(np.roll(power, -len(window) // 2) / window.sum(), 1e-12))
    return steady
