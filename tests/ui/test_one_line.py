"""A line to type in: what is put in at once is one line, and what doesn't fit is told."""

from pathlib import Path

import pytest
from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from relaxapp.ui import house_app
from relaxapp.ui.house_app import HouseApp
from relaxapp.ui.widgets.one_line import OneLine
from tests.ui.conftest import shown, until

TOLD = "Only 20 characters fit here"


class Small(HouseApp):
    CSS_PATH = str(Path(house_app.__file__).with_name("app.tcss"))

    def compose(self) -> ComposeResult:
        yield OneLine(max_length=20)


@pytest.mark.parametrize(
    ("before", "pasted", "after", "told"),
    [
        ("", "My shoulder\n  let go.\n", "My shoulder let go.", False),
        ("", "\n\nSlept well.", "Slept well.", False),
        ("Today: ", "better  after a walk", "Today: better  after", True),
        ("It is as long as that", "!", "It is as long as that", True),
        ("", "\n", "", False),
    ],
)
async def test_what_is_put_in_is_one_line_and_what_is_too_long_is_told(
    before: str, pasted: str, after: str, told: bool
) -> None:
    app = Small()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        line = app.query_one(Input)
        line.value = before
        line.cursor_position = len(before)
        app.post_message(events.Paste(pasted))
        await pilot.pause()
        assert line.value == after
        assert (TOLD in " ".join(shown(app).split())) == told


async def test_a_letter_too_many_is_told_once_and_beeps_never(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Small()
    beeps: list[None] = []
    monkeypatch.setattr(app, "bell", lambda: beeps.append(None))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press(*"a rest by the old lake")
        await until(pilot, lambda: TOLD in " ".join(shown(app).split()))
        assert app.query_one(Input).value == "a rest by the old la"
        assert len(app._notifications) == 1
        assert not beeps
