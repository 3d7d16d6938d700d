"""The least that can be done in numpy: clips and bed added block by block, written as WAV. FOLDER OUT"""

import json
import sys
import wave
from pathlib import Path

import numpy as np

RATE = 48_000
folder = Path(sys.argv[1])
told = json.loads((folder / "places.json").read_text())
frames = told["frames"]
clips = [(start, np.load(folder / name)) for start, name in told["places"]]
bed = np.load(folder / "bed.npy", mmap_mode="r")
with wave.open(sys.argv[2], "wb") as out:
    out.setnchannels(2)
    out.setsampwidth(2)
    out.setframerate(RATE)
    for first in range(0, frames, RATE):
        last = min(first + RATE, frames)
        at = np.arange(first, last) % len(bed)
        block = bed[at] * np.float32(0.14 / 32768)
        for start, clip in clips:
            begin, end = max(first, start), min(last, start + len(clip))
            if begin < end:
                block[begin - first : end - first] += clip[begin - start : end - start]
        out.writeframesraw((block * 32767).clip(-32768, 32767).astype(np.int16).tobytes())
