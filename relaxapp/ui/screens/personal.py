"""A script's questions, one at a time: a few ready answers, room for own words, and always Skip."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.choice_list import ChoiceList
from relaxapp.words.answers import allowed_suggestions, questioned

if TYPE_CHECKING:
    from relaxapp.words.script import Question

OWN_WORDS, SKIP = "own words", "skip"


class PersonalScreen(AppScreen[None]):
    """Keeps each answer as it is given; an answer that would not be spoken is questioned at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Done")),
        Binding("shift+tab", "back", _("Back"), show=False),
        Binding("left", "back", _("Question before")),
    ]

    def __init__(self, questions: "Sequence[Question]") -> None:
        super().__init__()
        self._questions = questions
        self._at = 0

    def compose(self) -> ComposeResult:
        """The question, its ready answers, and a line for own words."""
        yield Static(id="personal-number", classes="quiet")
        yield Static(id="personal-text", classes="title")
        yield ChoiceList(id="suggestions")
        yield Input(id="own-words", max_length=200, placeholder=_("In your own words, then Enter"))
        yield Static(id="personal-notice")
        yield Footer()

    def on_mount(self) -> None:
        """Ask the first."""
        self._ask()

    @property
    def _question(self) -> "Question":
        return self._questions[self._at]

    def _ask(self) -> None:
        question = self._question
        number = _("{number} of {of}").format(number=self._at + 1, of=len(self._questions))
        self.query_one("#personal-number", Static).update(Content(number))
        self.query_one("#personal-text", Static).update(Content(question.text))
        self.query_one("#personal-notice", Static).update("")
        answer = self.relaxapp.answers.get(question.name, "")
        suggestions = self.query_one("#suggestions", OptionList)
        suggestions.clear_options()
        offered = allowed_suggestions(question, self.relaxapp.person(), self.relaxapp.shelf.lexicon())
        if answer and answer not in offered:
            suggestions.add_option(Option(Content(_("Keep: {answer}").format(answer=answer)), id=SKIP))
        suggestions.add_options([Option(Content(each), id=f"={each}") for each in offered])
        suggestions.add_option(Option(_("My own words …"), id=OWN_WORDS))
        suggestions.add_option(Option(_("Leave this one open"), id="="))
        own = self.query_one("#own-words", Input)
        own.display = False
        own.value = answer if answer not in offered else ""
        suggestions.highlighted = offered.index(answer) if answer in offered else 0
        suggestions.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        chosen = event.option_id or SKIP
        if chosen == OWN_WORDS:
            own = self.query_one("#own-words", Input)
            own.display = True
            own.focus()
        elif chosen == SKIP:
            self._next()
        else:
            self._keep(chosen.removeprefix("="))

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        self._keep(event.value.strip())

    def _keep(self, answer: str) -> None:
        doubt = (
            questioned(answer, self._question, self.relaxapp.person(), self.relaxapp.shelf.lexicon())
            if answer
            else None
        )
        if doubt is not None:
            self.query_one("#personal-notice", Static).update(Content(doubt))
            return
        self.relaxapp.keep_answer(self._question.name, answer)
        self._next()

    def _next(self) -> None:
        self._at += 1
        if self._at >= len(self._questions):
            self.dismiss(None)
        else:
            self._ask()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Left moves in a line that is being typed."""
        return action != "back" or (self._at > 0 and not isinstance(self.focused, Input))

    def action_back(self) -> None:
        """To the question before."""
        self._at = max(0, self._at - 1)
        self._ask()

    def action_leave(self) -> None:
        """From typing back to the list; from the list back to where one was. All answers are kept already."""
        own = self.query_one("#own-words", Input)
        if own.display:
            own.display = False
            self.query_one("#suggestions", OptionList).focus()
        else:
            self.dismiss(None)
