"""What of the journal is shared: field by field, with the notes that were ticked, as the person chose.

Days, times and lengths of practices are what is shared whenever anything is; everything else is a choice.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cache

from relaxapp.journal.entry import Entry
from relaxapp.journal.times import day_alone
from relaxapp.translation import _


class Field(StrEnum):
    """What can be shared or kept back, in the order in which a person is asked."""

    PRACTICES = "practices"
    """Which practices they were, and their techniques."""
    RATINGS = "ratings"
    """Pain, tension and how helpful it was."""
    OBSTACLES = "obstacles"
    """What got in the way."""
    OWN_WAYS = "own-ways"
    """What was done one's own way, or what made it possible."""
    UNWANTED = "unwanted-effects"
    """What happened that was not wanted."""
    EARLY_STOPS = "early-stops"
    """How each practice ended."""
    PEG = "peg"
    """The weekly PEG."""
    QUESTIONS = "questions"
    """Lines for the next session."""
    NOTES = "notes"
    """Private notes."""


ENTRY_FIELDS: Mapping[Field, tuple[str, ...]] = {
    Field.PRACTICES: ("practice", "title", "technique", "variation_of"),
    Field.RATINGS: (
        *("pain_before", "tension_before", "pain_after", "tension_after", "helpful"),
        "ratings_due",
    ),
    Field.OBSTACLES: ("obstacles", "obstacle_words", "obstacles_read_out"),
    Field.OWN_WAYS: ("own_way", "own_way_read_out"),
    Field.UNWANTED: ("side_effects",),
    Field.EARLY_STOPS: ("ended", "planned_seconds"),
    Field.NOTES: ("note",),
}
"""The fields of `Entry` that each choice covers; the others are always shared.

The length asked for goes with how a practice ended: beside the length heard, the one tells the other.
"""

GROUP_FIELDS = frozenset({Field.PRACTICES, Field.OBSTACLES, Field.OWN_WAYS, Field.QUESTIONS})
"""All that the sheet of the group is made of."""
NOT_FOR_GROUP = frozenset({"entered_later"})
"""What is shared whenever anything is, and the sheet of the group has no use for."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a person chose to share."""

    fields: frozenset[Field] = frozenset(Field) - {Field.NOTES}
    """What is shared."""
    notes: frozenset[str] | None = None
    """The ids of the entries whose notes are shared, where notes are; None: all of them."""
    group_sheet: bool = False
    """Whether a facilitator may use it for the group's sheet, without a name."""

    def shares(self, name: str) -> bool:
        """Whether a field of `Entry` is shared."""
        if self.group_sheet and name in NOT_FOR_GROUP:
            return False
        return all(field in self.fields for field, names in ENTRY_FIELDS.items() if name in names)

    def of(self, entry: Entry) -> Entry:
        """The entry with what is kept back left empty.

        For the group's sheet, which needs no more, so are the hour, the place, titles, and words not to be
        read out. How it ended can't be left empty: whoever shows entries asks `shares("ended")` first.
        """
        empty = {**_kept_back(self.fields), **self._hidden(entry)}
        return replace(entry, **empty) if empty else entry  # type: ignore[arg-type]

    def for_a_file(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Entries for a file in which what is kept back has no place: only the rest is emptied."""
        whole = self.notes is None and not self.group_sheet
        for entry in entries:
            hidden = {} if whole else self._hidden(entry)
            yield replace(entry, **hidden) if hidden else entry  # type: ignore[arg-type]

    def _hidden(self, entry: Entry) -> dict[str, object]:
        hidden: dict[str, object] = {}
        if self.notes is not None and entry.id not in self.notes:
            hidden["note"] = ""
        if self.group_sheet:
            hidden |= {**day_alone(entry), "practice": "", "title": "", "variation_of": ""}
            hidden |= {} if entry.obstacles_read_out else {"obstacle_words": ""}
            hidden |= {} if entry.own_way_read_out else {"own_way": ""}
        return hidden


EVERYTHING = Sharing(frozenset(Field))
"""A whole copy, for oneself."""
FOR_GROUP = Sharing(GROUP_FIELDS, group_sheet=True)
"""What the group's sheet needs, and nothing more."""

_EMPTY: Mapping[str, object] = {
    each.name: each.default
    for each in fields(Entry)
    if each.name != "ended" and any(each.name in names for names in ENTRY_FIELDS.values())
}
"""What stands in the place of each field that is kept back."""


@cache
def _kept_back(fields: frozenset[Field]) -> Mapping[str, object]:
    """What stands in the place of each field of `Entry` that is not in what is shared."""
    shared = Sharing(fields)
    return {name: empty for name, empty in _EMPTY.items() if not shared.shares(name)}


def labels() -> dict[Field, str]:
    """Each choice as a person reads it."""
    return {
        Field.PRACTICES: _("which practices"),
        Field.RATINGS: _("ratings before and after"),
        Field.OBSTACLES: _("what got in the way"),
        Field.OWN_WAYS: _("what I did my own way"),
        Field.UNWANTED: _("what I did not want"),
        Field.EARLY_STOPS: _("which ended early"),
        Field.PEG: _("the weekly three questions"),
        Field.QUESTIONS: _("my questions for the group"),
        Field.NOTES: _("private notes"),
    }
