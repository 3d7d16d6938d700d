"""A week's diary for those who keep paper: the questions of the journal, in the same words, on one sheet."""

from datetime import date, timedelta
from pathlib import Path

from relaxapp.paper.press import press, save
from relaxapp.paper.sizes import Paper
from relaxapp.practice import questions
from relaxapp.practice.questions import Choices, OpenLine, Scale
from relaxapp.translation import _

A_MONDAY = date(2024, 1, 1)
"""Any Monday: only the names of the days are printed."""


def write(path: Path, paper: Paper, first_weekday: int = 0) -> None:
    """Write the diary to `path` as PDF; 0: its week begins on a Monday. Raises PageError, FileError."""
    save(path, press("diary", values(first_weekday), paper))


def values(first_weekday: int = 0) -> dict[str, object]:
    """The words of the page. Its scales, obstacles and lines are those that the app asks after a practice."""
    asked = questions.after(asleep=False)
    scales = [each for each in asked if isinstance(each, Scale)]
    [obstacles] = [each for each in asked if isinstance(each, Choices)]
    days = [A_MONDAY + timedelta(days=first_weekday + number) for number in range(7)]
    return {
        "title": _("My week of practice"),
        "week": _("Week of"),
        "scales": [
            _("{question}: 0 is “{lowest}”, 10 is “{highest}”.").format(
                question=scale.text.rstrip("?"), lowest=scale.lowest, highest=scale.highest
            )
            for scale in scales
        ],
        "columns": [
            _("Day"),
            _("Practice, and how many minutes"),
            _("Pain before"),
            _("Pain after"),
            _("Tension before"),
            _("Tension after"),
            _("How helpful"),
            _("In the way: numbers below"),
        ],
        "days": [f"{day:%A}" for day in days],
        "obstacles_title": obstacles.text,
        "obstacles": [
            _("{number} {obstacle}").format(number=number, obstacle=words)
            for number, (_obstacle, words) in enumerate(obstacles.options, 1)
        ],
        "lines": [line.text for line in asked if isinstance(line, OpenLine)],
        "foot": _(
            "Leave open what you like. A day without practice may stay empty, or tell what got in the way."
        ),
    }
