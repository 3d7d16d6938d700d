"""What came in, or goes out, as it is: to scroll, and to keep or not."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine

WIDEST = 150
"""Columns; wider lines are hard to follow."""


class BeforeKeepingScreen(AppScreen[str | None]):
    """Gives `keep`, `title`, or None where nothing is kept."""

    CSS_PATH = "before_keeping.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,k", "keep", _("Keep it"), key_display="Enter"),
        Binding("t", "title", _("Another title")),
        Binding("escape", "leave", _("Don't keep it")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(
        self, title: str, remarks: tuple[str, ...], text: Callable[[int], str], can_be_renamed: bool = True
    ) -> None:
        """`text`: what is shown in so many columns."""
        super().__init__()
        self._title, self._remarks, self._text = title, remarks, text
        self._can_be_renamed = can_be_renamed

    def compose(self) -> ComposeResult:
        """The title, what should be known, and all of it."""
        with VerticalScroll(id="before-keeping"):
            yield Static(Content(self._title), classes="title")
            yield Static(Content("\n".join(self._remarks)), classes="remarks")
            yield Static(id="all-of-it")
        yield KeyLine()

    def on_mount(self) -> None:
        """Arrows scroll at once."""
        self.query_one("#before-keeping").focus()

    def on_resize(self) -> None:
        """Lay it out anew for this width."""
        width = min(self.size.width - 6, WIDEST)
        self.query_one("#all-of-it", Static).update(Content(self._text(width)))

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """A practice of someone else keeps its title."""
        return action != "title" or self._can_be_renamed

    def action_keep(self) -> None:
        """Keep it."""
        self.dismiss("keep")

    def action_title(self) -> None:
        """Ask for another title first."""
        self.dismiss("title")

    def action_leave(self) -> None:
        """Keep nothing."""
        self.dismiss(None)


class BeforeSharingScreen(BeforeKeepingScreen, inherit_bindings=False):
    """The same for what goes out: the file is written, or nothing leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,k", "keep", _("Write the file"), key_display="Enter"),
        Binding("escape", "leave", _("Back, nothing leaves")),
        Binding("h,f1", "app.help", _("Help")),
    ]
