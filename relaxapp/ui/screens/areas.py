"""Which parts of the body are included, only let go, or left out. All three are equal choices."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.practice.area_choices import AreaChoice, choice, chosen, following
from relaxapp.practice.area_names import offered_areas
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.body_map import MARKS, BodyMap
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.line_list import LineList

NARROW = 76
"""Columns below which the body is not drawn; the list says the same."""
GO_ON = "go on"
"""The line marked at first, so that Enter goes on here as it does elsewhere, and changes no part unseen."""


class AreasScreen(AppScreen[None]):
    """A list, and a body beside it; each Space or Enter on a part changes it and is kept at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "change", _("Change"), priority=True),
        Binding("enter", "change_or_go_on", show=False, priority=True),
        Binding("escape,d", "leave", _("Done"), key_display="Esc"),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def compose(self) -> ComposeResult:
        """The list, with what the choices mean."""
        yield Static(_("Parts of the body"), classes="title")
        yield Static(
            _(
                "A part that is left out is never mentioned. A part that is only let go is never tensed. "
                "Space changes the marked line."
            )
        )
        with Horizontal(id="body"):
            yield LineList(id="areas")
            yield BodyMap(self._choice, id="body-map")
        yield Static(id="areas-notice", classes="quiet")
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill the list."""
        areas = self.query_one("#areas", OptionList)
        areas.add_option(Option(_("This is right, go on"), id=GO_ON))
        areas.add_options([Option(self._line(name), id=name) for name in offered_areas()])
        areas.highlighted = 0
        areas.focus()

    def on_resize(self) -> None:
        """The body only where there is room beside the list."""
        self.query_one(BodyMap).display = self.size.width >= NARROW

    def _choice(self, name: str) -> AreaChoice:
        settings = self.relaxapp.settings
        return choice(name, settings.leave_out, settings.release_only)

    def _line(self, name: str) -> Content:
        now = self._choice(name)
        return Content(f"{MARKS[now]} {offered_areas()[name]:<24}{_in_words(now)}")

    @on(OptionList.OptionHighlighted)
    def _mark(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one(BodyMap).marked = "" if event.option_id == GO_ON else event.option_id or ""

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_change_or_go_on()

    @property
    def _marked(self) -> str:
        """The part that is marked, or the line that goes on; empty where nothing is."""
        option = self.query_one("#areas", OptionList).highlighted_option
        return "" if option is None else option.id or ""

    def action_change(self) -> None:
        """The next of the three choices for the marked part; its own parts follow. No part, no change."""
        if self._marked not in ("", GO_ON):
            self._change(self._marked)

    def action_change_or_go_on(self) -> None:
        """The first line goes on, every other one is changed."""
        if self._marked == GO_ON:
            self.action_leave()
        else:
            self.action_change()

    def _change(self, name: str) -> None:
        areas = self.query_one("#areas", OptionList)
        settings = self.relaxapp.settings
        leave_out, release_only = chosen(
            name, following(self._choice(name)), settings.leave_out, settings.release_only
        )
        kept = self.relaxapp.change_anyway(leave_out=leave_out, release_only=release_only)
        for area in offered_areas():
            areas.replace_option_prompt(area, self._line(area))
        self.query_one(BodyMap).refresh()
        words = _("{area}: {choice}. That is kept.") if kept else _("{area}: {choice}.")
        told = words.format(area=offered_areas()[name], choice=_in_words(self._choice(name)))
        self.query_one("#areas-notice", Static).update(Content(told))

    def action_leave(self) -> None:
        """Back; everything is kept already."""
        self.dismiss(None)


def _in_words(now: AreaChoice) -> str:
    return {
        AreaChoice.INCLUDED: _("included"),
        AreaChoice.LET_GO: _("only let go"),
        AreaChoice.LEFT_OUT: _("left out"),
        AreaChoice.PARTLY: _("in part"),
    }[now]


class TensingScreen(AppScreen[bool | None]):
    """Before the first muscle practice: tense lightly, or only let go. Neither is marked beforehand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "tense", _("Tense lightly"), show=False),
        Binding("2", "let_go", _("Only let go"), show=False),
        Binding("enter", "say_how", show=False, priority=True),
        Binding("escape", "leave", _("Back")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def compose(self) -> ComposeResult:
        """The two ways, as equals."""
        yield Static(_("Two ways to let muscles go"), classes="title")
        yield Static(_("Both work. Take the one that suits you today; it can be changed at any time."))
        yield LineList(
            Option(_("1  Tense lightly, well below pain, then let go"), id="tense"),
            Option(_("2  Only let go, without tensing"), id="let go"),
            id="tensing",
        )
        yield Static(_("After this you can choose parts of the body to leave out."), classes="quiet")
        yield Static(id="tensing-notice")
        yield KeyLine()

    def on_mount(self) -> None:
        """Nothing is marked."""
        ways = self.query_one("#tensing", OptionList)
        ways.highlighted = None
        ways.focus()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """While nothing is marked, Enter says how to choose."""
        ways = self.query("#tensing").results(OptionList)
        return action != "say_how" or all(each.highlighted is None for each in ways)

    def action_say_how(self) -> None:
        """How to choose: neither way is taken without being chosen."""
        words = _("Choose with Up and Down first, then Enter; or press 1 or 2.")
        self.query_one("#tensing-notice", Static).update(words)

    @on(OptionList.OptionHighlighted)
    def _marked(self) -> None:
        self.query_one("#tensing-notice", Static).update("")

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id == "tense")

    def action_tense(self) -> None:
        """Tense lightly."""
        self.dismiss(True)

    def action_let_go(self) -> None:
        """Only let go."""
        self.dismiss(False)

    def action_leave(self) -> None:
        """Back, nothing chosen."""
        self.dismiss(None)
