"""Opening a file with the program that the system has for it."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import which

from relaxapp.errors import FileError
from relaxapp.translation import _


def show(path: Path) -> None:
    """Open it, and go on at once. Raises FileError where the system has nothing to open it with."""
    try:
        if sys.platform == "win32":
            os.startfile(path)
            return
        opener = "open" if sys.platform == "darwin" else "xdg-open"
        found = which(opener)
        if found is None:
            raise _nothing_opens()
        subprocess.Popen(
            [found, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise _nothing_opens() from error


def _nothing_opens() -> FileError:
    return FileError(_("Nothing here opens such a file by itself."))
