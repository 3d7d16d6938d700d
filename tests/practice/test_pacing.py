"""Activity by quota: the plan keeps to the minutes chosen, in any voice, whatever is avoided."""

from dataclasses import replace

import pytest

from relaxapp.errors import RelaxError
from relaxapp.library.checking import FAST_VOICE, SLOW_VOICE
from relaxapp.practice.pacing import PACING, Quota, paced
from relaxapp.timing.estimate import at_rate
from relaxapp.timing.fit import fit
from relaxapp.timing.frames import RATE, seconds
from relaxapp.timing.plan import CueKind, Plan
from relaxapp.words.parse import parse
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.script import Script
from tests.words.english import english, library

NEAR = 8
"""Seconds that a part may differ from its minutes: what its words take is shared out over all parts."""


def page() -> Script:
    return library().find(PACING)


def plan(quota: Quota, person: Person | None = None, rate: float = 125) -> Plan:
    reading = personalise(paced(page(), quota), person or Person(), quota.minutes, english())
    return fit(reading, at_rate(rate), quota.minutes * 60)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((0, 5, 3), "are from 1 to 60. Take one minute of each, or more."),
        ((1, 0, 3), "are from 1 to 60. Take one minute of each, or more."),
        ((61, 5, 1), "are from 1 to 60. Take fewer minutes, and more rounds."),
        ((5, 5, 0), "rounds. Take one, or more."),
        ((1, 1, 99), "rounds. Begin again after the last one, if you still want to."),
    ],
)
def test_what_is_too_little_or_too_much_is_told_with_what_to_do(
    numbers: tuple[int, int, int], told: str
) -> None:
    with pytest.raises(RelaxError) as error:
        Quota(*numbers)
    assert str(error.value).endswith(told)


@pytest.mark.parametrize("rate", [SLOW_VOICE, FAST_VOICE])
@pytest.mark.parametrize(
    "quota", [Quota(10, 5, 2), Quota(1, 1, 1), Quota(2, 1, 12), Quota(60, 60, 1), Quota(3, 20, 4)], ids=str
)
def test_each_part_lasts_what_was_chosen_and_all_of_it_ends_on_time(quota: Quota, rate: float) -> None:
    made = plan(quota, rate=rate)
    assert abs(seconds(made.frames) - quota.minutes * 60) <= 1
    parts = [seconds(span.end - span.start) for span in made.sections]
    if quota.rounds > 1:
        wanted = [quota.active * 60, quota.rest * 60] * quota.rounds
        assert len(parts) == len(wanted) + 1
        assert all(abs(part - want) <= NEAR for part, want in zip(parts, wanted, strict=False)), parts


def test_a_bell_and_a_voice_tell_each_part_and_the_last_minute_is_called() -> None:
    made = plan(Quota(10, 5, 3))
    bells = [cue.start for cue in made.cues if cue.kind is CueKind.SOUND]
    assert len(bells) == 7
    said = [cue.text for cue in made.says()]
    assert said.count("One more minute.") == 3
    assert sum("Stop here" in line for line in said) == 3
    call = next(cue for cue in made.says() if cue.text == "One more minute.")
    assert 45 <= seconds(bells[1] - call.start) <= 75


def test_a_very_short_time_is_not_called_off_beforehand() -> None:
    assert not any("One more minute" in cue.text for cue in plan(Quota(2, 2, 2)).says())


def test_the_title_of_a_part_says_which_round_it_is_and_how_long_it_still_lasts() -> None:
    made = plan(Quota(10, 5, 3))
    titles = [span.title for span in made.sections]
    assert titles[:4] == ["Active, 1 of 3", "Rest, 1 of 3", "Active again, 2 of 3", "Rest again, 2 of 3"]
    first = made.at(RATE)
    assert first.section_remaining == made.sections[0].end - RATE


@pytest.mark.parametrize("theme", sorted(english().themes))
def test_it_fits_whatever_is_avoided(theme: str) -> None:
    plan(Quota(5, 5, 2), Person(avoid=(theme,)))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((0, 5, 2), "from 1 to 60"),
        ((10, 61, 2), "from 1 to 60"),
        ((10, 5, 0), "from 1 to 12 rounds"),
        ((60, 60, 2), "240 minutes; 180 are the most"),
    ],
)
def test_a_quota_has_limits(given: tuple[int, int, int], told: str) -> None:
    with pytest.raises(RelaxError, match=told):
        Quota(*given)


def test_a_page_of_ones_own_with_too_few_parts_is_told_of() -> None:
    small = parse("---\ntitle: T\ntechnique: activity\nlengths: [5]\n---\n# A\nHi.\n\n# B\nHo.", "own.md")
    with pytest.raises(RelaxError, match=r"own\.md needs three parts"):
        paced(small, Quota(1, 1, 1))
    enough = replace(small, sections=(*small.sections, small.sections[0]))
    assert len(paced(enough, Quota(1, 1, 3)).sections) == 7
