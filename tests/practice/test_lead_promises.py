"""What holds whatever a facilitator presses, and whenever."""

from dataclasses import dataclass, field

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from relaxapp.practice.lead import Change, Effects, Key, Lead, Stage, Stop
from relaxapp.timing.cues import Cue, CueKind
from relaxapp.timing.fit import fit, span
from relaxapp.timing.frames import RATE
from relaxapp.timing.plan import Plan
from relaxapp.words.script import Say
from tests.timing.readings import voiced

LOOK = RATE // 5
"""Frames between two looks at the player."""
ON_ITS_WAY = RATE // 2
"""Frames that can't be changed any more."""


@dataclass
class Room:
    """A room that hears one exercise, and remembers how each moment of it was heard."""

    plan: Plan
    lead: Lead = field(default_factory=Lead)
    frame: int = 0

    def __post_init__(self) -> None:
        self.lead.begin(self.plan)

    @property
    def soonest(self) -> int:
        return min(self.frame + ON_ITS_WAY, self.plan.frames)

    def take(self, effects: Effects) -> None:
        """Go on with what the conductor wants: never different from what is on its way to the ear."""
        for effect in effects:
            if isinstance(effect, Change):
                assert happened(effect.plan, self.soonest) == happened(self.plan, self.soonest)
                self.plan = effect.plan

    def press(self, key: Key) -> None:
        self.take(self.lead.press(key, self.soonest))

    def wait(self, frames: int) -> None:
        """Hear so much more, looking again and again."""
        until = self.frame + frames
        while self.frame < until and self.lead.stage is Stage.LEADING:
            self.frame = min(self.frame + LOOK, until, self.plan.frames)
            self.take(self.lead.hear(self.frame, self.soonest, finished=self.frame >= self.plan.frames))

    def to_the_end(self) -> None:
        """Hear all there is; nothing is held any more."""
        if self.lead.view.held:
            self.press(Key.HOLD)
        self.wait(2 * self.plan.frames)

    @property
    def said(self) -> list[Say]:
        return [cue.say or Say("") for cue in self.lead.led.says()]


def happened(plan: Plan, frame: int) -> list[Cue]:
    """What is seen and heard up to `frame`: all but silences. A line or a sound that has begun is whole."""
    whole = {CueKind.SAY, CueKind.SOUND}
    return [
        cue if cue.kind in whole else Cue(cue.start, min(cue.end, frame), cue.kind, cue.section)
        for cue in plan.cues
        if cue.start < frame and cue.kind is not CueKind.SILENCE
    ]


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    """A room at the beginning of some exercise."""
    case = draw(voiced())
    shortest, longest = span(case.reading, case.durations)
    return Room(fit(case.reading, case.durations, shortest + draw(st.floats(0, 1)) * (longest - shortest)))


presses = st.lists(
    st.tuples(st.sampled_from(Key), st.integers(0, 20 * RATE)),
    min_size=1,
    max_size=8,
)


@given(rooms(), presses)
@settings(max_examples=60)
def test_lines_keep_their_order_and_none_is_lost_unless_skipped(
    room: Room, pressed: list[tuple[Key, int]]
) -> None:
    written = [cue.say or Say("") for cue in room.plan.says()]
    for key, wait in pressed:
        room.wait(wait)
        room.press(key)
    room.to_the_end()

    assert room.lead.stage is Stage.OVER
    numbers = [written.index(say) for say in room.said]
    assert numbers == sorted(numbers)
    if not {Key.LEAVE, Key.COME_BACK} & {key for key, _wait in pressed}:
        assert set(numbers) == set(range(len(written)))
    if Key.AGAIN not in {key for key, _wait in pressed}:
        assert len(numbers) == len(set(numbers))


@given(rooms(), presses)
@settings(max_examples=40)
def test_coming_back_is_always_reached_and_whole(room: Room, pressed: list[tuple[Key, int]]) -> None:
    last = len(room.plan.sections) - 1
    way_back = [cue.say for cue in room.plan.says() if cue.section == last]
    for key, wait in pressed:
        room.wait(wait)
        room.press(key)
    room.press(Key.COME_BACK)
    room.to_the_end()

    heard = [cue.say for cue in room.lead.led.says() if cue.say in way_back]
    assert list(dict.fromkeys(heard)) == way_back


@given(rooms(), st.integers(0, 60 * RATE), st.integers(0, 90 * RATE))
@settings(max_examples=40)
def test_a_silence_is_held_as_long_as_wanted(room: Room, before: int, held: int) -> None:
    room.wait(before)
    planned, first = room.plan, room.soonest
    waits = next((cue for cue in planned.says() if cue.start >= first), None)
    assume(waits is not None and planned.at(first).phase is not CueKind.TENSE)
    assert waits is not None
    room.press(Key.HOLD)
    room.wait(held)
    assert room.lead.view.held
    assert waits.say not in room.said
    room.press(Key.HOLD)
    came = next(cue for cue in room.plan.says() if cue.say == waits.say)
    assert came.start >= max(room.soonest, waits.start)
    nothing_between = not any(
        cue.kind is not CueKind.SILENCE and first <= cue.start and cue != waits
        for cue in planned.cues
        if cue.start < waits.start
    )
    if nothing_between and planned.at(first).breath_level is None:
        assert came.start <= max(room.soonest + 1, waits.start)


@given(rooms(), st.integers(0, 60 * RATE), st.integers(0, 90 * RATE))
@settings(max_examples=40)
def test_nobody_is_kept_tensing(room: Room, before: int, held: int) -> None:
    tensed = [cue.end - cue.start for cue in room.plan.cues if cue.kind is CueKind.TENSE]
    room.wait(before)
    room.press(Key.HOLD)
    room.wait(held)
    room.press(Key.HOLD)
    assert [cue.end - cue.start for cue in room.plan.cues if cue.kind is CueKind.TENSE] == tensed


@given(rooms(), presses, st.integers(0, 40 * RATE))
@settings(max_examples=40)
def test_what_is_ended_early_is_what_was_heard(room: Room, pressed: list[tuple[Key, int]], wait: int) -> None:
    for key, before in pressed:
        room.wait(before)
        room.press(key)
    room.wait(wait)
    if room.lead.stage is Stage.OVER:
        return
    heard, frame = happened(room.plan, room.frame), room.frame
    room.lead.ask()
    assert room.lead.end() == (Stop(),)

    led = room.lead.led
    assert happened(led, frame) == heard
    assert [cue.say for cue in led.says()] == [cue.say for cue in heard if cue.kind is CueKind.SAY]


@given(rooms(), st.integers(0, 60 * RATE), st.integers(1, 6))
@settings(max_examples=40)
def test_longer_and_as_often_shorter_leaves_all_as_it_was(room: Room, before: int, times: int) -> None:
    room.wait(before)
    planned = room.plan
    for key in [Key.LONGER] * times + [Key.SHORTER] * times:
        room.press(key)
    assert room.lead.view.silences == 100
    assert len(room.plan.cues) == len(planned.cues)
    assert all(
        abs(now.start - then.start) <= 2 * times * len(planned.cues)
        for now, then in zip(room.plan.cues, planned.cues, strict=True)
    )
