"""Handing out the same: the exercise just led, to take home. Nothing in it tells who was there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from relaxapp.days import long_day
from relaxapp.errors import FileError, RelaxError
from relaxapp.session import Prepared
from relaxapp.timing.prose import length_in_words, markdown, parts
from relaxapp.translation import _

SOUND = ".mp3"
"""The sound file's ending: what every telephone plays."""
KEPT_OUT = str.maketrans(dict.fromkeys('/\\:*?"<>|', " "))
"""Signs that a file's name can't hold somewhere."""


@dataclass(frozen=True, slots=True)
class HandedOut:
    """What was written."""

    folder: Path
    """Where it lies."""
    files: tuple[Path, ...]
    """Every file, the sound first where there is one."""
    trouble: RelaxError | None = None
    """Why there is no sound file, where there is none: the words are there all the same."""


def hand_out(
    led: Prepared, began: datetime, where: Path, *, progress: Callable[[float], None] = lambda _part: None
) -> HandedOut:
    """Write sound, captions and words of an exercise into a folder of its own below `where`.

    `began`: when it began, the local time. `progress` is told which part of the sound is written, 0 to 1. An
    earlier handing out of the same exercise is replaced. Raises FileError.
    """
    from relaxapp.paper.press import press, save
    from relaxapp.paper.sizes import Paper
    from relaxapp.timing.captions import vtt
    from relaxapp.writing import write_whole

    title = led.reading.title or _("An exercise")
    name = " ".join(title.translate(KEPT_OUT).split())
    folder = where / f"{began:%Y-%m-%d %H.%M} {name}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(
            _("The folder {folder} can't be made ({reason}).").format(folder=folder, reason=error.strerror),
            _("Make room for it, or free its name, and hand out again."),
        ) from error
    words = _words(led, began)
    text, captions, page = (folder / f"{name}{ending}" for ending in (".md", ".vtt", ".pdf"))
    write_whole(text, [markdown(title, words, led.plan)])
    write_whole(captions, [vtt(led.plan, title)])
    sections = [{"heading": part.title, "lines": list(part.paragraphs)} for part in parts(led.plan)]
    values = {"title": title, "words": words, "sections": sections, "language": led.reading.language}
    save(page, press("led", values, Paper.A4))
    try:
        sound = _sound(led, title, folder / f"{name}{SOUND}", progress)
    except RelaxError as trouble:
        return HandedOut(folder, (captions, text, page), trouble)
    return HandedOut(folder, (sound, captions, text, page))


def _words(led: Prepared, began: datetime) -> str:
    """What stands above the words."""
    told = _("As it was led on {day}, {time}.").format(
        day=long_day(began), time=length_in_words(led.plan.frames)
    )
    return "\n".join([told, *led.order.script.cautions])


def _sound(led: Prepared, title: str, path: Path, progress: Callable[[float], None]) -> Path:
    """The sound file; raises VoiceError where no voice speaks, FileError where it can't be written."""
    from relaxapp.rendering import tags_of
    from relaxapp.sound import files

    if led.trouble is not None:
        raise led.trouble
    mix = led.source
    files.write(
        path,
        mix.blocks(),
        frames=mix.frames,
        tags=tags_of(led.plan, title),
        progress=lambda done: progress(done / mix.frames),
    )
    return path
