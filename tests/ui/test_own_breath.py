"""The breath as one's own: measured, made up, or too slow."""

import pytest
from textual.pilot import Pilot

from relaxapp.timing.cues import CueKind
from relaxapp.timing.frames import frames
from relaxapp.timing.plan import Plan
from relaxapp.ui.app import RelaxApp
from relaxapp.ui.screens.pattern import PatternScreen
from relaxapp.ui.screens.practice import ANSWER_SECONDS
from tests.ui.conftest import House, is_on, shown, until
from tests.ui.test_sizes import cut_off


async def test_taps_measure_the_breath_and_the_practice_begins_there(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("practise", "paced-breathing")
        await until(pilot, is_on(app, "ReadyScreen"))
        await pilot.press("t")
        await until(pilot, is_on(app, "TappingScreen"))
        for _tap in range(6):
            await pilot.press("space")
            house.clock.seconds += 4.0
        assert "About 15 breaths a minute" in shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: "your own 15 breaths" in shown(app))
    assert house.store.settings().breath_rate == 15


async def test_taps_that_are_faster_than_anyone_breathes_are_kept_as_the_fastest_breath(
    house: House,
) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("measure_breath")
        await until(pilot, is_on(app, "TappingScreen"))
        for _tap in range(6):
            await pilot.press("space")
            house.clock.seconds += 0.82
        assert "About 60 breaths a minute" in shown(app)
        await pilot.press("enter")
        await until(pilot, is_on(app, "HomeScreen"))
    assert house.store.settings().breath_rate == 60


async def test_too_slow_quickens_the_next_breath(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_breath(house, app, pilot)
        before = plan_of(app)
        await pilot.press("t")
        assert max(in_breaths(plan_of(app))) < min(in_breaths(before))


@pytest.mark.parametrize("big", [False, True])
async def test_too_slow_is_answered_on_the_screen(house: House, big: bool) -> None:
    app = house.started_before(big_letters=big).app()
    async with app.run_test(size=(60, 20)) as pilot:
        await to_the_breath(house, app, pilot)
        await pilot.press("t")
        assert "A little quicker from the next one on." in shown(app)
        house.clock.seconds += ANSWER_SECONDS - 1
        await pilot.pause(0.2)
        assert "A little quicker" in shown(app), "long enough to read it"
        house.clock.seconds += 2
        await until(pilot, lambda: "too slow for me" in shown(app))


async def test_too_slow_says_when_it_gets_no_quicker(house: House) -> None:
    app = house.started_before(breath_rate=20).app()
    async with app.run_test(size=(60, 20)) as pilot:
        await to_the_breath(house, app, pilot)
        await pilot.press("t")
        assert "From the next one on, as quick as it gets." in shown(app)


async def test_a_volume_is_told_long_enough_to_read_it_and_gives_way_to_the_next_key(house: House) -> None:
    app = house.started_before(voice_volume=0.8, bed_volume=0.8).app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        await pilot.press("plus")
        house.clock.seconds += ANSWER_SECONDS - 1
        await pilot.pause(0.2)
        assert "Volume 90%" in shown(app)
        await pilot.press("down")
        assert "Background 80%" in shown(app)
        await pilot.press("space")
        assert "Paused. Space carries on." in shown(app)


async def to_the_breath(house: House, app: RelaxApp, pilot: Pilot[None]) -> None:
    """From home to where the breath is paced."""
    await until(pilot, lambda: "All practices" in shown(app))
    await pilot.press("enter")
    await until(pilot, is_on(app, "PracticeScreen"))
    house.clock.seconds = 40
    await until(pilot, lambda: "too slow for me" in shown(app))


def plan_of(app: RelaxApp) -> Plan:
    """The plan that is playing."""
    assert app.practice is not None
    plan = app.practice.conductor._plan
    assert plan is not None
    return plan


def in_breaths(plan: Plan) -> list[int]:
    """How long the breaths in last from 50 seconds on, in frames."""
    later = [cue for cue in plan.cues if cue.start > frames(50)]
    return [cue.end - cue.start for cue in later if cue.kind is CueKind.INHALE]


async def test_a_breath_of_ones_own_is_kept(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.push_screen(PatternScreen())
        await until(pilot, is_on(app, "PatternScreen"))
        await pilot.press("right", "down", "down", "left", "escape")
    assert house.store.settings().pattern == (4.5, 0.0, 5.5, 0.0)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_breath_of_ones_own_can_be_unmade(house: House, size: tuple[int, int]) -> None:
    app = house.started_before().app()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.push_screen(PatternScreen())
        await until(pilot, is_on(app, "PatternScreen"))
        await until(pilot, lambda: "not made up yet" in shown(app))
        await pilot.press("right")
        await until(pilot, lambda: "Backspace unmakes it" in shown(app))
        assert not cut_off(app)
        assert house.store.settings().pattern == (4.5, 0.0, 6.0, 0.0)
        await pilot.press("backspace")
        await until(pilot, lambda: "not made up yet" in shown(app))
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
    assert house.store.settings().pattern is None


async def test_one_second_is_said_as_one(house: House) -> None:
    app = house.started_before(pattern=(1.0, 0.0, 1.5, 0.0)).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.push_screen(PatternScreen())
        await until(pilot, lambda: "1 second\n" in shown(app) and "1.5 seconds" in shown(app))
