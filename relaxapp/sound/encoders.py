"""What turns blocks of samples into the bytes of a file: libsndfile, LAME, or nothing at all for WAV."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from relaxapp.sound.formats import FORMATS, Format
from relaxapp.sound.tags import Tags
from relaxapp.sound.wav import WavFile
from relaxapp.timing.frames import RATE

if TYPE_CHECKING:
    from relaxapp.sound.clip import Samples

LONGEST_WRITE = 2 * RATE
"""Frames handed to libsndfile at once: a single Vorbis write of a minute has been seen to crash."""
PROBE_BYTES = 65_536
"""What is written to a file to learn why it can't be: more than the rest of a block of the disk."""
MP3_KBIT = 128
"""The constant bit rate of an MP3 file: nothing is heard of it, and players find any place at once."""
MP3_LOUDER = 1 / 0.95
"""LAME turns what it writes at this rate down by 0.45 dB; that is made up for beforehand."""
MP3_QUALITY = 5
"""LAME's measure of how hard to try, 2 to 9; from 5 on a word takes a third of the time that 2 takes."""


class Sink(Protocol):
    """A sound file being written; its errors are OSErrors."""

    def write(self, block: "Samples") -> None:
        """Add int16 samples of shape (n, 2)."""
        ...

    def close(self) -> None:
        """Finish the file."""
        ...


def open_sink(part: Path, wanted: Format, frames: int, rate: int, tags: Tags) -> Sink:
    """The new file `part` in a format, ready to be written. Raises OSError."""
    match wanted.container:
        case "WAV":
            said = {"title": tags.title, "artist": tags.artist, "comment": tags.comment, "date": tags.date}
            return WavFile(part, frames, rate, said)
        case "MP3":
            return _Mp3File(part, rate)
        case _:
            return _LibsndfileFile(part, wanted, rate, channels=2)


def open_line(part: Path, rate: int) -> Sink:
    """The new file `part` for one recorded line, mono, as FLAC: its samples have shape (n,). OSError."""
    return _LibsndfileFile(part, FORMATS[".flac"], rate, channels=1)


class _Mp3File:
    """MP3 by LAME itself; through libsndfile it takes three times as long, and three times the room."""

    def __init__(self, path: Path, rate: int) -> None:
        import lameenc

        self._encoder: Any = lameenc.Encoder()
        self._encoder.silence()
        self._encoder.set_in_sample_rate(rate)
        self._encoder.set_out_sample_rate(rate)
        self._encoder.set_channels(2)
        self._encoder.set_bit_rate(MP3_KBIT)
        self._encoder.set_quality(MP3_QUALITY)
        self._file = path.open("xb")

    def write(self, block: "Samples") -> None:
        louder = (block * MP3_LOUDER).clip(-32_768, 32_767).round().astype("<i2")
        self._file.write(self._encoder.encode(louder.tobytes()))

    def close(self) -> None:
        try:
            self._file.write(self._encoder.flush())
        finally:
            self._file.close()


class _LibsndfileFile:
    """A file that libsndfile encodes, with the errors it tells turned into OSErrors."""

    def __init__(self, path: Path, wanted: Format, rate: int, channels: int) -> None:
        import soundfile

        self._path = path
        self._written = 0
        # Vorbis doesn't tell its length before it is decoded; FLAC and Opus do.
        self._counted = wanted.subtype != "VORBIS"
        with _telling(path):
            self._file = soundfile.SoundFile(
                path,
                "w",
                rate,
                channels,
                format=wanted.container,
                subtype=wanted.subtype,
                compression_level=wanted.compression,
            )

    def write(self, block: "Samples") -> None:
        for at in range(0, len(block), LONGEST_WRITE):
            part = block[at : at + LONGEST_WRITE]
            with _telling(self._path):
                self._file.write(part)
            self._written += len(part)

    def close(self) -> None:
        import soundfile

        with _telling(self._path):
            self._file.close()
            # A disk that is full is told to nobody when the last of it is flushed.
            if self._counted and soundfile.info(str(self._path)).frames != self._written:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    import soundfile

    try:
        yield
    except AssertionError as error:
        # soundfile asserts that as many frames were written as given, which a full disk belies.
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
    except soundfile.LibsndfileError as error:
        _ask_the_system(path)
        raise OSError(errno.EIO, error.error_string) from error


def _ask_the_system(path: Path) -> None:
    """Raises OSError with the reason why `path` can't be written, which libsndfile keeps to itself."""
    with path.open("ab") as file:
        file.write(bytes(PROBE_BYTES))
