"""The page one brings to the group: what stands on it, in words. Paper and screen show it, and add nothing.

Unwanted effects come first, since a facilitator should see them first; then what was practised, what came of
it, what got in the way, what was done one's own way, and what one wants to ask.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from relaxapp.days import long_day, short_day
from relaxapp.journal import in_words
from relaxapp.journal.entry import Entry
from relaxapp.journal.export.bars import Bar, bars
from relaxapp.journal.figures import BeforeAfter, Summary, Told
from relaxapp.journal.group_question import GroupQuestion
from relaxapp.journal.in_words import Labels
from relaxapp.journal.peg import Peg
from relaxapp.journal.sharing import Field, Sharing
from relaxapp.journal.summary import summarise
from relaxapp.journal.times import local_day
from relaxapp.translation import _

MOST_TOLD = 300
"""So many lines fit no page: of more, the last are taken, before the page is shortened to fit."""
PEGS_SHOWN = 5
"""The last weeks whose PEG is told."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section."""

    words: str
    """What it says."""
    when: str = ""
    """The day it belongs to; empty where it belongs to none."""
    own: bool = False
    """Whether they are the person's own words, which may be long."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Ratings before and after on a line from 0 to 10."""

    words: str
    """The same in words."""
    before: float
    """The median before."""
    after: float
    """The median after."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading."""

    heading: str
    """What they are about."""
    lines: tuple[Line, ...]
    """The lines, oldest first."""
    bars: tuple[Bar, ...] = ()
    """The minutes of each day, week or month, as a chart; its words are in the lines, too."""
    scales: tuple[Scale, ...] = ()
    """Ratings before and after, as a chart; the same."""


@dataclass(frozen=True, slots=True)
class GroupPage:
    """The page."""

    title: str
    """What it is."""
    range: str
    """The days it tells of."""
    name: str
    """The person's name, where it was typed in for this page; empty otherwise."""
    first: Section | None
    """What stands above all others."""
    practised: Section
    """How much was practised."""
    before_after: Section | None
    """What came of it."""
    left: tuple[Section, ...]
    """The sections of the left column."""
    right: tuple[Section, ...]
    """The sections of the right column."""
    below: tuple[Section, ...]
    """The sections under both."""
    foot: tuple[str, ...]
    """What to know in reading it."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """Every section, in the order of reading."""
        above = (self.first, self.practised, self.before_after)
        return (*(each for each in above if each is not None), *self.left, *self.right, *self.below)


@dataclass(frozen=True, slots=True)
class Kept:
    """What the journal holds of a range of days; the entries are gone through once."""

    first_day: date | None
    """The first of the days; None: the day of the first entry."""
    last_day: date
    """The last of them."""
    entries: Iterable[Entry]
    """Practices and days without, oldest first."""
    pegs: Sequence[Peg] = ()
    """PEGs, newest first."""
    questions: Sequence[GroupQuestion] = ()
    """Lines for the next session, newest first."""


def group_page(kept: Kept, sharing: Sharing, labels: Labels, name: str = "") -> GroupPage:
    """The page of what `sharing` lets through. Private notes are on it only where their entries are named."""
    seen = _Seen(kept.entries, sharing)
    summary = summarise(seen)
    first_day = kept.first_day or min(summary.minutes_on, default=kept.last_day)
    days = (kept.last_day - first_day).days + 1
    fields = sharing.fields
    return GroupPage(
        title=_("One page for the group"),
        range=_("{first} to {last}").format(first=long_day(first_day), last=long_day(kept.last_day)),
        name=" ".join(name.split()),
        first=_unwanted(summary) if Field.UNWANTED in fields else None,
        practised=Section(
            in_words.days_of(summary.days, days),
            tuple(Line(words) for words in in_words.practices(summary)),
            bars(summary.minutes_on, first_day, kept.last_day) if summary.practices else (),
        ),
        before_after=_before_after(summary),
        left=_those(
            _obstacles(summary, labels),
            _ended_early(summary) if Field.EARLY_STOPS in fields else None,
            _pegs(kept.pegs) if Field.PEG in fields else None,
        ),
        right=_those(
            _what_helped(summary, labels, fields),
            _told(_("What I did my own way"), summary.own_ways),
            _questions(kept.questions) if Field.QUESTIONS in fields else None,
        ),
        below=_those(_told(_("From my notes"), seen.notes)),
        foot=(
            _(
                "Ratings run from 0 to 10; the median is the middle one. "
                "Written by the person who practised, and not a medical record."
            ),
        ),
    )


class _Seen:
    """The entries as they are shared, with what is gathered on the way."""

    def __init__(self, entries: Iterable[Entry], sharing: Sharing) -> None:
        self._entries = entries
        self._notes = sharing.notes if Field.NOTES in sharing.fields else frozenset()
        self._sharing = replace(sharing, fields=sharing.fields | {Field.NOTES}, notes=None)
        self.notes: list[Told] = []
        """The notes that were ticked."""

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            if entry.note and (self._notes is None or entry.id in self._notes):
                self.notes.append(Told(local_day(entry), entry.note, entry.id))
            yield self._sharing.of(entry)


def _those(*sections: Section | None) -> tuple[Section, ...]:
    return tuple(section for section in sections if section is not None)


def _unwanted(summary: Summary) -> Section:
    heading = _("What I did not want")
    return _told(heading, summary.unwanted) or Section(heading, (Line(_("Nothing was written down.")),))


def _told(heading: str, told: Sequence[Told]) -> Section | None:
    lines = tuple(Line(_on_one_line(each.text), short_day(each.day), own=True) for each in told[-MOST_TOLD:])
    return Section(heading, lines) if lines else None


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def _before_after(summary: Summary) -> Section | None:
    told = ((summary.pain, in_words.pain), (summary.tension, in_words.tension))
    scales = tuple(_scale(both, words(both)) for both, words in told if both is not None)
    if not scales:
        return None
    return Section(_("Before and after"), tuple(Line(each.words) for each in scales), scales=scales)


def _scale(both: BeforeAfter, words: str) -> Scale:
    return Scale(words, both.before, both.after)


def _obstacles(summary: Summary, labels: Labels) -> Section | None:
    heading = _("What got in the way")
    counted = in_words.obstacles(summary, labels)
    told = _told(heading, summary.obstacle_words)
    lines = (*((Line(counted),) if counted else ()), *(told.lines if told is not None else ()))
    return Section(heading, lines) if lines else None


def _ended_early(summary: Summary) -> Section | None:
    return Section(_("Ended early"), (Line(in_words.ended_early(summary)),)) if summary.practices else None


def _what_helped(summary: Summary, labels: Labels, fields: frozenset[Field]) -> Section | None:
    if not summary.practices or not fields & {Field.PRACTICES, Field.RATINGS}:
        return None
    if Field.PRACTICES in fields:
        lines = tuple(Line(in_words.technique(each, labels)) for each in summary.techniques)
    else:
        lines = tuple(Line(" ".join(in_words.what_helped(each))) for each in summary.techniques)
    if Field.RATINGS not in fields:
        heading = _("What I practised")
    elif Field.PRACTICES in fields:
        heading = _("What I practised, and what helped")
    else:
        heading = _("What helped")
    shown = tuple(line for line in lines if line.words)
    return Section(heading, shown) if shown else None


def _pegs(pegs: Sequence[Peg]) -> Section | None:
    lines = tuple(
        Line(
            _("{mean} (average pain {pain}, enjoyment {enjoyment}, activity {activity})").format(
                mean=in_words.number(peg.mean),
                pain=peg.average_pain,
                enjoyment=peg.enjoyment,
                activity=peg.activity,
            ),
            short_day(local_day(peg)),
        )
        for peg in pegs[:PEGS_SHOWN]
        if peg.mean is not None
    )
    return Section(_("The week in three questions (PEG)"), lines[::-1]) if lines else None


def _questions(questions: Sequence[GroupQuestion]) -> Section | None:
    words = dict.fromkeys(_on_one_line(each.text) for each in reversed(questions) if each.text.strip())
    return Section(_("For the group"), tuple(Line(each, own=True) for each in words)) if words else None


def in_plain_words(page: GroupPage) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The page without pictures: each heading, and the lines under it."""
    yield page.title, tuple(line for line in (page.range, page.name) if line)
    for section in page.sections:
        lines = [
            _("{day}: {words}").format(day=line.when, words=line.words) if line.when else line.words
            for line in section.lines
        ]
        if section.bars:
            lines.append(bars_in_words(section.bars))
        yield section.heading, tuple(lines)
    yield "", page.foot


def bars_in_words(shown: Sequence[Bar]) -> str:
    """The chart of minutes as a line; days without practice are left out."""
    told = "; ".join(
        _("{day}: {minutes}").format(day=bar.words, minutes=bar.minutes) for bar in shown if bar.minutes
    )
    return _("Minutes: {told}.").format(told=told)
