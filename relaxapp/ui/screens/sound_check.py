"""The first start: is the sound heard? Nothing else is asked."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from relaxapp.errors import RelaxError
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from relaxapp.sound.player import Player, Source

STEP = 0.1


class SoundCheckScreen(AppScreen[bool]):
    """A few spoken words at the volume of a practice. Gives False where the person went back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "heard", _("Begin")),
        Binding("plus,equals_sign", "louder(1)", _("Volume"), key_display="+-"),
        Binding("minus,underscore", "louder(-1)", _("Quieter"), show=False),
        Binding("m", "silent", _("Silent")),
        Binding("escape", "leave", _("Back")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(self, make_ready: "Callable[[SoundCheckScreen], None]") -> None:
        """`make_ready` runs in the background, and ends in `play` or `tell`."""
        super().__init__()
        self._make_ready = make_ready
        self._player: Player | None = None
        self._trouble = ""
        """Why nothing is heard; empty for none."""

    def compose(self) -> ComposeResult:
        """Four short lines."""
        with Vertical(id="sound-check"):
            yield Static(_("Can you hear the voice?"), id="sound-check-title", classes="title")
            yield Static(
                _("Press + for louder, - for quieter, M for silent: every word can be read, too."),
                id="sound-check-how",
            )
            yield Static(_("Eyes open or closed, as you like."), id="sound-check-eyes")
            yield Static(_("Esc stops at any time."))
            yield Static(_("Enter begins."), id="sound-check-enter")
            yield Static(id="sound-check-volume", classes="quiet")
        yield KeyLine()

    def on_mount(self) -> None:
        """Let the words be heard."""
        self._show()
        self.run_worker(partial(self._make_ready, self), thread=True, group="sound check")

    def play(self, player: "Player", source: "Source", trouble: str) -> None:
        """Let it be heard, unless the person has gone on. `trouble`: why nothing is heard; empty for none."""
        if not self.is_current:
            return
        self._player = player
        try:
            player.play(source)
        except RelaxError as error:
            trouble = str(error)
        self._show(trouble)

    def _show(self, trouble: str = "") -> None:
        """The volume, or why nothing is heard, for which no key is a remedy."""
        self._trouble = trouble = trouble or self._trouble
        settings = self.relaxapp.settings
        volume = (
            _("Silent: the words are on the screen.")
            if settings.muted
            else _("Volume {percent}%").format(percent=round(settings.voice_volume * 100))
        )
        self.query_one("#sound-check-volume", Static).update(Content(trouble or volume))
        self.query_one("#sound-check-eyes").display = not (trouble or settings.muted)
        if trouble:
            self.query_one("#sound-check-title", Static).update(_("There is no sound just now."))
            self.query_one("#sound-check-how", Static).update(_("Every word can be read on the screen."))

    def tell(self, trouble: str) -> None:
        """Say why nothing is heard, unless the person has gone on already."""
        if self.is_current:
            self._show(trouble)

    def action_louder(self, step: int) -> None:
        """Both volumes together."""
        settings = self.relaxapp.settings
        self.relaxapp.change_anyway(
            voice_volume=round(min(1.0, max(0.1, settings.voice_volume + step * STEP)), 2),
            bed_volume=round(min(1.0, max(0.1, settings.bed_volume + step * STEP)), 2),
            muted=False,
        )
        self._show()

    def action_silent(self) -> None:
        """No sound, only words."""
        self.relaxapp.change_anyway(muted=not self.relaxapp.settings.muted)
        self._show()

    def action_heard(self) -> None:
        """On to the practice."""
        self._stop()
        self.relaxapp.change_anyway(first_start_done=True)
        self.dismiss(True)

    def action_leave(self) -> None:
        """Back home."""
        self._stop()
        self.dismiss(False)

    def _stop(self) -> None:
        if self._player is not None:
            self._player.stop()
