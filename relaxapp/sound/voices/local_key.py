"""The local random key under which private clips are named, so that a name tells nothing of the words."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

from relaxapp.locations import private_folder

KEY_BYTES = 32


def local_key(path: Path) -> bytes:
    """The key in `path`, made (mode 0600) where there is none or it is damaged. Raises OSError.

    Two programs that make it at once end with the same key.
    """
    key = _read(path)
    if key is not None:
        return key
    private_folder(path.parent)
    handle, part_name = tempfile.mkstemp(".part", dir=path.parent)
    part = Path(part_name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
        try:
            os.link(part, path)
        except FileExistsError:
            if _read(path) is None:  # damaged
                part.replace(path)
        except OSError:  # a file system without links
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path.read_bytes()


def _read(path: Path) -> bytes | None:
    with suppress(FileNotFoundError):
        key = path.read_bytes()
        if len(key) == KEY_BYTES:
            return key
    return None
