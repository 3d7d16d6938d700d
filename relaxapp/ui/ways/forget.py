"""Forgetting what is kept: the answers, the private notes, or all of it."""

import asyncio
from typing import TYPE_CHECKING

from relaxapp import locations
from relaxapp.errors import RelaxError
from relaxapp.sound.voices.kept import KeptVoices
from relaxapp.translation import _, ngettext
from relaxapp.ui.screens.choose import ChooseScreen
from relaxapp.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from relaxapp.journal.store import Store
    from relaxapp.ui.app import RelaxApp

ANSWERS, NOTES, ALL, NO, YES = "answers", "notes", "all", "no", "yes"


async def forget(app: "RelaxApp") -> None:
    """Choose what, then say that it is meant. JournalError.

    What waits to be written is written before, so that nothing of it comes back afterwards.
    """
    lines = [
        (NOTES, _("My private notes; the rest of the journal stays")),
        (ANSWERS, _("My answers, and what was spoken of them")),
        (ALL, _("Everything: journal, answers, settings, own practices")),
    ]
    title = _("Forget what is kept")
    words = _("What is forgotten can't be brought back. One entry: open it in the journal, then D.")
    chosen = await app.push_screen_wait(ChooseScreen(title, lines, words))
    if chosen is None or not await _meant(app, dict(lines)[chosen], _what_goes() if chosen == ALL else ""):
        return
    if chosen == ALL:
        _everything(app)
        return
    unkept = app.keeping.at_last()
    if unkept is not None:
        raise unkept
    if chosen == NOTES:
        count = app.services.store.forget_notes()
        told = ngettext("{count} note is forgotten.", "{count} notes are forgotten.", count).format(
            count=count
        )
        left = await elsewhere(lambda copy: copy.forget_notes())
    else:
        app.forget_answers()
        told = _("Your answers are forgotten, and what was spoken of them is deleted.")
        left = await elsewhere(lambda copy: copy.forget_answers(), _forget_recorded)
    await app.push_screen_wait(ReadingScreen(title, f"{told}\n\n{left}".rstrip()))


async def elsewhere(
    forgotten: "Callable[[Store], object]", beside: "Callable[[Path], object] | None" = None
) -> str:
    """Forget the same in safety copies and printed pages; sentences where that can't be done."""
    from relaxapp.practice.forget_elsewhere import forget_elsewhere

    return await asyncio.to_thread(forget_elsewhere, forgotten, beside)


def _forget_recorded(copy: "Path") -> None:
    """Delete what was recorded of answers, among the files of a safety copy. Raises FileError, OSError."""
    KeptVoices(copy / locations.own_voices().name).forget_private()


def _what_goes() -> str:
    return _(
        "The journal with its notes, your answers and settings, practices and voices of your own go; then "
        "the program ends, and begins next time as on the first day. Files that you saved elsewhere stay."
    )


async def _meant(app: "RelaxApp", what: str, goes: str) -> bool:
    lines = [(NO, _("No, keep it")), (YES, _("Yes, forget it"))]
    asked = _("Is this what you want?")
    words = f"{goes}\n\n{asked}" if goes else asked
    return await app.push_screen_wait(ChooseScreen(what, lines, words)) == YES


def _everything(app: "RelaxApp") -> None:
    """The program ends with it, since nothing is left to stand on."""
    from relaxapp.journal.forgetting import forget_everything
    from relaxapp.practice.forget_elsewhere import led_stays

    app.close()
    app.services.store.close()
    try:
        behind = forget_everything(locations.data_folder(), [locations.cache_folder()])
    except RelaxError as error:
        app.exit(return_code=1, message=str(error))
    else:
        gone = _("All of it is gone. Files that you saved or exported elsewhere stay.")
        app.exit(message="\n".join(filter(None, (gone, behind, led_stays()))))
