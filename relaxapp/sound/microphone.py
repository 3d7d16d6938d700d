"""What a microphone hears, one line at a time."""

from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from relaxapp.sound import portaudio
from relaxapp.timing.frames import RATE

LONGEST = 60
"""Seconds of one line; what is said after them is not recorded."""

Heard = npt.NDArray[np.float32]
"""float32 in -1..1, shape (frames,), at the house rate."""


class Microphone(Protocol):
    """Hears lines."""

    def start(self) -> None:
        """Begin a line. Raises SoundError."""
        ...

    @property
    def level(self) -> float:
        """The highest peak of the last moment, linear; 0 while nothing is recorded."""
        ...

    @property
    def full(self) -> bool:
        """Whether the longest line is full."""
        ...

    def stop(self) -> Heard:
        """End the line; what was heard of it."""
        ...

    def close(self) -> None:
        """Give the microphone back; harmless when it was never opened."""
        ...


class DeviceMicrophone:
    """The computer's usual input. Its callback only copies into a buffer made beforehand."""

    def __init__(self) -> None:
        self._buffer: Heard = np.zeros(LONGEST * RATE, np.float32)
        self._filled = 0
        self._level = 0.0
        self._stream: portaudio.Stream | None = None

    def start(self) -> None:
        """Open the device and begin a line. Raises SoundError."""
        self.close()
        self._filled, self._level = 0, 0.0
        stream = portaudio.open_microphone(self._hear)
        try:
            stream.start()
        except Exception as error:
            stream.close()
            raise portaudio.unheard(error) from error
        self._stream = stream

    @property
    def level(self) -> float:
        """The highest peak of the last block, linear."""
        return self._level if self._stream is not None else 0.0

    @property
    def full(self) -> bool:
        """Whether LONGEST seconds were heard."""
        return self._filled >= len(self._buffer)

    def stop(self) -> Heard:
        """End the line."""
        self.close()
        return self._buffer[: self._filled].copy()

    def close(self) -> None:
        """Give the device back."""
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.abort()
            stream.close()

    def _hear(self, block: Any, frames: int, _times: Any, _status: Any) -> None:
        room = min(frames, len(self._buffer) - self._filled)
        heard = block[:room, 0]
        self._buffer[self._filled : self._filled + room] = heard
        self._level = float(np.abs(heard).max(initial=0.0))
        self._filled += room
