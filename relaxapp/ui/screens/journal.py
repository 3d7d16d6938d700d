"""The journal: four weeks at a glance, before and after, what helped, and every entry.

One of them is seen at a time; Left and Right lead from one to the next.
"""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.journal.entry import Entry
from relaxapp.practice.book import PAGE, Book, LookBack, short_line
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.before_after import BeforeAfterPlot
from relaxapp.ui.widgets.choice_list import ChoiceList
from relaxapp.ui.widgets.day_grid import DayGrid
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.one_line import OneLine

WEEKS, PLOT, HELPED, LIST = VIEWS = ("weeks", "plot", "helped", "list")
"""What there is to see."""
NEAR_THE_END = 20
"""So many entries before the last one read, the next are read."""


class UpDown(VerticalScroll, inherit_bindings=False):
    """What is longer than the screen; Left and Right are the screen's own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", show=False),
        Binding("down", "scroll_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
    ]


class JournalScreen(AppScreen[None]):
    """Looks at the book; ways write in it."""

    AUTO_FOCUS = ""
    CSS_PATH = "journal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "turn(1)", _("Turn"), key_display="← →"),
        Binding("left", "turn(-1)", show=False),
        Binding("n", "write", _("Write")),
        Binding("s", "share", _("Share")),
        Binding("slash", "find", _("Find"), key_display="/"),
        Binding("f", "forget", _("Forget")),
        Binding("u", "undo", _("Undo")),
        Binding("h,f1", "app.help", _("Help")),
        Binding("escape,j", "leave", _("Back")),
    ]

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._view = WEEKS
        self._search = ""
        self._entries: list[Entry] = []
        self._ended = False

    def compose(self) -> ComposeResult:
        """Every view; one of them is shown."""
        yield Static(_("Journal"), classes="title")
        yield Static(id="views")
        with VerticalScroll(id="weeks", can_focus=False):
            yield DayGrid(id="grid")
            yield Static(id="in-words")
        with Vertical(id="plot"):
            with Horizontal(id="plots"):
                yield BeforeAfterPlot()
                yield BeforeAfterPlot()
            yield Static(id="legend", classes="quiet")
        yield UpDown(Static(id="techniques"), id="helped")
        with Vertical(id="list"):
            yield OneLine(id="search", placeholder=_("Words to look for, then Enter"), max_length=100)
            yield ChoiceList(id="entries")
            yield Static(id="found", classes="quiet")
        yield Static(id="journal-notice")
        yield KeyLine()

    def on_mount(self) -> None:
        """The four weeks first."""
        self.query_one("#search", Input).display = False
        self._show_view()

    def on_screen_resume(self) -> None:
        """Something may have been written or changed meanwhile."""
        if self.is_mounted:
            self.show_again()

    def show_again(self) -> None:
        """Everything as it is kept now."""
        self._look_back(self._book.look_back())
        self._list_again()
        self.refresh_bindings()

    # the four views

    def _show_view(self) -> None:
        names = {
            WEEKS: _("Four weeks"),
            PLOT: _("Before, after"),
            HELPED: _("What helped"),
            LIST: _("List"),
        }
        shown = [
            Content.styled(f"[{names[each]}]", "bold $primary")
            if each == self._view
            else Content.styled(f" {names[each]} ", "$quiet")
            for each in VIEWS
        ]
        self.query_one("#views", Static).update(Content(" ").join(shown))
        for each in VIEWS:
            self.query_one(f"#{each}").display = each == self._view
        focused = {HELPED: "#helped", LIST: "#entries"}.get(self._view)
        if focused is not None:
            self.query_one(focused).focus()
        else:
            self.set_focus(None)
        self.refresh_bindings()

    def _look_back(self, seen: LookBack) -> None:
        self.query_one(DayGrid).show_days(seen.days)
        self.query_one("#in-words", Static).update(Content("\n".join(seen.words)))
        pain, tension = self.query(BeforeAfterPlot)
        pain.show_pairs(seen.pain_in_words, seen.pain)
        tension.show_pairs(seen.tension_in_words, seen.tension)
        rated = seen.pain or seen.tension
        legend = (
            _("○ before   ● after   ◉ the same") if rated else _("Nothing was rated before and after yet.")
        )
        self.query_one("#legend", Static).update(Content(legend))
        parts = [
            Content("\n").join((Content.styled(heading, "bold"), Content(words or _("Not rated yet."))))
            for heading, words in seen.helped
        ]
        nothing = Content(_("What you practise in four weeks is put together here."))
        self.query_one("#techniques", Static).update(Content("\n\n").join(parts) if parts else nothing)

    # the list

    def _list_again(self) -> None:
        listed = self.query_one("#entries", OptionList)
        marked = listed.highlighted or 0
        self._entries, self._ended = [], False
        listed.clear_options()
        self._read_on()
        if self._entries:
            listed.highlighted = min(marked, len(self._entries) - 1)
        if self._search:
            some = _("Found where “{words}” stands. Esc shows all again.")
            none = _("Nothing found for “{words}”. Esc shows all again.")
            told = (some if self._entries else none).format(words=self._search)
        elif self._entries:
            told = ""
        else:
            told = _("Nothing here yet. Whatever you practise is kept here, for you alone.")
        self.query_one("#found", Static).update(Content(told))

    def _read_on(self) -> None:
        more = self._book.page(self._entries[-1] if self._entries else None, self._search)
        self._ended = len(more) < PAGE
        self._entries += more
        self.query_one("#entries", OptionList).add_options(
            [Option(Content(short_line(entry)), id=entry.id) for entry in more]
        )

    @on(OptionList.OptionHighlighted)
    def _near_the_end(self, event: OptionList.OptionHighlighted) -> None:
        if not self._ended and event.option_index >= len(self._entries) - NEAR_THE_END:
            self._read_on()

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        self.relaxapp.go("entry", self._book, event.option_id)

    @on(Input.Submitted)
    def _look_for(self, event: Input.Submitted) -> None:
        self._search = event.value.strip()
        self._close_search()

    def _close_search(self) -> None:
        self.query_one("#search", Input).display = False
        self._list_again()
        self.query_one("#entries").focus()

    # keys

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Letters belong to the line while one types; the list has keys of its own."""
        if isinstance(self.focused, Input):
            return action == "leave"
        if action in ("find", "share"):
            return (action == "find") is (self._view == LIST)
        if action == "undo":
            return self._book.changes.any
        if action == "forget":
            return self._view == WEEKS and not self._book.changes.any
        return True

    def action_turn(self, by: int) -> None:
        """To the next view, or the one before."""
        self._view = VIEWS[(VIEWS.index(self._view) + by) % len(VIEWS)]
        self.say("")
        self._show_view()

    def action_find(self) -> None:
        """A line for words."""
        self.say("")
        line = self.query_one("#search", Input)
        line.value = self._search
        line.display = True
        line.focus()

    def action_undo(self) -> None:
        """The last change is taken back."""
        self._book.changes.undo()
        self.say(_("That is as it was before."))
        self.show_again()

    def say(self, words: str) -> None:
        """One quiet line."""
        self.query_one("#journal-notice", Static).update(Content(words))

    def action_write(self) -> None:
        """Something to write down."""
        self.relaxapp.go("write_down", self._book)

    def action_share(self) -> None:
        """A page for the group."""
        self.relaxapp.go("share")

    def action_forget(self) -> None:
        """Delete more than one entry."""
        self.relaxapp.go("forget")

    def action_leave(self) -> None:
        """Out of the line, then out of what was found, then home."""
        if isinstance(self.focused, Input):
            self._close_search()
        elif self._search:
            self._search = ""
            self._list_again()
        else:
            self.dismiss(None)
