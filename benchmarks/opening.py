"""How soon something is there: the first paint of the app, and the first sound after Enter."""

import os
import pty
import select
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import PYTHON, Figure, Run, environment, in_turn, median, ratio
from relaxapp.session import PATIENCE

BARE = """
from textual.app import App
from textual.widgets import OptionList, Static
class Bare(App):
    def compose(self):
        yield Static("relaxapp")
        yield Static()
        yield OptionList("Breathe now, 2 minutes")
        yield Static()
        yield Static()
        yield Static()
Bare().run()
"""


def _painted(words: list[str], env: dict[str, str], sign: bytes) -> Run:
    """Seconds from start until `sign` stands on an 80x24 terminal; then the program is ended."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(
            words[0], words, environment({**env, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"})
        )
    start = time.perf_counter()
    seen = b""
    try:
        while sign not in seen:
            ready, _write, _error = select.select([terminal], [], [], 20)
            if not ready:
                raise RuntimeError(f"never painted: {seen[-300:]!r}")
            seen += os.read(terminal, 65_536)
        seconds = time.perf_counter() - start
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)
    return Run(seconds, 0, 0)


def first_paint(folder: Path, rounds: int) -> Iterator[Figure]:
    """Against a Textual app with the same widgets and nothing else."""
    sign = b"Breathe now"
    env = {"RELAXAPP_HOME": str(folder / "home")}
    ours, bare = in_turn(
        rounds,
        lambda: _painted([PYTHON, "-m", "relaxapp.cli"], env, sign),
        lambda: _painted([PYTHON, "-c", BARE], env, sign),
    )
    yield Figure("first paint of the app", median(ours))
    yield Figure("first paint of a bare Textual app", median(bare))
    yield Figure("app / bare app", ratio(ours, bare), "1.5")


def first_sound(folder: Path, rounds: int) -> Iterator[Figure]:
    """From Enter to the first sample of the voice that the device is given, warmed while one gets ready."""
    import shutil
    import statistics

    from relaxapp.parts import kept_voices
    from relaxapp.sound.voices.usual import voices_there

    os.environ["RELAXAPP_HOME"] = str(folder / "first")
    voices = [voice.id for voice in voices_there(kept_voices())]
    asked = [(voice, kind) for voice in voices for kind in ("nothing cached", "cached")]
    for voice, kind in asked:
        found = []
        if kind == "cached":
            _enter_to_sound(voice, patience=None)
        for _round in range(rounds):
            if kind == "nothing cached":
                shutil.rmtree(folder / "first" / "cache" / "clips", ignore_errors=True)
            found.append(_enter_to_sound(voice))
        wanted = 0.15 if kind == "cached" else 0.5
        yield Figure(
            f"{voice}, {kind}",
            f"{statistics.median(found) * 1000:.0f} ms",
            f"{wanted * 1000:.0f} ms",
        )


def _enter_to_sound(voice_name: str, patience: float | None = PATIENCE) -> float:
    """Everything between Enter and the block that holds the first word, the silence before it left out.

    `patience`: as `prepare` has it; None voices every line first.
    """
    import numpy as np

    from relaxapp.parts import open_studio, services
    from relaxapp.session import Order, prepare
    from relaxapp.sound.voices.usual import VoiceChoice
    from relaxapp.words.person import Person

    parts, studio = services(), open_studio(VoiceChoice(voice_name))
    script = parts.library.find("paced-breathing")
    lexicon = parts.library.lexicon("en")
    studio.warm()
    start = time.perf_counter()
    prepared = prepare(Order(script, Person(), 2, "waves"), lexicon, studio, patience=patience)
    voice, _bed = prepared.source.render_stems(prepared.plan.says()[0].start, 24_000)
    seconds = time.perf_counter() - start
    assert np.abs(voice).max() > 0
    prepared.voicing.stop()
    studio.clips.close()
    parts.store.close()
    return seconds
