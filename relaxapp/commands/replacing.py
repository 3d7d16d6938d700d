"""A file that is there already: written over only where the person says so."""

from pathlib import Path

import click

from relaxapp.commands.talking import agreed, is_there_anybody, tell
from relaxapp.errors import FileError
from relaxapp.translation import _

REPLACE = click.option("--replace", is_flag=True, help=_("Write over a file that is there already."))


def may_write(file: Path, *, replace: bool, ask: bool = True) -> bool:
    """Whether the file is new, or the person lets it be replaced; where it stays, that is told.

    Raises FileError where there is nobody to ask, or `ask` says that nobody is to be. A folder is left to
    whoever writes, who tells of it.
    """
    if replace or file.is_dir() or not (file.exists() or file.is_symlink()):
        return True
    if not ask or not is_there_anybody():
        raise FileError(
            _("{file} is there already.").format(file=file),
            _("Choose another name for the file, or add --replace."),
        )
    if agreed(_("{file} is there already. Replace it?").format(file=file), False) is True:
        return True
    tell(_("Nothing was written."))
    return False
