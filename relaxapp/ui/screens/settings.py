"""Settings: one line each; Left and Right change it, Enter opens what needs more room."""

from calendar import day_name
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.journal.settings import Settings, Theme
from relaxapp.translation import _
from relaxapp.ui.crisis_lines import countries
from relaxapp.ui.screens.screen import AppScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp

T = TypeVar("T")
RATES = (None, 10.0, 9.0, 8.0, 7.0, 6.0)


@dataclass(frozen=True, slots=True)
class Row:
    """One setting."""

    id: str
    label: str
    value: Callable[[Settings], str]
    """The value in words."""
    change: Callable[[Settings, int], dict[str, object]] | None = None
    """What the next (1) or the one before (-1) would be; None where it is opened instead."""


def _step(values: tuple[T, ...], now: T, by: int) -> T:
    at = values.index(now) if now in values else 0
    return values[(at + by) % len(values)]


def rows(app: "RelaxApp") -> tuple[Row, ...]:
    """Every setting there is, in the order a person would look for it."""

    def volume(field: str) -> Callable[[Settings, int], dict[str, object]]:
        def change(settings: Settings, by: int) -> dict[str, object]:
            return {field: round(min(1.0, max(0.0, getattr(settings, field) + by / 10)), 1)}

        return change

    def percent(value: float) -> str:
        return _("{percent} %").format(percent=round(value * 100))

    def yes_no(value: bool) -> str:
        return _("yes") if value else _("no")

    country_codes = tuple(countries())
    return (
        Row("voice_volume", _("Voice volume"), lambda s: percent(s.voice_volume), volume("voice_volume")),
        Row("bed_volume", _("Background volume"), lambda s: percent(s.bed_volume), volume("bed_volume")),
        Row(
            "voice",
            _("Voice"),
            lambda s: app.voice_label(s.voice),
            lambda s, by: {"voice": _step(("", *app.voices()), s.voice, by)},
        ),
        Row(
            "muted", _("Silent, words only"), lambda s: yes_no(s.muted), lambda s, _by: {"muted": not s.muted}
        ),
        Row(
            "bed",
            _("Background"),
            lambda s: app.bed_label(s.bed) if s.bed else _("as the practice suggests"),
            lambda s, by: {"bed": _step(("", *app.beds()), s.bed, by)},
        ),
        Row(
            "breath_cue",
            _("Soft tones for in and out"),
            lambda s: yes_no(s.breath_cue),
            lambda s, _by: {"breath_cue": not s.breath_cue},
        ),
        Row(
            "breath_rate",
            _("My breaths a minute at the start"),
            lambda s: _("not told") if s.breath_rate is None else f"{s.breath_rate:g}",
            lambda s, by: {"breath_rate": _step(RATES, s.breath_rate, by)},
        ),
        Row("pattern", _("A breath of my own"), _pattern_in_words),
        Row(
            "asleep",
            _("Practices end"),
            lambda s: _("asleep") if s.asleep else _("awake"),
            lambda s, _by: {"asleep": not s.asleep},
        ),
        Row("areas", _("Parts of the body to leave out, or only let go"), _areas_in_words),
        Row(
            "avoid",
            _("Words to avoid"),
            lambda s: ", ".join(s.avoid) if s.avoid else _("none"),
        ),
        Row("cue_word", _("My cue word"), lambda s: s.cue_word or _("not chosen")),
        Row("group_day", _("When my group meets"), lambda s: _group_in_words(s)),
        Row(
            "theme",
            _("Colours"),
            lambda s: _("light") if s.theme is Theme.LIGHT else _("dark"),
            lambda s, _by: {"theme": Theme.DARK if s.theme is Theme.LIGHT else Theme.LIGHT},
        ),
        Row(
            "big_letters",
            _("Big words in a practice"),
            lambda s: yes_no(s.big_letters),
            lambda s, _by: {"big_letters": not s.big_letters},
        ),
        Row(
            "country",
            _("Country, for the crisis lines in Help"),
            lambda s: countries().get(s.country, countries()["US"]).country,
            lambda s, by: {"country": _step(country_codes, s.country or "US", by)},
        ),
        Row("forget", _("Forget my answers to personal questions"), lambda _s: ""),
    )


def _pattern_in_words(settings: Settings) -> str:
    if settings.pattern is None:
        return _("not made up")
    return "-".join(f"{seconds:g}" for seconds in settings.pattern)


def _group_in_words(settings: Settings) -> str:
    if settings.first_session is None:
        return _("not told")
    return _("{weekday}, first on {day}").format(
        weekday=day_name[settings.first_session.weekday()], day=f"{settings.first_session:%d %b}"
    )


def _areas_in_words(settings: Settings) -> str:
    from relaxapp.practice.area_names import offered_areas

    named = offered_areas()
    out = [named.get(name, name) for name in sorted(settings.leave_out)]
    if out:
        return _("left out: {areas}").format(areas=", ".join(out))
    return _("only letting go") if settings.release_only else _("none")


class SettingsScreen(AppScreen[None]):
    """A list whose values are kept as they are changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", _("Less")),
        Binding("right", "step(1)", _("More")),
        Binding("escape,s", "leave", _("Back")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def compose(self) -> ComposeResult:
        """The list, and a line to type in where one is needed."""
        yield Static(_("Settings"), classes="title")
        yield OptionList(id="settings")
        yield Input(
            id="cue-word", max_length=40, placeholder=_("A word or two that mean ease to you, then Enter")
        )
        yield Static(id="settings-notice")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the list."""
        self._rows = rows(self.relaxapp)
        settings = self.query_one("#settings", OptionList)
        settings.add_options([Option(self._line(row), id=row.id) for row in self._rows])
        settings.highlighted = 0
        settings.focus()
        self.query_one("#cue-word", Input).display = False

    def on_screen_resume(self) -> None:
        """Something may have been changed on another screen."""
        self.show_again()

    def show_again(self) -> None:
        """Every value as it is now."""
        if self.is_mounted and self.query_one("#settings", OptionList).option_count:
            self._show()

    def _line(self, row: Row) -> Content:
        width = max(30, min(50, self.app.size.width // 2 + 4))
        label = row.label if len(row.label) < width else f"{row.label[: width - 2]}…"
        return Content(f"{label:<{width}}{row.value(self.relaxapp.settings)}")

    def _show(self) -> None:
        settings = self.query_one("#settings", OptionList)
        for index, row in enumerate(self._rows):
            settings.replace_option_prompt_at_index(index, self._line(row))

    @property
    def _row(self) -> Row:
        return self._rows[self.query_one("#settings", OptionList).highlighted or 0]

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Left and Right belong to the line while one types in it."""
        return action != "step" or not isinstance(self.focused, Input)

    def action_step(self, by: int) -> None:
        """The next value, or the one before."""
        row = self._row
        if row.change is not None:
            self.relaxapp.change(**row.change(self.relaxapp.settings, by))
            self._show()

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        row = self._row
        if row.change is not None:
            self.action_step(1)
            return
        match event.option_id:
            case "areas":
                self.relaxapp.open_areas()
            case "avoid":
                self.relaxapp.open_avoid()
            case "pattern":
                self.relaxapp.open_pattern()
            case "group_day":
                self.relaxapp.open_group_day()
            case "cue_word":
                line = self.query_one("#cue-word", Input)
                line.value = self.relaxapp.settings.cue_word
                line.display = True
                line.focus()
            case "forget":
                self.relaxapp.forget_answers()
                self.query_one("#settings-notice", Static).update(
                    _("Your answers are forgotten, and what was spoken of them is deleted.")
                )

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        self.relaxapp.change(cue_word=event.value.strip())
        self._close_line()

    def _close_line(self) -> None:
        self.query_one("#cue-word", Input).display = False
        self.query_one("#settings", OptionList).focus()
        self._show()

    def action_leave(self) -> None:
        """Out of the line, or back home."""
        if isinstance(self.focused, Input):
            self._close_line()
        else:
            self.dismiss(None)
