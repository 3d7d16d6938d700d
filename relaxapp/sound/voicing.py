"""The lines of a practice, voiced in order: the first ones before it begins, the others while it plays."""

import threading
from collections.abc import Mapping, Sequence
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from relaxapp.errors import VoiceError
from relaxapp.sound.voices.clips import Clips
from relaxapp.translation import _
from relaxapp.words.script import Say

if TYPE_CHECKING:
    from relaxapp.timing.plan import Plan

HEAD_START = 0.25
"""Seconds that any voice is given before a practice begins: a fast one says nearly everything by then."""


class Voicing:
    """Finds the lines that were voiced before, and voices the others.

    Everyone else learns from it which lines there are, and asks no voice: one that hangs keeps nobody else
    waiting.
    """

    def __init__(self, clips: Clips, lines: Sequence[Say]) -> None:
        self._clips = clips
        self._asked = clips.cache.forgettings
        self._lines = lines
        self._missing = set(lines)
        self._arrived: SimpleQueue[tuple[Say, int]] = SimpleQueue()
        self._can_begin = threading.Event()
        self._stopped = threading.Event()
        self.trouble: VoiceError | None = None
        """Why the voice gave up, if it did."""
        self._thread = threading.Thread(target=self._voice, name="voicing", daemon=True)

    @property
    def done(self) -> bool:
        """Whether no further line will come: all are voiced, the voice gave up, or it was stopped."""
        return not self._thread.is_alive()

    def voice_all(self) -> None:
        """Voice every line now, several side by side."""
        try:
            for say, frames in self._clips.voice_all(self._lines).items():
                self._has_arrived(say, frames)
        except VoiceError as error:
            self.trouble = error
            self._look_for_lines()

    def start(self, patience: float) -> None:
        """Voice in the background, and wait until the practice can begin, at most `patience` seconds.

        It can begin when its first line is there, or none will come, and the head start is over.
        """
        self._thread.start()
        self._thread.join(min(HEAD_START, patience))
        self._can_begin.wait(max(patience - HEAD_START, 0))

    def stop(self) -> None:
        """Voice no further lines; the one that is being voiced is kept for another time."""
        self._stopped.set()

    def arrived(self) -> Mapping[Say, int]:
        """The lines found or voiced since the last call, with their lengths in frames at the house rate."""
        new: dict[Say, int] = {}
        while True:
            try:
                say, frames = self._arrived.get_nowait()
            except Empty:
                return new
            new[say] = frames

    def is_late(self, plan: "Plan", now: int, patience: int) -> bool:
        """Whether the next line after frame `now` is due within `patience` frames, and still to be voiced."""
        if self.done:
            return False
        line = plan.at(now).next_line
        return line is not None and line.say in self._missing and line.start - now <= patience

    def _voice(self) -> None:
        try:
            self._look_for_lines()
            for say in self._lines:
                if say not in self._missing:
                    continue
                if say != self._lines[0]:
                    self._can_begin.set()
                if self._stopped.is_set():
                    return
                self._clips.voiced(say, self._asked)
                self._look_for(say)
        except VoiceError as error:
            self.trouble = error
        except Exception as error:  # noqa: BLE001 - whatever it is, the practice goes on without a voice
            self.trouble = VoiceError(
                _("The voice does not work: {reason}.").format(reason=f"{type(error).__name__}: {error}"),
                _("Practices go on with captions; `relaxapp doctor` tells what is wrong with the voice."),
            )
        finally:
            self._can_begin.set()

    def _look_for_lines(self) -> None:
        for say in self._lines:
            self._look_for(say)

    def _look_for(self, say: Say) -> None:
        frames = self._clips.frames(say)
        if frames is not None:
            self._has_arrived(say, frames)

    def _has_arrived(self, say: Say, frames: int) -> None:
        self._missing.discard(say)
        self._arrived.put((say, frames))
