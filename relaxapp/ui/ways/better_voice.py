"""How to get a better voice, said once where only the plainest one is there."""

import shutil
from typing import TYPE_CHECKING

from relaxapp.practice.voice_choice import voice_choice
from relaxapp.sound.voices.festival import PACKAGES
from relaxapp.sound.voices.usual import ESPEAK, best
from relaxapp.translation import _
from relaxapp.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp

OFFER = "better voice"
"""Said once, at a start after the first practice."""


def could_be_better(app: "RelaxApp") -> bool:
    """Whether espeak-ng speaks, and this was not said before."""
    if OFFER in app.settings.offers:
        return False
    return best(voice_choice(app.settings), app.services.voices).id == ESPEAK


async def better_voice(app: "RelaxApp") -> None:
    """A page with what to do; nothing is done by itself."""
    app.offered(OFFER)
    if shutil.which("apt"):
        how = _(
            "In a terminal, type: sudo apt install {packages}\n\n"
            "Then start relaxapp again. Nothing else is needed."
        ).format(packages=PACKAGES)
    else:
        how = _("docs/voices.md tells how, step by step: your system's own voices, Piper, or your own voice.")
    why = _("The voice that came with relaxapp is clear but plain. There are free ones nearer to a person's.")
    await app.push_screen_wait(ReadingScreen(_("A better voice"), f"{why}\n\n{how}"))
