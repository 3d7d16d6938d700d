"""The ending of a file's name: one that says what the file is."""

from pathlib import Path

from relaxapp.errors import FileError
from relaxapp.translation import _


def check_ending(file: Path, ending: str) -> None:
    """Raises FileError where the name ends otherwise. A folder is left to whoever writes, who tells of it."""
    if file.suffix.lower() == ending or file.is_dir():
        return
    raise FileError(
        _("{file} does not end in {ending}.").format(file=file.name, ending=ending),
        _("Please use a name that ends in {ending}, such as {better}.").format(
            ending=ending, better=file.with_suffix(ending).name
        ),
    )
