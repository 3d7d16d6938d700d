"""What the beds are made with. Everything here is circular: the last frame is followed by the first.

Noise is drawn as a spectrum, so that it repeats after exactly its length; curves are interpolated around the
end; short sounds that reach over the end go on at the beginning. So no bed has a seam to hide.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

RATE = 48_000
"""Frames a second."""

Array = npt.NDArray[np.float64]
Rng = np.random.Generator
Response = Callable[[Array], Array]
"""Amplitude by frequency in Hz."""


def noise(rng: Rng, frames: int, response: Response) -> Array:
    """Noise of one channel with the amplitude spectrum of `response`, scaled to an RMS of 1."""
    frequencies = np.fft.rfftfreq(frames, 1 / RATE).astype(np.float64)
    spectrum = rng.standard_normal(len(frequencies)) + 1j * rng.standard_normal(len(frequencies))
    spectrum = spectrum * response(frequencies)
    spectrum[0] = 0
    sound: Array = np.fft.irfft(spectrum, frames)
    return level(sound)


def stereo_noise(rng: Rng, frames: int, response: Response, width: float = 0.6) -> Array:
    """Noise of two channels, shape (frames, 2), each with the spectrum of `response` and an RMS of about 1.

    `width`: 0 is the same in both channels, 1 is nothing in common. What lies below 120 Hz is in common
    whatever the width, so that little is lost on one loudspeaker.
    """
    frequencies = np.fft.rfftfreq(frames, 1 / RATE).astype(np.float64)
    shape = response(frequencies)
    shape[0] = 0
    apart = width / 2 * over(frequencies, 120, 2) ** 2
    drawn = rng.standard_normal((4, len(frequencies)))
    middle = (drawn[0] + 1j * drawn[1]) * shape * np.sqrt(1 - apart)
    side = (drawn[2] + 1j * drawn[3]) * shape * np.sqrt(apart)
    sound: Array = np.fft.irfft(np.stack([middle + side, middle - side], 1), frames, axis=0)
    return level(sound)


def tilt(decibels_per_octave: float, low: float = 40, high: float = 6000) -> Response:
    """A straight slope, soft below `low` and falling 18 dB an octave more above `high`."""

    def response(f: Array) -> Array:
        slope = (np.maximum(f, 1) / 1000) ** (decibels_per_octave / 6.02)
        return slope * over(f, low, 2) * under(f, high, 3)

    return response


def straight(decibels_per_octave: float) -> Response:
    """A slope that is straight from 50 Hz to 10 kHz, within half a dB, and soft beyond."""

    def response(f: Array) -> Array:
        slope = (np.maximum(f, 1) / 1000) ** (decibels_per_octave / 6.02)
        return slope * over(f, 38, 4) * under(f, 15_000, 4)

    return response


def band(centre: float, octaves: float = 1.0) -> Response:
    """A bell on the logarithm of frequency, 6 dB down `octaves` from its centre."""

    def response(f: Array) -> Array:
        away = np.log2(np.maximum(f, 1) / centre) / octaves
        bell: Array = 0.5 ** (away * away)
        return bell

    return response


def over(f: Array, corner: float, order: float) -> Array:
    """A high-pass of so many poles: amplitude at each frequency of `f`."""
    passed: Array = 1 / np.sqrt(1 + (corner / np.maximum(f, 1e-3)) ** (2 * order))
    return passed


def under(f: Array, corner: float, order: float) -> Array:
    """A low-pass of so many poles: amplitude at each frequency of `f`."""
    passed: Array = 1 / np.sqrt(1 + (f / corner) ** (2 * order))
    return passed


def filtered(sound: Array, response: Response) -> Array:
    """`sound`, shape (frames, ...), through a filter that delays nothing."""
    spectrum = np.fft.rfft(sound, axis=0)
    frequencies = np.fft.rfftfreq(len(sound), 1 / RATE).astype(np.float64)
    gain = response(frequencies)
    spectrum *= gain.reshape(-1, *[1] * (sound.ndim - 1))
    passed: Array = np.fft.irfft(spectrum, len(sound), axis=0)
    return passed


def level(sound: Array, rms: float = 1.0) -> Array:
    """`sound` scaled to an RMS."""
    scaled: Array = sound * (rms / np.sqrt(np.mean(sound * sound)))
    return scaled


def wander(rng: Rng, frames: int, seconds: float) -> Array:
    """A curve that wanders between 0 and 1, evenly spread over them, turning about every `seconds`."""
    slow = frames // 480
    frequencies = np.fft.rfftfreq(slow, 0.01)
    spectrum = rng.standard_normal(len(frequencies)) + 1j * rng.standard_normal(len(frequencies))
    spectrum *= np.exp(-((frequencies * seconds * 2) ** 2) / 2)
    spectrum[0] = 0
    turning: Array = np.fft.irfft(spectrum, slow)
    curve = level(turning)
    return stretched((1 + np.tanh(curve * 0.8)) / 2, frames)


def stretched(curve: Array, frames: int) -> Array:
    """A curve of few points, spread over `frames` and around the end."""
    at = np.arange(frames) * (len(curve) / frames)
    spread: Array = np.interp(at, np.arange(len(curve)), curve, period=len(curve))
    return spread


def scatter(sound: Array, at: int, grain: Array, pan: float = 0.0) -> None:
    """Add a mono `grain` to the stereo `sound` from frame `at` on, going on at the beginning past the end.

    `pan`: -1 left to 1 right, of equal power.
    """
    angle = (pan + 1) * np.pi / 4
    both = np.stack([grain * np.cos(angle), grain * np.sin(angle)], 1) * np.sqrt(2)
    at %= len(sound)
    room = len(sound) - at
    sound[at : at + len(both)] += both[:room]
    if len(both) > room:
        sound[: len(both) - room] += both[room:]


def ping(frequency: float, decay: float, rise: float = 0.0) -> Array:
    """A tone that dies away to a third in `decay` seconds, its pitch rising by the share `rise` meanwhile."""
    time = np.arange(int(decay * 6 * RATE)) / RATE
    pitch = frequency * (1 + rise * time / decay)
    attack = 1 - np.exp(-time / (0.15 * decay))
    tone: Array = np.sin(2 * np.pi * np.cumsum(pitch) / RATE) * np.exp(-time / decay) * attack
    return tone


def burst(rng: Rng, seconds: float) -> Array:
    """Noise that rises at once and dies away to a third in so many seconds, never the same twice."""
    time = np.arange(int(seconds * 6 * RATE)) / RATE
    sound: Array = (
        rng.standard_normal(len(time)) * np.exp(-time / seconds) * (1 - np.exp(-time / (0.25 * seconds)))
    )
    return sound


def evened(sound: Array, most: float) -> Array:
    """`sound`, shape (frames, 2), with its short peaks bent down smoothly towards `most` times its RMS."""
    ceiling = most * np.sqrt(np.mean(sound * sound))
    bent: Array = ceiling * np.tanh(sound / ceiling)
    return bent
