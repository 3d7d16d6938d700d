"""A practice on the player that is heard, whose device goes away: what was heard is counted on in words."""

from pathlib import Path

import pytest

from relaxapp.practice.conductor import Conductor, Stage
from relaxapp.practice.practice import Practice, new_entry
from relaxapp.session import Order, prepare
from relaxapp.sound.voices.usual import VoiceChoice
from relaxapp.words.person import Person
from tests.sound.test_device_player import warmed
from tests.ui.conftest import House
from tests.words.english import english, library


def test_what_was_heard_before_and_after_is_counted_together(tmp_path: Path) -> None:
    house = House(tmp_path)
    player, device = warmed()
    services, script = house.services, library().find("settling")
    studio = services.open_studio(VoiceChoice())
    conductor = Conductor(new_entry(script, 3, services.now()), ask_before=False)
    practice = Practice(conductor, services, studio, player, english())
    practice.begin(prepare(Order(script, Person(), 3, "none"), english(), studio, patience=1))
    for _second in range(30):
        device.pass_(1)
        practice.tick()
    device.vanish()
    device.names = []
    practice.tick()
    [entry] = house.entries()
    assert entry.heard_seconds == pytest.approx(30, abs=1)
    for _try in range(2):
        practice.do(conductor.pause())
        practice.tick()
        assert practice.view.missing
        assert conductor.stage is Stage.PAUSED
    practice.do(conductor.without_sound())
    house.clock.seconds = 20
    practice.tick()
    practice.do(conductor.stop())
    assert house.entries()[0].heard_seconds == pytest.approx(50, abs=1)
    practice.leave()
