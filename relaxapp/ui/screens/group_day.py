"""When the group meets: the session held last, and the day of the week. Both can be left untold."""

from calendar import day_name
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.translation import _
from relaxapp.ui.screens.unasked import UnaskedScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from relaxapp.words.programme import Programme

OWN_WAY = "own way"


class GroupDayScreen(UnaskedScreen[tuple[int, int] | None]):
    """Gives the number of the session held last (0: none yet) and the weekday (0 for Monday), or None.

    None means that the person goes their own way. Who goes back gives what was told before.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Not now")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(self, programme: "Programme", told: tuple[int, int] | None = None) -> None:
        """`told`: what was told before; it is marked, and where one starts."""
        super().__init__()
        self._programme = programme
        self._told = told
        self._session: int | None = None

    def compose(self) -> ComposeResult:
        """One question at a time."""
        yield Static(_("Do you come to a group?"), classes="title")
        yield Static(
            _(
                "Then relaxapp can show what your week is about, and count from one meeting to the next. "
                "It can be changed at any time, in Settings."
            ),
            id="group-day-why",
        )
        yield LineList(id="group-day")
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask for the session."""
        lines = [
            (OWN_WAY, _("I go my own way")),
            ("0", _("The group has not begun")),
            *(
                (
                    str(session.number),
                    _("Our last session was {number}: {title}").format(
                        number=session.number, title=session.title
                    ),
                )
                for session in self._programme.sessions
            ),
        ]
        self._show_lines(lines, str(self._told[0]) if self._told is not None else None)
        self.take_keys_soon(self._choices)

    @property
    def shown_part(self) -> object:
        """The session is asked for, or the weekday."""
        return self._session

    @property
    def _choices(self) -> OptionList:
        return self.query_one("#group-day", OptionList)

    def _show_lines(self, lines: Sequence[tuple[str, str]], told: str | None) -> None:
        """Keys with their words; the key that was told before says so and is marked, else the first."""
        self._choices.clear_options()
        for key, words in lines:
            line = _("{choice}  (now)").format(choice=words) if key == told else words
            self._choices.add_option(Option(Content(line), id=key))
        keys = [key for key, _words in lines]
        self._choices.highlighted = keys.index(told) if told in keys else 0

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == OWN_WAY:
            self.dismiss(None)
        elif self._session is None:
            self._session = int(event.option_id or 0)
            self._ask_weekday()
        else:
            self.dismiss((self._session, int(event.option_id or 0)))

    def _ask_weekday(self) -> None:
        self.query_one(".title", Static).update(_("On which day does your group meet?"))
        self.query_one("#group-day-why", Static).update("")
        lines = [(str(number), name) for number, name in enumerate(day_name)]
        self._show_lines(lines, str(self._told[1]) if self._told is not None else None)

    def action_leave(self) -> None:
        """Back; as it was."""
        self.dismiss(self._told)
