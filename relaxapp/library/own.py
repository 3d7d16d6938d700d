"""The scripts a person made or took in, each a file in one folder: kept whole, private, and never elsewhere.

A draft is a text that is still being written. It lies beside the scripts in a folder of its own, so that a
text with mistakes is kept and yet never practised.
"""

import errno
import os
import re
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from relaxapp.durable import folder_to_disk, replace, to_disk
from relaxapp.errors import FileError, NotFoundError
from relaxapp.library.files import LARGEST, read_text
from relaxapp.library.names import key, key_with_accents, name_for, safe
from relaxapp.locations import private_folder
from relaxapp.translation import _

MOST = 500
"""Scripts of one's own."""
DRAFTS = "drafts"
"""The folder of texts that are still being written."""
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS}
"""What a file system answers that knows no links."""


class OwnScripts:
    """The folder of the person's own scripts. It is made when something is first kept in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        """Holds `NAME.md` for each script, and the folder of drafts."""

    def names(self) -> tuple[str, ...]:
        """The scripts, in order of the alphabet."""
        return _names_in(self.folder)

    def drafts(self) -> tuple[str, ...]:
        """The names under which a text is still being written; it may be of a script, or new."""
        return _names_in(self.folder / DRAFTS)

    def named(self, name: str) -> str | None:
        """The script or the text begun that a person means by a name; None where there is none."""
        known = (*self.drafts(), *self.names())
        exact = {key_with_accents(each): each for each in known}
        return exact.get(key_with_accents(name)) or {key(each): each for each in known}.get(key(name))

    def text(self, name: str) -> str:
        """The text of a script; NotFoundError, FileError."""
        return read_text(self._file(name))

    def with_text(self, text: str) -> str | None:
        """The name of a script with this very text; None where there is none."""
        for name in self.names():
            with suppress(FileError):
                if self.text(name) == text:
                    return name
        return None

    def begun(self, wanted: str) -> str | None:
        """The name of a text that was begun under a title and is no script yet; None where there is none."""
        named = re.compile(rf"{re.escape(name_for(wanted))}(-\d+)?")
        only_begun = set(self.drafts()) - set(self.names())
        return min(filter(named.fullmatch, only_begun), default=None)

    def draft(self, name: str) -> str | None:
        """The text that is still being written under a name, or None; FileError."""
        file = self._draft_file(name)
        return read_text(file) if file.is_file() else None

    def free_name(self, wanted: str, taken: Collection[str] = ()) -> str:
        """A name made of a title or a file's name that neither the person's own nor those in `taken` have."""
        return name_for(wanted, {key(name) for name in (*taken, *self.names(), *self.drafts())})

    def add(self, text: str, wanted: str, taken: Collection[str] = ()) -> str:
        """Keep a text as a new script and return its name. FileError.

        The name is `wanted` made safe, with a number where it is taken. Nothing is ever overwritten, also
        where two programs add at once.
        """
        if len(self.names()) >= MOST:
            raise FileError(
                _("There are {most} practices of your own already.").format(most=MOST),
                _("Take one away that you no longer use: relaxapp remove NAME"),
            )
        while True:
            name = self.free_name(wanted, taken)
            try:
                _write_whole(self.folder / f"{name}.md", text, new=True)
            except FileExistsError:
                continue
            return name

    def replace(self, name: str, text: str) -> None:
        """Keep a text in place of a script's, whole or not at all; NotFoundError, FileError."""
        _write_whole(self._file(name), text)

    def keep(self, name: str, text: str) -> None:
        """Keep what was begun under a name: in place of its script, or as a new one; FileError."""
        if name in self.names():
            self.replace(name, text)
        else:
            _write_whole(self.folder / f"{safe(name)}.md", text)

    def remove(self, name: str) -> None:
        """Take a script and its draft away for good; NotFoundError, FileError."""
        self.put_off(name)
        self.remove_draft(name)

    def put_off(self, name: str) -> None:
        """Take a script away, and leave its draft; NotFoundError, FileError."""
        file = self._file(name)
        try:
            file.unlink()
        except OSError as error:
            raise _not_written(file, error) from error

    def draft_path(self, name: str) -> Path:
        """Where the draft of a name lies, for an editor of the person's; NotFoundError."""
        return self._draft_file(name)

    def save_draft(self, name: str, text: str) -> None:
        """Keep what is being written so far, whole or not at all; FileError."""
        _write_whole(self._draft_file(name), text)

    def remove_draft(self, name: str) -> None:
        """Take a draft away, where there is one; FileError."""
        file = self._draft_file(name)
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise _not_written(file, error) from error

    def _file(self, name: str) -> Path:
        """The file of a script there is, however the person named it."""
        if name in self.names():
            return self.folder / f"{name}.md"
        raise NotFoundError(
            _("There is no practice of your own named {name}.").format(name=name[:80]),
            _("`relaxapp list` names them all."),
        )

    def _draft_file(self, name: str) -> Path:
        folder = self.folder / DRAFTS
        return folder / f"{name if name in (*self.names(), *self.drafts()) else safe(name)}.md"


def _names_in(folder: Path) -> tuple[str, ...]:
    try:
        files = sorted(folder.iterdir())
    except OSError:  # a folder that is missing, or may not be read, holds no scripts
        return ()
    return tuple(
        file.stem
        for file in files
        if file.suffix == ".md" and not file.name.startswith(".") and file.name != "README.md"
    )


def _write_whole(file: Path, text: str, new: bool = False) -> None:
    """Write a text for the person alone; an older file stays as it is until the new one is whole.

    `new`: FileExistsError where there is a file of that name already.
    """
    import tempfile

    data = text.encode("utf-8", "replace")
    if len(data) > LARGEST:
        raise FileError(
            _("This text is too large to be a practice."), _("A practice is a page or two of text.")
        )
    try:
        private_folder(file.parent)
        handle, part = tempfile.mkstemp(prefix=".relaxapp-", suffix=".part", dir=file.parent)
    except OSError as error:
        raise _not_written(file, error) from error
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
            to_disk(opened)
        if new:
            _link(Path(part), file)
            folder_to_disk(file.parent)
        else:
            replace(Path(part), file)
    except FileExistsError:
        raise
    except OSError as error:
        raise _not_written(file, error) from error
    finally:
        with suppress(OSError):
            Path(part).unlink(missing_ok=True)


def _link(part: Path, file: Path) -> None:
    """Give a whole file its name, unless the name is taken: then FileExistsError."""
    try:
        os.link(part, file)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if file.exists():
            raise FileExistsError(file) from error
        part.replace(file)


def _not_written(file: Path, error: OSError) -> FileError:
    return FileError(
        _("{file} can't be written ({reason}).").format(file=file, reason=error.strerror or error),
        _("Check that its folder may be written to and has room."),
    )
