"""What every player can do. The player's position is the only clock of a practice, in frames heard."""

from typing import TYPE_CHECKING, Protocol

from relaxapp.timing.frames import frames

if TYPE_CHECKING:
    from relaxapp.sound.clip import Block

RAMPS = frames(1.5)
"""How far before a change of the plan its fades may begin to be heard; part of `Player.frozen_until`."""


class Source(Protocol):
    """What a player plays: random access to two stems of one plan."""

    @property
    def frames(self) -> int:
        """The length in frames at the house rate."""
        ...

    def render_stems(self, start: int, frames: int) -> "tuple[Block, Block]":
        """Voice and bed from `start` on, each float32 of shape (frames, 2); silence outside the plan."""
        ...


class Player(Protocol):
    """Plays a source, and says where it is.

    Without a source (before `play`, after `stop`) `pause`, `resume`, `seek` and `replace` do nothing.
    """

    def warm(self) -> None:
        """Open the device, silent, so that the first sound comes at once. Raises SoundError."""
        ...

    def play(self, source: Source, start: int = 0) -> None:
        """Play `source` from frame `start`, not paused. Raises SoundError."""
        ...

    def replace(self, source: Source) -> None:
        """Go on with a revised source, which is the same up to `frozen_until`; the position stays."""
        ...

    def pause(self) -> None:
        """Fade out in 150 ms and hold the position."""
        ...

    def resume(self) -> None:
        """Go on from the position held."""
        ...

    def seek(self, frame: int) -> None:
        """Go on from `frame`, kept within the plan; drops what was rendered ahead. A pause stays a pause."""
        ...

    def stop(self) -> None:
        """Silence at once (a 50 ms fade), and forget the source; `heard` and `heard_in_all` stay readable."""
        ...

    def close(self) -> None:
        """Stop and give the device back."""
        ...

    def reopen(self) -> None:
        """Take whatever device exists now, paused at `heard`; `resume` then goes on. Raises SoundError."""
        ...

    def set_gains(self, voice: float, bed: float) -> None:
        """Live volumes, linear, kept within 0 to 1, reached over 50 ms."""
        ...

    @property
    def heard(self) -> int:
        """Frames of the plan that have reached the ear; right after `seek`, the frame sought."""
        ...

    @property
    def heard_in_all(self) -> int:
        """Frames heard since `play`, replays included: what the journal counts."""
        ...

    @property
    def frozen_until(self) -> int:
        """The first frame that a revised plan may change: what is on its way to the ear, and `RAMPS`."""
        ...

    @property
    def soonest(self) -> int:
        """The first frame that a change wanted at once may touch: what is on its way to the ear stays.

        `RAMPS` earlier than `frozen_until`: a fade of the bed that had begun for a word that no longer comes
        is crossed over in 50 ms.
        """
        ...

    @property
    def paused(self) -> bool:
        """Whether there is a source and it is held."""
        ...

    @property
    def finished(self) -> bool:
        """Whether the whole source was heard."""
        ...

    @property
    def lost(self) -> bool:
        """Whether the device went away; the position is then held as in a pause, until `reopen`."""
        ...

    @property
    def slept(self) -> bool:
        """Whether the computer slept or the program stood still meanwhile; the position is then held as in a
        pause, until `resume`."""
        ...

    @property
    def under_runs(self) -> int:
        """Blocks that came too late since `play`."""
        ...
