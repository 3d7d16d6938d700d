"""A practice changed into one's own version of it."""

from functools import partial
from typing import TYPE_CHECKING

from relaxapp.errors import FileError, RelaxError
from relaxapp.practice.alone import alone
from relaxapp.practice.own_version import own_version as version_of
from relaxapp.timing.estimate import ORDINARY, at_rate
from relaxapp.timing.fit import span
from relaxapp.translation import _, ngettext
from relaxapp.ui.hear import hear
from relaxapp.ui.screens.editor import EditorScreen
from relaxapp.ui.screens.reading import ReadingScreen
from relaxapp.ui.widgets.script_area import fits
from relaxapp.words.example import says_from
from relaxapp.words.parse import parse
from relaxapp.words.personalise import personalise

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp
    from relaxapp.words.script import Script

LINES_HEARD = 6
"""How many lines are heard at a time."""


async def own_version(app: "RelaxApp", script: "Script") -> None:
    """Copy it, change it, and get ready for it; the shipped one stays as it is. FileError.

    A copy in which nothing was ever changed is not kept, one that was begun before neither.
    """
    library = app.services.library
    is_copy = not library.is_own(script)
    version = version_of(library, script)
    first = version.text()
    if not fits(first):
        raise FileError(
            _("This text is too long to be changed here."),
            _("To change it in your own editor: relaxapp edit {name}").format(name=version.name),
        )
    copied = library.own_scripts.text(version.name) if is_copy else ""  # a draft of it may tell more
    app.shelf.read_anew()
    newer = library.newer_origin(library.find(version.name))
    note = (
        _("There is a newer text of {title}, which this came from. Yours stays as it is.").format(
            title=newer.title
        )
        if newer
        else ""
    )
    whole = await app.push_screen_wait(
        EditorScreen(version, note, partial(_length, app), partial(_hear, app))
    )
    app.desk.hush()
    app.shelf.read_anew()
    if whole and is_copy and library.own_scripts.text(version.name) == copied:
        version.take_away()
        app.shelf.read_anew()
        app.go("practise", script.id)
        return
    if whole is False:
        await app.push_screen_wait(
            ReadingScreen(
                _("Your text is kept as a draft."),
                _(
                    "Some lines can't be practised yet. Until they are mended, the version before is used. "
                    "O opens your text again."
                ),
            )
        )
    app.go("practise", version.name)


def _length(app: "RelaxApp", text: str) -> str:
    """How long its words and silences are, at the shortest length it offers."""
    script = parse(text, "draft.md")
    minutes = script.lengths[0]
    reading = personalise(script, app.person(), minutes, app.shelf.lexicon())
    shortest, longest = span(reading, at_rate(ORDINARY))
    return ngettext(
        "No mistakes. For {minutes} minute it can take from {shortest} to {longest}.",
        "No mistakes. For {minutes} minutes it can take from {shortest} to {longest}.",
        minutes,
    ).format(minutes=minutes, shortest=_clock(shortest), longest=_clock(longest))


def _clock(seconds: float) -> str:
    return f"{round(seconds) // 60}:{round(seconds) % 60:02}"


def _hear(app: "RelaxApp", screen: EditorScreen, text: str, line: int) -> None:
    app.desk.hush()
    app.run_worker(partial(_voice, app, screen, text, line), thread=True, group="hear", exclusive=True)


def _voice(app: "RelaxApp", screen: EditorScreen, text: str, line: int) -> None:
    """A few lines from one on, voiced beside the screen."""
    try:
        script = parse(text, "draft.md")
        says = says_from(script, line, app.person(), app.shelf.lexicon(), LINES_HEARD)
        if not says:
            app.call_from_thread(screen.tell, _("Nothing is said from here on."))
            return
        source = alone(says, app.desk.studio())
    except RelaxError as error:
        app.call_from_thread(screen.tell, str(error).splitlines()[0])
        return
    app.call_from_thread(hear, app, screen, source)
