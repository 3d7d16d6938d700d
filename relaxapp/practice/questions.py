"""What is asked before and after a practice. The wording of a rating never varies."""

from dataclasses import dataclass, replace

from relaxapp.journal.entry import Obstacle
from relaxapp.translation import _


@dataclass(frozen=True, slots=True)
class Scale:
    """A rating from 0 to 10."""

    field: str
    """The field of `Entry` that it fills."""
    text: str
    """The question."""
    lowest: str
    """What 0 means."""
    highest: str
    """What 10 means."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Any number of obstacles, or none."""

    field: str
    """The field of `Entry` that it fills."""
    text: str
    """The question."""
    options: tuple[tuple[Obstacle, str], ...]
    """Each obstacle with its words."""
    read_out_field: str
    """The field of `Entry` that tells whether the answer may be read out in the group."""
    words_field: str = ""
    """The field of `Entry` with own words for which that holds, too; empty where there can be none yet."""


@dataclass(frozen=True, slots=True)
class OpenLine:
    """One optional line in the person's own words."""

    field: str
    """The field of `Entry` that it fills."""
    text: str
    """The question."""
    hint: str = ""
    """Who will read it."""
    read_out_field: str = ""
    """The field of `Entry` that tells whether it may be read out in the group; empty for what never is."""
    lines_field: str = ""
    """The field of `Entry` with lines for which that mark holds, too; empty where there are none."""
    can_be_let_go: bool = False
    """Whether it may be written for its own sake and then not be kept: it never reaches the journal."""


Asked = Scale | Choices | OpenLine


def pain(field: str) -> Scale:
    """Pain now, the numeric rating scale in its one wording."""
    return Scale(field, _("Pain now"), _("no pain"), _("pain as bad as you can imagine"))


def tension(field: str) -> Scale:
    """Tension now, in its one wording."""
    return Scale(field, _("Tension now"), _("completely relaxed"), _("as tense as I can imagine"))


def peg() -> tuple[Scale, ...]:
    """The weekly PEG, its three items and their ends in the one wording; the fields are those of `Peg`."""
    none, most = _("does not interfere"), _("completely interferes")
    return (
        Scale(
            "average_pain",
            _("What number best describes your pain on average in the past week?"),
            _("no pain"),
            _("pain as bad as you can imagine"),
        ),
        Scale(
            "enjoyment",
            _(
                "What number best describes how, during the past week, pain has interfered with your "
                "enjoyment of life?"
            ),
            none,
            most,
        ),
        Scale(
            "activity",
            _(
                "What number best describes how, during the past week, pain has interfered with your "
                "general activity?"
            ),
            none,
            most,
        ),
    )


def obstacle_words() -> tuple[tuple[Obstacle, str], ...]:
    """Every obstacle as a person reads it."""
    return (
        (Obstacle.FLARE_UP, _("a flare-up")),
        (Obstacle.TOO_TIRED, _("too tired")),
        (Obstacle.FORGOT, _("forgot")),
        (Obstacle.NO_TIME, _("no time")),
        (Obstacle.INTERRUPTED, _("interrupted, or no privacy")),
        (Obstacle.UNCOMFORTABLE, _("uncomfortable")),
        (Obstacle.MIND_WANDERED, _("my mind wandered")),
        (Obstacle.FELL_ASLEEP, _("fell asleep")),
        (Obstacle.UPSET, _("anxious or upset")),
        (Obstacle.HURT, _("it hurt")),
        (Obstacle.DOUBTS, _("doubts that it helps")),
        (Obstacle.GUILT, _("guilt about resting")),
        (Obstacle.TECHNICAL, _("something technical")),
        (Obstacle.OTHER, _("something else")),
    )


def before() -> tuple[Asked, ...]:
    """What is asked before a practice, in order."""
    return (pain("pain_before"), tension("tension_before"))


def after(*, asleep: bool, write: str = "") -> tuple[Asked, ...]:
    """What is asked after a practice, in order. Falling asleep is no obstacle where sleep was chosen.

    `write`: what the script asks about a line to write. That line is the practice's private note, and comes
    first, while what came up is still near.
    """
    obstacles = tuple(
        (obstacle, words)
        for obstacle, words in obstacle_words()
        if not (asleep and obstacle is Obstacle.FELL_ASLEEP)
    )
    ratings_and_lines: tuple[Asked, ...] = (
        pain("pain_after"),
        tension("tension_after"),
        Scale("helpful", _("How helpful was it?"), _("not at all"), _("very much")),
        Choices("obstacles", _("Did anything get in the way?"), obstacles, "obstacles_read_out"),
        OpenLine(
            "own_way",
            _("What did you do your own way, or what made it possible?"),
            _("Others in the group may find it useful, too."),
            "own_way_read_out",
        ),
        OpenLine(
            "side_effects",
            _("Did anything happen that you did not want?"),
            _("For you and your facilitator."),
        ),
    )
    private = _("Private, unless you choose to share it.")
    note = OpenLine("note", write or _("A note for yourself?"), private, can_be_let_go=True)
    return (note, *ratings_and_lines) if write else (*ratings_and_lines, note)


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark on a scale while it is being set: a digit moves it, 1 then 0 is 10."""

    value: int | None = None
    """Where the mark stands; None while the scale is unmarked."""
    waits_for_zero: bool = False
    """Whether the last key was a 1, which a 0 makes 10."""

    def typed(self, digit: str) -> "Mark":
        """The mark after one more digit."""
        if digit == "0" and self.waits_for_zero:
            return Mark(10)
        return Mark(int(digit), waits_for_zero=digit == "1")

    def moved(self, by: int) -> "Mark":
        """The mark moved by an arrow key; an unmarked scale starts in the middle."""
        if self.value is None:
            return Mark(5)
        return Mark(min(10, max(0, self.value + by)))

    def cleared(self) -> "Mark":
        """The scale unmarked again."""
        return replace(self, value=None, waits_for_zero=False)
