"""Activity by quota: minutes active, minutes of rest, in rounds. The words are those of a page.

The page has parts that take turns, active and rest, and a last part that ends it. Where there are more rounds
than it has parts for, the last two are used again. In each part, the silences longer than a minute are the
time itself: they become as long as the person asked for.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from relaxapp.errors import RelaxError
from relaxapp.journal.settings import MOST_PACED_MINUTES, MOST_PACED_ROUNDS
from relaxapp.translation import _
from relaxapp.words.personalise import says_of
from relaxapp.words.script import Line, Paragraph, Pause, Scope, Script, Section, Step

PACING = "activity-pacing"
"""The page."""
LONGEST_IN_ALL = 180
"""Minutes."""
FOR_A_WORD, FOR_A_PART = 1.6, 16.0
"""Seconds that the time of a part gives up at most for each word said in it, with the silences around it, and
for its bell and a share of the last words. In proportion to the words, so that all parts are as exact."""
SHORTEST_WAIT = 5.0
"""Seconds of silence that a part keeps in any case."""
LONG = 60.0
"""A silence that may be longer than these seconds is the time itself."""
LAST_CALL = 3
"""Minutes from which on what follows the time, the call that it is almost over, is said."""


@dataclass(frozen=True, slots=True)
class Quota:
    """How much is done and rested, decided beforehand. Raises RelaxError where it is out of bounds."""

    active: int
    """Minutes."""
    rest: int
    """Minutes."""
    rounds: int
    """How often."""

    def __post_init__(self) -> None:
        lengths = (self.active, self.rest)
        if not all(1 <= minutes <= MOST_PACED_MINUTES for minutes in lengths):
            raise RelaxError(
                _("Active minutes and minutes of rest are from 1 to {most}.").format(most=MOST_PACED_MINUTES),
                _("Take one minute of each, or more.")
                if min(lengths) < 1
                else _("Take fewer minutes, and more rounds."),
            )
        if not 1 <= self.rounds <= MOST_PACED_ROUNDS:
            raise RelaxError(
                _("There are from 1 to {most} rounds.").format(most=MOST_PACED_ROUNDS),
                _("Take one, or more.")
                if self.rounds < 1
                else _("Begin again after the last one, if you still want to."),
            )
        if self.minutes > LONGEST_IN_ALL:
            raise RelaxError(
                _("This would take {minutes} minutes; {most} are the most at a time.").format(
                    minutes=self.minutes, most=LONGEST_IN_ALL
                ),
                _("Take fewer rounds, and begin again later."),
            )

    @property
    def minutes(self) -> int:
        """How long it takes in all."""
        return (self.active + self.rest) * self.rounds


def paced(page: Script, quota: Quota) -> Script:
    """The page as a practice of these minutes and rounds. Raises RelaxError where it has too few parts."""
    *turns, end = page.sections
    if len(turns) < 2:
        raise RelaxError(
            _("The page {name} needs three parts: active, rest, and an end.").format(name=page.path),
            _("Each begins with a heading, such as: # Rest"),
        )
    sections: list[Section] = []
    for number in range(quota.rounds):
        first = min(2 * number, (len(turns) - 2) // 2 * 2)
        for section, minutes in zip(turns[first : first + 2], (quota.active, quota.rest), strict=True):
            sections.append(_lasting(section, minutes, _counted(number + 1, quota.rounds)))
    return replace(page, lengths=(quota.minutes,), sections=(*sections, end))


def _counted(number: int, of: int) -> str:
    """How a round is named beside the title of its part; nothing where there is only one."""
    return _("{number} of {of}").format(number=number, of=of) if of > 1 else ""


def _lasting(section: Section, minutes: int, counted: str) -> Section:
    """A part that lasts so many minutes, whatever its page had it last."""
    paragraphs = [replace(each, lines=tuple(map(_at_any_length, each.lines))) for each in section.paragraphs]
    timed = next((index for index, each in enumerate(paragraphs) if _is_time(each)), None)
    if timed is None:
        paragraphs.append(Paragraph((Line(Scope(), (Pause(LONG, 2 * LONG),), section.at),)))
        timed = len(paragraphs) - 1
    after = [each for each in paragraphs[timed + 1 :] if not _is_only_time(each)]
    if minutes < LAST_CALL:
        after = []
    wait = minutes * 60 - sum(_silence(each) for each in after)
    words = sum(_words(each) for each in (*paragraphs[: timed + 1], *after))
    time = Pause(max(SHORTEST_WAIT, wait - FOR_A_WORD * words - FOR_A_PART), wait)
    lines = tuple(replace(line, steps=_with(time, line.steps)) for line in paragraphs[timed].lines)
    titles = tuple(
        replace(title, text=", ".join(filter(None, (title.text, counted)))) for title in section.titles
    )
    return replace(
        section,
        titles=titles,
        scope=replace(section.scope, least_minutes=0, under_minutes=None),
        paragraphs=(*paragraphs[:timed], Paragraph(lines), *after),
    )


def _at_any_length(line: Line) -> Line:
    return replace(line, scope=replace(line.scope, least_minutes=0, under_minutes=None))


def _long(step: Step) -> bool:
    return isinstance(step, Pause) and step.high > LONG


def _is_time(paragraph: Paragraph) -> bool:
    return any(_long(step) for line in paragraph.lines for step in line.steps)


def _is_only_time(paragraph: Paragraph) -> bool:
    return all(_long(step) for line in paragraph.lines for step in line.steps)


def _with(time: Pause, steps: Iterable[Step]) -> tuple[Step, ...]:
    """The steps with `time` in place of the time they had; at their end where they had none."""
    kept = [step for step in steps if not _long(step)]
    return (*kept, time)


def _words(paragraph: Paragraph) -> int:
    return sum(len(say.text.split()) for say in says_of(paragraph.lines[0].steps))


def _silence(paragraph: Paragraph) -> float:
    """The written silences of a paragraph, at their shortest."""
    return sum(step.low for step in paragraph.lines[0].steps if isinstance(step, Pause))
