"""What the tests of the journal share: a journal, made entries, and any entry at all."""

import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import strategies as st

from relaxapp.journal.entry import Ended, Entry, Kind, Obstacle
from relaxapp.journal.store import Store

_RATINGS = st.none() | st.integers(0, 10)
_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20) | st.sampled_from(
    [
        "=1+1",
        "@SUM(A1)",
        "-2",
        "+1",
        "\t=1",
        " =1",
        "a\nb",
        'say "ah"',
        "a,b",
        "ünï",
        "＝1",
    ]
)

st.register_type_strategy(
    Entry,
    st.builds(
        Entry,
        id=st.uuids().map(lambda value: value.hex),
        started=st.datetimes(
            min_value=datetime(1971, 1, 1), max_value=datetime(9000, 1, 1), timezones=st.just(UTC)
        ),
        offset_minutes=st.integers(-14 * 60, 14 * 60),
        kind=st.sampled_from(Kind),
        practice=_WORDS,
        title=_WORDS,
        technique=_WORDS,
        variation_of=_WORDS,
        planned_seconds=st.integers(0, 7200),
        heard_seconds=st.integers(0, 7200),
        ended=st.sampled_from(Ended),
        pain_before=_RATINGS,
        tension_before=_RATINGS,
        pain_after=_RATINGS,
        tension_after=_RATINGS,
        helpful=_RATINGS,
        obstacles=st.lists(st.sampled_from(Obstacle), unique=True).map(tuple),
        obstacle_words=_WORDS,
        obstacles_read_out=st.booleans(),
        own_way=_WORDS,
        own_way_read_out=st.booleans(),
        side_effects=_WORDS,
        note=_WORDS,
        entered_later=st.booleans(),
        ratings_due=st.booleans(),
    ),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a journal may be made; its folder is not there yet."""
    return tmp_path / "data" / "journal.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A new journal."""
    with Store(path) as opened:
        yield opened


@pytest.fixture
def made() -> Callable[..., Entry]:
    """Makes an entry: `made("2026-11-24T08:05-05:00", title="A place")`, with its own random id."""

    def make(started: str = "2026-11-24T08:05-05:00", **fields: object) -> Entry:
        local = datetime.fromisoformat(started)
        offset = local.utcoffset()
        assert offset is not None
        given: dict[str, object] = {
            "id": uuid.uuid4().hex,
            "started": local.astimezone(UTC),
            "offset_minutes": int(offset.total_seconds() // 60),
            "practice": "a-place-of-your-own",
            "title": "A place of your own",
            "technique": "visualization",
            "planned_seconds": 600,
            "heard_seconds": 600,
            "ended": Ended.COMPLETED,
        }
        return Entry(**(given | fields))  # type: ignore[arg-type]

    return make
