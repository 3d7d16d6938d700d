"""The commands. Here, and only here, the real parts are chosen and handed down as one `Services`."""

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from relaxapp import locations
from relaxapp.errors import FileError, NotFoundError, RelaxError
from relaxapp.translation import _, ngettext

if TYPE_CHECKING:
    from relaxapp.journal.entry import Entry
    from relaxapp.practice.services import Services
    from relaxapp.session import Order, Prepared, Studio
    from relaxapp.sound.player import Player
    from relaxapp.words.script import Script


# the real parts


def open_player() -> "Player":
    """The sound device. Raises SoundError."""
    from relaxapp.sound.device import DevicePlayer

    return DevicePlayer()


def silent_player() -> "Player":
    """A player on a silent clock."""
    from relaxapp.sound.clock_player import ClockPlayer

    return ClockPlayer()


def open_studio() -> "Studio":
    """The voice over its cache, and the beds."""
    from relaxapp.session import Studio
    from relaxapp.sound.voices.clip_cache import ClipCache, Clips
    from relaxapp.sound.voices.espeak import EspeakVoice
    from relaxapp.sound.voices.voice import Tuning

    tuning = Tuning()
    cache = ClipCache(locations.clip_cache(), locations.private_clip_cache(), locations.private_key())
    return Studio(
        Clips(EspeakVoice(tuning), cache),
        locations.shipped_audio(),
        locations.bed_cache(),
        tuning.words_per_minute,
    )


def services() -> "Services":
    """All the real parts."""
    from relaxapp.journal.store import Store
    from relaxapp.library.library import Library
    from relaxapp.practice.services import Services

    return Services(
        library=Library(locations.shipped_scripts(), locations.own_scripts()),
        store=Store(locations.journal_file()),
        open_studio=open_studio,
        open_player=open_player,
        silent_player=silent_player,
    )


# the commands


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="relaxapp", prog_name="relaxapp")
@click.pass_context
def commands(context: click.Context) -> None:
    """Practise relaxation between the sessions of your group. Without a command, the app opens."""
    if context.invoked_subcommand is None:
        open_app()


def open_app() -> None:
    """The app, where there is a terminal for it."""
    if not sys.stdout.isatty() or not sys.stdin.isatty():
        raise RelaxError(
            _("The app needs a terminal."),
            _("Open one and type relaxapp there, or use: relaxapp play paced-breathing --plain"),
        )
    run_app(services())


def run_app(parts: "Services", start_with: tuple[str, float] | None = None) -> None:
    """The app on this terminal; what libraries print on standard error goes to the log while it is open."""
    from relaxapp.sound.quiet_stderr import quiet_stderr
    from relaxapp.ui.app import RelaxApp

    app = RelaxApp(parts, start_with)
    locations.private_folder(locations.log_file().parent)
    try:
        with quiet_stderr(locations.log_file()):
            app.run()
    finally:
        app.close()
    if app.crash is not None:
        raise app.crash


@commands.command("list")
@click.option("--long", "long", is_flag=True, help=_("With summaries, lengths and pace."))
@click.option("--json", "as_json", is_flag=True, help=_("As one JSON document."))
def list_practices(long: bool, as_json: bool) -> None:
    """The practices."""
    found = services().library
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

    parts = services()
    plan = estimated_plan(script, minutes, parts.library.lexicon(script.language), _person(parts))
    figures = pace(plan)
    return _("{minutes} minutes: {words} words, {overall} a minute overall").format(
        minutes=minutes, words=figures.words, overall=round(figures.words_per_minute)
    )


@commands.command()
@click.argument("name")
@click.option("--minutes", type=float, help=_("How long; otherwise the shortest it offers."))
@click.option("--text", "as_text", is_flag=True, help=_("As prose, to read to a person."))
def show(name: str, minutes: float | None, as_text: bool) -> None:
    """A practice minute by minute, or as prose."""
    from relaxapp.session import estimated_plan
    from relaxapp.words.personalise import personalise
    from relaxapp.words.prose import prose

    parts = services()
    script = parts.library.find(name)
    chosen = _length(script, minutes)
    lexicon = parts.library.lexicon(script.language)
    if as_text:
        click.echo(prose(personalise(script, _person(parts), chosen, lexicon)))
        return
    from relaxapp.timing.table import table

    for row in table(estimated_plan(script, chosen, lexicon, _person(parts))):
        click.echo(row)


@commands.command()
@click.argument("name")
@click.option("--minutes", type=float, help=_("How long; otherwise the shortest it offers."))
@click.option("--bed", help=_("The background; otherwise the one the practice suggests."))
@click.option("--plain", is_flag=True, help=_("Line by line, for screen readers and pipes."))
def play(name: str, minutes: float | None, bed: str | None, plain: bool) -> None:
    """Practise now."""
    parts = services()
    script = parts.library.find(name)
    chosen = _length(script, minutes)
    if not plain and sys.stdout.isatty() and sys.stdin.isatty():
        run_app(parts, (script.id, chosen))
        return
    _play_plain(parts, script, chosen, bed)


def _play_plain(parts: "Services", script: "Script", minutes: float, bed: str | None) -> None:
    from relaxapp.practice.conductor import Conductor
    from relaxapp.practice.plain import practise
    from relaxapp.practice.practice import Practice, new_entry
    from relaxapp.session import prepare
    from relaxapp.terminal_talk import terminal_talk

    order = _order(parts, script, minutes, bed)
    lexicon = parts.library.lexicon(script.language)
    studio = parts.open_studio()
    player, trouble = _player_or_silence(parts)
    settings = parts.store.settings()
    player.set_gains(*((0.0, 0.0) if settings.muted else (settings.voice_volume, settings.bed_volume)))
    conductor = Conductor(new_entry(script, minutes, parts.now()), asleep=order.person.asleep)
    practice = Practice(conductor, parts, studio, player, lexicon)
    practice.trouble = trouble
    click.echo(script.title)
    for caution in script.cautions:
        click.echo(caution)
    click.echo(_("Press Enter to pause, and again to carry on. Ctrl+C stops."))
    try:
        practise(practice, lambda: prepare(order, lexicon, studio), terminal_talk())
        click.echo(_("Kept in your journal."))
    finally:
        practice.leave()
        player.close()
        studio.clips.close()


def _player_or_silence(parts: "Services") -> "tuple[Player, RelaxError | None]":
    try:
        player = parts.open_player()
        player.warm()
    except RelaxError as error:
        player = parts.silent_player()
        player.warm()
        return player, error
    return player, None


@commands.command()
@click.argument("name")
@click.option("--minutes", type=float, help=_("How long; otherwise the shortest it offers."))
@click.option("-o", "--output", "output", required=True, type=click.Path(path_type=Path), help=_("The file."))
@click.option("--captions", type=click.Path(path_type=Path), help=_("Words with their times: .vtt .srt .lrc"))
@click.option("--bed", help=_("The background; otherwise the one the practice suggests."))
def render(name: str, minutes: float | None, output: Path, captions: Path | None, bed: str | None) -> None:
    """A practice as a sound file: .wav .flac .ogg .opus .mp3"""
    from relaxapp.session import prepare
    from relaxapp.sound import files

    parts = services()
    script = parts.library.find(name)
    chosen = _length(script, minutes)
    files.format_of(output)
    if captions is not None:
        _check_captions(captions, output)
    studio = parts.open_studio()
    try:
        order = _order(parts, script, chosen, bed)
        prepared = prepare(order, parts.library.lexicon(script.language), studio)
        if prepared.trouble is not None:
            raise prepared.trouble
        _write_sound(prepared, output)
        if captions is not None:
            _write_captions(prepared, captions)
    finally:
        studio.clips.close()
    click.echo(
        _("{file}: {title}, {minutes} minutes.").format(
            file=output, title=script.title, minutes=f"{chosen:g}"
        )
    )


def _write_sound(prepared: "Prepared", output: Path) -> None:
    from relaxapp.sound import files

    mix = prepared.source
    tags = files.Tags(title=prepared.reading.title, artist="relaxapp")
    with click.progressbar(
        length=mix.frames, label=_("Writing"), file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        files.write(
            output,
            mix.blocks(),
            frames=mix.frames,
            tags=tags,
            progress=lambda done: bar.update(done - bar.pos),
        )


def _check_captions(captions: Path, output: Path) -> None:
    from relaxapp.timing.captions import KINDS

    if captions.suffix.lower() not in KINDS:
        raise FileError(
            _("Captions can't be written as {ending}.").format(ending=captions.suffix or captions.name),
            _("Please use a name that ends in .vtt, .srt or .lrc."),
        )
    if captions.resolve() == output.resolve():
        raise FileError(
            _("The sound and its captions can't be one file."),
            _("Please give the captions a name of their own."),
        )


def _write_captions(prepared: "Prepared", captions: Path) -> None:
    from relaxapp.sound.files import write_text
    from relaxapp.timing.captions import KINDS

    write_text(captions, KINDS[captions.suffix.lower()](prepared.plan, prepared.reading.title))


@commands.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """A script's mistakes, by line."""
    from relaxapp.library.checking import check_file

    lexicon = services().library.lexicon("en")
    wrong = 0
    for file in files:
        mistakes = check_file(file, lexicon)
        wrong += bool(mistakes)
        for mistake in mistakes:
            click.echo(mistake)
        if not mistakes:
            click.echo(_("{file}: no mistakes.").format(file=file))
    if wrong:
        raise SystemExit(1)


@commands.command()
@click.option("--since", help=_("A date such as 2026-11-01, or: group"))
@click.option("--json", "as_json", is_flag=True, help=_("As one JSON document."))
def log(since: str | None, as_json: bool) -> None:
    """What was practised."""
    entries = _entries(since)
    if as_json:
        from relaxapp.journal.export.as_json import document

        click.echo(document(entries, notes=True))
        return
    from relaxapp.journal.export.as_text import line

    if not entries:
        click.echo(_("Nothing here yet."))
    for entry in entries:
        click.echo(line(entry))


@commands.command()
@click.option("--since", help=_("A date such as 2026-11-01, or: group"))
@click.option("--notes", is_flag=True, help=_("With your private notes, which are left out otherwise."))
@click.option("--format", "format_name", type=click.Choice(["csv", "json"]), required=True)
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help=_("The file."))
def export(since: str | None, notes: bool, format_name: str, output: Path) -> None:
    """The journal as a file to share."""
    from relaxapp.journal.export import as_csv, as_json

    entries = _entries(since)
    write = {"csv": as_csv.write, "json": as_json.write}[format_name]
    write(entries, output, notes=notes)
    click.echo(
        ngettext("{file}: {count} entry.", "{file}: {count} entries.", len(entries)).format(
            file=output, count=len(entries)
        )
    )


def _entries(since: str | None) -> "list[Entry]":
    from relaxapp.journal.since import since as since_when

    parts = services()
    if since is None:
        return list(parts.store.entries())
    settings = parts.store.settings()
    return list(parts.store.entries(since=since_when(since, parts.now(), settings.group_weekday)))


@commands.command()
def doctor() -> None:
    """What works here, and how to mend what does not."""
    from relaxapp.doctor import examine, report

    findings = examine()
    for row in report(findings):
        click.echo(row)
    if not all(finding.ok for finding in findings):
        raise SystemExit(1)


@commands.command()
@click.option("--remove", is_flag=True, help=_("Take it away again."))
def shortcut(remove: bool) -> None:
    """An icon in the desktop menu that opens the app."""
    from relaxapp.shortcut import add, take_away

    click.echo(take_away() if remove else add())


# what the commands share


def _person(parts: "Services") -> Any:
    from relaxapp.practice.person import person_of

    return person_of(parts.store.settings(), parts.store.answers())


def _length(script: "Script", minutes: float | None) -> float:
    """The length asked for, or the shortest offered. Raises NotFoundError outside of what is offered."""
    if minutes is None:
        return script.lengths[0]
    if script.lengths[0] <= minutes <= script.lengths[-1]:
        return minutes
    raise NotFoundError(
        _("{title} can't be {minutes} minutes long.").format(title=script.title, minutes=f"{minutes:g}"),
        _("It lasts from {shortest} to {longest} minutes: try --minutes {shortest}.").format(
            shortest=script.lengths[0], longest=script.lengths[-1]
        ),
    )


def _order(parts: "Services", script: "Script", minutes: float, bed: str | None) -> "Order":
    from relaxapp.practice.beds import bed_for
    from relaxapp.session import Order

    person = _person(parts)
    lexicon = parts.library.lexicon(script.language)
    settings = parts.store.settings()
    return Order(script, person, minutes, bed_for(script, person, lexicon, bed or settings.bed))


def main() -> None:
    """The program: every error is told in plain words, on standard error."""
    run_kindly(lambda: commands.main(standalone_mode=False))


def run_kindly(run: Callable[[], object]) -> None:
    """Run, and end with 0, 1 for an error told in one sentence, 2 for a wrong call. No traceback is shown."""
    try:
        run()
    except RelaxError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from None
    except click.exceptions.Abort:
        raise SystemExit(130) from None
    except click.ClickException as error:
        error.show()
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except BrokenPipeError:
        with suppress(OSError):
            sys.stdout.close()
        raise SystemExit(1) from None
    except Exception as error:  # noqa: BLE001  the last door: nobody is shown a traceback
        from relaxapp.crash import keep

        click.echo(keep(error), err=True)
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
