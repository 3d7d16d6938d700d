"""From a script and a person to what is needed to play: reading, plan and mix. No device, no screen."""

import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from relaxapp.errors import VoiceError
from relaxapp.sound.hearing import BREATH_WORDS, USUAL, BreathCue, Hearing
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.voice import Tuning
from relaxapp.timing.estimate import estimate
from relaxapp.timing.fit import fit
from relaxapp.timing.plan import Duration, Durations, Plan
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.reading import Reading
from relaxapp.words.script import Breathe, Count, Release, Say, Script, Tense

if TYPE_CHECKING:
    from relaxapp.sound.beds import Bed
    from relaxapp.sound.mix import Mix


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
    unvoiced: tuple[Say, ...] = ()
    """Lines that are not voiced yet, in order."""
    trouble: VoiceError | None = None
    """Why no voice speaks, where none does: the practice goes on in captions."""


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


def prepare(
    order: Order,
    lexicon: Lexicon,
    studio: Studio,
    *,
    patience: float | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Prepared:
    """Make a practice ready to play.

    `patience` is how many seconds may go into voicing lines now; what is not voiced by then is laid out by
    estimate and voiced while it plays (see `Voicing`). None voices everything.

    Raises PromiseError, LengthError.
    """
    reading = personalise(order.script, order.person, order.minutes, lexicon)
    lines = _told_breath(order, reading) + lines_of(reading)
    trouble: VoiceError | None = None
    unvoiced: tuple[Say, ...] = ()
    with ThreadPoolExecutor(1) as beside:
        opened = beside.submit(_bed, order, studio)
        try:
            if patience is None:
                studio.clips.voice_all(lines)
            else:
                unvoiced = _voiced_in_time(lines, studio.clips, clock, patience)
        except VoiceError as error:
            trouble = error
        bed = opened.result()
    plan = fit(reading, _durations(studio), order.minutes * 60)
    return Prepared(
        order,
        reading,
        plan,
        mixed(plan, order, studio, bed),
        unvoiced,
        trouble,
    )


def _told_breath(order: Order, reading: Reading) -> tuple[Say, ...]:
    """The words that tell the breath, where they are wanted and there is a breath to tell."""
    paced = any(isinstance(step, Breathe) for passage in reading.passages for step in passage.steps)
    return tuple(BREATH_WORDS.values()) if paced and order.hearing.breath_cue is BreathCue.WORD else ()


def _voiced_in_time(
    lines: tuple[Say, ...], clips: Clips, clock: Callable[[], float], patience: float
) -> tuple[Say, ...]:
    """Voice the first lines for `patience` seconds; those that are left. Raises VoiceError."""
    deadline = clock() + patience
    left: list[Say] = []
    for say in lines:
        if clips.frames(say) is not None:
            continue
        if clock() > deadline:
            left.append(say)
        else:
            clips.voiced(say)
    return tuple(left)


def _durations(studio: Studio) -> Durations:
    def duration(say: Say) -> Duration:
        frames = studio.clips.frames(say)
        return Duration(frames) if frames is not None else estimate(say, studio.words_per_minute)

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


class Voicing:
    """Voices the lines that are still missing, in order, while the practice plays."""

    def __init__(self, clips: Clips, lines: tuple[Say, ...]) -> None:
        self._clips = clips
        self._lines = lines
        self._arrived: SimpleQueue[tuple[Say, int]] = SimpleQueue()
        self._ended = threading.Event()
        self.trouble: VoiceError | None = None
        """Why the voice gave up, if it did."""
        self._thread = threading.Thread(target=self._voice, name="voicing", daemon=True)

    @property
    def done(self) -> bool:
        """Whether no further line will come: all are voiced, the voice gave up, or it was stopped."""
        return not self._thread.is_alive()

    def start(self) -> None:
        """Begin in the background; the synthesis itself runs in the voice's own process."""
        if self._lines:
            self._thread.start()

    def stop(self) -> None:
        """Voice no further lines."""
        self._ended.set()

    def arrived(self) -> Mapping[Say, int]:
        """The lines voiced since the last call, with their lengths in frames at the house rate."""
        new: dict[Say, int] = {}
        while True:
            try:
                say, frames = self._arrived.get_nowait()
            except Empty:
                return new
            new[say] = frames

    def is_late(self, plan: Plan, now: int, patience: int) -> bool:
        """Whether the next line after frame `now` is due within `patience` frames, and still to be voiced."""
        if self.done:
            return False
        line = plan.at(now).next_line
        if line is None or line.say is None or line.start - now > patience:
            return False
        return self._clips.frames(line.say) is None

    def _voice(self) -> None:
        for say in self._lines:
            if self._ended.is_set():
                return
            try:
                self._clips.voiced(say)
                frames = self._clips.frames(say)
            except VoiceError as error:
                self.trouble = error
                return
            if frames is not None:
                self._arrived.put((say, frames))


def estimated_plan(
    script: Script, minutes: float, lexicon: Lexicon, person: Person, words_per_minute: int = 125
) -> Plan:
    """The plan of a practice at an ordinary speed of speech, without voicing it: for looking at it."""
    reading = personalise(script, person, minutes, lexicon)
    return fit(reading, lambda say: estimate(say, words_per_minute), minutes * 60)
