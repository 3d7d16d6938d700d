"""Home: breathe now, what this week is about, every practice, and what was kept."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.practice.home import description
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.line_list import LineList

BREATHE_NOW = "breathe now"
ALL_PRACTICES = "all practices"
FILE_FOR_PHONE = "file for my phone"
MORE = "more"


class HomeScreen(AppScreen[None]):
    """The first thing one sees; "Breathe now" is marked when the app opens."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "app.go('programme')", _("Programme")),
        Binding("j", "app.go('journal')", _("Journal")),
        Binding("m", "app.go('more')", _("More"), show=False),
        Binding("l", "app.go('lead')", _("Lead a room"), show=False),
        Binding("g", "app.go('settle')", _("Settle"), show=False),
        Binding("s", "app.settings_screen", _("Settings")),
        Binding("h,f1", "app.help", _("Help")),
        Binding("q", "app.leave", _("Leave")),
    ]

    def compose(self) -> ComposeResult:
        """A short list, with a word on what is marked."""
        yield Static(_("relaxapp"), classes="title")
        yield Static(id="week", classes="quiet")
        yield LineList(Option(_("Breathe now, 2 minutes"), id=BREATHE_NOW), id="practices")
        yield Static(id="summary")
        yield Static(id="notice", classes="quiet")
        yield KeyLine()

    def on_mount(self) -> None:
        """Mark the first line at once; the rest of the list follows after the first paint."""
        practices = self.query_one("#practices", OptionList)
        practices.highlighted = 0
        practices.focus()
        self.watch(self, "virtual_size", self._fit, init=False)
        self.call_after_refresh(self.relaxapp.read_shelf, self._open)

    def on_resize(self) -> None:
        """Blank lines give way where the words need their room."""
        self.remove_class("-crowded")
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self.max_scroll_y > 0:
            self.add_class("-crowded")

    def _open(self) -> None:
        self.show_choices()
        self.relaxapp.go("opening")

    def on_screen_resume(self) -> None:
        """Something may have been kept meanwhile."""
        self.show_again()

    def show_again(self) -> None:
        """What was kept, and when the group meets, may have changed."""
        if self.is_mounted and self.query_one("#practices", OptionList).option_count > 1:
            self.show_choices()

    def show_choices(self) -> None:
        """The practices of the week, and the way to all others."""
        home = self.relaxapp.home()
        practices = self.query_one("#practices", OptionList)
        marked = practices.highlighted
        practices.clear_options()
        practices.add_options(
            [
                Option(_("Breathe now, 2 minutes"), id=BREATHE_NOW),
                *(Option(Content(each.title), id=each.id) for each in home.suggested()),
                Option(_("All practices …"), id=ALL_PRACTICES),
                Option(_("Make a file for my phone …"), id=FILE_FOR_PHONE),
                Option(_("More …"), id=MORE),
            ]
        )
        practices.highlighted = min(marked or 0, practices.option_count - 1)
        self.query_one("#week", Static).update(Content(home.week_in_words()))
        self.query_one("#notice", Static).update(Content(home.notice()))

    @on(OptionList.OptionHighlighted)
    def _describe(self, event: OptionList.OptionHighlighted) -> None:
        words = {
            BREATHE_NOW: _("Slow, easy breathing. Nothing is asked first."),
            ALL_PRACTICES: _("Every practice there is, at any time."),
            FILE_FOR_PHONE: _("A practice, or those of the week, as sound that plays anywhere."),
            MORE: _("A moment to settle, the sound, and what is seldom wanted."),
        }
        name = event.option_id or ""
        told = words[name] if name in words else description(self.relaxapp.shelf.script(name))
        self.query_one("#summary", Static).update(Content(told))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        ways = {
            BREATHE_NOW: "breathe_now",
            ALL_PRACTICES: "all_practices",
            FILE_FOR_PHONE: "make_file",
            MORE: "more",
        }
        name = event.option_id or ""
        if name in ways:
            self.relaxapp.go(ways[name])
        else:
            self.relaxapp.go("practise", name)
