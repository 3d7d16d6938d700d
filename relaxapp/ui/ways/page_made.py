"""A page to print: it is made, and the person is told where it lies."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp import locations
from relaxapp.errors import FileError
from relaxapp.translation import _
from relaxapp.ui.screens.preview import Made, PreviewScreen
from relaxapp.ui.screens.reading import ReadingScreen
from relaxapp.writing import free

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


async def page_looked_at(
    app: "RelaxApp", sections: Iterable[tuple[str, tuple[str, ...]]], name: str, write: Callable[[Path], None]
) -> bool:
    """Look at the page until it is made; False where the person wants to choose again. RelaxError."""
    shown = tuple(sections)
    while (wanted := await app.push_screen_wait(PreviewScreen(shown))) is not None:
        if await page_made(app, name, wanted, write):
            return True
    return False


async def page_made(app: "RelaxApp", name: str, wanted: Made, write: Callable[[Path], None]) -> bool:
    """`write` makes the file; it is saved among the person's documents, or opened to be printed.

    False where nothing opens it, once the person was told to save it: the folder of printed pages is no place
    to look for one.

    What is only printed lies in the folder of the journal, which is theirs alone, until they forget something
    or open the app again. Raises RelaxError.
    """
    path = _place(name, wanted)
    write(path)
    if wanted is not Made.SAVE:
        from relaxapp.paper.viewer import show

        try:
            show(path)
        except FileError as error:
            save = _("Choose Save instead: then it lies among your documents, and stays there.")
            await app.tell(FileError(error.message, save))
            return False
        words = _(
            "It opens in your viewer, where you can print it. "
            "Until you open relaxapp again, it lies in:\n{path}"
        ).format(path=path)
    else:
        words = _("It was saved. Only you can open it; whoever you give it to can read it:\n{path}")
        words = words.format(path=path)
    await app.push_screen_wait(ReadingScreen(_("Your page is made"), words))
    return True


def _place(name: str, wanted: Made) -> Path:
    """Where a page goes: to the documents, under a name that is free, or to the folder of printed pages."""
    if wanted is Made.SAVE:
        return free(locations.documents() / name)
    return locations.private_folder(locations.pages()) / name
