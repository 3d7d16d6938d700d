"""Something that is offered once, and may be refused for good."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from relaxapp.translation import _
from relaxapp.ui.screens.unasked import UnaskedScreen
from relaxapp.ui.widgets.key_line import KeyLine


class OfferScreen(UnaskedScreen[bool]):
    """Gives whether it was taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take(True)", _("Yes")),
        Binding("escape,n", "take(False)", _("No, thank you")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self._title = title
        self._words = words

    def compose(self) -> ComposeResult:
        """What is offered, and how to say yes or no."""
        yield Static(Content(self._title), classes="title")
        yield Static(Content(self._words), classes="paragraph")
        yield KeyLine()

    def on_mount(self) -> None:
        """Wait until it was seen."""
        self.take_keys_soon()

    def action_take(self, taken: bool) -> None:
        """Yes or no."""
        self.dismiss(taken)
