"""Sound files: written whole or not at all, read whole. The only import of soundfile, and of mutagen."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol, overload

from relaxapp.errors import FileError
from relaxapp.sound.wav import LONGEST_WAV, WavFile
from relaxapp.timing.frames import RATE
from relaxapp.translation import _

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from relaxapp.sound.clip import Samples

LONGEST_WRITE = 2 * RATE
"""Frames handed to libsndfile at once: a single Vorbis write of a minute has been seen to crash."""


@dataclass(frozen=True, slots=True)
class Tags:
    """What a file says of itself."""

    title: str = ""
    """The practice's title."""
    artist: str = ""
    """Who speaks or made it."""
    comment: str = ""
    """A sentence about it."""
    date: str = ""
    """ISO 8601: a year or a day."""


@dataclass(frozen=True, slots=True)
class Format:
    """How a file of some ending is written."""

    container: str
    """libsndfile's name of the container."""
    subtype: str
    """libsndfile's name of the encoding."""
    least_bytes_per_frame: float
    """What a stereo frame takes at least: checked against the free space beforehand."""


FORMATS = {
    ".wav": Format("WAV", "PCM_16", 4.0),
    ".flac": Format("FLAC", "PCM_16", 0.6),
    ".ogg": Format("OGG", "VORBIS", 0.1),
    ".opus": Format("OGG", "OPUS", 0.1),
    ".mp3": Format("MP3", "MPEG_LAYER_III", 0.1),
}
"""What can be written, by the ending of the file's name. Only WAV has a size known beforehand."""


def format_of(path: Path) -> Format:
    """The format that the ending of `path` asks for. Raises FileError for an unknown one."""
    found = FORMATS.get(path.suffix.lower())
    if found is None:
        raise FileError(
            _("{file} does not end in a sound format this program writes.").format(file=path.name),
            _("Give the file one of these endings: {endings}.").format(endings=" ".join(FORMATS)),
        )
    return found


def check_writable(path: Path, frames: int) -> Format:
    """Find out before any work whether `frames` stereo frames can be written to `path`.

    Raises FileError for an unknown ending, a missing folder, something in the way that is no file, or too
    little free space.
    """
    wanted = format_of(path)
    folder = path.parent
    if not folder.is_dir():
        raise FileError(
            _("There is no folder {folder}.").format(folder=folder),
            _("Make the folder first, or choose another place for the file."),
        )
    if path.exists() and not path.is_file():
        raise FileError(
            _("{path} is not a file.").format(path=path), _("Choose another name for the sound file.")
        )
    if wanted.container == "WAV" and frames > LONGEST_WAV:
        raise FileError(
            _("{file} would be longer than a WAV file can be.").format(file=path.name),
            _("Give the file the ending .flac instead."),
        )
    least = int(frames * wanted.least_bytes_per_frame)
    free = shutil.disk_usage(folder).free
    if free < least:
        raise _no_space(path, least - free)
    return wanted


def write(
    path: Path,
    blocks: "Iterable[Samples]",
    *,
    frames: int,
    tags: Tags | None = None,
    rate: int = RATE,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write stereo `blocks`, int16 of shape (n, 2), as the ending of `path` says; an old file is replaced.

    The blocks go to a hidden file beside `path`, which takes its name once it is whole: after an error, or
    Ctrl-C, an older file is still there as it was, and nothing half-written. `frames` is how many will come;
    `progress` is told after each block how many have been written. No dither is added: a bed is noise of its
    own, and a voice's clips have 16 bits to begin with.

    Raises FileError where the file can't be written whole, ValueError where other than `frames` frames came.
    """
    path = path.resolve()
    wanted = check_writable(path, frames)
    tags = tags or Tags()
    with _telling(path):
        part = _part_of(path)
    try:
        with _telling(path):
            file = _open(part, wanted, frames, rate, tags)
        written = 0
        try:
            for block in blocks:
                with _telling(path):
                    file.write(block)
                written += len(block)
                if progress is not None:
                    progress(written)
        except BaseException:
            with suppress(OSError):
                file.close()
            raise
        with _telling(path):
            file.close()
            if written != frames:
                raise ValueError(f"{frames} frames were promised, {written} came")
            if wanted.container == "MP3":
                _tag_mp3(part, tags)
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write captions beside a sound file, whole or not at all. Raises FileError."""
    path = path.resolve()
    if not path.parent.is_dir():
        raise FileError(
            _("There is no folder {folder}.").format(folder=path.parent),
            _("Make the folder first, or choose another place for the file."),
        )
    with _telling(path):
        part = _part_of(path)
        try:
            part.write_text(text, encoding="utf-8")
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


@overload
def read(path: Path, dtype: Literal["float32"]) -> "tuple[npt.NDArray[np.float32], int]": ...
@overload
def read(path: Path, dtype: Literal["int16"]) -> "tuple[npt.NDArray[np.int16], int]": ...
def read(path: Path, dtype: Literal["float32", "int16"]) -> "tuple[npt.NDArray[Any], int]":
    """Samples of shape (frames, channels) and the rate of any file that libsndfile reads.

    Raises FileError where the file is missing, can't be opened or is no sound.
    """
    import soundfile

    try:
        with path.open("rb"):
            pass
        with soundfile.SoundFile(path) as file:
            samples = file.read(dtype=dtype, always_2d=True)
            if len(samples) == 0:
                raise FileError(
                    _("There is no sound in {path}.").format(path=path), _("Choose another sound file.")
                )
            return samples, int(file.samplerate)
    except FileNotFoundError as error:
        raise FileError(
            _("There is no file {path}.").format(path=path), _("Check the name and the folder.")
        ) from error
    except OSError as error:
        raise FileError(
            _("{path} can't be opened ({reason}).").format(path=path, reason=error.strerror),
            _("Check that it is a file you are allowed to read."),
        ) from error
    except (soundfile.SoundFileError, MemoryError) as error:
        raise FileError(
            _("{path} is no sound file this program can read.").format(path=path),
            _("WAV, FLAC, Ogg, Opus and MP3 work."),
        ) from error


class _Sink(Protocol):
    """A sound file being written; its errors are OSErrors."""

    def write(self, block: "Samples") -> None: ...

    def close(self) -> None: ...


class _Encoded:
    """A file that libsndfile encodes, with the errors it tells turned into OSErrors."""

    def __init__(self, path: Path, wanted: Format, rate: int, tags: Tags) -> None:
        import soundfile

        self._path = path
        self._written = 0
        # MP3 and Vorbis don't tell their length before they are decoded; FLAC and Opus do.
        self._counted = wanted.container in {"FLAC", "OGG"}
        # libsndfile 1.2.2 makes MP3 of 16-bit samples far too loud, up to clipping; not of 32-bit ones.
        self._widened = wanted.container == "MP3"
        with self._telling():
            self._file = soundfile.SoundFile(
                path, "w", rate, 2, format=wanted.container, subtype=wanted.subtype
            )
            if wanted.container != "MP3":
                for name, value in asdict(tags).items():
                    if value:
                        setattr(self._file, name, value)

    def write(self, block: "Samples") -> None:
        for at in range(0, len(block), LONGEST_WRITE):
            part = block[at : at + LONGEST_WRITE]
            with self._telling():
                self._file.write(part.astype("int32") << 16 if self._widened else part)
            self._written += len(part)

    def close(self) -> None:
        import soundfile

        with self._telling():
            self._file.close()
            # A disk that is full is told to nobody when the last of it is flushed.
            if self._counted and soundfile.info(str(self._path)).frames != self._written:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    @staticmethod
    @contextmanager
    def _telling() -> Iterator[None]:
        import soundfile

        try:
            yield
        except AssertionError as error:
            # soundfile asserts that as many frames were written as given, which a full disk belies.
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
        except soundfile.LibsndfileError as error:
            raise OSError(errno.EIO, error.error_string) from error


def _open(part: Path, wanted: Format, frames: int, rate: int, tags: Tags) -> _Sink:
    if wanted.container == "WAV":
        return WavFile(part, frames, rate, asdict(tags))
    return _Encoded(part, wanted, rate, tags)


def _part_of(path: Path) -> Path:
    """A new empty file beside `path`, with the permissions that a new file gets."""
    handle, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}-", suffix=".part", dir=path.parent)
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        os.fchmod(handle, 0o666 & ~mask)
    os.close(handle)
    return Path(name)


def _tag_mp3(part: Path, tags: Tags) -> None:
    """Set ID3 tags through mutagen, since libsndfile spoils letters outside ASCII."""
    import mutagen.id3

    id3: Any = mutagen.id3
    kept = id3.ID3()
    if tags.title:
        kept.add(id3.TIT2(encoding=3, text=tags.title))
    if tags.artist:
        kept.add(id3.TPE1(encoding=3, text=tags.artist))
    if tags.comment:
        kept.add(id3.COMM(encoding=3, lang="und", desc="", text=tags.comment))
    if tags.date:
        kept.add(id3.TDRC(encoding=3, text=tags.date))
    kept.save(part)


def _no_space(path: Path, missing: int) -> FileError:
    megabytes = max(1, -(-missing // 1_000_000))
    return FileError(
        _("There is too little room on the disk for {file}.").format(file=path.name),
        _(
            "Free at least {megabytes} MB, or choose another place, or the ending .opus for a smaller file."
        ).format(megabytes=megabytes),
    )


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Tell the person in one sentence what kept the file from being written."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise _no_space(path, 1) from error
        raise FileError(
            _("{path} can't be written ({reason}).").format(path=path, reason=error.strerror or error),
            _("Choose a folder that you are allowed to write to."),
        ) from error
