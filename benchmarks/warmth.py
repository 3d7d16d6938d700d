"""Draws docs/warmth.png, the spectrum of a sentence before and after warming: `python -m benchmarks.warmth`.

The sentence is espeak-ng's. Two spectrograms side by side, pitch upwards to 10 kHz; the mean levels of low
and high sounds are printed.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.pictures import save
from relaxapp.sound.clip import Clip
from relaxapp.sound.voices.espeak import EspeakVoice
from relaxapp.sound.voices.sample import SENTENCES
from relaxapp.sound.voices.tuned import TunedVoice
from relaxapp.sound.voices.voice import Tuning
from relaxapp.words.script import Say

PAGE = Path(__file__).parent.parent / "docs" / "warmth.png"
HEIGHT, WIDTH, GAP = 220, 430, 14
"""Pixels of each spectrogram, and between them."""
HIGHEST = 10_000.0
FAINT, LOUD = -95.0, -25.0
"""dB of the darkest and the brightest."""
DARK, BRIGHT = np.array([12, 22, 40]), np.array([240, 232, 200])
SIZE = 1_024
"""Frames of one spectrum: 46 ms."""

Picture = npt.NDArray[np.uint8]


def spectra(clip: Clip) -> npt.NDArray[np.float64]:
    """The level in dB, columns over time, rows from 0 Hz upwards."""
    mono = clip.samples / 32_768
    starts = np.linspace(0, len(mono) - SIZE, WIDTH).astype(int)
    window = np.hanning(SIZE)
    power = [np.abs(np.fft.rfft(mono[start : start + SIZE] * window)) / SIZE * 4 for start in starts]
    levels: npt.NDArray[np.float64] = 20 * np.log10(np.maximum(np.array(power).T, 1e-9))
    return levels


def picture(levels: npt.NDArray[np.float64], rate: int) -> Picture:
    """Time to the right, pitch upwards."""
    rows = np.linspace(HIGHEST, 0, HEIGHT) * SIZE / rate
    part = np.clip((levels[rows.astype(int)] - FAINT) / (LOUD - FAINT), 0, 1)[:, :, np.newaxis]
    image: Picture = (DARK + part * (BRIGHT - DARK)).astype(np.uint8)
    return image


def band(levels: npt.NDArray[np.float64], rate: int, low: float, high: float) -> float:
    """The mean power between two frequencies, in dB."""
    first, last = int(low * SIZE / rate), int(high * SIZE / rate)
    return float(10 * np.log10((10 ** (levels[first:last] / 10)).mean()))


def main() -> None:
    """Speak, measure, draw."""
    images = []
    for tuning in (replace(Tuning(), warm=False), Tuning()):
        voice = TunedVoice(EspeakVoice(tuning), tuning, shift=False)
        clip = voice.speak(Say(SENTENCES[0]))
        voice.close()
        levels = spectra(clip)
        low, high = band(levels, clip.rate, 100, 1_000), band(levels, clip.rate, 5_000, 10_000)
        print(f"{'warmed' if tuning.warm else 'plain'}: 0.1-1 kHz {low:.1f} dB, 5-10 kHz {high:.1f} dB")
        images += [picture(levels, clip.rate), np.full((HEIGHT, GAP, 3), 255, np.uint8)]
    save(np.concatenate(images[:-1], axis=1), PAGE)


if __name__ == "__main__":
    main()
