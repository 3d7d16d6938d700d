"""The title on the wall, until everyone is there. Space begins."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from relaxapp.errors import RelaxError
from relaxapp.translation import _
from relaxapp.ui.screens.house_screen import HouseScreen
from relaxapp.ui.widgets.big_words import BigWords

if TYPE_CHECKING:
    from relaxapp.session import Prepared
    from relaxapp.sound.voicing import Voicing


class RoomTitleScreen(HouseScreen["Prepared | None"]):
    """Gives the exercise made ready at the moment it begins; None where the facilitator went back."""

    CSS_PATH = "room.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "begin", _("Begin"), show=False),
        Binding("escape", "back", _("Back"), show=False),
        Binding("k", "keys", _("Keys"), show=False),
    ]

    def __init__(
        self, title: str, length: str, voicing: "Voicing", prepare: "Callable[[], Prepared]"
    ) -> None:
        """`voicing` speaks ahead while the title waits; `prepare` makes it ready, away from the screen."""
        super().__init__()
        self._title = title
        self._length = length
        self._voicing = voicing
        self._prepare = prepare
        self._begun = False

    def compose(self) -> ComposeResult:
        """The title, large; nothing else that has to be read."""
        yield BigWords(id="room-title")
        yield Static(Content(self._length), id="room-length")
        yield Static(id="room-status")
        yield Static(_("Space  begin     Esc  back     K  hide the keys"), id="room-keys")

    def on_mount(self) -> None:
        """Put the title on the wall."""
        self.query_one("#room-title", BigWords).words = self._title

    def action_keys(self) -> None:
        """Hide the keys, or show them."""
        self.toggle_class("-no-keys")

    def action_begin(self) -> None:
        """Begin, once."""
        if not self._begun:
            self._begun = True
            self._voicing.stop()
            self._make_ready()

    @work(thread=True, group="room")
    def _make_ready(self) -> None:
        try:
            prepared = self._prepare()
        except RelaxError as error:
            self.app.call_from_thread(self._told, str(error))
            return
        self.app.call_from_thread(self.dismiss, prepared)

    def _told(self, trouble: str) -> None:
        self._begun = False
        self.query_one("#room-status", Static).update(Content(trouble))

    def action_back(self) -> None:
        """Back to what is set up."""
        if not self._begun:
            self._voicing.stop()
            self.dismiss(None)
