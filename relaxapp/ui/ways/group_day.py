"""When the group meets."""

from typing import TYPE_CHECKING

from relaxapp.practice.week import first_day, week
from relaxapp.ui.screens.group_day import GroupDayScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp
    from relaxapp.words.programme import Programme

GROUP_DAY = "group day"
"""The question of the group's day, asked once, at the second start."""


async def group_day(app: "RelaxApp") -> None:
    """Whoever goes their own way is not asked again; what was told before stays until it is told anew."""
    programme = app.shelf.programme()
    if programme is None:
        return
    before = _told(app, programme)
    told = await app.push_screen_wait(GroupDayScreen(programme, before))
    app.offered(GROUP_DAY)
    if told == before:
        return
    if told is None:
        app.change(first_session=None, group_weekday=None)
    else:
        first = first_day(*told, app.services.now().date())
        app.change(first_session=first, group_weekday=told[1])


def _told(app: "RelaxApp", programme: "Programme") -> tuple[int, int] | None:
    """The session held last by now and the weekday, as the person told them; None where they didn't."""
    first = app.settings.first_session
    found = week(programme, first, app.services.now().date())
    if first is None or found is None:
        return None
    return found.session.number if found.session is not None else 0, first.weekday()
