"""The formats of sound files: which ending is which, and whether a file can be written before any work."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from relaxapp.errors import FileError
from relaxapp.sound.wav import LONGEST_WAV
from relaxapp.translation import _


@dataclass(frozen=True, slots=True)
class Format:
    """How a file of some ending is written."""

    container: str
    """libsndfile's name of the container."""
    subtype: str
    """libsndfile's name of the encoding."""
    least_bytes_per_frame: float
    """What a stereo frame takes at least: checked against the free space beforehand."""
    compression: float | None = None
    """libsndfile's measure of how small to make it, 0 to 1; its own choice where None."""


FORMATS = {
    ".wav": Format("WAV", "PCM_16", 4.0),
    # FLAC's level 4: a tenth less time than its usual 5, and half a percent more room.
    ".flac": Format("FLAC", "PCM_16", 0.6, compression=0.5),
    ".ogg": Format("OGG", "VORBIS", 0.1),
    ".opus": Format("OGG", "OPUS", 0.1),
    ".mp3": Format("MP3", "MPEG_LAYER_III", 0.33),
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

    Raises FileError for an unknown ending, a missing folder, something in the way that is no file, too little
    free space, or where the system doesn't let one look.
    """
    wanted = format_of(path)
    with telling(path):
        _check_place(path, wanted, frames)
    return wanted


def _check_place(path: Path, wanted: Format, frames: int) -> None:
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


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Tell the person in one sentence what kept the file from being written."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise _no_space(path, 1) from error
        raise FileError(
            _("{path} can't be written ({reason}).").format(path=path, reason=error.strerror or error),
            _("Choose a folder that you are allowed to write to, or a shorter name."),
        ) from error


def _no_space(path: Path, missing: int) -> FileError:
    megabytes = max(1, -(-missing // 1_000_000))
    return FileError(
        _("There is too little room on the disk for {file}.").format(file=path.name),
        _(
            "Free at least {megabytes} MB, or choose another place, or the ending .opus for a smaller file."
        ).format(megabytes=megabytes),
    )
