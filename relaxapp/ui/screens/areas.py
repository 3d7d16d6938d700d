"""Which parts of the body are included, only let go, or left out. All three are equal choices."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.practice.area_names import offered_areas
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen

INCLUDED, LET_GO, LEFT_OUT = range(3)


class AreasScreen(AppScreen[None]):
    """A list; each Space or Enter changes one line and is kept at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "change", _("Change"), priority=True),
        Binding("escape,d", "leave", _("Done")),
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
        yield OptionList(id="areas")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the list."""
        areas = self.query_one("#areas", OptionList)
        areas.add_options([Option(self._line(name), id=name) for name in offered_areas()])
        areas.highlighted = 0
        areas.focus()

    def _state(self, name: str) -> int:
        settings = self.relaxapp.settings
        if name in settings.leave_out:
            return LEFT_OUT
        return LET_GO if name in settings.release_only else INCLUDED

    def _line(self, name: str) -> Content:
        states = {INCLUDED: _("included"), LET_GO: _("only let go"), LEFT_OUT: _("left out")}
        return Content(f"{offered_areas()[name]:<28}{states[self._state(name)]}")

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_change()

    def action_change(self) -> None:
        """The next of the three choices for the marked line."""
        areas = self.query_one("#areas", OptionList)
        at = areas.highlighted
        if at is None:
            return
        name = areas.get_option_at_index(at).id or ""
        state = (self._state(name) + 1) % 3
        settings = self.relaxapp.settings
        self.relaxapp.change(
            leave_out=settings.leave_out - {name} | ({name} if state == LEFT_OUT else set()),
            release_only=settings.release_only - {name} | ({name} if state == LET_GO else set()),
        )
        areas.replace_option_prompt_at_index(at, self._line(name))

    def action_leave(self) -> None:
        """Back; everything is kept already."""
        self.dismiss(None)


class TensingScreen(AppScreen[bool | None]):
    """Before the first muscle practice: tense lightly, or only let go. Neither is marked beforehand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "tense", _("Tense lightly"), show=False),
        Binding("2", "let_go", _("Only let go"), show=False),
        Binding("escape", "leave", _("Back")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def compose(self) -> ComposeResult:
        """The two ways, as equals."""
        yield Static(_("Two ways to let muscles go"), classes="title")
        yield Static(_("Both work. Take the one that suits you today; it can be changed at any time."))
        yield OptionList(
            Option(_("1  Tense lightly, well below pain, then let go"), id="tense"),
            Option(_("2  Only let go, without tensing"), id="let go"),
            id="tensing",
        )
        yield Static(_("After this you can choose parts of the body to leave out."), classes="quiet")
        yield Footer()

    def on_mount(self) -> None:
        """Nothing is marked."""
        ways = self.query_one("#tensing", OptionList)
        ways.highlighted = None
        ways.focus()

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
