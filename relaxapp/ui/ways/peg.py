"""The week in three questions (PEG)."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from relaxapp.days import weekday_and_day
from relaxapp.journal import by_hand
from relaxapp.journal.in_words import number
from relaxapp.journal.peg import Peg
from relaxapp.journal.times import local_day
from relaxapp.practice import questions
from relaxapp.translation import _
from relaxapp.ui.ways.ask_and_keep import ask_and_keep
from relaxapp.ui.ways.one_of_these import keep, one_of_these

if TYPE_CHECKING:
    from relaxapp.practice.book import Book
    from relaxapp.ui.app import RelaxApp

DAYS_BACK = 28
"""How long they can be changed here."""


async def peg(app: "RelaxApp", book: "Book") -> bool:
    """A new one, or one of the last again; skipping all three takes it away. Whether anything was changed."""
    pegs = app.services.store.pegs(since=book.today - timedelta(days=DAYS_BACK))
    title = _("The week in three questions")
    before = await one_of_these(app, title, _("Answer them now"), pegs, _in_words)
    if before is False:
        return False
    asked = questions.peg()
    held = {each.field: getattr(before, each.field, None) for each in asked}

    def kept(answers: dict[str, object]) -> bool:
        pain, enjoyment, activity = (_rating(answers[each.field]) for each in asked)
        if pain is enjoyment is activity is None:
            return keep(book, before, None)
        if before is None:
            return keep(book, None, by_hand.peg(app.services.now(), pain, enjoyment, activity))
        return keep(book, before, replace(before, average_pain=pain, enjoyment=enjoyment, activity=activity))

    return bool(await ask_and_keep(app, asked, held, kept))


def _rating(answer: object) -> int | None:
    return answer if isinstance(answer, int) else None


def _in_words(kept: Peg) -> str:
    day = weekday_and_day(local_day(kept))
    return day if kept.mean is None else _("{day}: {mean} of 10").format(day=day, mean=number(kept.mean))
