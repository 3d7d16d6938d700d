"""Is the sound heard?"""

from functools import partial
from typing import TYPE_CHECKING

from relaxapp.errors import RelaxError
from relaxapp.ui.screens.sound_check import SoundCheckScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


async def check_sound(app: "RelaxApp") -> bool:
    """A few spoken words at the volume of a practice; False where the person went back."""
    return await app.push_screen_wait(SoundCheckScreen(partial(_play, app))) is True


def _play(app: "RelaxApp", screen: SoundCheckScreen) -> None:
    """Make the words ready; the screen plays them, unless the person has gone on already."""
    from relaxapp.practice.sound_check import MINUTES, sound_check
    from relaxapp.session import Order, prepare

    order = Order(sound_check(), app.person(), MINUTES, "none")
    try:
        prepared = prepare(order, app.shelf.lexicon(), app.desk.studio())
    except RelaxError as error:
        app.call_from_thread(screen.tell, str(error))
        return
    player = app.desk.player()
    trouble = app.desk.trouble or prepared.trouble
    app.call_from_thread(screen.play, player, prepared.source, str(trouble or ""))
