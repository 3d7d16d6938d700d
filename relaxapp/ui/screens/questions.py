"""The ratings before and after a practice, one question at a time, each of them skippable."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.widgets import Footer, Input, Static

from relaxapp.journal.entry import Obstacle
from relaxapp.practice.conductor import Conductor, Effects, Stage
from relaxapp.practice.questions import Choices, Mark, OpenLine, Scale
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.scale_bar import ScaleBar
from relaxapp.ui.widgets.tick_box import TickBox
from relaxapp.ui.widgets.tick_list import TickList


class QuestionsScreen(AppScreen[bool]):
    """Asks what the conductor asks, until it asks no more. Gives False where the person went back home."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", _("Next"), priority=True),
        Binding("escape", "leave", _("Skip the rest")),
        Binding("shift+tab", "back", _("Back"), show=False),
        Binding("up", "back", _("Back")),
    ]

    def __init__(self, conductor: Conductor, do: Callable[[Effects], None]) -> None:
        super().__init__()
        self._conductor = conductor
        self._do = do
        self._stage = conductor.stage

    def compose(self) -> ComposeResult:
        """One question in the middle of the screen."""
        with Vertical(id="question"):
            yield Static(id="question-number", classes="quiet")
            yield Static(id="question-text")
            yield Static(id="question-hint", classes="quiet")
            with Center(id="question-answer"):
                yield ScaleBar(id="scale")
                yield TickList(id="choices")
                yield Input(id="line", max_length=500)
            yield TickBox(_("May be read out in the group, without my name"), id="read-out")
            yield Static(id="question-keys", classes="quiet")
        yield Footer()

    def on_mount(self) -> None:
        """Show the first question."""
        self._show()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Up goes back only where it doesn't move in a list."""
        if action == "back":
            asked = self._conductor.view.asked
            return self._conductor.view.number > 1 and not isinstance(asked, Choices)
        return True

    def _show(self) -> None:
        view = self._conductor.view
        asked = view.asked
        if view.stage is not self._stage or asked is None:
            self.dismiss(True)
            return
        entry = self._conductor.entry
        number = _("{number} of {of}").format(number=view.number, of=view.of)
        self.query_one("#question-number", Static).update(Content(number))
        self.query_one("#question-text", Static).update(Content(asked.text))
        scale, choices = self.query_one(ScaleBar), self.query_one("#choices", TickList)
        line, read_out = self.query_one("#line", Input), self.query_one("#read-out", TickBox)
        scale.display = isinstance(asked, Scale)
        choices.display = isinstance(asked, Choices)
        line.display = isinstance(asked, OpenLine)
        read_out.display = not isinstance(asked, Scale) and bool(asked.read_out_field)
        hint = ""
        match asked:
            case Scale(field=field, lowest=lowest, highest=highest):
                hint = _("0 is {lowest}\n10 is {highest}").format(lowest=lowest, highest=highest)
                scale.mark = Mark(getattr(entry, field))
                scale.focus()
            case Choices(options=options):
                hint = _("As many as you like, or none.")
                choices.show_lines([(each.value, words) for each, words in options], entry.obstacles)
                read_out.value = entry.obstacles_read_out
                choices.focus()
            case OpenLine(field=field, hint=hint):
                line.value = getattr(entry, field)
                if asked.read_out_field:
                    read_out.value = getattr(entry, asked.read_out_field)
                line.focus()
        self.query_one("#question-hint", Static).update(Content(hint))
        self._show_keys()
        self.refresh_bindings()

    @on(ScaleBar.Moved)
    @on(Input.Changed)
    @on(TickList.Ticked)
    def _show_keys(self) -> None:
        """Say what Enter does now."""
        asked = self._conductor.view.asked
        mark = self.query_one(ScaleBar).mark.value
        match asked:
            case Scale() if mark is None:
                words = _("A digit marks it. Enter skips it.")
            case Scale():
                words = _("Enter keeps {mark}. Backspace takes it away.").format(mark=mark)
            case Choices():
                words = _("Space marks a line. Enter goes on. Tab: may it be read out?")
            case OpenLine(read_out_field=""):
                words = _("Enter goes on.")
            case _:
                words = _("Enter goes on. Tab: may it be read out?")
        self.query_one("#question-keys", Static).update(Content(words))

    def action_go_on(self) -> None:
        """Keep what is there, and ask the next."""
        asked = self._conductor.view.asked
        read_out = self.query_one("#read-out", TickBox).value
        match asked:
            case Scale(field=field):
                self._do(self._conductor.answer(**{field: self.query_one(ScaleBar).mark.value}))
            case Choices(field=field, read_out_field=shared):
                chosen = tuple(Obstacle(each) for each in self.query_one("#choices", TickList).ticked)
                self._do(self._conductor.answer(**{field: chosen, shared: read_out and bool(chosen)}))
            case OpenLine(field=field, read_out_field=shared):
                words = self.query_one("#line", Input).value.strip()
                answer: dict[str, object] = {field: words}
                if shared:
                    answer[shared] = read_out and bool(words)
                self._do(self._conductor.answer(**answer))
            case None:
                pass
        self._show()

    def action_back(self) -> None:
        """To the question before."""
        self._conductor.back()
        self._show()

    def action_leave(self) -> None:
        """Before a practice: back home, nothing was begun. Afterwards: skip all that remain."""
        if self._stage is Stage.BEFORE:
            self.dismiss(False)
            return
        self._do(self._conductor.skip_all())
        self.dismiss(True)
