"""Plays a source on a real device, told by lines on standard input; answers each with the player's state.

    python player_program.py STEMS.npy AHEAD_SECONDS

STEMS.npy holds float32 of shape (2, frames, 2): voice and bed. See `OneLine` for what it can be told.
"""

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np

from relaxapp.errors import SoundError
from relaxapp.sound.clip import Block
from relaxapp.sound.device import DevicePlayer
from relaxapp.timing.frames import RATE


class Stems:
    """A source that lies in memory."""

    def __init__(self, path: Path) -> None:
        self._voice, self._bed = np.load(path)
        self.frames = len(self._voice)

    def render_stems(self, start: int, frames: int) -> tuple[Block, Block]:
        return self._cut(self._voice, start, frames), self._cut(self._bed, start, frames)

    def _cut(self, stem: Block, start: int, frames: int) -> Block:
        block = np.zeros((frames, 2), np.float32)
        part = stem[start : start + frames]
        block[: len(part)] = part
        return block


class OneLine:
    """What each line does; its words are the arguments. The answer is one line of JSON."""

    def __init__(self, player: DevicePlayer, source: Stems) -> None:
        self.player = player
        self.source = source
        self.pause, self.resume, self.reopen = player.pause, player.resume, player.reopen
        self.warm, self.close = player.warm, player.close

    def play(self, start: str = "0") -> None:
        self.player.play(self.source, round(float(start) * RATE))

    def seek(self, to: str) -> None:
        self.player.seek(round(float(to) * RATE))

    def gains(self, voice: str, bed: str) -> None:
        self.player.set_gains(float(voice), float(bed))

    def sleep(self, seconds: str) -> None:
        time.sleep(float(seconds))

    def until(self, what: str) -> None:
        """Wait until the position is so many seconds, or until it is `finished` or `lost`."""
        deadline = time.monotonic() + 30
        while not self._is(what):
            if time.monotonic() > deadline:
                raise TimeoutError(f"not {what} within 30 s, at {self.player.heard / RATE} s")
            time.sleep(0.005)

    def _is(self, what: str) -> bool:
        if what in ("finished", "lost"):
            return bool(getattr(self.player, what))
        return self.player.heard >= float(what) * RATE


def state(player: DevicePlayer) -> dict[str, object]:
    """What the player says of itself, and the processor time this program has taken."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "heard": player.heard,
        "heard_in_all": player.heard_in_all,
        "paused": player.paused,
        "finished": player.finished,
        "lost": player.lost,
        "slept": player.slept,
        "under_runs": player.under_runs,
        "cpu": used.ru_utime + used.ru_stime,
        "time": time.monotonic(),
    }


def main(stems: str, ahead: str) -> None:
    player = DevicePlayer(ahead=float(ahead))
    lines = OneLine(player, Stems(Path(stems)))
    for line in sys.stdin:
        name, *words = line.split()
        answer: dict[str, object] = {}
        try:
            getattr(lines, name)(*words)
        except SoundError as error:
            answer = {"error": error.message, "hint": error.hint}
        print(json.dumps(state(player) | answer), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
