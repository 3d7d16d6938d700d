"""How quickly each voice that is here begins and speaks, as it is heard: `python -m benchmarks.voices`.

Start: the child process, and its first line. Real-time factor: the lines of a practice voiced one after the
other, tuned and evened, by the seconds they last. Nothing is cached.
"""

import tempfile
import time
from pathlib import Path

from relaxapp.parts import kept_voices, library
from relaxapp.practice.record import lines_to_record
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.usual import VoiceThere, voices_there
from relaxapp.sound.voices.voice import Tuning
from relaxapp.words.person import Person
from relaxapp.words.script import Say

FIRST = Say("Ready when you are.")


def measured(there: VoiceThere, lines: tuple[Say, ...]) -> tuple[float, float]:
    """Seconds to the first line, and the real-time factor."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        clips = Clips(there.tuned(Tuning()), ClipCache(root / "clips", root / "private", root / "key"))
        try:
            began = time.monotonic()
            clips.warm()
            clips.voiced(FIRST)
            start = time.monotonic() - began
            began = time.monotonic()
            seconds = sum(clips.voiced(say).seconds for say in lines)
            return start, (time.monotonic() - began) / seconds
        finally:
            clips.close()


def main() -> None:
    """A line a voice."""
    import relaxapp.sound.voices.finishing
    import relaxapp.sound.voices.in_tune  # noqa: F401 - what every voice needs is no voice's own time

    lines = lines_to_record(library().find("a-warm-kitchen"), Person(), library().lexicon("en"))
    for there in voices_there(kept_voices()):
        start, factor = measured(there, lines)
        print(f"{there.id:<24} start {start:.2f} s, real-time factor {factor:.3f}", flush=True)


if __name__ == "__main__":
    main()
