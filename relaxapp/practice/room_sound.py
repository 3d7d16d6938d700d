"""What a room hears, and how loud: the volume is the room's own, and nobody's setting."""

import threading
from typing import TYPE_CHECKING

from relaxapp.errors import RelaxError
from relaxapp.practice.room import RoomParts
from relaxapp.session import Prepared, prepare

if TYPE_CHECKING:
    from relaxapp.sound.player import Player

STEP = 0.1
VOICE, BED = 0.8, 0.5
"""The volumes a room begins with."""


class RoomSound:
    """The player of a room; a silent clock where there is no sound device."""

    def __init__(self, parts: RoomParts) -> None:
        self._parts = parts
        self._player: Player | None = None
        self._louder = 0.0
        self._opening = threading.Lock()
        """Held while the device is opened, by whichever thread wants it first."""
        self.trouble: RelaxError | None = None
        """Why there is no sound, where there is none."""

    def player(self) -> "Player":
        """The sound device, opened when it is first wanted."""
        with self._opening:
            if self._player is None:
                try:
                    self._player = self._parts.player()
                    self._player.warm()
                except RelaxError as error:
                    self.trouble = error
                    self._player = self._parts.silent_player()
                self.set_volumes(self._player)
            return self._player

    def play(self, prepared: Prepared) -> RelaxError | None:
        """Let something be heard; why it is not, where it is not."""
        player = self.player()
        try:
            player.play(prepared.source)
        except RelaxError as error:
            return error
        return self.trouble

    def hush(self) -> None:
        """Stop what is heard, if anything is."""
        if self._player is not None:
            self._player.stop()

    @property
    def percent(self) -> int:
        """How loud the voice is."""
        return round(100 * _within(VOICE + self._louder))

    def louder(self, step: int) -> None:
        """Voice and background together, a step louder or quieter."""
        self._louder = round(min(max(self._louder + step * STEP, -VOICE), 1 - BED), 2)
        if self._player is not None:
            self.set_volumes(self._player)

    def set_volumes(self, player: "Player") -> None:
        """Let a player be as loud as the room is."""
        player.set_gains(_within(VOICE + self._louder), _within(BED + self._louder))

    def check(self) -> Prepared:
        """A few words to be played, as loud as the exercise will be. Raises RelaxError."""
        from relaxapp.practice.sound_check import MINUTES, sound_check
        from relaxapp.session import Order
        from relaxapp.words.person import Person

        order = Order(sound_check(), Person(), MINUTES, "none")
        return prepare(order, self._parts.library.lexicon(), self._parts.studio())


def _within(volume: float) -> float:
    return round(min(1.0, max(0.0, volume)), 2)
