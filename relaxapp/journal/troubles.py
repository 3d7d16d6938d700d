"""What can go wrong with the journal's file, told in sentences."""

import errno
import sqlite3
from pathlib import Path

from relaxapp.errors import JournalError, UnreadableJournalError
from relaxapp.translation import _

_FULL_DISK = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}  # Windows has no quota error
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_NOT_WRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN}
_NO_SPACE = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE}
"""The last two tell of a quota that is used up, and of no room for what SQLite keeps beside the file."""
_IN_USE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def told(path: Path, error: Exception) -> JournalError:
    """What `error`, met at the journal `path`, means to the person."""
    if isinstance(error, sqlite3.Error):
        return _told_of_sqlite(path, error)
    if isinstance(error, OSError) and error.errno in _FULL_DISK:
        return disk_full(path)
    if isinstance(error, OSError) and error.errno in _NOT_ALLOWED:
        return not_writable(path)
    return unknown(path, error)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is damaged or no database, and trying again is of no use."""
    return _code(error) in _DAMAGE


def is_in_use(error: Exception) -> bool:
    """Whether another program holds the file."""
    return _code(error) in _IN_USE


def _code(error: Exception) -> int:
    """The primary code: an extended one holds it in its lowest eight bits."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _told_of_sqlite(path: Path, error: sqlite3.Error) -> JournalError:
    code = _code(error)
    if code in _DAMAGE:
        return damaged(path)
    if code in _NOT_WRITABLE:
        return not_writable(path)
    if code in _IN_USE:
        return in_use(path)
    if getattr(error, "sqlite_errorcode", 0) in _NO_SPACE:
        return disk_full(path)
    return unknown(path, error)


def damaged(path: Path) -> UnreadableJournalError:
    """The file is no journal any more; it is left as it is."""
    return UnreadableJournalError(
        _("The journal {path} is damaged and can't be read; nothing was deleted.").format(path=path),
        _("Put a backup in its place with relaxapp restore FILE, or move it elsewhere to begin a new one."),
    )


def foreign(path: Path) -> UnreadableJournalError:
    """The file is a database of another program."""
    return UnreadableJournalError(
        _("{path} is not a journal of relaxapp but a file of another program; it was left as it is.").format(
            path=path
        ),
        _("Move it elsewhere, or set RELAXAPP_HOME to another folder."),
    )


def newer(path: Path, version: int, known: int) -> UnreadableJournalError:
    """A later version of the program wrote the journal; it is left as it is."""
    return UnreadableJournalError(
        _(
            "The journal {path} was written by a later version of relaxapp (journal version {version}, "
            "this program knows {known}); it was left as it is."
        ).format(path=path, version=version, known=known),
        _("Update relaxapp, or set RELAXAPP_HOME to another folder to begin a new journal."),
    )


def not_writable(path: Path) -> JournalError:
    """The file or its folder can't be written."""
    return JournalError(
        _("The journal {path} can't be opened for writing.").format(path=path),
        _("Allow yourself to write in the folder {folder}, or set RELAXAPP_HOME to another folder.").format(
            folder=path.parent
        ),
    )


def disk_full(path: Path) -> JournalError:
    """There is no space left; what was kept before is safe."""
    return JournalError(
        _("There is no space left on the disk, so the journal {path} could not be written.").format(
            path=path
        ),
        _("Make some space and try again; what was kept before is still there."),
    )


def in_use(path: Path) -> JournalError:
    """Another program holds the journal longer than we wait."""
    return JournalError(
        _("Another program is writing in the journal {path} and does not let go of it.").format(path=path),
        _("Close the other program and try again."),
    )


def open_elsewhere() -> JournalError:
    """The journal can't be moved or deleted, since a program has it open."""
    return JournalError(
        _("relaxapp is open in another window; nothing was changed."),
        _("Leave it there with Q, and try again."),
    )


def being_restored() -> JournalError:
    """A restore takes a while, in which the journal must not be written."""
    return JournalError(
        _("A backup is being put back in another window of relaxapp."),
        _("Wait until it is done, and try again."),
    )


def unknown(path: Path, error: Exception) -> JournalError:
    """Anything else, with the system's own reason."""
    return JournalError(
        _("The journal {path} could not be read or written: {reason}.").format(path=path, reason=error),
        _("Try again; if it happens again, relaxapp doctor tells more."),
    )
