"""Choosing a folder by the arrow keys alone."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.errors import RelaxError
from relaxapp.practice.folders import Folder, look_into
from relaxapp.translation import _, ngettext
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.choice_list import ChoiceList
from relaxapp.ui.widgets.key_line import KeyLine

TAKE, ABOVE = "take", "above"


class FolderScreen(AppScreen[Path | None]):
    """Gives the folder chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "above", _("Folder above")),
        Binding("escape", "leave", _("Back")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(self, title: str, words: str, start: Path, ending: str) -> None:
        """`ending`: how the names of the files end that the folder is chosen for."""
        super().__init__()
        self._title, self._words, self._ending = title, words, ending
        self._folder = Folder(start, (), ())

    def compose(self) -> ComposeResult:
        """What is asked, where one is, and what lies there."""
        yield Static(Content(self._title), classes="title")
        yield Static(Content(self._words), classes="quiet")
        yield Static(id="where")
        yield ChoiceList(id="choose")
        yield KeyLine()

    def on_mount(self) -> None:
        """Look into the first folder."""
        self._open(self._folder.path)
        self.query_one("#choose").focus()

    def _open(self, path: Path) -> None:
        """Show a folder; where it can't be read, say so and stay."""
        try:
            self._folder = look_into(path, self._ending)
        except RelaxError as error:
            self.query_one("#where", Static).update(Content(str(error)))
            return
        self.query_one("#where", Static).update(Content(str(path)))
        files = len(self._folder.files)
        listed = self.query_one("#choose", OptionList)
        listed.clear_options()
        if files:
            take = ngettext("Take this folder: {count} file", "Take this folder: {count} files", files)
            listed.add_option(Option(take.format(count=files), id=TAKE))
        else:
            nothing = _("No file ending in {ending} lies here").format(ending=self._ending)
            listed.add_option(Option(nothing, disabled=True))
        if self._folder.above is not None:
            listed.add_option(Option(_("↑ The folder above"), id=ABOVE))
        listed.add_options(
            [Option(Content(f"  {each.name}/"), id=str(at)) for at, each in enumerate(self._folder.folders)]
        )
        listed.highlighted = 0 if files else min(2, listed.option_count - 1)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == TAKE:
            self.dismiss(self._folder.path)
        elif event.option_id == ABOVE:
            self.action_above()
        else:
            self._open(self._folder.folders[int(event.option_id or 0)])

    def action_above(self) -> None:
        """To the folder this one lies in."""
        if self._folder.above is not None:
            self._open(self._folder.above)

    def action_leave(self) -> None:
        """Back, nothing chosen."""
        self.dismiss(None)
