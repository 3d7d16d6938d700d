"""All the words of a practice, to read beforehand."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.text_page import TextPage


class ReadingScreen(AppScreen[None]):
    """A page to scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,w", "leave", _("Back")),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """The title and the words."""
        with TextPage(id="reading"):
            yield Static(Content(self._title), classes="title")
            yield Static(Content(self._text), classes="paragraph")
        yield KeyLine()

    def action_leave(self) -> None:
        """Back to where one was."""
        self.dismiss(None)
