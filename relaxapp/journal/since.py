"""The day a look back begins with, as it is typed: a date, or the last meeting of the group."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from relaxapp.errors import RelaxError
from relaxapp.translation import _

GROUP = "group"


def since(text: str, now: datetime, last_group: Callable[[], date | None]) -> date:
    """The local day meant by `text`. `last_group` finds the last meeting; None: not known.

    The last group is the one before today: on the day of the group, one looks back at the week before.
    Raises RelaxError for a date that is none or still to come, or where no group day is known.
    """
    typed = text.strip()
    if typed.lower() == GROUP:
        day = last_group()
        if day is None:
            week_ago = (now.date() - timedelta(days=7)).isoformat()
            raise RelaxError(
                _("relaxapp does not know yet on which day your group meets."),
                _("Give a date instead, such as --since {day}.").format(day=week_ago),
            )
        return day
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        raise RelaxError(
            _("{text} is not a date.").format(text=typed or "''"),
            _("Write it as year-month-day, such as {day}.").format(day=now.date().isoformat()),
        ) from None
    if day > now.date():
        raise RelaxError(
            _("{day} is still to come.").format(day=day.isoformat()),
            _("Give a day that has been, such as {today}.").format(today=now.date().isoformat()),
        )
    return day
