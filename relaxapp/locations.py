"""Every path of the program. RELAXAPP_HOME moves them all; nothing is created at import."""

import os
from pathlib import Path

from relaxapp.errors import FileError
from relaxapp.translation import _

APP = "relaxapp"


def home() -> Path | None:
    """The folder that RELAXAPP_HOME names, or None where the system's own places are used.

    Raises FileError where it is the ~ of somebody who is not known here.
    """
    value = os.environ.get("RELAXAPP_HOME")
    try:
        return Path(value).expanduser() if value else None
    except RuntimeError as error:
        raise FileError(
            _("RELAXAPP_HOME names {folder}, and there is no such home on this computer.").format(
                folder=value
            ),
            _("Give it a whole path, such as {example}.").format(example="/home/anna/relaxapp"),
        ) from error


def data_folder() -> Path:
    """Where the journal and the person's own scripts lie."""
    moved = home()
    if moved is not None:
        return moved / "data"
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def cache_folder() -> Path:
    """Where voiced clips and decoded beds lie; may be deleted at any time."""
    moved = home()
    if moved is not None:
        return moved / "cache"
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False)


def journal_file() -> Path:
    """The SQLite journal: practices, answers and settings."""
    return data_folder() / "journal.db"


def led_log() -> Path:
    """The facilitator's own list of exercises led: apart from the journal, its backup and its forgetting."""
    moved = home()
    if moved is not None:
        return moved / "led" / "led.db"
    from platformdirs import user_data_path

    return user_data_path(f"{APP}-led", appauthor=False) / "led.db"


def handed_out() -> Path:
    """Where an exercise is written that is handed out after it was led."""
    moved = home()
    if moved is not None:
        return moved / "handed out"
    from platformdirs import user_documents_path

    return user_documents_path() / APP


def pages() -> Path:
    """Pages that were made to be printed."""
    return data_folder() / "pages"


def documents() -> Path:
    """The person's documents, where they look for what they saved."""
    moved = home()
    if moved is not None:
        return private_folder(moved / "documents")
    from platformdirs import user_documents_path

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.home()


def own_scripts() -> Path:
    """The person's own scripts."""
    return data_folder() / "scripts"


def own_voices() -> Path:
    """The voices a person has added."""
    return data_folder() / "voices"


def clip_cache() -> Path:
    """Voiced clips that hold nothing personal."""
    return cache_folder() / "clips"


def private_clip_cache() -> Path:
    """Voiced clips that speak a person's answers: folder 0700, files 0600."""
    return data_folder() / "private-clips"


def private_key() -> Path:
    """The local key under which private clips are named."""
    return data_folder() / "clip.key"


def bed_cache() -> Path:
    """Decoded beds."""
    return cache_folder() / "beds"


def shared_folders() -> tuple[Path, ...]:
    """Where a person keeps music and what was fetched; none of it may be there."""
    moved = home()
    if moved is not None:
        return (moved / "music",)
    from platformdirs import user_downloads_path, user_music_path

    return user_music_path(), user_downloads_path()


def own_bed() -> Path:
    """The sound that the person brought along as a background, as it will be played: 0600."""
    return data_folder() / "own-bed.pcm"


def log_file() -> Path:
    """What libraries print on standard error while the screen is up; nothing personal is written to it."""
    return cache_folder() / "relaxapp.log"


def _shipped(name: str) -> Path:
    package = Path(__file__).resolve().parent
    in_wheel = package / "data" / name
    return in_wheel if in_wheel.is_dir() else package.parent / name


def shipped_scripts() -> Path:
    """The scripts that travel with the program, in a checkout or in the wheel."""
    return _shipped("scripts")


def shipped_audio() -> Path:
    """The beds and bells that travel with the program, in a checkout or in the wheel."""
    return _shipped("audio")


def icon() -> Path:
    """The picture of the program, for menus."""
    return Path(__file__).resolve().parent / "icon.svg"


def in_home(path: Path) -> str:
    """A path as it may be shown to others: the person's own folder, whose name may be theirs, as ~."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except ValueError:
        return str(path)


def private_folder(folder: Path) -> Path:
    """Create `folder` and those above it (mode 0700) where they are missing, and return it."""
    missing = [each for each in (folder, *folder.parents) if not each.is_dir()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
    return folder
