"""The app on its real parts: the real voice, the real device or none, the journal in a file."""

import asyncio
from pathlib import Path

import pytest

from relaxapp.parts import services
from relaxapp.ui.app import RelaxApp
from relaxapp.ui.one_press import ONE_PRESS

pytestmark = [pytest.mark.real, pytest.mark.alone]


async def test_it_opens_warms_its_voice_and_breathes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path))
    app = RelaxApp(services())
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        for _look in range(200):
            await pilot.pause(0.05)
            if type(app.screen).__name__ == "SoundCheckScreen":
                break
        await pilot.pause(ONE_PRESS)
        await pilot.press("enter")
        for _look in range(200):
            await asyncio.sleep(0.05)
            if type(app.screen).__name__ == "PracticeScreen" and app.desk.player().heard > 24_000:
                break
        assert app.desk.player().heard > 24_000
        await pilot.press("escape", "enter", "escape")
    app.close()
    with services().store as store:
        [entry] = store.entries()
    assert entry.practice == "paced-breathing"
