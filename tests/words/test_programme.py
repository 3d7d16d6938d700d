"""The programme of a group: one file that a facilitator can change."""

from datetime import date

import pytest

from relaxapp.words.programme import read_programme

NAMES = ("paced-breathing", "easing-pain")


def test_sessions_are_numbered_and_take_the_common_dose() -> None:
    programme, mistakes = read_programme(
        "title: Us\ndose: A little.\nsessions:\n"
        "  - {title: One, aim: To begin., practices: [paced-breathing], date: 2026-11-03}\n"
        "  - {title: Two, practices: [easing-pain, paced-breathing], dose: More.}\n",
        NAMES,
    )
    assert not mistakes
    assert programme is not None
    one, two = programme.sessions
    assert (one.number, one.title, one.aim, one.dose, one.day) == (
        1,
        "One",
        "To begin.",
        "A little.",
        date(2026, 11, 3),
    )
    assert (two.number, two.practices, two.dose, two.day) == (
        2,
        ("easing-pain", "paced-breathing"),
        "More.",
        None,
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1:1: a programme has a title, and sessions"),
        ("title: Us", "1:1: sessions is a list with at least one session"),
        ("title: Us\nsessions: []", "2:11: sessions is a list"),
        ("sessions:\n  - title: One", "1:1: 'title' is missing"),
        (
            "title: Us\nsesions: []\nsessions:\n  - title: One",
            "2:1: there is no 'sesions' here; the nearest is 'sessions'",
        ),
        ("title: Us\nsessions:\n  - titel: One", "3:5: there is no 'titel' here; the nearest is 'title'"),
        (
            "title: Us\nsessions:\n  - {title: One, practices: [paced-breathng]}",
            "3:30: there is no practice 'paced-breathng'; the nearest is 'paced-breathing'",
        ),
        (
            "title: Us\nsessions:\n  - {title: One, date: 3 November}",
            "3:24: a date is written year-month-day",
        ),
        (
            "title: Us\nsessions:\n  - {title: A, date: 2026-11-10}\n  - {title: B, date: 2026-11-03}",
            "3:3: the dates of the sessions follow each other",
        ),
        ("title: [Us\n", "2:1: "),
        ("a: &x [1]\nb: *x", "1:4: "),
    ],
)
def test_mistakes_are_told_with_their_place(text: str, told: str) -> None:
    programme, mistakes = read_programme(text, NAMES)
    assert programme is None
    assert any(each.told("p").removeprefix("p:").startswith(told) for each in mistakes), mistakes


def test_all_mistakes_are_told_at_once() -> None:
    _programme, mistakes = read_programme(
        "sessions:\n  - titel: One\n    practices: [nothing-like-it]", NAMES
    )
    assert len(mistakes) == 4
