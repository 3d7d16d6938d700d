"""One question in the middle of a screen: a scale, lines to mark, or a line to write."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from relaxapp.journal.entry import Obstacle
from relaxapp.practice.questions import Asked, Choices, Mark, OpenLine, Scale
from relaxapp.translation import _
from relaxapp.ui.widgets.one_line import OneLine
from relaxapp.ui.widgets.scale_bar import ScaleBar
from relaxapp.ui.widgets.tick_box import TickBox
from relaxapp.ui.widgets.tick_list import TickList


class QuestionBox(Vertical):
    """Shows what is asked and what was answered, and gives the answer as fields of `Entry`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "let_go", _("Don't keep it")),
        Binding("tab", "read_out", _("May be read out"), show=False),
    ]

    class LetGo(Message):
        """What was written is not to be kept; nothing of it is."""

    def __init__(self) -> None:
        super().__init__(id="question")
        self.asked: Asked | None = None
        """What is asked now."""
        self._lets_go = False
        """Whether the key that lets a line go was pressed once."""
        self._marked_elsewhere = False
        """Whether the mark holds for something that another question keeps, too, and so may stay."""

    def compose(self) -> ComposeResult:
        """Every kind of answer; the one that is needed is shown."""
        yield Static(id="question-number", classes="quiet")
        yield Static(id="question-text")
        yield Static(id="question-hint", classes="quiet")
        with Center(id="question-answer"):
            yield ScaleBar(id="scale")
            yield TickList(id="choices")
            yield OneLine(id="line", max_length=500, select_on_focus=False)
        read_out = TickBox(_("May be read out in the group, without my name"), id="read-out")
        read_out.can_focus = False  # Tab and a click mark it; the keys stay with the answer.
        yield read_out
        yield Static(id="question-keys", classes="quiet")

    def ask(self, asked: Asked, answers: Mapping[str, object], number: str) -> None:
        """Ask one question; `answers`: what the fields hold by now; `number`: where one is."""
        self.asked = asked
        self._lets_go = False
        self._marked_elsewhere = bool(answers.get(_shares_its_mark(asked)))
        self.query_one("#question-number", Static).update(Content(number))
        self.query_one("#question-text", Static).update(Content(asked.text))
        scale, choices = self.query_one(ScaleBar), self.query_one("#choices", TickList)
        line, read_out = self.query_one("#line", Input), self.query_one("#read-out", TickBox)
        scale.display = isinstance(asked, Scale)
        choices.display = isinstance(asked, Choices)
        line.display = isinstance(asked, OpenLine)
        read_out.display = not isinstance(asked, Scale) and bool(asked.read_out_field)
        if not isinstance(asked, Scale) and asked.read_out_field:
            read_out.value = bool(answers[asked.read_out_field])
        hint = ""
        match asked:
            case Scale(field=field, lowest=lowest, highest=highest):
                hint = _("0 is {lowest}\n10 is {highest}").format(lowest=lowest, highest=highest)
                mark = answers[field]
                scale.mark = Mark(mark if isinstance(mark, int) else None)
                scale.focus()
            case Choices(field=field, options=options, words_field=own):
                hint = _("As many as you like, or none.")
                if own and answers[own]:
                    hint = _("As many as you like, or none. The mark is for your own words, too.")
                ticked = answers[field]
                assert isinstance(ticked, tuple)
                choices.show_lines([(each.value, words) for each, words in options], ticked)
                choices.focus()
            case OpenLine(field=field, hint=hint):
                line.value = str(answers[field])
                line.focus()
        self.query_one("#question-hint", Static).update(Content(hint))
        self._show_keys()
        self.refresh_bindings()

    def answer(self) -> dict[str, object]:
        """What was answered, by field."""
        read_out = self.query_one("#read-out", TickBox).value
        match self.asked:
            case Scale(field=field):
                return {field: self.query_one(ScaleBar).mark.value}
            case Choices(field=field, read_out_field=shared):
                chosen = tuple(Obstacle(each) for each in self.query_one("#choices", TickList).ticked)
                return {field: chosen, shared: read_out and (bool(chosen) or self._marked_elsewhere)}
            case OpenLine(field=field, read_out_field=shared):
                words = self.query_one("#line", Input).value.strip()
                marked = {shared: read_out and (bool(words) or self._marked_elsewhere)} if shared else {}
                return {field: words, **marked}
            case None:
                return {}

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Down lets go of a line that may be let go; Tab marks what may be read out."""
        match action:
            case "let_go":
                return isinstance(self.asked, OpenLine) and self.asked.can_be_let_go
            case "read_out":
                return not isinstance(self.asked, Scale | None) and bool(self.asked.read_out_field)
            case _:
                return True

    def action_let_go(self) -> None:
        """The line is emptied before anything is kept; where there are words in it, at the second press."""
        line = self.query_one("#line", Input)
        if line.value.strip() and not self._lets_go:
            self._lets_go = True
            self._show_keys()
            return
        line.value = ""
        self.post_message(self.LetGo())

    def action_read_out(self) -> None:
        """The answer may be read out, or no longer."""
        self.query_one("#read-out", TickBox).toggle()

    @on(Input.Changed)
    def _goes_on_writing(self) -> None:
        self._lets_go = False
        self._show_keys()

    @on(ScaleBar.Moved)
    @on(TickList.Ticked)
    @on(TickBox.Changed)
    def _show_keys(self) -> None:
        """Say what Enter and Tab do now."""
        mark = self.query_one(ScaleBar).mark.value
        read_out = self.query_one("#read-out", TickBox).value
        match self.asked:
            case Scale() if mark is None:
                words = _("A digit marks it. Enter skips it.")
            case Scale():
                words = _("Enter keeps {mark}. Backspace takes it away.").format(mark=mark)
            case Choices() if read_out:
                words = _("Space marks a line. Enter goes on. It may be read out; Tab takes that back.")
            case Choices():
                words = _("Space marks a line. Enter goes on. Tab marks that it may be read out.")
            case OpenLine(can_be_let_go=True) if self._lets_go:
                words = _("Down once more lets it go: then it is kept nowhere. Enter keeps it.")
            case OpenLine(can_be_let_go=True):
                words = _("Enter keeps it. Down lets it go: then it is kept nowhere.")
            case OpenLine(read_out_field=""):
                words = _("Enter goes on.")
            case _ if read_out:
                words = _("Enter goes on. It may be read out; Tab takes that back.")
            case _:
                words = _("Enter goes on. Tab marks that it may be read out.")
        self.query_one("#question-keys", Static).update(Content(words))


def _shares_its_mark(asked: Asked) -> str:
    """The field of another question for which the mark of this one holds, too; empty where there is none."""
    match asked:
        case Choices(words_field=field) | OpenLine(lines_field=field):
            return field
        case _:
            return ""
