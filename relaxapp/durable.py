"""On the disk, not only on its way there: what is so is whole also where the power fails a moment later."""

import os
from contextlib import suppress
from pathlib import Path
from typing import IO, Any


def to_disk(file: IO[Any]) -> None:
    """Bring what was written to an open file to the disk, before it takes an older one's place. OSError."""
    file.flush()
    os.fsync(file.fileno())


def file_to_disk(path: Path) -> None:
    """The same for a file that another library wrote, and closed. OSError."""
    _to_disk(path, os.O_RDWR)


def replace(part: Path, path: Path) -> None:
    """Give a file that is on the disk the name of an older one, for good. OSError."""
    part.replace(path)
    folder_to_disk(path.parent)


def folder_to_disk(folder: Path) -> None:
    """Bring the names in a folder to the disk; where the system has no way to, it does so by itself."""
    with suppress(OSError):
        _to_disk(folder, os.O_RDONLY)


def tree_to_disk(folder: Path) -> None:
    """Bring a folder with all that lies in it to the disk.

    All is written before, and only then waited for: quicker by far than to wait for each file. OSError.
    """
    for path in (folder, *folder.rglob("*")):
        if path.is_dir():
            folder_to_disk(path)
        else:
            file_to_disk(path)


def _to_disk(path: Path, how: int) -> None:
    handle = os.open(path, how)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
