"""Items divided at a frame: what is over, what is going on, what is still to come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from relaxapp.timing.items import Gap, Item, Spoken


@dataclass(frozen=True, slots=True)
class Divided:
    """Items around a frame."""

    before: tuple[Item, ...]
    """Over by then."""
    current: Item | None
    """Begun before and not over; None where the frame lies between two."""
    begun: int
    """Frames of `current` that are over."""
    after: tuple[Item, ...]
    """Not begun."""

    @property
    def so_far(self) -> tuple[Item, ...]:
        """What is over, and what is going on."""
        return self.before if self.current is None else (*self.before, self.current)

    @property
    def section(self) -> int:
        """The section the frame lies in."""
        if self.current is not None:
            return self.current.section
        return self.after[0].section if self.after else self.before[-1].section


def divide(items: Sequence[Item], frame: int) -> Divided:
    """Divide at `frame`, counted from the start of the first."""
    position = 0
    for index, item in enumerate(items):
        if position >= frame:
            return Divided(tuple(items[:index]), None, 0, tuple(items[index:]))
        if position + item.frames > frame:
            return Divided(tuple(items[:index]), item, frame - position, tuple(items[index + 1 :]))
        position += item.frames
    return Divided(tuple(items), None, 0, ())


def as_inside(items: Iterable[Item]) -> tuple[Spoken | Gap, ...]:
    """Parts of a tensing or a release, which hold words and silences only."""
    return tuple(item for item in items if isinstance(item, Spoken | Gap))


def silence(section: int, frames: int) -> Gap:
    """A silence of a fixed length."""
    return Gap(section, frames, frames, frames)
