"""Settings: one line each; Left and Right change it, Enter opens what needs more room."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.errors import RelaxError
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.setting_rows.kept import kept
from relaxapp.ui.setting_rows.practice import practice
from relaxapp.ui.setting_rows.row import Row, Typed
from relaxapp.ui.setting_rows.seen import seen
from relaxapp.ui.setting_rows.sound import sound
from relaxapp.ui.widgets.choice_list import ChoiceList
from relaxapp.ui.widgets.columns import MARGINS, in_columns, label_width
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.one_line import OneLine

GROUPS = (sound, practice, seen, kept)
"""The groups of settings, in the order they are listed."""


class SettingsScreen(AppScreen[None]):
    """A list whose values are kept as they are changed."""

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", _("Less")),
        Binding("right", "step(1)", _("More")),
        Binding("enter", "open", _("Open"), priority=True),
        Binding("enter", "write", _("Write"), priority=True),
        Binding("enter", "keep", _("Keep"), priority=True),
        Binding("escape,s", "leave", _("Back")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, Row] = {}
        self._given: dict[str, tuple[str, str]] = {}
        """What was typed last for a row, and its value in words at that time."""

    def compose(self) -> ComposeResult:
        """The list, and a line to type in where one is needed."""
        yield Static(_("Settings"), classes="title")
        yield ChoiceList(id="settings")
        yield OneLine(id="typed")
        yield Static(id="settings-notice")
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill the list."""
        settings = self.query_one("#settings", OptionList)
        for make in GROUPS:
            group = make(self.relaxapp)
            settings.add_option(Option(Content.styled(group.heading, "bold $primary"), disabled=True))
            self._rows |= {row.id: row for row in group.rows}
            settings.add_options([Option(row.label, id=row.id) for row in group.rows])
        self.show_again()
        settings.highlighted = 1
        settings.focus()
        self.query_one("#typed", Input).display = False

    def on_screen_resume(self) -> None:
        """Something may have been changed on another screen."""
        self.show_again()

    def show_again(self) -> None:
        """Every value as it is now."""
        if not self.is_mounted:
            return
        settings = self.query_one("#settings", OptionList)
        for row in self._rows.values():
            settings.replace_option_prompt(row.id, self._line(row))

    def on_resize(self) -> None:
        """The columns are as wide as the terminal allows."""
        self.show_again()

    def _line(self, row: Row) -> Content:
        room = self.app.size.width - MARGINS
        width = label_width([each.label for each in self._rows.values()], room)
        return Content(in_columns(row.label, row.value(self.relaxapp.settings), width, room))

    @property
    def _row(self) -> Row | None:
        option = self.query_one("#settings", OptionList).highlighted_option
        return self._rows[option.id] if option is not None and option.id is not None else None

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """What Left, Right and Enter do depends on the row; while one types, they belong to the line."""
        types, row = isinstance(self.focused, Input), self._row
        match action:
            case "keep":
                return types
            case "step":
                return not types and row is not None and row.change is not None
            case "open":
                return not types and row is not None and row.opens is not None
            case "write":
                return not types and row is not None and row.typed is not None
            case _:
                return True

    @on(OptionList.OptionHighlighted)
    def _other_row(self) -> None:
        self.refresh_bindings()

    def action_step(self, by: int) -> None:
        """The next value, or the one before."""
        row = self._row
        if row is not None and row.change is not None:
            self.relaxapp.change(**row.change(self.relaxapp.settings, by))
            value = row.value(self.relaxapp.settings)
            self._say(_("{setting}: {value}. That is kept.").format(setting=row.label, value=value))

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_step(1)
        self.action_open()
        self.action_write()

    def action_open(self) -> None:
        """What the row opens, or does at once."""
        row = self._row
        if row is not None and row.opens is not None:
            self._say(row.opens(self.relaxapp) or "")

    def action_write(self) -> None:
        """The line to type in, with what was typed where nothing came of it."""
        row = self._row
        if row is not None and row.typed is not None:
            self._open_line(row.typed, self._words_for(row))

    async def action_keep(self) -> None:
        """What was typed."""
        await self.query_one("#typed", Input).action_submit()

    def _say(self, sentence: str) -> None:
        self.query_one("#settings-notice", Static).update(Content(sentence))

    def _words_for(self, row: Row) -> str:
        """What stands in the line of a row at first: what was typed, where nothing came of it."""
        assert row.typed is not None
        settings = self.relaxapp.settings
        words, value = self._given.get(row.id, ("", ""))
        return words if words and value == row.value(settings) else row.typed.value(settings)

    def _open_line(self, typed: Typed, words: str) -> None:
        line = self.query_one("#typed", Input)
        line.max_length, line.placeholder = typed.longest, typed.placeholder
        line.value = words
        line.display = True
        line.focus()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        row = self._row
        assert row is not None
        assert row.typed is not None
        try:
            row.typed.keep(self.relaxapp, event.value.strip())
        except RelaxError as error:
            self._say(str(error))
        else:
            self._given[row.id] = (event.value, row.value(self.relaxapp.settings))
            self._say("")
            self._close_line()

    def _close_line(self) -> None:
        self.query_one("#typed", Input).display = False
        self.query_one("#settings", OptionList).focus()
        self.show_again()

    def action_leave(self) -> None:
        """Out of the line, or back home."""
        if isinstance(self.focused, Input):
            self._close_line()
        else:
            self.dismiss(None)
