"""The real parts of the program, chosen once by the command line and handed down."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from relaxapp.journal.store import Store
from relaxapp.library.library import Library
from relaxapp.practice.local_time import local_now
from relaxapp.sound.voices.kept import KeptVoices

if TYPE_CHECKING:
    from relaxapp.session import Studio
    from relaxapp.sound.player import Player
    from relaxapp.sound.voices.usual import VoiceChoice


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
    open_player: Callable[[], "Player"]
    """Opens the sound device; raises SoundError."""
    silent_player: Callable[[], "Player"]
    """A player on a silent clock, for where there is no sound device."""
    now: Callable[[], datetime] = local_now
    """The local time, aware."""
    monotonic: Callable[[], float] = time.monotonic
    """Seconds that never go back."""
