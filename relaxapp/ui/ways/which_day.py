"""Which of the last days."""

from datetime import timedelta
from typing import TYPE_CHECKING

from relaxapp.days import weekday_and_day
from relaxapp.translation import _
from relaxapp.ui.screens.choose import ChooseScreen

if TYPE_CHECKING:
    from datetime import date

    from relaxapp.ui.app import RelaxApp

DAYS_BACK = 7
"""A day further back is hardly remembered."""


async def which_day(
    app: "RelaxApp", title: str, today: "date", marked: "date | None" = None
) -> "date | None":
    """One of the last seven, today first; None where the person went back. `marked`: marked at first."""
    names = {0: _("Today"), 1: _("Yesterday")}
    lines = [
        (str(back), names.get(back, weekday_and_day(today - timedelta(days=back))))
        for back in range(DAYS_BACK)
    ]
    first = None if marked is None else str((today - marked).days)
    chosen = await app.push_screen_wait(ChooseScreen(title, lines, chosen=first))
    return None if chosen is None else today - timedelta(days=int(chosen))
