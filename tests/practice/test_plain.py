"""A practice line by line: it is voiced while the person answers, and what goes wrong later is told later."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from relaxapp.errors import VoiceError
from relaxapp.practice.conductor import Conductor, Stage
from relaxapp.practice.plain import Talk, practise
from relaxapp.practice.practice import Practice, new_entry
from relaxapp.session import Order, prepare
from relaxapp.sound.voices.usual import VoiceChoice
from relaxapp.words.person import Person
from tests.sound.held_voice import HeldVoice
from tests.ui.conftest import House
from tests.words.english import english, library

MINUTES = 3
FIRST = "You are here, and nothing more is asked of you."


class Alone:
    """A person by themselves, and a voice that says a line when the test lets it."""

    def __init__(self, folder: Path) -> None:
        self.voice = HeldVoice()
        self.house = House(folder, voice=self.voice)
        self.told: list[tuple[float, str]] = []
        """What is printed, and when, in seconds."""

    def practise(self, answer: Callable[[], str | None], meanwhile: Callable[[], None]) -> None:
        """Practise: `answer` is what is done at each question before, `meanwhile` at each look."""
        services = self.house.services
        studio, script = services.open_studio(VoiceChoice()), library().find("settling")
        conductor = Conductor(new_entry(script, MINUTES, services.now()))
        practice = Practice(conductor, services, studio, services.silent_player(), english())

        def wait(seconds: float) -> None:
            self.house.clock.seconds += seconds
            meanwhile()

        talk = Talk(
            tell=lambda line: self.told.append((self.house.clock.seconds, line)),
            ask=lambda _question: answer() if practice.view.stage is Stage.BEFORE else None,
            pressed=lambda: None,
            wait=wait,
        )
        order = Order(script, Person(), MINUTES, "none")
        practise(practice, partial(prepare, order, english(), studio, patience=0.3), talk)

    def stop_once_told(self, line: str) -> None:
        if line in [told for _when, told in self.told]:
            raise KeyboardInterrupt

    def when(self, line: str) -> float:
        return next(when for when, told in self.told if told == line)


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Alone]:
    alone = Alone(tmp_path)
    yield alone
    alone.voice.let_end()


def test_the_first_lines_are_voiced_while_the_person_answers(alone: Alone) -> None:
    def answer() -> str:
        alone.voice.wait_until_asked()
        alone.voice.let_speak()
        alone.voice.wait_until_asked(2)
        return ""

    alone.practise(answer, lambda: alone.stop_once_told(FIRST))
    assert alone.when(FIRST) == pytest.approx(1, abs=0.1)


def test_where_nobody_answers_it_begins_without_the_first_line(alone: Alone) -> None:
    def meanwhile() -> None:
        if alone.house.clock.seconds > 20 and len(alone.voice.asked) == 1:
            alone.voice.let_speak()
            alone.voice.wait_until_asked(2)
        alone.stop_once_told(FIRST)

    alone.practise(lambda: None, meanwhile)
    assert 20 < alone.when(FIRST) < 24


def test_a_voice_that_dies_late_is_told_once_and_the_words_go_on(alone: Alone) -> None:
    trouble = alone.voice.trouble = VoiceError("The voice did not answer in time.")

    def meanwhile() -> None:
        if alone.house.clock.seconds > 20:
            alone.voice.let_end()
        if alone.house.clock.seconds > 40:
            raise KeyboardInterrupt

    alone.practise(lambda: None, meanwhile)
    told = [line for _when, line in alone.told]
    assert told.count(str(trouble)) == 1
    assert told.index(str(trouble)) < told.index(FIRST)


def test_who_leaves_has_the_line_kept_that_was_being_voiced_and_no_other_voiced(alone: Alone) -> None:
    def meanwhile() -> None:
        raise KeyboardInterrupt

    alone.practise(lambda: None, meanwhile)
    alone.voice.let_end()
    assert alone.voice.asked == [FIRST]
