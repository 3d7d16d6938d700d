"""The page for the one who prescribes: what was gathered, under three headings. Paper and screen show it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from relaxapp.days import short_day
from relaxapp.journal.entry import Entry
from relaxapp.journal.prescriber_line import PrescriberLine, Topic
from relaxapp.journal.times import local_day
from relaxapp.translation import _

DAYS = 56
"""How far back the journal is looked through: eight weeks."""
ASKING = "before-you-ask"
"""The reflection whose written line is a question for the one who prescribes."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """One line that may be on the page."""

    key: str
    """Tells it from the others."""
    topic: Topic
    """The heading it stands under."""
    words: str
    """What it says."""
    when: str = ""
    """The day it was noticed, and in which practice; empty where that doesn't matter."""


@dataclass(frozen=True, slots=True)
class PrescriberPage:
    """The page."""

    title: str
    """What it is."""
    words: str
    """What to know before anything else."""
    sections: tuple[tuple[str, tuple[Gathered, ...]], ...]
    """Each heading with its lines; only those that have any."""


def warning() -> str:
    """What stands wherever medicines are spoken of."""
    return _("Change nothing about your medicines without the person who prescribes them.")


def headings() -> Mapping[Topic, str]:
    """Each topic as the page has it, in order."""
    return {
        Topic.QUESTION: _("I would like to ask"),
        Topic.NOTICED: _("I noticed, and did not want"),
        Topic.ALSO_TAKEN: _("I also take or use"),
    }


def gathered(lines: Iterable[PrescriberLine], entries: Iterable[Entry]) -> tuple[Gathered, ...]:
    """All there is to tell, by topic: the person's own lines, then what the journal has, the oldest first.

    Of the journal: unwanted effects, and what was written after the reflection before a visit.
    """
    found = [Gathered(line.id, line.topic, _on_one_line(line.text)) for line in lines]
    found += (each for entry in sorted(entries, key=lambda each: each.started) for each in _of_entry(entry))
    order = list(Topic)
    return tuple(sorted(found, key=lambda each: order.index(each.topic)))


def _of_entry(entry: Entry) -> Iterator[Gathered]:
    day = short_day(local_day(entry))
    if ASKING in (entry.practice, entry.variation_of) and entry.note:
        yield Gathered(f"{entry.id} note", Topic.QUESTION, _on_one_line(entry.note))
    if entry.side_effects:
        when = _("{day}, {practice}").format(day=day, practice=entry.title) if entry.title else day
        yield Gathered(f"{entry.id} effect", Topic.NOTICED, _on_one_line(entry.side_effects), when)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def told(line: Gathered) -> str:
    """A line with its day."""
    if not line.when:
        return line.words
    return _("{when}: {words}").format(when=line.when, words=line.words)


def prescriber_page(lines: Iterable[Gathered], chosen: Collection[str]) -> PrescriberPage:
    """The page of the lines whose keys were chosen."""
    kept = [line for line in lines if line.key in chosen]
    sections = (
        (heading, tuple(line for line in kept if line.topic is topic))
        for topic, heading in headings().items()
    )
    return PrescriberPage(
        _("For the person who prescribes for me"),
        warning(),
        tuple((heading, of_it) for heading, of_it in sections if of_it),
    )


def in_plain_words(page: PrescriberPage) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The page from top to bottom, each heading with its lines."""
    return (
        (page.title, (page.words,)),
        *((heading, tuple(told(line) for line in lines)) for heading, lines in page.sections),
    )
