"""After the exercise: a word of thanks on the wall; one key hands it out, one opens the list."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from relaxapp.errors import RelaxError
from relaxapp.locations import in_home
from relaxapp.translation import _
from relaxapp.ui.screens.house_screen import HouseScreen
from relaxapp.ui.widgets.big_words import BigWords

if TYPE_CHECKING:
    from relaxapp.practice.hand_out import HandedOut

HandOut = Callable[[Callable[[float], None]], "HandedOut"]
"""Writes everything, and tells which part of the sound is written."""


class RoomOverScreen(HouseScreen[bool]):
    """Gives whether the facilitator wants to note something in the list."""

    CSS_PATH = "room.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "hand_out", _("Hand out"), show=False),
        Binding("n", "note", _("Note"), show=False),
        Binding("enter,escape", "done", _("Done"), show=False),
        Binding("k", "keys", _("Keys"), show=False),
    ]

    def __init__(self, hand_out: HandOut, trouble: str = "") -> None:
        """`trouble`: what is to be told about the list, if anything."""
        super().__init__()
        self._hand_out = hand_out
        self._trouble = trouble
        self._writing = False

    def compose(self) -> ComposeResult:
        """Nothing that anyone would have to read."""
        yield BigWords(id="room-title")
        yield Static(Content(self._trouble), id="room-told")
        yield Static(
            _("H  hand out the same     N  note it for yourself     Enter  done\nK  hide the keys"),
            id="room-keys",
        )

    def on_mount(self) -> None:
        """A word of thanks."""
        self.query_one("#room-title", BigWords).words = _("Thank you")

    def _tell(self, words: str) -> None:
        self.query_one("#room-told", Static).update(Content(words))

    def action_keys(self) -> None:
        """Hide the keys, or show them."""
        self.toggle_class("-no-keys")

    def action_hand_out(self) -> None:
        """Write sound, captions and words."""
        if not self._writing:
            self._writing = True
            self._write()

    @work(thread=True, group="room")
    def _write(self) -> None:
        self.app.call_from_thread(self._tell, _("Writing …"))
        try:
            handed = self._hand_out(self._written)
            words = _("Written: sound, captions and words, in this folder:\n{folder}")
            if handed.trouble is not None:
                words = _("Written: the words and captions; no sound: {reason} In this folder:\n{folder}")
            folder = in_home(handed.folder)
            told = words.format(folder=folder, reason=handed.trouble)
        except RelaxError as error:
            told = str(error)
        self.app.call_from_thread(self._tell, told)
        self._writing = False

    def _written(self, part: float) -> None:
        percent = round(part * 100)
        self.app.call_from_thread(self._tell, _("Writing … {percent}%").format(percent=percent))

    def action_note(self) -> None:
        """How many there were, and a note: not for the wall."""
        if not self._writing:
            self.dismiss(True)

    def action_done(self) -> None:
        """Back, once everything is written."""
        if self._writing:
            self._tell(_("A moment still, until all is written."))
        else:
            self.dismiss(False)
