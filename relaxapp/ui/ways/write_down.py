"""What is written down by hand."""

from typing import TYPE_CHECKING

from relaxapp.translation import _
from relaxapp.ui.screens.choose import ChooseScreen
from relaxapp.ui.ways.entry import tell
from relaxapp.ui.ways.for_the_group import for_the_group
from relaxapp.ui.ways.no_practice import no_practice
from relaxapp.ui.ways.peg import peg
from relaxapp.ui.ways.without_app import without_app

if TYPE_CHECKING:
    from relaxapp.practice.book import Book
    from relaxapp.ui.app import RelaxApp


async def write_down(app: "RelaxApp", book: "Book") -> None:
    """Choose what, then answer a few short questions."""
    ways = {
        "without": (_("I practised without the app"), without_app),
        "none": (_("I didn't practise, because …"), no_practice),
        "peg": (_("The week in three questions"), peg),
        "group": (_("Something to ask or tell in the group"), for_the_group),
    }
    lines = [(key, words) for key, (words, _way) in ways.items()]
    chosen = await app.push_screen_wait(ChooseScreen(_("Write down"), lines))
    if chosen is not None and await ways[chosen][1](app, book):
        tell(app, _("Written down. U takes it back until you leave the journal."))
