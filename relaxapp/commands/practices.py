"""The practices: listing, looking at and checking them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from relaxapp.commands.asked import person, workable
from relaxapp.commands.options import ANY_PATH, MINUTES, Plain
from relaxapp.commands.talking import tell, tell_all
from relaxapp.errors import RelaxError
from relaxapp.parts import favourites, library, services
from relaxapp.translation import _, ngettext

if TYPE_CHECKING:
    from relaxapp.library.library import Library
    from relaxapp.words.lexicon import Lexicon
    from relaxapp.words.script import Script


@click.command("list")
@click.option("--long", "long", is_flag=True, help=_("With what one does in it, and its cautions."))
@click.option(
    "--pace",
    "paced",
    is_flag=True,
    help=_("With its words and its pace at each length, for who writes them."),
)
@click.option(
    "--minutes",
    cls=Plain,
    type=click.FloatRange(min=0),
    metavar=_("MINUTES"),
    help=_("Only what can be done in so many minutes."),
)
@click.option(
    "--favourites", "only_marked", is_flag=True, help=_("Only those that are marked as favourites.")
)
@click.option("--find", "words", metavar=_("WORDS"), help=_("Only those in which these words stand."))
@click.option("--json", "as_json", is_flag=True, help=_("As one JSON document."))
def list_practices(
    long: bool,
    paced: bool,
    minutes: float | None,
    only_marked: bool,
    words: str | None,
    as_json: bool,
) -> None:
    """The practices: all, or those that you look for."""
    from relaxapp.practice.favourites import with_mark
    from relaxapp.practice.finding import within

    practices = library()
    marked = _marked(needed=only_marked)
    scripts = practices.all()
    if minutes is not None:
        scripts = within(scripts, minutes)
    if only_marked:
        scripts = tuple(script for script in scripts if script.id in marked)
    if words is not None:
        scripts = _found(practices, scripts, words)
    if as_json:
        import json

        rows = [_script_as_json(script) | {"favourite": script.id in marked} for script in scripts]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    if not scripts:
        tell(
            _("No practice is marked yet. To mark one: relaxapp favourite NAME")
            if only_marked and not marked
            else _("No practice fits that. `relaxapp list` names them all.")
        )
    width = max((len(script.id) for script in scripts), default=0)
    for script in scripts:
        shown = [each for each in script.lengths if minutes is None or each <= minutes]
        line = ngettext(
            "{name}  {title} ({lengths} minute)", "{name}  {title} ({lengths} minutes)", shown[-1]
        ).format(name=f"{script.id:<{width}}", title=script.title, lengths=", ".join(map(str, shown)))
        click.echo(with_mark(line, script.id in marked))
        below = (script.summary, *script.cautions) if long else ()
        if paced:
            lexicon = practices.lexicon(script.language)
            below = (*below, *(_pace(script, each, lexicon) for each in script.lengths))
        for told in filter(None, below):
            click.echo(f"{'':<{width}}  {told}")
    for mistakes in practices.mistakes().values():
        click.echo(mistakes, err=True)


@click.command()
@click.argument("name")
@click.option("--remove", is_flag=True, help=_("Take the mark away again."))
def favourite(name: str, remove: bool) -> None:
    """Mark a practice as a favourite, to find it again."""
    from dataclasses import replace

    parts = services()
    script = parts.library.find(name)
    settings = parts.store.settings()
    marked = settings.favourites - {script.id} if remove else settings.favourites | {script.id}
    parts.store.save_settings(replace(settings, favourites=marked))
    told = (
        _("{title} is no favourite any more.")
        if remove
        else _("{title} is a favourite. To see them all: relaxapp list --favourites")
    )
    tell(told.format(title=script.title))


def _marked(needed: bool) -> frozenset[str]:
    """The favourites; where the journal can't be read and nobody asked for them, none."""
    try:
        return favourites()
    except RelaxError:
        if needed:
            raise
        return frozenset()


def _found(practices: "Library", scripts: "tuple[Script, ...]", words: str) -> "tuple[Script, ...]":
    from relaxapp.practice.finding import found

    return found(scripts, words, own={script.id for script in scripts if practices.is_own(script)})


def _script_as_json(script: "Script") -> dict[str, Any]:
    return {
        "name": script.id,
        "title": script.title,
        "technique": script.technique.value,
        "session": script.session,
        "summary": script.summary,
        "minutes": list(script.lengths),
        "bed": script.bed,
    }


def _pace(script: "Script", minutes: int, lexicon: "Lexicon") -> str:
    from relaxapp.timing.pace import pace
    from relaxapp.timing.unvoiced import estimated_plan
    from relaxapp.words.person import Person

    plan = estimated_plan(script, minutes, lexicon, Person())
    figures = pace(plan)
    return ngettext(
        "{minutes} minute: {words} words, {speaking} a minute while speaking, {overall} overall",
        "{minutes} minutes: {words} words, {speaking} a minute while speaking, {overall} overall",
        minutes,
    ).format(
        minutes=minutes,
        words=figures.words,
        speaking=round(figures.speaking_words_per_minute),
        overall=round(figures.words_per_minute),
    )


@click.command()
@click.argument("name")
@MINUTES
@click.option("--text", "as_text", is_flag=True, help=_("As prose, to read to a person."))
def show(name: str, minutes: float | None, as_text: bool) -> None:
    """A practice minute by minute, or as prose."""
    from relaxapp.timing.prose import prose
    from relaxapp.timing.table import table
    from relaxapp.timing.unvoiced import estimated_plan

    parts = services()
    script = parts.library.find(name)
    chosen = workable(parts, script, minutes)
    lexicon = parts.library.lexicon(script.language)
    plan = estimated_plan(script, chosen, lexicon, person(parts))
    for row in [prose(plan)] if as_text else table(plan):
        click.echo(row)


@click.command()
@click.argument("files", nargs=-1, required=True, type=ANY_PATH)
def check(files: tuple[Path, ...]) -> None:
    """The mistakes of a script, or of a programme, by line."""
    from relaxapp.library.checking import check_file, check_programme, check_pronunciation
    from relaxapp.library.library import PRONUNCIATION

    practices = library()
    lexicon = practices.lexicon("en")
    wrong = 0
    for file in files:
        if file.name == PRONUNCIATION:
            mistakes = check_pronunciation(file)
        elif file.suffix in (".yaml", ".yml"):
            mistakes = check_programme(file, practices.names())
        else:
            mistakes = check_file(file, lexicon)
        wrong += bool(mistakes)
        tell_all(mistakes)
        if not mistakes:
            tell(_("{file}: no mistakes.").format(file=file))
    if wrong:
        raise SystemExit(1)
