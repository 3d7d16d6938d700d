"""A reading fitted to a length."""

from dataclasses import replace

import pytest

from relaxapp.errors import LengthError
from relaxapp.timing.cues import CueKind, Duration
from relaxapp.timing.fit import fit, span
from relaxapp.timing.frames import RATE, frames
from relaxapp.words.reading import Passage, Reading
from relaxapp.words.script import (
    Breathe,
    Count,
    Pattern,
    Pause,
    Release,
    Say,
    Sound,
    Step,
    Technique,
    Tense,
)

SIX = Pattern(4, 0, 6, 0)


def reading(*steps: Step, minutes: float = 5) -> Reading:
    return Reading("calm", "Calm", Technique.IMAGERY, minutes, (Passage("All", steps),))


def two_seconds(_say: Say) -> Duration:
    return Duration(2 * RATE)


def test_words_and_silences_last_as_long_as_asked() -> None:
    plan = fit(reading(Say("One."), Pause(2, 12), Say("Two."), Pause(4, 4)), two_seconds, 20)

    assert [(cue.kind, cue.start / RATE, cue.end / RATE) for cue in plan.cues] == [
        (CueKind.SILENCE, 0, 1),
        (CueKind.SAY, 1, 3),
        (CueKind.SILENCE, 3, 11),
        (CueKind.SAY, 11, 13),
        (CueKind.SILENCE, 13, 17),
        (CueKind.SILENCE, 17, 20),
    ]
    assert plan.frames == frames(20)
    assert plan.elasticity == pytest.approx(0.6)


def test_whole_breaths_are_nearest_the_time_asked_and_pauses_take_up_the_rest() -> None:
    plan = fit(reading(Pause(0, 20), Breathe(SIX, 64, 64), Pause(0, 20)), two_seconds, 90)

    exhales = [cue for cue in plan.cues if cue.kind is CueKind.EXHALE]
    assert len(exhales) == 6
    assert {cue.end - cue.start for cue in exhales} == {6 * RATE}
    assert plan.frames == frames(90)


def test_breathing_alone_scales_its_breaths() -> None:
    plan = fit(reading(Breathe(SIX, 300, 300)), two_seconds, 300)

    inhales = [cue.start for cue in plan.cues if cue.kind is CueKind.INHALE]
    assert len(inhales) == 30
    assert inhales[-1] - inhales[0] == pytest.approx(29 * RATE * 10 * 296 / 300, abs=1)
    assert plan.frames == frames(300)


def test_words_inside_a_release_make_it_grow_but_the_silence_after_them_does_not() -> None:
    inside = (Say("Let go."), Pause(3, 3), Say("All the way."), Pause(60, 60))
    plan = fit(reading(Release(4, 4, inside)), two_seconds, 11)

    assert [(cue.kind, cue.start / RATE, cue.end / RATE) for cue in plan.cues] == [
        (CueKind.SILENCE, 0, 1),
        (CueKind.RELEASE, 1, 8),
        (CueKind.SAY, 1, 3),
        (CueKind.SAY, 6, 8),
        (CueKind.SILENCE, 8, 11),
    ]


@pytest.mark.parametrize(("written", "lasts"), [(1, 5), (4, 5), (7, 7)])
def test_there_is_time_to_tense_once_it_is_said_what_to_tense(written: float, lasts: float) -> None:
    plan = fit(reading(Tense(written, (Say("Firm."), Pause(60, 60)))), two_seconds, 4 + lasts)

    [tense] = [cue for cue in plan.cues if cue.kind is CueKind.TENSE]
    assert (tense.end - tense.start) / RATE == lasts


def test_words_inside_breathing_begin_with_an_out_breath_and_make_it_grow() -> None:
    words = (Say("a"), Pause(3, 5), Say("b"), Say("c"))
    plan = fit(reading(Breathe(SIX, 10, 10, steps=words)), lambda _say: Duration(frames(5.5)), 34)

    exhales = {cue.start for cue in plan.cues if cue.kind is CueKind.EXHALE}
    says = plan.says()
    assert {cue.start for cue in says} <= exhales
    assert [cue.start / RATE for cue in says] == [5, 15, 25]
    assert says[-1].end <= plan.cues[-1].start


def test_a_count_is_even_and_a_sound_is_kept_clear() -> None:
    numbers = Count(1, 2, 4, (Say("One."), Say("Two.")))
    plan = fit(reading(numbers, Sound("bell")), two_seconds, 15)

    assert [cue.start / RATE for cue in plan.says()] == [1, 5]
    assert [(cue.start / RATE, cue.end / RATE, cue.sound) for cue in plan.cues if cue.sound] == [
        (9, 12, "bell")
    ]


@pytest.mark.parametrize(("length", "says"), [(9, "10 s"), (40, "18 s")])
def test_a_length_that_cannot_be_is_refused_with_what_can(length: float, says: str) -> None:
    calm = reading(Say("One."), Pause(2, 10), Say("Two."))
    assert span(calm, two_seconds) == (10, 18)

    with pytest.raises(LengthError, match=says) as caught:
        fit(calm, two_seconds, length - 2 if length < 10 else length)

    assert (caught.value.shortest, caught.value.longest) == (10, 18)


@pytest.mark.parametrize(("title", "length"), [("Calm", 40), ("", 40), ("Calm", 5), ("", 5)])
def test_a_practice_whose_title_may_not_be_told_is_refused_in_a_whole_sentence(
    title: str, length: float
) -> None:
    calm = replace(reading(Say("One."), Pause(2, 10), Say("Two.")), title=title)
    with pytest.raises(LengthError, match=f"(What|of) {title or 'this practice'} (says|take)"):
        fit(calm, two_seconds, length)
