"""The person's own sound as a bed: read once, made as loud as the others, and kept as it will be played.

So it is there even when the file was moved, or lay on a stick. It is read a few seconds at a time, so that
memory does not grow with its length.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from relaxapp.durable import file_to_disk, replace
from relaxapp.locations import private_folder
from relaxapp.sound import bed_file
from relaxapp.sound.beds import BED_LUFS
from relaxapp.sound.clip import Block, Samples
from relaxapp.sound.files import no_sound, opened
from relaxapp.sound.formats import telling
from relaxapp.sound.loudness import amplitude, integrated
from relaxapp.timing.frames import RATE, frames

LONGEST = frames(600)
"""What is kept of a longer sound: its first ten minutes, 115 MB."""
CROSSING = frames(4)
"""How long its end is faded into its beginning; a quarter of a sound that is shorter than four times that."""
PIECE_SECONDS = 5
"""How much is read at a time."""
MOST_LOUDER = amplitude(40)
"""A sound that is all but silent is made louder by no more."""


def take(source: Path, kept: Path) -> None:
    """Make the sound in `source` a bed in the file `kept`, in place of an older one.

    Raises FileError where it is no sound, is silent, or there is no room for it; then the older one stays.
    """
    with telling(kept):
        private_folder(kept.parent)
        handle, name = tempfile.mkstemp(prefix=".own-", suffix=".part", dir=kept.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "r+b", buffering=0) as file:
            for piece in _pieces(source):
                with telling(kept):
                    file.write(piece.data)
        samples = _mapped(part)
        if not samples.any():
            raise no_sound(source)
        length = _cross(samples)
        _level(samples[:length])
        del samples
        with telling(kept):
            os.truncate(part, length * 4)
            bed_file.seal(part)
            file_to_disk(part)
            replace(part, kept)
    finally:
        part.unlink(missing_ok=True)


def _pieces(source: Path) -> Iterator[Samples]:
    """The sound in stereo at the house rate, int16, piece by piece. Raises FileError."""
    import soxr

    left = LONGEST
    with opened(source) as file:
        resample: Any = soxr.ResampleStream(file.samplerate, RATE, 2, dtype="float32")
        last = False
        while left and not last:
            read = file.read(PIECE_SECONDS * file.samplerate, dtype="float32", always_2d=True)
            last = len(read) < PIECE_SECONDS * file.samplerate
            made = resample.resample_chunk(_stereo(read), last=last)[:left]
            left -= len(made)
            yield np.rint(np.clip(made * 32768, -32768, 32767)).astype(np.int16)


def _stereo(read: Block) -> Block:
    """One channel in both; of more than two, the first two."""
    both: Block = np.ascontiguousarray(np.repeat(read, 2, axis=1) if read.shape[1] == 1 else read[:, :2])
    return both


def _mapped(part: Path) -> Samples:
    """The samples as they lie in the file; changes go into the file."""
    size = part.stat().st_size
    if not size:
        return np.zeros((0, 2), np.int16)
    mapped: Samples = np.memmap(part, np.int16, "r+", shape=(size // 4, 2))
    return mapped


def _cut(samples: Samples) -> Iterator[Samples]:
    for at in range(0, len(samples), PIECE_SECONDS * RATE):
        yield samples[at : at + PIECE_SECONDS * RATE]


def _level(samples: Samples) -> None:
    """Bring it to BED_LUFS in place, or as near as its peaks allow."""
    loudness = integrated(_cut(samples))
    highest = max(max(int(piece.max()), -int(piece.min())) for piece in _cut(samples)) / 32768
    gain = min(amplitude(BED_LUFS - loudness) if np.isfinite(loudness) else 1.0, MOST_LOUDER, 1 / highest)
    for piece in _cut(samples):
        piece[:] = np.rint(np.clip(piece * np.float32(gain), -32768, 32767))


def _cross(samples: Samples) -> int:
    """Fade its end into its beginning, in place and of equal power; the frames that are left."""
    crossing = min(CROSSING, len(samples) // 4)
    left = len(samples) - crossing
    way = (np.arange(crossing, dtype=np.float32) / np.float32(max(1, crossing)) * np.float32(np.pi / 2))[
        :, None
    ]
    both = samples[:crossing] * np.sin(way) + samples[left:] * np.cos(way)
    samples[:crossing] = np.rint(np.clip(both, -32768, 32767))
    return left
