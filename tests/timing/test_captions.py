"""Captions say what the plan says, when it says it."""

import re

import pytest

from relaxapp.timing.captions import KINDS
from relaxapp.timing.estimate import at_rate
from relaxapp.timing.fit import fit
from relaxapp.timing.frames import RATE
from relaxapp.timing.plan import Plan
from relaxapp.words.reading import Passage, Reading
from relaxapp.words.script import Pause, Say, Technique

LINES = ("Rest now.", "One <b> & two --> three.", "A [bracket] here.")


@pytest.fixture
def plan() -> Plan:
    steps = tuple(step for text in LINES for step in (Say(text), Pause(3, 60)))
    reading = Reading("r", "A [title]", Technique.VISUALIZATION, 2, (Passage("One", steps),))
    return fit(reading, at_rate(125), 120)


def seconds(clock: str) -> float:
    hours, minutes, rest = clock.replace(",", ".").split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


@pytest.mark.parametrize("ending", [".vtt", ".srt"])
def test_times_match_the_plan_within_a_millisecond(plan: Plan, ending: str) -> None:
    text = KINDS[ending](plan, "A title")
    times = re.findall(r"^([\d:.,]+) --> ([\d:.,]+)$", text, re.MULTILINE)
    assert len(times) == len(LINES)
    for (start, end), cue in zip(times, plan.says(), strict=True):
        assert seconds(start) == pytest.approx(cue.start / RATE, abs=0.001)
        assert seconds(end) == pytest.approx(cue.end / RATE, abs=0.001)


def test_no_word_is_taken_for_markup(plan: Plan) -> None:
    assert "One &lt;b&gt; &amp; two --&gt; three." in KINDS[".vtt"](plan, "t")
    assert "two -> three." in KINDS[".srt"](plan, "t")
    assert "]A (bracket) here." in KINDS[".lrc"](plan, "A [title]")
    assert KINDS[".lrc"](plan, "A [title]").startswith("[ti:A (title)]\n")
