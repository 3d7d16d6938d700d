"""What an export is made of: all that was kept in a range, and what of it the person shares."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from heapq import merge
from uuid import uuid4

from relaxapp.journal.entry import Entry
from relaxapp.journal.group_question import GroupQuestion
from relaxapp.journal.peg import Peg
from relaxapp.journal.rows import Shareable
from relaxapp.journal.sharing import EVERYTHING, Field, Sharing
from relaxapp.journal.store import Store
from relaxapp.journal.times import day_alone, latest_day


@dataclass(frozen=True, slots=True)
class Gathered:
    """One export, before it takes a form."""

    entries: Iterable[Entry]
    """Practices and days without, oldest first; read once."""
    made: datetime
    """When it was made: local, aware."""
    pegs: tuple[Peg, ...] = ()
    """Weekly PEGs, oldest first."""
    questions: tuple[GroupQuestion, ...] = ()
    """Lines for the next session, oldest first."""
    sharing: Sharing = EVERYTHING
    """What of it is shared."""
    member: str = ""
    """The journal's random name, which tells nothing."""
    since: date | None = None
    """The first day it may hold; None: all that was kept."""
    id: str = field(default_factory=lambda: uuid4().hex)
    """A random name of this export."""

    def kept(self) -> Iterator[Shareable]:
        """What is shared, oldest first, with what is kept back left empty."""
        entries: Iterable[Shareable] = self.sharing.for_a_file(self.entries)
        yield from merge(entries, self.pegs, self.questions, key=_start)


def gather(store: Store, sharing: Sharing, made: datetime, since: date | None = None) -> Gathered:
    """All that was kept since a day, read from the journal as it is written out.

    The sheet of a group is told nothing of days to come, which a clock that was wrong may have stamped.
    """
    of_group = sharing.group_sheet
    until = latest_day(made.date()) if of_group else None
    return Gathered(
        store.each(since, until),
        made,
        pegs=store.pegs(since, until)[::-1] if Field.PEG in sharing.fields else (),
        questions=tuple(
            replace(each, **day_alone(each)) if of_group else each
            for each in store.questions(since, until)[::-1]
            if Field.QUESTIONS in sharing.fields and (each.read_out or not of_group)
        ),
        sharing=sharing,
        member=store.member(),
        since=since,
    )


def _start(kept: Shareable) -> datetime:
    return kept.started
