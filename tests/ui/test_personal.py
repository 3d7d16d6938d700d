"""Making a practice one's own by keys: what it would sound like is shown while one types."""

from textual.pilot import Pilot

from relaxapp.sound.voices.recording import Recording
from relaxapp.sound.voices.take import taken
from relaxapp.timing.frames import RATE
from relaxapp.ui.app import RelaxApp
from relaxapp.words.script import Say
from tests.sound.held_voice import HeldVoice
from tests.sound.spoken import spoken
from tests.ui.conftest import House, is_on, shown, until
from tests.ui.test_sizes import cut_off, keys_fit


async def to_the_questions(app: RelaxApp, pilot: Pilot[None]) -> None:
    await until(pilot, lambda: "All practices" in shown(app))
    app.go("practise", "a-place-of-your-own")
    await until(pilot, is_on(app, "ReadyScreen"))
    await pilot.press("p")
    await until(pilot, is_on(app, "PersonalScreen"))
    await pilot.pause()


async def test_own_words_are_shown_as_they_will_be_said_and_kept(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_questions(app, pilot)
        await pilot.press("end", "up", "enter")
        await pilot.press(*"my caf", "é", " ", "{", "x", "}", "🐧", "full_stop")
        await until(pilot, lambda: "comes to mind" in shown(app) or "your café {x}🐧." in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: "2 of 3" in shown(app))
        await pilot.press("left")
        await until(pilot, lambda: "Keep: my café {x}🐧." in shown(app))
        await pilot.press("right", "right", "right")
        await until(pilot, is_on(app, "ReadyScreen"))
        assert "Yours: my café {x}🐧 " in shown(app)
    assert house.store.answers() == {"place": "my café {x}🐧."}


async def test_a_few_questions_are_so_many_for_now_where_all_are_asked_another_time(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await to_the_questions(app, pilot)
        assert "1 of 3 for now" in shown(app)
        await pilot.press("right", "right", "right")
        await until(pilot, is_on(app, "ReadyScreen"))
        await pilot.press("p")
        await until(pilot, is_on(app, "PersonalScreen"))
        await until(pilot, lambda: "1 of 6" in shown(app))
        assert "for now" not in shown(app)


async def test_questions_that_are_all_asked_at_once_are_not_for_now(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("practise", "your-word")
        await until(pilot, is_on(app, "ReadyScreen"))
        await pilot.press("p")
        await until(pilot, is_on(app, "PersonalScreen"))
        await until(pilot, lambda: "1 of 2" in shown(app))
        assert "for now" not in shown(app)


async def test_a_sentence_is_heard_from_the_list_and_while_one_types(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_questions(app, pilot)
        await pilot.press("space")
        await until(pilot, lambda: not app.desk.player().finished and app.desk.player().heard >= 0)
        await pilot.press("end", "up", "enter", *"a shed", "tab")
        private = house.folder / "private"
        await until(pilot, lambda: private.is_dir() and any(private.iterdir()))
        await pilot.press("escape", "escape")
        await until(pilot, is_on(app, "ReadyScreen"))
        assert not any(private.iterdir())
    assert house.store.answers() == {}


async def test_a_sentence_still_being_voiced_when_its_answer_is_changed_is_kept_nowhere(house: House) -> None:
    voice = house.voice = HeldVoice()
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_questions(app, pilot)
        await pilot.press("end", "up", "enter", *"a shed", "tab")
        await until(pilot, lambda: any("shed" in words for words in voice.asked))
        await pilot.press("backspace", "n", "enter")
        await until(pilot, lambda: "2 of 3" in shown(app))
        voice.let_end()
        await app.workers.wait_for_complete([each for each in app.workers if each.group == "hear"])
        assert not list(house.folder.glob("private/*"))
        assert not (house.folder / "key").exists()
    assert house.store.answers() == {"place": "a shen"}


async def test_recordings_outlast_listening_and_go_with_the_answer_they_speak(house: House) -> None:
    voice = house.services.voices.add_recorded("Anna")
    clip = taken(spoken(), RATE).clip
    assert clip is not None
    Recording(voice.folder).keep(Say("By the lake of my own.", private=True, answers=("place",)), clip)
    of_another = Say("Sam is with you.", private=True, answers=("person",))
    Recording(voice.folder).keep(of_another, clip)
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_questions(app, pilot)
        await pilot.press("end", "up", "enter", *"a shed", "tab")
        private = house.folder / "private"
        await until(pilot, lambda: private.is_dir() and any(private.iterdir()))
        await pilot.press("escape", "escape")
        await until(pilot, is_on(app, "ReadyScreen"))
        assert len(Recording(voice.folder).lines) == 2
        app.keep_answer("place", "a garden")
        assert [line.text for line in Recording(voice.folder).lines] == [of_another.text]
        app.forget_answers()
        assert not Recording(voice.folder).lines


async def test_an_answer_that_breaks_a_promise_is_questioned_while_it_is_typed(house: House) -> None:
    app = house.started_before(avoid=("water",)).app()
    async with app.run_test(size=(60, 20)) as pilot:
        await to_the_questions(app, pilot)
        assert "beach" not in shown(app)
        await pilot.press("end", "up", "enter", *"the sea", "enter")
        await until(pilot, lambda: "asked not to" in shown(app))
        assert not cut_off(app)
        assert keys_fit(app)
        await pilot.press("escape", "left")
        assert is_on(app, "PersonalScreen")()
    assert house.store.answers() == {}


async def test_the_questions_can_be_left_while_a_sentence_is_being_voiced(house: House) -> None:
    voice = house.voice = HeldVoice()
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_questions(app, pilot)
        await pilot.press("end", "up", "enter", *"a shed", "tab")
        await until(pilot, lambda: any("shed" in words for words in voice.asked))
        await pilot.press("escape", "escape")
        await until(pilot, is_on(app, "ReadyScreen"))
        voice.let_end()
        await until(pilot, lambda: not [each for each in app.workers if each.group == "hear"])
        assert app.is_running


async def test_esc_while_typing_says_that_it_is_not_kept_yet_and_the_words_stand_there_again(
    house: House,
) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_questions(app, pilot)
        await pilot.press("end", "up", "enter", *"a shed", "escape")
        await until(pilot, lambda: "What you typed is not kept yet" in " ".join(shown(app).split()))
        assert "It would be said so" not in shown(app)
        await pilot.press("enter", *" by the sea", "enter")
        await until(pilot, lambda: "2 of 3" in shown(app))
    assert house.store.answers() == {"place": "a shed by the sea"}


async def test_an_answer_that_is_avoided_by_now_is_not_shown(house: House) -> None:
    house.store.set_answer("place", "the chair of my husband")
    house.store.set_answer("sight", "a lamp")
    app = house.started_before(avoid=("husband",)).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("practise", "a-place-of-your-own")
        await until(pilot, is_on(app, "ReadyScreen"))
        await until(pilot, lambda: "Yours: a lamp " in shown(app))
        assert "husband" not in shown(app)
