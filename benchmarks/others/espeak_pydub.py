"""What hobby projects do: each line by espeak-ng into a file, joined with silences, over the bed.

espeak_pydub.py PLACES.json BED SECONDS OUT
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from pydub import AudioSegment

places, bed_file, seconds, out = sys.argv[1:]
length = int(seconds) * 1000
spoken = AudioSegment.silent(0, frame_rate=22_050)
with tempfile.TemporaryDirectory() as folder:
    for number, (start, words) in enumerate(json.loads(Path(places).read_text())):
        file = str(Path(folder) / f"{number}.wav")
        subprocess.run(["espeak-ng", "-v", "en", "-s", "125", "-w", file, words], check=True)
        spoken += AudioSegment.silent(max(0, start - len(spoken)), frame_rate=22_050)
        spoken += AudioSegment.from_wav(file)
bed = AudioSegment.from_file(bed_file) - 17
whole = (bed * (length // len(bed) + 1))[:length].overlay(spoken)
whole.set_frame_rate(48_000).export(out, format="wav")
