"""Themes and words that no practice will say or show."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.one_line import OneLine
from relaxapp.ui.widgets.tick_list import TickList


def is_word(written: str) -> bool:
    """Whether it can be said, and so be avoided."""
    return any(sign.isalnum() for sign in written)


class AvoidScreen(AppScreen[None]):
    """Ready themes to mark, and a line for own words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Done")),
        Binding("h,f1", "app.help", _("Help")),
        Binding("tab", "app.focus_next", _("Own words"), show=True),
    ]

    def compose(self) -> ComposeResult:
        """The themes and the line."""
        yield Static(_("Words to avoid"), classes="title")
        yield Static(
            _("What is marked or written here is never spoken or shown in a practice. Space marks a line.")
        )
        yield TickList(id="themes")
        yield Static(_("Own words, with commas between them:"), id="avoid-own-label")
        yield OneLine(id="avoid-own", max_length=300, select_on_focus=False)
        yield Static(id="avoid-notice", classes="quiet")
        yield KeyLine()

    def on_mount(self) -> None:
        """Mark what is avoided already."""
        themes = tuple(self.relaxapp.shelf.lexicon().themes)
        chosen = self.relaxapp.settings.avoid
        lines = [(name, name) for name in themes]
        self.query_one("#themes", TickList).show_lines(lines, chosen, go_on=_("This is right, go on"))
        self.query_one("#avoid-own", Input).value = ", ".join(each for each in chosen if each not in themes)
        self.query_one("#themes", TickList).focus()

    @on(TickList.Ticked)
    @on(Input.Changed)
    def _keep(self) -> None:
        themes = self.query_one("#themes", TickList).ticked
        own = [word for word in self._own if is_word(word)]
        self.relaxapp.change_anyway(avoid=(*themes, *own))
        self._tell("")

    @property
    def _own(self) -> list[str]:
        """What is written in the line, word for word."""
        written = (word.strip() for word in self.query_one("#avoid-own", Input).value.split(","))
        return [word for word in written if word]

    def _tell(self, words: str) -> None:
        self.query_one("#avoid-notice", Static).update(Content(words))

    @on(Input.Submitted)
    def _written(self) -> None:
        """Back; what is no word is told first."""
        sign = next((word for word in self._own if not is_word(word)), None)
        if sign is None:
            self.action_leave()
        else:
            told = _(
                "'{sign}' has no letter or number in it, so no practice says it. Write a word in its place."
            )
            self._tell(told.format(sign=sign))

    @on(TickList.GoOn)
    def action_leave(self) -> None:
        """Back; everything is kept already."""
        self.dismiss(None)
