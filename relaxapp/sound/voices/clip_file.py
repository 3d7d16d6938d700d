"""A clip as a file: a header of 20 bytes, then the samples, int16 little-endian.

The header holds MAGIC, the rate, the number of frames, the CRC-32 of the samples and the CRC-32 of the header
before it, each as a little-endian uint32. A length is read from the header and the file's size alone.
"""

import os
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relaxapp.sound.clip import Clip

MAGIC = b"RXC1"
HEADER = struct.Struct("<4sIIII")
_SAMPLE_BYTES = 2


class DamagedClipError(Exception):
    """The file is no clip, was cut short, or its samples are not the ones written."""


def packed(clip: "Clip") -> tuple[bytes, memoryview]:
    """`clip` as the content of a file: its header, and its samples where they lie."""
    samples = clip.samples.astype("<i2", order="C", copy=False).data.cast("B")
    fields = MAGIC, clip.rate, len(clip.samples), zlib.crc32(samples)
    beginning = HEADER.pack(*fields, 0)[:-4]
    return HEADER.pack(*fields, zlib.crc32(beginning)), samples


def read(path: Path) -> "Clip":
    """The clip in `path`. Raises DamagedClipError, OSError."""
    import numpy as np

    from relaxapp.sound.clip import Clip

    content = path.read_bytes()
    frames, rate, crc = _header(content[: HEADER.size], len(content))
    if zlib.crc32(memoryview(content)[HEADER.size :]) != crc:
        raise DamagedClipError(path.name)
    samples = np.frombuffer(content, "<i2", count=frames, offset=HEADER.size)
    return Clip(samples.astype(np.int16, copy=False), rate)


def read_length(path: Path) -> tuple[int, int]:
    """Frames and rate of the clip in `path`, its samples unread. Raises DamagedClipError, OSError."""
    with path.open("rb", buffering=0) as file:
        frames, rate, _crc = _header(file.read(HEADER.size), os.fstat(file.fileno()).st_size)
    return frames, rate


def _header(beginning: bytes, file_bytes: int) -> tuple[int, int, int]:
    """Frames, rate and the CRC-32 of the samples."""
    if len(beginning) < HEADER.size:
        raise DamagedClipError("shorter than a header")
    magic, rate, frames, crc, own_crc = HEADER.unpack(beginning)
    whole = file_bytes == HEADER.size + _SAMPLE_BYTES * frames
    if magic != MAGIC or own_crc != zlib.crc32(beginning[:-4]) or not rate or not whole:
        raise DamagedClipError("not a whole clip")
    return frames, rate, crc
