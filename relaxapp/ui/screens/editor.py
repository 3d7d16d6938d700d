"""A practice as text, to change: mistakes are listed by line as they arise, and every change is kept."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static, TextArea

from relaxapp.errors import RelaxError
from relaxapp.practice.own_version import OwnVersion
from relaxapp.translation import _, ngettext
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.script_area import ScriptArea
from relaxapp.words.mistake import Mistake

TOLD = 3
"""How many mistakes are listed at a time; one fewer in a low terminal."""
HIGH = 24
"""Rows of a terminal that is not low."""
REST = 0.4
"""Seconds without a key, after which the text is looked through."""


class EditorScreen(AppScreen[bool | None]):
    """Gives whether the practice is now as it was written; False where a draft is left."""

    CSS_PATH = "editor.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "hear", _("Hear from here")),
        Binding("f2", "next_mistake", _("Mistake")),
        Binding("f3", "undo", _("Undo")),
        Binding("escape", "leave", _("Done"), priority=True),
        Binding("f1", "app.help", _("Help")),
    ]

    def __init__(
        self,
        version: OwnVersion,
        note: str,
        length: Callable[[str], str],
        hear: Callable[["EditorScreen", str, int], None],
    ) -> None:
        """`note`: said while there are no mistakes; `length`: of a text without mistakes, in words."""
        super().__init__()
        self._first = version.text()
        self._opening = _("This is your draft, as you left it.") if version.is_changed else ""
        """Said until the text is changed."""
        self._version = version
        self._note = note
        self._length = length
        self._hear = hear
        self._mistakes: tuple[Mistake, ...] = ()
        self._unkept: str | None = None
        """The text that could not be kept when one wanted to leave."""

    def compose(self) -> ComposeResult:
        """The text, and under it what is wrong, or how long it is."""
        yield ScriptArea(self._first, soft_wrap=True, show_line_numbers=True, compact=True)
        yield Static(id="mistakes")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin at the first words that are said, and look it through once."""
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor((_first_words(self._first), 0))
        self._look_through()

    @property
    def _text(self) -> str:
        return self.query_one(TextArea).text

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self._opening = ""
        try:
            self._version.write(self._text)
        except RelaxError as error:
            self.workers.cancel_group(self, "checking")
            self.tell(str(error))
        else:
            self._look_through()

    @on(ScriptArea.TooMuch)
    def _too_much(self) -> None:
        self.workers.cancel_group(self, "checking")
        self.tell(_("That is more than a practice can hold, so it was not put in. Paste a part of it."))

    @work(exclusive=True, group="checking")
    async def _look_through(self) -> None:
        """Once no key was pressed for a moment; away from the screen."""
        import asyncio

        await asyncio.sleep(REST)
        text = self._text
        mistakes = await asyncio.to_thread(self._version.mistakes, text)
        length = "" if mistakes else await asyncio.to_thread(self._length_or_why_not, text)
        self._show(mistakes, length)

    def _length_or_why_not(self, text: str) -> str:
        """What the person leaves out or avoids may leave nothing of a text that has no mistakes."""
        try:
            return self._length(text)
        except RelaxError as error:
            return str(error)

    def _show(self, mistakes: Sequence[Mistake], length: str) -> None:
        self._mistakes = tuple(mistakes)
        lines = [self._opening]
        if mistakes:
            told = TOLD if self.size.height >= HIGH else TOLD - 1
            lines += [
                _("Line {line}: {message}.").format(line=each.position.line, message=each.message)
                for each in mistakes[:told]
            ]
            more = len(mistakes) - told
            if more > 0:
                lines.append(ngettext("and {more} more", "and {more} more", more).format(more=more))
        else:
            lines += [length, self._note]
        self.query_one("#mistakes", Static).update(Content("\n".join(line for line in lines if line)))

    def action_next_mistake(self) -> None:
        """To the first mistake below the cursor, or the first of all."""
        area = self.query_one(TextArea)
        if not self._mistakes:
            return
        below = [each for each in self._mistakes if each.position.line - 1 > area.cursor_location[0]]
        at = (below or self._mistakes)[0].position
        area.move_cursor((at.line - 1, at.column - 1))

    def action_undo(self) -> None:
        """The last change taken back."""
        self.query_one(TextArea).undo()

    def action_hear(self) -> None:
        """A few lines from the cursor on."""
        self._hear(self, self._text, self.query_one(TextArea).cursor_location[0] + 1)

    def tell(self, sentence: str) -> None:
        """Something to know, until the text changes."""
        if self.is_current:
            self.query_one("#mistakes", Static).update(Content(sentence))

    def action_leave(self) -> None:
        """Back: a text without mistakes is practised from now on, another stays a draft."""
        try:
            whole = not self._version.finish(self._text)
        except RelaxError as error:
            if self._unkept == self._text:
                self.dismiss(None)
                return
            self._unkept = self._text
            told = _("Esc again leaves without what was changed since.")
            self.tell(f"{error}\n{told}")
        else:
            self.dismiss(whole)


def _first_words(text: str) -> int:
    """The line of the first words that are said, counted from 0: what stands below the first heading."""
    lines = text.splitlines()
    heading = next((at for at, line in enumerate(lines) if at and line.startswith("# ")), 0)
    return next((at for at, line in enumerate(lines) if at > heading > 0 and line.strip()), 0)
