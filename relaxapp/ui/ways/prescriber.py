"""What to bring to the one who prescribes: gathered a line at a time, printed on one page."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from relaxapp.journal import by_hand
from relaxapp.journal.export.prescriber_page import (
    DAYS,
    Gathered,
    PrescriberPage,
    gathered,
    headings,
    in_plain_words,
    prescriber_page,
    told,
    warning,
)
from relaxapp.journal.prescriber_line import PrescriberLine, Topic
from relaxapp.practice.questions import OpenLine
from relaxapp.translation import _
from relaxapp.ui.screens.choose import ChooseScreen
from relaxapp.ui.screens.reading import ReadingScreen
from relaxapp.ui.screens.tick import TickScreen
from relaxapp.ui.ways.ask_and_keep import ask_and_keep
from relaxapp.ui.ways.forget import elsewhere
from relaxapp.ui.ways.page_made import page_looked_at

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp

PRINT = "print"


async def prescriber(app: "RelaxApp") -> None:
    """Write a line, change one, or print them, until the person goes back."""
    new = {
        str(Topic.QUESTION): _("Write: a question to ask"),
        str(Topic.NOTICED): _("Write: something I noticed, and did not want"),
        str(Topic.ALSO_TAKEN): _("Write: something else that I take or use"),
    }
    chosen: str | None = None
    while True:
        lines = _gathered(app)
        kept = {line.id: line for line in app.services.store.prescriber_lines()}
        choices = [*new.items(), *((line.key, told(line)) for line in lines if line.key in kept)]
        if lines:
            choices.append((PRINT, _("Look at the page, and print it …")))
        title = _("For the person who prescribes")
        words = warning() if lines else f"{warning()} {_nothing_yet()}"
        chosen = await app.push_screen_wait(ChooseScreen(title, choices, words, chosen))
        if chosen is None:
            return
        if chosen in new:
            await _write(app, Topic(chosen))
        elif chosen == PRINT:
            await _print(app, lines)
        else:
            await _change(app, kept[chosen])


def _nothing_yet() -> str:
    return _("Nothing is gathered yet. Write a first line, and it can be printed.")


def _gathered(app: "RelaxApp") -> tuple[Gathered, ...]:
    store = app.services.store
    since = app.services.now().date() - timedelta(days=DAYS)
    return gathered(store.prescriber_lines(), store.entries(since=since))


async def _text(app: "RelaxApp", topic: Topic, text: str, keep: Callable[[str], None]) -> None:
    """Let it be written, and keep it; nothing is kept where the person went back."""
    line = OpenLine("text", headings()[topic], _("Private, until you print it."))
    await ask_and_keep(app, [line], {"text": text}, lambda answers: keep(str(answers["text"]).strip()))


async def _write(app: "RelaxApp", topic: Topic) -> None:
    def keep(text: str) -> None:
        if text:
            app.services.store.add(by_hand.prescriber_line(app.services.now(), topic, text))

    await _text(app, topic, "", keep)


async def _change(app: "RelaxApp", before: PrescriberLine) -> None:
    """An emptied line goes away, wherever it is kept."""

    def keep(text: str) -> None:
        if text:
            app.services.store.update(replace(before, text=text))
        else:
            app.services.store.delete(before.id)

    await _text(app, before.topic, before.text, keep)
    if not app.services.store.holds(before.id):
        left = await elsewhere(lambda copy: copy.delete(before.id))
        if left:
            await app.push_screen_wait(ReadingScreen(_("For the person who prescribes"), left))


async def _print(app: "RelaxApp", lines: tuple[Gathered, ...]) -> None:
    """Choose what is on the page, look at it, and only then make it."""
    chosen = frozenset(line.key for line in lines)
    words = _("Only those you mark are on it. Some may come from your journal.")
    while True:
        asked = TickScreen(
            _("On the page"),
            words,
            [(line.key, told(line)) for line in lines],
            chosen,
        )
        ticked = await app.push_screen_wait(asked)
        if ticked is None:
            return
        chosen = ticked
        if not chosen:
            words = _("Nothing is marked, so the page would be empty. Space marks a line.")
            continue
        page = prescriber_page(lines, chosen)
        if await _look(app, page):
            return


async def _look(app: "RelaxApp", page: PrescriberPage) -> bool:
    """Whether it was made."""
    from relaxapp.journal.export.prescriber_pdf import write
    from relaxapp.paper.sizes import paper_of

    name = _("to-ask-{day}.pdf").format(day=app.services.now().date().isoformat())
    paper = paper_of(app.settings.country)
    return await page_looked_at(app, in_plain_words(page), name, lambda path: write(page, path, paper))
