"""One cache over all voices: a line is voiced once, and heard the same ever after."""

import hashlib
import hmac
import json
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from relaxapp.errors import FileError, VoiceError
from relaxapp.sound.clip import Clip
from relaxapp.sound.resampling import at_house_rate, house_frames
from relaxapp.sound.speech import CEILING
from relaxapp.sound.voices.calibration import gain, kept_gain
from relaxapp.sound.voices.clip_folder import ClipFolder
from relaxapp.sound.voices.limiter import limited
from relaxapp.sound.voices.local_key import local_key
from relaxapp.sound.voices.shaping import fitted
from relaxapp.sound.voices.voice import Voice
from relaxapp.translation import _
from relaxapp.words.script import Say

_T = TypeVar("_T")

LIMIT_BYTES = 512 * 1024 * 1024
"""Room for the clips that hold nothing personal: an hour and a half of speech."""
PRIVATE_LIMIT_BYTES = 128 * 1024 * 1024
"""Room for the clips that speak the person's answers."""
PRIVATE_SECONDS = 30 * 24 * 3600
"""How long such a clip is kept."""
MEMORY_BYTES = 64 * 1024 * 1024
"""Room for clips in memory, where they can't be kept on disk."""
SIDE_BY_SIDE = 2
"""Lines voiced at once, where many are to be voiced."""
TIDY_SECONDS = 6 * 3600
"""How often a running program looks for clips that are too old."""


class ClipCache:
    """Voiced clips on disk, the private ones apart; in memory where the disk can't take them.

    Threads may share it, and programs may share its folders.
    """

    def __init__(
        self,
        folder: Path,
        private_folder: Path,
        key_file: Path,
        limit_bytes: int = LIMIT_BYTES,
        on_trouble: Callable[[FileError], None] | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """`key_file` holds the key that names private clips. Nothing is touched before it is used."""
        self.folder = folder
        self.trouble: FileError | None = None
        """Why clips can't be kept on disk, where they can't; `on_trouble` is told of it once."""
        self._on_trouble = on_trouble
        self._clock = clock
        self._common = ClipFolder(folder, limit_bytes, clock=clock)
        self._private = ClipFolder(private_folder, PRIVATE_LIMIT_BYTES, PRIVATE_SECONDS, clock)
        self._key_file = key_file
        self._key: bytes | None = None
        self._tidied = -float("inf")
        self._memory: OrderedDict[str, Clip] = OrderedDict()
        self._memory_bytes = 0
        self._lock = threading.Lock()

    def get(self, voice_key: str, say: Say) -> Clip | None:
        """The clip of a line, or None where it isn't voiced yet or was damaged."""
        self._tidy()
        name = self._name(voice_key, say)
        with self._lock:
            remembered = self._memory.get(name)
        if remembered is not None:
            return remembered
        try:
            return self._folder(say).read(name)
        except OSError as error:
            self._tell(error)
            return None

    def length(self, voice_key: str, say: Say) -> tuple[int, int] | None:
        """Frames and rate of a line's clip, without reading its samples; None where it isn't voiced yet."""
        self._tidy()
        name = self._name(voice_key, say)
        with self._lock:
            remembered = self._memory.get(name)
        if remembered is not None:
            return len(remembered.samples), remembered.rate
        try:
            return self._folder(say).read_length(name)
        except OSError as error:
            self._tell(error)
            return None

    def put(self, voice_key: str, say: Say, clip: Clip) -> None:
        """Keep the clip of a line: on disk, or in memory where the disk can't take it."""
        name = self._name(voice_key, say)
        try:
            self._folder(say).write(name, clip)
        except OSError as error:
            self._tell(error)
            self._remember(name, clip)

    def forget_private(self) -> None:
        """Delete every clip that speaks an answer, and the key that named them. Raises FileError."""
        with self._lock:
            self._memory.clear()
            self._memory_bytes = 0
            self._key = None
        try:
            self._private.clear()
            self._key_file.unlink(missing_ok=True)
        except OSError as error:
            raise FileError(
                _("The spoken lines with your answers could not be deleted: {reason}.").format(
                    reason=error.strerror
                ),
                _("Delete this folder yourself: {folder}").format(folder=self._private.folder),
            ) from error

    def _folder(self, say: Say) -> ClipFolder:
        return self._private if say.private else self._common

    def _name(self, voice_key: str, say: Say) -> str:
        """What names a clip: all that changes its sound; for a private line under the local key."""
        told = json.dumps([voice_key, say.manner, say.text]).encode()
        if say.private:
            return hmac.new(self._secret(), told, hashlib.sha256).hexdigest()
        return hashlib.sha256(told).hexdigest()

    def _secret(self) -> bytes:
        with self._lock:
            key = self._key
        if key is not None:
            return key
        try:
            key = local_key(self._key_file)
        except OSError as error:
            self._tell(error)
            key = secrets.token_bytes()
        with self._lock:
            self._key = self._key or key
            return self._key

    def _tidy(self) -> None:
        """Delete private clips that are too old: at the first use, and while the program goes on running."""
        if self._clock() - self._tidied < TIDY_SECONDS:
            return
        self._tidied = self._clock()
        try:
            self._private.make_room()
        except OSError as error:
            self._tell(error)

    def _remember(self, name: str, clip: Clip) -> None:
        with self._lock:
            replaced = self._memory.pop(name, None)
            self._memory_bytes += clip.samples.nbytes - (replaced.samples.nbytes if replaced else 0)
            self._memory[name] = clip
            while self._memory_bytes > MEMORY_BYTES and len(self._memory) > 1:
                self._memory_bytes -= self._memory.popitem(last=False)[1].samples.nbytes

    def _tell(self, error: OSError) -> None:
        if self.trouble is not None:
            return
        self.trouble = FileError(
            _("Spoken lines can't be kept on disk: {reason}.").format(reason=error.strerror or error),
            _("The practice goes on without; make room, or see to the folder {folder}.").format(
                folder=Path(error.filename).parent if error.filename else self.folder
            ),
        )
        if self._on_trouble is not None:
            self._on_trouble(self.trouble)


class Clips:
    """A voice over a cache: what the rest of the app asks for clips."""

    def __init__(self, voice: Voice, cache: ClipCache) -> None:
        self.voice = voice
        self.cache = cache
        self._gains: dict[str, float] = {}
        self._silenced: VoiceError | None = None
        """Why the voice did not speak when it was last asked to."""

    def warm(self) -> None:
        """Start the voice and learn its gain, so that the first line comes at once. Raises VoiceError."""
        self._asked(self.voice.warm)
        self.gain()

    def get(self, say: Say) -> Clip | None:
        """The clip of a line that was voiced before; None where it was not.

        Where its samples were damaged since, it is voiced again, at the length that plans know of it.
        """
        key = self._voice_key()
        if key is None:
            return None
        found = self.cache.get(key, say)
        return found if found is not None else self._mended(key, say)

    def frames(self, say: Say) -> int | None:
        """How long a line that was voiced before is, in frames at the house rate; None where it was not."""
        key = self._voice_key()
        length = None if key is None else self.cache.length(key, say)
        return None if length is None else house_frames(*length)

    def voiced(self, say: Say) -> Clip:
        """The clip of a line, voiced now where it was not before. Raises VoiceError."""
        found = self.get(say)
        if found is not None:
            return found
        clip = self._spoken(say)
        self.cache.put(self.voice.key, say, clip)
        return clip

    def voice_all(self, says: Iterable[Say], progress: Callable[[int, int], None] | None = None) -> None:
        """Voice every line that was not voiced before, the first ones first. Raises VoiceError.

        Two lines at a time: a voice with two children takes half as long, and with one child what the cache
        does for a line costs no time of the next.
        `progress` is told how many of how many lines are done; what it raises ends the voicing.
        """
        from concurrent.futures import ThreadPoolExecutor, as_completed

        lines = list(dict.fromkeys(says))
        missing = [say for say in lines if self.frames(say) is None]
        done = len(lines) - len(missing)
        if progress is not None:
            progress(done, len(lines))
        with ThreadPoolExecutor(SIDE_BY_SIDE) as threads:
            voicings = [threads.submit(self._voice, say) for say in missing]
            try:
                for voicing in as_completed(voicings):
                    voicing.result()
                    done += 1
                    if progress is not None:
                        progress(done, len(lines))
            finally:
                for voicing in voicings:
                    voicing.cancel()

    @property
    def is_new(self) -> bool:
        """Whether the voice's loudness was never measured: then it will have to speak."""
        key = self._voice_key()
        return key is not None and kept_gain(key, self.cache.folder) is None

    def gain(self) -> float:
        """The linear gain that brings the voice to its loudness; 1 where it does not speak.

        A voice that failed when it was last asked is not asked again for this.
        """
        key = self._voice_key()
        if key is None:
            return 1.0
        if key not in self._gains:
            kept = kept_gain(key, self.cache.folder)
            if kept is None and self._silenced is not None:
                return 1.0
            try:
                self._gains[key] = kept or self._asked(lambda: gain(self.voice, self.cache.folder))
            except VoiceError:
                return 1.0
        return self._gains[key]

    def forget_private(self) -> None:
        """Delete every clip that speaks an answer."""
        self.cache.forget_private()

    def close(self) -> None:
        """End the voice's child process; harmless when it never ran."""
        self.voice.close()

    def _spoken(self, say: Say) -> Clip:
        """The line, voiced now: at the house rate, with no peak that its gain would bring above the ceiling
        of what is heard."""
        clip = at_house_rate(self._asked(lambda: self.voice.speak(say)))
        return limited(clip, CEILING / self.gain())

    def _mended(self, key: str, say: Say) -> Clip | None:
        length = self.cache.length(key, say)
        if length is None:
            return None
        try:
            clip = self._spoken(say)
        except VoiceError:
            return None
        clip = fitted(clip, length[0] * clip.rate // length[1])
        self.cache.put(key, say, clip)
        return clip

    def _voice(self, say: Say) -> None:
        self.voiced(say)

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
