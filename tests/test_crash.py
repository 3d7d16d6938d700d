"""Of an error nobody foresaw, the places are kept: those of what lies behind it too, and no message."""

from pathlib import Path

import pytest
from textual.worker import WorkerFailed

from relaxapp import crash, locations
from relaxapp.errors import FileError


def secret() -> None:
    raise ValueError("my own words")


def from_a_worker() -> None:
    try:
        secret()
    except ValueError as error:
        raise WorkerFailed(error) from None


def while_handled() -> None:
    try:
        secret()
    except ValueError:
        raise KeyError("my other words")  # noqa: B904  as it happens by mistake


@pytest.mark.parametrize("failing", [secret, from_a_worker, while_handled])
def test_where_it_began_is_written_and_nothing_personal(
    failing: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path))
    with pytest.raises(Exception) as caught:
        failing()  # type: ignore[operator]
    told = crash.keep(caught.value)
    written = locations.log_file().read_text(encoding="utf-8")
    assert str(locations.log_file()) in told
    assert "ValueError\n" in written
    assert " secret\n" in written
    assert "words" not in written


def test_a_home_of_somebody_unknown_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELAXAPP_HOME", "~nosuchuser/x")
    with pytest.raises(FileError, match=r"RELAXAPP_HOME names ~nosuchuser/x, .* Give it a whole path"):
        locations.home()


@pytest.mark.parametrize("wrong", [OSError("no room"), RuntimeError("no home"), ValueError("no name")])
def test_where_nothing_can_be_kept_it_is_told_all_the_same(
    wrong: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing() -> Path:
        raise wrong

    monkeypatch.setattr(locations, "log_file", failing)
    assert crash.keep(KeyError("my words")) == (
        "Something went wrong that relaxapp did not foresee. Your journal is safe."
    )
