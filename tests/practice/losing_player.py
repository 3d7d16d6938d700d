"""A player whose device goes away when a test says so."""

from collections.abc import Callable

from relaxapp.errors import SoundError
from relaxapp.sound.clock_player import ClockPlayer
from relaxapp.sound.player import Source


class LosingPlayer(ClockPlayer):
    """As on a device: where it is gone nothing plays, until there is one again and it is taken."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__(clock)
        self.plugged_in = True
        """Whether there is a device."""
        self._lost = False

    def unplug(self) -> None:
        """The device goes away, and there is no other."""
        self.plugged_in, self._lost = False, True
        self.pause()

    @property
    def lost(self) -> bool:
        return self._lost

    def play(self, source: Source, start: int = 0) -> None:
        self.reopen()
        super().play(source, start)

    def reopen(self) -> None:
        if not self.plugged_in:
            raise SoundError("No sound device was found.", "Connect one.")
        self._lost = False

    def resume(self) -> None:
        if not self._lost:
            super().resume()
