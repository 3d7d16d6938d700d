"""What a person asked not to hear is neither said nor shown while the breath is paced, whatever tells it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from relaxapp import locations
from relaxapp.errors import LengthError, PromiseError
from relaxapp.practice.phase_words import phase_line, phase_words
from relaxapp.session import Order, Prepared, Studio, prepare
from relaxapp.sound.clip import Clip
from relaxapp.sound.hearing import BREATH_WORDS, BreathCue, Hearing
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.silent import SilentVoice
from relaxapp.timing.as_played import as_played
from relaxapp.timing.captions import vtt
from relaxapp.timing.events import FasterBreath
from relaxapp.timing.plan import PHASE_KINDS, Plan
from relaxapp.timing.prose import prose
from relaxapp.timing.revise import revise
from relaxapp.timing.table import table
from relaxapp.words.person import Person
from relaxapp.words.promises import Promises
from relaxapp.words.script import Say, Script
from tests.words.english import english, library

PHASE_WORDS = (
    "breathe",
    "breathing",
    "in",
    "out",
    "hold",
    "rest",
    "tense",
    "lightly",
    "let go",
    "let",
    "Out.",
    "bells",
    "silence",
    "rhythm",
)
AVOIDED = (*english().themes, *PHASE_WORDS)
PACED = (
    "paced-breathing",
    "box-breathing",
    "belly-breathing",
    "four-seven-eight",
    "four-groups",
    "activity-pacing",
)


class NotingVoice(SilentVoice):
    """It notes what it is asked to say."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def speak(self, say: Say) -> Clip:
        self.asked.add(say.text)
        return super().speak(say)


@pytest.fixture
def voice() -> NotingVoice:
    return NotingVoice()


@pytest.fixture
def studio(voice: NotingVoice, tmp_path: Path) -> Studio:
    clips = Clips(voice, ClipCache(tmp_path / "clips", tmp_path / "private", tmp_path / "key"))
    return Studio(clips, locations.shipped_audio(), tmp_path / "beds", 125)


def told_of(plan: Plan) -> Iterator[str]:
    """All that a screen shows of a plan and that is printed of it, while it lasts or to be read before."""
    yield from (span.title for span in plan.sections)
    yield from vtt(plan, "").splitlines()[1:]
    yield from done_in(plan)
    yield from table(plan)
    for cue in plan.cues:
        if cue.kind in PHASE_KINDS and cue.end > cue.start:
            moment = plan.at(cue.start)
            yield phase_words(moment)
            yield phase_line(moment)


def done_in(plan: Plan) -> list[str]:
    """What prose tells in brackets, between the lines that are said."""
    return [paragraph for paragraph in prose(plan).splitlines() if paragraph.startswith("(")]


def placed(prepared: Prepared) -> Iterator[str]:
    """The lines that are heard in a mix."""
    for placement in prepared.source._placements:
        if isinstance(placement.sound, Say):
            yield placement.sound.text


def everything_told(prepared: Prepared) -> Iterator[str]:
    yield prepared.reading.title
    yield from placed(prepared)
    for plan in (
        prepared.plan,
        revise(prepared.plan, FasterBreath(), prepared.plan.frames // 3),
        as_played(prepared.plan, prepared.plan.frames // 2),
    ):
        yield from told_of(plan)


def ordered(script: Script, cue: BreathCue, *avoid: str) -> Order:
    return Order(script, Person(avoid=avoid), script.lengths[0], "none", Hearing(breath_cue=cue))


@pytest.mark.parametrize("avoided", AVOIDED)
def test_nothing_that_is_avoided_is_said_or_shown(avoided: str, voice: NotingVoice, studio: Studio) -> None:
    promises = Promises(Person(avoid=(avoided,)), english())
    for name in PACED:
        for cue in (BreathCue.TONES, BreathCue.WORD):
            try:
                prepared = prepare(ordered(library().find(name), cue, avoided), english(), studio)
            except (PromiseError, LengthError):  # too little is left of it, and that is said
                continue
            told = {*everything_told(prepared), *voice.asked}
            assert {words for words in told if promises.avoided(words)} == set(), (name, cue)


@pytest.mark.parametrize("avoided", ["in", "out"])
def test_tones_tell_the_breath_where_a_word_for_it_is_avoided(avoided: str, studio: Studio) -> None:
    script = library().find("box-breathing")
    by_word = prepare(ordered(script, BreathCue.WORD, avoided), english(), studio)
    by_tones = prepare(ordered(script, BreathCue.TONES, avoided), english(), studio)
    assert [each.start for each in by_word.source._placements] == [
        each.start for each in by_tones.source._placements
    ]


def test_words_tell_the_breath_where_others_are_avoided(studio: Studio) -> None:
    prepared = prepare(ordered(library().find("box-breathing"), BreathCue.WORD, "water"), english(), studio)
    assert {say.text for say in BREATH_WORDS.values()} <= set(placed(prepared))


def test_the_seconds_stay_where_the_word_for_a_phase_is_avoided(studio: Studio) -> None:
    plan = prepare(ordered(library().find("box-breathing"), BreathCue.TONES, "hold"), english(), studio).plan
    shown = [phase_words(plan.at(cue.start)) for cue in plan.cues if cue.kind in PHASE_KINDS]
    assert {"Breathe in  4", "4"} <= set(shown)
    printed = [phase_line(plan.at(cue.start)) for cue in plan.cues if cue.kind in PHASE_KINDS]
    assert {"  in, 4", "  4"} <= set(printed)


def test_where_words_for_what_is_done_are_avoided_its_length_is_read_alone(studio: Studio) -> None:
    order = ordered(library().find("box-breathing"), BreathCue.TONES, "rhythm", "silence")
    told = done_in(prepare(order, english(), studio).plan)
    assert len(told) >= 3
    assert all(re.fullmatch(r"\(\d+ seconds\)", words) for words in told)


def test_outside_of_phases_there_are_no_words_for_one(studio: Studio) -> None:
    plan = prepare(ordered(library().find("settling"), BreathCue.TONES), english(), studio).plan
    assert phase_words(plan.at(0)) == phase_line(plan.at(0)) == ""
