"""A practice goes on whatever happens to the sound device and the journal, by keys alone."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual.pilot import Pilot

from relaxapp.errors import JournalError, LengthError
from relaxapp.journal.entry import Ended
from relaxapp.ui.app import RelaxApp
from tests.practice.losing_player import LosingPlayer
from tests.ui.conftest import House, is_on, shown, until
from tests.ui.test_sizes import cut_off, keys_fit

NO_DEVICE = "There is no sound device."
UNWRITTEN = "Nothing can be written in the journal just now."
FULL = "There is no space left on the disk."


class Headphones:
    """What can be unplugged, and how full the disk is."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.player = LosingPlayer(house.clock)
        object.__setattr__(house.services, "open_player", lambda _device: self.player)
        self.full = False
        writing = house.store._writing

        @contextmanager
        def when_not_full(*, at_once: bool = True) -> Iterator[object]:
            if self.full:
                raise JournalError(FULL, "Make some space.")
            with writing(at_once=at_once) as db:
                yield db

        house.store._writing = when_not_full  # type: ignore[assignment, method-assign]

    async def begin(self, pilot: Pilot[None], app: RelaxApp) -> None:
        """Breathe now, until thirty seconds were heard, when nothing is being said."""
        await until(pilot, is_on(app, "HomeScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        await self.at(pilot, app, 30)

    async def at(self, pilot: Pilot[None], app: RelaxApp, seconds: int) -> None:
        """So many seconds of it are heard."""
        self.house.clock.seconds = seconds
        left = 120 - seconds
        await until(pilot, lambda: f"{left // 60}:{left % 60:02} left" in shown(app))


@pytest.fixture
def headphones(house: House) -> Headphones:
    house.started_before()
    return Headphones(house)


def words(app: RelaxApp) -> str:
    return " ".join(shown(app).split())


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_without_any_device_space_looks_again_and_c_goes_on_in_words(
    house: House, headphones: Headphones, size: tuple[int, int]
) -> None:
    app = house.app()
    async with app.run_test(size=size) as pilot:
        await headphones.begin(pilot, app)
        headphones.player.unplug()
        await until(pilot, lambda: "Space carries on" in shown(app))
        for _try in range(2):
            await pilot.press("space")
            assert NO_DEVICE in shown(app)
            assert "C carries on in words alone." in words(app)
            assert not cut_off(app)
            assert keys_fit(app)
        house.clock.seconds = 100
        assert "1:30 left" in shown(app)
        await pilot.press("c")
        assert NO_DEVICE not in shown(app)
        house.clock.seconds = 130
        await until(pilot, lambda: "1:00 left" in shown(app))
        assert house.entries()[0].heard_seconds == 60
        await pilot.press("space")
        assert "Paused." in shown(app)
        await pilot.press("space")
        house.clock.seconds = 240
        await until(pilot, lambda: "Pain now" in shown(app))
    [entry] = house.entries()
    assert (entry.ended, entry.heard_seconds) == (Ended.COMPLETED, 120)


async def test_once_there_is_a_device_again_space_goes_on_with_sound(
    house: House, headphones: Headphones
) -> None:
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await headphones.begin(pilot, app)
        headphones.player.unplug()
        await until(pilot, lambda: "Space carries on" in shown(app))
        await pilot.press("space")
        headphones.player.plugged_in = True
        await pilot.press("space")
        assert not headphones.player.paused
        await headphones.at(pilot, app, 40)


@pytest.mark.parametrize("then", ["c", "g"])
async def test_who_stopped_and_has_no_device_any_more_is_not_left_alone(
    house: House, headphones: Headphones, then: str
) -> None:
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await headphones.begin(pilot, app)
        await pilot.press("escape")
        headphones.player.unplug()
        await pilot.press(then)
        if then == "c":
            assert NO_DEVICE in shown(app)
            await pilot.press("c")
        house.clock.seconds += 20
        await until(pilot, lambda: ("1:10" if then == "c" else "2:40") + " left" in shown(app))


async def test_a_practice_begins_in_words_where_the_device_went_away_before(
    house: House, headphones: Headphones
) -> None:
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        app.desk.player()
        headphones.player.unplug()
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        assert "No sound device was found." in shown(app)
        await headphones.at(pilot, app, 20)


async def test_a_disk_that_fills_up_is_told_once_and_all_is_kept_when_it_can_be(
    house: House, headphones: Headphones
) -> None:
    app = house.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await headphones.begin(pilot, app)
        headphones.full = True
        await headphones.at(pilot, app, 40)
        assert UNWRITTEN in words(app)
        assert not cut_off(app)
        for seconds in (50, 60, 70):
            await headphones.at(pilot, app, seconds)
        assert UNWRITTEN not in words(app)
        assert house.entries()[0].heard_seconds == 30
        headphones.full = False
        await headphones.at(pilot, app, 80)
        assert house.entries()[0].heard_seconds == 80


async def test_what_is_rated_while_nothing_can_be_written_is_told_and_kept_at_the_end(
    house: House, headphones: Headphones
) -> None:
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        headphones.full = True
        await headphones.begin(pilot, app)
        house.clock.seconds = 121
        await until(pilot, is_on(app, "QuestionsScreen"))
        await pilot.press("4", "enter", "escape")
        await until(pilot, is_on(app, "ReadingScreen"))
        assert FULL in shown(app)
        assert "is kept as soon as it can be" in words(app)
        assert not house.entries()
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
        headphones.full = False
        await pilot.press("q")
    [entry] = house.entries()
    assert (entry.ended, entry.heard_seconds, entry.pain_after) == (Ended.COMPLETED, 120, 4)


async def test_where_the_settling_cannot_be_made_ready_it_is_told_and_the_practice_is_over(
    house: House, headphones: Headphones, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_long(*_given: object, **_more: object) -> None:
        raise LengthError("These words don't fit.", "Choose another length.", 1, 2)

    app = house.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await headphones.begin(pilot, app)
        monkeypatch.setattr("relaxapp.practice.practice.prepare", too_long)
        await pilot.press("escape", "g")
        await until(pilot, lambda: "Pain now" in shown(app))
        assert "These words don't fit." in shown(app)
    assert house.entries()[0].ended is Ended.STOPPED
