"""What waits for the person when the app opens: a practice, ratings of the morning, a question."""

from typing import TYPE_CHECKING

from relaxapp.ui.ways.group_day import GROUP_DAY, group_day
from relaxapp.ui.ways.practise import practise, rate

if TYPE_CHECKING:
    from relaxapp.journal.entry import Entry
    from relaxapp.ui.app import RelaxApp


async def opening(app: "RelaxApp") -> None:
    """At most one thing is asked."""
    store = app.services.store
    store.settle_unfinished()
    due = store.ratings_due()
    if app.start_with is not None:
        await practise(app, *app.start_with)
    elif due:
        await _rate_after_waking(app, due[0])
        app.warm_up()
    else:
        app.warm_up()
        if GROUP_DAY not in app.settings.offers and store.entries(limit=1):
            await group_day(app)


async def _rate_after_waking(app: "RelaxApp", entry: "Entry") -> None:
    """The ratings that waited for the morning."""
    from relaxapp.practice.conductor import Conductor

    write = app.shelf.script(entry.practice).write if entry.practice in app.shelf else ""
    await rate(app, Conductor.on_waking(entry, write))
