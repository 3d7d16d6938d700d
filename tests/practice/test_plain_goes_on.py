"""Line by line, a practice goes on whatever happens to the sound device and the journal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from relaxapp.errors import JournalError, LengthError
from relaxapp.journal.entry import Ended
from relaxapp.practice.conductor import Conductor, Stage
from relaxapp.practice.plain import Talk, practise
from relaxapp.practice.practice import Practice, new_entry
from relaxapp.session import Order, prepare
from relaxapp.sound.voices.usual import VoiceChoice
from relaxapp.words.person import Person
from tests.practice.losing_player import LosingPlayer
from tests.ui.conftest import House
from tests.words.english import english, library

MINUTES = 3
WENT_AWAY = "The sound device went away. Press Enter to carry on."
NO_DEVICE = "There is no sound device. Enter looks again. C and Enter carry on in words alone."
FULL = "There is no space left on the disk. The practice goes on, and is kept as soon as that can be done."


class Somebody:
    """Practises, and does at some seconds what a test says."""

    def __init__(self, folder: Path) -> None:
        self.house = House(folder)
        self.player = LosingPlayer(self.house.clock)
        self.told: list[str] = []
        self.typed: list[str] = []
        self.full = False
        writing = self.house.store._writing

        @contextmanager
        def when_not_full(*, at_once: bool = True) -> Iterator[object]:
            if self.full:
                raise JournalError("There is no space left on the disk.", "Make some space.")
            with writing(at_once=at_once) as db:
                yield db

        self.house.store._writing = when_not_full  # type: ignore[assignment, method-assign]
        services = self.house.services
        self.studio = services.open_studio(VoiceChoice())
        self.script = library().find("settling")
        conductor = Conductor(new_entry(self.script, MINUTES, services.now()), ask_before=False)
        self.practice = Practice(conductor, services, self.studio, self.player, english())

    def practise(self, at: dict[int, Callable[[], object]], stopped: str = "") -> None:
        """`at`: what happens when so many seconds have gone by; `stopped`: what is answered after a stop."""
        left = sorted(at)

        def wait(seconds: float) -> None:
            self.house.clock.seconds += seconds
            if left and self.house.clock.seconds >= left[0]:
                at[left.pop(0)]()

        talk = Talk(
            tell=self.told.append,
            ask=lambda _question: stopped if self.practice.view.stage is Stage.ASKING else None,
            pressed=lambda: self.typed.pop(0) if self.typed else None,
            wait=wait,
        )
        order = Order(self.script, Person(), MINUTES, "none")
        practise(self.practice, partial(prepare, order, english(), self.studio, patience=0.3), talk)

    def stop(self) -> None:
        raise KeyboardInterrupt


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Somebody]:
    made = Somebody(tmp_path)
    yield made
    made.practice.leave()


def test_without_any_device_enter_looks_again_and_c_goes_on_in_words(person: Somebody) -> None:
    person.practise(
        {
            20: person.player.unplug,
            30: lambda: person.typed.append(""),
            40: lambda: person.typed.append(""),
            50: lambda: person.typed.append(" C"),
        }
    )
    assert person.told.count(WENT_AWAY) == 1
    assert person.told.count(NO_DEVICE) == 2
    assert "On it goes." in person.told
    [entry] = person.house.entries()
    assert entry.ended is Ended.COMPLETED
    assert entry.heard_seconds >= MINUTES * 60


def test_who_carries_on_after_a_stop_is_told_too(person: Somebody) -> None:
    def unplugged_and_stopped() -> None:
        person.player.unplug()
        person.stop()

    person.practise({20: unplugged_and_stopped, 30: lambda: person.typed.append("c")}, stopped="c")
    assert person.told.count(NO_DEVICE) == 1
    assert WENT_AWAY not in person.told
    assert person.house.entries()[0].ended is Ended.COMPLETED


def test_a_disk_that_is_full_is_told_once_and_all_is_kept_when_it_can_be(person: Somebody) -> None:
    person.full = True
    person.practise({60: lambda: setattr(person, "full", False), 90: person.stop})
    assert person.told.count(FULL) == 1
    [entry] = person.house.entries()
    assert (entry.ended, entry.heard_seconds) == (Ended.STOPPED, 90)


def test_where_the_settling_cannot_be_made_ready_it_is_told(
    person: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_long(*_given: object, **_more: object) -> None:
        raise LengthError("These words don't fit.", "Choose another length.", 1, 2)

    monkeypatch.setattr("relaxapp.practice.practice.prepare", too_long)
    person.practise({60: person.stop}, stopped="g")
    assert "These words don't fit. Choose another length." in person.told
    assert person.house.entries()[0].ended is Ended.STOPPED
