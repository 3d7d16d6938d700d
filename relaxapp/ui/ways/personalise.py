"""A practice made one's own: its questions, and for muscles what to leave out."""

from typing import TYPE_CHECKING

from relaxapp.ui.screens.personal import PersonalScreen
from relaxapp.ui.ways.about_muscles import about_muscles

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp
    from relaxapp.words.script import Script

FIRST_QUESTIONS = 3
"""How many questions it starts with."""


async def personalise(app: "RelaxApp", script: "Script") -> None:
    """A few questions at first, every one from the second time on."""
    if script.technique == "pmr":
        await about_muscles(app)
    if script.questions:
        offer = f"questions:{script.id}"
        questions = script.questions if offer in app.settings.offers else script.questions[:FIRST_QUESTIONS]
        app.offered(offer)
        await app.push_screen_wait(PersonalScreen(questions))
