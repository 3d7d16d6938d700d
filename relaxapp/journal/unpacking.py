"""Taking a backup apart: looked at as a stranger's file, and never more of it than was looked at.

A ZIP can tell sizes that are not true, hold a thousand times what it weighs, or name files elsewhere. So only
names, kinds and amounts that a backup of relaxapp has are let in, and every byte is counted.
"""

import json
import lzma
import os
import shutil
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from relaxapp.errors import FileError
from relaxapp.translation import _

FORMAT, VERSION = "relaxapp-backup", 1
MANIFEST = "relaxapp.json"
JOURNAL = "journal.db"
BEFORE = "before-restore"
"""Where a restore keeps what was there."""
PRIVATE_CLIPS = "private-clips"
LEFT_OUT = frozenset({BEFORE, PRIVATE_CLIPS, "clip.key", "pages", "Cache", MANIFEST})
"""What a backup leaves out: it can be made anew, or hangs on this computer."""
MOST_BYTES = 8 << 30
"""More than any journal with its voices and backgrounds."""
MOST_FILES = 100_000
"""The same for the number of files: a recorded voice has some thousands."""
_MOST_MANIFEST = 1 << 16
_BLOCK = 1 << 20
_KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How a backup packs, and nothing else."""
_ENCRYPTED = 0x1
_NOT_RIGHT = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    KeyError,
    ValueError,
    EOFError,
    RuntimeError,
    RecursionError,
    FileExistsError,
)
"""What reading a ZIP that is damaged, encrypted, contradicts itself or is no ZIP at all may end in."""


def unpack(path: Path, folder: Path, most_bytes: int = MOST_BYTES, most_files: int = MOST_FILES) -> None:
    """Look at a backup and unpack it into `folder`, which is not there yet. Raises FileError."""
    if path.is_dir():
        raise no_backup(path)
    try:
        with zipfile.ZipFile(path) as archive:
            _check_manifest(archive, path)
            members = [each for each in archive.infolist() if each.filename != MANIFEST]
            names = [each.filename for each in members]
            if JOURNAL not in names or not all(map(is_safe, names)) or not all(map(_is_ours, members)):
                raise no_backup(path)
            total = sum(each.file_size for each in members)
            if total > most_bytes or len(members) > most_files:
                raise _too_much(path)
            if total > shutil.disk_usage(folder.parent).free:
                raise _no_room(path, total)
            left = total
            for member in members:
                left -= _take_out(archive, member, folder, left, lambda: no_backup(path))
    except FileNotFoundError:
        raise FileError(_("There is no file {path}.").format(path=path), _("Check its name.")) from None
    except _NOT_RIGHT as error:
        raise no_backup(path) from error


def _check_manifest(archive: zipfile.ZipFile, path: Path) -> None:
    member = archive.getinfo(MANIFEST)
    if not _is_ours(member) or member.file_size > _MOST_MANIFEST:
        raise no_backup(path)
    with archive.open(member) as file:
        head = json.loads(file.read(_MOST_MANIFEST))
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise no_backup(path)
    if head.get("version") != VERSION:
        raise _other_version(path, head.get("version"))


def _take_out(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path, most: int, wrong: Callable[[], FileError]
) -> int:
    """Write one file, closed to others; how many bytes it has. At most `most`, whatever the archive tells."""
    target = folder / member.filename
    for parent in reversed(target.relative_to(folder).parents):
        (folder / parent).mkdir(mode=0o700, exist_ok=True)
    written = 0
    with archive.open(member) as source, os.fdopen(_private(target), "wb") as file:
        while block := source.read(_BLOCK):
            written += len(block)
            if written > min(most, member.file_size):
                raise wrong()
            file.write(block)
    if written != member.file_size:
        raise wrong()
    return written


def _private(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)


def _is_ours(member: zipfile.ZipInfo) -> bool:
    return member.compress_type in _KINDS and not member.flag_bits & _ENCRYPTED


def is_safe(name: str) -> bool:
    """Whether a name of the archive lies in the folder, on any system, and is one that a backup writes."""
    parts = PurePosixPath(name).parts
    plain = not name.startswith("/") and not name.endswith("/") and "\\" not in name and ":" not in name
    return plain and bool(parts) and ".." not in parts and parts[0] not in LEFT_OUT and parts[0][0] != "."


def no_backup(path: Path) -> FileError:
    """The file is none that a backup wrote, or not any more."""
    return FileError(
        _("{path} is not a backup of relaxapp, or it is damaged; nothing was changed.").format(path=path),
        _("Choose a file made by: relaxapp backup -o FILE.zip"),
    )


def _too_much(path: Path) -> FileError:
    return FileError(
        _("{path} holds more than relaxapp ever keeps; nothing was changed.").format(path=path),
        _("Choose a file made by: relaxapp backup -o FILE.zip"),
    )


def _no_room(path: Path, total: int) -> FileError:
    return FileError(
        _("There is no room on the disk for the {megabytes} MB in {path}; nothing was changed.").format(
            path=path, megabytes=-(-total // 1_000_000)
        ),
        _("Make some space, and try again."),
    )


def _other_version(path: Path, version: object) -> FileError:
    return FileError(
        _("{path} is a backup of version {version}, and this program knows version {known}.").format(
            path=path, version=version, known=VERSION
        ),
        _("Update relaxapp, and try again."),
    )
