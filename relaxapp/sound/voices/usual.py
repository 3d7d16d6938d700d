"""Which voice is taken: the one that was chosen, where it is there; else the best that is."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from relaxapp.sound.voices import espeak, festival, piper
from relaxapp.sound.voices.command import CommandVoice, Program
from relaxapp.sound.voices.kept import MODEL, KeptVoice, KeptVoices, Kind
from relaxapp.sound.voices.programs import KNOWN, Known
from relaxapp.sound.voices.recorded import RecordedVoice
from relaxapp.sound.voices.tuned import TunedVoice
from relaxapp.sound.voices.voice import Tuning, Voice
from relaxapp.translation import _

FESTIVAL, ESPEAK, SYSTEM = "festival", "espeak-ng", "system"
ORDER = ("piper", "rhvoice", FESTIVAL, SYSTEM, "say", "flite", ESPEAK, "pico")
"""The kinds, the best first, by how few words a recogniser trained on people misses. A program that was added
by the person comes before them all: it was added on purpose."""

USUAL = (FESTIVAL, SYSTEM, ESPEAK)
"""Those that need nothing of the person, and speak for one that can't."""


Spoken = Callable[[str], str]
"""From the text of a line to how voices are given it."""


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """The voice a person chose, and how they tuned it."""

    name: str = ""
    """One of `voices_there`; empty for the best."""
    tuning: Tuning = field(default_factory=Tuning)
    """Speed, pitch, pauses and warmth."""


@dataclass(frozen=True, slots=True)
class VoiceThere:
    """A voice that is installed."""

    id: str
    """Its name in the settings."""
    name: str
    """What the person calls it."""
    make: Callable[[Tuning], Voice]
    """The engine alone, nothing started."""
    own_pitch: bool = False
    """Whether the engine changes its pitch itself."""
    recorded: bool = False
    """Whether it was recorded, and is left as it is."""

    def tuned(self, tuning: Tuning) -> Voice:
        """The voice as it is heard."""
        if self.recorded:
            return self.make(tuning)
        return TunedVoice(self.make(tuning), tuning, shift=not self.own_pitch)


def voices_there(kept: KeptVoices, language: str = "en", spoken: Spoken = str) -> tuple[VoiceThere, ...]:
    """The voices that are installed, the best first. `spoken` mends the words that are said wrong.

    Starts nothing: whether a voice works is learned when it is warmed.
    """
    found: list[tuple[int, VoiceThere]] = []
    recorded: list[KeptVoice] = []
    for voice in kept.all():
        if voice.kind is Kind.COMMAND:
            found.append((-1, _of_command(voice)))
        elif voice.kind is Kind.RECORDED:
            recorded.append(voice)
        elif piper.available():
            found.append((ORDER.index("piper"), _of_piper(voice)))
    if language.partition("-")[0] == "en":
        if festival.available():
            found.append((ORDER.index(FESTIVAL), _festival()))
        found += [(ORDER.index(each.id), _of_program(each)) for each in KNOWN if each.is_there]
    if sys.platform in ("darwin", "win32"):
        found.append((ORDER.index(SYSTEM), VoiceThere(SYSTEM, _("the system's voice"), _system)))
    if espeak.available() or not found:
        found.append((ORDER.index(ESPEAK), _espeak(language)))
    speaking = tuple(voice for _place, voice in sorted(found, key=lambda each: each[0]))
    return (*(_of_recorded(voice, speaking[0], spoken) for voice in recorded), *speaking)


def best(choice: VoiceChoice, kept: KeptVoices, language: str = "en", spoken: Spoken = str) -> VoiceThere:
    """The voice of the name chosen, where it is there; else the best."""
    there = voices_there(kept, language, spoken)
    return next((voice for voice in there if voice.id == choice.name), there[0])


def usual_voice(choice: VoiceChoice, kept: KeptVoices, language: str = "en", spoken: Spoken = str) -> Voice:
    """The voice as it is heard."""
    return best(choice, kept, language, spoken).tuned(choice.tuning)


def stand_in(choice: VoiceChoice, kept: KeptVoices, language: str = "en") -> Voice | None:
    """What speaks the lines that an added voice can't say; None where the voice is one of the usual ones."""
    voice = best(choice, kept, language)
    if voice.id in USUAL:
        return None
    others = (each for each in voices_there(kept, language) if each.id in USUAL)
    return next(others).tuned(choice.tuning)


def _festival() -> VoiceThere:
    return VoiceThere(FESTIVAL, _("Festival, a woman's voice"), festival.FestivalVoice)


def _espeak(language: str) -> VoiceThere:
    return VoiceThere(
        ESPEAK,
        _("espeak-ng, clear and plain"),
        lambda tuning: espeak.EspeakVoice(tuning, language),
        own_pitch=True,
    )


def _system(tuning: Tuning) -> Voice:
    from relaxapp.sound.voices.system import SystemVoice

    return SystemVoice(tuning)


def _of_program(known: Known) -> VoiceThere:
    return VoiceThere(known.id, known.name, lambda tuning: CommandVoice(known.name, known.program, tuning))


def _of_command(voice: KeptVoice) -> VoiceThere:
    program = Program(voice.words)
    return VoiceThere(
        voice.id, voice.name, lambda tuning: CommandVoice(voice.name, program, tuning, folder=voice.folder)
    )


def _of_recorded(voice: KeptVoice, others: VoiceThere, spoken: Spoken) -> VoiceThere:
    return VoiceThere(
        voice.id,
        voice.name,
        lambda tuning: RecordedVoice(voice.folder, voice.name, others.tuned(tuning), spoken),
        recorded=True,
    )


def _of_piper(voice: KeptVoice) -> VoiceThere:
    model: Path = voice.folder / MODEL
    return VoiceThere(
        voice.id,
        voice.name,
        lambda tuning: piper.PiperVoice(model, voice.name, tuning, folder=voice.folder),
    )
