"""How a person hears a practice: what tells the breath, and what reaches which ear."""

from dataclasses import dataclass
from enum import StrEnum

from relaxapp.timing.cues import CueKind
from relaxapp.words.promises import Promises
from relaxapp.words.script import Manner, Say


class BreathCue(StrEnum):
    """What tells breathing in from breathing out, with eyes closed."""

    TONES = "tones"
    """Two soft tones: in rises, out falls."""
    SWELL = "swell"
    """A rushing like breath, which rises and falls with the shape on the screen."""
    WORD = "word"
    """The words "in" and "out", said softly."""
    NONE = "none"
    """Nothing: the breath is seen, or one's own."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What is chosen about it; the values here are those of someone who chose nothing."""

    breath_cue: BreathCue = BreathCue.TONES
    """What tells the breath."""
    mono: bool = False
    """Whether both ears get the same, so that nothing is lost to an ear that does not hear."""
    balance: float = 0.0
    """-1: the left ear alone; 0: both alike; 1: the right ear alone."""
    plays_on: float = 0.0
    """Minutes for which the bed goes on when the practice is over."""

    @property
    def usual(self) -> bool:
        """Whether the samples reach the ears as they are."""
        return not self.mono and self.balance == 0

    @property
    def gains(self) -> tuple[float, float]:
        """What the left and the right channel are multiplied by, linear; none is made louder."""
        return min(1.0, 1.0 - self.balance), min(1.0, 1.0 + self.balance)


USUAL = Hearing()
"""Nothing chosen."""

BREATH_WORDS = {CueKind.INHALE: Say("In.", Manner.RELEASE), CueKind.EXHALE: Say("Out.", Manner.RELEASE)}
"""What is said for each phase of a breath, where words tell it."""


def allowed_cue(wanted: BreathCue, promises: Promises) -> BreathCue:
    """What tells the breath to this person: tones, where one of the words is a word to avoid."""
    if wanted is BreathCue.WORD and not all(promises.told(say.text) for say in BREATH_WORDS.values()):
        return BreathCue.TONES
    return wanted
