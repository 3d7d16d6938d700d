"""A practice, or those of the week, as files for a phone."""

from typing import TYPE_CHECKING

from relaxapp import locations
from relaxapp.errors import RelaxError
from relaxapp.practice.phone import endings, places, plugged_in, practices_of_the_week, wanted
from relaxapp.translation import _, ngettext
from relaxapp.ui.screens.choose import ChooseScreen
from relaxapp.ui.screens.making import MakingScreen
from relaxapp.ui.screens.practices import PracticesScreen
from relaxapp.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.rendering_many import Missed, Wanted
    from relaxapp.ui.app import RelaxApp
    from relaxapp.words.script import Script

WEEK_LENGTHS = (5, 10, 20)
"""Minutes offered for all practices of a week; each comes as near to it as it can."""
ONE, WEEK = "one", "week"


async def make_file(app: "RelaxApp") -> None:
    """Ask which, how long, of what kind and where; make them, and say where they lie."""
    scripts = await _which(app)
    if not scripts:
        return
    lengths = scripts[0].lengths if len(scripts) == 1 else WEEK_LENGTHS
    minutes = await _choose(app, _("How long?"), {str(each): _minutes(each) for each in lengths}, "10")
    if minutes is None:
        return
    ending = await _choose(app, _("Which kind of file?"), endings())
    if ending is None:
        return
    folders = places((locations.documents(), *locations.shared_folders()), plugged_in)
    named = {str(folder): str(folder) for folder in folders}
    where = await _choose(app, _("Where shall it lie?"), named, words=_("What is plugged in comes first."))
    if where is None:
        return
    folder = next(each for each in folders if str(each) == where)
    await _make(app, tuple(wanted(script, float(minutes), folder, ending) for script in scripts), folder)


async def _which(app: "RelaxApp") -> "tuple[Script, ...]":
    """The practices chosen; none where the person went back."""
    week = practices_of_the_week(app.services)
    if week:
        count = ngettext("the {count} practice of this week", "all {count} practices of this week", len(week))
        lines = {ONE: _("one practice"), WEEK: count.format(count=len(week))}
        chosen = await _choose(app, _("A file for my phone"), lines)
        if chosen != ONE:
            return week if chosen == WEEK else ()
    which = PracticesScreen(app.shelf.scripts(), title=_("Which practice, for your phone?"))
    name = await app.push_screen_wait(which)
    return (app.shelf.script(name),) if name else ()


async def _choose(
    app: "RelaxApp", title: str, lines: dict[str, str], marked: str | None = None, words: str = ""
) -> str | None:
    return await app.push_screen_wait(ChooseScreen(title, list(lines.items()), words, marked))


def _minutes(minutes: float) -> str:
    return ngettext("{minutes} minute", "{minutes} minutes", round(minutes)).format(minutes=f"{minutes:g}")


async def _make(app: "RelaxApp", files: "tuple[Wanted, ...]", folder: "Path") -> None:
    from relaxapp.rendering_many import STEPS

    make = app.services.make_files
    title = ngettext("Making {count} file", "Making {count} files", len(files)).format(count=len(files))
    screen = MakingScreen(title, lambda tell, stop: make(files, tell, stop=stop), STEPS * len(files))
    found = await app.push_screen_wait(screen)
    if isinstance(found, RelaxError):
        raise found
    if found is not None:
        await app.push_screen_wait(ReadingScreen(*_told(files, found, folder)))


def _told(files: "tuple[Wanted, ...]", missed: "tuple[Missed, ...]", folder: "Path") -> tuple[str, str]:
    """A title, and what was made and what was not."""
    not_made = {each.wanted for each in missed}
    made = [f"  {each.file.name}" for each in files if each not in not_made]
    lines = [_("They lie in {folder}:").format(folder=folder), *made, ""] if made else []
    lines += [f"{each.wanted.practice}: {each.why}" for each in missed]
    if made:
        lines.append(
            _(
                "Copy them to your phone with a cable, or as you copy music. They play without a network. "
                "Answers you gave are spoken in them: whoever can open a file hears them."
            )
        )
    return (_("Your files are made") if made else _("Nothing could be made")), "\n".join(lines)
