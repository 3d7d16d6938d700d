"""Where a voice is slow, hangs or dies, the practice begins, and says each line when it is there."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from relaxapp.errors import LengthError, VoiceError
from relaxapp.practice.conductor import Conductor
from relaxapp.practice.leading import Leading
from relaxapp.practice.practice import Practice, new_entry
from relaxapp.practice.room import RoomChoices, prepare_room
from relaxapp.practice.room_sound import RoomSound
from relaxapp.session import Order, Prepared, prepare
from relaxapp.sound.voices.usual import VoiceChoice
from relaxapp.timing.cues import Cue
from relaxapp.timing.frames import RATE
from relaxapp.words.person import Person
from tests.sound.held_voice import HeldVoice
from tests.ui.conftest import House
from tests.ui.test_lead import room_parts
from tests.words.english import english, library

MINUTES = 3


class Slowly:
    """A practice in a house of its own, by a voice that the test lets speak."""

    def __init__(self, folder: Path) -> None:
        self.voice = HeldVoice()
        self.house = House(folder, voice=self.voice)
        self.studio = self.house.services.open_studio(VoiceChoice())
        self.script = library().find("settling")
        services = self.house.services
        conductor = Conductor(new_entry(self.script, MINUTES, services.now()), ask_before=False)
        self.player = services.silent_player()
        self.practice = Practice(conductor, services, self.studio, self.player, english())
        self._spoken = 0

    def get_ready(self, bed: str = "none") -> Prepared:
        return prepare(Order(self.script, Person(), MINUTES, bed), english(), self.studio, patience=0)

    def begin(self, bed: str = "none") -> None:
        self.practice.begin(self.get_ready(bed))

    @property
    def now(self) -> Prepared:
        """What is played now."""
        assert self.practice._prepared is not None
        return self.practice._prepared

    @property
    def lines(self) -> tuple[Cue, ...]:
        return self.now.plan.says()

    def voiced_frames(self, line: Cue) -> int | None:
        assert line.say is not None
        return self.studio.clips.frames(line.say)

    def pass_by(self, seconds: float) -> None:
        for _look in range(round(seconds * 10)):
            self.house.clock.seconds += 0.1
            self.practice.tick()

    def wait_until_voiced(self, lines: int) -> None:
        """Let it say so many lines in all, and wait until they are kept."""
        self.voice.let_speak(lines - self._spoken)
        self._spoken = lines
        self.voice.wait_until_asked(lines + 1)

    @property
    def caption(self) -> str:
        moment = self.practice.view.moment
        assert moment is not None
        return moment.line.text if moment.line is not None else ""


@pytest.fixture
def slowly(tmp_path: Path) -> Iterator[Slowly]:
    slowly = Slowly(tmp_path)
    yield slowly
    slowly.practice.leave()
    slowly.voice.let_end()


@pytest.mark.parametrize("waited", [0, 1, 3, 20])
def test_the_background_begins_at_once_and_the_first_line_is_said_whole_once_it_is_there(
    slowly: Slowly, waited: int
) -> None:
    slowly.begin("brown-noise")
    first = slowly.lines[0].text
    slowly.pass_by(waited)
    assert slowly.player.heard == waited * RATE
    assert slowly.now.source.render_stems(RATE, RATE)[1].any()
    assert slowly.caption == ""
    slowly.wait_until_voiced(1)
    slowly.pass_by(0.1)
    line = slowly.lines[0]
    assert slowly.player.frozen_until - RATE // 10 <= line.start <= (max(waited, 1) + 3) * RATE
    assert slowly.voiced_frames(line) == line.end - line.start
    slowly.pass_by(5)
    assert slowly.caption == first
    voice, _bed = slowly.now.source.render_stems(line.start, line.end - line.start)
    assert voice[: RATE // 4].any()
    assert voice[-RATE // 4 :].any()
    assert slowly.voice.asked.count(first) == 1


def test_no_line_is_begun_before_it_is_voiced_however_slow_the_voice_is(slowly: Slowly) -> None:
    slowly.begin()
    for number in range(4):
        slowly.pass_by(30)
        assert slowly.caption != slowly.lines[number].text
        slowly.wait_until_voiced(number + 1)
        slowly.pass_by(5)
        assert slowly.caption == slowly.lines[number].text


def test_what_was_voiced_before_it_began_comes_at_its_time(slowly: Slowly) -> None:
    prepared = slowly.get_ready()
    slowly.wait_until_voiced(2)
    slowly.practice.begin(prepared)
    assert slowly.lines[0].start == RATE
    for line in slowly.lines[:2]:
        assert slowly.voiced_frames(line) == line.end - line.start


def test_a_voice_that_dies_late_is_told_and_the_captions_go_on(slowly: Slowly) -> None:
    slowly.begin()
    slowly.pass_by(20)
    assert (slowly.practice.trouble, slowly.caption) == (None, "")
    slowly.voice.trouble = VoiceError("The voice did not answer in time.")
    slowly.voice.let_end()
    slowly.pass_by(5)
    assert slowly.practice.trouble is slowly.voice.trouble
    assert slowly.caption == slowly.lines[0].text


def test_leaving_voices_nothing_more(slowly: Slowly) -> None:
    slowly.begin()
    slowly.voice.wait_until_asked()
    slowly.practice.leave()
    slowly.voice.let_end()
    assert len(slowly.voice.asked) == 1


def test_what_cannot_be_made_ready_voices_nothing_more(slowly: Slowly) -> None:
    with pytest.raises(LengthError):
        prepare(Order(slowly.script, Person(), 0.1, "none"), english(), slowly.studio, patience=0)
    slowly.voice.let_end()
    assert len(slowly.voice.asked) <= 1


def test_a_room_waits_for_its_first_line_too(slowly: Slowly) -> None:
    parts = replace(room_parts(slowly.house), studio=lambda: slowly.studio)
    prepared = prepare_room(parts, slowly.script, RoomChoices(minutes=MINUTES, bed="none"))
    leading = Leading(parts, RoomSound(parts), prepared)
    leading.begin()

    def pass_by(seconds: float) -> "Cue | None":
        for _look in range(round(seconds * 10)):
            slowly.house.clock.seconds += 0.1
            leading.tick()
        assert leading.view.moment is not None
        return leading.view.moment.line

    slowly.house.clock.seconds += 1.5  # while the screen comes up
    assert pass_by(10) is None
    slowly.wait_until_voiced(1)
    assert pass_by(2) is not None
    leading.leave()
