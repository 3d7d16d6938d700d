"""A month that could have been, made rather than lived: for tests, for looking, and to try the program with.

    python -m tests.made_month FOLDER

writes a home with such a journal (RELAXAPP_HOME=FOLDER/home relaxapp) and the exports of the eight members of
a group (FOLDER/members). The same month is made each time.
"""

import random
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from relaxapp.journal.entry import Ended, Entry, Kind, Obstacle
from relaxapp.journal.export import as_json
from relaxapp.journal.export.gathering import Gathered
from relaxapp.journal.group_question import GroupQuestion
from relaxapp.journal.peg import Peg
from relaxapp.journal.sharing import FOR_GROUP, Sharing
from relaxapp.journal.times import local_day, stamp

ZONE = ZoneInfo("America/New_York")
"""Where it was lived; the clocks went back on 1 November 2026."""
TODAY = date(2026, 11, 24)
"""The last day of the month: a Tuesday, the day of the group."""
LAST_GROUP = TODAY - timedelta(days=7)
"""The group before."""
MEMBERS = 8
"""How many members the made group has."""

_PRACTICES = (
    ("paced-breathing", "Paced breathing", "breathing", (2, 5, 10)),
    ("muscle-relaxation", "Muscle relaxation", "pmr", (5, 10, 20)),
    ("a-place-of-your-own", "A place of your own", "visualization", (5, 10, 20)),
    ("easing-pain", "Easing pain", "imagery", (10, 20)),
    ("one-hard-moment", "One hard moment", "reflection", (5,)),
)
_OWN_WAYS = (
    "I sat in the kitchen before the others were up.",
    "Shorter breaths in, and a hand on the table.",
    "I let the left shoulder out altogether.",
    "Two minutes in the car before I went in.",
    "With the window open, listening to the street instead of the waves.",
)
_IN_THE_WAY = ("The neighbours were drilling all day.", "My sister stayed with us.", "")
_UNWANTED = ("A little dizzy when I stood up.", "My jaw was tighter afterwards.")
_NOTES = ("Slept better that night.", "Thought of my father's garden.", "Nothing much. Still, I did it.")
_QUESTIONS = (
    "How do the others find a quiet hour?",
    "Does it help anyone to do it lying down?",
    "What do you do when your thoughts run away?",
)


@dataclass(frozen=True, slots=True)
class Month:
    """All that was kept in it, oldest first."""

    entries: tuple[Entry, ...]
    """Practices and days without."""
    pegs: tuple[Peg, ...]
    """One a week."""
    questions: tuple[GroupQuestion, ...]
    """One a week."""


def made_month(seed: int = 0, *, today: date = TODAY, days: int = 28) -> Month:
    """The month of one person; another `seed` is another person."""
    chance = random.Random(seed)
    entries: list[Entry] = []
    pegs: list[Peg] = []
    questions: list[GroupQuestion] = []
    pain = chance.randint(4, 7)
    for back in reversed(range(days)):
        day = today - timedelta(days=back)
        entries += _day(chance, day, pain)
        if day.weekday() == today.weekday():
            started, offset = stamp(datetime.combine(day, time(9, chance.randrange(60)), ZONE))
            ratings = (pain, max(0, pain - 1), max(0, pain - chance.randrange(3)))
            pegs.append(Peg(_id(chance), started, offset, *ratings))
            text = chance.choice(_QUESTIONS)
            questions.append(GroupQuestion(_id(chance), started, offset, text, chance.random() < 0.5))
            pain = max(2, pain - chance.randrange(2))
    return Month(tuple(entries), tuple(pegs), tuple(questions))


def many(count: int) -> Iterator[Entry]:
    """So many practices, a new one every fifty minutes, up to today."""
    chance = random.Random(count)
    started, offset = stamp(datetime.combine(TODAY, time(12), ZONE))
    for number in range(count):
        entry = _practice(chance, TODAY, 5)
        yield replace(
            entry,
            id=f"{number:032x}",
            started=started - timedelta(minutes=50 * (count - number)),
            offset_minutes=offset,
        )


def _day(chance: random.Random, day: date, pain: int) -> Iterator[Entry]:
    """What was kept of one day: mostly nothing or one practice, sometimes two."""
    drawn = chance.random()
    if drawn < 0.12:
        yield _without_practice(chance, day)
    elif drawn < 0.6:
        yield _practice(chance, day, pain)
        if drawn < 0.25:
            yield _practice(chance, day, pain)


def _practice(chance: random.Random, day: date, pain: int) -> Entry:
    name, title, technique, lengths = chance.choice(_PRACTICES)
    minutes = chance.choice(lengths)
    started, offset = stamp(
        datetime.combine(day, time(chance.choice((7, 8, 13, 18, 22, 23)), chance.randrange(60)), ZONE)
    )
    stopped = chance.random() < 0.12
    rated = chance.random() < 0.8
    pain_before = min(10, max(0, pain + chance.randint(-1, 2)))
    tension_before = chance.randint(3, 8)
    own_way = chance.choice(_OWN_WAYS) if chance.random() < 0.3 else ""
    obstacles = tuple(chance.sample(list(Obstacle), 1)) if chance.random() < 0.3 else ()
    without_app = chance.random() < 0.1
    return Entry(
        id=_id(chance),
        started=started,
        offset_minutes=offset,
        kind=Kind.WITHOUT_APP if without_app else Kind.PRACTICE,
        practice="" if without_app else name,
        title=title,
        technique=technique,
        planned_seconds=60 * minutes,
        heard_seconds=chance.randint(20, 60 * minutes) if stopped else 60 * minutes,
        ended=Ended.STOPPED if stopped and not without_app else Ended.COMPLETED,
        pain_before=pain_before if rated else None,
        pain_after=min(10, max(0, pain_before + chance.choice((-2, -1, -1, 0, 0, 1)))) if rated else None,
        tension_before=tension_before if rated else None,
        tension_after=max(0, tension_before + chance.choice((-3, -2, -1, 0))) if rated else None,
        helpful=chance.randint(3, 9) if rated else None,
        obstacles=obstacles,
        obstacle_words=chance.choice(_IN_THE_WAY) if obstacles else "",
        obstacles_read_out=bool(obstacles) and chance.random() < 0.5,
        own_way=own_way,
        own_way_read_out=bool(own_way) and chance.random() < 0.5,
        side_effects=chance.choice(_UNWANTED) if chance.random() < 0.06 else "",
        note=chance.choice(_NOTES) if chance.random() < 0.3 else "",
        entered_later=without_app,
    )


def _without_practice(chance: random.Random, day: date) -> Entry:
    started, offset = stamp(datetime.combine(day, time(12), ZONE))
    return Entry(
        id=_id(chance),
        started=started,
        offset_minutes=offset,
        kind=Kind.NO_PRACTICE,
        ended=Ended.COMPLETED,
        obstacles=tuple(chance.sample(list(Obstacle), chance.randint(1, 2))),
        obstacle_words=chance.choice(_IN_THE_WAY),
        obstacles_read_out=chance.random() < 0.5,
        entered_later=True,
    )


def _id(chance: random.Random) -> str:
    return uuid.UUID(int=chance.getrandbits(128), version=4).hex


def write_journal(path: Path, month: Month) -> None:
    """A journal in which the month is kept, the group meeting on Tuesdays."""
    from relaxapp.journal.store import Store

    with Store(path) as store:
        store.add(*month.entries, *month.pegs, *month.questions)
        store.save_settings(
            replace(
                store.settings(),
                first_start_done=True,
                group_weekday=TODAY.weekday(),
                first_session=TODAY - timedelta(days=28),
                offers=frozenset({"group day", "voice tuning"}),
            )
        )


def write_member(path: Path, seed: int, *, sharing: Sharing = FOR_GROUP, since: date = LAST_GROUP) -> None:
    """The export of one member of the group, made on the day of the group."""
    month = made_month(seed)
    gathered = Gathered(
        [entry for entry in month.entries if local_day(entry) >= since],
        datetime.combine(TODAY, time(17), ZONE),
        questions=tuple(each for each in month.questions if local_day(each) >= since and each.read_out),
        sharing=sharing,
        member=f"{seed:032x}",
        since=since,
        id=f"{seed + 1000:032x}",
    )
    as_json.write(gathered, path)


def write_members(folder: Path, members: int = MEMBERS) -> list[Path]:
    """The exports of the members of a group, in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"member-{number}.json" for number in range(1, members + 1)]
    for number, path in enumerate(paths, 1):
        write_member(path, number)
    return paths


def main() -> None:
    """Write it all into the folder that is named."""
    (name,) = sys.argv[1:]
    write_journal(Path(name) / "home" / "data" / "journal.db", made_month())
    write_members(Path(name) / "members")


if __name__ == "__main__":
    main()
