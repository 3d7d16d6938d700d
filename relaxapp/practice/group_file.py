"""A member's file for the sheet of the group: what will stand in it, in words, before it is made."""

from dataclasses import replace

from relaxapp.journal import in_words
from relaxapp.journal.entry import Entry, Kind, Obstacle
from relaxapp.journal.export.gathering import Gathered
from relaxapp.journal.said import said
from relaxapp.journal.sharing import FOR_GROUP, Field, Sharing
from relaxapp.journal.times import local_day
from relaxapp.practice.labels import labels
from relaxapp.translation import _, ngettext

CHOICES = (Field.PRACTICES, Field.OBSTACLES, Field.OWN_WAYS, Field.QUESTIONS)
"""What may be left out, in the order in which a person is asked."""


def sharing_of(fields: frozenset[str]) -> Sharing:
    """The choice for the group, of the fields that are named."""
    return replace(FOR_GROUP, fields=FOR_GROUP.fields & {Field(name) for name in fields})


def told(gathered: Gathered) -> list[tuple[str, tuple[str, ...]]]:
    """All that a file will say, as headings with their lines; reads what was gathered."""
    entries = tuple(map(gathered.sharing.of, gathered.entries))
    lines = said(entries, gathered.questions)
    known = labels().obstacles
    obstacles = [each for each in Obstacle if any(each in entry.obstacles for entry in entries)]
    marked = [known[each] for each in Obstacle if each in lines.obstacles]
    found = [
        (_("Your file for the sheet of the group"), _intent()),
        (_("Practised"), _practised(entries)),
        (
            _("What got in the way, only counted together with others"),
            tuple(known[each] for each in obstacles),
        ),
        (_("What got in the way, to be read out"), (*marked, *lines.obstacle_words)),
        (_("What you did your own way, to be read out"), lines.own_ways),
        (_("Questions for the group"), lines.questions),
    ]
    return [(heading, words) for heading, words in found if words]


def _intent() -> tuple[str, ...]:
    return (
        _("This is all that is in it. No name, no ratings, no notes, no hours of your practices."),
        _(
            "Each practice stands in it with its day and its length; besides, a random name, by which two "
            "files of yours are known, and when the file was made. The sheet tells none of these."
        ),
        _("By making it you allow your facilitator to use it for the sheet, on which nobody is named."),
        _("What may be read out stands there as you wrote it, and someone may guess that it is yours."),
    )


def _practised(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    practised = [entry for entry in entries if entry.kind is not Kind.NO_PRACTICE]
    if not practised:
        return (_("No practice was written down in these days."),)
    days = len({local_day(entry) for entry in practised})
    names = labels().techniques
    techniques = dict.fromkeys(names.get(entry.technique, entry.technique) for entry in practised)
    return (
        ngettext("On {days} day, {minutes} in all.", "On {days} days, {minutes} in all.", days).format(
            days=days, minutes=in_words.minutes(sum(entry.minutes for entry in practised))
        ),
        *(name for name in techniques if name),
    )
