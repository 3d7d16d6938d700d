"""After a reflection one line may be written; it is kept for the person alone."""

import pytest

from relaxapp.journal.entry import Ended, Entry
from relaxapp.journal.export.as_json import document
from relaxapp.journal.export.gathering import gather
from relaxapp.journal.sharing import Sharing
from relaxapp.words.script import Technique
from tests.ui.conftest import NOON, House, is_on, shown, until
from tests.words.english import library


@pytest.mark.parametrize(
    "script", [each for each in library().all() if each.technique is Technique.REFLECTION], ids=lambda s: s.id
)
def test_every_reflection_asks_for_a_line_and_says_whose_it_is(script: object) -> None:
    assert script.write.endswith("?")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("keys", "note"),
    [
        ([*"I let it be", "enter"], "I let it be"),
        ([*"I let it be", "escape"], "I let it be"),
        ([*"I let it be", "enter", "up", *" then", "enter"], "I let it be then"),
        ([*"I let it be", "enter", "up", *" then", "up", "enter"], "I let it be then"),
        ([*"I let it be", "down", *" then", "enter"], "I let it be then"),
        ([*"I let it be", "down", "down"], ""),
        (["escape"], ""),
    ],
)
async def test_the_line_comes_first_and_is_left_out_of_what_is_shared(
    house: House, keys: list[str], note: str
) -> None:
    app = house.started_before().app()
    app.start_with = ("practise", "one-hard-moment", 3)
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, is_on(app, "PracticeScreen"))
        house.clock.seconds = 181
        await until(pilot, lambda: "What did you do, or let be" in shown(app))
        assert "Private, unless you choose to share it." in shown(app)
        await pilot.press(*keys, "escape")
        await until(pilot, is_on(app, "HomeScreen"))
    [entry] = house.entries()
    assert (entry.note, entry.ended) == (note, Ended.COMPLETED)
    assert "let it be" not in document(gather(house.store, Sharing(), house.clock.now()))


async def test_a_question_with_a_word_to_avoid_makes_way_for_the_usual_one(house: House) -> None:
    app = house.started_before(avoid=("keep in mind",)).app()
    app.start_with = ("practise", "one-hard-moment", 3)
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, is_on(app, "PracticeScreen"))
        house.clock.seconds = 181
        await until(pilot, lambda: "Pain now" in shown(app))
        texts = [asked.text for asked in app.practice.conductor._questions()]  # type: ignore[union-attr]
    assert texts[0] == "Pain now"
    assert texts[-1] == "A note for yourself?"


async def test_so_it_does_in_the_morning(house: House) -> None:
    asleep = Entry("a", NOON, 0, practice="one-hard-moment", ended=Ended.COMPLETED, ratings_due=True)
    house.store.add(asleep)
    app = house.started_before(avoid=("keep in mind",)).app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "Pain now" in shown(app))
