"""Sound files: written whole or not at all, read whole."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any, Literal, overload

from relaxapp.durable import file_to_disk, replace
from relaxapp.errors import FileError
from relaxapp.sound.ahead import made_ahead
from relaxapp.sound.encoders import open_line, open_sink
from relaxapp.sound.formats import check_writable, telling
from relaxapp.sound.tagging import tag
from relaxapp.sound.tags import Tags
from relaxapp.timing.frames import RATE
from relaxapp.translation import _

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import soundfile

    from relaxapp.sound.clip import Samples


def write(
    path: Path,
    blocks: "Iterable[Samples]",
    *,
    frames: int,
    tags: Tags | None = None,
    rate: int = RATE,
    private: bool = False,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write stereo `blocks`, int16 of shape (n, 2), as the ending of `path` says; an old file is replaced.

    The blocks go to a hidden file beside `path`, which takes its name once it is whole: after an error, or
    Ctrl-C, an older file is still there as it was, and nothing half-written. `frames` is how many will come;
    `progress` is told after each block how many have been written. No dither is added: a bed is noise of its
    own, and a voice's clips have 16 bits to begin with. A `private` file has mode 0600.

    Raises FileError where the file can't be written whole, ValueError where other than `frames` frames came.
    """
    path = path.resolve()
    wanted = check_writable(path, frames)
    tags = tags or Tags()
    part = _part_of(path)
    try:
        with telling(path):
            file = open_sink(part, wanted, frames, rate, tags)
        if private:
            with suppress(OSError):  # a stick or a phone may know no such modes
                part.chmod(0o600)
        written = 0
        try:
            for block in made_ahead(blocks):
                with telling(path):
                    file.write(block)
                written += len(block)
                if progress is not None:
                    progress(written)
        except BaseException:
            with suppress(OSError):
                file.close()
            raise
        with telling(path):
            file.close()
            if written != frames:
                raise ValueError(f"{frames} frames were promised, {written} came")
            tag(part, wanted, tags)
            part.replace(path)
    finally:
        _gone(part)


def write_line(path: Path, samples: "Samples", rate: int = RATE) -> None:
    """Write one recorded line, int16 of shape (frames,), as FLAC; whole or not at all. Raises FileError.

    It is on the disk before it has its name: a recorded line is there once, and may never be said again.
    """
    part = _part_of(path)
    with telling(path):
        try:
            file = open_line(part, rate)
            file.write(samples)
            file.close()
            file_to_disk(part)
            replace(part, path)
        finally:
            _gone(part)


def write_text(path: Path, text: str, *, private: bool = False) -> None:
    """Write captions beside a sound file, whole or not at all; `private` ones with mode 0600. FileError."""
    path = path.resolve()
    if not path.parent.is_dir():
        raise FileError(
            _("There is no folder {folder}.").format(folder=path.parent),
            _("Make the folder first, or choose another place for the file."),
        )
    part = _part_of(path)
    with telling(path):
        try:
            part.touch(0o600 if private else 0o666)
            part.write_text(text, encoding="utf-8")
            part.replace(path)
        finally:
            _gone(part)


@overload
def read(path: Path, dtype: Literal["float32"]) -> "tuple[npt.NDArray[np.float32], int]": ...
@overload
def read(path: Path, dtype: Literal["int16"]) -> "tuple[npt.NDArray[np.int16], int]": ...
def read(path: Path, dtype: Literal["float32", "int16"]) -> "tuple[npt.NDArray[Any], int]":
    """Samples of shape (frames, channels) and the rate of any file that libsndfile reads.

    Raises FileError where the file is missing, can't be opened or is no sound.
    """
    with opened(path) as file:
        samples = file.read(dtype=dtype, always_2d=True)
        if len(samples) == 0:
            raise no_sound(path)
        return samples, int(file.samplerate)


@contextmanager
def opened(path: Path) -> "Iterator[soundfile.SoundFile]":
    """The sound file `path`, to be read. Raises FileError where it is missing, closed to us, or no sound."""
    import soundfile

    try:
        with path.open("rb"):
            pass
        with soundfile.SoundFile(path) as file:
            yield file
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


def no_sound(path: Path) -> FileError:
    """What to tell where a file holds nothing to hear."""
    return FileError(_("There is no sound in {path}.").format(path=path), _("Choose another sound file."))


def _part_of(path: Path) -> Path:
    """Where to write what `path` will be: a new name beside it.

    No file is made: ext4 puts one that was there, and was emptied on opening, on the disk when it is closed,
    and has the program wait for it.
    """
    return path.with_name(f".{path.stem[:40]}-{token_hex(8)}.part")


def _gone(part: Path) -> None:
    """Leave nothing half-written; a folder that takes no file is told of by whoever tried to write there."""
    with suppress(OSError):
        part.unlink()
