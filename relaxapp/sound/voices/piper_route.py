"""Inside the child: Piper, a neural voice, loaded once and told its speed with each line."""

from typing import Any

from relaxapp.sound.voices import framing


class PiperRoute:
    """A Piper voice that is ready to speak."""

    def __init__(self, voice: Any) -> None:
        self._voice = voice

    def speak(self, request: framing.Header, text: str) -> tuple[framing.Header, bytes]:
        """Voice `text`; `request["slowness"]` times as long as the voice itself would take."""
        from piper import SynthesisConfig

        config = SynthesisConfig(length_scale=float(request["slowness"]), normalize_audio=False)
        chunks = [chunk.audio_int16_bytes for chunk in self._voice.synthesize(text, config)]
        return {"rate": self._voice.config.sample_rate}, b"".join(chunks)


def open_route(request: framing.Header) -> tuple[PiperRoute, framing.Header]:
    """Load the model `request["model"]`, its configuration beside it."""
    from piper import PiperVoice

    voice = PiperVoice.load(str(request["model"]))
    return PiperRoute(voice), {"engine": "piper"}
