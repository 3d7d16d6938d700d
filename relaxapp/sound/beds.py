"""Sounds under the words: decoded once, kept on the disk as they will be played, looped without a seam."""

import difflib
import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from relaxapp.errors import NotFoundError
from relaxapp.sound import bed_file
from relaxapp.sound.bed_names import OWN
from relaxapp.sound.clip import Samples
from relaxapp.timing.frames import RATE, frames
from relaxapp.translation import _

NONE = "none"
"""The bed of silence."""

BED_LUFS = -24.0
"""How loud every bed in `audio/` is, integrated, within 0.5 LU."""

OVERLAP = frames(0.25)
"""The last frames of a bed's file, which say the same as its first and are faded into them."""


@dataclass(frozen=True, slots=True, eq=False)
class Bed:
    """A loop of sound with no beginning and no end."""

    name: str
    """As it stands in `audio/beds`, or "none"."""
    samples: Samples
    """One round of it, int16 of shape (frames, 2) at the house rate; no frames for silence."""

    @staticmethod
    def open(name: str, audio: Path, cache: Path, own: Path | None = None) -> "Bed":
        """The bed `name` of the folder `audio`, decoded before or decoded now into the folder `cache`.

        A cache file that is damaged is made anew; where none can be written, the bed is held in memory.
        `own`: the file of the person's own bed, which is no longer there once it is damaged.
        Raises NotFoundError for an unknown name, FileError where the bed's own file can't be read.
        """
        if name == NONE:
            return Bed(NONE, np.zeros((0, 2), np.int16))
        if name == OWN:
            return Bed(OWN, _own(own))
        known = beds(audio)
        if name not in known:
            near = difflib.get_close_matches(name, known, 1) or list(known)
            raise NotFoundError(
                _("There is no background sound named {name}.").format(name=name),
                _("Use one of these: {names}.").format(names=", ".join(near)),
            )
        source = audio / "beds" / f"{name}.ogg"
        kept = cache / f"{name}-{_fingerprint(source)}.pcm"
        samples = bed_file.read(kept)
        if samples is None:
            samples = decode(source)
            with suppress(OSError):
                bed_file.write(samples, kept)
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


def _own(kept: Path | None) -> Samples:
    samples = None if kept is None else bed_file.read(kept)
    if samples is None:
        raise NotFoundError(
            _("Your own background sound is not there any more."),
            _("Choose its file once more in the settings, or another background."),
        )
    return samples


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
