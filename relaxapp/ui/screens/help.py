"""Help: one key away everywhere, offline, with the crisis lines."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from relaxapp.translation import _
from relaxapp.ui.crisis_lines import crisis_lines
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.text_page import TextPage


def help_paragraphs(country: str) -> tuple[tuple[str, str], ...]:
    """Headings with their text, most urgent first."""
    lines = crisis_lines(country)
    return (
        (
            _("If you need someone now"),
            _(
                "{country}: {talk}.\nEmergency: {emergency}.\n"
                "Nobody watches this program or its journal; please call."
            ).format(country=lines.country, talk=lines.talk, emergency=lines.emergency),
        ),
        (
            _("If the pain is new, sudden or different"),
            _(
                "Please don't practise through it. Call your clinician, "
                "or the emergency number if it is severe."
            ),
        ),
        (
            _("If a practice feels wrong"),
            _(
                "Esc stops the sound at once. That is never a failure. Some people grow more tense at first; "
                "open your eyes, feel your feet, look around. "
                "After Esc, and on home, G plays a short settling for that. "
                "If you see or hear things others don't, or lose touch with where you are, "
                "talk with a clinician before you practise. Never practise while driving."
            ),
        ),
        (
            _("In a practice"),
            _(
                "Space      pause, and carry on\n"
                "Esc        stop\n"
                "+ and -    louder, quieter\n"
                "Up, Down   the background alone\n"
                "Left       hear this part again\n"
                "Right      on to the next part\n"
                "T          the breath is too slow for me\n"
                "B          big words"
            ),
        ),
        (
            _("Ratings"),
            _(
                "A digit marks, 1 then 0 is 10, Enter keeps it. Enter on an empty scale skips it, "
                "and Esc skips all that remain. Every rating is yours to leave out."
            ),
        ),
        (
            _("What is kept"),
            _(
                "Your practices, ratings and answers stay on this computer, in one file. "
                "Nothing is sent anywhere. Others on this computer can't open it; "
                "whoever uses the same login can. "
                "In the journal, D deletes an entry that is open, and F, at the four weeks, forgets "
                "what you choose. "
                "A note that you write for its own sake is let go by Down, and kept nowhere."
            ),
        ),
        (
            _("What this is, and is not"),
            _(
                "relaxapp is for practising relaxation between the sessions of a group. "
                "It may help living well with pain. It does not treat or cure anything."
            ),
        ),
    )


class HelpScreen(AppScreen[None]):
    """A page to scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,h,f1,q,enter", "leave", _("Back")),
    ]

    def __init__(self, country: str) -> None:
        super().__init__()
        self._country = country

    def compose(self) -> ComposeResult:
        """Every heading with its text."""
        with TextPage(id="help"):
            for heading, text in help_paragraphs(self._country):
                yield Static(Content(heading), classes="heading")
                yield Static(Content(text), classes="paragraph")
        yield KeyLine()

    def action_leave(self) -> None:
        """Back to where one was."""
        self.dismiss(None)
