"""A body seen from the front, each part drawn by what is chosen for it; no colour is needed to read it."""

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from relaxapp.practice.area_choices import AreaChoice
from relaxapp.words.areas import leaves

PICTURE = (
    "       FFFFFFF       ",
    "       EEEEEEE       ",
    "       GGGGGGG       ",
    "       MMMMMMM       ",
    "        JJJJJ        ",
    "         NNN         ",
    "   SSSSSSNNNTTTTTT   ",
    "  AA CCCCCCCCCCC BB  ",
    "  AA CCCCCCCCCCC BB  ",
    " AAA DDDDDDDDDDD BBB ",
    " AA  DDDDDDDDDDD  BB ",
    " HH  PPPPPPPPPPP  II ",
    " HH  LLLLLRRRRRR  II ",
    "     UUUU   VVVV     ",
    "     UUUU   VVVV     ",
    "     KKKK   OOOO     ",
    "     UUUU   VVVV     ",
    "    QQQQQ   WWWWW    ",
)
"""Each letter a part; as in a mirror turned round, the right side of the body is on the left."""
PARTS = {
    "F": "forehead",
    "E": "eyes",
    "G": "mid-face",
    "M": "mouth",
    "J": "jaw",
    "N": "neck",
    "S": "right shoulder",
    "T": "left shoulder",
    "A": "right arm",
    "B": "left arm",
    "H": "right hand",
    "I": "left hand",
    "C": "chest",
    "D": "abdomen",
    "P": "pelvis",
    "L": "right hip",
    "R": "left hip",
    "U": "right leg",
    "V": "left leg",
    "K": "right knee",
    "O": "left knee",
    "Q": "right foot",
    "W": "left foot",
}
MARKS = {
    AreaChoice.INCLUDED: "▓",
    AreaChoice.LET_GO: "░",
    AreaChoice.LEFT_OUT: "·",
    AreaChoice.PARTLY: "▒",
}
"""How each choice is drawn."""


class BodyMap(Widget):
    """Shows the choices, and which part is marked in the list beside it."""

    marked: reactive[str] = reactive("")
    """The area that is marked; its parts are drawn reversed."""

    def __init__(self, choice_of: Callable[[str], AreaChoice], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._choice_of = choice_of

    def render_line(self, y: int) -> Strip:
        """One row of the body."""
        if y >= len(PICTURE):
            return Strip.blank(self.size.width)
        plain = self.rich_style
        marked = leaves([self.marked]) if self.marked else frozenset()
        segments = [self._cell(letter, marked, plain) for letter in PICTURE[y]]
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    def _cell(self, letter: str, marked: frozenset[str], plain: Style) -> Segment:
        if letter == " ":
            return Segment(" ", plain)
        area = PARTS[letter]
        style = plain + Style(reverse=True) if leaves([area]) & marked else plain
        return Segment(MARKS[self._choice_of(area)], style)
