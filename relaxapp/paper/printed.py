"""Pages that were made to be printed: they lie in the program's own folder, until they have served."""

from pathlib import Path

from relaxapp.translation import _


def delete_printed(folder: Path) -> tuple[Path, ...]:
    """Delete the pages in `folder`; those that can't be, such as one that a viewer keeps open."""
    try:
        pages = sorted(folder.iterdir())
    except OSError:  # nothing was printed yet
        return ()
    return tuple(page for page in pages if not _deleted(page))


def printed_told(left: tuple[Path, ...]) -> str:
    """A sentence for those that stay; empty where there is none."""
    if not left:
        return ""
    return _(
        "One thing to know: a page that was made to be printed can't be deleted now and may still hold your "
        "words. Close it where it is open; it goes when you open relaxapp again: {files}"
    ).format(files=", ".join(map(str, left)))


def _deleted(page: Path) -> bool:
    try:
        page.unlink(missing_ok=True)
    except OSError:
        return False
    return True
