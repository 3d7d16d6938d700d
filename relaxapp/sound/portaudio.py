"""The only door to sounddevice, and so to PortAudio. It is opened when a sound is wanted, not before."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from relaxapp.errors import SoundError
from relaxapp.timing.frames import RATE
from relaxapp.translation import _

if TYPE_CHECKING:
    from relaxapp.sound.clip import Block

LATENCY = 0.2
"""Seconds of sound the device is asked to hold: enough beside a busy process, and a pause is at once."""

Callback = Callable[["Block", int, Any, Any], None]
"""Fills the block given, float32 of shape (frames, 2); then frames, PortAudio's times, its flags."""

Listener = Callable[["Block", int, Any, Any], None]
"""Is given a block that was heard, float32 of shape (frames, 1), which is its own only during the call; then
frames, PortAudio's times, its flags."""


class Stream(Protocol):
    """An open output device, as sounddevice has it."""

    @property
    def active(self) -> bool:
        """Whether the callback is being called."""
        ...

    @property
    def latency(self) -> float:
        """Seconds from callback to ear, as far as is known."""
        ...

    def start(self) -> None:
        """Begin to call the callback."""
        ...

    def abort(self) -> None:
        """End at once."""
        ...

    def close(self) -> None:
        """Give the device back."""
        ...


def open_stream(device: str, callback: Callback, finished: Callable[[], None]) -> Stream:
    """Open an output device by name, or the usual one where `device` is empty. It is not started yet.

    48,000 Hz, stereo, float32. `finished` is called when the stream has ended, by whatever cause.
    Raises SoundError: PortAudio is missing, there is no device, none of that name, or it refuses.
    """
    sounddevice = _sounddevice()
    if not devices():
        raise _no_device()
    try:
        stream: Stream = sounddevice.OutputStream(
            samplerate=RATE,
            channels=2,
            dtype="float32",
            latency=LATENCY,
            device=_index(sounddevice, device) if device else None,
            callback=callback,
            finished_callback=finished,
        )
    except sounddevice.PortAudioError as error:
        raise refused(device, error) from error
    return stream


def open_microphone(callback: Listener) -> Stream:
    """Open the usual input device. It is not started yet. 48,000 Hz, mono, float32.

    Raises SoundError: PortAudio is missing, there is no microphone, or it refuses.
    """
    sounddevice = _sounddevice()
    try:
        sounddevice.query_devices(kind="input")
        stream: Stream = sounddevice.InputStream(
            samplerate=RATE, channels=1, dtype="float32", latency=LATENCY, callback=callback
        )
    except (sounddevice.PortAudioError, ValueError) as error:
        raise unheard(error) from error
    return stream


def unheard(error: Exception) -> SoundError:
    """What to tell where the microphone can't be opened or started."""
    return SoundError(
        _("No microphone can be used ({reason}).").format(reason=error),
        _("Connect one, or allow its use in the settings of your system, then try again."),
    )


def devices() -> tuple[str, ...]:
    """The names of the output devices. Raises SoundError where PortAudio is missing."""
    return tuple(name for name, _index in _outputs(_sounddevice()))


def look_again() -> None:
    """Look for devices that came or went, as PortAudio looks but once. Raises SoundError.

    No stream may be open.
    """
    if "sounddevice" not in sys.modules:
        return
    sounddevice = _sounddevice()
    try:
        sounddevice._terminate()
        sounddevice._initialize()
    except sounddevice.PortAudioError as error:
        raise refused("", error) from error


def refused(device: str, error: Exception) -> SoundError:
    """What to tell where a device can't be opened or started."""
    message = (
        _("The sound device {name} can't be used ({reason}).").format(name=device, reason=error)
        if device
        else _("The sound device can't be used ({reason}).").format(reason=error)
    )
    return SoundError(
        message, _("Choose another one in the settings, or go on without sound: the words are shown.")
    )


def _sounddevice() -> Any:
    """The module. Raises SoundError where PortAudio is missing."""
    try:
        import sounddevice
    except OSError as error:
        hint = (
            _("Install it with: sudo apt install libportaudio2. Or go on without sound, the words are shown.")
            if sys.platform.startswith("linux")
            else _("Install relaxapp anew, or go on without sound: the words are shown.")
        )
        raise SoundError(_("PortAudio, which plays sound, is not installed."), hint) from error
    except Exception as error:
        # PortAudio looks for devices at import; its error class is in the module that could not be imported.
        raise refused("", error) from error
    return sounddevice


def _outputs(sounddevice: Any) -> list[tuple[str, int]]:
    """Name and number of every output device of the system's usual sound interface; none where it has none.

    Other interfaces name the same devices again.
    """
    try:
        usual = sounddevice.default.hostapi
        known = sounddevice.query_devices()
    except sounddevice.PortAudioError:
        return []
    return [
        (device["name"], device["index"])
        for device in known
        if device["max_output_channels"] > 0 and device["hostapi"] == usual
    ]


def _index(sounddevice: Any, name: str) -> int:
    """The number of the device of that name. Raises SoundError."""
    outputs = _outputs(sounddevice)
    for known, index in outputs:
        if known == name:
            return index
    raise SoundError(
        _("There is no sound device named {name}.").format(name=name),
        _("Choose one of these in the settings: {names}.").format(
            names=", ".join(known for known, _i in outputs)
        ),
    )


def _no_device() -> SoundError:
    return SoundError(
        _("No sound device was found."),
        _("Connect a loudspeaker or headphones and try again, or go on without sound: the words are shown."),
    )
