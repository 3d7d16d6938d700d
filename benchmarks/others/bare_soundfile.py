"""The least that soundfile needs to write samples that are there already: FORMAT SUBTYPE SAMPLES.wav OUT"""

import sys

import soundfile

form, subtype, samples, out = sys.argv[1:]
with (
    soundfile.SoundFile(samples) as source,
    soundfile.SoundFile(out, "w", source.samplerate, 2, format=form, subtype=subtype) as target,
):
    for block in source.blocks(2 * source.samplerate, dtype="int16"):
        target.write(block)
