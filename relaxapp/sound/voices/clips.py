"""A voice over the cache: what the rest of the app asks for clips.

What works on samples is imported when the first one is there: until then, and longer, the voice's children
speak on.
"""

import threading
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from relaxapp.errors import VoiceError
from relaxapp.sound.ahead import done_ahead
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.tuned import engine_of, tuned_by
from relaxapp.sound.voices.voice import Tuning, Voice
from relaxapp.timing.frames import house_frames
from relaxapp.translation import _
from relaxapp.words.script import Say

if TYPE_CHECKING:
    from relaxapp.sound.clip import Clip

_T = TypeVar("_T")

FAILURES = 2
"""After so many lines in a row that a voice could not say, the one that stands in says all that follow."""
SIDE_BY_SIDE = 6
"""Lines asked of a voice at once, where many are to be voiced: more than it has children, so that none of
them waits."""
AHEAD = 32
"""Lines asked for, at most, before those before are made ready and kept."""
FINISHED_AHEAD = 3
"""Lines tuned, at most, before those before are kept."""


class Clips:
    """A voice over a cache: what the rest of the app asks for clips."""

    def __init__(
        self,
        voice: Voice,
        cache: ClipCache,
        stand_in: Voice | None = None,
        spoken: Callable[[str], str] = str,
    ) -> None:
        """`stand_in` speaks the lines that `voice` can't, where there is one. `spoken` gives the text of a
        line as a voice is given it."""
        self.voice = voice
        self.cache = cache
        self.stood_in: VoiceError | None = None
        """Why another voice had to speak some lines, where it had to."""
        self._stand_in = stand_in
        self._text = spoken
        self._turn = threading.Lock()
        """Held while a line is voiced by itself: whoever else wants it waits for it."""
        self._failures = 0
        """How many lines in a row the voice could not say."""
        self._silenced: VoiceError | None = None
        """Why the voice did not speak when it was last asked to."""

    def at(self, tuning: Tuning) -> "Clips":
        """The same voice at another tuning, over the same cache and by the same child: only one is closed."""
        stand_in = None if self._stand_in is None else self._stand_in.at(tuning)
        return Clips(self.voice.at(tuning), self.cache, stand_in, self._text)

    def warm(self) -> None:
        """Start the voice, so that the first line comes at once. Raises VoiceError."""
        self._asked(self.voice.warm)

    def get(self, say: Say) -> "Clip | None":
        """The clip of a line that was voiced before; None where it was not.

        Where its samples were damaged since, it is voiced again, at the length that plans know of it.
        """
        key = self._voice_key()
        if key is None:
            return None
        say = self._as_said(say)
        found = self.cache.get(key, say)
        return found if found is not None else self._mended(key, say)

    def frames(self, say: Say) -> int | None:
        """How long a line that was voiced before is, in frames at the house rate; None where it was not."""
        key = self._voice_key()
        return None if key is None else self._length(key, self._as_said(say))

    def voiced(self, say: Say, asked: int | None = None) -> "Clip":
        """The clip of a line, voiced now where it was not before. Raises VoiceError.

        Threads that want the same line at once have it voiced once. `asked` is what the cache's `forgettings`
        was when the line was asked for, where that was earlier.
        """
        asked = self.cache.forgettings if asked is None else asked
        with self._turn:
            found = self.get(say)
            if found is not None:
                return found
            as_said = self._as_said(say)
            line = self._tuned(as_said, lambda: self._by_engine(as_said))
            clip = _finished(line.clip)
            self._keep(line, clip, asked)
            return clip

    def voice_all(
        self, says: Iterable[Say], progress: Callable[[int, int], None] | None = None
    ) -> dict[Say, int]:
        """Voice every line that was not voiced before, the first ones first; how long each is, in frames at
        the house rate. Raises VoiceError.

        The voice's engine is asked for several at a time, in threads. What it says is tuned here, one line
        after the other: threads that do this keep each other, and the engine, waiting. A thread beside brings
        it to the house rate, which needs none of Python's lock. `progress` is told how many of how many lines
        are done; what it raises ends the voicing.
        """
        asked = self.cache.forgettings
        lengths = {say: self.frames(say) for say in dict.fromkeys(says)}
        known = {say: frames for say, frames in lengths.items() if frames is not None}
        missing = [say for say in lengths if say not in known]
        if progress is not None:
            progress(len(known), len(lengths))
        failed: list[VoiceError] = []
        with (
            closing(self._all_tuned(map(self._as_said, missing), failed)) as tuned,
            closing(done_ahead(lambda line: _finished(line.clip), tuned, 1, FINISHED_AHEAD)) as finished,
        ):
            for done, (say, (line, clip)) in enumerate(
                zip(missing, finished, strict=False), len(lengths) - len(missing) + 1
            ):
                self._keep(line, clip.result(), asked)
                frames = self._length(line.voice_key, line.say)
                if frames is not None:  # its answer may have been forgotten meanwhile
                    known[say] = frames
                if progress is not None:
                    progress(done, len(lengths))
        if failed:
            raise failed[0]
        return known

    def forget_private(self) -> None:
        """Delete every clip that speaks an answer."""
        self.cache.forget_private()

    def close(self) -> None:
        """End the voice's child process; harmless when it never ran.

        What is still being voiced is not kept any more.
        """
        self.cache.close()
        self.voice.close()
        if self._stand_in is not None:
            self._stand_in.close()

    def _length(self, voice_key: str, as_said: Say) -> int | None:
        """How long a line is, in frames at the house rate; None where it was not voiced."""
        length = self.cache.length(voice_key, as_said)
        return None if length is None else house_frames(*length)

    def _as_said(self, say: Say) -> Say:
        """The line with its words as a voice is given them; it names the clip, so a mended word is heard."""
        text = self._text(say.text)
        return say if text == say.text else replace(say, text=text)

    def _by_engine(self, say: Say) -> "Clip":
        """What the voice's engine says of the line, nothing done to it yet. Raises VoiceError."""
        if self._stand_in is not None and self._failures >= FAILURES:
            raise self._silenced or VoiceError(_("The voice says nothing."))
        try:
            clip = self._asked(lambda: engine_of(self.voice)(say))
        except VoiceError:
            self._failures += 1
            raise
        self._failures = 0
        return clip

    def _all_tuned(self, says: Iterable[Say], failed: list[VoiceError]) -> "Generator[_Tuned]":
        """Every line as it is heard, up to the first that nobody can say: why is added to `failed`."""
        stopped = threading.Event()

        def unless_stopped(say: Say) -> "Clip":
            if stopped.is_set():
                raise VoiceError(_("The voice was closed before it spoke."))
            return self._by_engine(say)

        with closing(done_ahead(unless_stopped, says, SIDE_BY_SIDE, AHEAD)) as spoken:
            try:
                for say, by_engine in spoken:
                    yield self._tuned(say, by_engine.result)
            except BaseException as error:
                # Nobody waits for the other lines that it was asked for.
                stopped.set()
                self.voice.close()
                if not isinstance(error, VoiceError):
                    raise
                failed.append(error)

    def _tuned(self, say: Say, by_engine: "Callable[[], Clip]") -> "_Tuned":
        """The line as it is heard, by the voice or the one that stands in. Raises VoiceError.

        `by_engine` gives what the engine says of it, or raises VoiceError.
        """
        try:
            clip = tuned_by(self.voice, say, by_engine())
        except VoiceError as error:
            return _Tuned(say, self._said_instead(say, error), self.voice.key, by_itself=False)
        return _Tuned(say, clip, self.voice.key, by_itself=True)

    def _keep(self, line: "_Tuned", clip: "Clip", asked: int) -> None:
        """Keep the clip of a line; where another voice stood in, only for now.

        `asked` as in `ClipCache.put`.
        """
        put = self.cache.put if line.by_itself else self.cache.put_for_now
        put(line.voice_key, line.say, clip, asked)

    def _mended(self, key: str, say: Say) -> "Clip | None":
        asked = self.cache.forgettings
        length = self.cache.length(key, say)
        if length is None:
            return None
        try:
            clip = _finished(tuned_by(self.voice, say, self._by_engine(say)))
        except VoiceError:
            return None
        from relaxapp.sound.voices.shaping import fitted

        clip = fitted(clip, length[0] * clip.rate // length[1])
        self.cache.put(key, say, clip, asked)
        return clip

    def _said_instead(self, say: Say, error: VoiceError) -> "Clip":
        """The line by the voice that stands in. Raises VoiceError."""
        if self._stand_in is None:
            raise error
        clip = self._stand_in.speak(say)
        if self.stood_in is None:
            hint = _("{name} speaks instead; choose another voice in the settings.")
            self.stood_in = VoiceError(error.message, hint.format(name=self._stand_in.name))
        return clip

    def _voice_key(self) -> str | None:
        """The voice's key; None where the voice must start to know it, and fails."""
        if isinstance(self._silenced, _KeylessError):
            return None
        try:
            return self.voice.key
        except VoiceError as error:
            self._silenced = _KeylessError(error.message, error.hint)
            return None

    def _asked(self, ask: Callable[[], _T]) -> _T:
        try:
            answer = ask()
        except VoiceError as error:
            if not isinstance(self._silenced, _KeylessError):
                self._silenced = error
            raise
        self._silenced = None
        return answer


class _KeylessError(VoiceError):
    """The voice can't even tell which one it is."""


@dataclass(frozen=True, slots=True)
class _Tuned:
    """A line as it is heard, not yet as clips are kept."""

    say: Say
    """The line, as a voice is given it."""
    clip: "Clip"
    """Its sound."""
    voice_key: str
    """The voice's key when it was said: a voice that is closed since is not asked for it."""
    by_itself: bool
    """Whether the voice said it itself, not one that stood in."""


def _finished(clip: "Clip") -> "Clip":
    """What was tuned, as clips are kept."""
    from relaxapp.sound.voices.finishing import finished

    return finished(clip)
