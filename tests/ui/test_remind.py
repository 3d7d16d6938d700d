"""Reminders from the app: own times and days, in words that say nothing."""

from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from relaxapp import locations
from relaxapp.paper import viewer
from tests.ui.conftest import House, is_on, shown, until
from tests.ui.test_sizes import cut_off, keys_fit


async def test_times_and_days_of_ones_own(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(viewer, "show", opened.append)
    monkeypatch.setenv("RELAXAPP_HOME", str(house.folder / "home"))
    others = locations.documents() / "reminders.ics"
    others.write_text("of another program")
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("remind")
        await until(pilot, is_on(app, "RemindScreen"))
        assert not cut_off(app)
        assert keys_fit(app)
        assert "Space Mark" not in shown(app), "it is typed here"
        await pilot.press("tab")
        await until(pilot, lambda: "Space Mark" in shown(app))
        assert keys_fit(app)
        await pilot.press("shift+tab")
        await pilot.press(*", later", "enter")
        assert "later is not a time of the day." in shown(app)
        await pilot.press(*["backspace"] * 5, *"8pm", "tab", "space", "down", "space", "enter")
        await until(pilot, is_on(app, "ReadingScreen"))
        assert "Your reminders are made" in shown(app)
    [path] = opened
    assert others.read_text() == "of another program"
    events: list[Any] = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert [event.start.time() for event in events] == [time(8), time(20)]
    assert {str(event["RRULE"]["BYDAY"]) for event in events} == {"['WE', 'TH', 'FR', 'SA', 'SU']"}
    assert {str(event["SUMMARY"]) for event in events} == {"Time for myself"}
    assert events[0].walk("VALARM")[0]["TRIGGER"].dt == timedelta(0)


async def test_where_no_calendar_opens_them_it_says_where_they_lie(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewer, "which", lambda _name: None)
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("remind")
        await until(pilot, is_on(app, "RemindScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "ReadingScreen"))
        told = " ".join(shown(app).split())
        assert "Your reminders are made" in told
        assert "Nothing here opens such a file by itself." in told
        assert "To end the reminders, delete them in your calendar." in told
        assert str(locations.documents() / "reminders.ics") in "".join(shown(app).split())
