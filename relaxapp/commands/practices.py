"""The practices: listing, looking at and checking them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from relaxapp.commands.asked import length, person
from relaxapp.commands.talking import tell, tell_all
from relaxapp.parts import library, services
from relaxapp.translation import _, ngettext

if TYPE_CHECKING:
    from relaxapp.words.script import Script


@click.command("list")
@click.option("--long", "long", is_flag=True, help=_("With summaries, lengths and pace."))
@click.option("--json", "as_json", is_flag=True, help=_("As one JSON document."))
def list_practices(long: bool, as_json: bool) -> None:
    """The practices."""
    found = library()
    scripts = found.all()
    if as_json:
        import json

        click.echo(json.dumps([_script_as_json(script) for script in scripts], ensure_ascii=False, indent=2))
        return
    width = max((len(script.id) for script in scripts), default=0)
    for script in scripts:
        lengths = ", ".join(str(minutes) for minutes in script.lengths)
        click.echo(
            _("{name}  {title} ({lengths} minutes)").format(
                name=f"{script.id:<{width}}", title=script.title, lengths=lengths
            )
        )
        if long:
            click.echo(f"{'':<{width}}  {script.summary}")
            for minutes in script.lengths:
                click.echo(f"{'':<{width}}  {_pace(script, minutes)}")
    for mistakes in found.mistakes().values():
        click.echo(mistakes, err=True)


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


def _pace(script: "Script", minutes: int) -> str:
    from relaxapp.session import estimated_plan
    from relaxapp.timing.pace import pace
    from relaxapp.words.person import Person

    plan = estimated_plan(script, minutes, library().lexicon(script.language), Person())
    figures = pace(plan)
    return ngettext(
        "{minutes} minute: {words} words, {overall} a minute overall",
        "{minutes} minutes: {words} words, {overall} a minute overall",
        minutes,
    ).format(minutes=minutes, words=figures.words, overall=round(figures.words_per_minute))


@click.command()
@click.argument("name")
@click.option("--minutes", type=float, help=_("How long; otherwise the shortest it offers."))
@click.option("--text", "as_text", is_flag=True, help=_("As prose, to read to a person."))
def show(name: str, minutes: float | None, as_text: bool) -> None:
    """A practice minute by minute, or as prose."""
    from relaxapp.session import estimated_plan
    from relaxapp.timing.prose import prose
    from relaxapp.timing.table import table

    parts = services()
    script = parts.library.find(name)
    chosen = length(script, minutes)
    lexicon = parts.library.lexicon(script.language)
    plan = estimated_plan(script, chosen, lexicon, person(parts))
    for row in [prose(plan)] if as_text else table(plan):
        click.echo(row)


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
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
