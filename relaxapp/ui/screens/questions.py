"""The ratings before and after a practice, one question at a time, each of them skippable."""

from collections.abc import Callable
from dataclasses import fields
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from relaxapp.practice.conductor import Conductor, Effects, Stage
from relaxapp.practice.questions import Choices
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.question_box import QuestionBox


class QuestionsScreen(AppScreen[bool]):
    """Asks what the conductor asks, until it asks no more. Gives False where the person went back home."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", _("Next"), priority=True),
        Binding("escape", "leave", _("Home")),
        Binding("escape", "skip_rest", _("Skip the rest")),
        Binding("shift+tab", "back", _("Back"), show=False),
        Binding("up", "back", _("Back")),
        Binding("h", "app.help", _("Help")),
        Binding("f1", "app.help", show=False),
    ]

    def __init__(self, conductor: Conductor, do: Callable[[Effects], None]) -> None:
        super().__init__()
        self._conductor = conductor
        self._do = do
        self._stage = conductor.stage

    def compose(self) -> ComposeResult:
        """One question in the middle of the screen."""
        yield QuestionBox()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the first question."""
        self._show()

    @property
    def shown_part(self) -> object:
        """The question."""
        return self._conductor.view.number

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Up goes back only where it doesn't move in a list; Esc leads home before, and skips afterwards."""
        match action:
            case "back":
                asked = self._conductor.view.asked
                return self._conductor.view.number > 1 and not isinstance(asked, Choices)
            case "leave":
                return self._stage is Stage.BEFORE
            case "skip_rest":
                return self._stage is not Stage.BEFORE
            case _:
                return True

    def _show(self) -> None:
        view, entry = self._conductor.view, self._conductor.entry
        if view.stage is not self._stage or view.asked is None:
            self.dismiss(True)
            return
        number = _("{number} of {of}").format(number=view.number, of=view.of) if view.of > 1 else ""
        answers = {each.name: getattr(entry, each.name) for each in fields(entry)}
        self.query_one(QuestionBox).ask(view.asked, answers, number)
        self.refresh_bindings()

    @on(QuestionBox.LetGo)
    def action_go_on(self) -> None:
        """Keep what is there, and ask the next."""
        if self._conductor.view.asked is not None:
            self._do(self._conductor.answer(**self.query_one(QuestionBox).answer()))
        self._show()

    def action_back(self) -> None:
        """To the question before; what stands here is kept."""
        self._keep()
        self._conductor.back()
        self._show()

    def _keep(self) -> None:
        if self._conductor.view.asked is not None:
            self._do(self._conductor.keep(**self.query_one(QuestionBox).answer()))

    def action_leave(self) -> None:
        """Back home: nothing was begun."""
        self.dismiss(False)

    def action_skip_rest(self) -> None:
        """Skip all that remain; what stands here is kept."""
        self._keep()
        self._do(self._conductor.skip_all())
        self.dismiss(True)
