"""Home: breathe now, choose a practice, or look at what was kept."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen

BREATHE_NOW = "breathe now"


class HomeScreen(AppScreen[None]):
    """The first thing one sees; "Breathe now" is marked when the app opens."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "app.journal", _("Journal")),
        Binding("s", "app.settings_screen", _("Settings")),
        Binding("h,f1", "app.help", _("Help")),
        Binding("q", "app.leave", _("Leave")),
    ]

    def compose(self) -> ComposeResult:
        """A list of practices, with a word on the one that is marked."""
        yield Static(_("relaxapp"), classes="title")
        yield OptionList(Option(_("Breathe now, 2 minutes"), id=BREATHE_NOW), id="practices")
        yield Static(id="summary")
        yield Static(id="notice", classes="quiet")
        yield Footer()

    def on_mount(self) -> None:
        """Mark the first line at once; the rest of the list follows after the first paint."""
        practices = self.query_one("#practices", OptionList)
        practices.highlighted = 0
        practices.focus()
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        practices = self.query_one("#practices", OptionList)
        practices.add_options(
            [Option(Content(script.title), id=script.id) for script in self.relaxapp.scripts()]
        )
        self.show_notice()
        self.relaxapp.opened()

    def on_screen_resume(self) -> None:
        """What was kept may have changed."""
        if self.is_mounted:
            self.show_notice()

    def show_notice(self) -> None:
        """One quiet line: something to know, or what was practised of late."""
        self.query_one("#notice", Static).update(Content(self.relaxapp.notice()))

    @on(OptionList.OptionHighlighted)
    def _describe(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#summary", Static).update(Content(self.relaxapp.describe(event.option_id or "")))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == BREATHE_NOW:
            self.relaxapp.breathe_now()
        else:
            self.relaxapp.practise(event.option_id or "")
