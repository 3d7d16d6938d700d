"""Settings are kept one by one; what can't be read is told, and what a later version wrote is left alone."""

import json
import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.journal.settings import BreathCue, KeptSettings, Settings, Theme, changed_rows, read_settings
from relaxapp.journal.store import Store

CHOSEN = Settings(
    hints=False,
    bed="rain",
    voice="anna",
    voice_speed=110,
    voice_pitch=30,
    voice_breath=0.4,
    voice_warm=False,
    voice_volume=1.0,
    bed_volume=0.25,
    muted=True,
    breath_cue=BreathCue.SWELL,
    mono=True,
    balance=-0.4,
    plays_on=20,
    device="USB headphones",
    own_bed="garden.mp3",
    theme=Theme.LIGHT,
    big_letters=True,
    language="de",
    country="US",
    last_minutes={"paced-breathing": 2, "muscles": 20},
    favourites=frozenset({"a-warm-kitchen", "my-café"}),
    asleep=True,
    breath_rate=7.5,
    leave_out=frozenset({"left arm", "jaw"}),
    release_only=frozenset({"neck"}),
    avoid=("water", "heights", "Onkel Ünal"),
    cue_word="soft",
    first_start_done=True,
    muscle_question_asked=True,
    offers=frozenset({"voice", "questions:a-place-of-your-own"}),
    pacing=(2, 3, 4),
    pattern=(4.0, 0.0, 7.5, 1.0),
    first_session=date(2026, 11, 3),
    group_weekday=1,
    weekly_peg=True,
)

_words = st.text(max_size=10)
st.register_type_strategy(
    Settings,
    st.builds(
        Settings,
        bed=_words,
        voice_volume=st.floats(0, 1),
        bed_volume=st.floats(0, 1),
        theme=st.sampled_from(Theme),
        country=st.sampled_from(["", "US", "DE"]),
        last_minutes=st.dictionaries(_words, st.integers(1, 90), max_size=3),
        breath_rate=st.none() | st.floats(1, 60),
        leave_out=st.frozensets(_words, max_size=3),
        avoid=st.lists(_words, max_size=3).map(tuple),
        first_session=st.none() | st.dates(),
        group_weekday=st.none() | st.integers(0, 6),
        weekly_peg=st.booleans(),
    ),
)


def _write(path: Path, name: str, value: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))


def _rows(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as db:
        return dict(db.execute("SELECT name, value FROM settings"))


def test_nothing_chosen_yet(store: Store) -> None:
    assert store.settings() == Settings()
    assert store.damaged_settings() == ()


def test_the_example_differs_from_the_defaults_in_every_field() -> None:
    assert not [
        each.name for each in fields(Settings) if getattr(CHOSEN, each.name) == getattr(Settings(), each.name)
    ]


def test_every_choice_is_kept(store: Store, path: Path) -> None:
    store.save_settings(CHOSEN)
    with Store(path) as later:
        assert later.settings() == CHOSEN
        assert later.damaged_settings() == ()


@given(st.from_type(Settings), st.from_type(Settings))
def test_any_choice_after_any_other(first: Settings, second: Settings) -> None:
    rows = changed_rows(read_settings({}), first)
    assert read_settings(rows).settings == first
    rows |= changed_rows(read_settings(rows), second)
    assert read_settings(rows) == KeptSettings(second)


def test_back_to_the_default_is_a_choice_too(store: Store) -> None:
    store.save_settings(CHOSEN)
    store.save_settings(Settings())
    assert store.settings() == Settings()


def test_what_was_never_chosen_is_not_written(store: Store, path: Path) -> None:
    store.save_settings(replace(Settings(), bed="rain"))
    assert _rows(path) == {"bed": '"rain"'}


def test_what_a_later_version_wrote_stays(store: Store, path: Path) -> None:
    _write(path, "moods", '["one"]')
    store.save_settings(CHOSEN)
    assert store.settings() == CHOSEN
    assert _rows(path)["moods"] == '["one"]'


DAMAGED = [
    ("bed", "not json"),
    ("bed", "[]"),
    ("voice_volume", "1.5"),
    ("voice_volume", "true"),
    ("voice_volume", "NaN"),
    ("bed_volume", '"0.5"'),
    ("muted", "1"),
    ("theme", '"purple"'),
    ("country", '"usa"'),
    ("last_minutes", '{"a": 0}'),
    ("last_minutes", '{"a": 2.5}'),
    ("last_minutes", "[]"),
    ("breath_rate", "0"),
    ("breath_rate", "[" * 100_000),
    ("leave_out", '["jaw", 3]'),
    ("avoid", '"water"'),
    ("offers", "null"),
    ("first_session", '"3 November"'),
    ("first_session", "20261103"),
    ("group_weekday", "7"),
    ("group_weekday", "1.0"),
]


@pytest.mark.parametrize(("name", "value"), DAMAGED)
def test_a_damaged_value_falls_back_and_is_told_until_saved_again(
    store: Store, path: Path, name: str, value: str
) -> None:
    store.save_settings(CHOSEN)
    _write(path, name, value)
    found = store.settings()
    assert getattr(found, name) == getattr(Settings(), name)
    (sentence,) = store.damaged_settings()
    assert name.replace("_", " ") in sentence
    store.save_settings(found)
    assert store.damaged_settings() == ()
    assert store.settings() == found


@pytest.mark.parametrize("name", ["leave_out", "release_only"])
def test_areas_that_can_not_be_read_are_asked_for_again(name: str) -> None:
    rows = {"muscle_question_asked": "true", name: "{"}
    found = read_settings(rows)
    assert not found.settings.muscle_question_asked
    rows |= changed_rows(found, replace(found.settings, bed="rain"))
    assert not read_settings(rows).settings.muscle_question_asked


@pytest.mark.parametrize("wrong", [{"voice_volume": 1.1}, {"group_weekday": 7}, {"last_minutes": {"a": 0}}])
def test_an_impossible_choice_is_never_written(store: Store, path: Path, wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        store.save_settings(replace(CHOSEN, **wrong))  # type: ignore[arg-type]
    assert _rows(path) == {}


def test_two_windows_do_not_undo_each_other(store: Store, path: Path) -> None:
    with Store(path) as other:
        mine, theirs = store.settings(), other.settings()
        other.save_settings(replace(theirs, bed="rain"))
        store.save_settings(replace(mine, muted=True))
        assert other.settings() == replace(Settings(), bed="rain", muted=True)


FIRST = Settings(
    favourites=frozenset({"muscles", "settling"}),
    leave_out=frozenset({"jaw"}),
    avoid=("water", "heights"),
    last_minutes={"muscles": 20, "settling": 5, "one-minute": 1},
    pacing=(2, 3, 4),
)


@pytest.mark.parametrize(
    ("name", "theirs", "mine", "both"),
    [
        ("favourites", {"settling", "body-scan"}, {"muscles", "one-minute"}, {"body-scan", "one-minute"}),
        ("leave_out", {"jaw", "left hand"}, {"jaw", "neck"}, {"jaw", "left hand", "neck"}),
        ("leave_out", {"jaw", "left hand"}, set(), {"left hand"}),
        ("release_only", {"neck"}, {"jaw"}, {"jaw", "neck"}),
        ("offers", {"voice"}, {"group day"}, {"group day", "voice"}),
        ("avoid", ("heights", "dogs"), ("water", "heights", "snow"), ("heights", "dogs", "snow")),
        ("avoid", ("water", "heights"), ("heights", "water"), ("heights", "water")),
        ("avoid", ("water", "heights", "dogs"), ("water", "dogs"), ("water", "dogs")),
        (
            "last_minutes",
            {"muscles": 10, "settling": 15, "a": 7},
            {"muscles": 20, "settling": 30, "one-minute": 1, "b": 9},
            {"muscles": 10, "settling": 30, "a": 7, "b": 9},
        ),
        ("pacing", (9, 3, 4), (2, 3, 5), (2, 3, 5)),
    ],
)
def test_of_what_holds_several_each_window_changes_only_its_own(
    store: Store, path: Path, name: str, theirs: object, mine: object, both: object
) -> None:
    store.save_settings(FIRST)

    def chosen(value: object) -> Settings:
        kept = frozenset(value) if isinstance(value, set) else value
        return replace(FIRST, **{name: kept})  # type: ignore[arg-type]

    with Store(path) as other:
        other.settings()
        other.save_settings(chosen(theirs))
        store.save_settings(chosen(mine))
        assert other.settings() == chosen(both)


def test_what_one_window_mended_the_other_leaves_as_it_is(store: Store, path: Path) -> None:
    _write(path, "leave_out", "{")
    _write(path, "country", "{")
    with Store(path) as other:
        mine, theirs = store.settings(), other.settings()
        mended = replace(theirs, leave_out=frozenset({"jaw"}), country="DE", muscle_question_asked=True)
        other.save_settings(mended)
        store.save_settings(replace(mine, bed="rain"))
        assert other.settings() == replace(mended, bed="rain")


def test_areas_that_were_damaged_since_are_kept_as_this_window_knows_them(store: Store, path: Path) -> None:
    store.save_settings(FIRST)
    _write(path, "leave_out", "{")
    store.save_settings(replace(FIRST, leave_out=frozenset({"jaw", "neck"})))
    assert store.settings().leave_out == {"jaw", "neck"}


def test_settings_are_plain_json_in_the_file(store: Store, path: Path) -> None:
    store.save_settings(CHOSEN)
    assert {name: json.loads(value) for name, value in _rows(path).items()}["leave_out"] == [
        "jaw",
        "left arm",
    ]


@pytest.mark.parametrize(("kept", "read"), [("true", BreathCue.TONES), ("false", BreathCue.NONE)])
def test_what_earlier_versions_kept_of_the_tones_is_still_read(kept: str, read: BreathCue) -> None:
    found = read_settings({"breath_cue": kept})
    assert found.settings.breath_cue is read
    assert not found.damaged
