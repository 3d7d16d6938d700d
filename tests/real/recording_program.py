"""A program that records one line with the computer's microphone into `FILE`; a line of input ends it."""

import sys
from pathlib import Path

import numpy as np

from relaxapp.sound.microphone import DeviceMicrophone

microphone = DeviceMicrophone()
microphone.start()
print("begun", flush=True)
sys.stdin.readline()
np.save(Path(sys.argv[1]), microphone.stop())
