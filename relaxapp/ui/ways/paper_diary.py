"""A week's diary to fill in by hand."""

from functools import partial
from typing import TYPE_CHECKING

from relaxapp.translation import _
from relaxapp.ui.screens.choose import ChooseScreen
from relaxapp.ui.screens.preview import Made
from relaxapp.ui.ways.page_made import page_made

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.ui.app import RelaxApp


async def paper_diary(app: "RelaxApp") -> None:
    """Opened to be printed, or saved."""
    lines = [(Made.PRINT.name, _("Open it to print")), (Made.SAVE.name, _("Save it among my documents"))]
    words = _("One page, in large print: a line for each day, with the questions that are asked here.")
    wanted: str | None = None
    while True:
        asked = ChooseScreen(_("A week's diary on paper"), lines, words, chosen=wanted)
        wanted = await app.push_screen_wait(asked)
        if wanted is None or await page_made(app, _("diary.pdf"), Made[wanted], partial(_write, app)):
            return


def _write(app: "RelaxApp", path: "Path") -> None:
    from relaxapp.paper.sizes import paper_of
    from relaxapp.practice.diary import write

    write(path, paper_of(app.settings.country), app.settings.group_weekday or 0)
