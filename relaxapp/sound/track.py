"""Which frames of the plan lie where in the ring, after any number of seeks."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the ring through which the plan runs without a jump."""

    index: int
    """The ring's frame at which it begins."""
    frame: int
    """The plan's frame there."""
    before: int
    """Frames of the plan that were heard before it, since `play`."""
    end: int
    """The plan's length; silence follows."""

    def run(self, index: int) -> int:
        """Frames of the plan between its begin and `index`."""
        return min(max(index - self.index, 0), max(self.end - self.frame, 0))


class Track:
    """The stretches since `play`, the newest last: where two overlap, the newer one is heard."""

    def __init__(self) -> None:
        self._stretches = [Stretch(0, 0, 0, 0)]

    def begin(self, index: int, frame: int, end: int) -> None:
        """Forget what was; from `index` on the plan runs from `frame`."""
        self._stretches = [Stretch(index, frame, 0, end)]

    def jump(self, index: int, frame: int, end: int) -> None:
        """From `index` on the plan runs from `frame`; what was to come there will not be heard."""
        before = self.heard_in_all(index)
        self._stretches.append(Stretch(index, frame, before, end))

    def lengthen(self, end: int) -> None:
        """The plan now ends at `end`."""
        self._stretches[-1] = replace(self._stretches[-1], end=end)

    @property
    def newest(self) -> Stretch:
        """The stretch that is being rendered."""
        return self._stretches[-1]

    def frame(self, index: int) -> int:
        """The plan's frame at `index`; for an index before the newest jump, the frame jumped to."""
        return self.newest.frame + self.newest.run(index)

    def heard_in_all(self, index: int) -> int:
        """Frames of the plan that lie before `index`, since `play`, replays counted again."""
        for stretch in reversed(self._stretches):
            if stretch.index <= index:
                return stretch.before + stretch.run(index)
        return 0
