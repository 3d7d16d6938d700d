"""Forgetting everything: the folders of the program, and all that lies in them."""

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from relaxapp.errors import FileError, JournalError
from relaxapp.journal.file import is_open_elsewhere
from relaxapp.journal.store import Store
from relaxapp.journal.troubles import open_elsewhere
from relaxapp.journal.unpacking import JOURNAL
from relaxapp.translation import _


def forget_everything(data: Path, others: Sequence[Path]) -> str:
    """Delete the folder `data` and the `others`: the journal's words are overwritten first, then all goes.

    A sentence for what lies elsewhere, behind links in `data`: it stays; empty where there is none.
    Raises JournalError where a program has the journal open, FileError where something can't be deleted.
    """
    journal = data / JOURNAL
    if is_open_elsewhere(journal):
        raise open_elsewhere()
    if journal.is_file():
        # A damaged one can't be overwritten; it is deleted all the same.
        with suppress(JournalError), Store(journal) as store:
            store.forget()
    behind = _behind_links(data)
    for folder in (data, *others):
        _delete(folder)
    left = [folder for folder in (data, *others) if folder.exists()]
    if left:
        raise FileError(
            _("Not everything could be deleted in: {folders}.").format(folders=", ".join(map(str, left))),
            _("Close every window of relaxapp, and try again; or delete these folders yourself."),
        )
    return _stays([each for each in behind if _may_be_there(each)])


def _behind_links(folder: Path) -> list[Path]:
    """What links within the folder lead to."""
    links = (each for each in folder.resolve().rglob("*") if each.is_symlink())
    return sorted({Path(os.path.realpath(each)) for each in links})


def _may_be_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # where nobody may look
        return True


def _stays(behind: list[Path]) -> str:
    if not behind:
        return ""
    return _(
        "One thing to know: what you keep elsewhere, behind a link, stays. If you don't need it, "
        "delete it yourself: {files}"
    ).format(files=", ".join(map(str, behind)))


def _delete(folder: Path) -> None:
    """The folder and what is in it; of a link to a folder, what is in it and the link."""
    real = folder.resolve()
    shutil.rmtree(real, ignore_errors=True)
    if folder.is_symlink():
        folder.unlink()
