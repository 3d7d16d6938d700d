"""All the words of a practice, before."""

from typing import TYPE_CHECKING

from relaxapp.ui.screens.reading import ReadingScreen
from relaxapp.words.personalise import personalise
from relaxapp.words.prose import prose

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp
    from relaxapp.words.script import Script


async def read_first(app: "RelaxApp", script: "Script", minutes: int) -> None:
    """As this person would hear them."""
    text = prose(personalise(script, app.person(), minutes, app.shelf.lexicon()))
    await app.push_screen_wait(ReadingScreen(script.title, text))
