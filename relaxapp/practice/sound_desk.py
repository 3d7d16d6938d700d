"""The voice, the beds and the player of this computer, opened once and as late as can be."""

import threading
from typing import TYPE_CHECKING

from relaxapp.errors import RelaxError
from relaxapp.journal.settings import Settings
from relaxapp.practice.services import Services

if TYPE_CHECKING:
    from relaxapp.session import Studio
    from relaxapp.sound.player import Player, Source


class SoundDesk:
    """What is heard, and how loud. Any thread may ask for the voice or the player; each is opened once."""

    def __init__(self, services: Services, settings: Settings) -> None:
        self._services = services
        self._settings = settings
        self._opening = threading.RLock()
        self._studio: Studio | None = None
        self._player: Player | None = None
        self.trouble: RelaxError | None = None
        """Why there is no sound, where there is none."""

    def studio(self) -> "Studio":
        """The voice and the beds."""
        with self._opening:
            if self._studio is None:
                from relaxapp.practice.voice_choice import voice_choice

                self._studio = self._services.open_studio(voice_choice(self._settings))
            return self._studio

    def player(self) -> "Player":
        """The sound device, or a silent clock where there is none: then `trouble` says so."""
        with self._opening:
            if self._player is None:
                self._player = self._opened()
                self._set_volumes(self._player)
            return self._player

    def _opened(self) -> "Player":
        try:
            player = self._services.open_player(self._settings.device)
            player.warm()
        except RelaxError as error:
            self.trouble = error
            player = self._services.silent_player()
            player.warm()
        return player

    def play(self, source: "Source") -> str:
        """Let something be heard; why it isn't in one sentence, or an empty text."""
        try:
            self.player().play(source)
        except RelaxError as error:
            return str(error)
        return str(self.trouble or "")

    def device(self) -> "Player":
        """The sound device itself, ready; raises SoundError where there is none."""
        player = self.player()
        if self.trouble is not None:
            raise self.trouble
        return player

    def hush(self) -> None:
        """Stop what is heard, if anything is."""
        if self._player is not None:
            self._player.stop()

    def warm_up(self) -> None:
        """Start the voice and open the device while the person gets ready."""
        self.studio().warm()
        self.player()

    def take(self, settings: Settings) -> None:
        """The person's settings are these now: volumes at once, voice and device when next wanted."""
        before, self._settings = self._settings, settings
        if _another_voice(settings, before):
            self.voice_changed()
        if settings.device != before.device and self._player is not None:
            self._player.close()
            self._player, self.trouble = None, None
        if self._player is not None:
            self._set_volumes(self._player)

    def _set_volumes(self, player: "Player") -> None:
        if self._settings.muted:
            player.set_gains(0.0, 0.0)
        else:
            player.set_gains(self._settings.voice_volume, self._settings.bed_volume)

    def voice_changed(self) -> None:
        """Which voices there are, or what one says, has changed: it is opened anew when it is next wanted."""
        with self._opening:
            if self._studio is not None:
                self._studio.clips.close()
                self._studio = None

    def close(self) -> None:
        """Give the device and the voice back."""
        if self._player is not None:
            self._player.close()
        if self._studio is not None:
            self._studio.clips.close()


def _another_voice(after: Settings, before: Settings) -> bool:
    from relaxapp.practice.voice_choice import voice_choice

    return voice_choice(after) != voice_choice(before)
