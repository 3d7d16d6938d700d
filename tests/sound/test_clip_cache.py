"""A line is voiced once; private lines lie apart; where the disk can't keep clips, memory does."""

import errno
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from relaxapp.errors import FileError, VoiceError
from relaxapp.sound.clip import Clip
from relaxapp.sound.voices import clip_cache
from relaxapp.sound.voices.clip_cache import PRIVATE_SECONDS, TIDY_SECONDS, ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.local_key import KEY_BYTES
from relaxapp.sound.voices.silent import SilentVoice
from relaxapp.sound.voices.voice import Tuning
from relaxapp.sound.voicing import Voicing
from relaxapp.timing.frames import house_frames
from relaxapp.words.script import Manner, Say

PLAIN = Say("Let them go.")
SECRET = Say("You are at Grandmother's garden.", private=True)


class FakeVoice:
    """A voice whose clips tell how often it has spoken, but for the sentences that measure its loudness."""

    def __init__(self, key: str = "fake", rate: int = 48_000) -> None:
        self.name = "fake"
        self.key = key
        self.rate = rate
        self.spoken: list[Say] = []
        self.trouble: VoiceError | None = None
        self.warmed = 0
        self.closed = 0
        self._lock = threading.Lock()

    def at(self, _tuning: Tuning) -> "FakeVoice":
        return self

    def warm(self) -> None:
        self.warmed += 1

    def speak(self, say: Say) -> Clip:
        with self._lock:
            if self.trouble is not None:
                raise self.trouble
            self.spoken.append(say)
            samples = np.full(11_000 + 10 * len(self.spoken), 100 * len(self.spoken), np.int16)
            samples[::2] *= -1
            return Clip(samples, self.rate)

    def close(self) -> None:
        self.closed += 1


class Clock:
    """A clock that tests set."""

    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def voice() -> FakeVoice:
    return FakeVoice()


def cache(folder: Path, **more: object) -> ClipCache:
    """A cache under `folder`."""
    return ClipCache(folder / "clips", folder / "private", folder / "clip.key", **more)  # type: ignore[arg-type]


def files(folder: Path) -> list[str]:
    """The clips in a folder, by name."""
    return sorted(path.name for path in folder.glob("*.clip"))


def test_a_line_is_voiced_once_and_heard_the_same_ever_after(voice: FakeVoice, tmp_path: Path) -> None:
    clips = Clips(voice, cache(tmp_path))
    assert clips.get(PLAIN) is None
    assert clips.frames(PLAIN) is None
    first = clips.voiced(PLAIN)
    for again in (clips, Clips(voice, cache(tmp_path))):
        assert (again.voiced(PLAIN).samples == first.samples).all()
        found = again.get(PLAIN)
        assert found is not None
        assert (found.samples == first.samples).all()
        assert again.frames(PLAIN) == house_frames(len(first.samples), first.rate)
    assert voice.spoken == [PLAIN]


@pytest.mark.parametrize(
    "other",
    [
        Say("Let them go"),
        Say("Let them go.", Manner.RELEASE),
        Say("Let them go.", private=True),
    ],
)
def test_other_words_manners_and_private_lines_have_clips_of_their_own(
    other: Say, voice: FakeVoice, tmp_path: Path
) -> None:
    clips = Clips(voice, cache(tmp_path))
    clips.voiced(PLAIN)
    clips.voiced(other)
    assert voice.spoken == [PLAIN, other]


def test_another_voice_has_clips_of_its_own(tmp_path: Path) -> None:
    voices = [FakeVoice("one"), FakeVoice("two")]
    for voice in voices:
        Clips(voice, cache(tmp_path)).voiced(PLAIN)
    assert [len(voice.spoken) for voice in voices] == [1, 1]


@pytest.mark.parametrize(
    "text", ["", "\0", "../../etc/passwd", "x" * 10_000, "🙂 \ud800", "a/b\\c:d", "שלום", "con.txt"]
)
def test_any_text_names_a_clip(text: str, voice: FakeVoice, tmp_path: Path) -> None:
    clips = Clips(voice, cache(tmp_path))
    clips.voiced(Say(text))
    clips.voiced(Say(text))
    assert len(voice.spoken) == 1
    assert len(files(tmp_path / "clips")) == 1
    assert {path.name for path in tmp_path.iterdir()} == {"clips"}


@pytest.mark.parametrize(
    ("frames", "rate", "house"),
    [(0, 22_050, 0), (22_050, 22_050, 48_000), (1, 22_050, 2), (22_051, 32_000, 33_077), (777, 48_000, 777)],
)
def test_lengths_at_the_house_rate(frames: int, rate: int, house: int) -> None:
    assert house_frames(frames, rate) == house


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 24_000, 32_000, 44_100])
def test_lengths_at_the_house_rate_are_those_of_the_resampler(rate: int) -> None:
    import soxr

    for frames in (1, 2, 100, 101, 22_050, 22_051, 33_333, 66_667):
        resampled = soxr.resample(np.zeros(frames, np.float32), rate, 48_000)
        assert house_frames(frames, rate) == len(resampled)


# many lines


def test_all_lines_are_voiced_each_once_and_progress_is_told(voice: FakeVoice, tmp_path: Path) -> None:
    clips = Clips(voice, cache(tmp_path))
    clips.voiced(Say("line 3"))
    says = [Say(f"line {number % 6}") for number in range(12)]
    told: list[tuple[int, int]] = []
    clips.voice_all(says, lambda done, all_of_them: told.append((done, all_of_them)))
    assert sorted(say.text for say in voice.spoken) == [f"line {number}" for number in range(6)]
    assert told == [(done, 6) for done in range(1, 7)]
    assert all(clips.get(say) is not None for say in says)


def test_voicing_all_ends_at_the_first_trouble(voice: FakeVoice, tmp_path: Path) -> None:
    voice.trouble = VoiceError("It hangs.")
    with pytest.raises(VoiceError, match="It hangs"):
        Clips(voice, cache(tmp_path)).voice_all([Say(f"line {number}") for number in range(50)])
    assert voice.spoken == []


class FailsOnce(FakeVoice):
    """A voice that can say everything but one line, and has no name once it is closed."""

    def __getattribute__(self, name: str) -> Any:
        assert name != "key" or not self.closed, "it would start anew"
        return super().__getattribute__(name)

    def speak(self, say: Say) -> Clip:
        if say.text == "line 20":
            raise VoiceError("Not this one.")
        return super().speak(say)


def test_what_was_said_before_the_trouble_is_kept(tmp_path: Path) -> None:
    clips = Clips(FailsOnce(), cache(tmp_path))
    says = [Say(f"line {number}") for number in range(50)]
    with pytest.raises(VoiceError, match="Not this one"):
        clips.voice_all(says)
    again = Clips(FakeVoice(), cache(tmp_path))
    assert [again.get(say) is not None for say in says[:25]] == [True] * 20 + [False] * 5


def test_what_progress_raises_ends_the_voicing(voice: FakeVoice, tmp_path: Path) -> None:
    def stop(done: int, _all_of_them: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Clips(voice, cache(tmp_path)).voice_all([Say(f"line {number}") for number in range(500)], stop)
    assert 3 <= len(voice.spoken) < 400


# damage


def damage(path: Path, at: int) -> None:
    """Change one byte of a file."""
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def test_a_truncated_clip_is_voiced_again(voice: FakeVoice, tmp_path: Path) -> None:
    clips = Clips(voice, cache(tmp_path))
    clips.voiced(PLAIN)
    (path,) = (tmp_path / "clips").glob("*.clip")
    path.write_bytes(path.read_bytes()[:-100])
    again = Clips(voice, cache(tmp_path))
    assert again.frames(PLAIN) is None
    again.voiced(PLAIN)
    assert len(voice.spoken) == 2


def test_damaged_samples_are_voiced_again_at_the_length_plans_know(voice: FakeVoice, tmp_path: Path) -> None:
    frames = len(Clips(voice, cache(tmp_path)).voiced(PLAIN).samples)
    (path,) = (tmp_path / "clips").glob("*.clip")
    damage(path, 500)
    clips = Clips(voice, cache(tmp_path))
    found = clips.get(PLAIN)
    assert found is not None
    assert len(voice.spoken) == 2
    assert len(found.samples) == frames
    assert found.samples[101] == 200
    again = clips.get(PLAIN)
    assert again is not None
    assert (again.samples == found.samples).all()
    assert len(voice.spoken) == 2


def test_damaged_samples_and_no_voice_are_no_clip(voice: FakeVoice, tmp_path: Path) -> None:
    Clips(voice, cache(tmp_path)).voiced(PLAIN)
    (path,) = (tmp_path / "clips").glob("*.clip")
    damage(path, 500)
    voice.trouble = VoiceError("It hangs.")
    assert Clips(voice, cache(tmp_path)).get(PLAIN) is None


def test_what_was_voiced_just_now_is_at_hand_once_and_then_comes_from_the_disk(
    voice: FakeVoice, tmp_path: Path
) -> None:
    clips = Clips(voice, cache(tmp_path))
    first = clips.voiced(PLAIN)
    assert clips.get(PLAIN) is first
    kept = clips.get(PLAIN)
    assert kept is not None
    assert kept is not first
    assert (kept.samples == first.samples).all()


def test_no_more_is_at_hand_than_there_is_room_for(
    voice: FakeVoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clip_cache, "AT_HAND_BYTES", 100_000)
    clips = Clips(voice, cache(tmp_path))
    lines = [Say(f"line {number}") for number in range(20)]
    voiced = {say: clips.voiced(say) for say in lines}
    at_hand = [say for say in lines if clips.get(say) is voiced[say]]
    assert at_hand == lines[-len(at_hand) :]
    assert sum(voiced[say].samples.nbytes for say in at_hand) <= 100_000
    assert 1 < len(at_hand) < 6


# private lines


def test_private_lines_lie_apart_and_their_names_tell_nothing(voice: FakeVoice, tmp_path: Path) -> None:
    for home in ("one", "two"):
        Clips(voice, cache(tmp_path / home)).voiced(SECRET)
        assert files(tmp_path / home / "clips") == []
        assert len(files(tmp_path / home / "private")) == 1
    assert files(tmp_path / "one" / "private") != files(tmp_path / "two" / "private")
    again = Clips(voice, cache(tmp_path / "one"))
    assert again.get(SECRET) is not None
    assert again.frames(SECRET) is not None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files private in its own way")
def test_private_clips_and_their_key_are_for_the_owner_alone(voice: FakeVoice, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Clips(voice, cache(tmp_path / "home")).voiced(SECRET)
    finally:
        os.umask(before)
    private = tmp_path / "home" / "private"
    (clip,) = private.glob("*.clip")
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (private, clip, tmp_path / "home" / "clip.key")]
    assert modes == [0o700, 0o600, 0o600]


def test_private_clips_live_thirty_days(voice: FakeVoice, tmp_path: Path) -> None:
    Clips(voice, cache(tmp_path)).voiced(SECRET)
    Clips(voice, cache(tmp_path)).voiced(PLAIN)
    clock = Clock((next((tmp_path / "private").glob("*.clip"))).stat().st_mtime + PRIVATE_SECONDS - 60)
    clips = Clips(voice, cache(tmp_path, clock=clock))
    assert clips.get(SECRET) is not None
    clock.now += 120
    assert clips.frames(SECRET) is None
    assert files(tmp_path / "private") == []
    assert clips.get(PLAIN) is not None


def test_private_clips_that_are_too_old_go_though_nobody_asks_for_them(
    voice: FakeVoice, tmp_path: Path
) -> None:
    Clips(voice, cache(tmp_path)).voiced(SECRET)
    clock = Clock(next((tmp_path / "private").glob("*.clip")).stat().st_mtime + PRIVATE_SECONDS - 60)
    running = Clips(voice, cache(tmp_path, clock=clock))
    running.frames(PLAIN)
    assert len(files(tmp_path / "private")) == 1
    clock.now += TIDY_SECONDS + 1
    running.frames(PLAIN)
    assert files(tmp_path / "private") == []


def test_forgetting_deletes_every_private_clip_and_the_key_and_nothing_else(
    voice: FakeVoice, tmp_path: Path
) -> None:
    own = cache(tmp_path)
    clips = Clips(voice, own)
    clips.voiced(SECRET)
    clips.voiced(PLAIN)
    own.forget_private()
    own.forget_private()
    assert list((tmp_path / "private").iterdir()) == []
    assert not (tmp_path / "clip.key").exists()
    assert clips.get(SECRET) is None
    assert clips.get(PLAIN) is not None
    clips.voiced(SECRET)
    assert Clips(voice, cache(tmp_path)).get(SECRET) is not None


def test_forgetting_that_fails_is_told(
    voice: FakeVoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = cache(tmp_path)
    Clips(voice, own).voiced(SECRET)

    def refuse(*_arguments: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(FileError) as caught:
        own.forget_private()
    assert str(tmp_path / "private") in caught.value.hint


@pytest.mark.parametrize("content", [b"", b"short"])
def test_a_damaged_key_is_made_anew(content: bytes, voice: FakeVoice, tmp_path: Path) -> None:
    (tmp_path / "clip.key").write_bytes(content)
    Clips(voice, cache(tmp_path)).voiced(SECRET)
    assert Clips(voice, cache(tmp_path)).get(SECRET) is not None
    assert {path.name for path in tmp_path.iterdir()} == {"private", "clip.key"}
    assert not files(tmp_path / "clips")
    assert len((tmp_path / "clip.key").read_bytes()) == KEY_BYTES


def test_programs_that_make_the_key_at_once_end_with_the_same(tmp_path: Path) -> None:
    line = (
        "import sys; from pathlib import Path; from relaxapp.sound.voices.local_key import local_key;"
        "sys.stdin.readline(); print(local_key(Path(sys.argv[1])).hex())"
    )
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", line, str(tmp_path / "key")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _program in range(4)
    ]
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("\n")
        program.stdin.flush()
    keys = {program.communicate(timeout=60)[0] for program in programs}
    assert len(keys) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


class InterruptedVoice(FakeVoice):
    """A voice while whose speaking something happens."""

    def __init__(self, meanwhile: Callable[[], None]) -> None:
        super().__init__()
        self._meanwhile = meanwhile

    def speak(self, say: Say) -> Clip:
        clip = super().speak(say)
        self._meanwhile()
        return clip


def everything_in(folder: Path) -> set[str]:
    """The files and folders in a folder, by name; that of clips which hold nothing private is left out."""
    return {path.name for path in folder.rglob("*")} - {"clips"}


def voiced_alone(clips: Clips) -> None:
    assert len(clips.voiced(SECRET).samples)


def voiced_with_others(clips: Clips) -> None:
    clips.voice_all([SECRET])


def voiced_by_a_stand_in(clips: Clips) -> None:
    failing = FakeVoice("failing")
    failing.trouble = VoiceError("It hangs.")
    assert len(Clips(failing, clips.cache, clips.voice).voiced(SECRET).samples)


@pytest.mark.parametrize("voiced", [voiced_alone, voiced_with_others, voiced_by_a_stand_in])
def test_what_is_forgotten_while_it_is_voiced_is_not_kept(
    voiced: Callable[[Clips], None], tmp_path: Path
) -> None:
    own = cache(tmp_path)
    voiced(Clips(InterruptedVoice(own.forget_private), own))
    assert everything_in(tmp_path) == set()
    assert not own._at_hand._clips
    assert not own._memory._clips


@pytest.mark.parametrize("voiced", [voiced_alone, voiced_with_others, voiced_by_a_stand_in])
def test_what_another_window_forgot_while_it_was_voiced_is_not_kept(
    voiced: Callable[[Clips], None], tmp_path: Path
) -> None:
    own, other = cache(tmp_path), cache(tmp_path)
    Clips(FakeVoice(), own).voiced(replace(SECRET, text="My aunt Ida."))
    voiced(Clips(InterruptedVoice(other.forget_private), own))
    assert everything_in(tmp_path) == {"private"}, "its folder, with nothing in it"
    assert not own._at_hand._clips
    assert not own._memory._clips


def test_without_a_key_on_the_disk_nothing_counts_as_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(path: Path) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr("relaxapp.sound.voices.clip_cache.local_key", no_room)
    own = cache(tmp_path)
    clips = Clips(FakeVoice(), own)
    clips.voiced(SECRET)
    assert clips.get(SECRET) is not None
    assert own.forgettings == 0


def test_what_is_said_after_another_window_forgot_is_kept(tmp_path: Path) -> None:
    own, other = cache(tmp_path), cache(tmp_path)
    clips = Clips(FakeVoice(), own)
    clips.voiced(SECRET)
    other.forget_private()
    clips.voiced(replace(SECRET, text="My aunt Ida."))
    assert clips.get(replace(SECRET, text="My aunt Ida.")) is not None
    assert len(list((tmp_path / "private").glob("*.clip"))) == 1


def test_what_is_forgotten_while_it_is_mended_is_not_kept(tmp_path: Path) -> None:
    Clips(FakeVoice(), cache(tmp_path)).voiced(SECRET)
    (path,) = (tmp_path / "private").glob("*.clip")
    damage(path, 500)
    own = cache(tmp_path)
    assert Clips(InterruptedVoice(own.forget_private), own).get(SECRET) is not None
    assert everything_in(tmp_path) == {"private"}
    assert not own._at_hand._clips


def test_lines_that_were_asked_for_before_a_forgetting_are_not_kept_after_it(tmp_path: Path) -> None:
    own = cache(tmp_path)
    voice = FakeVoice()
    voicing = Voicing(Clips(voice, own), [SECRET, PLAIN])
    own.forget_private()
    voicing.start(patience=1)
    voicing._thread.join(30)
    assert voice.spoken == [SECRET, PLAIN]
    assert not files(tmp_path / "private")
    assert not (tmp_path / "clip.key").exists()
    assert len(files(tmp_path / "clips")) == 1


def test_what_holds_nothing_private_is_kept_though_answers_are_forgotten_meanwhile(tmp_path: Path) -> None:
    own = cache(tmp_path)
    clips = Clips(InterruptedVoice(own.forget_private), own)
    clips.voiced(PLAIN)
    assert clips.get(PLAIN) is not None
    assert len(files(tmp_path / "clips")) == 1


def test_lines_voiced_after_a_forgetting_are_kept(voice: FakeVoice, tmp_path: Path) -> None:
    own = cache(tmp_path)
    own.forget_private()
    Clips(voice, own).voiced(SECRET)
    assert len(files(tmp_path / "private")) == 1


@pytest.mark.parametrize("say", [PLAIN, SECRET])
def test_a_voice_that_is_closed_while_it_speaks_makes_no_folder_anew(say: Say, tmp_path: Path) -> None:
    own = cache(tmp_path)
    clips = Clips(InterruptedVoice(lambda: clips.close()), own)
    clips.voiced(say)
    assert clips.get(say) is None
    assert everything_in(tmp_path) == set()
    assert not (tmp_path / "clips").exists()


def test_looking_for_a_private_clip_makes_no_key(voice: FakeVoice, tmp_path: Path) -> None:
    clips = Clips(voice, cache(tmp_path))
    assert clips.get(SECRET) is None
    assert clips.frames(SECRET) is None
    assert everything_in(tmp_path) == set()


# a disk that does not keep clips


@pytest.fixture(params=["full", "no folder", "no private folder"])
def broken(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place where clips can't be kept."""
    if request.param == "full":

        def full(*_arguments: object, **_more: object) -> tuple[int, str]:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("tempfile.mkstemp", full)
        yield tmp_path
    else:
        wall = tmp_path / "wall"
        wall.write_text("a file where a folder should be")
        yield wall


@pytest.mark.parametrize("say", [PLAIN, SECRET])
def test_without_a_disk_clips_are_kept_in_memory_and_it_is_told_once(
    say: Say, voice: FakeVoice, broken: Path
) -> None:
    told: list[FileError] = []
    own = cache(broken, on_trouble=told.append)
    clips = Clips(voice, own)
    first = clips.voiced(say)
    found = clips.get(say)
    assert found is not None
    assert (found.samples == first.samples).all()
    assert clips.frames(say) == house_frames(len(first.samples), first.rate)
    clips.voiced(Say("Another line.", private=say.private))
    assert len(voice.spoken) == 2
    assert told == [own.trouble]
    assert "can't be kept on disk" in told[0].message
    assert Clips(voice, cache(broken)).get(say) is None


def test_memory_is_bounded(voice: FakeVoice, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clip_cache, "MEMORY_BYTES", 100_000)
    clips = Clips(voice, cache(broken))
    lines = [Say(f"line {number}") for number in range(20)]
    for say in lines:
        clips.voiced(say)
    kept = [say for say in lines if clips.get(say) is not None]
    assert kept == lines[-len(kept) :]
    assert 1 < len(kept) < 6


def forget_and_find_the_key_again(own: ClipCache, key_file: Path) -> None:
    """Forget, and put the key back: whatever of the clips is left would be found by its name."""
    key = key_file.read_bytes()
    own.forget_private()
    key_file.write_bytes(key)


def test_forgetting_empties_memory_too(
    voice: FakeVoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    own = cache(tmp_path)
    clips = Clips(voice, own)
    monkeypatch.setattr(own._private, "write", full)
    clips.voiced(SECRET)
    assert clips.get(SECRET) is not None
    forget_and_find_the_key_again(own, tmp_path / "clip.key")
    assert clips.get(SECRET) is None
    assert clips.frames(SECRET) is None


def test_forgetting_empties_what_is_at_hand(voice: FakeVoice, tmp_path: Path) -> None:
    own = cache(tmp_path)
    clips = Clips(voice, own)
    clips.voiced(SECRET)
    forget_and_find_the_key_again(own, tmp_path / "clip.key")
    assert clips.frames(SECRET) is None
    assert clips.get(SECRET) is None


# a voice that fails


def test_warming_starts_the_voice(voice: FakeVoice, tmp_path: Path) -> None:
    Clips(voice, cache(tmp_path)).warm()
    assert voice.warmed == 1


class KeylessVoice(FakeVoice):
    """A voice that must start to know which one it is, and fails."""

    asked = 0

    @property
    def key(self) -> str:
        self.asked += 1
        raise VoiceError("It does not start.")

    @key.setter
    def key(self, value: str) -> None:
        pass


def test_a_voice_without_a_key_has_no_clips_and_is_asked_once(tmp_path: Path) -> None:
    voice = KeylessVoice()
    clips = Clips(voice, cache(tmp_path))
    assert clips.get(PLAIN) is None
    assert clips.frames(PLAIN) is None
    assert voice.asked == 1


def test_closing_closes_the_voice(voice: FakeVoice, tmp_path: Path) -> None:
    Clips(voice, cache(tmp_path)).close()
    assert voice.closed == 1


def test_a_silent_voice_works_like_any_other(tmp_path: Path) -> None:
    clips = Clips(SilentVoice(), cache(tmp_path))
    clips.warm()
    clips.voice_all([PLAIN, SECRET, Say("")])
    assert clips.frames(PLAIN) == house_frames(*reversed((22_050, round(22_050 * 60 * 3 / 125))))
