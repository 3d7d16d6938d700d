"""A practice made one's own: its questions, and for muscles what to leave out."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from relaxapp.errors import RelaxError
from relaxapp.practice.alone import alone
from relaxapp.practice.personal_questions import PersonalQuestions, questions_for
from relaxapp.ui.hear import hear
from relaxapp.ui.screens.personal import PersonalScreen
from relaxapp.ui.ways.about_muscles import about_muscles

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp
    from relaxapp.words.script import Say, Script

FIRST_QUESTIONS = 3
"""How many questions it starts with."""


async def personalise(app: "RelaxApp", script: "Script") -> None:
    """A few questions at first, every one from the second time on."""
    if script.technique == "pmr":
        await about_muscles(app)
    questions = questions_for(script, app.person(), app.shelf.lexicon())
    if not questions:
        return
    offer = f"questions:{script.id}"
    asked = questions
    if offer not in app.settings.offers:
        asked = questions[:FIRST_QUESTIONS]
        app.offered(offer)
    heard: set[Say] = set()
    more = len(asked) < len(questions)
    personal = PersonalQuestions(script, asked, app.person, app.keep_answer, app.shelf.lexicon(), more=more)
    screen = PersonalScreen(
        personal,
        lambda sentence: _hear(app, screen, sentence, heard),
        lambda: app.go("read_first", script, script.lengths[-1]),
    )
    try:
        await app.push_screen_wait(screen)
    finally:
        app.desk.hush()
        if heard:
            app.forget_spoken_answers()


def _hear(app: "RelaxApp", screen: PersonalScreen, sentence: "Sequence[Say]", heard: "set[Say]") -> None:
    """Voice a sentence beside the screen, then play it; what was playing before stops."""
    heard.update(say for say in sentence if say.private)
    app.desk.hush()
    app.run_worker(partial(_voice, app, screen, sentence), thread=True, group="hear", exclusive=True)


def _voice(app: "RelaxApp", screen: PersonalScreen, sentence: "Sequence[Say]") -> None:
    try:
        source = alone(sentence, app.desk.studio())
    except RelaxError as error:
        app.call_from_thread(screen.tell, str(error))
        return
    app.call_from_thread(hear, app, screen, source)
