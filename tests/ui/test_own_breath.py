"""The breath as one's own: measured, made up, or too slow."""

from relaxapp.practice.conductor import Stage
from tests.ui.conftest import House, is_on, shown, until


async def test_taps_measure_the_breath_and_the_practice_begins_there(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.practise("paced-breathing")
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


async def test_too_slow_quickens_the_next_breath(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        house.clock.seconds = 40
        await until(pilot, lambda: "too slow for me" in shown(app))
        conductor = app._practice.conductor  # type: ignore[union-attr]
        before = conductor._plan
        await pilot.press("t")
        after = conductor._plan
        assert conductor.view.stage is Stage.PLAYING
        assert before is not None
        assert after is not None

        def in_breaths(plan: object) -> list[int]:
            return [
                cue.end - cue.start for cue in plan.cues if cue.kind == "inhale" and cue.start > 50 * 48_000
            ]  # type: ignore[attr-defined]

        assert max(in_breaths(after)) < min(in_breaths(before))


async def test_a_breath_of_ones_own_is_kept(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.open_pattern()
        await until(pilot, is_on(app, "PatternScreen"))
        await pilot.press("right", "down", "down", "left", "escape")
    assert house.store.settings().pattern == (4.5, 0.0, 5.5, 0.0)
