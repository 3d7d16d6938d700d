"""What plain mode tells fits the terminal: no word is broken at its edge, and a pipe gets whole lines."""

import io

import pytest

from relaxapp.terminal_talk import terminal_talk

QUESTION = "How much pain, from 0 to 10? Enter skips: "
LINE = "Let your shoulders hang as low as they like today."


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setattr("sys.stdin", io.StringIO("3\n"))


def told(capsys: pytest.CaptureFixture[str]) -> str:
    talk = terminal_talk()
    talk.tell(LINE)
    talk.tell("  1  a quiet beach in the morning")
    talk.tell("")
    assert talk.ask(QUESTION) == "3"
    return capsys.readouterr().out


def test_on_a_terminal_lines_break_between_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    said = told(capsys)
    assert said.splitlines() == [
        "Let your shoulders",
        "hang as low as they",
        "like today.",
        "  1  a quiet beach",
        "in the morning",
        "",
        "How much pain, from",
        "0 to 10? Enter",
        "skips: ",
    ]


def test_a_pipe_gets_whole_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys).splitlines() == [LINE, "  1  a quiet beach in the morning", "", QUESTION]
