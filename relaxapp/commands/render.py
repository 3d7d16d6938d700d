"""A practice as a sound file, or those of the week."""

import dataclasses
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from relaxapp.commands.asked import order, workable
from relaxapp.commands.options import ANY_PATH, MINUTES
from relaxapp.commands.replacing import may_write
from relaxapp.commands.stopping import stop_as_by_ctrl_c
from relaxapp.parts import services
from relaxapp.timing.frames import frames
from relaxapp.timing.spoken import plural_of
from relaxapp.translation import _, ngettext

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from relaxapp.session import Prepared

ENDINGS = ("mp3", "opus", "ogg", "flac", "wav")


@click.command()
@click.argument("name", required=False)
@click.option(
    "--all", "every", is_flag=True, help=_("The practices of the week, or all where no week is set.")
)
@MINUTES
@click.option(
    "-o",
    "--output",
    metavar=_("FILE"),
    required=True,
    type=ANY_PATH,
    help=_("The file; with --all, the folder."),
)
@click.option(
    "--captions", metavar=_("FILE"), type=ANY_PATH, help=_("Words with their times: .vtt .srt .lrc")
)
@click.option("--bed", metavar=_("NAME"), help=_("The background; otherwise the one the practice suggests."))
@click.option(
    "--format",
    "ending",
    default="mp3",
    type=click.Choice(ENDINGS),
    help=_("The kind of the files that --all makes; otherwise mp3."),
)
@click.option("--replace", is_flag=True, help=_("Write over captions that are there already."))
@click.option("--steps", is_flag=True, hidden=True, help="Tell the progress in lines of a number.")
def render(
    name: str | None,
    every: bool,
    minutes: float | None,
    output: Path,
    captions: Path | None,
    bed: str | None,
    ending: str,
    replace: bool,
    steps: bool,
) -> None:
    """A practice as a sound file: .wav .flac .ogg .opus .mp3"""
    stop_as_by_ctrl_c()
    if every:
        if name is not None or captions is not None:
            raise click.UsageError(_("--all goes with --minutes, --format and -o FOLDER alone."))
        _render_all(minutes, output, ending)
    elif name is None:
        raise click.UsageError(_("Name a practice, or use --all."))
    else:
        _render_one(name, minutes, output, captions, bed, replace=replace, steps=steps)


def _render_all(minutes: float | None, folder: Path, ending: str) -> None:
    from relaxapp.practice.phone import files_of_the_week, practices_of_the_week
    from relaxapp.rendering_many import STEPS, render_many

    parts = services()
    wanted = files_of_the_week(parts, minutes, folder, ending)
    click.echo(_beforehand(len(wanted), minutes, of_the_week=bool(practices_of_the_week(parts))))
    with _bar(STEPS * len(wanted)) as bar:
        missed = render_many(wanted, lambda done: bar.update(done - bar.pos))
    for each in missed:
        click.echo(f"{each.wanted.file.name}: {each.why}", err=True)
    made = len(wanted) - len(missed)
    click.echo(
        ngettext("{count} file lies in {folder}.", "{count} files lie in {folder}.", made).format(
            count=made, folder=folder
        )
    )
    if missed:
        raise SystemExit(1)


def _beforehand(count: int, minutes: float | None, *, of_the_week: bool) -> str:
    """How many files are made, why so many, and how long they are."""
    if of_the_week:
        which = ngettext(
            "The {count} practice of the week is made.", "The {count} practices of the week are made.", count
        )
    else:
        which = ngettext(
            "No practices of the week are known, so {count} is made: all there are.",
            "No practices of the week are known, so all {count} are made.",
            count,
        )
    if minutes is None:
        lasting = _("Each gets its shortest length; --minutes gives more.")
    else:
        lasting = ngettext(
            "Each gets its longest length within {minutes} minute; one that takes longer, its shortest.",
            "Each gets its longest length within {minutes} minutes; one that takes longer, its shortest.",
            plural_of(minutes),
        ).format(minutes=f"{minutes:g}")
    return _("{which} {lasting}").format(which=which.format(count=count), lasting=lasting)


def _render_one(
    name: str,
    minutes: float | None,
    output: Path,
    captions: Path | None,
    bed: str | None,
    *,
    replace: bool,
    steps: bool,
) -> None:
    from relaxapp.allocation import keep_freed
    from relaxapp.practice.voice_choice import voice_choice
    from relaxapp.rendering import check_captions, speaks_answers, write_captions
    from relaxapp.session import prepare
    from relaxapp.sound.formats import check_writable

    keep_freed()
    parts = services()
    script = parts.library.find(name)
    chosen = workable(parts, script, minutes)
    check_writable(output, frames(chosen * 60))
    if captions is not None:
        check_captions(captions, output)
        if not may_write(captions, replace=replace):
            return
    studio = parts.open_studio(voice_choice(parts.store.settings()))
    try:
        ordered = order(parts, script, chosen, bed)
        # A file lasts as long as was asked for.
        ordered = dataclasses.replace(ordered, hearing=dataclasses.replace(ordered.hearing, plays_on=0.0))
        prepared = prepare(ordered, parts.library.lexicon(script.language), studio)
        if studio.clips.stood_in is not None:
            click.echo(str(studio.clips.stood_in), err=True)
        _write_sound(prepared, output, steps)
        if captions is not None:
            write_captions(prepared, captions)
    finally:
        studio.clips.close()
    click.echo(
        ngettext(
            "{file}: {title}, {minutes} minute.",
            "{file}: {title}, {minutes} minutes.",
            plural_of(chosen),
        ).format(file=output, title=script.title, minutes=f"{chosen:g}")
    )
    if speaks_answers(prepared):
        click.echo(_("It speaks your own answers: whoever can open it hears them."))


def _write_sound(prepared: "Prepared", output: Path, steps: bool) -> None:
    from relaxapp.rendering import write_practice

    length = prepared.plan.frames
    if steps:
        write_practice(prepared, output, lambda done: print(1000 * done // length, flush=True))
        return
    if not sys.stderr.isatty():
        write_practice(prepared, output)
        return
    with _bar(length) as bar:
        write_practice(prepared, output, lambda done: bar.update(done - bar.pos))


def _bar(length: int) -> "ProgressBar[int]":
    """A bar on a terminal; elsewhere nothing.

    The time left is not told: while the first lines are voiced it would be hours.
    """
    return click.progressbar(
        length=length, label=_("Writing"), show_eta=False, file=sys.stderr, hidden=not sys.stderr.isatty()
    )
