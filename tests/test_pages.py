"""What leaves is shown a page at a time on a terminal, with the question at the end."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.commands.pages import tell_in_pages
from relaxapp.wrapping import wrapped

TEXT = "".join(f"line {number}\n" for number in range(1, 51))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stdin: io.StringIO, tty: bool = True
) -> str:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setattr("sys.stdin", stdin)
    monkeypatch.setattr("sys.stdout.isatty", lambda: tty, raising=False)
    tell_in_pages(TEXT)
    return capsys.readouterr().out


def test_enter_goes_on_to_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = shown(monkeypatch, capsys, Terminal("\n\n"))
    assert "line 50" in told
    assert told.count("-- ") == 2
    assert "-- 22 of 50 lines." in told


def test_s_goes_to_the_question(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    told = shown(monkeypatch, capsys, Terminal("s\n"))
    assert "line 22" in told
    assert "line 23" not in told


def test_a_pipe_gets_all_at_once(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(monkeypatch, capsys, io.StringIO(""), tty=False) == TEXT


@given(st.lists(st.text(st.sampled_from("ab -"), max_size=50), max_size=20), st.integers(1, 30))
def test_no_word_is_lost_and_no_row_is_too_long(lines: list[str], columns: int) -> None:
    rows = wrapped(lines, columns)
    assert "".join("".join(rows).split()) == "".join("".join(lines).split())
    assert all(len(row) <= columns for row in rows)


def test_a_long_line_is_broken_between_its_words() -> None:
    assert wrapped(["  - rest here", ""], 8) == ["  - rest", "here", ""]
