"""The voices: which there are, how they sound, adding and taking away."""

import dataclasses
import shlex
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from relaxapp.commands.ending import check_ending
from relaxapp.commands.options import ANY_PATH, Plain
from relaxapp.commands.replacing import REPLACE, may_write
from relaxapp.commands.sure import YES, sure, sure_to_delete
from relaxapp.commands.talking import tell
from relaxapp.errors import NotFoundError
from relaxapp.parts import kept_voices, services
from relaxapp.translation import _, ngettext

if TYPE_CHECKING:
    from relaxapp.journal.settings import Settings
    from relaxapp.practice.services import Services
    from relaxapp.sound.voices.kept import KeptVoice
    from relaxapp.sound.voices.usual import VoiceThere

LOOK_SECONDS = 0.05
"""How often it is looked whether the voice has spoken."""


@click.group(invoke_without_command=True)
@click.pass_context
def voices(context: click.Context) -> None:
    """The voices that are here; try, add, get or remove one."""
    if context.invoked_subcommand is not None:
        return
    from relaxapp.practice.voice_choice import voice_choice
    from relaxapp.sound.voices.usual import best, voices_there

    kept = kept_voices()
    chosen = best(voice_choice(services().store.settings()), kept)
    for voice in voices_there(kept):
        mark = _("(speaks now)") if voice.id == chosen.id else ""
        click.echo(f"{voice.id:<16} {voice.name} {mark}".rstrip())


@voices.command("try")
@click.argument("name", required=False, default="")
@click.option(
    "--speed",
    cls=Plain,
    metavar=_("WORDS"),
    type=click.IntRange(80, 180),
    help=_("Words a minute, 80 to 180."),
)
@click.option(
    "--pitch",
    cls=Plain,
    metavar=_("NUMBER"),
    type=click.IntRange(0, 100),
    help=_("0 to 100; 45 is the voice's own."),
)
@click.option(
    "--breath",
    cls=Plain,
    metavar=_("SECONDS"),
    type=click.FloatRange(0, 2),
    help=_("Seconds more at each comma, 0 to 2."),
)
@click.option("--warm/--no-warm", default=None, help=_("Softer, with a little room around it; or plain."))
@click.option("--keep", is_flag=True, help=_("Practise with it from now on."))
@click.option("-o", "--output", metavar=_("FILE"), type=ANY_PATH, help=_("Into a sound file instead."))
@REPLACE
def try_(name: str, keep: bool, output: Path | None, replace: bool, **tuned: Any) -> None:
    """Hear a voice say two sentences."""
    if output is not None and not _may_write_sound(output, replace=replace):
        return
    parts = services()
    settings = parts.store.settings()
    if name:
        settings = dataclasses.replace(settings, voice=_voice(name).id)
    fields = {"speed": "voice_speed", "pitch": "voice_pitch", "breath": "voice_breath", "warm": "voice_warm"}
    given = {fields[each]: value for each, value in tuned.items() if value is not None}
    settings = dataclasses.replace(settings, **given)
    if output is None:
        _let_hear(parts, settings)
    else:
        _write(parts, settings, output)
    if keep:
        parts.store.save_settings(settings)
        click.echo(_("Practices are spoken like this from now on."))


def _let_hear(parts: "Services", settings: "Settings") -> None:
    """The device opens while the voice starts; the second sentence is voiced while the first is heard."""
    from concurrent.futures import ThreadPoolExecutor

    from relaxapp.practice.audition import Audition
    from relaxapp.sound.voices.usual import voices_there

    audition = Audition([voice.id for voice in voices_there(parts.voices)], parts.open_studio)
    player = None
    with ThreadPoolExecutor(1) as beside:
        first = beside.submit(audition.heard, settings, 1)
        try:
            player = parts.open_player(settings.device)
            player.warm()
            player.play(first.result())
            player.replace(audition.heard(settings))
            while not player.finished and not player.lost:
                time.sleep(LOOK_SECONDS)
        finally:
            audition.close()
            if player is not None:
                player.close()


def _may_write_sound(file: Path, *, replace: bool) -> bool:
    """Whether the file may be written; where it has not the ending of a sound file, FileError."""
    from relaxapp.sound.formats import format_of

    format_of(file)
    return may_write(file, replace=replace)


def _write(parts: "Services", settings: "Settings", output: Path) -> None:
    from relaxapp.practice.try_voice import try_voice
    from relaxapp.practice.voice_choice import voice_choice
    from relaxapp.session import Order, prepare
    from relaxapp.sound import files
    from relaxapp.sound.tags import Tags
    from relaxapp.words.person import Person

    studio = parts.open_studio(voice_choice(settings))
    try:
        order = Order(try_voice(), Person(), 0.4, "none")
        prepared = prepare(order, parts.library.lexicon("en"), studio)
        trouble = prepared.trouble or studio.clips.stood_in
        if trouble is not None:
            raise trouble
        mix = prepared.source
        files.write(output, mix.blocks(), frames=mix.frames, tags=Tags(title=prepared.reading.title))
    finally:
        studio.clips.close()


@voices.command()
@click.argument("file", required=False, type=ANY_PATH)
@click.option(
    "--command",
    metavar=_("WORDS"),
    help=_("A program that writes {file} from standard input or from {text}."),
)
@click.option("--name", metavar=_("NAME"), default="", help=_("What to call it."))
def add(file: Path | None, command: str | None, name: str) -> None:
    """Add a Piper voice (NAME.onnx), a recorded one (NAME.zip), or any program that speaks to a file."""
    from relaxapp.sound.voices.adding import add_command, add_piper
    from relaxapp.sound.voices.pack import add_pack

    if (file is None) == (command is None):
        raise click.UsageError(_("Name one file, or a program with --command."))
    if command is not None:
        try:
            words = tuple(shlex.split(command))
        except ValueError:
            raise click.UsageError(_("A quotation mark in the command is not closed.")) from None
        if not words:
            raise click.UsageError(_("Name one file, or a program with --command."))
        kept = add_command(kept_voices(), name or Path(words[0]).name, words)
    elif file is not None and file.suffix.lower() == ".zip":
        kept = add_pack(kept_voices(), file, name)
    else:
        assert file is not None
        kept = add_piper(kept_voices(), file, name)
    _tell_added(kept.id)


@voices.command()
@click.argument("name")
@YES
def get(name: str, yes: bool) -> None:
    """Fetch a Piper voice from the internet, only when you say so."""
    from relaxapp.sound.voices.adding import get_piper

    click.echo(
        _(
            "Piper's own downloader will fetch {name}, some 20 to 120 MB, from"
            " huggingface.co/rhasspy/piper-voices. Each voice has a licence of its own, told there in its"
            " MODEL_CARD."
        ).format(name=name)
    )
    if sure(_("Fetch it?"), yes=yes, nothing=_("Nothing was fetched.")):
        _tell_added(get_piper(kept_voices(), name).id)


@voices.command()
@click.argument("name")
@click.option("-o", "--output", metavar="FILE.zip", required=True, type=ANY_PATH, help=_("The file."))
@REPLACE
def pack(name: str, output: Path, replace: bool) -> None:
    """A recorded voice as one file, for the members of a group. Lines with your own words stay here."""
    from relaxapp.sound.voices.kept import Kind
    from relaxapp.sound.voices.pack import write_pack

    check_ending(output, ".zip")
    voice = kept_voices().find(name)
    if voice is None or voice.kind is not Kind.RECORDED:
        raise NotFoundError(
            _("There is no recorded voice named {name}.").format(name=name),
            _("`relaxapp voices` names them all; `relaxapp record` makes one."),
        )
    if not may_write(output, replace=replace):
        return
    count = write_pack(voice, output)
    click.echo(
        ngettext(
            "{file}: {count} line, to be added by: relaxapp voices add {file}",
            "{file}: {count} lines, to be added by: relaxapp voices add {file}",
            count,
        ).format(file=output, count=count)
    )


@voices.command()
@click.argument("name")
@YES
def remove(name: str, yes: bool) -> None:
    """Take away a voice that was added."""
    kept = kept_voices()
    voice = kept.find(name)
    if voice is None:
        raise NotFoundError(
            _("There is no added voice named {name}.").format(name=name),
            _("`relaxapp voices` names them all."),
        )
    if sure_to_delete(_whether_to_remove(voice), yes=yes):
        kept.remove(name)
        tell(_("The voice {name} is gone.").format(name=name))


def _whether_to_remove(voice: "KeptVoice") -> str:
    """What is asked: of a recorded voice, how much reading would go with it, and how to keep a copy."""
    from relaxapp.sound.voices.kept import Kind

    if voice.kind is not Kind.RECORDED:
        return _("Take away the voice {name}? What it was made from stays.").format(name=voice.id)
    count = len(list(voice.folder.glob("*.flac")))
    told = ngettext(
        "This deletes the recorded voice {name} with {count} line; it can't be brought back.",
        "This deletes the recorded voice {name} with {count} lines; they can't be brought back.",
        count,
    ).format(name=voice.id, count=count)
    copy = _("To keep a copy of all that is yours first: relaxapp backup -o FILE.zip")
    return "\n".join([told, copy, _("Delete it?")])


def _voice(name: str) -> "VoiceThere":
    from relaxapp.sound.voices.usual import voices_there

    there = voices_there(kept_voices())
    found = next((voice for voice in there if voice.id == name), None)
    if found is None:
        raise NotFoundError(
            _("There is no voice named {name}.").format(name=name),
            _("There are: {names}.").format(names=", ".join(voice.id for voice in there)),
        )
    return found


def _tell_added(voice_id: str) -> None:
    click.echo(_("{name} is added. Hear it with: relaxapp voices try {name}").format(name=voice_id))
