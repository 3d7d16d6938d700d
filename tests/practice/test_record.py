"""Recording line by line, without a screen or a microphone."""

from pathlib import Path

import numpy as np
import pytest

from relaxapp import locations
from relaxapp.library.library import Library
from relaxapp.practice.record import Recorder, Stage, lines_to_record, remarks
from relaxapp.session import lines_of
from relaxapp.sound.voices.recording import Recording
from relaxapp.timing.frames import RATE
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.script import Say
from tests.sound.spoken import room, spoken

LINES = (Say("One."), Say("Two."), Say("Three."))


@pytest.fixture
def recorder(tmp_path: Path) -> Recorder:
    return Recorder(LINES, Recording(tmp_path))


def stage(recorder: Recorder) -> Stage:
    """What happens with the present line."""
    return recorder.view.stage


def record(recorder: Recorder) -> None:
    recorder.begin()
    recorder.end(spoken(), RATE)


def test_a_line_is_said_heard_and_kept(recorder: Recorder, tmp_path: Path) -> None:
    recorder.begin()
    assert stage(recorder) is Stage.RECORDING
    recorder.end(spoken(), RATE)
    assert stage(recorder) is Stage.HEARD
    assert LINES[0] not in Recording(tmp_path), "nothing is kept before it is asked for"
    recorder.keep()
    assert (recorder.view.line, recorder.view.recorded) == (LINES[1], 1)
    assert LINES[0] in Recording(tmp_path)


def test_again_takes_the_place_of_what_was_said(recorder: Recorder) -> None:
    record(recorder)
    first = recorder.view.take
    record(recorder)
    assert recorder.view.take is not first
    assert recorder.view.line == LINES[0]


def test_silence_is_told_and_can_be_tried_again(recorder: Recorder) -> None:
    recorder.begin()
    recorder.end(room(1.0, 0.0005), RATE)
    assert stage(recorder) is Stage.READY
    take = recorder.view.take
    assert take is not None
    assert "Nothing was heard" in remarks(take)
    recorder.keep()
    assert recorder.view.recorded == 0


def test_it_goes_on_another_day_where_it_was_left(recorder: Recorder, tmp_path: Path) -> None:
    record(recorder)
    recorder.keep()
    assert Recorder(LINES, Recording(tmp_path)).view.line == LINES[1]


def test_every_line_recorded_is_the_end_and_one_can_go_back(recorder: Recorder) -> None:
    for _line in LINES:
        record(recorder)
        recorder.keep()
    assert stage(recorder) is Stage.DONE
    recorder.begin()
    assert stage(recorder) is Stage.DONE
    recorder.step(-1)
    assert stage(recorder) is Stage.READY
    assert recorder.view.kept


def test_faults_are_told_in_plain_words(recorder: Recorder) -> None:
    recorder.begin()
    recorder.end(np.clip(spoken(volume=3.0, noise=0.02), -1, 1), RATE)
    take = recorder.view.take
    assert take is not None
    assert "too loud" in remarks(take)
    assert "room" in remarks(take)


def test_every_line_of_every_length_is_recorded() -> None:
    library = Library(locations.shipped_scripts(), Path("/nothing of one's own"))
    script, lexicon = library.find("a-warm-kitchen"), library.lexicon()
    lines = lines_to_record(script, Person(), lexicon)
    for minutes in script.lengths:
        assert set(lines_of(personalise(script, Person(), minutes, lexicon))) <= set(lines)
