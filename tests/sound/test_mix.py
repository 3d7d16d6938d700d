"""The mix: the same samples however it is asked for, and every sound at its frame."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp import locations
from relaxapp.sound.beds import NONE, Bed
from relaxapp.sound.mix import BED_UNDER, Mix, build
from relaxapp.sound.tones import tone
from relaxapp.timing.cues import CueKind
from relaxapp.timing.fit import fit
from relaxapp.timing.frames import RATE, frames
from relaxapp.words.reading import Passage, Reading
from relaxapp.words.script import Breathe, Pattern, Technique
from tests.sound.speaking import clip_of, durations, practice

AUDIO = locations.shipped_audio()


def loop() -> Bed:
    """Seven seconds that go round: a bed whose every frame differs."""
    length = 7 * RATE + 11
    wave = 4_000 * np.sin(np.arange(length) * 2 * np.pi * 97 / length)
    return Bed("loop", np.repeat(wave.astype(np.int16), 2).reshape(-1, 2))


@cache
def mix() -> Mix:
    return build(practice(), clip_of, loop(), audio=AUDIO)


@cache
def whole() -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.concatenate([mix().render(start, RATE) for start in range(0, mix().frames, RATE)])[
        : mix().frames
    ]


@given(st.lists(st.tuples(st.integers(-RATE, 61 * RATE), st.integers(0, 3 * RATE)), min_size=1, max_size=6))
def test_any_block_in_any_order_has_the_same_samples(asked: list[tuple[int, int]]) -> None:
    for start, length in asked:
        block = mix().render(start, length)
        first, last = max(start, 0), min(start + length, mix().frames)
        if first < last:
            assert (block[first - start : last - start] == whole()[first:last]).all()
        outside = np.ones(length, bool)
        outside[max(0, first - start) : max(0, last - start)] = False
        assert not block[outside].any()


@given(st.integers(0, 60 * RATE), st.integers(1, 3 * RATE))
def test_files_get_the_same_samples_rounded(start: int, length: int) -> None:
    block = np.rint(mix().render(start, length) * np.float32(32768)).clip(-32768, 32767)
    assert (mix().pcm(start, length) == block.astype(np.int16)).all()


def test_the_stems_add_up_to_the_mix() -> None:
    voice, bed = mix().render_stems(5 * RATE, 20 * RATE)
    assert np.allclose(voice + bed, mix().render(5 * RATE, 20 * RATE), atol=1e-7)


def test_lines_are_heard_from_their_frame_on() -> None:
    plan = practice(breathing=False)
    silent = build(plan, clip_of, Bed.open(NONE, AUDIO, Path()), audio=AUDIO)
    for cue in plan.says():
        before, _bed = silent.render_stems(cue.start - frames(0.2), frames(0.2))
        after, _bed = silent.render_stems(cue.start, frames(0.2))
        if cue is plan.says()[0]:
            assert not before.any()
        assert np.abs(after).max() > 0.01


def test_a_line_that_is_not_voiced_yet_is_silence() -> None:
    unvoiced = build(practice(breathing=False), lambda _say: None, Bed.open(NONE, AUDIO, Path()), audio=AUDIO)
    assert not unvoiced.render_stems(0, 3 * RATE)[0].any()


def test_breaths_are_told_on_the_beat_even_after_an_hour() -> None:
    reading = Reading(
        "any", "Any", Technique.BREATHING, 60, (Passage("", (Breathe(Pattern(4.1, 0, 6.3, 0), 3500, 3600),)),)
    )
    plan = fit(reading, durations, 3600)
    tones = build(plan, clip_of, Bed.open(NONE, AUDIO, Path()), audio=AUDIO)
    breaths = [cue for cue in plan.cues if cue.kind in (CueKind.INHALE, CueKind.EXHALE)]
    assert len(breaths) > 600
    for cue in breaths[:2] + breaths[-4:]:
        made = tone(cue.kind)
        assert made is not None
        samples, before = made
        heard, _bed = tones.render_stems(cue.start - frames(1.5), frames(3))
        lag = np.correlate(heard[:, 0], samples[:, 0], "valid").argmax() - (frames(1.5) - before)
        assert abs(lag) <= frames(0.001)


def test_without_tones_breathing_is_silent() -> None:
    plan = practice()
    silent = build(plan, lambda _say: None, Bed.open(NONE, AUDIO, Path()), audio=AUDIO, breath_tones=False)
    first = next(cue for cue in plan.cues if cue.kind is CueKind.INHALE)
    assert not silent.render_stems(first.start + frames(12), 5 * RATE)[0].any()


def test_the_bed_fades_in_and_out_and_for_sleep_over_a_minute() -> None:
    def level(made: Mix, second: float) -> float:
        _voice, bed = made.render_stems(frames(second), RATE)
        return float(np.sqrt(np.mean(bed**2)))

    plan = practice(180, breathing=False)
    awake, asleep = (build(plan, clip_of, loop(), audio=AUDIO, asleep=each) for each in (False, True))
    assert level(awake, 0) < 0.3 * level(awake, 100)
    assert level(awake, 179) < 0.3 * level(awake, 100)
    assert level(asleep, 150) < 0.6 * level(awake, 150)
    assert level(asleep, 100) == pytest.approx(level(awake, 100))


def test_the_bed_is_eased_down_while_words_are_spoken() -> None:
    plan = practice(180, breathing=False)
    made = build(plan, clip_of, loop(), audio=AUDIO)
    line = plan.says()[1]

    def level(start: int) -> float:
        _voice, bed = made.render_stems(start, frames(1.4))
        return float(np.sqrt(np.mean(bed**2)))

    under, between = level(line.start), level(line.start + frames(40))
    assert 20 * np.log10(between / under) == pytest.approx(3, abs=0.6)
    assert BED_UNDER <= -40
