"""The programme of the group: every session, what it is for, and what to practise after it."""

from typing import TYPE_CHECKING, ClassVar

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

if TYPE_CHECKING:
    from relaxapp.words.programme import Programme


class ProgrammeScreen(AppScreen[str | None]):
    """Gives the id of the practice chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Back")),
        Binding("w", "group_day", _("When we meet")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(self, programme: "Programme", now: int | None) -> None:
        """`now`: the number of the session held last, where it is known."""
        super().__init__()
        self._programme = programme
        self._now = now

    def compose(self) -> ComposeResult:
        """A session a heading, its practices under it."""
        yield Static(Content(self._programme.title), classes="title")
        yield LineList(id="sessions")
        yield Static(id="summary")
        yield KeyLine()

    def on_mount(self) -> None:
        """Mark the first practice of the present week."""
        shelf = self.relaxapp.shelf
        sessions = self.query_one("#sessions", OptionList)
        marked = None
        for session in self._programme.sessions:
            heading = _("{number}  {title}").format(number=session.number, title=session.title)
            if session.number == self._now:
                heading = _("{number}  {title}  (now)").format(number=session.number, title=session.title)
                marked = sessions.option_count + 1
            prompt = Content.assemble((heading, "bold $primary"), "\n   ", session.aim)
            sessions.add_option(Option(prompt, disabled=True))
            sessions.add_options(
                [
                    Option(
                        Content(f"     {shelf.script(name).title}"),
                        id=f"{session.number} {name}",
                    )
                    for name in session.practices
                ]
            )
        sessions.highlighted = 1 if marked is None else marked
        sessions.focus()

    @on(OptionList.OptionHighlighted)
    def _describe(self, event: OptionList.OptionHighlighted) -> None:
        number, _space, name = (event.option_id or "").partition(" ")
        if number:
            session = self._programme.sessions[int(number) - 1]
            told = "\n".join(filter(None, [description(self.relaxapp.shelf.script(name)), session.dose]))
            self.query_one("#summary", Static).update(Content(told))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss((event.option_id or "").partition(" ")[2])

    def action_group_day(self) -> None:
        """When the group meets."""
        self.relaxapp.go("group_day")

    def action_leave(self) -> None:
        """Back, nothing chosen."""
        self.dismiss(None)
