"""Getting ready for one practice: its length, its background, and what to know before."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.practice.beds import allowed_beds
from relaxapp.practice.favourites import turned
from relaxapp.practice.personal import can_be_personal, choices_in_words
from relaxapp.sound.bed_names import bed_label
from relaxapp.translation import _, ngettext
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.line_list import LineList
from relaxapp.words.promises import Promises

if TYPE_CHECKING:
    from relaxapp.words.script import Script


class ReadyScreen(AppScreen[int | None]):
    """Gives the minutes chosen, or None where the person went back."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Back")),
        Binding("n", "next_bed", _("Background")),
        Binding("p", "personal", _("Yours")),
        Binding("t", "tap", _("My breath")),
        Binding("w", "words", _("Read first")),
        Binding("o", "own", _("Change"), show=False),
        Binding("f", "favourite", _("Favourite"), show=False),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(self, script: "Script", *, minutes: int, bed: str) -> None:
        super().__init__()
        self.script = script
        self.bed = bed
        self._minutes = minutes

    def compose(self) -> ComposeResult:
        """The title, which stays; what it is, what to know, and the lengths."""
        yield Static(Content(self.script.title), classes="title")
        with VerticalScroll(id="ready", can_focus=False):
            yield Static(Content(self.script.summary))
            yield Static(Content(" ".join(self.script.cautions)), id="cautions")
            yield Static(_("How long? Enter goes on."), id="how-long")
            with Container(id="choices-of-it"):
                yield LineList(
                    *[
                        Option(
                            ngettext("{minutes} minute", "{minutes} minutes", minutes).format(
                                minutes=minutes
                            ),
                            id=str(minutes),
                        )
                        for minutes in self.script.lengths
                    ],
                    id="lengths",
                )
                with Vertical(id="beside"):
                    yield Static(id="bed")
                    yield Static(id="person", classes="quiet")
        yield KeyLine()

    def on_mount(self) -> None:
        """Mark the length practised last."""
        lengths = self.query_one("#lengths", OptionList)
        lengths.highlighted = (
            self.script.lengths.index(self._minutes) if self._minutes in self.script.lengths else 0
        )
        lengths.focus(scroll_visible=False)
        self.watch(self.query_one("#ready"), "virtual_size", self._fit, init=False)
        self._show()
        self.relaxapp.warm_up()

    def on_resize(self) -> None:
        """Where the words need the room, blank lines give way, and the rest stands beside the lengths."""
        self.remove_class("-crowded")
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self.query_one("#ready").max_scroll_y > 0:
            self.add_class("-crowded")
        self.call_after_refresh(self.query_one("#lengths").scroll_visible, animate=False)

    def on_screen_resume(self) -> None:
        """Something may have been changed on another screen."""
        self.show_again()

    def show_again(self) -> None:
        """The background, and what of the person goes into the practice."""
        self._show()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only a script that asks something is made one's own by answers; only breathing has a rate."""
        if action == "tap":
            return self.script.technique == "breathing"
        return action != "personal" or can_be_personal(self.script)

    def _show(self) -> None:
        label = bed_label(self.bed)
        self.query_one("#bed", Static).update(Content(_("Background: {bed}").format(bed=label)))
        told = Promises(self.relaxapp.person(), self.relaxapp.shelf.lexicon()).told
        yours = choices_in_words(self.script, self.relaxapp.settings, self.relaxapp.answers, told)
        own = _("O opens its text, to change it.")
        favourite = (
            _("* A favourite. F takes the mark away.")
            if self.script.id in self.relaxapp.settings.favourites
            else _("F marks it as a favourite.")
        )
        self.query_one("#person", Static).update(Content(f"{yours}\n{own}\n{favourite}".strip()))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(int(event.option_id or 0))

    def action_leave(self) -> None:
        """Back, nothing begun."""
        self.dismiss(None)

    def action_next_bed(self) -> None:
        """The next background that breaks no promise."""
        own = bool(self.relaxapp.settings.own_bed)
        beds = allowed_beds(self.relaxapp.person(), self.relaxapp.shelf.lexicon(), own)
        at = beds.index(self.bed) if self.bed in beds else -1
        self.bed = beds[(at + 1) % len(beds)]
        self.relaxapp.change_anyway(bed=self.bed)
        self._show()

    def action_personal(self) -> None:
        """Its questions."""
        self.relaxapp.go("personalise", self.script)

    def action_own(self) -> None:
        """One's own version of it, to change."""
        self.dismiss(None)
        self.relaxapp.go("own_version", self.script)

    def action_favourite(self) -> None:
        """Mark it, or take the mark away."""
        self.relaxapp.change_anyway(favourites=turned(self.relaxapp.settings, self.script.id))

    def action_tap(self) -> None:
        """One's own rate of breathing."""
        self.relaxapp.go("measure_breath")

    def action_words(self) -> None:
        """All its words, before."""
        highlighted = self.query_one("#lengths", OptionList).highlighted or 0
        self.relaxapp.go("read_first", self.script, self.script.lengths[highlighted])
