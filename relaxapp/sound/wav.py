"""WAV files of 16 bits, written straight to the disk.

libsndfile copies each block, seeks after it and waits for the disk when it closes; a header and the samples
as they are take a third less time, and every error of the disk is told.
"""

import struct
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relaxapp.sound.clip import Samples

INFO = {"title": b"INAM", "artist": b"IART", "comment": b"ICMT", "date": b"ICRD"}
"""The RIFF INFO chunk that carries each tag."""

LONGEST_WAV = (2**32 - 2**16) // 4
"""Stereo frames that a WAV file can hold at most: its sizes have 32 bits. At 48 kHz, six hours."""


def header(frames: int, rate: int, tags: dict[str, str]) -> bytes:
    """Everything before the samples of a stereo file of `frames` frames."""
    info = b"".join(_chunk(INFO[name], value.encode() + b"\0") for name, value in tags.items() if value)
    listed = _chunk(b"LIST", b"INFO" + info) if info else b""
    layout = _chunk(b"fmt ", struct.pack("<HHIIHH", 1, 2, rate, rate * 4, 4, 16))
    size = 4 + len(layout) + len(listed) + 8 + frames * 4
    data = struct.pack("<4sI", b"data", frames * 4)
    return struct.pack("<4sI4s", b"RIFF", size, b"WAVE") + layout + listed + data


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack("<4sI", name, len(content)) + content + b"\0" * (len(content) % 2)


class WavFile:
    """A WAV file being written."""

    def __init__(self, path: Path, frames: int, rate: int, tags: dict[str, str]) -> None:
        self._file = path.open("xb", buffering=0)
        try:
            self._file.write(header(frames, rate, tags))
        except OSError:
            self._file.close()
            raise

    def write(self, block: "Samples") -> None:
        """Add int16 samples of shape (n, 2). Raises OSError."""
        left = block.astype("<i2", order="C", copy=False).reshape(-1).data.cast("B")
        while left:
            left = left[self._file.write(left) :]

    def close(self) -> None:
        """Give the file back. Raises OSError."""
        self._file.close()
