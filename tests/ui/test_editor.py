"""A version of one's own in the app: mistakes arise by line, each change is kept, and it can be practised."""

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static, TextArea

from relaxapp.practice.own_version import own_version
from relaxapp.ui.app import RelaxApp
from relaxapp.words.parse import LONGEST_PARAGRAPH, LONGEST_SCRIPT
from tests.ui.conftest import ALL_OFFERS, House, is_on, shown, until
from tests.ui.test_sizes import cut_off, keys_fit


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
        assert keys_fit(app)
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


async def open_editor(pilot: Pilot[None], app: RelaxApp, name: str) -> TextArea:
    await until(pilot, lambda: "All practices" in shown(app))
    app.go("own_version", app.shelf.script(name))
    await until(pilot, is_on(app, "EditorScreen"))
    await until(pilot, lambda: "No mistakes." in shown(app) or "Line " in shown(app))
    return app.screen.query_one(TextArea)


async def test_a_copy_in_which_nothing_was_changed_is_not_kept(house: House) -> None:
    app = house.started_before(offers=ALL_OFFERS).app()
    async with app.run_test(size=(60, 20)) as pilot:
        area = await open_editor(pilot, app, "settling")
        assert area.document.get_line(area.cursor_location[0]).startswith("You are here")
        assert "draft" not in shown(app)
        await pilot.press("escape")
        await until(pilot, is_on(app, "ReadyScreen"))
        assert "My version of" not in shown(app)
    own = house.services.library.own_scripts
    assert (own.names(), own.drafts()) == ((), ())


async def test_an_unchanged_copy_of_before_is_not_kept_either(house: House) -> None:
    """As where the computer went off, or `relaxapp edit` had begun it."""
    app = house.started_before(offers=ALL_OFFERS).app()
    library = house.services.library
    own_version(library, library.find("settling"))
    async with app.run_test(size=(60, 20)) as pilot:
        await open_editor(pilot, app, "settling")
        await pilot.press("escape")
        await until(pilot, is_on(app, "ReadyScreen"))
        assert "My version of" not in shown(app)
    assert (library.own_scripts.names(), library.own_scripts.drafts()) == ((), ())


async def test_a_draft_of_an_unchanged_copy_is_kept_as_it_is(house: House) -> None:
    """What was written before is a change, though nothing is changed now."""
    app = house.started_before(offers=ALL_OFFERS).app()
    library = house.services.library
    version = own_version(library, library.find("settling"))
    version.write(version.text() + "Rest.\n")
    async with app.run_test(size=(60, 20)) as pilot:
        await open_editor(pilot, app, "settling")
        await pilot.press("escape")
        await until(pilot, is_on(app, "ReadyScreen"))
    assert library.own_scripts.text(version.name).endswith("Rest.\n")


async def test_a_draft_is_found_again_and_says_so(house: House) -> None:
    """As when the computer went off while one wrote."""
    house.started_before(offers=ALL_OFFERS)
    library = house.services.library
    version = own_version(library, library.find("settling"))
    version.write(version.text() + "[puase 4] Rest, at my lake.\n")
    app = house.app()
    async with app.run_test(size=(60, 20)) as pilot:
        area = await open_editor(pilot, app, version.name)
        assert area.text.endswith("Rest, at my lake.\n")
        assert "This is your draft, as you left it." in shown(app)
        assert "there is no [puase]" in shown(app)
        assert not cut_off(app)
        await pilot.press("space")
        await until(pilot, lambda: "This is your draft" not in shown(app))


@pytest.mark.parametrize(
    "pasted",
    [
        pytest.param("Rest here.\n" * (1024 * 1024 // 11), id="a megabyte"),
        pytest.param("Rest " * (LONGEST_PARAGRAPH // 5 + 1), id="a long line"),
        pytest.param("a\n" * LONGEST_SCRIPT, id="many lines"),
    ],
)
async def test_what_is_far_too_much_is_not_put_in_and_nothing_is_lost(house: House, pasted: str) -> None:
    app = house.started_before(offers=ALL_OFFERS).app()
    async with app.run_test(size=(80, 24)) as pilot:
        area = await open_editor(pilot, app, "settling")
        await pilot.press("a")
        before = area.text
        app.post_message(events.Paste(pasted))
        await until(pilot, lambda: "That is more than a practice can hold" in shown(app))
        assert area.text == before
        [name] = house.services.library.own_scripts.drafts()
        assert house.services.library.own_scripts.draft(name) == before
        app.post_message(events.Paste("Rest at ease."))
        await until(pilot, lambda: "Rest at ease." in area.text)


async def test_what_was_copied_here_is_not_put_in_until_it_is_too_much(house: House) -> None:
    app = house.started_before(offers=ALL_OFFERS).app()
    async with app.run_test(size=(80, 24)) as pilot:
        area = await open_editor(pilot, app, "settling")
        app.copy_to_clipboard("a\n" * (LONGEST_SCRIPT // 2 - 10))
        before = area.text
        area.action_paste()
        await until(pilot, lambda: "That is more than a practice can hold" in shown(app))
        assert area.text == before
        area.select_all()
        area.action_paste()
        assert area.text == app.clipboard


async def test_a_text_that_is_too_long_for_the_screen_is_left_to_ones_own_editor(house: House) -> None:
    app = house.started_before(offers=ALL_OFFERS).app()
    library = house.services.library
    version = own_version(library, library.find("settling"))
    version.write("a " * LONGEST_PARAGRAPH)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("own_version", library.find(version.name))
        await until(pilot, lambda: f"relaxapp edit {version.name}" in shown(app))


SHORE = """---
title: By the shore
technique: visualization
lengths: [5]
---
# Shore {heart}
See the sea. [pause 5-400]

Hear the waves. [pause 5-400]

# Coming back
Sit a moment before you stand. [pause 2-60]
"""
HANDS = """---
title: Hands
technique: pmr
lengths: [5]
---
# Hands {area: hands} {heart}
Let your hands rest. [pause 5-400]

# Coming back
Sit a moment before you stand. [pause 2-60]
"""


@pytest.mark.parametrize(
    ("text", "chosen"),
    [(SHORE, {"avoid": ("water",)}), (HANDS, {"leave_out": frozenset({"body"})})],
    ids=["avoided", "left out"],
)
async def test_where_ones_choices_leave_nothing_of_a_text_it_says_so_and_can_be_changed(
    house: House, text: str, chosen: dict[str, object]
) -> None:
    house.started_before(offers=ALL_OFFERS, **chosen)
    name = house.services.library.add(text, "mine")
    app = house.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("own_version", app.shelf.script(name))
        await until(pilot, is_on(app, "EditorScreen"))
        await until(pilot, lambda: "nothing remains of what this practice is for" in told(app))
        assert not cut_off(app)
        area = app.screen.query_one(TextArea)
        area.move_cursor(area.document.end)
        await pilot.press("enter", *"Rest.")
        await until(pilot, lambda: (house.services.library.own_scripts.draft(name) or "").endswith("Rest."))


def told(app: RelaxApp) -> str:
    """What stands under the text."""
    return str(app.screen.query_one("#mistakes", Static).render())
