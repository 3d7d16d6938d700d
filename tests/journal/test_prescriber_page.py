"""The page for the one who prescribes: what is gathered, what is left out of it, one sheet in large print."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from relaxapp.errors import PageError
from relaxapp.journal.by_hand import prescriber_line
from relaxapp.journal.entry import Entry
from relaxapp.journal.export.prescriber_page import (
    gathered,
    in_plain_words,
    prescriber_page,
    told,
)
from relaxapp.journal.export.prescriber_pdf import write
from relaxapp.journal.prescriber_line import PrescriberLine, Topic
from relaxapp.paper.sizes import Paper

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
Made = Callable[..., Entry]


def line(text: str, topic: Topic = Topic.QUESTION) -> PrescriberLine:
    return prescriber_line(NOW, topic, text)


def test_own_lines_come_first_then_what_the_journal_has_by_topic(made: Made) -> None:
    entries = [
        made("2026-11-23T08:00+00:00", side_effects="dizzy\nfor a while", title="The dial", note="mine"),
        made("2026-11-22T08:00+00:00", practice="before-you-ask", note="Is there another way?"),
        made("2026-11-21T08:00+00:00", practice="my-own", variation_of="before-you-ask", note="How long?"),
    ]
    lines = [line("tea", Topic.ALSO_TAKEN), line("a dry mouth", Topic.NOTICED), line("What is it for?")]
    assert [told(each) for each in gathered(lines, entries)] == [
        "What is it for?",
        "How long?",
        "Is there another way?",
        "a dry mouth",
        "23 Nov, The dial: dizzy for a while",
        "tea",
    ]


def test_only_what_was_chosen_is_on_the_page_and_the_warning_always_is() -> None:
    lines = gathered([line("What is it for?"), line("tea", Topic.ALSO_TAKEN)], [])
    page = prescriber_page(lines, {lines[1].key})
    (title, (warning,)), *sections = in_plain_words(page)
    assert title == "For the person who prescribes for me"
    assert warning.startswith("Change nothing about your medicines without")
    assert sections == [("I also take or use", ("tea",))]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("count", [0, 1, 6, 30])
def test_it_is_one_sheet_and_nothing_is_lost(paper: Paper, count: int, tmp_path: Path) -> None:
    lines = gathered([line(f"What about the number {each}, in the evening?") for each in range(count)], [])
    path = tmp_path / "page.pdf"
    write(prescriber_page(lines, {each.key for each in lines}), path, paper)
    [sheet] = PdfReader(io.BytesIO(path.read_bytes())).pages
    words = " ".join(sheet.extract_text().split())
    assert "Change nothing about your medicines" in words
    assert all(f"the number {each}," in words for each in range(count))


def test_more_than_a_sheet_holds_is_told_and_no_file_is_left(tmp_path: Path) -> None:
    lines = gathered([line("a long question, " * 20) for _each in range(60)], [])
    with pytest.raises(PageError, match="Leave some out"):
        write(prescriber_page(lines, {each.key for each in lines}), tmp_path / "page.pdf", Paper.A4)
    assert list(tmp_path.iterdir()) == []
