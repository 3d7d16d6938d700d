"""The sheet of a group, for whoever leads it: a folder of members' files, a look at the sheet, and paper."""

from functools import partial
from typing import TYPE_CHECKING

from textual.worker import WorkerFailed

from relaxapp import locations
from relaxapp.errors import FileError
from relaxapp.journal.export.group_sheet import page, write
from relaxapp.journal.group_files import ENDING, GroupFiles, make_sheet
from relaxapp.paper.sizes import paper_of
from relaxapp.practice.labels import labels
from relaxapp.translation import _
from relaxapp.ui.screens.folder import FolderScreen
from relaxapp.ui.ways.page_made import page_looked_at

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.ui.app import RelaxApp


async def group_sheet(app: "RelaxApp") -> None:
    """Choose the folder and look at the sheet, until it is made or the person goes back."""
    words = _("Choose the folder with the files that members gave you.")
    folder: Path | None = locations.documents()
    while folder is not None:
        folder = await app.push_screen_wait(FolderScreen(_("The sheet of a group"), words, folder, ENDING))
        if folder is not None and await _look(app, folder):
            return


async def _look(app: "RelaxApp", folder: "Path") -> bool:
    """Whether it was made."""
    try:
        made = await _made(app, folder)
    except FileError as error:
        await app.tell(error)
        return False
    sheet = page(made.sheet, labels())
    sections = [(sheet.title, (sheet.words,)), *((each.heading, each.lines) for each in sheet.sections)]
    if made.left_out:
        sections.append((_("For you alone, not on the sheet: these files were left out"), made.left_out))
    name = _("group-sheet-{day}.pdf").format(day=app.services.now().date().isoformat())
    paper = paper_of(app.settings.country)
    return await page_looked_at(app, sections, name, lambda path: write(sheet, path, paper))


async def _made(app: "RelaxApp", folder: "Path") -> GroupFiles:
    """The sheet, made away from the screen. Raises FileError."""
    app.notify(_("Reading the files ..."), markup=False)
    reading = app.run_worker(
        partial(make_sheet, [folder], labels().techniques), thread=True, exit_on_error=False
    )
    try:
        return await reading.wait()
    except WorkerFailed as failed:
        raise failed.error from None
    finally:
        app.call_later(app.clear_notifications)  # after the notice, which may still be on its way
