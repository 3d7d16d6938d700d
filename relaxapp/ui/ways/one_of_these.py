"""One that was written down before, or a new one."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, TypeVar

from relaxapp.journal.group_question import GroupQuestion
from relaxapp.journal.peg import Peg
from relaxapp.ui.screens.choose import ChooseScreen

if TYPE_CHECKING:
    from relaxapp.practice.book import Book
    from relaxapp.ui.app import RelaxApp

Noted = TypeVar("Noted", Peg, GroupQuestion)
NEW = "new"


async def one_of_these(
    app: "RelaxApp", title: str, new: str, kept: Sequence[Noted], words: Callable[[Noted], str]
) -> Noted | Literal[False] | None:
    """One of those that are there, None for a new one, False where the person went back."""
    if not kept:
        return None
    lines = [(NEW, new), *((each.id, words(each)) for each in kept)]
    chosen = await app.push_screen_wait(ChooseScreen(title, lines))
    if chosen is None:
        return False
    return next((each for each in kept if each.id == chosen), None)


def keep(book: "Book", before: Noted | None, after: Noted | None) -> bool:
    """Put `after` in the place of `before`; None: there is none. Whether anything was changed."""
    if before == after:
        return False
    if before is None:
        assert after is not None
        book.changes.add(after)
    elif after is None:
        book.changes.delete(before)
    else:
        book.changes.change(before, after)
    return True
