"""The microphone as the computer gives it: where it fails it is told, and nothing of it stays open."""

import pytest

from relaxapp.errors import SoundError
from relaxapp.sound import portaudio
from relaxapp.sound.microphone import DeviceMicrophone


class PortAudioError(Exception):
    """As sounddevice's own: no error of relaxapp's."""


class Stream:
    """An input stream that starts, or doesn't."""

    latency, active = 0.0, True

    def __init__(self, *, starts: bool = True) -> None:
        self._starts = starts
        self.closed = False

    def start(self) -> None:
        if not self._starts:
            raise PortAudioError("Error starting stream: Device unavailable [PaErrorCode -9985]")

    def abort(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True


def microphone(monkeypatch: pytest.MonkeyPatch, *streams: Stream) -> DeviceMicrophone:
    left = iter(streams)
    monkeypatch.setattr(portaudio, "open_microphone", lambda _hear: next(left))
    return DeviceMicrophone()


def test_one_that_opens_but_does_not_start_is_told_and_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    broken, whole = Stream(starts=False), Stream()
    heard = microphone(monkeypatch, broken, whole)
    with pytest.raises(SoundError, match="Device unavailable"):
        heard.start()
    assert broken.closed
    heard.start()
    assert not whole.closed
    assert len(heard.stop()) == 0
    assert whole.closed
