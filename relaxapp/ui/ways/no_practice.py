"""A day without practice, and what got in the way: what a group talks about."""

from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.journal import by_hand
from relaxapp.practice import questions
from relaxapp.practice.changing import answers_of, own_words
from relaxapp.practice.questions import Choices
from relaxapp.translation import _
from relaxapp.ui.ways.ask_and_keep import ask_and_keep
from relaxapp.ui.ways.which_day import which_day

if TYPE_CHECKING:
    from datetime import date

    from relaxapp.practice.book import Book
    from relaxapp.ui.app import RelaxApp


async def no_practice(app: "RelaxApp", book: "Book") -> bool:
    """Which day, and why; whether it was written down. Going back is one step back."""
    day = None
    while (day := await which_day(app, _("A day without practice"), book.today, day)) is not None:
        if await _why(app, book, day):
            return True
    return False


async def _why(app: "RelaxApp", book: "Book", day: "date") -> bool:
    told = by_hand.no_practice(day, ())
    reasons = Choices(
        "obstacles", _("What got in the way?"), questions.obstacle_words(), "obstacles_read_out"
    )

    def kept(answers: dict[str, object]) -> bool:
        book.changes.add(replace(told, **answers))  # type: ignore[arg-type]
        return True

    return bool(await ask_and_keep(app, [reasons, own_words()], answers_of(told), kept))
