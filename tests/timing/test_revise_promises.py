"""What holds for every plan, whatever happens while it is played."""

from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from relaxapp.timing.breathing import MINUTE
from relaxapp.timing.cues import Cue, CueKind
from relaxapp.timing.events import (
    ClipLate,
    ClipsArrived,
    Event,
    FasterBreath,
    GoOn,
    GoToEnd,
    Hold,
    LeaveSection,
    Repeat,
    SlowerBreath,
    Stretch,
)
from relaxapp.timing.fit import fit, span
from relaxapp.timing.frames import RATE, seconds
from relaxapp.timing.items import Breathing, Held
from relaxapp.timing.plan import Plan
from relaxapp.timing.revise import revise
from relaxapp.words.script import Say
from tests.timing.readings import Voiced, voiced

LEAVING = LeaveSection | GoToEnd
MOST_SCALING = 0.03
"""How far the breaths of a practice of breathing alone may be from those written, to fill its length."""


@st.composite
def played(draw: st.DrawFn) -> tuple[Voiced, Plan]:
    """A reading laid out by estimates at some length."""
    case = draw(voiced(estimated=True))
    shortest, longest = span(case.reading, case.durations)
    return case, fit(case.reading, case.durations, shortest + draw(st.floats(0, 1)) * (longest - shortest))


@st.composite
def events(draw: st.DrawFn, case: Voiced) -> Event:
    """Anything that can happen."""
    simple: list[Event] = [GoOn(), LeaveSection(), GoToEnd(), SlowerBreath(), FasterBreath(), Repeat()]
    kind = draw(st.integers(0, 9))
    match kind:
        case 0:
            return Hold(draw(st.integers(1, 60 * RATE)))
        case 1:
            return ClipLate(draw(st.integers(1, 5 * RATE)))
        case 2:
            return Stretch(draw(st.sampled_from([0.5, 0.8, 1.25, 2])))
        case 3:
            return draw(arrivals(case))
        case _:
            return simple[kind - 4]


@st.composite
def arrivals(draw: st.DrawFn, case: Voiced) -> ClipsArrived:
    """Some lines turn out longer or shorter than estimated."""
    lines = [say for say in case.lengths if draw(st.booleans())]
    return ClipsArrived({say: round(case.lengths[say] * draw(st.floats(0.5, 1.8))) for say in lines})


def happened(plan: Plan, frame: int) -> list[Cue]:
    """What is seen and heard up to `frame`; a line or a sound that has begun counts as a whole."""
    whole = {CueKind.SAY, CueKind.SOUND}
    return [
        cue if cue.kind in whole else Cue(cue.start, min(cue.end, frame), cue.kind, cue.section)
        for cue in plan.cues
        if cue.start < frame
    ]


def assert_sound(plan: Plan) -> None:
    """Cues follow each other without gaps, words lie inside and never meet, sections cover the whole."""
    position = end = 0
    inside: list[tuple[int, int]] = []
    for item in plan.items:
        if isinstance(item, Held | Breathing):
            inside.append((position, position + item.frames))
        position += item.frames
    within = {cue: span for cue in plan.says() for span in inside if span[0] <= cue.start < span[1]}
    assert position == plan.frames
    for cue in plan.cues:
        assert cue.end >= cue.start
        if cue in within:
            assert cue.end <= within[cue][1]
        else:
            assert cue.start == end
            end = cue.end
    assert end == plan.frames
    assert all(one.end <= other.start for one, other in pairwise(plan.says()))
    assert [span.start for span in plan.sections][1:] == [span.end for span in plan.sections][:-1]
    for cue in plan.cues:
        assert plan.sections[cue.section].start <= cue.start <= plan.sections[cue.section].end


@given(st.data(), played())
@settings(max_examples=250)
def test_what_is_over_stays_and_nothing_is_lost(data: st.DataObject, start: tuple[Voiced, Plan]) -> None:
    case, plan = start
    for _ in range(data.draw(st.integers(1, 4))):
        event = data.draw(events(case))
        frame = data.draw(
            st.one_of(st.integers(0, plan.frames), st.sampled_from([c.start for c in plan.cues]))
        )
        revised = revise(plan, event, frame)

        assert happened(revised, frame) == happened(plan, frame)
        assert_sound(revised)
        before, after = [cue.say for cue in plan.says()], [cue.say for cue in revised.says()]
        match event:
            case LeaveSection() | GoToEnd():
                left = plan.at(frame).section
                kept = [cue.say for cue in plan.says() if cue.start < frame]
                assert after[: len(kept)] == kept
                assert after[len(kept) :] == before[len(before) - len(after) + len(kept) :]
                assert all(
                    cue.section != left or left == len(plan.sections) - 1
                    for cue in revised.says()[len(kept) :]
                )
            case Repeat():
                if len(after) > len(before):
                    again = next(n for n, say in enumerate(after) if n >= len(before) or say != before[n])
                    assert after[:again] + after[again + 1 :] == before
            case _:
                assert after == before
        plan = revised


@given(st.data(), played())
def test_clips_that_arrive_leave_the_end_where_it_was(
    data: st.DataObject, start: tuple[Voiced, Plan]
) -> None:
    case, plan = start
    event = data.draw(arrivals(case))
    revised = revise(plan, event, 0)

    known = Voiced(case.reading, {**case.lengths, **event.lengths})
    shortest, longest = span(known.reading, known.durations)
    nearest = min(max(seconds(plan.frames), shortest), longest)
    within = sorted((nearest, seconds(plan.frames)))
    assert within[0] - 1 <= seconds(revised.frames) <= within[1] + 1
    assert revised.estimated == any(cue.say not in event.lengths for cue in plan.says())
    assert [cue.end - cue.start for cue in revised.says()] == [
        known.lengths[cue.say or Say("")] for cue in plan.says()
    ]


@given(played())
def test_clips_as_long_as_estimated_change_nothing(start: tuple[Voiced, Plan]) -> None:
    case, plan = start
    revised = revise(plan, ClipsArrived(case.lengths), plan.frames // 3)

    assert revised.cues == plan.cues
    assert not revised.estimated


@given(st.data(), played(), st.integers(1, 10 * RATE))
def test_a_late_clip_waits_and_is_made_up_for(
    data: st.DataObject, start: tuple[Voiced, Plan], late: int
) -> None:
    case, plan = start
    assume(plan.says())
    line = data.draw(st.sampled_from(plan.says()))
    waiting = revise(plan, ClipLate(late), line.start)

    again = next(cue for cue in waiting.says() if cue.say == line.say)
    assert again.start >= line.start + late
    assert waiting.asked == plan.asked
    longer = ClipsArrived({say: frames + 1 for say, frames in case.lengths.items()})
    caught_up = revise(waiting, longer, waiting.at(line.start).elapsed)
    assert caught_up.frames <= waiting.frames + 1 + len(plan.says()) + 20 * RATE


@given(st.data(), played(), st.integers(1, 90 * RATE))
def test_a_hold_moves_the_end(data: st.DataObject, start: tuple[Voiced, Plan], frames: int) -> None:
    _, plan = start
    frame = data.draw(st.integers(0, plan.frames - 1))
    held = revise(plan, Hold(frames), frame)

    assert held.frames >= plan.frames + frames - 1
    assert held.asked - plan.asked == held.frames - plan.frames
    later = [cue for cue in plan.says() if cue.start >= frame]
    assert all(
        new.start >= old.start + frames - 1
        for old, new in zip(later, held.says()[len(held.says()) - len(later) :], strict=True)
    )


@given(st.data(), played())
def test_going_on_never_takes_longer(data: st.DataObject, start: tuple[Voiced, Plan]) -> None:
    _, plan = start
    frame = data.draw(st.integers(0, plan.frames))
    gone_on = revise(plan, GoOn(), frame)

    assert gone_on.frames <= plan.frames
    moment, after = plan.at(frame), gone_on.at(frame)
    quiet = next(cue for cue in reversed(plan.cues) if cue.start <= frame)
    if quiet.kind is CueKind.SILENCE and moment.phase is None and frame > quiet.start and moment.next_line:
        following = next(
            cue for cue in gone_on.cues if cue.start >= frame and cue.kind is not CueKind.SILENCE
        )
        assert following.start == frame
    assert after.elapsed == moment.elapsed or gone_on.frames < frame


@given(st.data(), played())
def test_the_breath_becomes_slower_or_faster_from_the_next_on(
    data: st.DataObject, start: tuple[Voiced, Plan]
) -> None:
    _, plan = start
    frame = data.draw(st.integers(0, plan.frames))

    def rates(some: Plan) -> list[tuple[int, float]]:
        found, position = [], 0
        for item in some.items:
            if isinstance(item, Breathing):
                found += [
                    (position + round(first), float(MINUTE / (last - first)))
                    for first, last in pairwise(item.edges)
                ]
            position += item.frames
        return found

    for event in (SlowerBreath(), FasterBreath()):
        revised = revise(plan, event, frame)
        assert [rate for rate in rates(revised) if rate[0] < frame] == [
            rate for rate in rates(plan) if rate[0] < frame
        ]
        now = [rate for at, rate in rates(plan) if at < frame]
        later = [rate for at, rate in rates(revised) if at >= frame]
        inside = plan.at(max(frame - 1, 0)).breath_level is not None and now and later
        if not inside:
            continue
        if isinstance(event, SlowerBreath):
            assert later[0] <= max(now[-1] - 0.5, min(now[-1], 4.5)) + 1e-9
            slowest = min(rate for _, rate in rates(plan))
            assert min(later) >= min(slowest * (1 - MOST_SCALING), 4.5) - 1e-9
        else:
            assert min(later) >= min(now[-1] + 1, 20) - 1e-9


@given(st.data(), played())
def test_stretching_makes_every_silence_to_come_longer(
    data: st.DataObject, start: tuple[Voiced, Plan]
) -> None:
    _, plan = start
    frame = data.draw(st.integers(0, plan.frames))

    assert revise(plan, Stretch(1), frame).cues == plan.cues
    longer = revise(plan, Stretch(2), frame)
    silences = [
        (old.end - old.start, new.end - new.start)
        for old, new in zip(plan.cues, longer.cues, strict=False)
        if old.kind is CueKind.SILENCE and old.start >= max(frame, 1) and old is not plan.cues[-1]
    ]
    assert all(new >= old for old, new in silences)
    assert longer.frames >= plan.frames
