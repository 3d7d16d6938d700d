"""What waits for the person when the app opens: a practice, ratings of the morning, a question."""

from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.journal.entry import Ended
from relaxapp.ui.ways.better_voice import better_voice, could_be_better
from relaxapp.ui.ways.group_day import GROUP_DAY, group_day
from relaxapp.ui.ways.practise import rate
from relaxapp.ui.ways.tune_voice import OFFER, PRACTICES_BEFORE, offer_tuning

if TYPE_CHECKING:
    from relaxapp.journal.entry import Entry
    from relaxapp.ui.app import RelaxApp

LOOKED_BACK = 20
"""How many entries are looked at for what was finished."""


async def opening(app: "RelaxApp") -> None:
    """At most one thing is asked."""
    store = app.services.store
    store.settle_unfinished()
    due = store.ratings_due()
    if app.start_with is not None:
        way, *given = app.start_with
        app.go(way, *given)
    elif due:
        for earlier in due[1:]:  # how it is now tells nothing of them
            store.update(replace(earlier, ratings_due=False), before=earlier)
        await _rate_after_waking(app, due[0])
        app.warm_up()
    else:
        app.warm_up()
        if GROUP_DAY not in app.settings.offers and store.entries(limit=1):
            await group_day(app)
        elif OFFER not in app.settings.offers and _finished(app) >= PRACTICES_BEFORE:
            await offer_tuning(app)
        elif could_be_better(app) and store.entries(limit=1):
            await better_voice(app)


def _finished(app: "RelaxApp") -> int:
    """How many of the last practices were heard to their end."""
    return sum(entry.ended is Ended.COMPLETED for entry in app.services.store.entries(limit=LOOKED_BACK))


async def _rate_after_waking(app: "RelaxApp", entry: "Entry") -> None:
    """The ratings that waited for the morning."""
    from relaxapp.practice.conductor import Conductor
    from relaxapp.practice.personal import asked_to_write

    write = ""
    if entry.practice in app.shelf:
        write = asked_to_write(app.shelf.script(entry.practice), app.person(), app.shelf.lexicon())
    app.keeping.knows(entry)
    await rate(app, Conductor.on_waking(entry, write))
