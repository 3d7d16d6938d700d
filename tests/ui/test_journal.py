"""The journal's screen by keys alone: looking back, finding, changing, taking back, writing down."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from relaxapp import locations
from relaxapp.journal.by_hand import no_practice, without_app
from relaxapp.journal.entry import Entry, Kind, Obstacle
from relaxapp.journal.times import local_day
from relaxapp.practice.book import Pair
from relaxapp.ui.app import RelaxApp
from relaxapp.ui.widgets.before_after import rows
from tests.made_month import TODAY, made_month, many
from tests.ui.conftest import ALL_OFFERS, NOON, House, is_on, shown, until
from tests.ui.test_sizes import cut_off

MONTH = made_month()


@pytest.fixture
def lived(house: House) -> House:
    """A journal in which a month is kept, the group meeting on Tuesdays."""
    house.store.add(*MONTH.entries, *MONTH.pegs, *MONTH.questions)
    return house.started_before(
        group_weekday=TODAY.weekday(),
        first_session=TODAY - timedelta(days=28),
        offers=ALL_OFFERS,
    )


async def open_journal(app: RelaxApp, pilot: Pilot[None]) -> None:
    await until(pilot, lambda: "All practices" in shown(app))
    await pilot.press("j")
    await until(pilot, is_on(app, "JournalScreen"))
    await until(pilot, lambda: "[Four weeks]" in shown(app))


async def test_four_weeks_before_and_after_and_what_helped_are_a_key_apart(lived: House) -> None:
    app = lived.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await open_journal(app, pilot)
        assert "Since your group on Tue 17 Nov: 33 minutes, 4 practices." in shown(app)
        assert "  28 Oct          20                      10" in shown(app)
        await pilot.press("right")
        assert "○ before   ● after   ◉ the same" in shown(app)
        assert "Pain 6 → 7, median of 13" in shown(app)
        await pilot.press("right")
        assert "Breathing: 6 times, 29 minutes" in shown(app)
        assert "higher (median of 5)" in shown(app)
        await pilot.press("right")
        assert "Mon 23 Nov        No practice: too tired" in shown(app)
        await pilot.press("right")
        assert "[Four weeks]" in shown(app)


async def test_an_entry_is_changed_and_deleted_and_both_are_taken_back(lived: House) -> None:
    newest = lived.store.entries(limit=1)[0]
    app = lived.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_journal(app, pilot)
        await pilot.press("left", "enter")
        await until(pilot, is_on(app, "EntryScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "AskScreen"))
        await pilot.press("4", "enter")
        await until(pilot, is_on(app, "EntryScreen"))
        assert lived.store.entry(newest.id) == replace(newest, pain_before=4)
        await pilot.press("d")
        await until(pilot, lambda: "Deleted. U brings it back" in shown(app))
        assert lived.store.entry(newest.id) is None
        await pilot.press("u")
        assert lived.store.entry(newest.id) == replace(newest, pain_before=4)
        await pilot.press("u")
        assert lived.store.entry(newest.id) == newest
        assert not app.screen.check_action("undo", ())


async def test_a_deleted_entry_that_stays_in_a_safety_copy_is_told_when_one_leaves(
    lived: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locations, "data_folder", lambda: lived.folder)
    (lived.folder / "before-restore" / "a.zip").mkdir(parents=True)
    app = lived.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_journal(app, pilot)
        await pilot.press("left", "enter")
        await until(pilot, is_on(app, "EntryScreen"))
        await pilot.press("d")
        await until(pilot, lambda: "Deleted. U brings it back" in shown(app))
        await pilot.press("escape")
        await until(pilot, is_on(app, "ReadingScreen"))
        assert "may still hold your words" in " ".join(shown(app).split())


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_an_entry_shows_what_may_be_read_out_and_which_note_is_private(
    lived: House, size: tuple[int, int]
) -> None:
    told = Entry(
        "told",
        NOON + timedelta(days=1),
        0,
        obstacles=(Obstacle.TOO_TIRED,),
        obstacle_words="drilling",
        obstacles_read_out=True,
        own_way="in the kitchen",
        note="slept",
    )
    lived.store.add(told)
    app = lived.app()
    async with app.run_test(size=size) as pilot:
        await open_journal(app, pilot)
        await pilot.press("left", "enter")
        await until(pilot, is_on(app, "EntryScreen"))
        await pilot.pause()
        rows = [" ".join(row.split()) for row in shown(app).splitlines()]
        assert "In the way too tired (may be read out)" in rows
        assert "In the way, my words drilling (may be read out)" in rows
        assert "My own way in the kitchen" in rows
        assert "Private note slept" in rows


async def test_words_are_found_and_esc_shows_all_again(lived: House) -> None:
    app = lived.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_journal(app, pilot)
        await pilot.press("left", "slash", *"FATHER gar", "enter")
        found = [each for each in MONTH.entries if "father's garden" in each.note]
        listed = app.screen.query_one("#entries", OptionList)
        assert listed.option_count == len(found) > 0
        await pilot.press("slash", *"zzz", "enter")
        assert "Nothing found for “zzz”" in shown(app)
        await pilot.press("escape")
        assert listed.option_count == len(MONTH.entries)


async def test_a_long_journal_is_read_page_by_page(house: House) -> None:
    house.store.add(*many(250))
    app = house.started_before(offers=ALL_OFFERS).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_journal(app, pilot)
        await pilot.press("left")
        listed = app.screen.query_one("#entries", OptionList)
        assert listed.option_count == 100
        await pilot.press("end")
        await until(pilot, lambda: listed.option_count == 200)
        await pilot.press("end")
        await until(pilot, lambda: listed.option_count == 250)


async def test_two_practices_of_one_noon_are_both_listed_where_a_page_ends_between_them(house: House) -> None:
    house.store.add(*many(99))
    first = house.entries()[-1].started.date()
    twins = [without_app(first - timedelta(days=1), 10) for _twin in range(2)]
    house.store.add(*twins)
    app = house.started_before(offers=ALL_OFFERS).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_journal(app, pilot)
        await pilot.press("left")
        listed = app.screen.query_one("#entries", OptionList)
        assert listed.option_count == 100
        await pilot.press("end")
        await until(pilot, lambda: listed.option_count == 101)


async def to_the_days(pilot: Pilot[None], app: RelaxApp, *keys: str) -> None:
    """N, then the keys that choose what is written down: which day it was is asked."""
    await pilot.press("n")
    await until(pilot, is_on(app, "ChooseScreen"))
    await pilot.press(*keys)
    await until(pilot, lambda: "Yesterday" in shown(app))


async def write(pilot: Pilot[None], app: RelaxApp, *keys: str) -> None:
    """N, then the keys, each when the screen before it is there."""
    await pilot.press("n")
    await until(pilot, is_on(app, "ChooseScreen"))
    for key in keys:
        await pilot.press(key)
        await pilot.pause(0.05)
    await until(pilot, is_on(app, "JournalScreen"))


def newest_by_hand(house: House) -> Entry:
    known = {each.id for each in MONTH.entries}
    [found] = [each for each in house.store.entries() if each.id not in known]
    return found


async def test_a_practice_without_the_app_is_marked_as_written_later(lived: House) -> None:
    app = lived.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_journal(app, pilot)
        await write(
            pilot, app, "enter", "down", "enter", "enter", "down", "enter", "7", "enter", *"car", "enter"
        )
        entry = newest_by_hand(lived)
        assert (entry.kind, entry.entered_later) == (Kind.WITHOUT_APP, True)
        assert (entry.heard_seconds, entry.technique, entry.helpful, entry.own_way) == (600, "pmr", 7, "car")
        assert entry.started.date() == date(2026, 11, 23)
        await pilot.press("u")
        assert len(lived.store.entries()) == len(MONTH.entries)


async def test_how_long_and_what_it_was_can_be_told_anew_and_taken_back(lived: House) -> None:
    told = without_app(TODAY, 10, technique="pmr")
    lived.store.add(told)
    app = lived.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await open_journal(app, pilot)
        await pilot.press("left")
        listed = app.screen.query_one("#entries", OptionList)
        listed.highlighted = listed.get_option_index(told.id)
        await pilot.press("enter")
        await until(pilot, lambda: "How long" in shown(app) and "10 minutes" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: "About how long?" in shown(app))
        await pilot.press("down", "enter")
        await until(pilot, is_on(app, "EntryScreen"))
        await pilot.press("down", "enter")
        await until(pilot, lambda: "What was it?" in shown(app))
        await pilot.press("up", "enter")
        await until(pilot, is_on(app, "EntryScreen"))
        assert lived.store.entry(told.id) == replace(told, heard_seconds=900, technique="breathing")
        await pilot.press("escape")
        await until(pilot, is_on(app, "JournalScreen"))
        await pilot.press("u", "u")
        assert lived.store.entry(told.id) == told


async def test_a_day_without_practice_keeps_what_got_in_the_way(lived: House) -> None:
    app = lived.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_journal(app, pilot)
        await write(pilot, app, "down", "enter", "enter", "space", "tab", "enter", *"rain", "enter")
    entry = newest_by_hand(lived)
    assert (entry.kind, entry.obstacles, entry.obstacle_words) == (
        Kind.NO_PRACTICE,
        (Obstacle.FLARE_UP,),
        "rain",
    )
    assert entry.obstacles_read_out


@pytest.mark.parametrize(
    ("keys", "kept"),
    [(["tab", *"rain"], ("rain", False)), ([*"rain"], ("rain", True)), ([], ("", True))],
)
async def test_own_words_on_what_got_in_the_way_show_that_they_may_be_read_out(
    lived: House, keys: list[str], kept: tuple[str, bool]
) -> None:
    app = lived.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_journal(app, pilot)
        await to_the_days(pilot, app, "down", "enter")
        await pilot.press("enter")
        await until(pilot, is_on(app, "AskScreen"))
        await pilot.press("space", "tab", "enter")
        await until(pilot, lambda: "in your own words" in shown(app))
        assert "[x] May be read out in the group" in shown(app)
        assert "The mark is for these words" in shown(app)
        await pilot.press(*keys, "enter")
        await until(pilot, is_on(app, "JournalScreen"))
    entry = newest_by_hand(lived)
    assert (entry.obstacle_words, entry.obstacles_read_out) == kept
    assert entry.obstacles == (Obstacle.FLARE_UP,)


async def test_who_marks_what_got_in_the_way_is_told_that_own_words_go_with_it(lived: House) -> None:
    told = replace(no_practice(TODAY, (Obstacle.HURT,), "he was loud"), id="told")
    lived.store.add(told)
    app = lived.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await open_journal(app, pilot)
        await pilot.press("left")
        listed = app.screen.query_one("#entries", OptionList)
        listed.highlighted = listed.get_option_index("told")
        await pilot.press("enter")
        await until(pilot, is_on(app, "EntryScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "AskScreen"))
        assert "The mark is for your own words, too." in " ".join(shown(app).split())
        assert not cut_off(app)


async def test_the_week_in_three_questions_and_a_line_for_the_group(lived: House) -> None:
    app = lived.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_journal(app, pilot)
        await write(
            pilot, app, "down", "down", "enter", "enter", "5", "enter", "6", "enter", "1", "0", "enter"
        )
        peg = next(each for each in lived.store.pegs() if each.id not in {old.id for old in MONTH.pegs})
        assert (peg.average_pain, peg.enjoyment, peg.activity) == (5, 6, 10)
        await write(pilot, app, "end", "enter", "enter", *"why", "tab", "enter")
        line = next(
            each for each in lived.store.questions() if each.id not in {old.id for old in MONTH.questions}
        )
        assert (line.text, line.read_out) == ("why", True)
        await write(pilot, app, "end", "enter", "down", "down", "enter", *["backspace"] * 3, "enter")
        assert line.id not in {each.id for each in lived.store.questions()}


def test_a_plot_tells_a_fall_a_rise_and_no_change_without_colour() -> None:
    day = TODAY
    drawn = rows([Pair(day, 4, 1), Pair(day, 2, 3), Pair(day, 6, 6)])
    assert {10 - at: row for at, row in enumerate(drawn) if row.strip("· ")} == {
        6: "    ◉",
        4: "○    ",
        3: "│ ●  ",
        2: "│ ○  ",
        1: "●    ",
    }


async def test_a_long_note_stays_in_its_column(lived: House) -> None:
    newest = lived.store.entries(limit=1)[0]
    note = "Slept badly, then better after the second time; my shoulder let go a little by itself today."
    lived.store.update(replace(newest, note=note))
    app = lived.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await open_journal(app, pilot)
        await pilot.press("left", "enter")
        await until(pilot, is_on(app, "EntryScreen"))
        await pilot.press("end")
        await pilot.pause()
        rows = shown(app).splitlines()
        first = next(at for at, row in enumerate(rows) if "Slept badly" in row)
        column = rows[first].index("Slept badly")
        assert rows[first + 1].index(rows[first + 1].split()[0]) == column


async def test_esc_goes_one_step_back_while_a_practice_is_written_down(lived: House) -> None:
    app = lived.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await open_journal(app, pilot)
        await to_the_days(pilot, app, "enter")
        await pilot.press("down", "enter")
        await until(pilot, lambda: "About how long?" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: "What was it?" in shown(app))
        await pilot.press("down", "enter")
        await until(pilot, is_on(app, "AskScreen"))
        await pilot.press("escape")
        await until(pilot, lambda: "What was it?" in shown(app))
        await pilot.press("escape")
        await until(pilot, lambda: "About how long?" in shown(app))
        await pilot.press("escape")
        await until(pilot, lambda: "Yesterday" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: "About how long?" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: "What was it?" in shown(app))
        await pilot.press("enter")
        await until(pilot, is_on(app, "AskScreen"))
        await pilot.press("enter")
        await pilot.pause(0.1)
        await pilot.press("enter")
        await until(pilot, is_on(app, "JournalScreen"))
    assert local_day(newest_by_hand(lived)) == TODAY - timedelta(days=1)


async def test_esc_goes_back_to_the_day_that_was_without_practice(lived: House) -> None:
    app = lived.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await open_journal(app, pilot)
        await to_the_days(pilot, app, "down", "enter")
        await pilot.press("enter")
        await until(pilot, is_on(app, "AskScreen"))
        await pilot.press("escape")
        await until(pilot, lambda: "Yesterday" in shown(app))
