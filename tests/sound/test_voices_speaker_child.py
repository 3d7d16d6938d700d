"""The child starts quickly, because it imports little, and answers whatever it is asked."""

import io
import subprocess
import sys

from relaxapp.sound.voices import framing
from relaxapp.sound.voices.child import COMMAND, ROOT


def answers(*requests: tuple[framing.Header, bytes]) -> list[framing.Header]:
    """The headers of the child's answers, asked all at once."""
    asked = io.BytesIO()
    for header, body in requests:
        framing.send(asked, header, body)
    done = subprocess.run(
        COMMAND, input=asked.getvalue(), capture_output=True, cwd=ROOT, check=True, timeout=60
    )
    told = io.BytesIO(done.stdout)
    found = []
    while told.tell() < len(done.stdout):
        found.append(framing.receive(told)[0])
    return found


def test_the_child_imports_neither_numpy_nor_the_app() -> None:
    program = (
        "import sys; from relaxapp.sound.voices import speaker_child, espeak_route, engine_route;"
        "import pyttsx3; print(*sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    modules = set(told.stdout.split())
    assert not modules & {"numpy", "soundfile", "asyncio", "click", "textual", "pathlib"}
    names = ("speaker_child", "framing", "espeak_route", "engine_route")
    assert {module for module in modules if module.startswith("relaxapp")} == {
        "relaxapp",
        "relaxapp.sound",
        "relaxapp.sound.voices",
        *(f"relaxapp.sound.voices.{name}" for name in names),
    }


def test_the_child_ends_without_a_word_when_the_pipe_is_closed() -> None:
    assert answers() == []


def test_asked_wrongly_it_tells_so_and_goes_on() -> None:
    told = answers(
        ({"do": "speak"}, b"too early"),
        ({}, b""),
        ({"do": "open", "route": "none"}, b""),
        ({"do": "open", "route": "espeak", "library": "/no/library", "data": "", "voices": []}, b""),
    )
    assert ["error" in header for header in told] == [True] * 4
    assert "before a voice was opened" in told[0]["error"]


def test_noise_on_the_pipe_ends_it() -> None:
    done = subprocess.run(COMMAND, input=b"noise" * 10, capture_output=True, cwd=ROOT, check=True, timeout=60)
    assert done.stdout == b""
