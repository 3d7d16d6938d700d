"""What a room is given, and how its exercise is made: ready answers only, and no journal."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.errors import LengthError
from relaxapp.led.log import LedLog
from relaxapp.library.library import Library
from relaxapp.practice.beds import bed_for
from relaxapp.practice.room_words import with_opening
from relaxapp.session import PATIENCE, Order, Prepared, prepare
from relaxapp.timing.spoken import spoken
from relaxapp.timing.workable import Lengths
from relaxapp.translation import _
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.person import Person
from relaxapp.words.script import Script

if TYPE_CHECKING:
    from relaxapp.session import Studio
    from relaxapp.sound.player import Player

USUAL_MINUTES = 10
"""How long an exercise in a group is, where nobody says otherwise."""
SLACK = 0.5
"""Minutes by which an exercise may miss a length told in minutes."""
SLACK_UNTIL = 1
"""Minutes by which it may miss a time of day, which is told without its seconds."""


@dataclass(frozen=True, slots=True)
class RoomParts:
    """What leading needs of the world. There is no journal in it, so that none can be opened."""

    library: Library
    """The scripts."""
    studio: Callable[[], "Studio"]
    """The voice and the beds, opened once."""
    player: Callable[[], "Player"]
    """The sound device, opened once and ready; raises SoundError where there is none."""
    silent_player: Callable[[], "Player"]
    """A player on a silent clock, for where there is no sound, or it goes away."""
    log: LedLog
    """The facilitator's own list of exercises led."""
    hand_out_to: Path
    """The folder in which an exercise is handed out."""
    stay_awake: Callable[[], AbstractContextManager[bool]]
    """Keeps the screen from going dark, and says whether it can."""
    now: Callable[[], datetime]
    """The local time, aware."""
    close: Callable[[], None] = lambda: None
    """Gives the device and the voice back, where they were opened for the room alone."""


@dataclass(frozen=True, slots=True)
class RoomChoices:
    """What the facilitator chose beforehand."""

    minutes: float = USUAL_MINUTES
    """How long; where `until` is told, what that came to when it was told."""
    until: datetime | None = None
    """When it shall end, in place of a length."""
    leave_out: frozenset[str] = frozenset()
    """Names of areas that are never mentioned."""
    tensing: bool = False
    """Whether muscles are tensed lightly before they are let go."""
    bed: str = ""
    """The background; empty for the one the practice suggests."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """Ready answers by the name of the blank; the others stay open."""
    due_click: bool = False
    """Whether a click tells the facilitator who reads aloud that the next line is due."""

    def minutes_from(self, now: datetime) -> float:
        """How long it lasts if it begins now."""
        if self.until is None:
            return self.minutes
        return (self.until - now).total_seconds() / 60


def person(choices: RoomChoices) -> Person:
    """A room is nobody in particular: it has no answers and no areas but those chosen for it."""
    return Person(
        answers=dict(choices.answers),
        leave_out=choices.leave_out,
        release_only=frozenset() if choices.tensing else frozenset({"body"}),
    )


def ready_answers(script: Script) -> dict[str, tuple[str, ...]]:
    """The ready answers that can be chosen for a room, by the question they answer; none about pain."""
    return {
        question.name: question.suggestions
        for question in script.questions
        if question.suggestions and not question.about_pain
    }


def order(script: Script, choices: RoomChoices, lexicon: Lexicon, now: datetime) -> Order:
    """What is played if the exercise begins now: the practice with the opening lines of a room.

    Longer or shorter than the practice can be, it takes the nearest length it offers.
    """
    who = person(choices)
    minutes = min(max(choices.minutes_from(now), script.lengths[0]), script.lengths[-1])
    bed = bed_for(script, who, lexicon, choices.bed)
    return Order(with_opening(script), who, minutes, bed)


def usual_choices(script: Script) -> RoomChoices:
    """Ten minutes, or the length nearest to that."""
    nearest = min(script.lengths, key=lambda minutes: abs(minutes - USUAL_MINUTES))
    return replace(RoomChoices(), minutes=nearest)


def lengths_of(ordered: Order, lexicon: Lexicon) -> Lengths:
    """Which lengths the exercise of a room can have, with its opening lines."""
    return Lengths(ordered.script, ordered.person, lexicon)


@dataclass(frozen=True, slots=True)
class RoomLengths:
    """How long the exercise of a room can be.

    A room is not bound to the second: what is told in minutes may be missed by half a minute, a time of day
    by a whole one.
    """

    script: Script
    """The practice."""
    lexicon: Lexicon
    """The words for areas and themes, in its language."""
    now: Callable[[], datetime]
    """The local time, aware."""

    def work(self, choices: RoomChoices) -> bool:
        """Whether the exercise can last about as long as was chosen, if it begins now."""
        return self._trouble(choices) is None

    def check(self, choices: RoomChoices) -> None:
        """Raises LengthError where it can't, with the lengths that it can have."""
        trouble = self._trouble(choices)
        if trouble is None:
            return
        lengths, minutes = trouble
        refusal = lengths.refusal(minutes)
        if choices.until is None:
            raise refusal
        message = _("{title} can't last until {time}: that is {left} from now.").format(
            title=self.script.title, time=f"{choices.until:%H:%M}", left=spoken(int(60 * minutes))
        )
        raise LengthError(message, refusal.hint, refusal.shortest, refusal.longest)

    def _trouble(self, choices: RoomChoices) -> tuple[Lengths, float] | None:
        """The lengths it can have, and the one it can't, where that is what was chosen."""
        ordered = order(self.script, choices, self.lexicon, self.now())
        lengths = lengths_of(ordered, self.lexicon)
        slack = SLACK if choices.until is None else SLACK_UNTIL
        if lengths.work(ordered.minutes) or lengths.nearest(ordered.minutes, slack) is not None:
            return None
        return lengths, ordered.minutes


def prepare_room(parts: RoomParts, script: Script, choices: RoomChoices) -> Prepared:
    """The exercise ready to play, if it begins now. Raises RelaxError.

    A room is not bound to the second: what can't last as long as was asked for lasts as near to it as it can.
    """
    lexicon, studio = parts.library.lexicon(script.language), parts.studio()
    ordered = order(script, choices, lexicon, parts.now())

    def lasting(minutes: float) -> Prepared:
        return prepare(replace(ordered, minutes=minutes), lexicon, studio, patience=PATIENCE)

    try:
        return lasting(ordered.minutes)
    except LengthError as error:
        nearest = min(max(ordered.minutes * 60, error.shortest), error.longest) / 60
        try:
            return lasting(nearest)
        except LengthError:  # at that length other words are said, or the breath slows otherwise
            return lasting(lengths_of(ordered, lexicon).nearest(ordered.minutes) or nearest)
