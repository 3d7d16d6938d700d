"""One line to mark; the mark is seen without colour."""

from textual.content import Content
from textual.widgets import Checkbox


class TickBox(Checkbox):
    """Space or a click marks it, and unmarks it."""

    @property
    def _button(self) -> Content:
        return Content("[x]" if self.value else "[ ]")
