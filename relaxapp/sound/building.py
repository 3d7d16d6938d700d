"""From a plan to its mix: every sound at its place, and the bed as loud as it should be."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from relaxapp.sound.beds import BED_LUFS, Bed
from relaxapp.sound.envelope import Envelope
from relaxapp.sound.hearing import BREATH_WORDS, USUAL, BreathCue, Hearing, allowed_cue
from relaxapp.sound.mix import Mix, Placement
from relaxapp.sound.speech import ClipOf, Speech
from relaxapp.sound.swells import Breath
from relaxapp.sound.tones import click, sound, tone
from relaxapp.timing.frames import frames
from relaxapp.timing.plan import Cue, CueKind, Plan

BED_UNDER = -41.0
"""How loud the bed is where no words are spoken, in LUFS: 21 dB below the voice."""
SOFTLY = 10 ** (-8 / 20)
"""How loud the words that tell the breath are, beside those of the practice."""
WORD_SECONDS = 0.8
"""How long such a word takes, about."""
FADE_IN = 3.0
"""Seconds in which the bed begins."""
FADE_OUT = 3.0
"""Seconds in which it ends."""
FADE_OUT_SLOWLY = 60.0
"""Seconds in which it ends for someone falling asleep, or where it plays on after the practice."""
SOFTER_SECONDS = 60.0
"""The end of a practice for someone falling asleep, in which words, tones and bells grow softer, too."""
SOFTEST = 10 ** (-6 / 20)
"""How loud the last of them are, linear."""


def build(
    plan: Plan,
    clip_of: ClipOf,
    bed: Bed,
    *,
    audio: Path | None = None,
    voice_gain: float = 1.0,
    bed_lufs: float = BED_UNDER,
    hearing: Hearing = USUAL,
    asleep: bool = False,
    spoken_from: int = 0,
    due_click: bool = False,
) -> Mix:
    """The mix of a plan. A line that `clip_of` has no clip for yet is silent.

    `audio`: the folder of the bells, the shipped one where None; `voice_gain`: linear, brings the lines to
    their level; `bed_lufs`: how loud the bed is between the words; `hearing`: what tells the breath, what
    reaches which ear, and how long the bed plays on; `asleep`: whether all grows softer in the last minute;
    `spoken_from`: lines that begin before this frame are left to a person to say, with a soft click when each
    is due where `due_click` is wanted. Raises NotFoundError for a sound that is not there.
    """
    placements = []
    words = [(cue.start, cue.end) for cue in plan.says()]
    breath_cue = allowed_cue(hearing.breath_cue, plan.promises)
    for cue in plan.cues:
        if cue.kind is CueKind.SAY and cue.say is not None:
            if cue.start >= spoken_from:
                placements.append(Placement(cue.start, _reach(cue.end - cue.start), cue.say))
            elif due_click:
                placements.append(Placement(cue.start, len(click()), click()))
        elif cue.kind is CueKind.SOUND:
            samples = sound(cue.sound, audio or _shipped())
            placements.append(Placement(cue.start, len(samples), samples))
        elif cue.end > cue.start:
            told = _told(cue, breath_cue, words)
            if told is not None:
                placements.append(told)
    if asleep:
        placements = [_softer(placement, plan.frames) for placement in placements]
    length = plan.frames + frames(hearing.plays_on * 60)
    fade_out = FADE_OUT_SLOWLY if asleep or hearing.plays_on else FADE_OUT
    envelope = Envelope(
        length,
        words,
        10 ** ((bed_lufs - BED_LUFS) / 20),
        frames(FADE_IN),
        frames(fade_out),
    )
    return Mix(placements, bed, length, Speech(clip_of, voice_gain), envelope, hearing)


def _softer(placement: Placement, end: int) -> Placement:
    """The nearer to the end it begins, the softer it is; each is even in itself."""
    late = 1 - (end - placement.start) / frames(SOFTER_SECONDS)
    return placement if late <= 0 else replace(placement, gain=placement.gain * SOFTEST**late)


def _told(cue: Cue, breath_cue: BreathCue, words: Sequence[tuple[int, int]]) -> Placement | None:
    """What tells a phase of the breath, at its place; None where nothing does."""
    match breath_cue:
        case BreathCue.TONES:
            made = tone(cue.kind)
            if made is None:
                return None
            samples, before = made
            return Placement(cue.start - before, len(samples), samples)
        case BreathCue.SWELL if cue.kind in BREATH_WORDS:
            breath = Breath(cue.kind, cue.end - cue.start)
            return Placement(cue.start - breath.before, breath.before + breath.length, breath)
        case BreathCue.WORD if cue.kind in BREATH_WORDS and not _spoken_over(cue.start, words):
            return Placement(cue.start, _reach(0), BREATH_WORDS[cue.kind], SOFTLY)
        case _:
            return None


def _spoken_over(frame: int, words: Sequence[tuple[int, int]]) -> bool:
    """Whether a word said at `frame` would fall into a line of the practice."""
    return any(start - frames(WORD_SECONDS) < frame < end for start, end in words)


def _reach(planned: int) -> int:
    """How long a line may go on that was planned for so many frames: an estimate may have been too short."""
    return planned * 3 // 2 + frames(2)


def _shipped() -> Path:
    from relaxapp.locations import shipped_audio

    return shipped_audio()
