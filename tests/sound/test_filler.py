"""The thread keeps the ring filled, and ends when it is told to."""

import threading
import time
from collections.abc import Callable

import numpy as np
import pytest

from relaxapp.sound.clip import Block
from relaxapp.sound.filler import TAIL, Filler
from relaxapp.sound.ring import Ring

AHEAD = 24_000


class Ones:
    """A source of ones; `fault` is raised from its second second on."""

    frames = 96_000

    def __init__(self, fault: Exception | None = None) -> None:
        self.fault = fault

    def render_stems(self, start: int, frames: int) -> tuple[Block, Block]:
        if self.fault and start >= 48_000:
            raise self.fault
        within = min(max(self.frames - start, 0), frames)
        block = np.zeros((frames, 2), np.float32)
        block[:within] = 1
        return block, block


def eventually(what: Callable[[], bool]) -> bool:
    """Whether it becomes so, with patience enough for a busy computer."""
    until = time.monotonic() + 20
    while not what() and time.monotonic() < until:
        time.sleep(0.001)
    return what()


def empty(ring: Ring) -> int:
    """Read all there is; return how many frames sounded."""
    voice, bed = np.zeros((2_400, 2), np.float32), np.zeros((2_400, 2), np.float32)
    sounded = 0
    while got := ring.read(voice, bed):
        sounded += int(voice[:got, 0].sum())
    return sounded


def test_it_keeps_half_a_second_ahead_to_the_end_of_the_tail_and_ends_when_closed() -> None:
    ring = Ring(AHEAD + 12_000, 2_400)
    filler = Filler(ring, AHEAD)
    filler.begin(Ones(), 0, keep=0)
    threads = [thread for thread in threading.enumerate() if thread.name == "filler"]
    sounded = 0
    for _ in range(4):
        assert eventually(lambda: ring.ahead == AHEAD)
        assert not ring.ended
        sounded += empty(ring)
    assert eventually(lambda: ring.ended)
    sounded += empty(ring)
    assert sounded == Ones.frames
    assert ring.written == Ones.frames + TAIL
    filler.close()
    assert len(threads) == 1
    assert not threads[0].is_alive()


def test_a_fault_in_the_thread_ends_the_source_and_waits_to_be_told() -> None:
    ring = Ring(AHEAD + 12_000, 2_400)
    filler = Filler(ring, AHEAD)
    filler.begin(Ones(OSError("gone")), 40_000, keep=0)
    assert eventually(lambda: ring.ended)
    assert filler.source is None
    with pytest.raises(OSError, match="gone"):
        filler.raise_fault()
    filler.raise_fault()
    filler.close()
