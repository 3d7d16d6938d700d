"""On the sheet of a group nobody can be picked out, neither by a stranger nor by one who knows one person."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.journal.document import Document
from relaxapp.journal.entry import Ended, Entry, Kind, Obstacle
from relaxapp.journal.export.group_sheet import TEXTS, as_text, page
from relaxapp.journal.group import FEW, SMALLEST, Group, Part, People, Sheet, part_of, people
from relaxapp.journal.group_question import GroupQuestion
from relaxapp.journal.said import LONGEST, MOST_OF_ONE, Said
from relaxapp.journal.sharing import FOR_GROUP
from relaxapp.practice.labels import labels

SINCE = date(2026, 11, 17)
NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)
TECHNIQUES = ("breathing", "pmr", "visualization")
AN_HOUR = Part(3, 4, 60, frozenset({"pmr"}), frozenset({Obstacle.NO_TIME}), Said())
NOTHING = Part(0, 0, 0, frozenset(), frozenset(), Said())


def sheet_of(*parts: Part) -> Sheet:
    group = Group()
    for part in parts:
        group.add(part)
    return group.sheet(SINCE, TECHNIQUES)


parts = st.builds(
    Part,
    days=st.integers(0, 7),
    practices=st.integers(0, 20),
    minutes=st.integers(0, 333),
    techniques=st.frozensets(st.sampled_from(TECHNIQUES)),
    obstacles=st.frozensets(st.sampled_from(Obstacle)),
    said=st.just(Said()),
).map(lambda part: part if part.practices else replace(part, days=0, minutes=0, techniques=frozenset()))
groups = st.lists(parts, min_size=1, max_size=12)


# counts of people


@pytest.mark.parametrize(
    ("count", "of", "told"),
    [
        (0, 8, People(0, 2)),
        (2, 8, People(0, 2)),
        (3, 8, People(3, 3)),
        (5, 8, People(5, 5)),
        (6, 8, People(6, 8)),
        (8, 8, People(6, 8)),
        (3, 5, People(3, 5)),
        (3, 3, People(3, 3)),
        (2, 2, People(0, 2)),
        (40, 1000, People(40, 40)),
    ],
)
def test_how_a_count_is_told(count: int, of: int, told: People) -> None:
    assert people(count, of) == told


@pytest.mark.parametrize(
    ("count", "of"), [(count, of) for of in range(SMALLEST, 13) for count in range(of + 1)]
)
def test_neither_a_stranger_nor_a_member_learns_what_one_other_said(count: int, of: int) -> None:
    """Whoever knows one person's answer takes it away from every number that the count may stand for.

    What remains must never be that all of the others said so, or that none did, for then each is known.
    """
    told = people(count, of)
    possible = range(told.least, told.most + 1)
    assert count in possible
    assert {number for number in range(of + 1) if people(number, of) == told} == set(possible)
    for known in (0, 1):
        others = {number - known for number in possible if 0 <= number - known <= of - 1}
        assert others not in ({0}, {of - 1})
    assert told == FEW or told.least >= 3, "it tells of fewer than three"
    assert not told.exact or of - told.most >= 3, "it tells of fewer than three who did not"


@given(groups)
def test_nothing_is_counted_for_fewer_than_three_nor_in_a_small_group(group: list[Part]) -> None:
    sheet = sheet_of(*group)
    told = [sheet.practised, sheet.members]
    for counted in (sheet.techniques, sheet.obstacles):
        if counted is not None:
            told += [count for _name, count in counted.told]
            assert len(group) >= SMALLEST
    assert all(count == FEW or count.least >= 3 for count in told)
    assert sheet.totals is None or sum(part.practices > 0 for part in group) >= 3


@given(groups)
def test_one_count_taken_from_another_tells_of_nobody_alone(group: list[Part]) -> None:
    """Those who practised, less those of one technique, are three at least or not known exactly."""
    sheet = sheet_of(*group)
    if sheet.techniques is None or not sheet.practised.exact:
        return
    for _name, count in sheet.techniques.told:
        assert not count.exact or sheet.practised.least - count.least >= 3


@given(groups, st.randoms(use_true_random=False))
def test_neither_order_nor_who_is_who_changes_the_sheet(group: list[Part], chance: Random) -> None:
    shuffled = list(group)
    chance.shuffle(shuffled)
    assert sheet_of(*shuffled) == sheet_of(*group)


@given(st.lists(parts, min_size=6, max_size=10), st.sampled_from(Obstacle))
def test_the_order_follows_from_the_counts_that_are_told(group: list[Part], obstacle: Obstacle) -> None:
    counted = sheet_of(*group).obstacles
    assert counted is not None
    order = [(-count.least, list(Obstacle).index(Obstacle(name))) for name, count in counted.told]
    assert order == sorted(order)
    assert [Obstacle(name) for name in counted.few] == [
        each for each in Obstacle if each.value in counted.few
    ]
    assert obstacle.value in {*counted.few, *(name for name, _count in counted.told)}, "none is left out"


def test_nobody_and_two_people_look_alike() -> None:
    one, other = replace(AN_HOUR, obstacles=frozenset()), AN_HOUR
    assert sheet_of(*[one] * 8).obstacles == sheet_of(*[one] * 6, other, other).obstacles
    assert sheet_of(*[other] * 8) != sheet_of(*[one] * 6, other, other)


# totals


def test_totals_are_told_from_three_people_on_and_rounded() -> None:
    assert sheet_of(AN_HOUR, AN_HOUR).totals is None
    assert sheet_of(AN_HOUR, AN_HOUR, *[NOTHING] * 6).totals is None
    totals = sheet_of(AN_HOUR, AN_HOUR, AN_HOUR).totals
    assert totals is not None
    assert (totals.minutes, totals.practices, totals.days) == (180, 10, 10)


def test_a_little_more_does_not_show() -> None:
    more = replace(AN_HOUR, minutes=AN_HOUR.minutes + 3, practices=5)
    assert sheet_of(*[AN_HOUR] * 5).totals == sheet_of(*[AN_HOUR] * 4, more).totals


def test_where_one_did_nearly_all_of_it_no_total_is_told() -> None:
    """Else the second could take their own from it, and know what the first did."""
    little = replace(AN_HOUR, minutes=1, practices=1, days=1)
    assert sheet_of(replace(AN_HOUR, minutes=600), AN_HOUR, little, little).totals is None
    assert sheet_of(AN_HOUR, AN_HOUR, AN_HOUR, little).totals is not None


@given(groups)
def test_the_second_never_comes_near_what_the_first_did(group: list[Part]) -> None:
    sheet = sheet_of(*group)
    if sheet.totals is None:
        return
    for numbers in ([part.days for part in group], [part.minutes for part in group]):
        first, second, *rest = sorted(numbers, reverse=True)
        assert sum(rest) >= 0.1 * first
        assert first + second + sum(rest) > 0


# words


def document(*entries: Entry, questions: Sequence[GroupQuestion] = ()) -> Document:
    return Document(2, "e", "m", NOON, SINCE, FOR_GROUP, entries, questions=tuple(questions))


def entry(**changes: object) -> Entry:
    return Entry(**{"id": "1", "started": NOON, "offset_minutes": 0, "ended": Ended.COMPLETED, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize(("read_out", "others"), product([True, False], [0, 7]))
def test_what_may_be_read_out_appears_even_from_one_and_nothing_else_does(
    read_out: bool, others: int, form: str
) -> None:
    secret = document(
        entry(
            title="Anna's garden",
            practice="annas-garden",
            technique="annas-own",
            obstacle_words="obstacle in words",
            obstacles=(Obstacle.GUILT,),
            obstacles_read_out=read_out,
            own_way="a way of mine",
            own_way_read_out=read_out,
            side_effects="a side effect",
            note="a note",
            pain_before=9,
        ),
        questions=[GroupQuestion("q", NOON, 0, "a question for all", read_out)],
    )
    group = [part_of(secret, SINCE), *[AN_HOUR] * others]
    text = TEXTS[form](page(sheet_of(*group), labels()))
    for words in ("obstacle in words", "a way of mine", "a question for all"):
        assert (words in text) is read_out
    assert ("Marked: guilt about resting." in text) is read_out
    for words in ("Anna", "annas", "side effect", "a note", "18 November", "pain", "9"):
        assert words not in text


def test_what_came_before_is_not_told() -> None:
    old = entry(
        started=NOON - timedelta(days=2),
        technique="pmr",
        obstacles=(Obstacle.HURT,),
        own_way="long ago",
        own_way_read_out=True,
    )
    question = GroupQuestion("q", NOON - timedelta(days=2), 0, "an old question", True)
    assert part_of(document(old, questions=[question]), SINCE) == NOTHING
    assert part_of(document(old), SINCE - timedelta(days=7)).practices == 1


def test_days_without_practice_bring_what_got_in_the_way_and_no_minutes() -> None:
    part = part_of(document(entry(kind=Kind.NO_PRACTICE, obstacles=(Obstacle.FORGOT,))), SINCE)
    assert part == replace(NOTHING, obstacles=frozenset({Obstacle.FORGOT}))


def test_lines_are_each_told_once_whatever_was_beside_them_and_in_no_order_of_persons() -> None:
    """Nothing leads from one line of a person to another, or to what they marked."""
    first = document(
        entry(obstacle_words="visitors", obstacles=(Obstacle.FORGOT,), obstacles_read_out=True),
        entry(id="2", obstacle_words=" visitors ", obstacles=(Obstacle.HURT,), obstacles_read_out=True),
        entry(id="3", own_way="Zebra", own_way_read_out=True),
    )
    second = document(entry(id="4", own_way="aardvark", own_way_read_out=True))
    one, other = part_of(first, SINCE), part_of(second, SINCE)
    said = sheet_of(one, other).said
    assert said.obstacle_words == ("visitors",)
    assert said.own_ways == ("aardvark", "Zebra")
    assert sheet_of(other, one).said == said
    assert "Marked: forgot; it hurt." in as_text(page(sheet_of(one, other), labels()))


def test_a_line_stays_a_line() -> None:
    wild = "one\ntwo\tthree\u202e\x1b[31m\x00" + "x" * 500
    (line,) = part_of(document(entry(own_way=wild, own_way_read_out=True)), SINCE).said.own_ways
    assert line.startswith("one two three[31mx")
    assert len(line) == LONGEST
    many = [entry(id=str(at), own_way=f"way {at}", own_way_read_out=True) for at in range(50)]
    assert len(part_of(document(*many), SINCE).said.own_ways) == MOST_OF_ONE


def test_markup_of_every_form_is_shown_and_not_obeyed() -> None:
    wild = '=1+1 <script>alert("x")</script> #panic("no")'
    group = [part_of(document(entry(own_way=wild, own_way_read_out=True)), SINCE)]
    found = page(sheet_of(*group), labels())
    assert "<script>" not in TEXTS[".html"](found)
    assert "&lt;script&gt;" in TEXTS[".html"](found)
    assert ",=1" not in TEXTS[".csv"](found)
    assert ",\"'=1+1" in TEXTS[".csv"](found)
    assert wild in TEXTS[".txt"](found)


def test_a_sheet_of_one_tells_no_figure() -> None:
    text = as_text(page(sheet_of(AN_HOUR), labels()))
    assert "fewer than 3 people" in text
    assert "60" not in text
    assert "no time" not in text
    assert "How much is not told" in text


def test_a_sheet_of_eight_in_words() -> None:
    text = as_text(page(sheet_of(*[AN_HOUR] * 4, *[replace(AN_HOUR, obstacles=frozenset())] * 4), labels()))
    assert "Our group since Tuesday 17 November 2026" in text
    assert "Practised at least once: 6 people or more." in text
    assert "All together: about 480 minutes, in about 30 practices." in text
    assert "no time: 4 people" in text
    assert "Letting muscles go: 6 people or more" in text
