"""From a key to the first sample that is heard, while a voice is tuned by ear: `python -m benchmarks.tuning`.

The app on its real voices, in a folder of its own, driven by keys; its device is one that asks for ten
milliseconds of sound every ten milliseconds and notes when the first sound came. A real device adds its
latency, the same for every sound.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import numpy as np

BLOCK = 480
ROUNDS = 20
"""Presses measured of each kind of change."""
LISTENED = 2.0
"""Seconds of listening between two presses: about half a sentence."""


class Heard:
    """A device that notes when the first sound of what was played last came."""

    def __init__(self) -> None:
        self.first = 0.0
        """When it came; 0 until then."""
        self._hushed = False

    def open(self, _name: str, callback: Callable[..., None], _finished: object) -> SimpleNamespace:
        ended = threading.Event()
        times = SimpleNamespace(outputBufferDacTime=0.0, currentTime=0.0)

        def run() -> None:
            out = np.zeros((BLOCK, 2), np.float32)
            due = time.monotonic()
            while not ended.is_set():
                callback(out, BLOCK, times, None)
                self._note(out)
                due += BLOCK / 48_000
                time.sleep(max(0.0, due - time.monotonic()))

        thread = threading.Thread(target=run, daemon=True)
        return SimpleNamespace(
            active=True, latency=0.0, start=thread.start, abort=ended.set, close=lambda: None
        )

    def _note(self, out: np.ndarray) -> None:
        if self._hushed and out.any():
            self.first, self._hushed = time.monotonic(), False

    def hushed(self) -> None:
        """What sounded before has faded out: the next sound is another's."""
        self.first, self._hushed = 0.0, True


async def measured(voice: str) -> dict[str, list[float]]:
    """Milliseconds of every kind of change, for a person whose voice is `voice`."""
    from relaxapp.parts import services
    from relaxapp.sound.device import DevicePlayer
    from relaxapp.ui.app import RelaxApp

    heard = Heard()

    class NotingPlayer(DevicePlayer):
        def _hush(self) -> None:
            super()._hush()
            heard.hushed()

    player = NotingPlayer(open_stream=heard.open, look_again=lambda: None)
    parts = replace(services(), open_player=lambda _name: player)
    parts.store.save_settings(replace(parts.store.settings(), first_start_done=True, bed="none", voice=voice))
    app = RelaxApp(parts)
    found: dict[str, list[float]] = {}

    async def press(key: str, what: str) -> None:
        heard.first = 0.0
        pressed = time.monotonic()
        await pilot.press(key)
        until = time.monotonic() + 20
        while not heard.first and time.monotonic() < until:
            await asyncio.sleep(0.002)
        found.setdefault(what, []).append(1000 * (heard.first - pressed))
        await asyncio.sleep(LISTENED)

    async with app.run_test(size=(80, 24)) as pilot:
        while len(found.get("warm", ())) < ROUNDS:
            # Another speed and pitch each time, so that nothing was voiced before.
            times = len(found.get("warm", ()))
            app.change(voice_speed=110 + times, voice_pitch=40 + times % 10)
            app.go("tune_voice")
            while type(app.screen).__name__ != "TuneScreen":
                await asyncio.sleep(0.01)
            screen = app.screen
            await asyncio.sleep(2 * LISTENED)
            while app.screen is screen:
                what = next(iter(screen._pair.a)).removeprefix("voice_")  # type: ignore[attr-defined]
                for key in "ba":
                    await press(key, what)
                keep = found.get(what, [])
                sides = screen.query_one("#tune-sides")
                # Neither is kept where voices are compared, so that it is the same voice that is tuned.
                sides.highlighted = 2 if what == "voice" else len(keep) // 2 % 2  # type: ignore[attr-defined]
                await asyncio.sleep(0.3)
                following = screen._tuning.ahead()  # type: ignore[attr-defined]
                if following:
                    await press("enter", "next")
                else:
                    await pilot.press("escape")
                    await asyncio.sleep(0.1)
    app.close()
    return found


def main() -> None:
    """Every voice that is here, or those that are named."""
    from relaxapp.parts import kept_voices
    from relaxapp.sound.voices.usual import voices_there

    with tempfile.TemporaryDirectory() as home:
        os.environ.setdefault("RELAXAPP_HOME", home)
        names = sys.argv[1:] or [voice.id for voice in voices_there(kept_voices())]
        for name in names:
            for what, times in asyncio.run(measured(name)).items():
                print(
                    f"{name:12} {what:8} median {statistics.median(times):4.0f} ms, "
                    f"at most {max(times):4.0f} ms ({len(times)})",
                    flush=True,
                )


if __name__ == "__main__":
    main()
