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
    from relaxapp.practice.book import Book
    from relaxapp.ui.app import RelaxApp

MINUTES = (2, 5, 10, 15, 20, 30, 45, 60)
"""The lengths that are offered."""
USUAL = 10


async def without_app(app: "RelaxApp", book: "Book") -> bool:
    """When, how long, what, and how it was; whether it was written down."""
    title = _("Practised without the app")
    day = await which_day(app, title, book.today)
    if day is None:
        return False
    length = await how_long(app, title)
    if length is None:
        return False
    kind = await of_which_kind(app, title)
    if kind is None:
        return False
    told = by_hand.without_app(day, length, technique=kind)
    asked = [each for each in questions.after(asleep=False) if each.field in ("helpful", "own_way")]

    def kept(answers: dict[str, object]) -> bool:
        book.changes.add(replace(told, **answers))  # type: ignore[arg-type]
        return True

    return bool(await ask_and_keep(app, asked, answers_of(told), kept))


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
