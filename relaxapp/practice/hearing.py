"""From the journal's settings to how a practice is heard."""

from relaxapp.journal.settings import Settings
from relaxapp.sound.hearing import BreathCue, Hearing


def hearing_of(settings: Settings) -> Hearing:
    """What tells the breath, what reaches which ear, and how long the background plays on."""
    return Hearing(
        BreathCue(settings.breath_cue.value), settings.mono, settings.balance, float(settings.plays_on)
    )
