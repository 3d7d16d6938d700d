"""Where a practice is written. Far too much for one is not taken in, so that every key answers at once."""

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from relaxapp.words.parse import LONGEST_PARAGRAPH, LONGEST_SCRIPT


def fits(text: str) -> bool:
    """Whether a text, and each line of it, is short enough to be written in quickly, as any practice is."""
    return len(text) <= LONGEST_SCRIPT and max(map(len, text.splitlines()), default=0) <= LONGEST_PARAGRAPH


class ScriptArea(TextArea):
    """A text to change."""

    class TooMuch(Message):
        """Something pasted was not put in, since it is too much."""

    async def on_paste(self, event: events.Paste) -> None:
        """Put in what the terminal pastes, where it fits."""
        if not self._would_fit(event.text):
            event.prevent_default()
            self.post_message(self.TooMuch())

    def action_paste(self) -> None:
        """Put in what was cut or copied here, where it fits."""
        if self._would_fit(self.app.clipboard):
            super().action_paste()
        else:
            self.post_message(self.TooMuch())

    def _would_fit(self, pasted: str) -> bool:
        start, end = sorted(self.selection)
        document = self.document
        before = document.get_text_range(document.start, start)
        after = document.get_text_range(end, document.end)
        return fits(before + pasted + after)
