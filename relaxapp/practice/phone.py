"""Which files are made for a phone, how long, and what they are called."""

from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.errors import FileError
from relaxapp.practice.finding import longest_within
from relaxapp.practice.week import week
from relaxapp.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from relaxapp.practice.services import Services
    from relaxapp.rendering_many import Wanted
    from relaxapp.words.script import Script


def files_of_the_week(
    parts: "Services", minutes: float | None, folder: Path, ending: str
) -> "tuple[Wanted, ...]":
    """A file for each practice of the week, or for every practice where no week of the group is known.

    Raises FileError where there is no such folder.
    """
    if not folder.is_dir():
        raise FileError(
            _("There is no folder {folder}.").format(folder=folder),
            _("Make the folder first, or choose another place for the files."),
        )
    scripts = practices_of_the_week(parts) or tuple(parts.library.all())
    return tuple(wanted(script, minutes, folder, ending) for script in scripts)


def practices_of_the_week(parts: "Services") -> "tuple[Script, ...]":
    """What the group practises this week; empty where no week is known, or nothing belongs to it."""
    programme = parts.library.programme()
    now = week(programme, parts.store.settings().first_session, parts.now().date())
    if now is None or now.session is None:
        return ()
    return tuple(parts.library.find(name) for name in now.session.practices)


def wanted(script: "Script", minutes: float | None, folder: Path, ending: str) -> "Wanted":
    """The file of one practice, at the longest of its lengths within the minutes asked for.

    A length between two that it offers could be more than its words fill.
    """
    from relaxapp.rendering_many import Wanted

    chosen = longest_within(script, minutes or 0) or script.lengths[0]
    return Wanted(script.id, chosen, folder / f"{script.id}-{chosen:g}-min.{ending}")


def endings() -> dict[str, str]:
    """The kinds of file that are offered, in words, the one for everybody first."""
    return {
        "mp3": _("MP3: plays on everything"),
        "opus": _("Opus: smaller, for phones of the last years"),
        "wav": _("WAV: large, for burning a CD"),
    }


def places(candidates: "Sequence[Path]", sticks: "Callable[[], Sequence[Path]]") -> tuple[Path, ...]:
    """Folders to write to: what is plugged in first, then those of `candidates` that there are."""
    found = [folder for folder in (*sticks(), *candidates) if _is_there(folder)]
    return tuple(dict.fromkeys(found))


def plugged_in() -> tuple[Path, ...]:
    """Sticks and cards, where Linux and macOS show them."""
    user = Path.home().name
    roots = (Path("/media") / user, Path("/run/media") / user, Path("/Volumes"))
    return tuple(folder for root in roots for folder in _within(root))


def _within(root: Path) -> list[Path]:
    """What lies in a folder; nothing, where it is missing or may not be looked into."""
    try:
        return sorted(root.iterdir())
    except OSError:
        return []


def _is_there(folder: Path) -> bool:
    """Whether it is a folder; a stick that was just pulled out is none."""
    try:
        return folder.is_dir()
    except OSError:
        return False
