"""A practice through a sound server beside busy processes: what is recorded against what was rendered."""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.measuring import PYTHON, Figure, environment
from benchmarks.play_it import prepared
from relaxapp.timing.frames import RATE
from tests.real.conftest import SoundServer

TAIL = 24_000
"""Frames compared at a time."""


def beside_busy_processes(practice: str, minutes: int) -> Iterator[Figure]:
    """A real practice in real time, each core busy; the server is one of our own, and nobody hears it."""
    mix = prepared(practice, minutes).source
    with tempfile.TemporaryDirectory(prefix="relax") as name:
        server = SoundServer(Path(name))
        busy = [subprocess.Popen([PYTHON, "-c", "while True: pass"]) for _core in range(os.cpu_count() or 1)]
        try:
            server.start()
            moved = {key: value for key, value in server.environment.items() if key != "HOME"}
            env = environment({**moved, "RELAXAPP_HOME": os.environ["RELAXAPP_HOME"]})
            told = json.loads(
                subprocess.run(
                    [PYTHON, "-m", "benchmarks.play_it", practice, str(minutes)],
                    env=env,
                    check=True,
                    capture_output=True,
                ).stdout
            )
            recorded = server.recorded()
        finally:
            for process in busy:
                process.kill()
                process.wait()
            server.end()
    first = next(at for at in range(0, mix.frames, TAIL) if mix.render(at, TAIL).any())
    first += int(np.flatnonzero(mix.render(first, TAIL).any(axis=1))[0])
    same = 0
    for at in range(0, len(recorded), TAIL):
        part = recorded[at : at + TAIL]
        differs = np.flatnonzero((part != mix.render(first + at, len(part))).any(axis=1))
        same = at + (int(differs[0]) if len(differs) else len(part))
        if len(differs):
            break
    yield Figure(f"under-runs in {minutes} minutes", str(told["under_runs"]), "0")
    yield Figure(
        "recorded as rendered, sample for sample, from the first sound on",
        f"{same / RATE:.1f} s of {(mix.frames - first) / RATE:.1f} s",
    )
