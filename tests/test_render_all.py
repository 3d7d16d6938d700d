"""`relaxapp render --all` says beforehand how many files it makes, and how long they are."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from relaxapp.cli import commands
from relaxapp.journal.store import Store
from relaxapp.locations import journal_file
from relaxapp.practice.local_time import local_now
from relaxapp.rendering_many import Missed, Wanted
from tests.words.english import library


@pytest.fixture(autouse=True)
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Wanted]:
    """What would have been made; nothing is."""
    wanted: list[Wanted] = []

    def render_many(files: Sequence[Wanted], _progress: Callable[[int], None]) -> tuple[Missed, ...]:
        wanted.extend(files)
        return ()

    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("relaxapp.rendering_many.render_many", render_many)
    return wanted


def render_all(folder: Path, *words: str) -> list[str]:
    return CliRunner().invoke(commands, ["render", "--all", *words, "-o", str(folder)]).output.splitlines()


def test_where_no_week_is_known_it_says_that_all_are_made(tmp_path: Path, made: list[Wanted]) -> None:
    told = render_all(tmp_path, "--minutes", "10")
    assert len(made) == len(library().all())
    assert told[0] == (
        f"No practices of the week are known, so all {len(made)} are made. "
        "Each gets its longest length within 10 minutes; one that takes longer, its shortest."
    )


def test_the_practices_of_the_week_are_counted(tmp_path: Path, made: list[Wanted]) -> None:
    with Store(journal_file()) as store:
        first = local_now().date() - timedelta(days=1)
        store.save_settings(replace(store.settings(), first_session=first))
    told = render_all(tmp_path)
    assert 1 < len(made) < 10
    assert told[0] == (
        f"The {len(made)} practices of the week are made. Each gets its shortest length; "
        "--minutes gives more."
    )


def test_minutes_that_are_no_number_get_the_shortest(tmp_path: Path, made: list[Wanted]) -> None:
    assert "Each gets its longest length within nan minutes" in render_all(tmp_path, "--minutes", "nan")[0]
    assert {each.minutes for each in made} == {script.lengths[0] for script in library().all()}
