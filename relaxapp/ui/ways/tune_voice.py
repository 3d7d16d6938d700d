"""The voice tuned by ear."""

from typing import TYPE_CHECKING

from relaxapp.journal.settings import Settings
from relaxapp.practice.try_voice import try_voice
from relaxapp.practice.tuning import Tuning
from relaxapp.practice.voice_choice import voice_choice
from relaxapp.session import Order, prepare
from relaxapp.sound.voices.usual import voices_there
from relaxapp.translation import _
from relaxapp.ui.screens.offer import OfferScreen
from relaxapp.ui.screens.tune import TuneScreen
from relaxapp.words.person import Person

if TYPE_CHECKING:
    from relaxapp.sound.player import Source
    from relaxapp.ui.app import RelaxApp

OFFER = "voice tuning"
"""Offered once, after so many finished practices:"""
PRACTICES_BEFORE = 3
MINUTES = 0.4


async def tune_voice(app: "RelaxApp") -> None:
    """Pairs of the same sentences; what is chosen is kept at the end, and nothing before."""
    app.offered(OFFER)
    tuning = Tuning(app.settings, [(voice.id, voice.name) for voice in voices_there(app.services.voices)])
    if await app.push_screen_wait(TuneScreen(tuning, app.desk.player(), lambda heard: _source(app, heard))):
        heard = tuning.settings
        app.change(
            voice=heard.voice,
            voice_speed=heard.voice_speed,
            voice_pitch=heard.voice_pitch,
            voice_breath=heard.voice_breath,
            voice_warm=heard.voice_warm,
        )


async def offer_tuning(app: "RelaxApp") -> None:
    """Whether the person would like to; asked once."""
    words = _(
        "It takes two minutes. You hear the same two sentences in pairs, and keep the one you like better."
        " You can also do it later, from the settings."
    )
    app.offered(OFFER)
    if await app.push_screen_wait(OfferScreen(_("Tune the voice to your liking?"), words)):
        await tune_voice(app)


def _source(app: "RelaxApp", heard: Settings) -> "Source":
    """Two sentences, spoken as those settings have it. Raises RelaxError."""
    studio = app.services.open_studio(voice_choice(heard))
    try:
        prepared = prepare(Order(try_voice(), Person(), MINUTES, "none"), app.shelf.lexicon(), studio)
    finally:
        studio.clips.close()
    trouble = prepared.trouble or studio.clips.stood_in
    if trouble is not None:
        raise trouble
    return prepared.source
