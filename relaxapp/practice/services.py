"""The real parts of the program, chosen once by the command line and handed down."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from relaxapp import locations
from relaxapp.awake import stay_awake
from relaxapp.journal.store import Store
from relaxapp.library.library import Library
from relaxapp.practice.local_time import local_now
from relaxapp.sound.voices.kept import KeptVoices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from threading import Event

    from relaxapp.rendering_many import Missed, Wanted
    from relaxapp.session import Studio
    from relaxapp.sound.microphone import Microphone
    from relaxapp.sound.player import Player
    from relaxapp.sound.voices.usual import VoiceChoice


class MakeFiles(Protocol):
    """What `rendering_many.render_many` does."""

    def __call__(
        self, files: "Sequence[Wanted]", progress: Callable[[int], None], *, stop: "Event | None" = None
    ) -> "tuple[Missed, ...]":
        """Make them all; those that could not be made."""
        ...


def _make_files(
    files: "Sequence[Wanted]", progress: Callable[[int], None], *, stop: "Event | None" = None
) -> "tuple[Missed, ...]":
    from relaxapp.rendering_many import render_many

    return render_many(files, progress, stop=stop)


@dataclass(frozen=True, slots=True)
class Services:
    """What a practice needs of the world. Sound is opened only when it is wanted."""

    library: Library
    """The scripts."""
    store: Store
    """The journal, the answers and the settings."""
    voices: KeptVoices
    """The voices that the person added."""
    open_studio: "Callable[[VoiceChoice], Studio]"
    """Makes the voice chosen and the beds ready; quick, and starts no voice."""
    open_player: Callable[[str], "Player"]
    """Opens the sound device of that name (empty: the usual one); raises SoundError."""
    open_microphone: Callable[[], "Microphone"]
    """What hears a line that is recorded; its device is opened with the first one."""
    silent_player: Callable[[], "Player"]
    """A player on a silent clock, for where there is no sound device."""
    make_files: MakeFiles = _make_files
    """Makes sound files of practices, each in a process of its own."""
    devices: Callable[[], tuple[str, ...]] = tuple
    """The names of the sound devices there are."""
    led_log: Path = field(default_factory=locations.led_log)
    """Where a facilitator's own list of exercises led lies, apart from the journal."""
    hand_out_to: Path = field(default_factory=locations.handed_out)
    """The folder in which an exercise is handed out after it was led."""
    stay_awake: Callable[[], AbstractContextManager[bool]] = stay_awake
    """Keeps the screen from going dark, and says whether it can."""
    now: Callable[[], datetime] = local_now
    """The local time, aware."""
    monotonic: Callable[[], float] = time.monotonic
    """Seconds that never go back."""
