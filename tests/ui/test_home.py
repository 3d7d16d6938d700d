"""Home: what the week is about, and the way to every practice."""

from datetime import date

import pytest
from textual.widgets import OptionList

from relaxapp.practice.home import MOST_SUGGESTED
from tests.ui.conftest import ALL_OFFERS, House, is_on, shown, takes_keys, until


async def test_home_shows_the_week_and_its_practices(house: House) -> None:
    app = house.started_before(first_session=date(2026, 11, 17), offers=frozenset({"group day"})).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Session 2 of 8" in shown(app))
        names = [each.title for each in app.home().suggested()]
        assert names
        await until(pilot, lambda: all(name in shown(app) for name in names))
        session = app.shelf.programme().sessions[1]  # type: ignore[union-attr]
        assert names == [app.shelf.script(name).title for name in session.practices[:MOST_SUGGESTED]]


async def test_the_group_day_is_asked_once_at_the_second_start(house: House) -> None:
    app = house.practised_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, takes_keys(app, "GroupDayScreen"))
        await pilot.press("down", "down", "down", "enter")
        await until(pilot, lambda: "Monday" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: "Session 2 of 8" in shown(app))
    assert house.store.settings().first_session == date(2026, 11, 16)
    assert house.store.settings().group_weekday == 0
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Session 2 of 8" in shown(app))
        await pilot.pause(0.1)
        assert is_on(app, "HomeScreen")()


async def test_a_key_on_its_way_to_home_answers_no_question_that_came_up_by_itself(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Long enough that a busy machine presses the keys within it.
    monkeypatch.setattr("relaxapp.ui.screens.unasked.A_MOMENT", 4.0)
    app = house.practised_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "GroupDayScreen"))
        await pilot.press("enter", "escape", "down")
        await until(pilot, takes_keys(app, "GroupDayScreen"))
        assert app.screen.query_one(OptionList).highlighted == 0
    assert "group day" not in house.store.settings().offers


async def test_who_goes_their_own_way_finds_what_they_did_last(house: House) -> None:
    app = house.practised_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, takes_keys(app, "GroupDayScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "HomeScreen"))
        assert "Session" not in shown(app)
        suggested = [each.id for each in app.home().suggested()]
        assert suggested[0] == "easing-pain"
        assert len(set(suggested)) == 4


async def test_every_practice_is_two_keys_away(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("end", "up", "up", "enter")
        await until(pilot, is_on(app, "PracticesScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "ReadyScreen"))


async def test_the_programme_leads_to_a_practice(house: House) -> None:
    app = house.started_before(first_session=date(2026, 11, 17)).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("p")
        await until(pilot, is_on(app, "ProgrammeScreen"))
        assert "(now)" in shown(app)
        await pilot.press("enter")
        await until(pilot, is_on(app, "ReadyScreen"))


async def test_settling_is_one_key_away_from_home(house: House) -> None:
    app = house.started_before(first_session=date(2026, 11, 17), offers=frozenset({"group day"})).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Session 2 of 8" in shown(app))
        await pilot.press("g")
        await until(pilot, lambda: not is_on(app, "HomeScreen")())


@pytest.mark.parametrize("keys", [["enter", "enter"], ["enter", "escape"], ["escape"]])
async def test_what_was_told_of_the_group_is_marked_and_stays_until_it_is_told_anew(
    house: House, keys: list[str]
) -> None:
    app = house.started_before(first_session=date(2026, 11, 19), group_weekday=3, offers=ALL_OFFERS).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Session 1 of 8" in shown(app))
        await pilot.press("p")
        await until(pilot, is_on(app, "ProgrammeScreen"))
        await pilot.press("g")
        await pilot.pause()
        assert is_on(app, "ProgrammeScreen")(), "G is for settling alone"
        await pilot.press("w")
        await until(pilot, takes_keys(app, "GroupDayScreen"))
        chosen = app.screen.query_one(OptionList)
        assert chosen.highlighted == 2
        assert [line for line in shown(app).splitlines() if "(now)" in line and "session was 1" in line]
        for key in keys:
            await pilot.press(key)
            assert key == "escape" or not is_on(app, "GroupDayScreen")() or "Thursday  (now)" in shown(app)
        await until(pilot, is_on(app, "ProgrammeScreen"))
    settings = house.store.settings()
    assert (settings.first_session, settings.group_weekday) == (date(2026, 11, 19), 3)
