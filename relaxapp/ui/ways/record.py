"""A practice recorded in one's own voice."""

from typing import TYPE_CHECKING

from relaxapp.practice.record import Recorder, lines_to_record
from relaxapp.sound.voices.kept import Kind
from relaxapp.sound.voices.recording import Recording, own_name
from relaxapp.translation import _
from relaxapp.ui.screens.practices import PracticesScreen
from relaxapp.ui.screens.record import RecordScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


async def record(app: "RelaxApp", name: str = "", voice: str = "") -> None:
    """`name`: the practice, chosen on a screen where it is empty; `voice`: the name of the recorded voice."""
    chosen: str | None = name
    if not chosen:
        which = PracticesScreen(app.shelf.scripts(), title=_("Which practice, in your own voice?"))
        chosen = await app.push_screen_wait(which)
    if not chosen:
        return
    lines = lines_to_record(app.shelf.script(chosen), app.person(), app.shelf.lexicon())
    recording, begun = _recording(app, voice or own_name())
    try:
        recorder = Recorder(lines, recording)
        await app.push_screen_wait(RecordScreen(recorder, app.services.open_microphone(), app.desk.player()))
    finally:
        if begun and not recording.lines:
            app.services.voices.remove(recording.folder.name)
    app.desk.voice_changed()


def _recording(app: "RelaxApp", name: str) -> tuple[Recording, bool]:
    """The recorded voice of that name, and whether it was begun just now, as there was none yet.

    One that was begun and in which nothing is recorded speaks no line, and is taken away again.
    """
    voices = app.services.voices
    known = (voice for voice in voices.all() if voice.kind is Kind.RECORDED and voice.name == name)
    voice = next(known, None)
    if voice is not None:
        return Recording(voice.folder), False
    return Recording(voices.add_recorded(name).folder), True
