"""The ring between the thread that renders and the callback that copies: one writer, one reader, no locks."""

import numpy as np

from relaxapp.sound.clip import Block


class Ring:
    """Two stems on their way from one writer to one reader, in memory made beforehand.

    Frames are counted from the making of the ring and never start again; the reader alone moves `at`, the
    writer alone moves `written`. A frame lies at its count modulo the capacity. The reader moves `at` only
    after it has copied, so the writer never writes where the reader still reads.
    """

    def __init__(self, capacity: int, chunk: int) -> None:
        """`capacity`: frames it holds. `chunk`: the most frames that one `read` copies."""
        if not 0 < chunk <= capacity:
            raise ValueError(f"chunk {chunk} must lie in 1..{capacity}")
        self._voice: Block = np.zeros((capacity, 2), np.float32)
        self._bed: Block = np.zeros((capacity, 2), np.float32)
        self._capacity = capacity
        self._chunk = chunk
        self._at = 0
        self._written = 0
        self._taken_to = 0
        """Up to here the frames that were taken back still lie in memory."""
        self.ended = True
        """Whether the writer has no more to write for now; then an empty ring is no under-run. Writer's."""

    @property
    def at(self) -> int:
        """The next frame to be read."""
        return self._at

    @property
    def written(self) -> int:
        """The next frame to be written."""
        return self._written

    @property
    def ahead(self) -> int:
        """Frames that wait to be read."""
        return max(self._written - self._at, 0)

    @property
    def room(self) -> int:
        """Frames that can be written now."""
        return self._capacity - self.ahead

    def read(self, voice: Block, bed: Block) -> int:
        """The reader's: fill both blocks from their start, and return how many frames there were.

        At most a chunk; less than asked where less was written. Allocates nothing but views.
        """
        at = self._at
        frames = min(len(voice), self._chunk, self._written - at)
        if frames <= 0:
            return 0
        begin = at % self._capacity
        first = min(frames, self._capacity - begin)
        voice[:first] = self._voice[begin : begin + first]
        bed[:first] = self._bed[begin : begin + first]
        if first < frames:
            voice[first:frames] = self._voice[: frames - first]
            bed[first:frames] = self._bed[: frames - first]
        self._at = at + frames
        return frames

    def write(self, voice: Block, bed: Block, gains: Block | None = None) -> None:
        """The writer's: append both stems, multiplied by `gains` of shape (frames, 1) where given.

        Raises ValueError where there is no room: what waits to be read is never overwritten.
        """
        frames = len(voice)
        if frames > self.room:
            raise ValueError(f"{frames} frames do not fit into {self.room}")
        begin = self._written % self._capacity
        first = min(frames, self._capacity - begin)
        for stem, memory in ((voice, self._voice), (bed, self._bed)):
            memory[begin : begin + first] = stem[:first] if gains is None else stem[:first] * gains[:first]
            memory[: frames - first] = stem[first:] if gains is None else stem[first:] * gains[first:]
        self._written += frames

    def take_back(self, keep: int, resting: bool = False, not_before: int = 0) -> int:
        """The writer's: unwrite what lies more than `keep` frames ahead, and return how many frames that is.

        What the reader may be copying at this moment stays: the next chunk always, unless `resting` says that
        the reader reads nothing. Frames before `not_before` stay too.
        """
        before = self._written
        chunk = 0 if resting else self._chunk
        self._written = min(before, max(self._at + max(keep, chunk), not_before))
        # A read that began before the line above knows the old end; it ends at most a chunk after `at`.
        self._written = min(before, max(self._written, self._at + chunk))
        self._taken_to = before
        return before - self._written

    def taken(self, frames: int) -> tuple[Block, Block]:
        """The writer's: copies of the first frames that `take_back` took, before anything else is written.

        At most as many as were taken.
        """
        places = np.arange(self._written, max(min(self._written + frames, self._taken_to), self._written))
        places %= self._capacity
        return self._voice[places], self._bed[places]
