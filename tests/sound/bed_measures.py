"""What can be measured of a background that goes round: as it is heard, in figures."""

from typing import Any

import numpy as np
import numpy.typing as npt

from relaxapp.sound.beds import Bed
from relaxapp.timing.frames import RATE

Array = npt.NDArray[np.float64]
_SHELF = (1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585)
_PASS = (1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621)
"""The two filters of ITU-R BS.1770 at 48,000 Hz, by which loudness is heard."""
_FINE = 16_384
"""Frames of the spectra in which lines are looked for: 2.9 Hz a step."""


class Measured:
    """One round of a bed, and what it is like."""

    def __init__(self, bed: Bed) -> None:
        self.sound: Array = bed.samples.astype(np.float64) / 32_768
        """Shape (frames, 2); full scale is 1."""
        self.spectra = np.fft.rfft(np.ascontiguousarray(self.sound.T))
        """Shape (2, frequencies)."""
        self.frequencies: Array = np.fft.rfftfreq(len(self.sound), 1 / RATE).astype(np.float64)
        self._weight = weight_of(self.frequencies)
        power = (np.abs(self.spectra) ** 2).mean(axis=0)
        self._power: Array = np.concatenate([[0.0], np.cumsum(power)])

    def band(self, low: float, high: float) -> float:
        """The mean power between two frequencies in Hz, in dB; only its differences mean anything."""
        first, last = np.searchsorted(self.frequencies, (low, high))
        return float(10 * np.log10((self._power[last] - self._power[first]) / (last - first)))

    def thirds(self, low: float, high: float) -> dict[float, float]:
        """The mean power in each third of an octave, by its middle in Hz."""
        count = round(3 * np.log2(high / low))
        middles = low * 2 ** (np.arange(count + 1) / 3)
        return {float(f): self.band(f * 2 ** (-1 / 6), f * 2 ** (1 / 6)) for f in middles}

    def loudness(self, seconds: float, step: float, low: float = 0, high: float = RATE / 2) -> Array:
        """How loud it is heard in windows of so many seconds, one each `step`, all around, in dB."""
        first, last = np.searchsorted(self.frequencies, (low, high))
        filtered = np.zeros_like(self.spectra)
        filtered[:, first:last] = self.spectra[:, first:last] * self._weight[first:last]
        power = np.square(np.fft.irfft(filtered, len(self.sound))).sum(axis=0)
        window, hop = round(seconds * RATE), round(step * RATE)
        total = np.concatenate([[0.0], np.cumsum(np.concatenate([power, power[:window]]))])
        starts = np.arange(0, len(power), hop)
        return np.asarray(10 * np.log10((total[starts + window] - total[starts]) / window + 1e-12))

    def rise(self) -> float:
        """The greatest rise within 100 ms of what is heard in 100 ms, in dB."""
        levels = self.loudness(0.1, 0.01)
        return float((np.roll(levels, -10) - levels).max())

    def returns(self) -> float:
        """How much its loudness repeats itself, once it has changed: 1 for wholly."""
        levels = self.loudness(0.1, 0.1)
        levels = levels - levels.mean()
        likeness = np.fft.irfft(np.abs(np.fft.rfft(levels)) ** 2, len(levels))[: len(levels) // 2]
        first = int(np.flatnonzero(likeness < 0)[0])
        return float(likeness[first:].max() / likeness[0])

    def line(self) -> float:
        """How far the strongest line between 100 Hz and 10 kHz stands out of its surroundings, in dB."""
        mono, window = self.sound.mean(axis=1), np.hanning(_FINE)
        pieces = [mono[at : at + _FINE] * window for at in range(0, len(mono) - _FINE, _FINE // 2)]
        levels = 10 * np.log10(np.mean([np.abs(np.fft.rfft(piece)) ** 2 for piece in pieces], axis=0))
        around = np.lib.stride_tricks.sliding_window_view(levels, 51)
        out = levels[25:-25] - np.median(around, axis=1)
        first, last = round(100 * _FINE / RATE) - 25, round(10_000 * _FINE / RATE) - 25
        return float(out[max(0, first) : last].max())

    def alike(self, low: float, high: float) -> float:
        """How alike both channels are between two frequencies: 1 the same, 0 nothing in common."""
        first, last = np.searchsorted(self.frequencies, (low, high))
        left, right = self.spectra[:, first:last]
        both = np.sqrt((np.abs(left) ** 2).sum() * (np.abs(right) ** 2).sum())
        return float((left * right.conj()).sum().real / both)

    def repeats(self) -> float:
        """How alike the sound is to itself 20 ms later and more: 1 where all of it comes again."""
        mono = np.abs(self.spectra.sum(axis=0))
        smooth = np.convolve(mono, np.ones(501) / 501, "same")
        even = np.where(self.frequencies > 200, mono / (smooth + 1e-9), 0)
        likeness = np.fft.irfft(even**2, len(self.sound))
        return float(likeness[RATE // 50 : len(likeness) // 2].max() / likeness[0])

    def swellings(self, seconds: float = 0.5) -> list[tuple[float, float]]:
        """When, in seconds, smoothed loudness turns down after a rise of 2 dB, and how loud it was."""
        turns: list[tuple[float, float]] = []
        low, high, at, rising = np.inf, -np.inf, 0, True
        for number, level in enumerate(self.loudness(seconds, 0.1)):
            if rising and level > high:
                high, at = level, number
            elif rising and level < high - 2:
                turns.append((at * 0.1, float(high)))
                rising, low = False, level
            elif not rising and level < low:
                low = level
            elif not rising and level > low + 2:
                rising, high, at = True, level, number
        return turns

    def apart(self) -> Array:
        """Seconds from one swelling to the next."""
        return np.diff([when for when, _level in self.swellings()])


def rising(sound: npt.NDArray[np.floating[Any]]) -> float:
    """The greatest rise within 100 ms of what is heard in 100 ms, in dB; from where it can be heard on.

    `sound`: shape (frames, 2), worked on as precisely as it is; -60 dB are taken for silence.
    """
    whole = 10 * RATE * -(-len(sound) // (10 * RATE))  # a length whose spectrum is found quickly
    weight = weight_of(np.fft.rfftfreq(whole, 1 / RATE).astype(np.float64)).astype(sound.dtype)
    sides = (np.fft.rfft(np.ascontiguousarray(side), whole) for side in sound.T)
    power = sum(np.fft.irfft(spectrum * weight, whole)[: len(sound)] ** 2 for spectrum in sides)
    total = np.concatenate([[0.0], np.cumsum(power, dtype=np.float64)])[:: RATE // 100]
    levels = 10 * np.log10(np.maximum((total[10:] - total[:-10]) / (RATE // 10), 1e-6))
    return float((levels[10:] - levels[:-10]).max())


def weight_of(frequencies: Array) -> Array:
    """How strongly each frequency counts for loudness (ITU-R BS.1770), as an amplitude; half a Hz fine."""
    grid = np.linspace(0, RATE / 2, RATE + 1)
    return np.interp(frequencies, grid, _response(*_SHELF, grid) * _response(*_PASS, grid))


def _response(above: tuple[float, ...], below: tuple[float, ...], frequencies: Array) -> Array:
    """The amplitude of a filter of second order at each frequency."""
    turn = np.exp(-2j * np.pi * frequencies / RATE)
    return np.asarray(np.abs(np.polyval(above[::-1], turn) / np.polyval(below[::-1], turn)))
