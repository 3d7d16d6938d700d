"""A script's questions, one at a time: a few ready answers, room for own words, and always Back and Skip."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.practice.personal_questions import PersonalQuestions, in_words
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.choice_list import ChoiceList
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.one_line import OneLine
from relaxapp.ui.widgets.page import Page
from relaxapp.words.blanks import LONGEST_ANSWER

if TYPE_CHECKING:
    from relaxapp.words.script import Say

OWN_WORDS, SKIP, OPEN = "own words", "skip", "open"
READY = "="
"""Stands before a ready answer in the id of its line."""


class PersonalScreen(AppScreen[None]):
    """Shows what an answer would sound like while it is typed, and questions one that would not be spoken."""

    CSS_PATH = "personal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "back", _("Back")),
        Binding("right", "skip", _("Skip")),
        Binding("space", "hear", _("Hear it")),
        Binding("tab", "hear", _("Hear it")),
        Binding("w", "read", _("Read all")),
        Binding("escape", "leave", _("Done")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(
        self,
        personal: PersonalQuestions,
        hear: "Callable[[Sequence[Say]], None]",
        read: Callable[[], None],
    ) -> None:
        """`hear`: lets a sentence be heard; `read`: shows the whole practice to read."""
        super().__init__()
        self._personal = personal
        self._hear = hear
        self._read = read

    def compose(self) -> ComposeResult:
        """The question, its ready answers, a line for own words, and how it would sound."""
        with Page(id="personal"):
            yield Static(id="personal-number", classes="quiet")
            yield Static(id="personal-text", classes="title")
            yield ChoiceList(id="suggestions")
            yield OneLine(
                id="own-words",
                max_length=LONGEST_ANSWER,
                placeholder=_("In your own words, then Enter"),
                compact=True,
                select_on_focus=False,
            )
            yield Static(id="personal-notice")
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask the first."""
        self._ask()

    @property
    def shown_part(self) -> object:
        """The question, and whether own words are typed."""
        return self._personal.number, self._typing

    @property
    def _typing(self) -> bool:
        return isinstance(self.focused, Input)

    def _ask(self) -> None:
        """The question as it stands now, or the end."""
        asked = self._personal
        if asked.done:
            self.dismiss(None)
            return
        self.query_one("#personal-number", Static).update(Content(asked.where))
        self.query_one("#personal-text", Static).update(Content(asked.question.text))
        answer, offered = asked.answer, asked.suggestions
        own = self.query_one("#own-words", Input)
        own.display = False
        own.value = answer if answer not in offered else ""
        suggestions = self.query_one("#suggestions", OptionList)
        suggestions.clear_options()
        if own.value:
            suggestions.add_option(Option(Content(_("Keep: {answer}").format(answer=answer)), id=SKIP))
        suggestions.add_options([Option(Content(each), id=READY + each) for each in offered])
        suggestions.add_option(Option(_("My own words …"), id=OWN_WORDS))
        if answer:
            suggestions.add_option(Option(_("Leave this one open"), id=OPEN))
        else:
            suggestions.add_option(Option(_("Skip this one"), id=SKIP))
        suggestions.highlighted = offered.index(answer) if answer in offered else 0
        suggestions.focus()
        self._show()

    @property
    def _candidate(self) -> str:
        """The answer that is typed, or marked in the list; empty where none is."""
        if self._typing:
            return self.query_one("#own-words", Input).value
        option = self.query_one("#suggestions", OptionList).highlighted_option
        chosen = option.id if option is not None and option.id is not None else ""
        if chosen.startswith(READY):
            return chosen.removeprefix(READY)
        return self._personal.answer if chosen == SKIP else ""

    def _show(self) -> None:
        """How the candidate would be spoken, or why it would not."""
        answer = self._candidate
        doubt = self._personal.doubt(answer)
        sentence = self._personal.sentence(answer)
        if doubt is not None:
            told = doubt
        elif sentence:
            told = _("It would be said so: {sentence}").format(sentence=in_words(sentence))
        elif answer.strip():
            told = self._personal.unheard(answer)
        else:
            told = ""
        self.query_one("#personal-notice", Static).update(Content(told))
        self.refresh_bindings()

    @on(OptionList.OptionHighlighted)
    @on(Input.Changed)
    def _moved(self) -> None:
        if not self._personal.done:
            self._show()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        match event.option_id:
            case "own words":
                own = self.query_one("#own-words", Input)
                own.display = True
                own.focus()
                self.call_after_refresh(own.scroll_visible)
                self._show()
            case "skip":
                self.action_skip()
            case "open":
                self._give("")
            case chosen:
                self._give((chosen or "").removeprefix(READY))

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        self._give(event.value)

    def _give(self, answer: str) -> None:
        if self._personal.give(answer) is None:
            self._ask()
        else:
            self._show()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """While one types, arrows, letters and the space bar belong to the line; Tab lets it be heard."""
        if action == "back":
            return not self._typing and self._personal.number > 1
        return action not in ("skip", "read") or not self._typing

    def action_back(self) -> None:
        """To the question before."""
        self._personal.back()
        self._ask()

    def action_skip(self) -> None:
        """To the next; what was answered stays."""
        self._personal.skip()
        self._ask()

    def action_hear(self) -> None:
        """The sentence with the answer that is typed or marked."""
        sentence = self._personal.sentence(self._candidate)
        if sentence:
            self._hear(sentence)

    def action_read(self) -> None:
        """All the words of the practice."""
        self._read()

    def tell(self, trouble: str) -> None:
        """Why a sentence can't be heard."""
        if self.is_current:
            self.query_one("#personal-notice", Static).update(Content(trouble))

    def action_leave(self) -> None:
        """From typing back to the list; from the list back to where one was. Enter keeps what was typed."""
        if self._typing:
            own = self.query_one("#own-words", Input)
            own.display = False
            self.query_one("#suggestions", OptionList).focus()
            self._show()
            if own.value.strip() not in ("", self._personal.answer):
                self.tell(_("What you typed is not kept yet: My own words, then Enter, keeps it."))
        else:
            self.dismiss(None)
