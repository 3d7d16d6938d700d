"""A double press of Enter or Esc doesn't pass over what the first brought up."""

import pytest
from textual.events import Key

from relaxapp.ui.one_press import OnePress, Press
from tests.ui.conftest import ALL_OFFERS, House, is_on, shown, until


@pytest.mark.parametrize(
    ("key", "after", "shown_then", "taken"),
    [
        ("enter", 0.02, "ready", False),
        ("enter", 0.29, "ready", False),
        ("enter", 0.31, "ready", True),
        ("enter", 0.02, "home", True),
        ("escape", 0.02, "ready", True),
        ("4", 0.02, "ready", True),
    ],
)
def test_the_same_key_is_not_taken_by_what_it_just_brought_up(
    monkeypatch: pytest.MonkeyPatch, key: str, after: float, shown_then: str, taken: bool
) -> None:
    monkeypatch.setattr("relaxapp.ui.one_press.ONE_PRESS", 0.3)
    presses = OnePress()
    assert presses.takes(Press("enter", 5.0, "home"))
    assert presses.takes(Press(key, 5.0 + after, shown_then)) is taken


def test_whoever_presses_again_after_a_moment_or_another_key_in_between_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("relaxapp.ui.one_press.ONE_PRESS", 0.3)
    presses = OnePress()
    taken = [presses.takes(Press("enter", at, at)) for at in (0.0, 0.25, 0.5, 0.75)]
    assert taken == [True, False, True, False]
    assert presses.takes(Press("7", 0.8, "scale"))
    assert presses.takes(Press("enter", 0.82, "scale"))


async def test_two_quick_presses_lead_one_step_on_and_one_step_back(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        # Long enough that a busy machine presses both keys within it.
        monkeypatch.setattr("relaxapp.ui.one_press.ONE_PRESS", 30.0)
        app.go("practise", "a-place-of-your-own")
        await until(pilot, is_on(app, "ReadyScreen"))
        await pilot.press("home", "enter")
        await until(pilot, lambda: "1 of 2" in shown(app))
        await pilot.press("enter")
        assert "1 of 2" in shown(app), "the Enter that led here doesn't answer"
        await pilot.press("4", "enter")
        await until(pilot, lambda: "2 of 2" in shown(app))
        await pilot.press("enter")
        assert "2 of 2" in shown(app)
        await pilot.press("5", "enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        house.clock.seconds = 60
        await pilot.press("escape")
        await until(pilot, lambda: "That is always fine" in shown(app))
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert is_on(app, "PracticeScreen")(), "the Esc that stopped it doesn't finish it"
        await pilot.press("enter")
        await until(pilot, is_on(app, "QuestionsScreen"))


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_a_key_pressed_again_before_a_slow_computer_has_left_a_screen_leaves_no_other(
    house: House, key: str
) -> None:
    app = house.started_before(offers=ALL_OFFERS).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("j")
        await until(pilot, is_on(app, "JournalScreen"))
        await pilot.press("n")
        await until(pilot, lambda: "Write down" in shown(app))
        for _press in range(4):
            app.post_message(Key(key, None))
        await pilot.pause(0.3)
        names = [type(each).__name__ for each in app.screen_stack[1:]]
        assert names[:2] == (["HomeScreen", "JournalScreen"] if key == "enter" else ["HomeScreen"])


async def test_a_practice_chosen_again_before_a_slow_computer_shows_it_is_one_practice(house: House) -> None:
    app = house.started_before(offers=ALL_OFFERS).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("down")
        for _press in range(2):
            app.post_message(Key("enter", None))
        await until(pilot, is_on(app, "ReadyScreen"))
        await pilot.pause(0.3)
        assert [type(each).__name__ for each in app.screen_stack[1:]] == ["HomeScreen", "ReadyScreen"]
