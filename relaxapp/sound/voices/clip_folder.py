"""A folder of clips: written whole or not at all, bounded in size, shared by any number of programs.

A file's modification time is when its clip was voiced; its access time, set explicitly, is when it was last
wanted.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.locations import private_folder
from relaxapp.sound.voices import clip_file

if TYPE_CHECKING:
    from relaxapp.sound.clip import Clip

ENDING = ".clip"
PART = ".part"
"""The ending of a clip while it is written."""
PART_SECONDS = 3600
"""A part this old was left behind by a program that was ended."""
IN_USE_SECONDS = 2 * 3600
"""A clip wanted this lately may belong to a practice that is being played, here or by another program."""
ROOM = 0.9
"""The part of the limit that stays full when clips have to go."""


class ClipFolder:
    """The clips of one folder, by name. The folder has mode 0700, its files 0600."""

    def __init__(
        self,
        folder: Path,
        limit_bytes: int,
        oldest_seconds: float | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Beyond `limit_bytes` the clips that were not wanted for longest go, but none in use.

        Where `oldest_seconds` is given, a clip lives so long from its voicing on, however often it is heard.
        """
        self.folder = folder
        self._limit = limit_bytes
        self._oldest = oldest_seconds
        self._clock = clock
        self._unseen = limit_bytes
        """Bytes written since the folder was last looked through; at first as if much had been."""

    def read(self, name: str) -> "Clip | None":
        """The clip, or None where it is missing or damaged. Raises OSError where the folder can't be read."""
        path = self._wanted(name)
        try:
            return clip_file.read(path) if path else None
        except (FileNotFoundError, clip_file.DamagedClipError):
            return None

    def read_length(self, name: str) -> tuple[int, int] | None:
        """Frames and rate of the clip, or None; as `read`, but for damage to the samples."""
        path = self._wanted(name)
        try:
            return clip_file.read_length(path) if path else None
        except (FileNotFoundError, clip_file.DamagedClipError):
            return None

    def write(self, name: str, clip: "Clip") -> None:
        """Keep the clip, and make room from time to time. Raises OSError."""
        content = clip_file.packed(clip)
        path = self._path(name)
        handle, part = self._part()
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(content)
            os.utime(part, (self._clock(),) * 2)
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        self._unseen += sum(map(len, content))
        if self._unseen > self._limit * (1 - ROOM) / 2:
            self.make_room()

    def make_room(self) -> None:
        """Delete what is too old, and beyond the limit what is not in use. Raises OSError."""
        self._unseen = 0
        now = self._clock()
        clips = []
        for path in self._files():
            with suppress(FileNotFoundError):  # another program deleted it first
                told = path.stat()
                if path.suffix == PART:
                    if abs(now - told.st_mtime) > PART_SECONDS:
                        path.unlink()
                elif self._expired(told):
                    path.unlink()
                else:
                    clips.append((told.st_atime, told.st_size, path))
        total = sum(size for _wanted, size, _path in clips)
        if total <= self._limit:
            return
        for wanted, size, path in sorted(clips):
            if total <= self._limit * ROOM:
                return
            if abs(now - wanted) > IN_USE_SECONDS:
                path.unlink(missing_ok=True)
                total -= size

    def clear(self) -> None:
        """Delete every clip, and what was being written. Raises OSError."""
        for path in self._files():
            path.unlink(missing_ok=True)

    def _part(self) -> tuple[int, Path]:
        """A new file in the folder, open, and where it lies; the folder is made where there is none."""
        try:
            handle, name = tempfile.mkstemp(PART, dir=self.folder)
        except FileNotFoundError:
            private_folder(self.folder)
            handle, name = tempfile.mkstemp(PART, dir=self.folder)
        return handle, Path(name)

    def _wanted(self, name: str) -> Path | None:
        """Where the clip lies, noting that it is wanted; None where it is missing or too old."""
        path = self._path(name)
        try:
            told = path.stat()
            if self._expired(told):
                path.unlink()
                return None
        except FileNotFoundError:
            return None
        with suppress(OSError):  # where it can't be noted, the clip goes earlier, no more
            os.utime(path, ns=(int(self._clock() * 1e9), told.st_mtime_ns))
        return path

    def _expired(self, told: os.stat_result) -> bool:
        return self._oldest is not None and abs(self._clock() - told.st_mtime) > self._oldest

    def _files(self) -> Iterator[Path]:
        with suppress(FileNotFoundError), os.scandir(self.folder) as entries:
            yield from [Path(entry) for entry in entries if entry.name.endswith((ENDING, PART))]

    def _path(self, name: str) -> Path:
        return self.folder / (name + ENDING)
