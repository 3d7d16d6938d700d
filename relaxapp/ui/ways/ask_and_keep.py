"""Questions whose answers are kept: what was typed is not lost where it can't be written."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from relaxapp.errors import JournalError
from relaxapp.ui.screens.ask import AskScreen

if TYPE_CHECKING:
    from relaxapp.practice.questions import Asked
    from relaxapp.ui.app import RelaxApp

Kept = TypeVar("Kept")


async def ask_and_keep(
    app: "RelaxApp",
    questions: "Sequence[Asked]",
    held: Mapping[str, object],
    keep: Callable[[dict[str, object]], Kept],
) -> Kept | None:
    """What `keep` makes of the answers; None where the person went back.

    Where the journal can't be written that is told, and the same is asked again, with what was answered.
    """
    while True:
        answers = await app.push_screen_wait(AskScreen(questions, held))
        if answers is None:
            return None
        try:
            return keep(answers)
        except JournalError as error:
            await app.tell(error)
            held = answers
