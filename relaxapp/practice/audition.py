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
    """Voices saying the same sentences. Threads take turns: a voice that is there needs no second child."""

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
        self._turn = threading.Lock()

    def heard(self, settings: Settings, lines: int = LINES) -> "Source":
        """The first `lines` sentences as those settings have them, voiced where they never were.

        Raises RelaxError where the voice doesn't speak, also where another stood in.
        """
        from relaxapp.sound.in_turn import InTurn

        with self._turn:
            clips = self._studio(settings.voice).at(voice_choice(settings).tuning).clips
            voiced = [clips.voiced(say) for say in sentences()[:lines]]
        if clips.stood_in is not None:
            raise clips.stood_in
        return InTurn(voiced)

    def close(self) -> None:
        """End the voices that were opened here."""
        with self._turn:
            for studio in self._own.values():
                studio.clips.close()
            self._own.clear()

    def _studio(self, name: str) -> "Studio":
        """A voice, opened where it wasn't; the best where there is none of that name."""
        voice = name if name in self._voices else self._voices[0]
        studio = self._lent.get(voice) or self._own.get(voice)
        if studio is None:
            studio = self._own[voice] = self._open_studio(VoiceChoice(voice))
            studio.warm()
        return studio
