"""Leading a room, key by key, on a small exercise of three sections."""

import pytest

from relaxapp.practice.lead import Change, Key, Lead, Play, Stage, Stop
from relaxapp.timing.cues import CueKind
from relaxapp.timing.estimate import at_rate
from relaxapp.timing.fit import fit
from relaxapp.timing.frames import RATE
from relaxapp.timing.plan import Plan
from relaxapp.words.reading import Passage, Reading
from relaxapp.words.script import Breathe, Pattern, Say, Technique
from tests.practice.plans import plan


def leading(at: float, planned: Plan | None = None) -> Lead:
    """An exercise that has been heard for so many seconds."""
    lead = Lead()
    planned = planned or plan()
    assert lead.begin(planned) == (Play(planned),)
    lead.hear(round(at * RATE), round(at * RATE))
    return lead


def lines(lead: Lead, frames: int) -> list[tuple[str, float]]:
    """What is said if it is heard to the end, and when."""
    lead.hear(frames, frames)
    return [(cue.text, round(cue.start / RATE, 2)) for cue in lead.led.says()]


def silence(planned: Plan, number: int = 0) -> tuple[float, float]:
    """From when to when one of the silences after a line lasts, in seconds."""
    says = planned.says()
    return says[number].end / RATE, says[number + 1].start / RATE


def test_it_waits_until_it_is_begun() -> None:
    lead = Lead()
    assert lead.press(Key.HOLD, 0) == lead.hear(0, 0) == lead.leave() == ()
    assert (lead.view.stage, lead.view.moment) == (Stage.WAITING, None)


def test_space_holds_as_long_as_wanted_and_again_goes_on_at_once() -> None:
    start, end = silence(plan())
    lead = leading(start + 0.5)
    lead.press(Key.HOLD, round((start + 0.5) * RATE))
    assert lead.view.held
    assert lead.view.next_in is None
    for second in range(1, 120):
        now = round((start + 0.5 + second) * RATE)
        lead.hear(now, now)
        assert lead.view.moment is not None
        assert not lead.view.moment.saying
    assert lead.view.held_for == 119 * RATE
    [change] = lead.press(Key.HOLD, now)
    assert isinstance(change, Change)
    assert not lead.view.held
    assert abs(change.plan.says()[1].start - now) <= 1
    assert abs(change.plan.frames - plan().frames - (now - round(end * RATE))) <= 1


def test_a_hold_that_ends_before_the_silence_would_have_cuts_nothing_short() -> None:
    start, end = silence(plan())
    lead = leading(start + 0.5)
    lead.press(Key.HOLD, round((start + 0.5) * RATE))
    lead.press(Key.HOLD, round((start + 1.5) * RATE))
    assert lines(lead, plan().frames)[1][1] == round(end, 2)


def test_the_time_left_stands_still_while_a_silence_is_held() -> None:
    start, end = silence(plan())
    lead = leading(start)
    lead.press(Key.HOLD, round(start * RATE))
    left = []
    for now in (end + 5, end + 20, end + 90):
        lead.hear(round(now * RATE), round(now * RATE))
        left.append(lead.view.remaining)
    assert left == [plan().frames - round(end * RATE)] * 3


def test_right_goes_on_now() -> None:
    start = silence(plan())[0]
    lead = leading(start + 1)
    lead.press(Key.GO_ON, round((start + 1) * RATE))
    assert lines(lead, plan().frames)[1][1] == round(start + 1, 2)


def test_right_while_the_next_line_is_on_its_way_changes_nothing() -> None:
    end = silence(plan())[1]
    lead = leading(end - 0.2)
    assert lead.press(Key.GO_ON, round((end + 0.3) * RATE)) == ()


def test_left_says_the_line_again_once_however_often_it_is_pressed() -> None:
    start, _end = silence(plan())
    lead = leading(start + 1)
    for _press in range(3):
        lead.press(Key.AGAIN, round((start + 1) * RATE))
    said = [text for text, _at in lines(lead, 2 * plan().frames)]
    assert said[:3] == ["One begins.", "One begins.", "One ends."]
    assert len(said) == len(plan().says()) + 1


def test_left_while_it_is_held_says_the_line_and_holds_on() -> None:
    start, _end = silence(plan())
    lead = leading(start + 1)
    lead.press(Key.HOLD, round((start + 1) * RATE))
    lead.press(Key.AGAIN, round((start + 1) * RATE))
    for second in range(1, 60):
        now = round((start + 1 + second) * RATE)
        lead.hear(now, now)
    assert lead.view.held
    assert [cue.text for cue in lead.led.says()] == ["One begins.", "One begins."]


def test_left_after_a_long_hold_does_not_make_the_room_wait_as_long_again() -> None:
    start, end = silence(plan())
    lead = leading(start + 1)
    lead.press(Key.HOLD, round((start + 1) * RATE))
    for second in range(1, 120):
        lead.hear(round((start + second) * RATE), round((start + second) * RATE))
    lead.press(Key.AGAIN, round((start + 120) * RATE))
    for second in range(120, 150):
        lead.hear(round((start + second) * RATE), round((start + second) * RATE))
    lead.press(Key.HOLD, round((start + 150) * RATE))
    said = lines(lead, 10 * plan().frames)
    assert said[1] == ("One begins.", round(start + 120, 2))
    assert said[2][0] == "One ends."
    assert said[2][1] <= max(start + 150.1, said[1][1] + (end - start) + 3)


def test_up_and_down_change_the_silences_to_come_and_the_end() -> None:
    lead = leading(1)
    lead.press(Key.LONGER, RATE)
    longer = lead.view.remaining
    assert lead.view.silences == 110
    assert longer > plan().frames - RATE
    lead.press(Key.SHORTER, RATE)
    lead.press(Key.SHORTER, RATE)
    assert lead.view.silences == 90
    assert lead.view.remaining < plan().frames - RATE


@pytest.mark.parametrize(("key", "end"), [(Key.LONGER, 200), (Key.SHORTER, 50)])
def test_silences_have_bounds(key: Key, end: int) -> None:
    lead = leading(1)
    for _press in range(30):
        lead.press(key, RATE)
    assert lead.view.silences == end


def test_s_leaves_out_the_rest_of_the_section_but_never_the_last() -> None:
    start, _end = silence(plan())
    lead = leading(start + 1)
    lead.press(Key.LEAVE, round((start + 1) * RATE))
    assert [text for text, _at in lines(lead, plan().frames)][:2] == ["One begins.", "Two begins."]
    last = plan().says()[-2].end / RATE + 1
    assert leading(last).press(Key.LEAVE, round(last * RATE)) == ()


def test_s_at_the_very_end_of_a_section_leaves_the_next_one_whole() -> None:
    border = plan().sections[1].start / RATE
    assert leading(border - 0.2).press(Key.LEAVE, round((border + 0.3) * RATE)) == ()


def test_e_goes_to_the_last_section_even_from_a_hold() -> None:
    start, _end = silence(plan())
    lead = leading(start + 1)
    lead.press(Key.HOLD, round((start + 1) * RATE))
    lead.press(Key.COME_BACK, round((start + 2) * RATE))
    assert not lead.view.held
    said = [text for text, _at in lines(lead, plan().frames)]
    assert said == ["One begins.", "Three begins.", "Three ends."]


def test_m_leaves_the_lines_to_the_facilitator_until_it_is_pressed_again() -> None:
    lead = leading(1)
    [muted] = lead.press(Key.MUTE, 2 * RATE)
    assert isinstance(muted, Change)
    assert lead.view.muted
    assert all(cue.start < muted.spoken_from for cue in muted.plan.says())
    [spoken] = lead.press(Key.MUTE, 9 * RATE)
    assert isinstance(spoken, Change)
    assert (spoken.spoken_from, lead.view.muted) == (9 * RATE, False)


def test_a_change_of_the_plan_leaves_it_muted() -> None:
    lead = leading(1)
    lead.press(Key.MUTE, 2 * RATE)
    [change] = lead.press(Key.LONGER, 2 * RATE)
    assert isinstance(change, Change)
    assert change.spoken_from > change.plan.frames


def test_ending_is_asked_once_and_everything_goes_on_meanwhile() -> None:
    lead = leading(5)
    assert lead.end() == ()
    lead.ask()
    assert lead.view.asking
    assert lead.stage is Stage.LEADING
    lead.ask()
    assert not lead.view.asking
    lead.ask()
    lead.press(Key.LONGER, 5 * RATE)
    assert not lead.view.asking
    lead.ask()
    assert lead.end() == (Stop(),)
    assert lead.stage is Stage.OVER
    assert lead.press(Key.HOLD, 5 * RATE) == lead.hear(6 * RATE, 6 * RATE) == ()


def test_heard_to_the_end_it_is_over() -> None:
    lead = leading(59)
    lead.hear(plan().frames, plan().frames, finished=True)
    assert lead.stage is Stage.OVER
    assert lead.led.frames == plan().frames


def test_breathing_that_is_held_goes_on_in_whole_breaths_and_nothing_of_it_is_lost() -> None:
    steps = (Breathe(Pattern(4, 0, 6, 0), 60, 60), Say("The end."))
    reading = Reading("b", "Breathing", Technique.BREATHING, 1, (Passage("One", steps),))
    planned = fit(reading, at_rate(125), 66)
    lead = leading(15, planned)
    lead.press(Key.HOLD, 15 * RATE)
    for second in range(16, 136):
        lead.hear(second * RATE, second * RATE)
        assert lead.view.moment is not None
        assert lead.view.moment.breath_level is not None
    lead.press(Key.HOLD, 135 * RATE)
    lead.hear(135 * RATE, 135 * RATE)
    assert lead.view.remaining > 40 * RATE
    lead.hear(10**9, 10**9)
    breaths = [cue for cue in lead.led.cues if cue.kind is CueKind.INHALE]
    assert len({cue.end - cue.start for cue in breaths}) <= 2
    assert len(breaths) >= 17
