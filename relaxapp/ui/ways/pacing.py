"""Activity by quota: minutes active, minutes of rest, in rounds."""

from dataclasses import astuple, replace
from typing import TYPE_CHECKING

from relaxapp.errors import ScriptError
from relaxapp.practice.pacing import PACING, Quota, paced
from relaxapp.session import Order
from relaxapp.translation import _
from relaxapp.ui.screens.pacing import PacingScreen
from relaxapp.ui.ways.check_sound import check_sound
from relaxapp.ui.ways.practise import play

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


async def pacing(app: "RelaxApp") -> None:
    """The quota is chosen beforehand, and the last one is remembered. Raises RelaxError."""
    if PACING not in app.shelf:
        raise ScriptError(_("This practice can't be opened."), app.shelf.mistakes().get(PACING, ""))
    page = app.shelf.script(PACING)
    quota = await app.push_screen_wait(PacingScreen(page, Quota(*app.settings.pacing)))
    if quota is None:
        return
    app.change_anyway(pacing=astuple(quota))
    if not app.settings.first_start_done and not await check_sound(app):
        return
    person = replace(app.person(), asleep=False)
    await play(app, Order(paced(page, quota), person, quota.minutes, "none"), ask_before=True)
