"""Writing a file to share: whole or not at all, for the person alone."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from relaxapp.durable import replace, to_disk
from relaxapp.errors import FileError
from relaxapp.translation import _


def free(path: Path) -> Path:
    """A file that isn't there yet: the one named or, with a number after its name, the next.

    Raises FileError where the system doesn't let one look.
    """
    found, number = path, 2
    try:
        while found.exists() or found.is_symlink():
            found, number = path.with_stem(f"{path.stem}-{number}"), number + 1
    except OSError as error:
        raise _not_written(found, error) from error
    return found


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Write text to `path` (mode 0600); an older file stays as it is until the new one is whole.

    Raises FileError where it can't be written.
    """
    write_whole_bytes(path, (piece.encode("utf-8") for piece in pieces))


def write_whole_bytes(path: Path, pieces: Iterable[bytes]) -> None:
    """The same for what is not text."""
    check_no_folder(path)
    try:
        handle, name = tempfile.mkstemp(prefix=".relaxapp-", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _not_written(path, error) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            to_disk(file)
        replace(part, path)
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        part.unlink(missing_ok=True)


def check_no_folder(path: Path) -> None:
    """Raises FileError where there is a folder of that name, or the system doesn't let one look."""
    try:
        is_folder = path.is_dir()
    except OSError as error:
        raise _not_written(path, error) from error
    if is_folder:
        raise FileError(_("{path} is a folder.").format(path=path), _("Choose a name for the file."))


def _not_written(path: Path, error: OSError) -> FileError:
    return FileError(
        _("{path} can't be written ({reason}).").format(path=path, reason=error.strerror or error),
        _("Choose a folder that exists, that you may write to, and that has room, or a shorter name."),
    )
