"""From a script and a person to what is needed to play: reading, plan and mix. No device, no screen."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.errors import LengthError, RelaxError, VoiceError
from relaxapp.sound.hearing import BREATH_WORDS, USUAL, BreathCue, Hearing, allowed_cue
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.voice import Tuning
from relaxapp.sound.voicing import Voicing
from relaxapp.timing.estimate import estimate
from relaxapp.timing.fit import fit
from relaxapp.timing.plan import Duration, Durations, Plan
from relaxapp.timing.workable import Lengths
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.reading import Reading
from relaxapp.words.script import Breathe, Count, Release, Say, Script, Tense

if TYPE_CHECKING:
    from relaxapp.sound.beds import Bed
    from relaxapp.sound.mix import Mix

PATIENCE = 1.0
"""Seconds that the first line may take before a practice begins without it; the sound begins within two."""


@dataclass(frozen=True, slots=True)
class Studio:
    """What makes the sound: a voice over its cache, and the beds."""

    clips: Clips
    """Voices lines, or finds them voiced already."""
    audio: Path
    """The folder of the beds and bells."""
    bed_cache: Path
    """Where decoded beds are kept."""
    words_per_minute: int
    """The speed the voice is tuned to, for lines that are not voiced yet."""
    own_bed: Path | None = None
    """The file of the bed that the person brought along."""

    def at(self, tuning: Tuning) -> "Studio":
        """The same voice at another tuning, by the same child: only one of the two is closed."""
        return replace(self, clips=self.clips.at(tuning), words_per_minute=tuning.words_per_minute)

    def warm(self) -> None:
        """Start the voice, so that its first line comes at once; where there is none, nothing starts."""
        with suppress(VoiceError):
            self.clips.warm()


@dataclass(frozen=True, slots=True)
class Order:
    """What the person asked for."""

    script: Script
    """The practice."""
    person: Person
    """Whose words it is said in."""
    minutes: float
    """How long it lasts."""
    bed: str
    """The bed under it; "none" for silence."""
    hearing: Hearing = USUAL
    """What tells the breath, what reaches which ear, and how long the bed plays on."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A practice ready to play."""

    order: Order
    """What was asked for."""
    reading: Reading
    """Its words."""
    plan: Plan
    """When they are said."""
    source: "Mix"
    """What is heard."""
    voicing: Voicing
    """What voices the lines that are not voiced yet; whoever drops the practice stops it."""

    @property
    def trouble(self) -> VoiceError | None:
        """Why no voice speaks, where none does: the practice goes on in captions."""
        return self.voicing.trouble


def lines_of(reading: Reading) -> tuple[Say, ...]:
    """Every line a reading says, in order, each once."""
    lines: dict[Say, None] = {}
    for passage in reading.passages:
        for step in passage.steps:
            match step:
                case Say():
                    lines[step] = None
                case Tense(steps=inner) | Release(steps=inner) | Breathe(steps=inner):
                    lines.update((say, None) for say in inner if isinstance(say, Say))
                case Count(words=words):
                    lines.update((say, None) for say in words)
                case _:
                    pass
    return tuple(lines)


def prepare(order: Order, lexicon: Lexicon, studio: Studio, *, patience: float | None = None) -> Prepared:
    """Make a practice ready to play.

    `patience` is how many seconds the first line may take; what is not voiced when it is over is laid out by
    estimate and voiced on while the practice plays (see `Voicing`). None voices everything.

    Raises PromiseError, LengthError.
    """
    reading = personalise(order.script, order.person, order.minutes, lexicon)
    lines = lines_of(reading)
    voicing = Voicing(studio.clips, (*lines[:1], *_told_breath(order, reading), *lines[1:]))
    try:
        return _laid_out(order, reading, studio, voicing, patience)
    except LengthError as error:
        voicing.stop()
        lengths = Lengths(order.script, order.person, lexicon, studio.words_per_minute)
        raise lengths.refusal(order.minutes, error) from error
    except RelaxError:
        voicing.stop()
        raise


def _laid_out(
    order: Order, reading: Reading, studio: Studio, voicing: Voicing, patience: float | None
) -> Prepared:
    with ThreadPoolExecutor(1) as beside:
        opened = beside.submit(_bed, order, studio)
        if patience is None:
            voicing.voice_all()
        else:
            voicing.start(patience)
        bed = opened.result()
    plan = fit(reading, _durations(voicing, studio), order.minutes * 60)
    return Prepared(order, reading, plan, mixed(plan, order, studio, bed), voicing)


def _told_breath(order: Order, reading: Reading) -> tuple[Say, ...]:
    """The words that tell the breath, where they are wanted and there is a breath to tell."""
    paced = any(isinstance(step, Breathe) for passage in reading.passages for step in passage.steps)
    cue = allowed_cue(order.hearing.breath_cue, reading.promises)
    return tuple(BREATH_WORDS.values()) if paced and cue is BreathCue.WORD else ()


def _durations(voicing: Voicing, studio: Studio) -> Durations:
    known = voicing.arrived()

    def duration(say: Say) -> Duration:
        return Duration(known[say]) if say in known else estimate(say, studio.words_per_minute)

    return duration


def _bed(order: Order, studio: Studio) -> "Bed":
    """The bed asked for; what mixes it is imported along with it."""
    import relaxapp.sound.building  # noqa: F401  made ready here, while the voice speaks
    from relaxapp.sound.beds import Bed

    return Bed.open(order.bed, studio.audio, studio.bed_cache, studio.own_bed)


def mixed(
    plan: Plan,
    order: Order,
    studio: Studio,
    bed: "Bed",
    *,
    spoken_from: int = 0,
    due_click: bool = False,
) -> "Mix":
    """What is heard of a plan; `spoken_from` and `due_click` as in `build`."""
    from relaxapp.sound.building import build
    from relaxapp.sound.speech import VOICE_GAIN

    return build(
        plan,
        studio.clips.get,
        bed,
        audio=studio.audio,
        voice_gain=VOICE_GAIN,
        hearing=order.hearing,
        asleep=order.person.asleep,
        spoken_from=spoken_from,
        due_click=due_click,
    )
