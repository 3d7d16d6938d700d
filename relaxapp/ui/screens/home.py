"""Home: breathe now, what this week is about, every practice, and what was kept."""

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
ALL_PRACTICES = "all practices"


class HomeScreen(AppScreen[None]):
    """The first thing one sees; "Breathe now" is marked when the app opens."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "app.programme", _("Programme")),
        Binding("j", "app.journal", _("Journal")),
        Binding("s", "app.settings_screen", _("Settings")),
        Binding("h,f1", "app.help", _("Help"), key_display="H"),
        Binding("q", "app.leave", _("Leave")),
    ]

    def compose(self) -> ComposeResult:
        """A short list, with a word on what is marked."""
        yield Static(_("relaxapp"), classes="title")
        yield Static(id="week", classes="quiet")
        yield OptionList(Option(_("Breathe now, 2 minutes"), id=BREATHE_NOW), id="practices")
        yield Static(id="summary")
        yield Static(id="notice", classes="quiet")
        yield Footer()

    def on_mount(self) -> None:
        """Mark the first line at once; the rest of the list follows after the first paint."""
        practices = self.query_one("#practices", OptionList)
        practices.highlighted = 0
        practices.focus()
        self.call_after_refresh(self.relaxapp.read_practices, self._open)

    def _open(self) -> None:
        self.show_choices()
        self.relaxapp.opened()

    def on_screen_resume(self) -> None:
        """Something may have been kept meanwhile."""
        self.show_again()

    def show_again(self) -> None:
        """What was kept, and when the group meets, may have changed."""
        if self.is_mounted and self.query_one("#practices", OptionList).option_count > 1:
            self.show_choices()

    def show_choices(self) -> None:
        """The practices of the week, and the way to all others."""
        practices = self.query_one("#practices", OptionList)
        marked = practices.highlighted
        practices.clear_options()
        practices.add_options(
            [
                Option(_("Breathe now, 2 minutes"), id=BREATHE_NOW),
                *(Option(Content(each.title), id=each.id) for each in self.relaxapp.suggested()),
                Option(_("All practices …"), id=ALL_PRACTICES),
            ]
        )
        practices.highlighted = min(marked or 0, practices.option_count - 1)
        self.query_one("#week", Static).update(Content(self.relaxapp.week_in_words()))
        self.show_notice()

    def show_notice(self) -> None:
        """One quiet line: something to know, or what was practised of late."""
        self.query_one("#notice", Static).update(Content(self.relaxapp.notice()))

    @on(OptionList.OptionHighlighted)
    def _describe(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#summary", Static).update(Content(self.relaxapp.describe(event.option_id or "")))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        match event.option_id:
            case "breathe now":
                self.relaxapp.breathe_now()
            case "all practices":
                self.relaxapp.choose_of_all()
            case name:
                self.relaxapp.practise(name or "")
