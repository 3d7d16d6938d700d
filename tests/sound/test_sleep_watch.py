"""Sleep is time that passed without the programs."""

import time

import pytest

from relaxapp.sound.sleep_watch import SleepWatch


@pytest.mark.parametrize(
    ("awake", "whole", "slept"),
    [(60, 60, False), (60, 61, False), (0, 3_600, True), (60, 63, True), (60, 50, False), (0, 0, False)],
)
def test_it_slept_when_the_clocks_drew_apart(awake: float, whole: float, slept: bool) -> None:
    clocks = {"awake": 5.0, "whole": 900.0}
    watch = SleepWatch(lambda: clocks["awake"], lambda: clocks["whole"])
    assert not watch.slept()
    clocks["awake"] += awake
    clocks["whole"] += whole
    assert watch.slept() is slept
    assert not watch.slept(), "it is told once"


def test_the_real_clocks_stay_together_while_awake() -> None:
    watch = SleepWatch()
    time.sleep(0.01)
    assert not watch.slept()
