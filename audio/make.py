"""Makes the beds and the bell: `python -m audio.make [NAME...]`; with no name, all of them.

Each is drawn from a generator seeded with its own name, so the same samples come every time, whichever are
made. Beds are levelled to the loudness that `relaxapp.sound.beds` counts on, and written with their first
quarter second once more at the end, into which the joint is faded when they are decoded.
"""

import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile

from audio import bell, brown_noise, fireside, pink_noise, rain, stream, waves, wind
from audio.synthesis import RATE, Array, Rng
from relaxapp.sound.beds import BED_LUFS, OVERLAP
from relaxapp.sound.loudness import amplitude, integrated, momentary_max, true_peak

FOLDER = Path(__file__).parent

BEDS: dict[str, Callable[[Rng], Array]] = {
    "brown-noise": brown_noise.make,
    "fireside": fireside.make,
    "pink-noise": pink_noise.make,
    "rain": rain.make,
    "stream": stream.make,
    "waves": waves.make,
    "wind": wind.make,
}
SOUNDS: dict[str, Callable[[Rng], Array]] = {"bell": bell.make}

BELL_PEAK = amplitude(-25)
"""The greatest amplitude of the bell: some 6 dB below a voice at -20 LUFS."""
QUALITY = 0.55
"""libsndfile's measure of how hard to press, 0 to 1: about 100 kbit/s for these sounds."""


def bed(name: str) -> Array:
    """One round of the bed `name`, shape (frames, 2), at BED_LUFS."""
    sound = BEDS[name](generator(name))
    # Twice round, so that loudness is measured across the joint too.
    return sound * amplitude(BED_LUFS - integrated([np.concatenate([sound, sound]).astype(np.float32)]))


def single(name: str) -> Array:
    """The sound `name`, shape (frames, 2), at its level."""
    return SOUNDS[name](generator(name)) * BELL_PEAK


def generator(name: str) -> Rng:
    """The source of chance for a sound: always the same for its name."""
    return np.random.Generator(np.random.PCG64(zlib.crc32(name.encode())))


def write(path: Path, sound: Array) -> None:
    """Write `sound`, shape (frames, 2), as Ogg Vorbis, a second at a time."""
    path.parent.mkdir(exist_ok=True)
    with soundfile.SoundFile(
        path, "w", RATE, 2, format="OGG", subtype="VORBIS", compression_level=QUALITY
    ) as file:
        file.title = path.stem
        file.license = "CC BY 4.0"
        for at in range(0, len(sound), RATE):
            file.write(sound[at : at + RATE].astype(np.float32))


def main(names: list[str]) -> None:
    """Make the sounds of these names, or all, and say how loud each came out."""
    for name in names or [*BEDS, *SOUNDS]:
        if name in BEDS:
            path = FOLDER / "beds" / f"{name}.ogg"
            made = bed(name)
            write(path, np.concatenate([made, made[:OVERLAP]]))
        else:
            path = FOLDER / "sounds" / f"{name}.ogg"
            made = single(name)
            write(path, made)
        block = made.astype(np.float32)
        print(
            f"{path.relative_to(FOLDER)}: {len(made) / RATE:.0f} s, {path.stat().st_size / 1e6:.2f} MB, "
            f"{integrated([block]):.1f} LUFS, momentary at most {momentary_max([block]):.1f} LUFS, "
            f"{true_peak([block]):.1f} dBTP"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
