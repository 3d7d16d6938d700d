"""A folder of clips stays within its limit and lets nothing go that is in use."""

import os
import stat
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from relaxapp.sound.clip import Clip
from relaxapp.sound.voices.clip_folder import IN_USE_SECONDS, PART_SECONDS, ClipFolder

LONG = IN_USE_SECONDS + 1


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = time.time() + 10_000_000
        """Ahead, so that access times set by the system itself count as old."""

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def clip(frames: int = 500, value: int = 1) -> Clip:
    """A clip of about 2 * `frames` bytes."""
    return Clip(np.full(frames, value, np.int16), 22_050)


def written(folder: ClipFolder, name: str, clock: Clock, frames: int = 500) -> None:
    """Write a clip, and let two minutes pass."""
    folder.write(name, clip(frames))
    clock.now += 120


def names(folder: ClipFolder) -> set[str]:
    """The names of the clips in a folder."""
    return {path.stem for path in folder.folder.glob("*.clip")}


def test_what_is_written_is_read_again_and_by_others(tmp_path: Path) -> None:
    ClipFolder(tmp_path / "a" / "b", 10**6).write("one", clip(value=7))
    other = ClipFolder(tmp_path / "a" / "b", 10**6)
    found = other.read("one")
    assert found is not None
    assert (found.samples == 7).all()
    assert other.read_length("one") == (500, 22_050)
    assert other.read("two") is None
    assert other.read_length("two") is None


def test_reading_makes_no_folder(tmp_path: Path) -> None:
    folder = ClipFolder(tmp_path / "clips", 10**6)
    assert folder.read("one") is None
    folder.make_room()
    folder.clear()
    assert not folder.folder.exists()


@pytest.mark.parametrize("content", [b"", b"RXC1", b"x" * 500, bytes(1_020)])
def test_a_damaged_clip_is_as_good_as_none_and_is_written_over(content: bytes, tmp_path: Path) -> None:
    folder = ClipFolder(tmp_path, 10**6)
    (tmp_path / "one.clip").write_bytes(content)
    assert folder.read("one") is None
    assert folder.read_length("one") is None
    folder.write("one", clip())
    assert folder.read("one") is not None


def test_beyond_the_limit_those_not_wanted_for_longest_go(tmp_path: Path, clock: Clock) -> None:
    folder = ClipFolder(tmp_path, 5_000, clock=clock)
    for name in "abcd":
        written(folder, name, clock)
    clock.now += LONG
    assert folder.read("a") is not None
    assert folder.read_length("c") is not None
    folder.write("e", clip())
    folder.make_room()
    assert names(folder) == {"a", "c", "d", "e"}
    folder.write("f", clip())
    folder.make_room()
    assert names(folder) == {"a", "c", "e", "f"}


def test_clips_in_use_stay_even_beyond_the_limit(tmp_path: Path, clock: Clock) -> None:
    folder = ClipFolder(tmp_path, 3_000, clock=clock)
    for name in "abcdef":
        written(folder, name, clock)
    folder.make_room()
    assert names(folder) == set("abcdef")
    clock.now += LONG
    folder.make_room()
    assert len(names(folder)) == 2


def test_writing_makes_room_by_itself(tmp_path: Path, clock: Clock) -> None:
    folder = ClipFolder(tmp_path, 20_000, clock=clock)
    for number in range(100):
        written(folder, str(number), clock)
        clock.now += LONG
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 21_000
    assert "99" in names(folder)
    assert "0" not in names(folder)


def test_a_clip_with_an_age_goes_at_it_however_often_it_is_heard(tmp_path: Path, clock: Clock) -> None:
    folder = ClipFolder(tmp_path, 10**6, oldest_seconds=1_000, clock=clock)
    written(folder, "one", clock)
    for _hearing in range(8):
        assert folder.read("one") is not None
        clock.now += 100
    clock.now += 100
    assert folder.read_length("one") is None
    assert names(folder) == set()


def test_what_is_too_old_goes_without_being_asked_for(tmp_path: Path, clock: Clock) -> None:
    folder = ClipFolder(tmp_path, 10**6, oldest_seconds=1_000, clock=clock)
    written(folder, "old", clock)
    clock.now += 900
    written(folder, "new", clock)
    folder.make_room()
    assert names(folder) == {"new"}


def test_parts_left_behind_go_and_parts_being_written_stay(tmp_path: Path, clock: Clock) -> None:
    folder = ClipFolder(tmp_path, 10**6, clock=clock)
    for name, age in (("left", PART_SECONDS + 1), ("now", 10)):
        part = tmp_path / f"{name}.part"
        part.write_bytes(b"RXC1")
        os.utime(part, (clock.now - age, clock.now - age))
    (tmp_path / "a-voice.gain").write_text("1.0")
    folder.make_room()
    assert {path.name for path in tmp_path.iterdir()} == {"now.part", "a-voice.gain"}


def test_clearing_leaves_no_clip_and_no_part(tmp_path: Path) -> None:
    folder = ClipFolder(tmp_path, 10**6)
    folder.write("one", clip())
    (tmp_path / "two.part").write_bytes(b"RXC1")
    folder.clear()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps folders private in its own way")
def test_the_folder_is_private(tmp_path: Path) -> None:
    folder = ClipFolder(tmp_path / "clips", 10**6)
    folder.write("one", clip())
    assert stat.S_IMODE(folder.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder.folder / "one.clip").stat().st_mode) == 0o600


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = ClipFolder(tmp_path, 10**6)

    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        folder.write("one", clip())
    assert list(tmp_path.iterdir()) == []


def test_readers_and_writers_at_once_see_whole_clips_or_none(tmp_path: Path) -> None:
    folders = [ClipFolder(tmp_path, 3_000) for _program in range(3)]
    wrong: list[str] = []

    def write(folder: ClipFolder, value: int) -> None:
        for turn in range(40):
            folder.write(f"{turn % 4}", clip(400 + value, value))
            folder.make_room()

    def read() -> None:
        for turn in range(200):
            found = folders[2].read(f"{turn % 4}")
            if found is not None and len(found.samples) != 400 + found.samples[0]:
                wrong.append(str(turn))

    threads = [
        threading.Thread(target=write, args=(folders[0], 1)),
        threading.Thread(target=write, args=(folders[1], 2)),
        threading.Thread(target=read),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert wrong == []
    assert len(names(folders[0])) == 4
