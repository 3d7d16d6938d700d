"""Questions outside of a practice, one at a time: for what is written down later, or changed."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from relaxapp.practice.questions import Asked, Choices
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.question_box import QuestionBox


class AskScreen(AppScreen[dict[str, object] | None]):
    """Gives the answers by field, or None where the person went back: then nothing is changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", _("Next"), priority=True),
        Binding("escape", "leave", _("Back, nothing kept")),
        Binding("up", "back", _("Question before")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(self, questions: Sequence[Asked], answers: Mapping[str, object]) -> None:
        """`answers`: what each field holds before it is asked for."""
        super().__init__()
        self._questions = questions
        self._answers = dict(answers)
        self._at = 0

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
        return self._at

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Up goes back only where it doesn't move in a list."""
        return action != "back" or (self._at > 0 and not isinstance(self._questions[self._at], Choices))

    def _show(self) -> None:
        of = len(self._questions)
        number = _("{number} of {of}").format(number=self._at + 1, of=of) if of > 1 else ""
        self.query_one(QuestionBox).ask(self._questions[self._at], self._answers, number)
        self.refresh_bindings()

    @on(QuestionBox.LetGo)
    def action_go_on(self) -> None:
        """The next question, or the end."""
        self._answers |= self.query_one(QuestionBox).answer()
        self._at += 1
        if self._at == len(self._questions):
            self.dismiss(self._answers)
        else:
            self._show()

    def action_back(self) -> None:
        """To the question before."""
        self._at -= 1
        self._show()

    def action_leave(self) -> None:
        """Back; what was answered here is forgotten."""
        self.dismiss(None)
