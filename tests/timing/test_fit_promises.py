"""What holds for every reading at every length it can have."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from relaxapp.timing.cues import CueKind
from relaxapp.timing.draft import LEAD, TAIL, draft
from relaxapp.timing.fit import fit, span
from relaxapp.timing.frames import RATE, seconds
from relaxapp.timing.items import Breathing, Gap, Held, Item, Spoken, lines_of
from relaxapp.timing.plan import Plan
from tests.timing.readings import Voiced, voiced

BREATH = {CueKind.INHALE, CueKind.HOLD, CueKind.EXHALE, CueKind.REST}


def fitted(case: Voiced, where: float) -> tuple[Plan, float]:
    """The plan for a length `where` (0 to 1) from the shortest to the longest, and that length."""
    shortest, longest = span(case.reading, case.durations)
    length = shortest + where * (longest - shortest)
    return fit(case.reading, case.durations, length), length


WHERE = st.floats(0, 1)


@given(voiced(), WHERE)
@settings(max_examples=150)
def test_the_length_asked_for_is_held(case: Voiced, where: float) -> None:
    plan, length = fitted(case, where)

    assert abs(seconds(plan.frames) - length) <= 1


@given(voiced(elastic=True), WHERE)
def test_with_an_elastic_silence_the_end_is_on_the_frame(case: Voiced, where: float) -> None:
    plan, length = fitted(case, 0.05 + 0.9 * where)

    assert plan.frames == plan.asked == round(length * RATE)


@given(voiced(), WHERE)
def test_every_silence_lies_at_one_f_within_its_bounds(case: Voiced, where: float) -> None:
    plan, _ = fitted(case, where)
    f = plan.elasticity

    def check(item: Item) -> None:
        match item:
            case Gap():
                assert item.low <= item.frames <= item.high
                assert abs(item.frames - (item.low + f * (item.high - item.low))) <= 1
            case Held():
                for part in item.inside:
                    check(part)
                wanted = item.low + f * (item.high - item.low)
                assert abs(item.frames - max(wanted, sum(part.frames for part in item.inside))) <= 1
            case _:
                pass

    for item in plan.items[:-1]:
        check(item)


@given(voiced(), WHERE)
def test_words_keep_their_order_and_their_lengths(case: Voiced, where: float) -> None:
    plan, _ = fitted(case, where)

    written = [line for item in draft(case.reading, case.durations) for line in lines_of(item)]
    assert [(cue.say, cue.end - cue.start) for cue in plan.says()] == [
        (line.say, line.voiced) for line in written
    ]
    for one, next_one in zip(plan.says(), plan.says()[1:], strict=False):
        assert one.end <= next_one.start


@given(voiced(), WHERE)
def test_cues_follow_each_other_and_words_lie_inside(case: Voiced, where: float) -> None:
    plan, _ = fitted(case, where)

    assert [cue.start for cue in plan.cues] == sorted(cue.start for cue in plan.cues)
    position, breathing_to = 0, 0
    inside: list[tuple[int, int]] = []
    for item in plan.items:
        if isinstance(item, Held | Breathing):
            inside.append((position, position + item.frames))
        position += item.frames
    tiles = [
        cue
        for cue in plan.cues
        if cue.kind is not CueKind.SAY or not any(start <= cue.start < end for start, end in inside)
    ]
    for cue in tiles:
        assert cue.start == breathing_to
        breathing_to = cue.end
    assert breathing_to == plan.frames
    for cue in plan.says():
        assert all(cue.end <= end for start, end in inside if start <= cue.start < end)


@given(voiced(), WHERE)
def test_breaths_are_whole_and_near_what_was_asked(case: Voiced, where: float) -> None:
    plan, _ = fitted(case, where)

    for item in plan.items:
        if not isinstance(item, Breathing):
            continue
        longest = max(b - a for a, b in zip(item.edges, item.edges[1:], strict=False))
        scaled = Fraction(3, 100) * item.frames
        assert item.frames >= item.low - longest - scaled
        if not item.words:
            assert item.frames <= item.high + longest + scaled


@given(voiced(), WHERE)
def test_words_in_breathing_begin_with_an_out_breath(case: Voiced, where: float) -> None:
    plan, _ = fitted(case, where)

    exhales = {cue.start for cue in plan.cues if cue.kind is CueKind.EXHALE}
    spoken_breathing = {
        word.line.say for item in plan.items if isinstance(item, Breathing) for word in item.words
    }
    assert all(cue.start in exhales for cue in plan.says() if cue.say in spoken_breathing)


@given(voiced(), WHERE)
def test_there_is_silence_before_and_after(case: Voiced, where: float) -> None:
    plan, _ = fitted(case, where)

    first, last = plan.cues[0], plan.cues[-1]
    assert (first.kind, first.start, first.end) == (CueKind.SILENCE, 0, LEAD)
    assert last.kind is CueKind.SILENCE
    assert last.end - last.start >= TAIL
    breaths = [item.edges[-1] for item in plan.items if isinstance(item, Breathing)]
    assert last.end - last.start <= TAIL + RATE or breaths


@given(voiced(), WHERE, WHERE)
def test_a_moment_says_what_the_cues_say(case: Voiced, where: float, when: float) -> None:
    plan, _ = fitted(case, where)
    frame = int(when * (plan.frames - 1))

    moment = plan.at(frame)

    here = [cue for cue in plan.cues if cue.start <= frame < cue.end]
    saying = [cue for cue in here if cue.kind is CueKind.SAY]
    begun = [cue for cue in plan.says() if cue.start <= frame]
    phases = [cue for cue in here if cue.kind not in {CueKind.SAY, CueKind.SILENCE, CueKind.SOUND}]
    assert moment.line == (begun[-1] if begun else None)
    assert moment.next_line == next((cue for cue in plan.says() if cue.start > frame), None)
    assert moment.saying == bool(saying)
    assert moment.phase == (phases[0].kind if phases else None)
    assert (moment.breath_level is not None) == bool(phases and phases[0].kind in BREATH)
    assert {cue.section for cue in here} == {moment.section}
    assert moment.elapsed + moment.remaining == plan.frames


@given(voiced(), WHERE)
def test_a_counted_number_lasts_until_the_next(case: Voiced, where: float) -> None:
    plan, _ = fitted(case, where)

    for item in plan.items:
        if isinstance(item, Spoken):
            assert item.frames == max(item.least, item.voiced)
