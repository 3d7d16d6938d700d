"""The player that is heard: a sound device, a ring of half a second, and the thread that fills it."""

import time
from collections.abc import Callable

from relaxapp.errors import SoundError
from relaxapp.sound.filler import Filler
from relaxapp.sound.output import CHUNK, Output
from relaxapp.sound.player import Source
from relaxapp.sound.portaudio import Callback, Stream, look_again, open_stream, refused
from relaxapp.sound.ring import Ring
from relaxapp.sound.sleep_watch import SleepWatch
from relaxapp.timing.frames import frames

AHEAD = 0.5
"""Seconds rendered ahead."""
_PAUSE = frames(0.15)
_STOP = frames(0.05)
_GAINS = frames(0.05)
_PATIENCE = 0.5
"""Seconds a fade may take until the callback has gone through it; longer only where it isn't called."""
_STALLED = 1.5
"""Seconds without a callback after which the device counts as lost."""
_STALLED_EARLY = 4.0
"""The same for a stream just opened; sound servers let the first seconds stutter."""

OpenStream = Callable[[str, Callback, Callable[[], None]], Stream]
"""Device name (empty: the usual one), callback, and what to call when the stream has ended."""


class DevicePlayer:
    """Plays on a sound device; the position is what has left the loudspeaker.

    All methods are called from one thread. An error that the source raises while it is rendered ahead is
    raised by the next `heard`. Wherever the plan is left or entered in its middle there is a fade of 50 ms.
    """

    def __init__(
        self,
        device: str = "",
        *,
        ahead: float = AHEAD,
        open_stream: OpenStream = open_stream,
        look_again: Callable[[], None] = look_again,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        watch: SleepWatch | None = None,
    ) -> None:
        """`device`: an output device's name, empty for the usual one. `ahead`: seconds rendered ahead.

        The others are the world, exchanged in tests. Opens nothing yet.
        """
        self.device = device
        """The device that the next opening takes."""
        self._open_stream = open_stream
        self._look_again = look_again
        self._clock = clock
        self._sleep = sleep
        self._watch = watch or SleepWatch()
        self._ring = Ring(frames(ahead) + frames(0.25), CHUNK)
        self._filler = Filler(self._ring, frames(ahead))
        self._gains = (1.0, 1.0)
        self._output = Output(self._ring, clock, *self._gains)
        self._stream: Stream | None = None
        self._opened_at = 0.0
        self._held = False
        self._lost = False
        self._slept = False
        self._stopped_at: tuple[int, int] | None = (0, 0)
        """`heard` and `heard_in_all` while there is no source."""
        self._was_finished = False

    def warm(self) -> None:
        """Open the device and keep it in silence, so that `play` is heard at once. Raises SoundError."""
        if self._stream is not None and self.lost:
            self._close_stream()
        if self._stream is None:
            self._open_any()

    def play(self, source: Source, start: int = 0) -> None:
        """Play `source` from frame `start`. Raises SoundError."""
        self.warm()
        self._hush()
        self._filler.begin(source, min(max(start, 0), source.frames), self._keep)
        self._stopped_at = None
        self._was_finished = self._held = self._slept = False
        self._watch.slept()
        self._output.under_runs = 0
        self._output.transport.to(1.0, 0)

    def replace(self, source: Source) -> None:
        """Go on with a revised source; what is on its way to the device stays, the rest is rendered anew."""
        self._filler.replace(source, self._keep)

    def pause(self) -> None:
        """Fade out in 150 ms and hold the position; `heard` follows until the fade has left the device."""
        if self._filler.source is None or self._held:
            return
        self._held = True
        self._output.transport.to(0.0, _PAUSE)

    def resume(self) -> None:
        """Go on from the position held."""
        if self._filler.source is None or not self._held or self.lost:
            return
        self._held = self._slept = False
        self._watch.slept()
        self._output.transport.to(1.0, _PAUSE)

    def seek(self, frame: int) -> None:
        """Go on from `frame`; what was rendered ahead fades out within 150 ms. A pause stays a pause."""
        source = self._filler.source
        if source is None:
            return
        if self._held and not self.lost:
            self._settle()
        self._filler.jump(min(max(frame, 0), source.frames), self._keep)

    def stop(self) -> None:
        """Fade out in 50 ms, and forget the source. The device stays open, silent."""
        if self._filler.source is None:
            return
        self._was_finished = self.finished
        now = self._clock()
        self._stopped_at = (self._heard(now), self._heard_in_all(now))
        self._filler.forget()
        self._held = False
        self._output.transport.to(0.0, _STOP)

    def close(self) -> None:
        """Stop, let the fade be heard, and give the device back."""
        self.stop()
        self._filler.close()
        if self._stream is not None and not self.lost:
            self._hush()
            self._sleep(max(self._output.sounds_until - self._clock(), 0))
        self._close_stream()

    def reopen(self) -> None:
        """Take whatever device exists now, paused where the sound broke off. Raises SoundError."""
        self.pause()
        if self._stream is not None and not self.lost:
            self._settle()
        position = self._filler.track.frame(self._output.playhead.surely_heard)
        self._close_stream()
        self._lost = True
        self._open_any()
        self._filler.jump(position, self._keep)

    def set_gains(self, voice: float, bed: float) -> None:
        """Live volumes, linear, kept within 0 to 1, reached over 50 ms."""
        self._gains = (min(max(voice, 0.0), 1.0), min(max(bed, 0.0), 1.0))
        self._output.voice_gain.to(self._gains[0], _GAINS)
        self._output.bed_gain.to(self._gains[1], _GAINS)

    @property
    def heard(self) -> int:
        """Frames of the plan that have left the loudspeaker; right after `seek`, the frame sought."""
        self._filler.raise_fault()
        return self._heard(self._clock())

    @property
    def heard_in_all(self) -> int:
        """Frames heard since `play`, replays included."""
        return self._heard_in_all(self._clock())

    @property
    def frozen_until(self) -> int:
        """The first frame that a revised plan may change."""
        return self._filler.frozen_until(self._keep)

    @property
    def soonest(self) -> int:
        """The first frame that a change wanted at once may touch."""
        return self._filler.soonest(self._keep)

    @property
    def paused(self) -> bool:
        """Whether there is a source and it is held, by `pause` or since the device is lost."""
        return self._filler.source is not None and (self._held or self.lost)

    @property
    def finished(self) -> bool:
        """Whether the whole source, and the silence after it, was heard."""
        if self._filler.source is None:
            return self._was_finished
        return self._ring.ended and self._output.playhead.heard(self._clock()) >= self._ring.written

    @property
    def lost(self) -> bool:
        """Whether the device went away."""
        self._note_loss()
        return self._lost

    @property
    def slept(self) -> bool:
        """Whether the computer slept or the program stood still while it played; it holds until `resume`."""
        slept = self._watch.slept() or self._output.stood_still
        self._output.stood_still = False
        if slept and self._filler.source is not None and not self._held:
            self.pause()
            self._slept = True
        return self._slept

    @property
    def under_runs(self) -> int:
        """Blocks that came too late since `play`."""
        return self._output.under_runs

    @property
    def _keep(self) -> int:
        """Frames in the ring that stay for the callback while others are rendered; 0 while it reads none."""
        return 0 if self._output.transport.resting else CHUNK + self._output.block

    def _heard(self, now: float) -> int:
        if self._stopped_at is not None:
            return self._stopped_at[0]
        return self._filler.track.frame(self._output.playhead.heard(now))

    def _heard_in_all(self, now: float) -> int:
        if self._stopped_at is not None:
            return self._stopped_at[1]
        return self._filler.track.heard_in_all(self._output.playhead.heard(now))

    def _hush(self) -> None:
        """Fade out whatever sounds, and wait for it."""
        if not self._output.transport.resting:
            self._output.transport.to(0.0, _STOP)
            self._settle()

    def _settle(self) -> None:
        """Wait until the callback has faded out and reads no more; not longer than it could take."""
        until = self._clock() + _PATIENCE
        while not self._output.transport.resting and self._clock() < until:
            self._sleep(0.005)

    def _open_any(self) -> None:
        """The device that was chosen, or where it can't be had the usual one. Raises SoundError."""
        try:
            self._open(self.device)
        except SoundError as refusal:
            if not self.device:
                raise
            try:
                self._open("")
            except SoundError:
                raise refusal from None

    def _open(self, device: str) -> None:
        """Open and start a stream, in silence."""
        self._look_again()
        output = Output(self._ring, self._clock, *self._gains)
        stream = self._open_stream(device, output, output.finished)
        output.latency = stream.latency
        try:
            stream.start()
        except Exception as error:
            stream.close()
            raise refused(device, error) from error
        self._output, self._stream = output, stream
        self._lost = False
        self._opened_at = self._clock()

    def _close_stream(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.abort()
            stream.close()

    def _note_loss(self) -> None:
        """Notice that the stream ended by itself, or that its callback is called no more."""
        if self._stream is None or self._lost or not self._gone(self._stream):
            return
        self._lost = True
        self.pause()

    def _gone(self, stream: Stream) -> bool:
        now = self._clock()
        early = now - self._opened_at < _STALLED_EARLY
        last = self._output.playhead.last_call or self._opened_at
        return self._output.ended or not stream.active or now - last > (_STALLED_EARLY if early else _STALLED)
