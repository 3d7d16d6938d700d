"""All the words of a practice, before."""

from typing import TYPE_CHECKING

from relaxapp.timing.prose import prose
from relaxapp.timing.unvoiced import estimated_plan
from relaxapp.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp
    from relaxapp.words.script import Script


async def read_first(app: "RelaxApp", script: "Script", minutes: int) -> None:
    """As this person would hear them."""
    text = prose(estimated_plan(script, minutes, app.shelf.lexicon(), app.person()))
    await app.push_screen_wait(ReadingScreen(script.title, text))
