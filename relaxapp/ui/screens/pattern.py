"""A breath of one's own: how long each part lasts."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from relaxapp.timing.spoken import plural_of
from relaxapp.translation import _, ngettext
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.choice_list import ChoiceList
from relaxapp.ui.widgets.key_line import KeyLine

USUAL = (4.0, 0.0, 6.0, 0.0)
STEP = 0.5
LEAST = (1.0, 0.0, 1.0, 0.0)
MOST = 20.0


class PatternScreen(AppScreen[None]):
    """Four lines; Left and Right make one shorter or longer, and it is kept at once; Backspace unmakes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", _("Shorter"), key_display="←"),
        Binding("right", "step(1)", _("Longer"), key_display="→"),
        Binding("backspace", "unmake", _("Not made up"), show=False),
        Binding("escape,enter", "leave", _("Done"), priority=True, key_display="Esc"),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def compose(self) -> ComposeResult:
        """The parts of a breath."""
        yield Static(_("A breath of your own"), classes="title")
        yield Static(
            _(
                "Let the way out be no shorter than the way in. Holding is for those who like it; "
                "leave it out with heart trouble, high blood pressure, panic or in pregnancy."
            )
        )
        yield ChoiceList(id="pattern")
        yield Static(id="pattern-rate", classes="quiet")
        yield Static(id="pattern-kept", classes="quiet")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what there is."""
        lines = self.query_one("#pattern", ChoiceList)
        lines.add_options([Option(line) for line in self._lines()])
        lines.highlighted = 0
        lines.focus()
        self._show()

    @property
    def _pattern(self) -> tuple[float, ...]:
        return self.relaxapp.settings.pattern or USUAL

    def _lines(self) -> list[Content]:
        names = (_("in"), _("hold"), _("out"), _("rest"))
        return [
            Content(
                ngettext("{part}{seconds} second", "{part}{seconds} seconds", plural_of(seconds)).format(
                    part=f"{name:<12}", seconds=f"{seconds:g}"
                )
            )
            for name, seconds in zip(names, self._pattern, strict=True)
        ]

    def _show(self) -> None:
        lines = self.query_one("#pattern", ChoiceList)
        for index, line in enumerate(self._lines()):
            lines.replace_option_prompt_at_index(index, line)
        rate = _("{rate} breaths a minute").format(rate=f"{60 / sum(self._pattern):.1f}")
        self.query_one("#pattern-rate", Static).update(Content(rate))
        told = (
            _("It is not made up yet. Left or Right makes it up, and keeps it.")
            if self.relaxapp.settings.pattern is None
            else _("It is made up, and kept. Backspace unmakes it.")
        )
        self.query_one("#pattern-kept", Static).update(Content(told))

    def action_step(self, by: int) -> None:
        """Half a second less or more."""
        part = self.query_one("#pattern", ChoiceList).highlighted or 0
        pattern = list(self._pattern)
        pattern[part] = min(MOST, max(LEAST[part], pattern[part] + by * STEP))
        self.relaxapp.change_anyway(pattern=tuple(pattern))
        self._show()

    def action_unmake(self) -> None:
        """None of one's own, as at first."""
        self.relaxapp.change_anyway(pattern=None)
        self._show()

    def action_leave(self) -> None:
        """Back; everything is kept already."""
        self.dismiss(None)
