"""A list whose marked line stays in sight."""

from textual.widgets import OptionList


class LineList(OptionList):
    """Lines to choose from; every list of the house is made of this."""

    def on_resize(self) -> None:
        """Lines take another height in another width, and the list another place: show the marked one."""
        self.call_after_refresh(self._show_marked)

    def _show_marked(self) -> None:
        """In the list, and the list on a page that scrolls."""
        self.scroll_to_highlight()
        if self.has_focus:
            self.scroll_visible(animate=False)
