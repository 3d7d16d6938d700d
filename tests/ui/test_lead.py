"""Leading a room by keys alone, from home to the list of exercises led; the journal stays closed."""

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from relaxapp.journal.store import Store
from relaxapp.led.log import LedLog
from relaxapp.practice.hand_out import HandedOut
from relaxapp.practice.leading import Leading
from relaxapp.practice.room import RoomChoices, RoomParts, prepare_room, usual_choices
from relaxapp.session import Prepared
from relaxapp.sound.clock_player import ClockPlayer
from relaxapp.sound.voices.usual import VoiceChoice
from relaxapp.timing.frames import RATE
from relaxapp.ui.app import RelaxApp
from relaxapp.ui.house_app import HouseApp
from relaxapp.ui.room_app import RoomApp
from relaxapp.ui.screens.room import RoomScreen
from tests.ui.conftest import House, is_on, shown, until
from tests.ui.test_sizes import cut_off

SIZES = [(60, 20), (80, 24), (120, 40), (200, 60)]


def room_app(house: House, name: str = "one-hard-moment", choices: RoomChoices | None = None) -> RoomApp:
    """The app of `relaxapp lead`, in the house."""
    parts = room_parts(house)
    script = parts.library.find(name)
    chosen = choices or RoomChoices(minutes=usual_choices(script).minutes, bed="none")
    return RoomApp(parts, script, chosen)


def room_parts(house: House) -> RoomParts:
    """What leading needs, in the house."""
    services = house.services
    studio = services.open_studio(VoiceChoice())
    return RoomParts(
        library=services.library,
        studio=lambda: studio,
        player=lambda: ClockPlayer(house.clock),
        silent_player=services.silent_player,
        log=LedLog(services.led_log),
        hand_out_to=services.hand_out_to,
        stay_awake=services.stay_awake,
        now=services.now,
    )


def leading(app: HouseApp) -> Leading:
    assert isinstance(app.screen, RoomScreen)
    return app.screen.leading


async def wait(house: House, pilot: Pilot[None], seconds: float) -> None:
    """Let time go by, as the player's clock counts it."""
    app = pilot.app
    for _second in range(round(seconds)):
        house.clock.seconds += 1
        if isinstance(app.screen, RoomScreen):
            app.screen._look()
    await pilot.pause()


@asynccontextmanager
async def led(
    house: House, size: tuple[int, int] = (80, 24), name: str = "one-hard-moment"
) -> AsyncIterator[tuple[RoomApp, Pilot[None]]]:
    """An exercise that has just begun."""
    app = room_app(house, name)
    async with app.run_test(size=size) as pilot:
        await until(pilot, is_on(app, "RoomSetupScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "RoomTitleScreen"))
        await pilot.press("space")
        await until(pilot, lambda: isinstance(app.screen, RoomScreen) and "left" in shown(app))
        yield app, pilot


async def into_a_silence(house: House, pilot: Pilot[None], app: HouseApp) -> None:
    await wait(house, pilot, 5)
    while (moment := leading(app).view.moment) is None or moment.saying or moment.line is None:
        await wait(house, pilot, 1)


def forbidden(*_given: object, **_named: object) -> None:
    raise AssertionError("the journal was opened")


async def test_from_home_to_the_title_in_three_keys_and_space_begins(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = house.started_before(bed="waves", leave_out=frozenset({"left arm"}), voice_volume=0.3).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        for name in ("begin", "add", "update", "keep_up", "save_settings", "settings", "answers", "entries"):
            monkeypatch.setattr(Store, name, forbidden)
        await pilot.press("l")
        await until(pilot, is_on(app, "RoomPracticesScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "RoomSetupScreen"))
        assert "Left out: nothing" in shown(app)
        await pilot.press("enter")
        await until(pilot, is_on(app, "RoomTitleScreen"))
        await pilot.press("space")
        await until(pilot, is_on(app, "RoomScreen"))
        await pilot.press("escape", "enter")
        await until(pilot, is_on(app, "RoomOverScreen"))
        monkeypatch.undo()
        await pilot.press("enter")
        await until(pilot, is_on(app, "HomeScreen"))
    assert house.entries() == []
    assert len(LedLog(house.services.led_log).exercises()) == 1


async def test_a_letter_jumps_to_a_practice_and_the_one_led_last_is_marked(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("l")
        await until(pilot, is_on(app, "RoomPracticesScreen"))
        await pilot.press("o", "enter")
        await until(pilot, is_on(app, "RoomSetupScreen"))
        first = app.screen.query_one(".title").visual.plain  # type: ignore[attr-defined]
        assert first.startswith("O")
        await pilot.press("escape")
        await until(pilot, is_on(app, "RoomPracticesScreen"))
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))


async def test_the_app_of_a_room_opens_no_journal(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "__init__", forbidden)
    async with led(house) as (app, pilot):
        await wait(house, pilot, 5)
        await pilot.press("e")
        await wait(house, pilot, 120)
        await until(pilot, is_on(app, "RoomOverScreen"))
    [exercise] = LedLog(house.services.led_log).exercises()
    assert exercise.practice == "one-hard-moment"
    assert exercise.people is None


async def test_space_holds_and_goes_on_and_the_end_follows(house: House) -> None:
    async with led(house) as (app, pilot):
        await into_a_silence(house, pilot, app)
        await pilot.press("space")
        line = leading(app).view.moment
        left = leading(app).view.remaining
        await wait(house, pilot, 90)
        assert "Held 1:30" in shown(app)
        assert leading(app).view.moment is not None
        assert line is not None
        assert leading(app).view.moment.line.text == line.line.text  # type: ignore[union-attr]
        assert left - leading(app).view.remaining <= 30 * RATE
        await pilot.press("space")
        await wait(house, pilot, 1)
        assert "Held" not in shown(app)
        assert leading(app).view.moment.line.text != line.line.text  # type: ignore[union-attr]


async def test_up_and_down_are_told_and_move_the_end(house: House) -> None:
    async with led(house) as (app, pilot):
        before = leading(app).view.remaining
        await pilot.press("up", "up", "up")
        assert "Silences 130%" in shown(app)
        assert leading(app).view.remaining > before
        await pilot.press("down", "down", "down")
        assert "Silences" not in shown(app)
        assert abs(leading(app).view.remaining - before) < RATE


async def test_right_left_s_and_e_move_along(house: House) -> None:
    async with led(house) as (app, pilot):
        await into_a_silence(house, pilot, app)
        said = len(leading(app).led.plan.says())
        await pilot.press("right")
        await wait(house, pilot, 1)
        assert len(leading(app).led.plan.says()) == said + 1
        await into_a_silence(house, pilot, app)
        await pilot.press("left")
        await wait(house, pilot, 2)
        says = leading(app).led.plan.says()
        assert says[-1].say == says[-2].say
        await pilot.press("s")
        await wait(house, pilot, 6)
        section = leading(app).view.moment
        assert section is not None
        assert section.section == 1
        await pilot.press("e")
        await wait(house, pilot, 8)
        assert "To finish" in shown(app)


async def test_m_gives_the_lines_to_the_facilitator_with_a_quiet_cue(house: House) -> None:
    async with led(house) as (app, pilot):
        await into_a_silence(house, pilot, app)
        await pilot.press("m")
        assert "○ next in" in shown(app) or "◐ next in" in shown(app)
        while leading(app).view.moment is not None and not leading(app).view.moment.saying:  # type: ignore[union-attr]
            await wait(house, pilot, 1)
        assert "● read now" in shown(app)
        await pilot.press("m")
        assert "read now" not in shown(app)


async def test_while_it_asks_to_end_only_the_keys_that_answer_are_told(house: House) -> None:
    async with led(house) as (app, pilot):
        await pilot.press("escape")
        await until(pilot, lambda: "End here? Enter ends it. Esc goes on." in shown(app))
        assert "Esc end" not in shown(app)
        await pilot.press("escape")
        await until(pilot, lambda: "Esc end" in shown(app))


async def test_k_hides_the_keys_and_shows_them(house: House) -> None:
    async with led(house) as (app, pilot):
        assert "Space hold" in shown(app)
        await pilot.press("k")
        await until(pilot, lambda: "Space hold" not in shown(app))
        await pilot.press("k")
        await until(pilot, lambda: "Space hold" in shown(app))


@pytest.mark.parametrize("key", ["escape", "ctrl+c", "ctrl+q"])
async def test_nothing_ends_a_room_by_one_key(house: House, key: str) -> None:
    async with led(house) as (app, pilot):
        await wait(house, pilot, 5)
        await pilot.press("enter", "q", "h", key)
        assert "End here? Enter ends it. Esc goes on." in shown(app)
        before = leading(app).player.heard
        await wait(house, pilot, 3)
        assert leading(app).player.heard > before
        await pilot.press("escape")
        assert "End here?" not in shown(app)
        await pilot.press(key, "enter")
        await until(pilot, is_on(app, "RoomOverScreen"))


async def test_the_end_is_told_as_a_time_of_day_and_stands_still(house: House) -> None:
    async with led(house) as (app, pilot):
        end = (house.clock.now() + timedelta(minutes=10)).strftime("%H:%M")
        seen = set()
        for _look in range(30):
            await wait(house, pilot, 19)
            seen.add(shown(app).splitlines()[0].split("until")[1].strip())
        assert seen == {end}


async def test_a_lost_sound_device_is_told_and_the_words_go_on(house: House) -> None:
    class Lost(ClockPlayer):
        lost = True

    async with led(house) as (app, pilot):
        await wait(house, pilot, 5)
        lost = Lost(house.clock)
        lost.play(leading(app).prepared.source, leading(app).player.heard)
        leading(app).player = lost
        await wait(house, pilot, 1)
        assert "The sound went away. The words go on here." in shown(app)
        await wait(house, pilot, 40)
        assert "went away" not in shown(app)
        assert isinstance(app.screen, RoomScreen)


async def test_handing_out_and_noting(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def hand_out(
        led: Prepared, began: datetime, where: Path, *, progress: Callable[[float], None]
    ) -> HandedOut:
        progress(0.5)
        return HandedOut(where / f"{began:%H.%M} {led.reading.title}", ())

    monkeypatch.setattr("relaxapp.practice.hand_out.hand_out", hand_out)
    monkeypatch.setenv("HOME", str(house.folder))
    async with led(house) as (app, pilot):
        await wait(house, pilot, 20)
        await pilot.press("escape", "enter")
        await until(pilot, is_on(app, "RoomOverScreen"))
        await pilot.press("h")
        await until(pilot, lambda: "Written:" in shown(app))
        assert "~/handed out/12.00 One hard moment" in " ".join(shown(app).split())
        assert str(house.folder) not in shown(app)
        await pilot.press("n")
        await until(pilot, is_on(app, "RoomNoteScreen"))
        await pilot.press(*"nine", "enter")
        assert "Please type a number" in shown(app)
        await pilot.press("backspace", "backspace", "backspace", "backspace", "9", "enter")
        await pilot.press(*"calm", "enter")
        await until(pilot, is_on(app, "RoomOverScreen"))
    [exercise] = LedLog(house.services.led_log).exercises()
    assert (exercise.people, exercise.note) == (9, "calm")


async def test_what_is_set_up_is_what_is_led(house: House) -> None:
    app = room_app(house, "muscle-relaxation")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "RoomSetupScreen"))
        assert "Eyes open or eyes closed" in " ".join(shown(app).split())
        await pilot.press("down", "enter", *"12:13", "enter")
        assert "until 12:13" in shown(app)
        await pilot.press("down", "enter")
        await until(pilot, is_on(app, "RoomAreasScreen"))
        await pilot.press("down", "enter", "up", "enter")
        await until(pilot, is_on(app, "RoomSetupScreen"))
        assert "Left out: forehead" in shown(app)
        await pilot.press("down", "right")
        assert "Muscles: tense lightly" in shown(app)
        await pilot.press("home", "enter")
        await until(pilot, is_on(app, "RoomTitleScreen"))
        assert "until 12:13" in shown(app)
        house.clock.seconds += 60
        await pilot.press("space")
        await until(pilot, is_on(app, "RoomScreen"))
        assert abs(leading(app).view.remaining / RATE - 12 * 60) < 2
        said = " ".join(cue.text for cue in leading(app).prepared.plan.says())
        assert "forehead" not in said.lower()
        assert "Make a loose fist" in said


async def test_what_is_chosen_while_it_gets_ready_is_not_closed_by_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = threading.Event()

    def slowly(*given: Any) -> Prepared:
        ready.wait(20)
        return prepare_room(*given)

    monkeypatch.setattr("relaxapp.ui.ways.lead_a_room.prepare_room", slowly)
    app = room_app(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "RoomSetupScreen"))
        await pilot.press("enter")
        await until(pilot, lambda: "Getting ready" in shown(app))
        await pilot.press("down", "down", "right")
        await until(pilot, is_on(app, "RoomAreasScreen"))
        ready.set()
        await pilot.pause(0.5)
        assert is_on(app, "RoomAreasScreen")()
        await pilot.press("escape")
        await until(pilot, is_on(app, "RoomSetupScreen"))
        await pilot.press("up", "up", "enter")
        await until(pilot, is_on(app, "RoomTitleScreen"))


async def test_a_length_that_cannot_be_is_told_where_it_is_typed(house: House) -> None:
    app = room_app(house, "muscle-relaxation")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "RoomSetupScreen"))
        await pilot.press("down", "enter", *"90", "enter")
        assert "lasts from 5 to 20 minutes" in shown(app).replace("\n", " ")
        await pilot.press("escape", "right")
        assert "11 minutes" in shown(app)


async def test_a_length_between_two_that_work_is_refused_at_once_and_passed_by(house: House) -> None:
    app = room_app(house, "paced-breathing")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "RoomSetupScreen"))
        await pilot.press("down", "enter", *"8", "enter")
        told = " ".join(shown(app).split())
        assert "Paced breathing can't be 8 minutes long. It can be 6 or 10 minutes." in told
        await pilot.press("escape", "left")
        assert "Length: 6 minutes" in shown(app)
        await pilot.press("right")
        assert "Length: 10 minutes" in shown(app)


@pytest.mark.parametrize("minutes", [3.9, 7.4, 15.0])
def test_what_time_goes_by_makes_of_a_length_is_led_all_the_same(house: House, minutes: float) -> None:
    parts = room_parts(house)
    script = parts.library.find("paced-breathing")
    prepared = prepare_room(parts, script, RoomChoices(minutes=minutes, bed="none"))
    prepared.voicing.stop()
    assert prepared.plan.frames > 0


def _room_screens() -> list[tuple[str, Callable[[], tuple[str, ...]]]]:
    return [
        ("RoomSetupScreen", lambda: ("enter",)),
        ("RoomTitleScreen", lambda: ("space",)),
        ("RoomScreen", lambda: ("k", "k", "escape", "enter")),
        ("RoomOverScreen", lambda: ("n",)),
        ("RoomNoteScreen", lambda: ()),
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_every_screen_of_a_room_fits(house: House, size: tuple[int, int]) -> None:
    app = room_app(house, "a-place-of-your-own")
    async with app.run_test(size=size) as pilot:
        for screen, keys in _room_screens():
            await until(pilot, is_on(app, screen))
            await pilot.pause()
            assert not cut_off(app), screen
            if screen == "RoomScreen":
                assert "Esc end" in shown(app)
                for _line in range(12):
                    await wait(house, pilot, 6)
                    assert not cut_off(app), shown(app)
                    words = app.screen.query_one("#room-words")
                    assert size == (60, 20) or not words.has_class("-plain"), shown(app)
            await pilot.press(*keys())


async def test_home_shows_the_way_to_lead(house: House) -> None:
    app: RelaxApp = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("m")
        await until(pilot, is_on(app, "MoreScreen"))
        await pilot.press("end")
        await until(pilot, lambda: "Lead a room" in shown(app))
