"""Each mistake that `check` finds beyond the form of a script, and where it tells it."""

import pytest

from relaxapp.words.check import MOST_UNCARRIED, check
from relaxapp.words.parse import parse
from tests.words.english import HEAD, english

ENDING = "\n\n# To finish\nSit a moment.\n[or] Take some time.\n"


def mistakes(body: str, head: str = HEAD) -> list[tuple[int, str]]:
    """Each mistake with its line in the body, counted from 1."""
    script = parse(head + body + ENDING, "test.md")
    above = head.count("\n")
    return [(mistake.position.line - above, mistake.message) for mistake in check(script, english())]


WHOLE = "# A\nGo to {place}.\n\n[if touch] Feel {touch}.\n\n[if pain] There is {pain}.\n"


def test_a_whole_script_has_none() -> None:
    assert mistakes(WHOLE) == []


@pytest.mark.parametrize(
    ("more", "line", "told"),
    [
        ("\nLet your jaw hang.", 8, "'jaw' names a part of the body"),
        ("\nRest.\n[or] Let your jaw hang.", 9, "{area: jaw}"),
        ("\n# Jaw\nRest.", 8, "'jaw' names a part of the body"),
        ("\n{area: left hand} Let your right hand rest.", 8, "'right hand' names a part"),
        ("\n[tense 6] Make it firm. [release 20] Let go.", 8, "needs its area, as in {area: hands}"),
        ("\n{from 30 min} Rest.", 8, "none of the lengths of this practice has this line"),
        ("\n# Later {from 30 min}\nRest.", 8, "none of the lengths of this practice has this section"),
        ("\n# Ease {heart} {from 10 min}\nRest.", 8, "at 5 minutes no section with {heart}"),
    ],
)
def test_a_mistake_is_told_at_its_line(more: str, line: int, told: str) -> None:
    (at, message), *_others = mistakes(WHOLE + more)
    assert at == line
    assert told in message


@pytest.mark.parametrize(
    "line",
    [
        "{area: jaw} Let your jaw hang.",
        "{area: hands} Let your left hand rest.",
        "{area: left hand} Let your hand rest.",
        "On the other hand, rest.",
        "{area: hands} [tense 6] Make it firm. [release 20] Let go.",
        "{from 20 min} Rest.",
        "{under 10 min} Rest.",
    ],
)
def test_what_carries_its_area_and_is_reached_is_no_mistake(line: str) -> None:
    assert mistakes(f"{WHOLE}\n{line}") == []


def test_a_question_whose_answer_changes_nothing_is_told() -> None:
    [(_, message)] = mistakes("# A\nGo to {place}.\n\n[if pain] There is {pain}.\n")
    assert "'touch' is asked and never used; write {touch}" in message


def test_a_bed_that_is_not_there_is_told_with_the_nearest() -> None:
    [(_, near)] = mistakes(WHOLE, HEAD.replace("lengths:", "bed: rian\nlengths:"))
    assert near == "there is no bed 'rian'; the nearest is 'rain'"
    [(_, far)] = mistakes(WHOLE, HEAD.replace("lengths:", "bed: zzzzzz\nlengths:"))
    assert "it is one of" in far


@pytest.mark.parametrize(
    ("ending", "choice"),
    [
        ("{area: feet} Feel your feet.", "all areas left out"),
        ("Listen to the river.", "'water' avoided"),
        ("[if asleep] Rest.", "ending alert"),
        ("[if alert] Rest.", "ending asleep"),
        ("[if touch] Rest.", "nothing left out"),
    ],
)
def test_an_ending_that_a_choice_takes_away_is_told(ending: str, choice: str) -> None:
    script = parse(f"{HEAD}{WHOLE}\n# To finish\n{ending}\n", "test.md")
    [message] = [mistake.message for mistake in check(script, english())]
    assert message.startswith("nothing remains of this last section with ")
    assert choice in message


def test_mistakes_are_told_in_the_order_of_the_text_and_not_without_end() -> None:
    found = mistakes(WHOLE + "\nYour jaw." * (MOST_UNCARRIED + 50))
    assert len(found) == MOST_UNCARRIED
    assert [line for line, _ in found] == sorted(line for line, _ in found)
