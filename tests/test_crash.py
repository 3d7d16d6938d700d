"""Of an error nobody foresaw, the places are kept: those of what lies behind it too, and no message."""

from pathlib import Path

import pytest
from textual.worker import WorkerFailed

from relaxapp import crash, locations


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
