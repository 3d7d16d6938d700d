"""A practice as a file: its sound with title, chapters and words inside, and captions beside it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.errors import FileError
from relaxapp.sound.files import write, write_text
from relaxapp.sound.tags import Mark, Tags
from relaxapp.timing.captions import KINDS
from relaxapp.timing.frames import seconds
from relaxapp.translation import _

if TYPE_CHECKING:
    from relaxapp.session import Prepared
    from relaxapp.timing.plan import Plan

ARTIST = "relaxapp"
"""Who made the file, for players that sort by it."""


def write_practice(prepared: "Prepared", output: Path, progress: Callable[[int], None] | None = None) -> None:
    """Write the sound of a practice as the ending of `output` says, whole or not at all.

    `progress` is told how many frames are written. Raises VoiceError where no voice spoke, FileError where
    the file can't be written.
    """
    if prepared.trouble is not None:
        raise prepared.trouble
    mix = prepared.source
    tags = tags_of(prepared.plan, prepared.reading.title)
    private = speaks_answers(prepared)
    write(output, mix.blocks(), frames=mix.frames, tags=tags, private=private, progress=progress)


def speaks_answers(prepared: "Prepared") -> bool:
    """Whether any line holds what the person answered: then nobody else on the computer may hear it."""
    return any(cue.say is not None and cue.say.private for cue in prepared.plan.says())


def tags_of(plan: "Plan", title: str) -> Tags:
    """What the file says of itself: sections without a title belong to the chapter before."""
    starts = [span for span in plan.sections if span.title and span.end > span.start]
    ends = [*(span.start for span in starts[1:]), plan.frames]
    chapters = tuple(
        Mark(seconds(span.start), seconds(end), span.title) for span, end in zip(starts, ends, strict=False)
    )
    lines = tuple(Mark(seconds(cue.start), seconds(cue.end), cue.text) for cue in plan.says())
    return Tags(title=title, artist=ARTIST, chapters=chapters, lines=lines)


def check_captions(captions: Path, output: Path) -> None:
    """Raises FileError where captions can't be written so, or would be the sound file itself."""
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


def write_captions(prepared: "Prepared", captions: Path) -> None:
    """Write the words with their times, whole or not at all. Raises FileError."""
    told = KINDS[captions.suffix.lower()](prepared.plan, prepared.reading.title)
    write_text(captions, told, private=speaks_answers(prepared))
