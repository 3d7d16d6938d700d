"""Every practice, by what kind it is: any of them can be done at any time.

It is found again among favourites, by words as one types them, and by the time at hand.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.practice.favourites import turned, with_mark
from relaxapp.practice.finding import AT_HAND, found, within
from relaxapp.practice.home import description
from relaxapp.practice.labels import technique_words
from relaxapp.translation import _, ngettext
from relaxapp.ui.screens.choose import ChooseScreen
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.line_list import LineList
from relaxapp.ui.widgets.one_line import OneLine

if TYPE_CHECKING:
    from relaxapp.words.script import Script


UNDER = ": "
"""Stands between a heading and the practice; a practice may be listed under several."""
ANY_TIME = "any"


def _name(option: str) -> str:
    """The id of the practice of a line."""
    return option.rpartition(UNDER)[2]


class PracticesScreen(AppScreen[str | None]):
    """Gives the id of the practice chosen, or None; `at_hand` then says how much time there is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Back")),
        Binding("slash,s", "find", _("Find"), key_display="/"),
        Binding("f", "favourite", _("Favourite")),
        Binding("t", "time", _("Time")),
        Binding("h,f1", "app.help", _("Help")),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    def __init__(
        self,
        scripts: "Sequence[Script]",
        again: "Mapping[str, Sequence[Script]] | None" = None,
        title: str | None = None,
    ) -> None:
        """`again`: what may be looked for again, under its headings, listed after the favourites. `title`
        says what a practice is chosen for, where it is not to be done."""
        super().__init__()
        self._title = title or _("All practices")
        self._scripts = scripts
        self._again = again or {}
        self.at_hand: int | None = None
        """Minutes that the person has; None: not told."""

    def compose(self) -> ComposeResult:
        """The line for words, headings, and the practices under them."""
        yield Static(Content(self._title), id="which-practices", classes="title")
        yield OneLine(id="sought", placeholder=_("Type words of it"), max_length=100)
        yield LineList(id="all-practices")
        yield Static(id="summary")
        yield KeyLine()

    def on_mount(self) -> None:
        """Mark the first practice."""
        self.query_one("#sought", Input).display = False
        self._list_again()
        self._practices.focus()

    def show_again(self) -> None:
        """The favourites may have changed."""
        self._list_again(keep=True)

    # the list

    @property
    def _practices(self) -> OptionList:
        return self.query_one("#all-practices", OptionList)

    @property
    def _sought(self) -> str:
        return self.query_one("#sought", Input).value.strip()

    def _list_again(self, keep: bool = False) -> None:
        """`keep`: what is marked stays marked, or what takes its place."""
        listed = self._practices
        at = listed.highlighted
        marked = listed.get_option_at_index(at).id if at is not None else None
        listed.clear_options()
        for heading, those in self._headed():
            if those:
                listed.add_option(Option(Content.styled(heading, "bold $primary"), disabled=True))
                listed.add_options([self._option(heading, each) for each in those])
        listed.highlighted = self._line(marked, at or 0) if keep else self._line(None, 0)
        self._tell()

    def _headed(self) -> "list[tuple[str, Sequence[Script]]]":
        """The practices that fit what is looked for, under their headings."""
        scripts = within(self._scripts, self.at_hand) if self.at_hand else tuple(self._scripts)
        if self._sought:
            return [(_("Found"), found(scripts, self._sought, own=self.relaxapp.shelf.own()))]
        favourites = self.relaxapp.settings.favourites
        there = {each.id for each in scripts}
        again = {_("* Favourites"): [each for each in scripts if each.id in favourites]}
        for heading, those in self._again.items():
            again[heading] = [each for each in those if each.id in there]
        kinds = [
            (heading, [each for each in scripts if each.technique is technique])
            for technique, heading in technique_words().items()
        ]
        return [*again.items(), *kinds]

    def _option(self, heading: str, script: "Script") -> Option:
        words = with_mark(script.title, script.id in self.relaxapp.settings.favourites)
        return Option(Content(f"  {words}"), id=f"{heading}{UNDER}{script.id}")

    def _line(self, marked: str | None, at: int) -> int | None:
        """The line of an option; otherwise the practice nearest to where it was."""
        listed = self._practices
        lines = [line for line, each in enumerate(listed.options) if not each.disabled]
        for line in lines:
            if listed.get_option_at_index(line).id == marked:
                return line
        return min(lines, key=lambda line: abs(line - at), default=None)

    def _tell(self) -> None:
        """What the list shows, and that nothing was found."""
        minutes = self.at_hand
        title = (
            ngettext("What fits in {minutes} minute", "What fits in {minutes} minutes", minutes).format(
                minutes=minutes
            )
            if minutes
            else self._title
        )
        self.query_one("#which-practices", Static).update(Content(title))
        if self._practices.option_count:
            return
        if self._sought:
            told = _("Nothing was found for these words. Fewer letters find more.")
        elif minutes:
            told = _("Nothing is as short as that. T chooses another time.")
        else:
            told = _("There are no practices here.")
        self.query_one("#summary", Static).update(Content(told))

    @on(OptionList.OptionHighlighted)
    def _describe(self, event: OptionList.OptionHighlighted) -> None:
        told = description(self.relaxapp.shelf.script(_name(event.option_id or "")))
        self.query_one("#summary", Static).update(Content(told))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(_name(event.option_id or ""))

    # words

    @on(Input.Changed)
    def _typed(self) -> None:
        self._list_again()

    @on(Input.Submitted)
    def _first_found(self) -> None:
        self._practices.action_select()

    # keys

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """While one types, up and down move in the list all the same."""
        return action != "move" or isinstance(self.focused, Input)

    def action_find(self) -> None:
        """A line for words."""
        line = self.query_one("#sought", Input)
        line.display = True
        line.focus()

    def action_move(self, by: int) -> None:
        """Along the list, while one types."""
        if by > 0:
            self._practices.action_cursor_down()
        else:
            self._practices.action_cursor_up()

    def action_favourite(self) -> None:
        """Mark it, or take the mark away."""
        at = self._practices.highlighted
        if at is not None:
            name = _name(self._practices.get_option_at_index(at).id or "")
            self.relaxapp.change(favourites=turned(self.relaxapp.settings, name))

    def action_time(self) -> None:
        """Say how much time there is."""
        lines = [
            (str(each), ngettext("I have {minutes} minute", "I have {minutes} minutes", each))
            for each in AT_HAND
        ]
        choices = [(key, words.format(minutes=key)) for key, words in lines]
        choices.append((ANY_TIME, _("There is time enough")))
        screen = ChooseScreen(_("How much time is there?"), choices, chosen=str(self.at_hand or AT_HAND[2]))
        self.app.push_screen(screen, self._take_time)

    def _take_time(self, chosen: str | None) -> None:
        if chosen is not None:
            self.at_hand = None if chosen == ANY_TIME else int(chosen)
            self._list_again()

    def action_leave(self) -> None:
        """Out of the line, then back, nothing chosen."""
        line = self.query_one("#sought", Input)
        if line.display:
            line.value = ""
            line.display = False
            self._practices.focus()
        else:
            self.dismiss(None)
