"""A child that hangs, dies or talks nonsense is ended, and the line is put to a new one."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from relaxapp.errors import VoiceError
from relaxapp.sound.voices.child import Child
from relaxapp.sound.voices.children import Children
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.espeak import EspeakVoice
from relaxapp.words.script import Say

FAKE = Path(__file__).with_name("fake_speaker.py")
OPEN = {"do": "open"}
SPEAK = {"do": "speak"}

Made = Callable[..., Child]


class Started:
    """What the fake programs left in their marker."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    @property
    def pids(self) -> list[int]:
        """The process ids of all that were started, in order."""
        return [int(line) for line in self.marker.read_text().split()] if self.marker.exists() else []

    def running(self) -> list[int]:
        """Those still running, or ended but never waited for."""
        return [pid for pid in self.pids if exists(pid)]


def exists(pid: int) -> bool:
    """Whether a process, or what is left of it, has this id."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Started]:
    """The marker; at the end none of the programs may be left."""
    started = Started(tmp_path / "starts")
    yield started
    assert started.running() == []


@pytest.fixture
def made(started: Started) -> Iterator[Made]:
    """Makes children that answer in one way; closes them at the end."""
    children: list[Child] = []

    def make(way: str, patience: float = 10) -> Child:
        child = Child(OPEN, [sys.executable, str(FAKE), way, str(started.marker)], patience)
        children.append(child)
        return child

    yield make
    for child in children:
        child.close()


def test_one_child_answers_every_request(made: Made, started: Started) -> None:
    child = made("answer")
    answers = [child.ask(SPEAK, text)[1] for text in ("one", "", "ümläut 🙂", "x" * 300_000)]
    assert answers == [b"one", b"", "ümläut 🙂".encode(), b"x" * 300_000]
    assert len(started.pids) == 1


def test_starting_tells_what_the_child_is_and_starts_it_once(made: Made, started: Started) -> None:
    child = made("answer")
    assert child.start()["engine"] == child.start()["engine"] == "fake 1"
    assert len(started.pids) == 1


def test_the_text_is_no_argument_and_a_lone_surrogate_does_no_harm(made: Made) -> None:
    header, body = made("echo").ask(SPEAK, "a secret \ud800 place")
    assert body == b"a secret ? place"
    assert "secret" not in " ".join(header["argv"])


@pytest.mark.parametrize("way", ["hang once", "die once", "noise once"])
def test_a_child_that_fails_once_is_replaced_and_the_line_put_again(
    way: str, made: Made, started: Started
) -> None:
    child = made(way, patience=1 if way == "hang once" else 10)
    assert child.ask(SPEAK, "line")[1] == b"line"
    _first, second = started.pids
    assert started.running() == [second]


@pytest.mark.parametrize(
    ("way", "message"),
    [
        ("hang", "The voice did not answer in time."),
        ("hang at the start", "The voice did not answer in time."),
        ("die", "The voice stopped unexpectedly, twice."),
        ("noise", "The voice stopped unexpectedly, twice."),
        ("half a frame", "The voice stopped unexpectedly, twice."),
        ("refuse", "The voice does not work: no such voice."),
        ("error", "The voice does not work: could not speak."),
    ],
)
def test_failing_twice_is_told_with_what_to_do_and_leaves_no_process(
    way: str, message: str, made: Made, started: Started
) -> None:
    child = made(way, patience=0.5 if "hang" in way else 10)
    with pytest.raises(VoiceError) as caught:
        child.ask(SPEAK, "line")
    assert caught.value.message == message
    assert "relaxapp doctor" in caught.value.hint
    assert started.running() == []


def test_a_long_text_has_more_time(made: Made) -> None:
    text = "x" * 300
    assert made("slow", patience=1).ask(SPEAK, text)[1] == text.encode()


def test_a_child_that_stops_reading_is_ended_though_the_pipe_is_full(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relaxapp.sound.voices.child.PATIENCE_A_CHARACTER", 0)
    with pytest.raises(VoiceError, match="in time"):
        made("stop reading", patience=0.5).ask(SPEAK, "x" * 1_000_000)


def test_a_program_that_is_not_there_is_a_voice_error(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="does not work"):
        Child(OPEN, [str(tmp_path / "none")]).start()


def test_closed_it_starts_anew_when_it_is_asked_again(made: Made, started: Started) -> None:
    child = made("answer")
    child.ask(SPEAK, "one")
    child.close()
    child.close()
    assert started.running() == []
    assert child.ask(SPEAK, "two")[1] == b"two"
    assert len(started.pids) == 2


def test_closing_a_child_that_never_ran_starts_nothing(made: Made, started: Started) -> None:
    made("answer").close()
    assert started.pids == []


def test_closing_does_not_wait_for_a_line_that_is_being_spoken(made: Made, started: Started) -> None:
    child = made("hang", patience=60)
    told: list[VoiceError] = []

    def speak() -> None:
        try:
            child.ask(SPEAK, "line")
        except VoiceError as error:
            told.append(error)

    speaking = threading.Thread(target=speak)
    speaking.start()
    while not started.pids:
        time.sleep(0.01)
    time.sleep(0.2)  # until it waits; closing earlier is as good
    child.close()
    speaking.join(10)
    assert not speaking.is_alive()
    assert [error.message for error in told] == ["The voice was closed while it spoke."]


def test_a_child_that_nobody_holds_any_more_is_ended(started: Started) -> None:
    child = Child(OPEN, [sys.executable, str(FAKE), "answer", str(started.marker)])
    child.start()
    (pid,) = started.pids
    del child
    assert not exists(pid)


def test_a_child_killed_between_two_lines_costs_no_try(made: Made, started: Started) -> None:
    child = made("die once")
    child.start()
    os.kill(started.pids[0], 9)
    with suppress(ChildProcessError):
        while os.waitid(os.P_PID, started.pids[0], os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
            time.sleep(0.01)
    assert child.ask(SPEAK, "line")[1] == b"line"
    assert len(started.pids) == 2


def test_many_failures_leave_no_open_pipes(made: Made) -> None:
    if not Path("/proc/self/fd").is_dir():
        pytest.skip("this system does not list open files")
    child = made("die")
    with pytest.raises(VoiceError):
        child.ask(SPEAK, "line")
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _round in range(3):
        with pytest.raises(VoiceError):
            child.ask(SPEAK, "line")
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_threads_that_ask_at_once_each_get_their_own_answer(made: Made) -> None:
    child = made("answer")
    answers: dict[str, bytes] = {}

    def ask(text: str) -> None:
        answers[text] = child.ask(SPEAK, text)[1]

    threads = [threading.Thread(target=ask, args=(f"line {number}",)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert answers == {f"line {number}": f"line {number}".encode() for number in range(8)}


def test_two_children_serve_two_threads_and_one_serves_one(started: Started) -> None:
    children = Children(OPEN, [sys.executable, str(FAKE), "answer", str(started.marker)])
    for number in range(4):
        assert children.ask(SPEAK, str(number))[1] == str(number).encode()
    assert len(started.pids) == 1
    children.close()

    marker = Path(f"{started.marker}-busy")
    busy = Children(OPEN, [sys.executable, str(FAKE), "wait", str(marker)])
    threads = [threading.Thread(target=busy.ask, args=(SPEAK, "x")) for _thread in range(3)]
    for thread in threads:
        thread.start()
    while not marker.exists() or len(Started(marker).pids) < 2:
        time.sleep(0.01)
    marker.with_suffix(".go").touch()
    for thread in threads:
        thread.join(20)
    assert len(Started(marker).pids) == 2
    busy.close()
    assert Started(marker).running() == []


def test_closing_ends_the_wait_of_those_who_wait_for_a_child(started: Started) -> None:
    children = Children(OPEN, [sys.executable, str(FAKE), "hang", str(started.marker)], patience=60)
    told: list[str] = []

    def speak() -> None:
        with pytest.raises(VoiceError) as error:
            children.ask(SPEAK, "line")
        told.append(error.value.message)

    asking = [threading.Thread(target=speak, daemon=True) for _thread in range(6)]
    for thread in asking:
        thread.start()
    while len(started.pids) < 2:
        time.sleep(0.01)
    time.sleep(0.2)  # until the others wait
    children.close()
    for thread in asking:
        thread.join(10)
    assert not any(thread.is_alive() for thread in asking)
    assert len(told) == 6
    assert len(started.pids) == 2, "none was started anew"


def test_lines_that_wait_behind_a_voice_that_hangs_are_given_up_with_it(
    started: Started, tmp_path: Path
) -> None:
    voice = EspeakVoice(command=[sys.executable, str(FAKE), "hang", str(started.marker)], patience=0.3)
    clips = Clips(voice, ClipCache(tmp_path / "clips", tmp_path / "private", tmp_path / "key"))
    with pytest.raises(VoiceError, match="did not answer in time"):
        clips.voice_all([Say(f"This is line {number}.") for number in range(40)])
    assert len(started.pids) < 12
    assert not started.running()


def test_who_stops_does_not_wait_for_a_voice_that_hangs(started: Started, tmp_path: Path) -> None:
    hanging = EspeakVoice(command=[sys.executable, str(FAKE), "hang", str(started.marker)], patience=60)
    clips = Clips(hanging, ClipCache(tmp_path / "clips", tmp_path / "private", tmp_path / "key"))

    def stop_once_it_hangs() -> None:
        while len(started.pids) < 2:
            time.sleep(0.01)
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    threading.Thread(target=stop_once_it_hangs, daemon=True).start()
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        clips.voice_all([Say(f"This is line {number}.") for number in range(40)])
    assert time.monotonic() - began < 30, "it waited for a line"
    assert not started.running()
