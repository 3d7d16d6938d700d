"""A practice that someone shared, or a page that is read aloud, becomes one of the person's own."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual.worker import WorkerFailed

from relaxapp.errors import RelaxError
from relaxapp.practice.beside import beside
from relaxapp.practice.dropped import path_in
from relaxapp.practice.questions import OpenLine
from relaxapp.translation import _, ngettext
from relaxapp.ui.screens.ask import AskScreen
from relaxapp.ui.screens.before_keeping import BeforeKeepingScreen
from relaxapp.ui.screens.choose import ChooseScreen
from relaxapp.ui.screens.which_file import WhichFileScreen

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.library.adopting import Adopted, Source
    from relaxapp.library.sharing import Offered
    from relaxapp.ui.app import RelaxApp
    from relaxapp.words.adopting.understood import Doubt, Row

T = TypeVar("T")
SAY, LEAVE, REST = "say", "leave", "rest"


async def take_in(app: "RelaxApp") -> None:
    """Ask for the file until one can be read, then look at it and keep it."""
    from relaxapp.library.sharing import Offered

    typed = trouble = ""
    while True:
        answer = await app.push_screen_wait(
            WhichFileScreen(
                _("Bring in a practice or a page"),
                _(
                    "Type, paste or drop the file here: a practice that someone shared, or a page that is "
                    "read aloud (plain text, Markdown or Word). Nothing is kept before you have seen it."
                ),
                typed,
                trouble,
            )
        )
        if answer is None:
            return
        typed = answer
        try:
            found = await _away(app, partial(_read, app, path_in(answer)))
        except RelaxError as error:
            trouble = str(error)
            continue
        break
    if isinstance(found, Offered):
        await _script(app, found)
    else:
        await _page(app, found)


def _read(app: "RelaxApp", file: "Path") -> "Source | Offered":
    """What is in the file: a script, or a page of another kind."""
    from relaxapp.library.adopting import is_script, source
    from relaxapp.library.sharing import offered

    found = source(file)
    if is_script(found.page.text):
        return offered(app.services.library, file)
    found.adopted(app.shelf.lexicon())
    return found


async def _away(app: "RelaxApp", work: Callable[[], T]) -> T:
    """Do something away from the screen; what it raises is raised here."""
    working = app.run_worker(work, thread=True, exit_on_error=False)
    try:
        return await working.wait()
    except WorkerFailed as failed:
        raise failed.error from None


async def _script(app: "RelaxApp", found: "Offered") -> None:
    script = found.script
    if found.known_as:
        await _kept(app, found.known_as, _("You have this practice already."))
        return
    lengths = ", ".join(str(minutes) for minutes in script.lengths)
    screen = BeforeKeepingScreen(
        script.title,
        (
            ngettext(
                "For {lengths} minute. This is the whole page.",
                "For {lengths} minutes. This is the whole page.",
                script.lengths[-1],
            ).format(lengths=lengths),
        ),
        lambda _width: found.text,
        can_be_renamed=False,
    )
    if await app.push_screen_wait(screen) == "keep":
        await _keep(app, found.text, script.title)


async def _page(app: "RelaxApp", page: "Source") -> None:
    lexicon = app.shelf.lexicon()
    found = await _away(app, partial(page.adopted, lexicon))
    answers = await _answers(app, found)
    if answers is None:
        return
    found = await _away(app, partial(page.adopted, lexicon, answers))
    known_as = await _away(app, partial(app.services.library.known, found.text, titled=False))
    if known_as:
        await _kept(app, known_as, _("You have this practice already."))
        return
    title = ""
    while True:
        found = await _away(app, partial(page.adopted, lexicon, answers, title))
        rows = found.understood.rows
        lengths = ", ".join(str(minutes) for minutes in found.lengths)
        told = ngettext(
            "For {lengths} minute. Your page, line by line, beside what was understood:",
            "For {lengths} minutes. Your page, line by line, beside what was understood:",
            found.lengths[-1],
        ).format(lengths=lengths)
        remarks = (*found.remarks, told)
        screen = BeforeKeepingScreen(found.title, remarks, partial(_side_by_side, rows))
        chosen = await app.push_screen_wait(screen)
        if chosen == "keep":
            await _keep(app, found.text, found.title)
            return
        if chosen is None:
            return
        title = await _other_title(app, found.title)


def _side_by_side(rows: "tuple[Row, ...]", width: int) -> str:
    return "\n".join(beside(rows, width))


async def _answers(app: "RelaxApp", found: "Adopted") -> dict[str, bool] | None:
    """What is said of words that may be for the reader, one at a time; None where the person went back."""
    doubts = found.understood.doubts
    answers: dict[str, bool] = {}
    at = 0
    while at < len(doubts):
        chosen = await app.push_screen_wait(_doubt_screen(doubts[at], at, len(doubts), answers))
        if chosen is None:
            if at == 0:
                return None
            at -= 1
            continue
        if chosen == REST:
            break
        answers[doubts[at].words] = chosen == SAY
        at += 1
    return answers


def _doubt_screen(doubt: "Doubt", at: int, of: int, answers: dict[str, bool]) -> ChooseScreen:
    lines = [
        (SAY, _("Say it to the listener")),
        (LEAVE, _("Leave it out; it is kept as a note")),
    ]
    if at < of - 1:
        lines.append((REST, _("Ask no more, and take the safe choice each time")))
    words = _("{words}\n\nLine {line}. {why}").format(words=doubt.words, line=doubt.line, why=doubt.why)
    title = _("Is this for the listener? ({number} of {of})").format(number=at + 1, of=of)
    said = answers.get(doubt.words, doubt.say)
    return ChooseScreen(title, lines, words, SAY if said else LEAVE)


async def _other_title(app: "RelaxApp", title: str) -> str:
    line = OpenLine("title", _("What shall it be called?"))
    answers = await app.push_screen_wait(AskScreen([line], {"title": title}))
    return title if answers is None else str(answers["title"])


async def _keep(app: "RelaxApp", text: str, title: str) -> None:
    name = app.services.library.add(text, title)
    app.shelf.read_anew()
    await _kept(app, name, _("It is kept among your practices."))


async def _kept(app: "RelaxApp", name: str, words: str) -> None:
    script = app.shelf.script(name)
    lines = [
        ("practise", _("Practise it now")),
        ("change", _("Change its words")),
        ("back", _("Not now")),
    ]
    chosen = await app.push_screen_wait(ChooseScreen(script.title, lines, words))
    if chosen == "practise":
        app.go("practise", name)
    elif chosen == "change":
        app.go("own_version", script)
