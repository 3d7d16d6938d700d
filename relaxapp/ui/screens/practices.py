"""Every practice, by what kind it is: any of them can be done at any time."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.practice.home import description
from relaxapp.practice.labels import technique_words
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen

if TYPE_CHECKING:
    from relaxapp.words.script import Script


AGAIN = ": "
"""Stands between a heading and a practice that is listed under its kind, too."""


def _name(option: str) -> str:
    """The id of the practice of a line."""
    return option.rpartition(AGAIN)[2]


class PracticesScreen(AppScreen[str | None]):
    """Gives the id of the practice chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Back")),
        Binding("h,f1", "app.help", _("Help"), key_display="H"),
    ]

    def __init__(
        self, scripts: "Sequence[Script]", again: "Mapping[str, Sequence[Script]] | None" = None
    ) -> None:
        """`again`: what may be looked for again, under its headings, listed first."""
        super().__init__()
        self._scripts = scripts
        self._again = again or {}

    def compose(self) -> ComposeResult:
        """Headings, and the practices under them."""
        yield Static(_("All practices"), classes="title")
        yield OptionList(id="all-practices")
        yield Static(id="summary")
        yield Footer()

    def on_mount(self) -> None:
        """Mark the first practice."""
        practices = self.query_one("#all-practices", OptionList)
        for heading, found in self._again.items():
            if found:
                practices.add_option(Option(Content.styled(heading, "bold $primary"), disabled=True))
                practices.add_options(
                    [Option(Content(f"  {each.title}"), id=f"{heading}{AGAIN}{each.id}") for each in found]
                )
        for technique, heading in technique_words().items():
            those = [script for script in self._scripts if script.technique is technique]
            if those:
                practices.add_option(Option(Content.styled(heading, "bold $primary"), disabled=True))
                practices.add_options([Option(Content(f"  {each.title}"), id=each.id) for each in those])
        practices.highlighted = 1 if self._scripts else None
        practices.focus()

    @on(OptionList.OptionHighlighted)
    def _describe(self, event: OptionList.OptionHighlighted) -> None:
        told = description(self.relaxapp.shelf.script(_name(event.option_id or "")))
        self.query_one("#summary", Static).update(Content(told))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(_name(event.option_id or ""))

    def action_leave(self) -> None:
        """Back, nothing chosen."""
        self.dismiss(None)
