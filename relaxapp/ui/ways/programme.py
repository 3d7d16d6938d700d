"""From the programme of the group to a practice."""

from typing import TYPE_CHECKING

from relaxapp.ui.screens.programme import ProgrammeScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


async def programme(app: "RelaxApp") -> None:
    """Choose one of its practices."""
    found, now = app.shelf.programme(), app.home().week()
    if found is None:
        return
    number = now.session.number if now is not None and now.session is not None else None
    chosen = await app.push_screen_wait(ProgrammeScreen(found, number))
    if chosen:
        app.go("practise", chosen)
