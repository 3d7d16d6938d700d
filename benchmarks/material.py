"""What is rendered: the words of a real practice with their silences, and a spoken hour for memory."""

import json
from pathlib import Path

from relaxapp import locations
from relaxapp.library.library import Library
from relaxapp.timing.frames import RATE
from relaxapp.timing.unvoiced import estimated_plan
from relaxapp.words.person import Person

PRACTICE = "a-place-of-your-own"
MINUTES = 10
BED = "waves"


def ssml() -> str:
    """The practice as SSML: every line, and the silence after it, as the plan has them."""
    library = Library(locations.shipped_scripts(), Path("/nothing of one's own"))
    plan = estimated_plan(library.find(PRACTICE), MINUTES, library.lexicon(), Person())
    parts, at = ["<speak>"], 0
    for cue in plan.says():
        parts.append(f'<break time="{round((cue.start - at) / RATE * 1000)}ms"/>{cue.text}')
        at = cue.end
    parts.append("</speak>")
    return "".join(parts)


def places() -> str:
    """The lines of the practice with the milliseconds at which each begins, as JSON."""
    library = Library(locations.shipped_scripts(), Path("/nothing of one's own"))
    plan = estimated_plan(library.find(PRACTICE), MINUTES, library.lexicon(), Person())
    return json.dumps([(round(cue.start / RATE * 1000), cue.text) for cue in plan.says()])


VOICE = "espeak-ng"
"""The others' voice, and as they have it: neither warmed nor with breaths at commas."""
"""The voice that the others use, too."""


def use_their_voice(home: Path) -> None:
    """Let the program that keeps its files in `home` speak with VOICE."""
    from dataclasses import replace

    from relaxapp.journal.store import Store

    with Store(home / "data" / "journal.db") as store:
        store.save_settings(replace(store.settings(), voice=VOICE, voice_warm=False, voice_breath=0.0))


SENTENCES = (
    "Let your weight go down into whatever holds you, as far as it likes, and no further than that.",
    "There is nothing here to do well, and nothing to get wrong, and nobody is waiting for you.",
    "Notice one thing that you can hear, near or far away, and let it be just as it is for a while.",
    "If your mind has gone elsewhere, that is what minds do, and the next breath is a good place to begin.",
)


def long_script(minutes: int, lines_a_minute: int = 3) -> str:
    """A script that lasts so long; with three lines a minute, half of it is spoken."""
    lines = [
        f"{SENTENCES[number % 4]} That was number {number + 1}. [pause 4-60]"
        for number in range(minutes * lines_a_minute)
    ]
    return (
        f"---\ntitle: An hour\ntechnique: grounding\nlengths: [{minutes}]\nbed: {BED}\n---\n# Words\n"
        + "\n\n".join(lines)
        + "\n\nSit a moment before you stand. [pause 1-600]\n"
    )


def write_bare(folder: Path) -> None:
    """What the bare loop needs: the clips as they are mixed, their places, and the bed, each in a file."""
    import numpy as np

    from relaxapp.parts import open_studio
    from relaxapp.session import Order, prepare
    from relaxapp.sound.beds import Bed
    from relaxapp.sound.speech import VOICE_GAIN, both_ears, ready
    from relaxapp.sound.voices.usual import VoiceChoice
    from relaxapp.sound.voices.voice import Tuning

    library = Library(locations.shipped_scripts(), Path("/nothing of one's own"))
    studio = open_studio(VoiceChoice(VOICE, Tuning(warm=False, comma_seconds=0)))
    order = Order(library.find(PRACTICE), Person(), MINUTES, BED)
    prepared = prepare(order, library.lexicon(), studio)
    places = []
    for index, cue in enumerate(prepared.plan.says()):
        assert cue.say is not None
        clip = studio.clips.get(cue.say)
        assert clip is not None
        np.save(folder / f"{index}.npy", both_ears(ready(clip, VOICE_GAIN)))
        places.append((cue.start, f"{index}.npy"))
    np.save(folder / "bed.npy", Bed.open(BED, studio.audio, studio.bed_cache).samples)
    (folder / "places.json").write_text(json.dumps({"frames": prepared.plan.frames, "places": places}))
    studio.clips.close()
