"""A program that speaks to a file, for tests.

`FILE [TEXT-FILE] [--fail | --hang | --wait | --mute | --mute-only-for-others]`: it writes a tone as long as
the text, and beside it what it was called with; with `--wait`, once a file named "go" lies beside itself.
"""

import json
import sys
import time
import wave
from array import array
from math import sin
from pathlib import Path

file, *rest = [word for word in sys.argv[1:] if not word.startswith("--")]
if "--fail" in sys.argv:
    sys.exit("the engine is \x1b[31mnot\x1b[0m well")
if "--hang" in sys.argv:
    time.sleep(600)
while "--wait" in sys.argv and not Path(__file__).with_name("go").exists():
    time.sleep(0.01)
text = Path(rest[0]).read_text() if rest else sys.stdin.read()
if "--log" in sys.argv:
    with Path(__file__).with_name("called.json").open("a") as log:
        log.write(json.dumps([sys.argv, text, [each.name for each in Path(file).parent.iterdir()]]) + "\n")
mute = "--mute" in sys.argv or ("--mute-only-for-others" in sys.argv and not text.isascii())
if not mute:
    tone = array("h", (round(8_000 * sin(frame * 0.06)) for frame in range(1_000 * len(text))))
    with wave.open(file, "wb") as out:
        out.setparams((1, 2, 16_000, 0, "NONE", ""))
        out.writeframes(tone.tobytes())
