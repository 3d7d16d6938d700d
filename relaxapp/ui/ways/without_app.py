"""A practice without the app, marked as written down later."""

from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.journal import by_hand
from relaxapp.journal.in_words import minutes
from relaxapp.practice import questions
from relaxapp.practice.changing import answers_of
from relaxapp.practice.labels import technique_words
from relaxapp.translation import _
from relaxapp.ui.screens.choose import ChooseScreen
from relaxapp.ui.ways.ask_and_keep import ask_and_keep
from relaxapp.ui.ways.which_day import which_day

if TYPE_CHECKING:
    from datetime import date

    from relaxapp.journal.entry import Entry
    from relaxapp.practice.book import Book
    from relaxapp.ui.app import RelaxApp

MINUTES = (2, 5, 10, 15, 20, 30, 45, 60)
"""The lengths that are offered."""
USUAL = 10


async def without_app(app: "RelaxApp", book: "Book") -> bool:
    """When, how long, what, and how it was; whether it was written down. Going back is one step back."""
    title, day = _("Practised without the app"), None
    while (day := await which_day(app, title, book.today, day)) is not None:
        if await _on_that_day(app, book, title, day):
            return True
    return False


async def _on_that_day(app: "RelaxApp", book: "Book", title: str, day: "date") -> bool:
    marked = USUAL
    while (length := await how_long(app, title, marked)) is not None:
        marked = length
        if await _so_long(app, book, title, by_hand.without_app(day, length)):
            return True
    return False


async def _so_long(app: "RelaxApp", book: "Book", title: str, told: "Entry") -> bool:
    asked = [each for each in questions.after(asleep=False) if each.field in ("helpful", "own_way")]
    kind: str | None = None
    while (kind := await of_which_kind(app, title, kind)) is not None:
        practised = replace(told, technique=kind)

        def kept(answers: dict[str, object], practised: "Entry" = practised) -> bool:
            book.changes.add(replace(practised, **answers))  # type: ignore[arg-type]
            return True

        if await ask_and_keep(app, asked, answers_of(practised), kept):
            return True
    return False


async def how_long(app: "RelaxApp", title: str, marked: int = USUAL) -> int | None:
    """The minutes a practice took, about; None where the person went back."""
    lengths = [(str(each), minutes(each)) for each in MINUTES]
    screen = ChooseScreen(title, lengths, _("About how long?"), chosen=str(marked))
    chosen = await app.push_screen_wait(screen)
    return None if chosen is None else int(chosen)


async def of_which_kind(app: "RelaxApp", title: str, marked: str | None = None) -> str | None:
    """The technique; empty for something else, None where the person went back."""
    kinds = [*((str(key), words) for key, words in technique_words().items()), ("", _("Something else"))]
    return await app.push_screen_wait(ChooseScreen(title, kinds, _("What was it?"), chosen=marked))
