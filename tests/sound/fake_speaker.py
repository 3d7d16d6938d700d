"""A speaking child for tests that answers in the ways a real one might: `fake_speaker.py WAY MARKER`.

`MARKER` is a file in which each start of the program leaves a line.
"""

import os
import sys
import time
from pathlib import Path

from relaxapp.sound.voices import framing

RATE = 1000
SLOW_SECONDS = 1.4


def main(way: str, marker: Path) -> None:
    """Answer every request in one way."""
    with marker.open("a") as file:
        file.write(f"{os.getpid()}\n")
    first = len(marker.read_text().splitlines()) == 1
    requests, replies = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            request, body = framing.receive(requests)
        except framing.BrokenFrameError:
            return
        if request["do"] == "open":
            if way == "hang at the start":
                time.sleep(600)
            told = {"error": "no such voice"} if way == "refuse" else {"engine": "fake 1"}
            framing.send(replies, told)
            if way == "stop reading":
                time.sleep(600)
            continue
        if way == "hang" or (way == "hang once" and first):
            time.sleep(600)
        if way == "die" or (way == "die once" and first):
            os._exit(3)
        if way == "noise" or (way == "noise once" and first):
            replies.write(b"Audio saved to somewhere, says the library\n")
            replies.flush()
        if way == "half a frame":
            replies.write(framing.PREFIX.pack(framing.MAGIC, 2, 1000) + b"{}" + b"\0" * 10)
            replies.flush()
            return
        while way == "wait" and not marker.with_suffix(".go").exists():
            time.sleep(0.01)
        if way == "slow":
            time.sleep(SLOW_SECONDS)
        if way == "error":
            framing.send(replies, {"error": "could not speak"})
            continue
        if way == "echo":
            framing.send(replies, {"argv": sys.argv}, body)
            continue
        framing.send(replies, {"rate": RATE}, body)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
