"""Practices that leave and come in: sharing one, adding a stranger's, adopting a facilitator's page."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from relaxapp.commands.ending import check_ending
from relaxapp.commands.options import ANY_PATH
from relaxapp.commands.pages import tell_in_pages
from relaxapp.commands.replacing import REPLACE, may_write
from relaxapp.commands.talking import agreed, answered, tell, tell_all
from relaxapp.errors import FileError, RelaxError
from relaxapp.parts import library
from relaxapp.translation import _, ngettext

if TYPE_CHECKING:
    from relaxapp.library.adopting import Adopted
    from relaxapp.library.library import Library
    from relaxapp.library.sharing import Offered

_YES = click.option(
    "--yes",
    "-y",
    is_flag=True,
    help=_("Do it without showing or asking anything, and take the safe choices."),
)


@click.command()
@click.argument("name")
@click.option(
    "-o", "--output", metavar=_("FILE"), type=ANY_PATH, help=_("The file: .md; without it, a preview.")
)
@REPLACE
@_YES
def share(name: str, output: Path | None, replace: bool, yes: bool) -> None:
    """The words of a practice as a file to pass on, never your answers."""
    from relaxapp.library.sharing import shareable
    from relaxapp.writing import write_whole

    if output is not None:
        check_ending(output, ".md")
    shared = shareable(library(), name)
    if output is None:
        tell(shared.text.rstrip("\n"))
        return
    if not may_write(output, replace=replace, ask=not yes):
        return
    if not yes:
        tell_in_pages(shared.text)
        tell("")
        tell(_("This is all that leaves: the words with their blanks, and none of your answers."))
        if shared.notes:
            tell(_("Notes and comments stay here."))
        if agreed(_("Write it to {file}?").format(file=output), True) is not True:
            tell(_("Nothing was written."))
            return
    write_whole(output, [shared.text])
    tell(
        _("{file} is written. Whoever gets it types: relaxapp add {name}").format(
            file=output, name=output.name
        )
    )


@click.command()
@click.argument("files", nargs=-1, required=True, type=ANY_PATH)
@_YES
def add(files: tuple[Path, ...], yes: bool) -> None:
    """Check practices that someone shared, show them, and keep them among your own."""
    from relaxapp.library.sharing import offered

    practices = library()
    refused = 0
    for file in files:
        try:
            _keep(offered(practices, file), practices, yes)
        except RelaxError as error:
            refused += 1
            tell(str(error), err=True)
            if _is_plain_page(file):
                hint = _("If it is a page you read aloud from, type: relaxapp adopt {file}")
                tell(hint.format(file=file), err=True)
    if refused:
        raise SystemExit(1)


def _is_plain_page(file: Path) -> bool:
    """Whether a file can be read as a page, and isn't meant as a practice in the format."""
    from relaxapp.library.adopting import is_script, source

    try:
        return not is_script(source(file).page.text)
    except RelaxError:
        return False


def _keep(found: "Offered", practices: "Library", yes: bool) -> None:
    script = found.script
    if found.known_as:
        _tell_known(script.title, found.known_as)
        return
    lengths = ", ".join(str(minutes) for minutes in script.lengths)
    if not yes:
        tell_in_pages(found.text)
        tell("")
    told = ngettext("{title} ({lengths} minute)", "{title} ({lengths} minutes)", script.lengths[-1])
    tell(told.format(title=script.title, lengths=lengths))
    if not yes and agreed(_("Keep it among your practices?"), True) is not True:
        tell(_("It was not kept."))
        return
    _tell_kept(practices.add(found.text, script.title))


def _tell_known(title: str, name: str) -> None:
    tell(_("You have {title} already: relaxapp play {name}").format(title=title, name=name))


def _tell_kept(name: str) -> None:
    tell(_("It is kept. To practise it: relaxapp play {name}").format(name=name))


@click.command()
@click.argument("file", type=ANY_PATH)
@click.option("--title", metavar=_("WORDS"), help=_("Its title; otherwise the one the page has."))
@_YES
def adopt(file: Path, title: str | None, yes: bool) -> None:
    """A page you read aloud from (text, Markdown, .docx) as a practice."""
    from relaxapp.library.adopting import is_script, source

    practices = library()
    lexicon = practices.lexicon("en")
    page = source(file)
    if is_script(page.page.text):
        raise FileError(
            _("{file} is a practice already.").format(file=file),
            _("To add it, type: relaxapp add {file}").format(file=file),
        )
    found = page.adopted(lexicon, title=title or "")
    if not yes and found.understood.doubts:
        found = page.adopted(lexicon, _answers(found), title or "")
    known_as = practices.known(found.text, titled=False)
    if known_as:
        _tell_known(practices.find(known_as).title, known_as)
        return
    _show(found)
    if not yes:
        wished = "" if title else answered(_("Its title [{title}]: ").format(title=found.title))
        if wished:
            found = page.adopted(lexicon, found.answers, wished)
        if agreed(_("Keep it among your practices?"), True) is not True:
            tell(_("Nothing was kept."))
            return
    name = practices.add(found.text, found.title)
    _tell_kept(name)
    tell(_("To change it: relaxapp edit {name}").format(name=name))


def _answers(found: "Adopted") -> dict[str, bool]:
    """What the person says of each doubt; the safe choice for all once the input ends."""
    doubts = found.understood.doubts
    tell(
        ngettext(
            "In one place it isn't clear whether words are for the listener or for you.",
            "In {count} places it isn't clear whether words are for the listener or for you.",
            len(doubts),
        ).format(count=len(doubts))
    )
    tell(_("Press Enter for the answer in capitals. What isn't said is kept as a note."))
    answers: dict[str, bool] = {}
    for doubt in doubts:
        tell("")
        tell(_("Line {line}: {words}").format(line=doubt.line, words=doubt.words))
        said = agreed(_("{why} Say it to the listener?").format(why=doubt.why), doubt.say)
        if said is None:
            break
        answers[doubt.words] = said
    tell("")
    return answers


def _show(found: "Adopted") -> None:
    from relaxapp.practice.beside import beside

    width = min(shutil.get_terminal_size((80, 24)).columns, 160)
    tell_all(beside(found.understood.rows, width))
    lengths = ", ".join(str(minutes) for minutes in found.lengths)
    told = ngettext("{title}, for {lengths} minute.", "{title}, for {lengths} minutes.", found.lengths[-1])
    tell(told.format(title=found.title, lengths=lengths))
    tell_all(found.remarks)
