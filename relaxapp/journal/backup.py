"""All that is a person's own in one file, and back.

A backup is a ZIP that any archive program opens: `relaxapp.json` says what it is, and beside it lies what the
folder of the program holds: the journal, scripts and voices of one's own. What can be made anew is left out.
A backup is as private as the journal: it holds every note.
"""

import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO

from relaxapp.durable import replace, to_disk, tree_to_disk
from relaxapp.errors import FileError, JournalError
from relaxapp.journal.file import check_header, is_open_elsewhere
from relaxapp.journal.half_done import NEW, OLD, REPLACED, WORK, announced, restoring
from relaxapp.journal.store import Store
from relaxapp.journal.troubles import is_damage, open_elsewhere
from relaxapp.journal.unpacking import (
    BEFORE,
    FORMAT,
    JOURNAL,
    LEFT_OUT,
    MANIFEST,
    MOST_BYTES,
    MOST_FILES,
    PRIVATE_CLIPS,
    VERSION,
    is_safe,
    unpack,
)
from relaxapp.translation import _
from relaxapp.writing import check_no_folder, free
from relaxapp.zipping import zipped_into

PART = ".relaxapp-"
"""How a backup begins that is still being written; one that is left is of a program that was ended."""
COPIES = ".backing-up-"
"""How folders begin in which a backup copies a database. Nothing tells whether one is still being written,
so only an old one is taken away."""
A_DAY = timedelta(days=1)
"""No backup takes longer."""
_BESIDE_A_DATABASE = ("-wal", "-shm", "-journal")


def back_up(folder: Path, path: Path, made: datetime) -> int:
    """Write all that is the person's own in `folder` to `path` (mode 0600); how many files these are.

    An older file stays until the new one is whole. Raises FileError, also for names that a restore would
    refuse, and JournalError.
    """
    with _telling(path):
        names = _counted(folder)
    for each in names:
        _check_name(folder, each)
    return _write(folder, names, path, made)


def _write(folder: Path, names: list[Path], path: Path, made: datetime) -> int:
    """As `back_up`, for these files, whatever they are named."""
    check_no_folder(path)
    if not path.parent.is_dir():
        raise FileError(
            _("{path} can't be written: there is no folder {folder}.").format(path=path, folder=path.parent),
            _("Make the folder first, or choose another place for the file."),
        )
    _delete_left(folder, path.parent, made)
    with _telling(path):
        handle, name = tempfile.mkstemp(prefix=PART, suffix=".part", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                _pack(folder, names, file, made)
                to_disk(file)
            replace(Path(name), path)
        finally:
            Path(name).unlink(missing_ok=True)
    return len(names)


def _delete_left(folder: Path, target: Path, now: datetime) -> None:
    """Take away what was left by backups killed a day ago or earlier: copies in `folder`, parts in `target`.

    What a restore left that was ended midway stays until it is brought to its end.
    """
    delete_old_copies(folder, now)
    left = [*(set(folder.glob(f"{WORK}*")) - set(announced(folder))), *target.glob(f"{PART}*.part")]
    _delete_old(left, now)


def delete_old_copies(folder: Path, now: datetime) -> None:
    """Take away copies of the journal in `folder` that backups left that were killed a day ago or more."""
    _delete_old(folder.glob(f"{COPIES}*"), now)


def _delete_old(left: Iterable[Path], now: datetime) -> None:
    for each in left:
        with suppress(OSError):
            if each.stat().st_mtime < (now - A_DAY).timestamp():
                shutil.rmtree(each) if each.is_dir() else each.unlink()


def restore(path: Path, folder: Path, now: datetime) -> Path | None:
    """Put a backup in the place of what `folder` holds, which is kept as a backup of its own: where, if any.

    All is looked at before anything is replaced; ended at any moment, it is brought to its end at the next
    start. Raises FileError where it is no backup or can't be read, JournalError where the present journal is
    open in another window.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _telling(path), restoring(folder, lambda present: keep(present, now)) as work:
        if is_open_elsewhere(folder / JOURNAL):
            raise open_elsewhere()
        unpack(path, work / NEW)
        _check_journal(work / NEW / JOURNAL, path)
        kept = keep(folder, now)
        tree_to_disk(work / NEW)
        if is_open_elsewhere(folder / JOURNAL):  # by who looked before it was announced
            if kept is not None:
                kept.unlink()
            raise open_elsewhere()
        shutil.rmtree(folder / PRIVATE_CLIPS, ignore_errors=True)  # they are voiced anew in any case
        _exchange(folder, work)
    return kept


def _pack(folder: Path, names: list[Path], file: IO[bytes], made: datetime) -> None:
    """The person's own files as a ZIP."""
    with zipped_into(file, zipfile.ZIP_DEFLATED) as archive:
        head = {"format": FORMAT, "version": VERSION, "made": made.isoformat(timespec="seconds")}
        archive.writestr(MANIFEST, json.dumps(head))
        for each in names:
            _put(archive, folder, each)


def _own_files(folder: Path) -> Iterator[Path]:
    """What a backup holds, as paths within `folder`; what lies behind a link is the person's own, too."""
    for top in _own_tops(folder):
        for file in _files_at(top, frozenset()):
            if not file.name.endswith(_BESIDE_A_DATABASE):
                yield file.relative_to(folder)


def _counted(folder: Path) -> list[Path]:
    """What a backup holds. Raises FileError as soon as it is more than a restore takes.

    A link can lead to all that is on the disk; so this is told at once, not after hours.
    """
    sizes: dict[Path, int] = {}
    total = 0
    for name in _own_files(folder):
        sizes[name] = (folder / name).stat().st_size
        total += sizes[name]
        if len(sizes) > MOST_FILES:
            raise _too_much(folder, dict.fromkeys(sizes, 1))
        if total > MOST_BYTES:
            raise _too_much(folder, sizes)
    return list(sizes)


def _place(folder: Path, name: Path) -> Path:
    """Where a person finds it: the last link on its way, or what lies at the top of the folder."""
    ways = [name, *name.parents][:-1]
    return next((each for each in ways if (folder / each).is_symlink()), ways[-1])


def _too_much(folder: Path, amounts: Mapping[Path, int]) -> FileError:
    """Names where the most of it lies; `amounts`: how much each file is of it."""
    places: Counter[Path] = Counter()
    for name, amount in amounts.items():
        places[_place(folder, name)] += amount
    [(place, _amount)] = places.most_common(1)
    return FileError(
        _("What lies in {path} is more than a backup can hold; nothing was changed.").format(
            path=folder / _shown(place)
        ),
        _("Move it to a place outside of {folder}, or take the link to it away, and try again.").format(
            folder=folder
        ),
    )


def _files_at(path: Path, within: frozenset[Path]) -> Iterator[Path]:
    """The file, or those in the folder, in the order of their names; `within`: where the way led through.

    A link that leads back into a folder it lies in is passed over.
    """
    if path.is_file():
        yield path
    elif path.is_dir() and (real := path.resolve()) not in within:
        for each in sorted(path.iterdir()):
            yield from _files_at(each, within | {real})


def _held(name: Path) -> str:
    """What an archive calls it: what no archive could hold, or no restore would take, is written out."""
    return _shown(name).replace("\\", "%5C").replace(":", "%3A")


def _shown(name: Path) -> str:
    """A name that a person can read: bytes that are no text are written out."""
    return name.as_posix().encode(errors="backslashreplace").decode()


def _check_name(folder: Path, name: Path) -> None:
    """Raises FileError where no archive could hold the name, or a restore would refuse the whole backup."""
    known = _shown(name)
    if _held(name) == name.as_posix() and is_safe(known):
        return
    raise FileError(
        _("There is a file named {name}, which other computers can't keep; no backup was made.").format(
            name=known
        ),
        _("Give it a name of letters and numbers, or move it elsewhere; it lies in {folder}.").format(
            folder=folder
        ),
    )


def _own_tops(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(each for each in folder.iterdir() if each.name not in LEFT_OUT and each.name[0] != ".")


def _put(archive: zipfile.ZipFile, folder: Path, name: Path) -> None:
    """One file; of a database, a whole copy as it is at this moment, also while a program writes in it.

    The copy lies in the program's folder: where other programs put theirs there may be less room, and what is
    left there by a program that was killed is never found again.
    """
    if name.suffix != ".db":
        archive.write(folder / name, _held(name))
        return
    with tempfile.TemporaryDirectory(prefix=COPIES, dir=folder) as work:
        aside = _beside(folder / name, Path(work) / "beside")
        copy = Path(work) / name.name
        try:
            check_header(folder / name)
            with closing(sqlite3.connect(folder / name)) as source, closing(sqlite3.connect(copy)) as target:
                source.backup(target)
        except JournalError:
            _put_as_it_is(archive, folder, name, aside)
        except sqlite3.Error as error:
            if not is_damage(error):
                raise _not_copied(folder / name, error) from error
            _put_as_it_is(archive, folder, name, aside)
        else:
            archive.write(copy, _held(name))


def _beside(database: Path, folder: Path) -> list[Path]:
    """Copies of what lies beside a database: of a damaged one, opening it may delete that."""
    folder.mkdir()
    found = [database.with_name(database.name + ending) for ending in _BESIDE_A_DATABASE]
    return [Path(shutil.copy(each, folder)) for each in found if each.is_file()]


def _put_as_it_is(archive: zipfile.ZipFile, folder: Path, name: Path, aside: list[Path]) -> None:
    """The bytes of a damaged database, better than nothing, with what lay beside it."""
    archive.write(folder / name, _held(name))
    for each in aside:
        archive.write(each, _held(name.with_name(each.name)))


def _check_journal(journal: Path, path: Path) -> None:
    """Read the whole journal of a backup, and bring it to this version. Raises FileError."""
    try:
        with Store(journal) as store:
            store.check()
    except JournalError as error:
        raise FileError(
            _(
                "The journal in {path} is damaged, or of a later version of relaxapp; nothing was changed."
            ).format(path=path),
            _("Update relaxapp, or choose another backup."),
        ) from error


def keep(folder: Path, now: datetime) -> Path | None:
    """A safety copy of what is there, in the folder itself; None where there is nothing. As for `back_up`.

    It holds files of any name: one that is named oddly must not keep the person from their backup.
    """
    with _telling(folder):
        names = _counted(folder)
    if not names:
        return None
    (folder / BEFORE).mkdir(mode=0o700, exist_ok=True)
    name = f"{now:%Y-%m-%d-%H%M%S}"
    kept = free(folder / BEFORE / f"{name}.zip")
    _write(folder, names, kept, now)
    return kept


def _exchange(folder: Path, work: Path) -> None:
    """What is the person's own moves out, what is new comes in its place; all of it or nothing."""
    old, replaced = work / OLD, work / REPLACED
    old.mkdir()
    moved: list[tuple[Path, Path]] = []
    try:
        for top, target in [
            *((top, old / top.name) for top in _own_tops(folder)),
            (old, replaced),
            *((top, folder / top.name) for top in sorted((work / NEW).iterdir())),
        ]:
            top.rename(target)
            moved.append((top, target))
    except OSError:
        for before, after in reversed(moved):
            after.rename(before)
        raise


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        named = Path(error.filename or path)
        named = path if named.name.startswith(PART) else named  # nobody knows the part by its name
        raise FileError(
            _("{path} can't be written or read ({reason}).").format(
                path=named, reason=error.strerror or error
            ),
            _("Choose a folder that exists, that you may write to, and that has room."),
        ) from error


def _not_copied(path: Path, error: sqlite3.Error) -> FileError:
    return FileError(
        _("{path} can't be copied now ({reason}), so no backup was made.").format(path=path, reason=error),
        _("Make some space on the disk, close other windows of relaxapp, and try again."),
    )
