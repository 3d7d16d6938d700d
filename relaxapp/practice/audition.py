"""Voices heard side by side: each is opened once, and tuned anew for every hearing."""

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from relaxapp.journal.settings import Settings
from relaxapp.practice.try_voice import sentences
from relaxapp.practice.voice_choice import voice_choice
from relaxapp.sound.voices.usual import VoiceChoice

if TYPE_CHECKING:
    from relaxapp.session import Studio
    from relaxapp.sound.player import Source

LINES = len(sentences())
"""The sentences that are heard."""


class Audition:
    """Voices saying the same sentences. Threads take turns at each, so that none needs a second child."""

    def __init__(
        self,
        voices: Sequence[str],
        open_studio: Callable[[VoiceChoice], "Studio"],
        opened: "tuple[str, Studio] | None" = None,
    ) -> None:
        """`voices`: the ids of those that are there, the best first. `opened`: one that is open already, with
        its id; it stays open."""
        self._voices = list(voices)
        self._open_studio = open_studio
        self._lent = dict([opened] if opened else [])
        self._own: dict[str, Studio] = {}
        self._turns = {voice: threading.Lock() for voice in voices}

    def heard(self, settings: Settings, lines: int = LINES) -> "Source":
        """The first `lines` sentences as those settings have them, voiced where they never were.

        The best voice speaks where theirs isn't there. Raises RelaxError where it doesn't speak, also where
        another stood in for it.
        """
        from relaxapp.sound.in_turn import InTurn

        voice = settings.voice if settings.voice in self._voices else self._voices[0]
        with self._turns[voice]:
            clips = self._studio(voice).at(voice_choice(settings).tuning).clips
            voiced = [clips.voiced(say) for say in sentences()[:lines]]
        if clips.stood_in is not None:
            raise clips.stood_in
        return InTurn(voiced)

    def close(self) -> None:
        """End the voices that were opened here."""
        for voice, turn in self._turns.items():
            with turn:
                studio = self._own.pop(voice, None)
                if studio is not None:
                    studio.clips.close()

    def _studio(self, voice: str) -> "Studio":
        """A voice, opened where it wasn't."""
        studio = self._lent.get(voice) or self._own.get(voice)
        if studio is None:
            studio = self._own[voice] = self._open_studio(VoiceChoice(voice))
            studio.warm()
        return studio
