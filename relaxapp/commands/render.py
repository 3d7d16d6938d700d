"""A practice as a sound file."""

import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from relaxapp.commands.asked import length, order
from relaxapp.parts import services
from relaxapp.translation import _

if TYPE_CHECKING:
    from relaxapp.session import Prepared


@click.command()
@click.argument("name")
@click.option("--minutes", type=float, help=_("How long; otherwise the shortest it offers."))
@click.option("-o", "--output", "output", required=True, type=click.Path(path_type=Path), help=_("The file."))
@click.option("--captions", type=click.Path(path_type=Path), help=_("Words with their times: .vtt .srt .lrc"))
@click.option("--bed", help=_("The background; otherwise the one the practice suggests."))
def render(name: str, minutes: float | None, output: Path, captions: Path | None, bed: str | None) -> None:
    """A practice as a sound file: .wav .flac .ogg .opus .mp3"""
    from relaxapp.practice.voice_choice import voice_choice
    from relaxapp.rendering import check_captions, write_captions
    from relaxapp.session import prepare
    from relaxapp.sound.formats import format_of

    parts = services()
    script = parts.library.find(name)
    chosen = length(script, minutes)
    format_of(output)
    if captions is not None:
        check_captions(captions, output)
    studio = parts.open_studio(voice_choice(parts.store.settings()))
    if studio.clips.is_new:
        threading.Thread(target=studio.warm, daemon=True).start()
    try:
        ordered = order(parts, script, chosen, bed)
        # A file lasts as long as was asked for.
        ordered = replace(ordered, hearing=replace(ordered.hearing, plays_on=0.0))
        prepared = prepare(ordered, parts.library.lexicon(script.language), studio)
        if studio.clips.stood_in is not None:
            click.echo(str(studio.clips.stood_in), err=True)
        _write_sound(prepared, output)
        if captions is not None:
            write_captions(prepared, captions)
    finally:
        studio.clips.close()
    click.echo(
        _("{file}: {title}, {minutes} minutes.").format(
            file=output, title=script.title, minutes=f"{chosen:g}"
        )
    )


def _write_sound(prepared: "Prepared", output: Path) -> None:
    from relaxapp.rendering import write_practice

    with click.progressbar(
        length=prepared.plan.frames, label=_("Writing"), file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        write_practice(prepared, output, lambda done: bar.update(done - bar.pos))
