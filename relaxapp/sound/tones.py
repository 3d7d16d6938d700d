"""The sounds that guide without words: two tones for the breath, two for holding it, and the bells.

In rises, out falls and begins a fourth lower, so that they are told apart with eyes closed and by ears that
hear little above 2 kHz; a hold stays on the note that was reached. Each swells by at most 6 dB in 100 ms
from where it can first be heard, and dies away.
"""

import difflib
from functools import cache
from pathlib import Path

import numpy as np

from relaxapp.errors import NotFoundError
from relaxapp.sound.clip import Block
from relaxapp.timing.frames import RATE
from relaxapp.timing.plan import CueKind
from relaxapp.translation import _

NOTES: dict[CueKind, tuple[float, float]] = {
    CueKind.INHALE: (440.0, 587.33),
    CueKind.HOLD: (587.33, 587.33),
    CueKind.EXHALE: (329.63, 246.94),
    CueKind.REST: (246.94, 246.94),
}
"""Hz at the start and the end of each tone: A4 up to D5, staying there, E4 down to B3, staying there."""

OVERTONES = (1.0, 0.3, 0.1, 0.04)
"""The amplitudes of the partials, so that a small loudspeaker tells the lower notes too."""

LOUDEST = 10 ** (-33 / 20)
"""The greatest amplitude of a tone: some 13 dB below a voice at -20 LUFS, and above a bed at -41."""
HOLDING = 0.6
"""How loud the tones of a hold are beside those of a breath."""
FAINTEST = 10 ** (-55 / 20)
"""The amplitude a tone begins at. With a voice as loud as talk (60 dB SPL), what is fainter than this lies
below the noise of a quiet bedroom (25 to 30 dB SPL)."""
RISE = 5.5
"""How fast a tone swells, in dB per 100 ms."""
BEAT = 10 ** (-10 / 20)
"""Where in its swell a tone is felt to begin: 10 dB below its loudest (between the 6 and 15 dB that
Vos and Rasch 1981 found for slow attacks). That point is laid on the beat."""
LENGTH = 1.6
"""Seconds from first to last."""
CLICK = (1200.0, 0.08)
"""Hz and seconds of the click that tells a facilitator that a line is due: short, soft, unlike any tone."""


def tone(kind: CueKind) -> tuple[Block, int] | None:
    """The tone of a breath cue, float32 of shape (frames, 2), and how many frames of it come before the beat.

    None for cues that have no tone.
    """
    return _tone(kind) if kind in NOTES else None


@cache
def _tone(kind: CueKind) -> tuple[Block, int]:
    low, high = NOTES[kind]
    time = np.arange(round(LENGTH * RATE)) / RATE
    glide = np.clip(time / (LENGTH * 0.6), 0, 1)
    pitch = low * (high / low) ** (glide * glide * (3 - 2 * glide))
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    wave = sum(strength * np.sin(number * phase) for number, strength in enumerate(OVERTONES, 1))
    loudest = LOUDEST * (HOLDING if kind in {CueKind.HOLD, CueKind.REST} else 1)
    swell = 20 * np.log10(loudest / FAINTEST) / RISE * 0.1
    beat = 20 * np.log10(loudest * BEAT / FAINTEST) / RISE * 0.1
    return _stereo(wave / np.abs(wave).max() * _shape(time, swell, loudest)), round(beat * RATE)


@cache
def click() -> Block:
    """The click of a line that is due, float32 of shape (frames, 2)."""
    pitch, length = CLICK
    time = np.arange(round(length * RATE)) / RATE
    swell = np.clip(time / 0.004, 0, 1)
    return _stereo(LOUDEST * swell * np.exp(-time / 0.015) * np.sin(2 * np.pi * pitch * time))


def _shape(
    time: np.ndarray[tuple[int], np.dtype[np.float64]], swell: float, loudest: float
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Up from FAINTEST to `loudest` in `swell` seconds, then dying away to nothing; the corner rounded."""
    up = FAINTEST * (loudest / FAINTEST) ** (np.minimum(time, swell) / swell)
    left = np.clip((time - swell) / (time[-1] - swell), 0, 1)
    away = np.cos(left * np.pi / 2) ** 2
    start = np.clip(time / 0.005, 0, 1)
    shaped: np.ndarray[tuple[int], np.dtype[np.float64]] = up * away * start
    return shaped


def _stereo(mono: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Block:
    both: Block = np.repeat(mono.astype(np.float32), 2).reshape(-1, 2)
    both.flags.writeable = False
    return both


def sounds(audio: Path) -> tuple[str, ...]:
    """The names of the single sounds in the folder `audio`, such as a bell."""
    return tuple(sorted(path.stem for path in (audio / "sounds").glob("*.ogg")))


@cache
def sound(name: str, audio: Path) -> Block:
    """The single sound `name` from the folder `audio`, float32 of shape (frames, 2) at the house rate.

    Raises NotFoundError for an unknown name, FileError where its file can't be read.
    """
    known = sounds(audio)
    if name not in known:
        near = difflib.get_close_matches(name, known, 1) or list(known)
        raise NotFoundError(
            _("There is no sound named {name}.").format(name=name),
            _("Use one of these: {names}.").format(names=", ".join(near)) if near else "",
        )
    from relaxapp.sound.files import read

    samples, _rate = read(audio / "sounds" / f"{name}.ogg", "float32")
    both: Block = np.ascontiguousarray(np.broadcast_to(samples, (len(samples), 2)), np.float32)
    both.flags.writeable = False
    return both
