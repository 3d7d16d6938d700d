#!/bin/sh
# The same with sox. espeak_sox.sh SSML BED SECONDS OUT
set -eu
voice=$(mktemp --suffix=.wav)
trap 'rm -f "$voice"' EXIT
espeak-ng -v en -s 125 -m -f "$1" -w "$voice"
sox -m "|sox $voice -r 48000 -c 2 -p pad 0 $3" "|sox $2 -p repeat 20 vol -17dB" -b 16 "$4" trim 0 "$3"
