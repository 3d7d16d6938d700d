"""A practice as a sound file."""

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import click

from relaxapp.commands.asked import length, order
from relaxapp.errors import FileError
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
    from relaxapp.session import prepare
    from relaxapp.sound import files

    parts = services()
    script = parts.library.find(name)
    chosen = length(script, minutes)
    files.format_of(output)
    if captions is not None:
        _check_captions(captions, output)
    studio = parts.open_studio(parts.store.settings().voice)
    if studio.clips.is_new:
        threading.Thread(target=studio.warm, daemon=True).start()
    try:
        ordered = order(parts, script, chosen, bed)
        prepared = prepare(ordered, parts.library.lexicon(script.language), studio)
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
