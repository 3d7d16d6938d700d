"""What can go wrong on the way to a sound device is told in words, with what to do."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from relaxapp.errors import SoundError
from relaxapp.sound.portaudio import devices, look_again, open_stream


class PortAudioError(Exception):
    """sounddevice's own error."""


def device(name: str, index: int, channels: int = 2, hostapi: int = 1) -> dict[str, Any]:
    return {"name": name, "index": index, "max_output_channels": channels, "hostapi": hostapi}


DEVICES = [
    device("loudspeaker", 0, hostapi=0),
    device("loudspeaker", 1),
    device("microphone", 2, channels=0),
    device("headphones", 3, channels=1),
]


@pytest.fixture
def sounddevice(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A sounddevice that opens nothing, and remembers what it was asked."""
    asked: list[object] = []
    module: Any = SimpleNamespace(
        PortAudioError=PortAudioError,
        default=SimpleNamespace(hostapi=1),
        query_devices=lambda: DEVICES,
        asked=asked,
        OutputStream=lambda **options: asked.append(options),
        _terminate=lambda: asked.append("terminate"),
        _initialize=lambda: asked.append("initialize"),
    )
    monkeypatch.setitem(sys.modules, "sounddevice", module)
    return module  # type: ignore[no-any-return]


def silence(*_arguments: object) -> None:
    """A callback."""


def raising(error: Exception) -> Callable[..., object]:
    def refuse(*_arguments: object, **_options: object) -> object:
        raise error

    return refuse


def test_only_outputs_of_the_usual_interface_are_named(sounddevice: SimpleNamespace) -> None:
    assert devices() == ("loudspeaker", "headphones")
    assert sounddevice.asked == []


@pytest.mark.parametrize(("name", "index"), [("", None), ("loudspeaker", 1), ("headphones", 3)])
def test_a_device_is_opened_by_its_name(sounddevice: SimpleNamespace, name: str, index: int | None) -> None:
    open_stream(name, silence, silence)
    (asked,) = sounddevice.asked
    assert asked == {
        "samplerate": 48_000,
        "channels": 2,
        "dtype": "float32",
        "latency": 0.2,
        "device": index,
        "callback": silence,
        "finished_callback": silence,
    }


@pytest.mark.usefixtures("sounddevice")
def test_an_unknown_name_is_told_with_those_there_are() -> None:
    with pytest.raises(SoundError) as told:
        open_stream("microphone", silence, silence)
    assert "microphone" in told.value.message
    assert "loudspeaker, headphones" in told.value.hint


@pytest.mark.parametrize("known", [[], [device("microphone", 0, channels=0)]])
def test_without_a_device_it_says_so(sounddevice: SimpleNamespace, known: list[Any]) -> None:
    sounddevice.query_devices = lambda: known
    with pytest.raises(SoundError, match="No sound device was found") as told:
        open_stream("", silence, silence)
    assert "without sound" in told.value.hint


def test_a_system_that_knows_no_sound_at_all_has_no_device(sounddevice: SimpleNamespace) -> None:
    sounddevice.query_devices = raising(PortAudioError("no host api"))
    assert devices() == ()


@pytest.mark.parametrize("name", ["", "headphones"])
def test_a_device_that_refuses_is_told_with_its_reason(sounddevice: SimpleNamespace, name: str) -> None:
    sounddevice.OutputStream = raising(PortAudioError("Invalid sample rate"))
    with pytest.raises(SoundError, match="Invalid sample rate") as told:
        open_stream(name, silence, silence)
    assert name in told.value.message
    assert told.value.hint


def test_looking_again_starts_portaudio_anew(sounddevice: SimpleNamespace) -> None:
    look_again()
    assert sounddevice.asked == ["terminate", "initialize"]


def test_looking_again_does_not_open_the_door_when_it_is_shut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    look_again()
    assert "sounddevice" not in sys.modules


def test_portaudio_that_does_not_start_again_is_told(sounddevice: SimpleNamespace) -> None:
    sounddevice._initialize = raising(PortAudioError("host error"))
    with pytest.raises(SoundError, match="host error"):
        look_again()


def import_failing_with(error: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "sounddevice.py").write_text(f"raise {error}\n")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)


@pytest.mark.parametrize(("system", "hint"), [("linux", "apt install libportaudio2"), ("win32", "anew")])
def test_a_missing_portaudio_is_told_with_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, hint: str
) -> None:
    import_failing_with("OSError('PortAudio library not found')", tmp_path, monkeypatch)
    monkeypatch.setattr(sys, "platform", system)
    for asked in (devices, lambda: open_stream("", silence, silence)):
        with pytest.raises(SoundError, match="PortAudio, which plays sound, is not installed") as told:
            asked()
        assert hint in told.value.hint
        assert "without sound" in told.value.hint


def test_portaudio_that_does_not_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import_failing_with("Exception('Error initializing PortAudio')", tmp_path, monkeypatch)
    with pytest.raises(SoundError, match="Error initializing PortAudio") as told:
        devices()
    assert told.value.hint


def test_importing_the_player_does_not_import_sounddevice() -> None:
    program = "import sys, relaxapp.sound.device; assert 'sounddevice' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)
