"""A line to type in: nothing that is put into it is lost without a word, and nothing beeps."""

from typing import TYPE_CHECKING, cast

from textual import events
from textual.widgets import Input

from relaxapp.errors import RelaxError
from relaxapp.translation import ngettext

if TYPE_CHECKING:
    from relaxapp.ui.house_app import HouseApp


class OneLine(Input):
    """Every line of the house to type in is made of this."""

    def _on_paste(self, event: events.Paste) -> None:
        """Several lines become one; of what is too long, the beginning is taken."""
        event.prevent_default()
        event.stop()
        words = " ".join(line.strip() for line in event.text.splitlines() if line.strip())
        start, end = sorted(self.selection)
        kept = len(self.value) - (end - start)
        room = max(0, self.max_length - kept) if self.max_length else len(words)
        self.replace(words[:room], start, end)
        if len(words) > room:
            self.restricted()

    def _on_focus(self, _event: events.Focus) -> None:
        """What stands there is gone on with at its end, unless a place in it was clicked."""
        if not self.select_on_focus and self.cursor_position == 0:
            self.cursor_position = len(self.value)

    def restricted(self) -> None:
        """Say that no more fits."""
        told = ngettext(
            "Only {count} character fits here; what comes after it is not taken.",
            "Only {count} characters fit here; what comes after them is not taken.",
            self.max_length or 0,
        )
        cast("HouseApp", self.app).notice(RelaxError(told.format(count=self.max_length)))
