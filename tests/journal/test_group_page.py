"""The page for the group: what stands on it first, what never does, and that it is one page."""

import io
import json
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from relaxapp.journal.entry import Entry, Obstacle
from relaxapp.journal.export import as_pdf
from relaxapp.journal.export.bars import bars
from relaxapp.journal.export.group_page import GroupPage, Kept, group_page, in_plain_words
from relaxapp.journal.sharing import EVERYTHING, Field, Sharing
from relaxapp.journal.times import local_day
from relaxapp.paper.press import how_many, press
from relaxapp.paper.sizes import Paper
from relaxapp.practice.labels import labels
from tests.made_month import LAST_GROUP, TODAY, Month, made_month

Make = Callable[..., Entry]


def page_of(
    month: Month, sharing: Sharing = EVERYTHING, first: date | None = LAST_GROUP, name: str = ""
) -> GroupPage:
    """The page of a month, from its `first` day on."""
    kept = Kept(
        first,
        TODAY,
        [each for each in month.entries if first is None or local_day(each) >= first],
        [each for each in reversed(month.pegs) if first is None or local_day(each) >= first],
        [each for each in reversed(month.questions) if first is None or local_day(each) >= first],
    )
    return group_page(kept, sharing, labels(), name)


def text_of(page: GroupPage) -> str:
    """Everything on it, as a person reads it on the screen."""
    return "\n".join(f"{heading}\n" + "\n".join(lines) for heading, lines in in_plain_words(page))


def of(*entries: Entry) -> Month:
    """A month of these entries."""
    return Month(entries, (), ())


def test_what_was_not_wanted_stands_first(made: Make) -> None:
    told = made("2026-11-18T08:00-05:00", side_effects="Dizzy for a while.", own_way="In the car.")
    headings = [heading for heading, _ in in_plain_words(page_of(of(told)))]
    assert headings[1] == "What I did not want"
    assert "18 Nov: Dizzy for a while." in text_of(page_of(of(told)))
    nothing = text_of(page_of(of(made("2026-11-18T08:00-05:00"))))
    assert "What I did not want\nNothing was written down." in nothing


def test_days_minutes_and_medians_with_their_number(made: Make) -> None:
    page = page_of(
        of(
            made("2026-11-18T08:00-05:00", pain_before=6, pain_after=4, tension_before=7, tension_after=7),
            made("2026-11-18T20:00-05:00", pain_before=5, pain_after=6, heard_seconds=300),
            made("2026-11-20T08:00-05:00", pain_before=7, pain_after=6),
        )
    )
    text = text_of(page)
    assert "Practised on 2 of 8 days\n25 minutes, 3 practices.\nMinutes: Wed 18: 15; Fri 20: 10." in text
    assert "Pain: 6 before, 6 after (median of 3)" in text
    assert "Tension: 7 before, 7 after (rated once)" in text
    assert "A place at ease: 3 times, 25 minutes. Pain 1 lower (median of 3)." in text
    assert "Tension unchanged (rated once)." in text


def test_a_rating_that_rose_is_told_as_calmly_as_one_that_fell(made: Make) -> None:
    rose = text_of(page_of(of(made("2026-11-18T08:00-05:00", pain_before=3, pain_after=8))))
    fell = text_of(page_of(of(made("2026-11-18T08:00-05:00", pain_before=8, pain_after=3))))
    assert rose.replace("3 before, 8 after", "8 before, 3 after").replace("higher", "lower") == fell


def test_a_week_without_practice_is_a_page_like_any_other() -> None:
    text = text_of(page_of(of()))
    assert "Days and minutes\nNo practice was written down in these days." in text
    assert "Ended early" not in text
    assert how_many("group_page", as_pdf.values(page_of(of()), 12)) == 1


def _secret(made: Make) -> Month:
    """A month in which every field that can be kept back has a word of its own."""
    month = made_month(3)
    told = made(
        "2026-11-19T08:00-05:00",
        title="title-word",
        technique="technique-word",
        pain_before=9,
        pain_after=1,
        helpful=10,
        obstacles=(Obstacle.GUILT,),
        obstacle_words="obstacle-word",
        own_way="own-word",
        side_effects="effect-word",
        note="note-word",
    )
    question = replace(month.questions[-1], text="question-word")
    return Month((told,), month.pegs[-1:], (question,))


WORDS = {
    Field.PRACTICES: "technique-word",
    Field.RATINGS: "Pain",
    Field.OBSTACLES: "obstacle-word",
    Field.OWN_WAYS: "own-word",
    Field.UNWANTED: "effect-word",
    Field.EARLY_STOPS: "Ended early",
    Field.PEG: "PEG",
    Field.QUESTIONS: "question-word",
    Field.NOTES: "note-word",
}


@pytest.mark.parametrize("field", Field)
def test_what_is_kept_back_is_nowhere_on_the_page(field: Field, made: Make) -> None:
    month = _secret(made)
    shared = page_of(month)
    kept_back = page_of(month, Sharing(frozenset(Field) - {field}))
    assert WORDS[field] in json.dumps(as_pdf.values(shared, 12))
    assert WORDS[field] not in json.dumps(as_pdf.values(kept_back, 12))
    assert WORDS[field] not in text_of(kept_back)


def test_only_the_notes_that_were_ticked_and_no_name_unless_typed(made: Make) -> None:
    one = made("2026-11-18T08:00-05:00", note="shown")
    other = made("2026-11-19T08:00-05:00", note="hidden")
    ticked = Sharing(frozenset(Field), frozenset({one.id}))
    assert "18 Nov: shown" in text_of(page_of(of(one, other), ticked))
    assert "hidden" not in text_of(page_of(of(one, other), ticked))
    assert "shown" not in text_of(page_of(of(one, other), Sharing()))
    assert page_of(of(one)).name == ""
    assert "Ada" in text_of(page_of(of(one), name=" Ada "))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("first", [LAST_GROUP, None])
def test_a_month_fits_one_sheet_and_is_read_from_it(paper: Paper, first: date | None, tmp_path: Path) -> None:
    page = page_of(made_month(4), first=first)
    as_pdf.write(page, tmp_path / "page.pdf", paper)
    [sheet] = PdfReader(io.BytesIO((tmp_path / "page.pdf").read_bytes())).pages
    words = " ".join(sheet.extract_text().split())
    assert "What I did not want" in words
    assert page.practised.heading in words
    assert page.practised.lines[0].words in words


@pytest.mark.parametrize("days", [14, 28, 91, 98, 400])
def test_what_stands_under_the_bars_is_crossed_by_nothing(days: int) -> None:
    """No label of a bar reaches the line that the bars stand on."""
    page = page_of(made_month(4), Sharing(frozenset()), first=TODAY - timedelta(days=days - 1))
    pdf = press(as_pdf.TEMPLATE, as_pdf.values(page, 12), Paper.A4)
    [sheet] = PdfReader(io.BytesIO(pdf)).pages
    shown = {word for bar in page.practised.bars for word in (bar.label, *bar.label.split())}
    lines: list[float] = []
    words: list[float] = []

    def drawn(operator: bytes, operands: list[float], at: list[float], _text: list[float]) -> None:
        if operator == b"l" and at[0] * float(operands[0]) > 200:
            lines.append(at[3] * float(operands[1]) + at[5])

    def said(text: str, at: list[float], within: list[float], *_font: object) -> None:
        if text.strip() in shown:
            words.append(at[3] * within[5] + at[5])

    sheet.extract_text(visitor_operand_before=drawn, visitor_text=said)
    axis = min(lines)
    under = [word for word in words if word < axis + 3]
    assert len(under) >= len(page.practised.bars)
    assert max(under) < axis - 7  # the letters are 8.5 points high


@pytest.mark.parametrize("size", [10, 12])
def test_every_sentence_is_ten_points_high_at_least(size: float) -> None:
    page = page_of(made_month(4))
    pdf = press(as_pdf.TEMPLATE, as_pdf.values(page, size), Paper.A4)
    found: list[tuple[float, str]] = []

    def said(text: str, at: list[float], within: list[float], _font: object, high: float) -> None:
        if " " in text.strip():
            found.append((abs(at[3] * within[3] * high), text))

    PdfReader(io.BytesIO(pdf)).pages[0].extract_text(visitor_text=said)
    assert any("not a medical record" in text for _high, text in found)
    assert min(found)[0] >= 9.99, min(found)


def test_what_does_not_fit_is_shortened_and_the_page_says_so(made: Make) -> None:
    chance = random.Random(1)
    entries = [
        made(
            f"2026-11-{18 + number % 6}T08:{number:02}-05:00",
            own_way=" ".join(chance.choice(("window", "chair", "x" * 90, "é")) for _ in range(200)),
            side_effects=f"effect {number} " * 30,
            obstacle_words="words\n" * 60,
            note="n" * 3000,
        )
        for number in range(40)
    ]
    page = page_of(of(*entries), name="N" * 300)
    shorter, size = as_pdf.on_one_sheet(page, Paper.LETTER)
    assert how_many("group_page", as_pdf.values(shorter, size), Paper.LETTER) == 1
    assert size >= 10
    assert any("Shortened" in line for line in shorter.foot)
    assert "effect 35" in text_of(shorter)
    assert shorter.practised == page.practised
    short = page_of(made_month(3))
    assert as_pdf.on_one_sheet(short, Paper.A4) == (short, 12)


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (7, ["Wed", "Thu", "Fri", "Sat", "Sun", "Mon", "Tue"]),
        (9, ["16", "17", "18", "19", "20", "21", "22", "23", "24"]),
        (28, ["28 Oct", "4 Nov", "11", "18"]),
        (120, ["Jul", "Aug", "Sep", "Oct", "Nov"]),
    ],
)
def test_bars_are_named_in_few_letters(days: int, labels: list[str]) -> None:
    assert [bar.label for bar in bars({}, TODAY - timedelta(days=days - 1), TODAY)] == labels


def test_each_bar_is_read_aloud_with_its_month() -> None:
    assert [bar.words for bar in bars({}, TODAY - timedelta(days=27), TODAY)][2:] == ["11 Nov", "18 Nov"]


@given(st.dictionaries(st.integers(0, 900), st.integers(1, 120), max_size=40), st.integers(0, 900))
def test_bars_hold_every_minute_of_the_days_shown(days: dict[int, int], back: int) -> None:
    first = TODAY - timedelta(days=back)
    minutes = {TODAY - timedelta(days=ago): heard for ago, heard in days.items() if ago <= back}
    shown = bars(minutes, first, TODAY)
    assert 1 <= len(shown) <= 14
    assert all(0 <= bar.height <= 1 for bar in shown)
    if back <= 390:
        assert sum(bar.minutes for bar in shown) == sum(minutes.values())
