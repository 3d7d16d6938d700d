"""When the group meets."""

from typing import TYPE_CHECKING

from relaxapp.practice.week import first_day
from relaxapp.ui.screens.group_day import GroupDayScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp

GROUP_DAY = "group day"
"""The question of the group's day, asked once, at the second start."""


async def group_day(app: "RelaxApp") -> None:
    """Whoever goes their own way is not asked again."""
    programme = app.shelf.programme()
    if programme is None:
        return
    told = await app.push_screen_wait(GroupDayScreen(programme))
    app.offered(GROUP_DAY)
    if told is None:
        app.change(first_session=None, group_weekday=None)
    else:
        first = first_day(*told, app.services.now().date())
        app.change(first_session=first, group_weekday=told[1])
