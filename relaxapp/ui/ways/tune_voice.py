"""The voice tuned by ear."""

from typing import TYPE_CHECKING

from relaxapp.practice.audition import Audition
from relaxapp.practice.tuning import Tuning
from relaxapp.sound.voices.usual import voices_there
from relaxapp.translation import _
from relaxapp.ui.screens.offer import OfferScreen
from relaxapp.ui.screens.tune import TuneScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp

OFFER = "voice tuning"
"""Offered once, after so many finished practices:"""
PRACTICES_BEFORE = 3


async def tune_voice(app: "RelaxApp") -> None:
    """Pairs of the same sentences; what is chosen is kept at the end, and nothing before."""
    app.offered(OFFER)
    voices = [(voice.id, voice.name) for voice in voices_there(app.services.voices)]
    names = [voice for voice, _name in voices]
    mine = app.settings.voice if app.settings.voice in names else names[0]
    audition = Audition(names, app.services.open_studio, (mine, app.desk.studio()))
    tuning = Tuning(app.settings, voices)
    try:
        if not await app.push_screen_wait(TuneScreen(tuning, app.desk.player(), audition.heard)):
            return
    finally:
        audition.close()
    heard = tuning.settings
    app.change_anyway(
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
