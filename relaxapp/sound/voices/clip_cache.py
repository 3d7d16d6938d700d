"""One cache over all voices: a line is voiced once, and heard the same ever after."""

import hashlib
import hmac
import json
import os
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.errors import FileError
from relaxapp.sound.voices.clip_folder import ClipFolder
from relaxapp.sound.voices.local_key import local_key
from relaxapp.translation import _
from relaxapp.words.script import Say

if TYPE_CHECKING:
    from relaxapp.sound.clip import Clip

LIMIT_BYTES = 512 * 1024 * 1024
"""Room for the clips that hold nothing personal: an hour and a half of speech."""
PRIVATE_LIMIT_BYTES = 128 * 1024 * 1024
"""Room for the clips that speak the person's answers."""
PRIVATE_SECONDS = 30 * 24 * 3600
"""How long such a clip is kept."""
MEMORY_BYTES = 64 * 1024 * 1024
"""Room for clips in memory, where they can't be kept on disk."""
AT_HAND_BYTES = 8 * 1024 * 1024
"""Room for clips that were kept on disk just now, and will be heard soon: a minute and a half of
speech, so that an hour takes no more memory than five minutes."""
TIDY_SECONDS = 6 * 3600
"""How often a running program looks for clips that are too old."""


class ClipCache:
    """Voiced clips on disk, the private ones apart; in memory where the disk can't take them.

    Threads may share it, and programs may share its folders. A line takes a while to voice; what its person
    forgets meanwhile is not kept when it comes.
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
        self._key_is_kept = True
        """Whether the key lies on the disk, where another program could delete it."""
        self._tidied = -float("inf")
        self._memory = _Memory(MEMORY_BYTES)
        self._at_hand = _Memory(AT_HAND_BYTES)
        self._lock = threading.Lock()
        self._keeping = threading.Lock()
        """Held while a clip is kept, and while clips are forgotten: neither comes in between the other."""
        self._forgettings = 0
        self._closed = False

    @property
    def forgettings(self) -> int:
        """How often the private clips were forgotten, here or by another program; whoever has a line voiced
        reads it first."""
        with self._keeping:
            return self._forgotten()

    def get(self, voice_key: str, say: Say) -> "Clip | None":
        """The clip of a line, or None where it isn't voiced yet or was damaged."""
        self._tidy()
        if say.private and not self._has_key():
            return None
        name = self._name(voice_key, say)
        with self._lock:
            # Read once, a clip is decoded, and the disk has it for another time.
            remembered = self._memory.get(name) or self._at_hand.pop(name)
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
        if say.private and not self._has_key():
            return None
        name = self._name(voice_key, say)
        with self._lock:
            remembered = self._memory.get(name) or self._at_hand.get(name)
        if remembered is not None:
            return len(remembered.samples), remembered.rate
        try:
            return self._folder(say).read_length(name)
        except OSError as error:
            self._tell(error)
            return None

    def put(self, voice_key: str, say: Say, clip: "Clip", asked: int) -> None:
        """Keep the clip of a line: on disk, or in memory where the disk can't take it.

        `asked` is what `forgettings` was before the line was voiced: a private clip is not kept where private
        ones were forgotten since.
        """
        with self._keeping:
            if not self._is_wanted(say, asked):
                return
            name = self._name(voice_key, say)
            try:
                self._folder(say).write(name, clip)
            except OSError as error:
                self._tell(error)
                self._remember(self._memory, name, clip)
            else:
                self._remember(self._at_hand, name, clip)

    def put_for_now(self, voice_key: str, say: Say, clip: "Clip", asked: int) -> None:
        """Keep the clip of a line in memory only, as long as the program runs; `asked` as in `put`."""
        with self._keeping:
            if self._is_wanted(say, asked):
                self._remember(self._memory, self._name(voice_key, say), clip)

    def forget_private(self) -> None:
        """Delete every clip that speaks an answer, and the key that named them. Raises FileError."""
        with self._keeping:
            self._forget_here()
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

    def close(self) -> None:
        """Keep nothing more: a line that is still being voiced makes no folder anew that was deleted."""
        with self._keeping:
            self._closed = True

    def _forget_here(self) -> None:
        """What this program holds of private clips."""
        self._forgettings += 1
        with self._lock:
            self._memory.clear()
            self._at_hand.clear()
            self._key = None

    def _forgotten(self) -> int:
        """How often they were forgotten; what another program forgot is forgotten here, too."""
        if self._forgotten_elsewhere():
            self._forget_here()
        return self._forgettings

    def _forgotten_elsewhere(self) -> bool:
        """Whether another program has deleted the private clips, with their key, since this one read it."""
        with self._lock:
            key = self._key
        if key is None or not self._key_is_kept:
            return False
        try:
            return self._key_file.read_bytes() != key
        except FileNotFoundError:
            return True
        except OSError:
            return False

    def _is_wanted(self, say: Say, asked: int) -> bool:
        return not self._closed and (not say.private or asked == self._forgotten())

    def _has_key(self) -> bool:
        """Whether any private clip can be there: to look for one makes no key."""
        return self._key is not None or os.path.lexists(self._key_file)

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
            self._key_is_kept = False
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

    def _remember(self, memory: "_Memory", name: str, clip: "Clip") -> None:
        with self._lock:
            memory.put(name, clip)

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


class _Memory:
    """Clips by name; beyond so many bytes the oldest go, but for the last."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._clips: OrderedDict[str, Clip] = OrderedDict()
        self._bytes = 0

    def get(self, name: str) -> "Clip | None":
        return self._clips.get(name)

    def pop(self, name: str) -> "Clip | None":
        clip = self._clips.pop(name, None)
        self._bytes -= clip.samples.nbytes if clip is not None else 0
        return clip

    def put(self, name: str, clip: "Clip") -> None:
        self.pop(name)
        self._clips[name] = clip
        self._bytes += clip.samples.nbytes
        while self._bytes > self._most and len(self._clips) > 1:
            self.pop(next(iter(self._clips)))

    def clear(self) -> None:
        self._clips.clear()
        self._bytes = 0
