"""A version of one's own in the app: mistakes arise by line, each change is kept, and it can be practised."""

from textual.widgets import TextArea

from tests.ui.conftest import House, is_on, shown, until
from tests.ui.test_sizes import cut_off, footer_is_whole


async def test_a_version_is_made_broken_and_mended(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("practise", "settling")
        await until(pilot, is_on(app, "ReadyScreen"))
        await pilot.press("o")
        await until(pilot, is_on(app, "EditorScreen"))
        await until(pilot, lambda: "No mistakes." in shown(app))
        assert not cut_off(app)
        assert footer_is_whole(app)
        area = app.screen.query_one(TextArea)
        area.move_cursor(area.document.end)
        await pilot.press("enter", "left_square_bracket", *"puase 4")
        await pilot.press("right_square_bracket", *" Rest.")
        own = house.services.library.own_scripts
        [name] = own.names()
        assert (own.draft(name) or "").endswith("[puase 4] Rest.")
        await until(pilot, lambda: "there is no [puase]" in shown(app))
        await pilot.press("escape")
        await until(pilot, is_on(app, "ReadingScreen"))
        await pilot.press("escape")
        await until(pilot, is_on(app, "ReadyScreen"))
        await pilot.press("o")
        await until(pilot, is_on(app, "EditorScreen"))
        area = app.screen.query_one(TextArea)
        area.text = area.text.replace("[puase 4] ", "")
        await until(pilot, lambda: "No mistakes." in shown(app))
        await pilot.press("escape")
        await until(pilot, is_on(app, "ReadyScreen"))
        assert "My version of" in shown(app)
        assert own.drafts() == ()
        assert own.text(name).endswith("Rest.")
