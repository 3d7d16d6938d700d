"""A folder as it is looked into: what lies in it that can be opened or used."""

from dataclasses import dataclass
from pathlib import Path

from relaxapp.errors import FileError
from relaxapp.translation import _


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder."""

    path: Path
    """Where it lies."""
    folders: tuple[Path, ...]
    """The folders in it, in the order of their names."""
    files: tuple[Path, ...]
    """The files in it that can be used."""

    @property
    def above(self) -> Path | None:
        """The folder it lies in; None at the top."""
        return self.path.parent if self.path.parent != self.path else None


def look_into(path: Path, ending: str) -> Folder:
    """What lies in a folder; of files, those whose names end so. Hidden ones are passed over. FileError."""
    try:
        found = sorted(each for each in path.iterdir() if not each.name.startswith("."))
        return Folder(
            path,
            tuple(each for each in found if each.is_dir()),
            tuple(each for each in found if each.suffix.lower() == ending and each.is_file()),
        )
    except OSError as error:
        raise FileError(
            _("The folder {folder} can't be read ({reason}).").format(
                folder=path, reason=error.strerror or error
            ),
            _("Choose another one."),
        ) from error
