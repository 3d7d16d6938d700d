"""Activity by quota, by keys alone: chosen, remembered, played and kept."""

from tests.ui.conftest import House, is_on, shown, until
from tests.ui.test_sizes import cut_off, keys_fit


async def test_a_quota_is_chosen_with_the_arrows_and_kept_in_the_journal_as_an_activity(house: House) -> None:
    app = house.started_before(asleep=True).app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("practise", "activity-pacing")
        await until(pilot, is_on(app, "PacingScreen"))
        await pilot.pause()
        assert not cut_off(app)
        assert keys_fit(app)
        await pilot.press("left", "left", "down", "right", "down", "right")
        assert "42 minutes in all" in shown(app)
        await pilot.press("enter")
        await until(pilot, is_on(app, "QuestionsScreen"))
        await pilot.press("enter", "enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        house.clock.seconds = 60
        await until(pilot, lambda: "Active, 1 of 3  " in shown(app))
        house.clock.seconds = 42 * 60 + 1
        await until(pilot, lambda: "how was it to stop?" in shown(app))
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
    [entry] = house.entries()
    assert (entry.technique, entry.practice, entry.planned_seconds) == ("activity", "activity-pacing", 2520)
    assert house.store.settings().pacing == (8, 6, 3)


async def test_it_says_where_it_ends_and_goes_back_without_a_trace(house: House) -> None:
    app = house.started_before(pacing=(60, 60, 1)).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("pacing")
        await until(pilot, is_on(app, "PacingScreen"))
        await pilot.press("right")
        assert "from 1 to 60" in shown(app)
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
    assert house.entries() == []
