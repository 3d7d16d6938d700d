"""`./run bench [NAME...] [--rounds N]`: measure, print, and write docs/benchmarks.md if it was all.

All takes less than ten minutes, so a short practice is played; `./run bench heard` plays ten minutes.
"""

import argparse
import os
import platform
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import heard, journal, opening, playing, render, stages
from benchmarks.material import MINUTES, PRACTICE
from benchmarks.measuring import Figure

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
HEAD = """# Benchmarks

Written by `./run bench`. Ratios are medians of pairs measured in turn in one run, with the least and the
greatest; other figures are of one machine in one hour. The others' commands stand in benchmarks/others.

![Ten minutes: above, time to the right and pitch upwards; below, momentary loudness](sound.png)

Ten minutes of "A place of your own" over waves, drawn by `python -m benchmarks.pictures`: above, its
spectrogram, 50 Hz to 12 kHz; below, its momentary loudness, with dotted lines at -14 LUFS, which nothing may
reach, at -20, where the voice lies, and at -41, where the background lies.

"""


SHORT = "paced-breathing", 2
"""The practice, and its minutes, that is played, recorded and compared among all other measurements."""


def parts(folder: Path, rounds: int, alone: bool) -> dict[str, tuple[str, Callable[[], Iterator[Figure]]]]:
    """What can be measured, by name. `alone`: whether only some of it is."""
    practice, minutes = (PRACTICE, MINUTES) if alone else SHORT
    return {
        "render": ("Ten minutes as a stereo WAV file", lambda: render.against_others(folder, rounds)),
        "formats": ("Other formats", lambda: render.formats(folder, max(1, rounds // 2))),
        "growth": ("How the cost grows", lambda: render.growth(folder, max(1, rounds // 3))),
        "stages": ("Where the time of a cached render goes", lambda: stages.stages(folder, rounds)),
        "memory": ("Memory", lambda: render.memory(folder)),
        "paint": ("Opening the app", lambda: opening.first_paint(folder, rounds)),
        "sound": ("From Enter to the first sound", lambda: opening.first_sound(folder, rounds)),
        "playing": ("While a practice plays", lambda: playing.while_playing(folder)),
        "heard": ("Heard, every core busy", lambda: heard.beside_busy_processes(practice, minutes)),
        "journal": ("A journal of 100,000 practices", lambda: journal.many_rows(folder, rounds)),
    }


def main() -> None:
    """Measure what was asked for, or all."""
    asked = argparse.ArgumentParser(prog="./run bench")
    asked.add_argument("names", nargs="*")
    asked.add_argument("--rounds", type=int, default=7)
    words = asked.parse_args()
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    page = f"{HEAD}{machine}, Python {platform.python_version()}.\n"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["RELAXAPP_HOME"] = str(Path(folder) / "home")
        for name, (title, work) in parts(Path(folder), words.rounds, bool(words.names)).items():
            if words.names and name not in words.names:
                continue
            page += f"\n## {title}\n\n| | measured | at most |\n|---|---|---|\n"
            print(f"\n{title}", flush=True)
            for figure in work():
                page += f"| {figure.name} | {figure.value} | {figure.wanted} |\n"
                print(f"  {figure.name:<40}{figure.value:>24}  {figure.wanted}", flush=True)
    if not words.names:
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
