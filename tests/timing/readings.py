"""Readings invented by hypothesis, with the length of every line."""

from dataclasses import dataclass

from hypothesis import strategies as st

from relaxapp.timing.cues import Duration
from relaxapp.timing.frames import RATE
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


@dataclass(frozen=True)
class Voiced:
    """A reading, and how long each of its lines takes."""

    reading: Reading
    lengths: dict[Say, int]
    """Frames."""
    estimated: bool = False

    def durations(self, say: Say) -> Duration:
        return Duration(self.lengths[say], self.estimated)


@st.composite
def voiced(draw: st.DrawFn, *, elastic: bool = False, estimated: bool = False) -> Voiced:
    """Any reading whose lines can be heard; with `elastic`, one in which some silence can be drawn out."""
    lengths: dict[Say, int] = {}

    def say() -> Say:
        line = Say(f"Line {len(lengths)}.")
        lengths[line] = draw(st.integers(RATE // 20, 8 * RATE))
        return line

    def pause() -> Pause:
        low = draw(st.integers(0, 80)) / 8
        return Pause(low, low + draw(st.sampled_from([0, 0.3, 4, 12.7, 30])))

    def inside() -> tuple[Say | Pause, ...]:
        return tuple(say() if draw(st.booleans()) else pause() for _ in range(draw(st.integers(0, 4))))

    def breathe() -> Breathe:
        low = draw(st.integers(10, 120))
        high = low + draw(st.sampled_from([0, 7, 60]))
        pattern = draw(st.sampled_from([Pattern(4, 0, 6, 0), Pattern(2.4, 0, 3.6, 0), Pattern(4, 7, 8, 0)]))
        start, end = draw(st.sampled_from([(None, None), (10.0, 6.0), (11.3, 7.0), (5.0, 6.0)]))
        return Breathe(pattern, low, high, start, end, steps=inside())

    def step() -> Step:
        kind = draw(st.sampled_from(["say", "pause", "breathe", "tense", "release", "count", "sound"]))
        match kind:
            case "say":
                return say()
            case "pause":
                return pause()
            case "breathe":
                return breathe()
            case "tense":
                return Tense(draw(st.integers(1, 8)), inside())
            case "release":
                low = draw(st.integers(2, 30))
                return Release(low, low + draw(st.sampled_from([0, 20])), inside())
            case "count":
                words = tuple(say() for _ in range(draw(st.integers(1, 4))))
                return Count(1, len(words), draw(st.sampled_from([1, 2.5, 4])), words)
            case _:
                return Sound("bell")

    passages = tuple(
        Passage(f"Part {number}", tuple(step() for _ in range(draw(st.integers(1, 5)))))
        for number in range(draw(st.integers(1, 4)))
    )
    if elastic:
        passages = (Passage("Wide", (Pause(1, 60),)), *passages)
    reading = Reading("any", "Any", Technique.IMAGERY, draw(st.sampled_from([2, 5, 20])), passages)
    return Voiced(reading, lengths, estimated)
