"""A bed as it is kept: its samples, int16 in stereo, and after them what tells that they are whole."""

import os
import struct
import tempfile
import zlib
from contextlib import suppress
from pathlib import Path

import numpy as np

from relaxapp.locations import private_folder
from relaxapp.sound.clip import Samples

_TAIL = struct.Struct("<8sII")
"""What follows the samples: what it is, the frames, and the CRC-32 of the samples."""
_MARK = b"relaxbed"
_PIECE = 1 << 22
"""Bytes read at a time."""


def read(path: Path) -> Samples | None:
    """The samples in a file, mapped rather than read; None where there is none, or it is damaged."""
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
        samples: Samples = np.asarray(np.memmap(path, np.int16, "r", shape=(length, 2)))
    except OSError:
        return None
    return samples if zlib.crc32(samples.data) == check else None


def write(samples: Samples, path: Path) -> None:
    """Write a file whole, and remove those of older versions, `NAME-VERSION.pcm`. Raises OSError."""
    private_folder(path.parent)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(samples.data)
        seal(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    bed = path.name.rpartition("-")[0]
    for other in path.parent.glob(f"{bed}-*.pcm"):
        if other != path:
            with suppress(OSError):
                other.unlink()


def seal(part: Path) -> None:
    """Add to a file of samples what tells that they are whole. Raises OSError."""
    check = 0
    with part.open("r+b") as file:
        while piece := file.read(_PIECE):
            check = zlib.crc32(piece, check)
        file.write(_TAIL.pack(_MARK, file.tell() // 4, check))
