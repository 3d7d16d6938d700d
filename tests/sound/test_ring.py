"""The ring hands over every frame once, in order, and never a stale one."""

import sys
import threading
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relaxapp.sound.clip import Block
from relaxapp.sound.ring import Ring


def counted(start: int, frames: int) -> tuple[Block, Block]:
    """Stems whose frames hold their own number, and its negative."""
    numbers = np.repeat(np.arange(start, start + frames, dtype=np.float32)[:, np.newaxis], 2, axis=1)
    return numbers, -numbers


def read(ring: Ring, frames: int) -> list[float]:
    """What one read gives; checks that both channels and stems belong together."""
    voice, bed = np.full((frames, 2), np.nan, np.float32), np.full((frames, 2), np.nan, np.float32)
    got = ring.read(voice, bed)
    assert np.array_equal(voice[:got], -bed[:got])
    assert np.array_equal(voice[:got, 0], voice[:got, 1])
    assert np.isnan(voice[got:]).all()
    return [float(value) for value in voice[:got, 0]]


def test_a_new_ring_is_empty_and_says_that_nothing_is_to_come() -> None:
    ring = Ring(8, 4)
    assert (ring.at, ring.written, ring.ahead, ring.room, ring.ended) == (0, 0, 0, 8, True)
    assert read(ring, 4) == []


def test_frames_come_out_in_the_order_they_went_in_around_the_end() -> None:
    ring = Ring(8, 4)
    ring.write(*counted(0, 6))
    assert read(ring, 4) == [0, 1, 2, 3]
    ring.write(*counted(6, 6))
    assert (ring.ahead, ring.room) == (8, 0)
    assert read(ring, 3) == [4, 5, 6]
    assert read(ring, 4) == [7, 8, 9, 10]
    assert read(ring, 4) == [11]
    assert read(ring, 4) == []
    assert (ring.at, ring.written) == (12, 12)


def test_one_read_copies_a_chunk_at_most() -> None:
    ring = Ring(16, 4)
    ring.write(*counted(0, 10))
    assert read(ring, 9) == [0, 1, 2, 3]


def test_what_waits_is_never_overwritten() -> None:
    ring = Ring(8, 4)
    ring.write(*counted(0, 6))
    with pytest.raises(ValueError, match="3 frames do not fit into 2"):
        ring.write(*counted(6, 3))
    assert read(ring, 4) == [0, 1, 2, 3]


@pytest.mark.parametrize(("capacity", "chunk"), [(0, 0), (4, 0), (4, 5)])
def test_a_ring_holds_at_least_a_chunk(capacity: int, chunk: int) -> None:
    with pytest.raises(ValueError, match="chunk"):
        Ring(capacity, chunk)


def test_gains_are_applied_to_both_stems_on_the_way_in_around_the_end() -> None:
    ring = Ring(8, 8)
    ring.write(*counted(0, 6))
    read(ring, 8)
    source = counted(1, 4)
    ring.write(*source, np.array([[1], [2], [3], [4]], np.float32))
    assert read(ring, 8) == [1, 4, 9, 16]
    assert source[0][1, 0] == 2, "the source's own samples are left alone"


@pytest.mark.parametrize(
    ("keep", "resting", "not_before", "left"),
    [
        (0, False, 0, 4),  # the reader may be copying a chunk
        (6, False, 0, 6),
        (99, False, 0, 10),
        (0, True, 0, 0),
        (2, True, 0, 2),
        (0, True, 7, 5),  # two were read
        (0, False, 99, 10),
    ],
)
def test_taking_back_leaves_what_is_asked_and_what_may_be_being_read(
    keep: int, resting: bool, not_before: int, left: int
) -> None:
    ring = Ring(16, 4)
    ring.write(*counted(0, 12))
    read(ring, 2)
    assert ring.take_back(keep, resting, not_before) == 10 - left
    assert ring.ahead == left
    ring.write(*counted(100, 3))
    seen = [*read(ring, 4), *read(ring, 4), *read(ring, 4), *read(ring, 4)]
    assert seen == [*range(2, 2 + left), 100, 101, 102]


@pytest.mark.parametrize(("asked", "given_"), [(0, 0), (3, 3), (6, 6), (7, 6)])
def test_what_was_taken_back_can_be_looked_at_around_the_end(asked: int, given_: int) -> None:
    ring = Ring(12, 2)
    ring.write(*counted(0, 6))
    for _ in range(3):
        read(ring, 2)
    ring.write(*counted(6, 10))
    assert ring.take_back(4) == 6
    voice, bed = ring.taken(asked)
    assert list(voice[:, 0]) == list(range(10, 10 + given_))
    assert np.array_equal(voice, -bed)


def test_nothing_was_taken_back_where_nothing_was() -> None:
    ring = Ring(12, 2)
    ring.write(*counted(0, 6))
    ring.take_back(6)
    assert len(ring.taken(5)[0]) == 0


class Overtaken(Ring):
    """A ring whose reader reads two chunks and begins a third while the writer takes back."""

    armed = False

    def __setattr__(self, name: str, value: object) -> None:
        if name == "_written" and self.armed:
            self.armed = False
            read(self, 4), read(self, 4)
        super().__setattr__(name, value)


def test_a_reader_that_is_faster_than_the_writer_thinks_still_keeps_its_chunk() -> None:
    ring = Overtaken(32, 4)
    ring.write(*counted(0, 20))
    ring.armed = True
    ring.take_back(0)
    assert (ring.at, ring.ahead) == (8, 4)
    ring.write(*counted(100, 1))
    assert [*read(ring, 4), *read(ring, 4)] == [8, 9, 10, 11, 100]


moves = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.integers(0, 12)),
        st.tuples(st.just("read"), st.integers(0, 12)),
        st.tuples(st.just("take back"), st.integers(0, 12)),
    ),
    max_size=60,
)


@settings(max_examples=100, deadline=None)
@given(moves)
def test_it_agrees_with_a_list(moves: list[tuple[str, int]]) -> None:
    ring = Ring(24, 5)
    waiting: list[int] = []
    next_frame = 0
    for what, frames in moves:
        if what == "write":
            frames = min(frames, ring.room)
            ring.write(*counted(next_frame, frames))
            waiting += range(next_frame, next_frame + frames)
            next_frame += frames
        elif what == "read":
            frames = min(frames, 5)
            assert read(ring, frames) == waiting[:frames]
            del waiting[:frames]
        else:
            gone = waiting[max(frames, 5) :]
            assert ring.take_back(frames) == len(gone)
            assert list(ring.taken(99)[0][:, 0]) == gone
            del waiting[max(frames, 5) :]
        assert ring.ahead == len(waiting)


@pytest.fixture
def hasty_threads() -> Iterator[None]:
    """Python changes from thread to thread in the midst of nearly everything."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hasty_threads")
def test_two_threads_at_once_lose_and_repeat_nothing() -> None:
    ring = Ring(700, 64)
    total = 30_000
    voice, bed = np.zeros((64, 2), np.float32), np.zeros((64, 2), np.float32)
    torn: list[int] = []

    def writer() -> None:
        frame = 0
        while frame < total:
            frames = min(ring.room, 97, total - frame)
            ring.write(*counted(frame, frames))
            frame += frames
            if frame % 5 == 0:  # now and then it thinks again, and writes the same once more
                frame -= ring.take_back(0)

    thread = threading.Thread(target=writer)
    thread.start()
    expected = 0
    while expected < total:
        got = ring.read(voice, bed)
        if not np.array_equal(voice[:got, 1], np.arange(expected, expected + got)):
            torn.append(expected)
        expected += got
    thread.join()
    assert torn == []
