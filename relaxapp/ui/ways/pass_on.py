"""A practice becomes a file to pass on: its words with their blanks, never the answers."""

from typing import TYPE_CHECKING

from relaxapp import locations
from relaxapp.translation import _
from relaxapp.ui.screens.before_keeping import BeforeSharingScreen
from relaxapp.ui.screens.practices import PracticesScreen
from relaxapp.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


async def pass_on(app: "RelaxApp") -> None:
    """Choose one, see just what leaves, and write it among the person's documents."""
    from relaxapp.library.sharing import shareable
    from relaxapp.writing import free, write_whole

    which = PracticesScreen(app.shelf.scripts(), title=_("Which practice will you pass on?"))
    chosen = await app.push_screen_wait(which)
    if chosen is None:
        return
    shared = shareable(app.services.library, chosen)
    told = [_("This is all that leaves: the words with their blanks, and none of your answers.")]
    if shared.notes:
        told.append(_("Notes and comments stay here."))
    screen = BeforeSharingScreen(app.shelf.script(chosen).title, tuple(told), lambda _width: shared.text)
    if await app.push_screen_wait(screen) != "keep":
        return
    file = free(locations.documents() / f"{chosen}.md")
    write_whole(file, [shared.text])
    words = _("It is written here:\n{path}\n\nWhoever gets it opens More in relaxapp, and brings it in.")
    await app.push_screen_wait(ReadingScreen(_("Ready to pass on"), words.format(path=file)))
