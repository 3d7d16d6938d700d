"""The mix: the same samples however it is asked for, and every sound at its frame."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp import locations
from relaxapp.sound.beds import NONE, Bed
from relaxapp.sound.building import BED_UNDER, build
from relaxapp.sound.clip import Clip
from relaxapp.sound.hearing import BREATH_WORDS, BreathCue, Hearing
from relaxapp.sound.mix import Mix
from relaxapp.sound.speech import Line, ready
from relaxapp.sound.swells import Breath, swell
from relaxapp.sound.tones import tone
from relaxapp.timing.cues import Cue, CueKind
from relaxapp.timing.fit import fit
from relaxapp.timing.frames import RATE, frames
from relaxapp.timing.plan import Plan
from relaxapp.words.reading import Passage, Reading
from relaxapp.words.script import Breathe, Pattern, Say, Technique
from tests.sound.speaking import CLIP_RATE, clip_of, durations, practice

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


def hearings() -> list[Hearing]:
    return [Hearing(BreathCue.SWELL, mono=True, balance=-0.4, plays_on=0.5), Hearing(BreathCue.WORD)]


@pytest.mark.parametrize("hearing", hearings())
def test_however_it_is_heard_blocks_and_files_agree(hearing: Hearing) -> None:
    made = build(practice(), clip_of, loop(), audio=AUDIO, hearing=hearing)
    whole = made.render(0, made.frames)
    cuts = [0, 7 * RATE + 1, 7 * RATE + 2, 31 * RATE, made.frames]
    for start, stop in pairwise(cuts):
        assert (made.render(start, stop - start) == whole[start:stop]).all()
    rounded = np.rint(whole * np.float32(32768)).clip(-32768, 32767).astype(np.int16)
    assert (np.concatenate(list(made.blocks())) == rounded).all()


def test_mono_gives_both_ears_the_same_and_balance_turns_one_down() -> None:
    wide = Bed("wide", np.random.default_rng(1).integers(-4_000, 4_000, (5 * RATE, 2)).astype(np.int16))
    plan = practice(breathing=False)
    usual, mono, left = (
        build(plan, clip_of, wide, audio=AUDIO, hearing=hearing).render(30 * RATE, RATE)
        for hearing in (Hearing(), Hearing(mono=True), Hearing(balance=-1))
    )
    assert (mono[:, 0] == mono[:, 1]).all()
    assert mono[:, 0] == pytest.approx(usual.mean(axis=1), abs=1e-6)
    assert not left[:, 1].any()
    assert (left[:, 0] == usual[:, 0]).all()


def test_the_bed_plays_on_when_the_practice_is_over_and_fades_slowly() -> None:
    plan = practice(breathing=False)
    made = build(plan, clip_of, loop(), audio=AUDIO, hearing=Hearing(plays_on=3))
    assert made.frames == plan.frames + 180 * RATE

    def level(second: float) -> float:
        _voice, bed = made.render_stems(plan.frames + frames(second), RATE)
        return float(np.sqrt(np.mean(bed**2)))

    assert level(60) == pytest.approx(level(100), rel=0.05)
    assert level(60) > level(150) > level(170) > level(178) > 0


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


@cache
def an_hour() -> Plan:
    reading = Reading(
        "any", "Any", Technique.BREATHING, 60, (Passage("", (Breathe(Pattern(4.1, 0, 6.3, 0), 3500, 3600),)),)
    )
    return fit(reading, durations, 3600)


def cue_clip(say: Say) -> Clip:
    return Clip(clip_of(say).samples[: CLIP_RATE // 2], CLIP_RATE)


def expected(cue: Cue, breath_cue: BreathCue) -> tuple[Line, int]:
    """The samples of what tells a breath, in one channel, and how many of them come before its beat."""
    if breath_cue is BreathCue.TONES:
        made = tone(cue.kind)
        assert made is not None
        samples, before = made
        return samples[:, 0], before
    if breath_cue is BreathCue.SWELL:
        breath = Breath(cue.kind, cue.end - cue.start)
        return swell(breath)[:, 0], breath.before
    return ready(cue_clip(BREATH_WORDS[cue.kind]), 1), 0


@pytest.mark.parametrize("breath_cue", [BreathCue.TONES, BreathCue.SWELL, BreathCue.WORD])
def test_breaths_are_told_on_the_beat_even_after_an_hour(breath_cue: BreathCue) -> None:
    plan = an_hour()
    mix = build(plan, cue_clip, Bed.open(NONE, AUDIO, Path()), audio=AUDIO, hearing=Hearing(breath_cue))
    breaths = [cue for cue in plan.cues if cue.kind in (CueKind.INHALE, CueKind.EXHALE)]
    assert len(breaths) > 600
    for number, cue in enumerate(breaths[::40] + breaths[-4:]):
        samples, before = expected(cue, breath_cue)
        part = samples[: frames(0.5)]
        around = frames(0.05)
        heard, _bed = mix.render_stems(cue.start - before - around, len(part) + 2 * around)
        lag = int(np.correlate(heard[:, 0], part, "valid").argmax()) - around
        assert abs(lag) <= frames(0.01), number


@pytest.mark.parametrize("breath_cue", [BreathCue.TONES, BreathCue.SWELL])
def test_in_and_out_are_told_apart_with_eyes_closed(breath_cue: BreathCue) -> None:
    """In grows brighter, out is and grows darker: the middle of the spectrum, early and late."""

    def middle(block: Line) -> float:
        power = np.abs(np.fft.rfft(block * np.hanning(len(block)))) ** 2
        return float((power * np.fft.rfftfreq(len(block), 1 / RATE)).sum() / power.sum())

    found = {}
    for kind in (CueKind.INHALE, CueKind.EXHALE):
        samples, _before = expected(Cue(0, 4 * RATE, kind, 0), breath_cue)
        third = len(samples) // 3
        found[kind] = middle(samples[third // 2 : third]), middle(samples[2 * third : -third // 3])
    assert found[CueKind.INHALE][1] > 1.15 * found[CueKind.INHALE][0]
    assert found[CueKind.EXHALE][1] < 0.9 * found[CueKind.EXHALE][0]
    assert min(found[CueKind.INHALE]) > max(found[CueKind.EXHALE])


def test_a_swell_rises_while_one_breathes_in_and_falls_while_one_breathes_out() -> None:
    def levels(kind: CueKind) -> list[float]:
        breath = Breath(kind, 4 * RATE)
        samples = swell(breath)[breath.before :, 0]
        return [float(np.sqrt(np.mean(part**2))) for part in np.array_split(samples, 8)]

    rising, falling = levels(CueKind.INHALE)[:7], levels(CueKind.EXHALE)[1:]
    assert rising == sorted(rising)
    assert rising[-1] > 1.8 * rising[0]
    assert falling == sorted(falling, reverse=True)


def test_a_word_that_tells_the_breath_never_falls_into_a_line() -> None:
    plan = practice()
    said: list[Say] = []

    def clip(say: Say) -> Clip:
        said.append(say)
        return cue_clip(say)

    made = build(plan, clip, Bed.open(NONE, AUDIO, Path()), audio=AUDIO, hearing=Hearing(BreathCue.WORD))
    inside = next(cue for cue in plan.says() if cue.text == "Easy.")
    made.render_stems(inside.start - 1, inside.end - inside.start)
    assert not set(said) & set(BREATH_WORDS.values())
    made.render_stems(0, made.frames)
    assert set(said) >= set(BREATH_WORDS.values())


def test_without_tones_breathing_is_silent() -> None:
    plan = practice()
    silent = build(
        plan, lambda _say: None, Bed.open(NONE, AUDIO, Path()), audio=AUDIO, hearing=Hearing(BreathCue.NONE)
    )
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


def test_words_grow_softer_in_the_last_minute_for_someone_falling_asleep() -> None:
    plan = practice(180)
    awake, asleep = (
        build(plan, clip_of, Bed.open(NONE, AUDIO, Path()), audio=AUDIO, asleep=each)
        for each in (False, True)
    )
    gains = []
    for line in plan.says():
        as_usual, softer = (made.render(line.start, line.end - line.start) for made in (awake, asleep))
        loudest = np.unravel_index(np.abs(as_usual).argmax(), as_usual.shape)
        gains.append(float(softer[loudest] / as_usual[loudest]))
    late = [1 - (plan.frames - line.start) / frames(60) for line in plan.says()]
    assert gains == pytest.approx([10 ** (-6 * max(share, 0) / 20) for share in late], rel=1e-3)
    assert sum(gain < 1 for gain in gains) >= 2


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


def voice_at(mixed: Mix, start: int) -> float:
    """How loud the voice part is in the first quarter of a second from a frame on."""
    return float(np.abs(mixed.render_stems(start, RATE // 4)[0]).max())


def test_lines_left_to_a_person_are_silent_and_a_click_tells_when_they_are_due() -> None:
    plan = practice()
    first, later = plan.says()[0], plan.says()[-1]
    spoken = build(plan, clip_of, loop(), audio=AUDIO)
    left = build(plan, clip_of, loop(), audio=AUDIO, spoken_from=later.start)
    clicking = build(plan, clip_of, loop(), audio=AUDIO, spoken_from=later.start, due_click=True)
    assert voice_at(spoken, first.start) > 0
    assert voice_at(left, first.start) == 0
    assert 0 < voice_at(clicking, first.start) < 0.05
    assert voice_at(left, later.start) == voice_at(clicking, later.start) == voice_at(spoken, later.start) > 0


def test_the_background_makes_room_for_a_line_whoever_says_it() -> None:
    plan = practice()
    spoken = build(plan, clip_of, loop(), audio=AUDIO)
    left = build(plan, clip_of, loop(), audio=AUDIO, spoken_from=plan.frames)
    where = plan.says()[0].start
    assert np.array_equal(spoken.render_stems(where, RATE)[1], left.render_stems(where, RATE)[1])


def test_a_bed_is_never_made_louder_than_its_file() -> None:
    with pytest.raises(ValueError, match="louder"):
        build(practice(), clip_of, loop(), audio=AUDIO, bed_lufs=-23)
