"""Activity by quota: how long one is active, how long one rests, and how often."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.errors import RelaxError
from relaxapp.practice.pacing import Quota
from relaxapp.translation import _, ngettext
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.choice_list import ChoiceList
from relaxapp.ui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from relaxapp.words.script import Script

FIELDS = ("active", "rest", "rounds")
"""What each line sets, in order."""


class PacingScreen(AppScreen[Quota | None]):
    """Three lines; Left and Right make one less or more.

    Gives the quota, or None where the person went back.
    """

    CSS_PATH = "pacing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", _("Less"), key_display="←"),
        Binding("right", "step(1)", _("More"), key_display="→"),
        Binding("enter", "begin", _("Begin"), show=False),
        Binding("escape", "leave", _("Back")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(self, page: "Script", quota: Quota) -> None:
        super().__init__()
        self._page = page
        self._quota = quota

    def compose(self) -> ComposeResult:
        """What it is for, the three numbers, and how long it takes in all."""
        with Vertical(id="pacing"):
            yield Static(Content(self._page.title), classes="title")
            yield Static(Content(self._page.summary))
            yield Static(Content(" ".join(self._page.cautions)), id="cautions")
            yield ChoiceList(id="quota")
            yield Static(id="in-all")
        yield KeyLine()

    def on_mount(self) -> None:
        """Mark the active minutes."""
        lines = self.query_one("#quota", ChoiceList)
        lines.add_options([Option(line) for line in self._lines()])
        lines.highlighted = 0
        lines.focus()
        self._show_in_all()
        self.relaxapp.warm_up()

    def _lines(self) -> list[Content]:
        quota = self._quota
        minutes = [
            ngettext("{count} minute", "{count} minutes", each).format(count=each)
            for each in (quota.active, quota.rest)
        ]
        rounds = ngettext("{count} time", "{count} times", quota.rounds).format(count=quota.rounds)
        names = (_("Active"), _("Rest"), _("Rounds"))
        return [Content(f"{name:<10} {value}") for name, value in zip(names, (*minutes, rounds), strict=True)]

    def _show_in_all(self) -> None:
        words = ngettext(
            "{count} minute in all. Enter begins.",
            "{count} minutes in all. Enter begins.",
            self._quota.minutes,
        )
        self.query_one("#in-all", Static).update(Content(words.format(count=self._quota.minutes)))

    def action_step(self, by: int) -> None:
        """One less or more, as far as it goes."""
        lines = self.query_one("#quota", ChoiceList)
        field = FIELDS[lines.highlighted or 0]
        try:
            self._quota = replace(self._quota, **{field: getattr(self._quota, field) + by})
        except RelaxError as error:
            self.query_one("#in-all", Static).update(Content(str(error)))
            return
        for index, line in enumerate(self._lines()):
            lines.replace_option_prompt_at_index(index, line)
        self._show_in_all()

    @on(OptionList.OptionSelected)
    def action_begin(self) -> None:
        """With these."""
        self.dismiss(self._quota)

    def action_leave(self) -> None:
        """Back, nothing begun."""
        self.dismiss(None)
