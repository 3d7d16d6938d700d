"""Tab marks an answer to be read out, takes that back, and the words say which it is."""

from relaxapp.practice.questions import OpenLine
from relaxapp.ui.screens.ask import AskScreen
from tests.ui.conftest import House, is_on, shown, until


async def test_tab_itself_marks_a_line_to_be_read_out_and_takes_that_back(house: House) -> None:
    app = house.started_before().app()
    line = OpenLine("text", "What would you like to tell?", read_out_field="read_out")
    given: list[dict[str, object] | None] = []
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        for keys in (["tab"], ["tab", "tab"], ["tab", *" more"]):
            app.push_screen(AskScreen([line], {"text": "hello", "read_out": False}), given.append)
            await until(pilot, is_on(app, "AskScreen"))
            assert "Tab marks that it may be read out." in shown(app)
            await pilot.press(*keys)
            marked = keys.count("tab") == 1
            assert ("It may be read out; Tab takes that back." in shown(app)) is marked
            assert ("[x] May be read out" in shown(app)) is marked
            await pilot.press("enter")
            await until(pilot, is_on(app, "HomeScreen"))
    assert given == [
        {"text": "hello", "read_out": True},
        {"text": "hello", "read_out": False},
        {"text": "hello more", "read_out": True},
    ]
