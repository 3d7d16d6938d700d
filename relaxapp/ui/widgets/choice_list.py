"""A list that leaves Left and Right to its screen; Textual's own would scroll by them."""

from typing import ClassVar

from textual.binding import BindingType

from relaxapp.ui.widgets.line_list import LineList


class ChoiceList(LineList, inherit_bindings=False):
    """Lines to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = LineList.BINDINGS
