"""From the person's settings to the voice they chose."""

from relaxapp.journal.settings import Settings
from relaxapp.sound.voices.usual import VoiceChoice
from relaxapp.sound.voices.voice import Tuning


def voice_choice(settings: Settings) -> VoiceChoice:
    """The voice and its tuning."""
    return VoiceChoice(
        settings.voice,
        Tuning(
            words_per_minute=settings.voice_speed,
            pitch=settings.voice_pitch,
            comma_seconds=settings.voice_breath,
            warm=settings.voice_warm,
        ),
    )
