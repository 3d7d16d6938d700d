"""Handing out the same: sound, captions and words as it was led, with its silences as they were held."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from relaxapp import locations
from relaxapp.errors import FileError, SoundError, VoiceError
from relaxapp.led.log import LedLog
from relaxapp.library.library import Library
from relaxapp.practice.hand_out import hand_out
from relaxapp.practice.lead import Key, Stage
from relaxapp.practice.leading import Leading
from relaxapp.practice.room import RoomChoices, RoomParts, person, prepare_room
from relaxapp.practice.room_sound import RoomSound
from relaxapp.practice.room_words import with_opening
from relaxapp.session import Studio, lines_of
from relaxapp.sound.clip import Clip
from relaxapp.sound.clock_player import ClockPlayer
from relaxapp.sound.player import Source
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.voice import Tuning
from relaxapp.timing.frames import RATE
from relaxapp.words.personalise import personalise
from relaxapp.words.script import Say

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


class Humming:
    """A voice that hums each line for a second, so that words and silences can be told apart."""

    key = "humming"
    name = "humming"

    def __init__(self, seconds: int = 1) -> None:
        self.seconds = seconds

    def speak(self, _say: Say) -> Clip:
        time = np.arange(self.seconds * RATE) / RATE
        return Clip((8000 * np.sin(2 * np.pi * 220 * time)).astype(np.int16), RATE)

    def at(self, _tuning: Tuning) -> "Humming":
        return self

    def warm(self) -> None:
        pass

    def close(self) -> None:
        pass


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Room:
    """A room with a clock that the test moves."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        studio = Studio(
            Clips(Humming(), ClipCache(folder / "clips", folder / "private", folder / "key")),
            locations.shipped_audio(),
            folder / "beds",
            125,
        )
        self.parts = RoomParts(
            library=Library(locations.shipped_scripts(), folder / "scripts"),
            studio=lambda: studio,
            player=lambda: ClockPlayer(self.clock),
            silent_player=lambda: ClockPlayer(self.clock),
            log=LedLog(folder / "led.db"),
            hand_out_to=folder / "handed out",
            stay_awake=lambda: pytest.fail("nobody asked"),
            now=lambda: NOON,
        )
        script = self.parts.library.find("one-hard-moment")
        choices = RoomChoices(minutes=script.lengths[0], bed="none")
        studio.clips.voice_all([])
        prepared = prepare_room(self.parts, script, choices)
        self.leading = Leading(self.parts, RoomSound(self.parts), prepared)
        self.leading.begin()
        while not prepared.voicing.done:
            pass
        self.leading.tick()

    def wait(self, seconds: float) -> None:
        until = self.clock.seconds + seconds
        while self.clock.seconds < until and self.leading.view.stage is Stage.LEADING:
            self.clock.seconds = min(self.clock.seconds + 0.25, until)
            self.leading.tick()

    def into_a_silence(self) -> float:
        """Wait until nothing is said, and say when that began, in seconds."""
        while (moment := self.leading.view.moment) is None or moment.line is None or moment.saying:
            self.wait(0.25)
        return moment.line.end / RATE


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def silences(path: Path) -> list[tuple[float, float]]:
    """From when to when nothing is heard for a second and more, in seconds."""
    from relaxapp.sound.files import read

    samples, rate = read(path, "float32")
    step = rate // 100
    loud = np.abs(samples[: len(samples) // step * step, 0]).reshape(-1, step).max(axis=1) > 0.01
    edges = np.flatnonzero(np.diff(np.concatenate([[True], loud, [True]]).astype(int))) / 100
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [(float(first), float(last)) for first, last in pairs if last - first >= 1]


def test_the_file_has_the_silences_as_they_were_held(room: Room, tmp_path: Path) -> None:
    held = []
    for seconds in (70.0, 31.5):
        begun = room.into_a_silence()
        room.leading.press(Key.HOLD)
        room.wait(seconds)
        room.leading.press(Key.HOLD)
        held.append((begun, room.clock.seconds))
        room.wait(3)
    room.leading.press(Key.MUTE)
    room.leading.press(Key.COME_BACK)
    room.wait(10_000)
    assert room.leading.view.stage is Stage.OVER

    handed = hand_out(room.leading.led, NOON, tmp_path / "out")
    assert handed.trouble is None
    found = silences(handed.files[0])
    for begun, gone_on in held:
        assert any(abs(first - begun) < 0.1 and abs(last - gone_on) < 0.1 for first, last in found), found
    lines = [cue for cue in room.leading.led.plan.says() if cue.end - cue.start == RATE]
    assert len(found) >= len(lines) - 1
    captions = next(file for file in handed.files if file.suffix == ".vtt").read_text()
    assert captions.count("-->") == len(lines)


def test_the_words_tell_what_was_led_and_nothing_of_who_was_there(room: Room, tmp_path: Path) -> None:
    room.into_a_silence()
    room.leading.press(Key.HOLD)
    room.wait(45)
    room.leading.press(Key.HOLD)
    room.wait(4)
    room.leading.conductor.ask()
    room.leading.end()
    handed = hand_out(room.leading.led, NOON, tmp_path / "out")
    text = next(file for file in handed.files if file.suffix == ".md").read_text()
    assert text.startswith("# One hard moment\n")
    assert "Tuesday 24 November 2026" in text
    assert "(silence, 4" in text
    assert "let go by" in text
    assert "One Two" not in text
    page = next(file for file in handed.files if file.suffix == ".pdf")
    assert page.read_bytes().startswith(b"%PDF")
    assert {file.parent for file in handed.files} == {handed.folder}


def test_without_a_voice_the_words_are_handed_out_all_the_same(room: Room, tmp_path: Path) -> None:
    room.wait(20)
    room.leading.prepared.voicing.trouble = VoiceError("There is no voice here.", "Install one.")
    handed = hand_out(room.leading.led, NOON, tmp_path / "out")
    assert [file.suffix for file in handed.files] == [".vtt", ".md", ".pdf"]
    assert "no voice" in str(handed.trouble)


def test_a_folder_that_cannot_be_made_is_told_of(room: Room, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    room.wait(20)
    with pytest.raises(FileError, match="can't be made"):
        hand_out(room.leading.led, NOON, tmp_path / "out")


def test_a_device_that_goes_away_leaves_the_words(room: Room) -> None:
    class Lost(ClockPlayer):
        lost = True

    room.wait(20)
    lost = Lost(room.clock)
    lost.play(room.leading.prepared.source, room.leading.player.heard)
    room.leading.player = lost
    room.leading.tick()
    assert room.leading.sound_lost
    before = room.leading.player.heard
    room.wait(5)
    assert room.leading.player.heard == before + 5 * RATE
    assert room.leading.view.stage is Stage.LEADING


def test_lines_follow_each_other_as_they_were_led(room: Room) -> None:
    room.into_a_silence()
    room.leading.press(Key.AGAIN)
    room.wait(10_000)
    says = room.leading.led.plan.says()
    assert says[0].say == says[1].say or says[1].say == says[2].say
    assert all(one.end <= other.start for one, other in pairwise(says))


def test_a_device_that_went_away_while_the_title_waited_leaves_the_words(room: Room) -> None:
    class Gone(ClockPlayer):
        def play(self, source: Source, start: int = 0) -> None:  # noqa: ARG002
            raise SoundError("No sound device was found.", "Connect one.")

    sound = RoomSound(replace(room.parts, player=lambda: Gone(room.clock)))
    leading = Leading(room.parts, sound, room.leading.prepared)
    leading.begin()
    room.clock.seconds += 5
    leading.tick()
    assert leading.player.heard == 5 * RATE
    assert "No sound device" in str(leading.trouble)


def test_what_cannot_last_so_short_lasts_as_near_to_it_as_it_can(room: Room, tmp_path: Path) -> None:
    cache = ClipCache(tmp_path / "slow", tmp_path / "slow private", tmp_path / "slow key")
    studio = replace(room.parts.studio(), clips=Clips(Humming(seconds=9), cache))
    parts = replace(room.parts, studio=lambda: studio)
    script = parts.library.find("one-minute")
    reading = personalise(with_opening(script), person(RoomChoices()), 1, parts.library.lexicon())
    studio.clips.voice_all(lines_of(reading))
    prepared = prepare_room(parts, script, RoomChoices(minutes=1, bed="none"))
    assert 61 < prepared.plan.frames / RATE < 240
