"""One's own rate of breathing: a key at each in-breath, nothing to change."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from relaxapp.practice.breath_rate import ENOUGH_BREATHS, breaths, rate
from relaxapp.translation import _, ngettext
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine


class TappingScreen(AppScreen[float | None]):
    """Gives breaths a minute, or None where the person went back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tap", _("A breath in begins")),
        Binding("enter", "keep", _("Keep it")),
        Binding("escape", "leave", _("Back")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._taps: list[float] = []

    def compose(self) -> ComposeResult:
        """What to do, and how far it is."""
        with Vertical(id="tapping"):
            yield Static(_("Your own breath"), classes="title")
            yield Static(_("Press Space each time a breath in begins. Breathe just as you do now."))
            yield Static(id="tapped")
        yield KeyLine()

    def on_mount(self) -> None:
        """Nothing tapped yet."""
        self._show()

    def _show(self) -> None:
        found, left = rate(self._taps), ENOUGH_BREATHS - len(breaths(self._taps))
        if found is not None:
            words = _("About {rate} breaths a minute. Enter keeps it; Space goes on.").format(
                rate=f"{found:g}"
            )
        elif self._taps:
            words = ngettext("{left} breath to go.", "{left} breaths to go.", left).format(left=left)
        else:
            words = _("Six breaths are enough.")
        self.query_one("#tapped", Static).update(Content(words))
        self.refresh_bindings()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to keep before a rate is known."""
        return action != "keep" or rate(self._taps) is not None

    def action_tap(self) -> None:
        """A breath in begins."""
        self._taps.append(self.relaxapp.services.monotonic())
        self._show()

    def action_keep(self) -> None:
        """Give the rate."""
        self.dismiss(rate(self._taps))

    def action_leave(self) -> None:
        """Back, nothing kept."""
        self.dismiss(None)
