"""Reading a text file that a person may have written: bounded, UTF-8, one sentence where it fails."""

from pathlib import Path

from relaxapp.errors import FileError
from relaxapp.translation import _

LARGEST = 1024 * 1024
"""Bytes; no script or lexicon is near it."""


def read_text(file: Path) -> str:
    """The text of a file, UTF-8 with or without a byte order mark; FileError where it can't be read."""
    try:
        if not file.is_file():
            raise FileError(
                _("{file} isn't a file.").format(file=file) if file.exists() else _missing(file),
                _("Check the name and the folder."),
            )
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        raise FileError(
            _("{file} can't be read: {reason}.").format(file=file, reason=error.strerror or error),
            _("Check that the file and its folder may be read."),
        ) from error
    if len(data) > LARGEST:
        raise FileError(
            _("{file} is too large to be a practice.").format(file=file),
            _("A practice is a page or two of text."),
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileError(
            _("{file} isn't UTF-8 text: line {line} holds something else.").format(file=file, line=line),
            _("Save it as UTF-8 in your editor."),
        ) from error


def _missing(file: Path) -> str:
    return _("There is no file {file}.").format(file=file)
