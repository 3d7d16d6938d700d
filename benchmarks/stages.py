"""Where the time of a render goes, clips cached: each stage in a process of its own kind, by the clock."""

import json
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

from benchmarks.material import use_their_voice
from benchmarks.measuring import PYTHON, Figure, environment

PROGRAM = """
import time
marks = [("start", time.perf_counter())]
def mark(name): marks.append((name, time.perf_counter()))
import json, sys
from pathlib import Path
from benchmarks.material import BED, MINUTES, PRACTICE, VOICE
from relaxapp.cli import quick
quick()
import click
from relaxapp.parts import library, open_studio
from relaxapp.session import Order, prepare
from relaxapp.sound.voices.usual import VoiceChoice
from relaxapp.words.person import Person
mark("imports of words, time and commands")
import numpy
mark("import of numpy")
scripts = library()
script, lexicon = scripts.find(PRACTICE), scripts.lexicon()
mark("reading the page and the word lists")
studio = open_studio(VoiceChoice(VOICE))
ready = prepare(Order(script, Person(), MINUTES, BED), lexicon, studio)
mark("plan, bed and lengths of clips")
for block in ready.source.blocks():
    pass
mark("mixing")
from relaxapp.sound.files import write
write(Path(sys.argv[1]), ready.source.blocks(), frames=ready.source.frames)
mark("mixing and writing")
print(json.dumps([(name, at - before) for (_b, before), (name, at) in zip(marks, marks[1:])]))
"""


def stages(folder: Path, rounds: int) -> Iterator[Figure]:
    """Medians, in the order in which they happen."""
    home = folder / "home"
    use_their_voice(home)
    env = environment({"RELAXAPP_HOME": str(home)})
    command = [PYTHON, "-c", PROGRAM, str(folder / "stages.wav")]
    found: dict[str, list[float]] = {}
    for turn in range(rounds + 1):
        told = subprocess.run(command, env=env, check=True, capture_output=True).stdout
        for name, seconds in json.loads(told):
            if turn:
                found.setdefault(name, []).append(seconds)
    for name, seconds in found.items():
        yield Figure(name, f"{statistics.median(seconds) * 1000:.0f} ms")
