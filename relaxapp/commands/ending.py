"""The ending of a file's name: one that says what the file is."""

from pathlib import Path

from relaxapp.errors import FileError
from relaxapp.translation import _
from relaxapp.writing import check_no_folder


def check_ending(file: Path, ending: str) -> None:
    """Raises FileError where the name ends otherwise, or is that of a folder."""
    check_no_folder(file)
    if file.suffix.lower() == ending:
        return
    raise FileError(
        _("{file} does not end in {ending}.").format(file=file.name, ending=ending),
        _("Please use a name that ends in {ending}, such as {better}.").format(
            ending=ending, better=file.with_suffix(ending).name
        ),
    )
