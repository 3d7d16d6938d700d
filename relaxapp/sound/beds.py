"""Sounds under the words: decoded once, kept on the disk as they will be played, looped without a seam."""

import difflib
import hashlib
import os
import struct
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from relaxapp.errors import NotFoundError
from relaxapp.sound.clip import Samples
from relaxapp.timing.frames import RATE, frames
from relaxapp.translation import _

NONE = "none"
"""The bed of silence."""

BED_LUFS = -24.0
"""How loud every bed in `audio/` is, integrated, within 0.5 LU."""

OVERLAP = frames(0.25)
"""The last frames of a bed's file, which say the same as its first and are faded into them."""

_TAIL = struct.Struct("<8sII")
"""What follows the samples in a cache file: what it is, the frames, and the CRC-32 of the samples."""
_MARK = b"relaxbed"


@dataclass(frozen=True, slots=True, eq=False)
class Bed:
    """A loop of sound with no beginning and no end."""

    name: str
    """As it stands in `audio/beds`, or "none"."""
    samples: Samples
    """One round of it, int16 of shape (frames, 2) at the house rate; no frames for silence."""

    @staticmethod
    def open(name: str, audio: Path, cache: Path) -> "Bed":
        """The bed `name` of the folder `audio`, decoded before or decoded now into the folder `cache`.

        A cache file that is damaged is made anew; where none can be written, the bed is held in memory.
        Raises NotFoundError for an unknown name, FileError where the bed's own file can't be read.
        """
        if name == NONE:
            return Bed(NONE, np.zeros((0, 2), np.int16))
        known = beds(audio)
        if name not in known:
            near = difflib.get_close_matches(name, known, 1) or list(known)
            raise NotFoundError(
                _("There is no background sound named {name}.").format(name=name),
                _("Use one of these: {names}.").format(names=", ".join(near)),
            )
        source = audio / "beds" / f"{name}.ogg"
        kept = cache / f"{name}-{_fingerprint(source)}.pcm"
        samples = _kept(kept)
        if samples is None:
            samples = decode(source)
            with suppress(OSError):
                _keep(samples, kept)
        return Bed(name, samples)

    def stretches(self, start: int, stop: int) -> Iterator[tuple[int, Samples]]:
        """What sounds from frame `start` to `stop`: views of the loop, each with the frame it begins at."""
        round_ = len(self.samples)
        at = start
        while round_ and at < stop:
            phase = at % round_
            piece = self.samples[phase : phase + stop - at]
            yield at, piece
            at += len(piece)


def beds(audio: Path) -> tuple[str, ...]:
    """The names of the beds in the folder `audio`, "none" last."""
    return (*sorted(path.stem for path in (audio / "beds").glob("*.ogg")), NONE)


def decode(source: Path) -> Samples:
    """One round of the loop in the file `source`. Raises FileError."""
    from relaxapp.sound.files import read

    samples, rate = read(source, "int16")
    if rate != RATE or samples.shape[1] != 2 or len(samples) < 2 * OVERLAP:
        raise ValueError(f"{source.name} is not stereo at {RATE} Hz")
    return looped(samples)


def looped(samples: Samples) -> Samples:
    """`samples` without their last OVERLAP frames, which are faded into the first.

    Both ends hold the same sound, apart from what the codec made of it, so the fade is linear.
    """
    head = (np.arange(OVERLAP, dtype=np.float32) / np.float32(OVERLAP))[:, np.newaxis]
    joint = samples[:OVERLAP] * head + samples[-OVERLAP:] * (1 - head)
    made = samples[:-OVERLAP].copy()
    made[:OVERLAP] = np.rint(joint)
    return made


def _fingerprint(source: Path) -> str:
    """What tells this version of a bed from others; empty where its file is gone."""
    try:
        return hashlib.blake2b(source.read_bytes(), digest_size=8).hexdigest()
    except OSError:
        return "missing"


def _kept(path: Path) -> Samples | None:
    """The samples in a cache file, mapped rather than read; None where there is none, or it is damaged."""
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            file.seek(max(0, size - _TAIL.size))
            tail = file.read(_TAIL.size)
        if len(tail) < _TAIL.size:
            return None
        mark, length, check = _TAIL.unpack(tail)
        if mark != _MARK or length == 0 or size != length * 4 + _TAIL.size:
            return None
        samples: Samples = np.memmap(path, np.int16, "r", shape=(length, 2))
    except OSError:
        return None
    return samples if zlib.crc32(samples.data) == check else None


def _keep(samples: Samples, path: Path) -> None:
    """Write a cache file whole, and remove those of older versions. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(samples.data)
            file.write(_TAIL.pack(_MARK, len(samples), zlib.crc32(samples.data)))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    bed = path.name.rpartition("-")[0]
    for other in path.parent.glob(f"{bed}-*.pcm"):
        if other != path:
            with suppress(OSError):
                other.unlink()
