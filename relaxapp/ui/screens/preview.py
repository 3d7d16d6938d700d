"""A page as it will be read, in words alone: what is not here is not on it."""

from collections.abc import Iterable
from enum import Enum, auto
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine


class Made(Enum):
    """What becomes of the page."""

    PRINT = auto()
    """It is opened, to be printed."""
    SAVE = auto()
    """It is saved among the person's documents."""


class PreviewScreen(AppScreen[Made | None]):
    """Headings with their lines, to scroll. Gives what becomes of it, or None to choose again."""

    CSS_PATH = "preview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "made('PRINT')", _("Open to print")),
        Binding("s", "made('SAVE')", _("Save")),
        Binding("escape", "leave", _("Choose again")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(self, sections: Iterable[tuple[str, tuple[str, ...]]], *, can_print: bool = True) -> None:
        """`sections`: each heading, and the lines under it; `can_print`: whether it may become paper."""
        super().__init__()
        self._sections, self._can_print = sections, can_print

    def compose(self) -> ComposeResult:
        """The page from top to bottom."""
        with VerticalScroll(id="preview"):
            for heading, lines in self._sections:
                if heading:
                    yield Static(Content(heading), classes="heading")
                yield Static(Content("\n".join(lines)), classes="lines")
        yield KeyLine()

    def on_mount(self) -> None:
        """Arrows scroll at once."""
        self.query_one("#preview").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is no page is not printed."""
        return self._can_print or (action, parameters) != ("made", (Made.PRINT.name,))

    def action_made(self, what: str) -> None:
        """Make it."""
        self.dismiss(Made[what])

    def action_leave(self) -> None:
        """Choose again."""
        self.dismiss(None)
