"""Plays a practice on the sound device; tells at the end how it went, as JSON.

python -m benchmarks.play_it PRACTICE MINUTES
"""

import json
import sys
import time

from benchmarks.material import BED, VOICE
from relaxapp.parts import library, open_player, open_studio
from relaxapp.session import Order, Prepared, prepare
from relaxapp.sound.voices.usual import VoiceChoice
from relaxapp.words.person import Person


def prepared(practice: str, minutes: int) -> Prepared:
    """A practice, its lines voiced."""
    scripts, studio = library(), open_studio(VoiceChoice(VOICE))
    ready = prepare(Order(scripts.find(practice), Person(), minutes, BED), scripts.lexicon(), studio)
    studio.clips.close()
    return ready


def main() -> None:
    """Play it to its end."""
    mix = prepared(sys.argv[1], int(sys.argv[2])).source
    player = open_player()
    player.warm()
    time.sleep(1.5)
    player.play(mix)
    while not player.finished and not player.lost:
        time.sleep(0.1)
    print(json.dumps({"heard": player.heard, "under_runs": player.under_runs, "lost": player.lost}))
    player.close()


if __name__ == "__main__":
    main()
