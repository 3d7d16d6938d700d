"""Four weeks at a glance: a square a day with its minutes; a day without stays blank."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from relaxapp.days import short_day
from relaxapp.journal.figures import Day

WEEK = 7
CELL = 6
"""The width of a square."""
LABEL = 8
"""The width of the day at the head of a week."""


class DayGrid(Static):
    """Weeks from top to bottom; the last square is today."""

    def show_days(self, days: Sequence[Day]) -> None:
        """Show whole weeks, oldest first."""
        lines = [Content(" " * LABEL + "".join(f"{day.day:%a}".center(CELL) for day in days[:WEEK]))]
        lines[0] = lines[0].stylize("$quiet")
        for at in range(0, len(days), WEEK):
            week = days[at : at + WEEK]
            squares = [Content.styled(f"{short_day(week[0].day):<{LABEL}}", "$quiet")]
            squares += [_square(day) for day in week]
            lines.append(Content("").join(squares))
            lines.append(Content(""))
        self.update(Content("\n").join(lines[:-1]))


def _square(day: Day) -> Content:
    if not day.practices:
        return Content(" " * CELL)
    inner = Content.styled(str(day.minutes).center(CELL - 2), "bold $square-foreground on $square")
    return Content(" ") + inner + Content(" ")
