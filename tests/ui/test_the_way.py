"""The way through the app by keys alone: from home to a practice that is heard, rated and kept."""

from dataclasses import replace
from datetime import timedelta

import pytest
from textual.pilot import Pilot

from relaxapp.journal.entry import Ended, Entry, Obstacle
from relaxapp.journal.store import Store
from relaxapp.ui.app import RelaxApp
from relaxapp.ui.screens.practice import PracticeScreen
from relaxapp.ui.screens.ready import ReadyScreen
from tests.practice.losing_player import LosingPlayer
from tests.ui.conftest import ALL_OFFERS, NOON, House, is_on, shown, until
from tests.ui.test_sizes import keys_fit


async def test_the_first_start_asks_only_whether_the_sound_is_heard(house: House) -> None:
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "SoundCheckScreen"))
        assert "Eyes open or closed" in shown(app)
        await pilot.press("m")
        assert "Eyes open or closed" not in shown(app), "words alone are read"
        await pilot.press("m", "enter")
        await until(pilot, is_on(app, "PracticeScreen"))
    [entry] = house.entries()
    assert entry.practice == "paced-breathing"
    assert entry.planned_seconds == 120


async def test_later_one_key_leads_to_the_first_breath(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        house.clock.seconds = 30
        await until(pilot, lambda: "Breathe" in shown(app))
        assert "1:30 left" in shown(app)


async def to_a_place(app: RelaxApp, pilot: Pilot[None]) -> None:
    """Home, then the practice of the place, five minutes, without ratings."""
    await until(pilot, is_on(app, "HomeScreen"))
    app.go("practise", "a-place-of-your-own")
    await until(pilot, is_on(app, "ReadyScreen"))
    await pilot.press("home", "enter")
    await until(pilot, is_on(app, "QuestionsScreen"))


async def test_a_practice_is_rated_before_and_after_heard_to_its_end_and_kept(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_a_place(app, pilot)
        assert "0 is no pain" in shown(app)
        await pilot.press("6", "enter", "1", "0", "enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        house.clock.seconds = 299
        await until(pilot, lambda: "0:01 left" in shown(app))
        house.clock.seconds = 301
        await until(pilot, is_on(app, "QuestionsScreen"))
        await pilot.press("4", "enter", "enter", "8", "enter")
        await pilot.press("space", "down", "space", "tab", "enter")
        await pilot.press(*"sat up", "enter", "enter", *"quiet", "enter")
        await until(pilot, is_on(app, "HomeScreen"))
    [entry] = house.entries()
    assert entry.ended is Ended.COMPLETED
    assert entry.heard_seconds == 300
    assert (entry.pain_before, entry.tension_before) == (6, 10)
    assert (entry.pain_after, entry.tension_after, entry.helpful) == (4, None, 8)
    assert entry.obstacles == (Obstacle.FLARE_UP, Obstacle.TOO_TIRED)
    assert entry.obstacles_read_out
    assert (entry.own_way, entry.own_way_read_out, entry.note) == ("sat up", False, "quiet")


@pytest.mark.parametrize(
    ("keys", "ended"), [(["enter"], Ended.STOPPED), (["escape"], Ended.STOPPED), (["c"], Ended.RUNNING)]
)
async def test_escape_stops_at_once_and_offers_three_ways(
    house: House, keys: list[str], ended: Ended
) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        house.clock.seconds = 20
        await until(pilot, lambda: "1:40 left" in shown(app))
        await pilot.press("escape")
        assert app.desk.player().paused
        assert "That is always fine" in shown(app)
        house.clock.seconds = 90
        await pilot.press(*keys)
        await until(pilot, is_on(app, "PracticeScreen" if keys == ["c"] else "QuestionsScreen"))
        [entry] = house.entries()
        assert entry.ended is ended
        assert entry.heard_seconds == 20


async def test_settling_follows_a_stop_and_does_not_count(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        house.clock.seconds = 40
        await pilot.pause(0.1)
        await pilot.press("escape", "g")
        await until(pilot, lambda: "Here" in shown(app))
        house.clock.seconds = 300
        await until(pilot, is_on(app, "QuestionsScreen"))
        await until(pilot, lambda: "Skip the rest" in shown(app))
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
    [entry] = house.entries()
    assert (entry.ended, entry.heard_seconds) == (Ended.STOPPED, 40)


async def test_esc_at_the_ratings_before_leads_home_and_says_so(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_a_place(app, pilot)
        await until(pilot, lambda: "Home" in shown(app))
        assert "Skip the rest" not in shown(app)
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
    assert not house.entries()


async def test_space_holds_the_practice_and_help_holds_it_too(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        house.clock.seconds = 10
        await pilot.press("space")
        assert app.desk.player().paused
        await pilot.press("space")
        assert not app.desk.player().paused
        await pilot.press("h")
        await until(pilot, is_on(app, "HelpScreen"))
        assert app.desk.player().paused
        assert "988" in shown(app)


async def test_the_next_background_is_taken_by_a_key_that_means_nothing_else_nearby(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("practise", "paced-breathing")
        await until(pilot, is_on(app, "ReadyScreen"))
        await until(pilot, lambda: "Background: silence" in shown(app))
        assert "N Background" in shown(app).splitlines()[-1]
        assert keys_fit(app), shown(app)
        await pilot.press("b", "left", "right")
        assert "Background: silence" in shown(app), "B is for big words, and arrows skip questions"
        await pilot.press("n")
        assert "Background: silence" not in shown(app)
        assert house.store.settings().bed != "none"


async def test_a_single_question_is_not_counted(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        await pilot.press("escape", "enter")
        await until(pilot, lambda: "Did anything get in the way?" in shown(app))
        assert "1 of 1" not in shown(app)


async def test_the_key_for_favourites_ends_no_practice(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        await pilot.press("escape", "f")
        assert "You stopped. That is always fine." in shown(app)


async def test_big_words_are_one_key_away_and_stay(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        await pilot.press("b")
        await until(pilot, lambda: app.screen.query_one("#big-words").display)
    assert house.store.settings().big_letters


async def test_leaving_in_the_middle_keeps_what_was_heard(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        house.clock.seconds = 33
        await until(pilot, lambda: isinstance(app.screen, PracticeScreen) and "1:27" in shown(app))
        await pilot.press("ctrl+c")
    [entry] = house.entries()
    assert (entry.ended, entry.heard_seconds) == (Ended.STOPPED, 33)


async def test_who_ends_in_sleep_is_asked_at_the_next_opening(house: House) -> None:
    app = house.started_before(asleep=True).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        house.clock.seconds = 121
        await until(pilot, is_on(app, "HomeScreen"))
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "QuestionsScreen"))
        await pilot.press("2", "enter", "escape")
        await until(pilot, is_on(app, "HomeScreen"))
    [entry] = house.entries()
    assert (entry.pain_after, entry.ratings_due) == (2, False)


async def test_of_several_that_ended_in_sleep_only_the_last_is_rated_by_how_it_is_now(house: House) -> None:
    last = Entry("b", NOON - timedelta(hours=12), 0, ended=Ended.COMPLETED, ratings_due=True)
    before = replace(last, id="a", started=NOON - timedelta(hours=60))
    house.store.add(last, before)
    app = house.started_before(offers=ALL_OFFERS).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "QuestionsScreen"))
        await pilot.press("2", "enter", "escape")
        await until(pilot, is_on(app, "HomeScreen"))
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        assert is_on(app, "HomeScreen")()
    assert house.store.entry(last.id) == replace(last, pain_after=2, ratings_due=False)
    assert house.store.entry(before.id) == replace(before, ratings_due=False)


async def test_a_note_forgotten_in_another_window_does_not_come_back_with_the_ratings_of_the_morning(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = Entry(
        "b", NOON - timedelta(hours=12), 0, ended=Ended.COMPLETED, ratings_due=True, note="for me alone"
    )
    before = replace(last, id="a", started=NOON - timedelta(hours=60))
    house.store.add(last, before)
    ratings_due = house.store.ratings_due

    def forgotten_just_then() -> tuple[Entry, ...]:
        due = ratings_due()
        with Store(house.store.path) as other:
            other.forget_notes()
        return due

    monkeypatch.setattr(house.store, "ratings_due", forgotten_just_then)
    app = house.started_before(offers=ALL_OFFERS).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "QuestionsScreen"))
        assert house.store.entry(before.id) == replace(before, ratings_due=False, note="")
        await pilot.press("2", "enter", "escape")
        await until(pilot, is_on(app, "HomeScreen"))
    assert house.store.entry(last.id) == replace(last, pain_after=2, ratings_due=False, note="")


async def test_the_background_may_play_on_until_a_key_is_pressed(house: House) -> None:
    app = house.started_before(plays_on=10).app()
    async with app.run_test(size=(60, 20)) as pilot:
        await to_a_place(app, pilot)
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        house.clock.seconds = 125
        await until(pilot, lambda: "plays on" in shown(app))
        assert "9:55 left" in shown(app)
        assert house.entries()[0].ended is Ended.COMPLETED
        await pilot.press("space")
        await until(pilot, is_on(app, "QuestionsScreen"))
    assert house.entries()[0].heard_seconds == 120


async def test_a_background_that_ends_behind_help_leads_on_once_help_is_closed(house: House) -> None:
    app = house.started_before(plays_on=10).app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        house.clock.seconds = 125
        await until(pilot, lambda: "plays on" in shown(app))
        await pilot.press("h")
        await until(pilot, is_on(app, "HelpScreen"))
        house.clock.seconds = 1000
        await pilot.pause(0.3)
        assert is_on(app, "HelpScreen")()
        await pilot.press("escape")
        await until(pilot, is_on(app, "QuestionsScreen"))
        await until(pilot, lambda: "Skip the rest" in shown(app))
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))


async def test_a_device_that_goes_away_at_the_sound_check_is_told_there(house: House) -> None:
    player = LosingPlayer(house.clock)
    object.__setattr__(house.services, "open_player", lambda _device: player)
    app = house.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        app.desk.player()
        player.unplug()
        await pilot.press("enter")
        await until(pilot, lambda: "There is no sound just now." in shown(app))
        assert "No sound device was found." in shown(app)
        await pilot.press("plus")
        assert "No sound device was found." in shown(app), "louder is no remedy"
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))


@pytest.mark.parametrize(
    ("seconds", "ended"), [(10, Ended.STOPPED), (60, Ended.STOPPED), (None, Ended.COMPLETED)]
)
async def test_settling_by_itself_asks_nothing_when_it_is_over(
    house: House, seconds: int | None, ended: Ended
) -> None:
    app = house.started_before(asleep=True).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("g")
        await until(pilot, is_on(app, "PracticeScreen"))
        house.clock.seconds = seconds or 600
        await pilot.pause(0.1)
        if seconds is not None:
            await pilot.press("escape", "enter")
        await until(pilot, lambda: not is_on(app, "PracticeScreen")())
        await until(pilot, is_on(app, "HomeScreen"))
    [entry] = house.entries()
    assert (entry.ended, entry.ratings_due) == (ended, False)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_length_that_can_not_be_is_told_before_anything_is_rated(
    house: House, size: tuple[int, int]
) -> None:
    app = house.started_before(avoid=("the",)).app()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("practise", "what-holds-you")
        await until(pilot, is_on(app, "ReadyScreen"))
        assert isinstance(app.screen, ReadyScreen)
        at = app.screen.script.lengths.index(10)
        await pilot.press("home", *["down"] * at, "enter")
        await until(pilot, is_on(app, "ReadingScreen"))
        told = " ".join(shown(app).split())
        assert "What holds you can't be 10 minutes long with 'the' left out. It can be 6 minutes." in told
        await pilot.press("escape")
        await until(pilot, is_on(app, "ReadyScreen"))
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
    assert not house.entries()
    assert "what-holds-you" not in house.store.settings().last_minutes


async def test_that_nothing_remains_is_told_before_anything_is_rated(house: House) -> None:
    app = house.started_before(leave_out=frozenset({"body"}), muscle_question_asked=True).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("practise", "muscle-relaxation")
        await until(pilot, is_on(app, "ReadyScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "ReadingScreen"))
        assert "nothing remains" in " ".join(shown(app).split())
