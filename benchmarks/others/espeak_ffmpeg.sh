#!/bin/sh
# What many would write: espeak-ng speaks the whole as SSML, ffmpeg lays it over a looped bed.
# espeak_ffmpeg.sh SSML BED SECONDS OUT [VOICE SPEED]
set -eu
voice=$(mktemp --suffix=.wav)
trap 'rm -f "$voice"' EXIT
espeak-ng -v "${5:-en}" -s "${6:-125}" -m -f "$1" -w "$voice"
ffmpeg -v error -y -i "$voice" -stream_loop -1 -i "$2" -filter_complex \
    '[0]aresample=48000,pan=stereo|c0=c0|c1=c0,apad[v];[1]volume=-17dB[b];[v][b]amix=inputs=2:normalize=0' \
    -t "$3" -ar 48000 -ac 2 -c:a pcm_s16le "$4"
