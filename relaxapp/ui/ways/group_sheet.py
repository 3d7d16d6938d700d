"""The sheet of a group, for whoever leads it: a folder of members' files, a look at the sheet, and paper."""

from functools import partial
from typing import TYPE_CHECKING

from textual.worker import WorkerFailed

from relaxapp import locations
from relaxapp.journal.export.group_sheet import Page, page, write
from relaxapp.journal.group_files import ENDING, GroupFiles, make_sheet
from relaxapp.paper.sizes import paper_of
from relaxapp.practice.labels import labels
from relaxapp.translation import _
from relaxapp.ui.screens.folder import FolderScreen
from relaxapp.ui.screens.preview import Made, PreviewScreen
from relaxapp.ui.screens.reading import ReadingScreen
from relaxapp.ui.ways.page_made import place

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.ui.app import RelaxApp


async def group_sheet(app: "RelaxApp") -> None:
    """Choose the folder, look at the sheet, and print or save it."""
    words = _("Choose the folder with the files that members gave you.")
    folder = await app.push_screen_wait(
        FolderScreen(_("The sheet of a group"), words, locations.documents(), ENDING)
    )
    if folder is None:
        return
    made = await _made(app, folder)
    sheet = page(made.sheet, labels())
    sections = [(sheet.title, (sheet.words,)), *((each.heading, each.lines) for each in sheet.sections)]
    if made.left_out:
        sections.append((_("For you alone, not on the sheet: these files were left out"), made.left_out))
    wanted = await app.push_screen_wait(PreviewScreen(sections))
    if wanted is not None:
        await _keep(app, sheet, wanted)


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


async def _keep(app: "RelaxApp", sheet: Page, wanted: Made) -> None:
    from relaxapp.paper.viewer import show

    name = _("group-sheet-{day}.pdf").format(day=app.services.now().date().isoformat())
    path = place(name, wanted)
    write(sheet, path, paper_of(app.settings.country))
    words = _("It lies in:\n{path}")
    if wanted is Made.PRINT:
        show(path)
        words = _("Until you open relaxapp again, it lies in:\n{path}")
    words = words.format(path=path)
    await app.push_screen_wait(ReadingScreen(_("The sheet is made"), words))
