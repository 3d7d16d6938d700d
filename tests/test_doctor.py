"""What works here, and how to mend what does not."""

import os
import shutil
from pathlib import Path

import pytest

from relaxapp import doctor, locations
from relaxapp.errors import SoundError, VoiceError
from relaxapp.journal.store import Store
from relaxapp.sound import device
from relaxapp.sound.clip import Clip
from relaxapp.sound.voices import usual
from relaxapp.sound.voices.kept import KeptVoices
from relaxapp.sound.voices.silent import SilentVoice
from relaxapp.sound.voices.voice import Voice
from relaxapp.words.script import Say


class NoDevice:
    """A computer without a sound card."""

    def warm(self) -> None:
        raise SoundError("There is no sound device.", "Plug one in.")

    def close(self) -> None:
        pass


class SoundDevice(NoDevice):
    """One that has one."""

    def warm(self) -> None:
        pass


def the_voice(voice: Voice) -> usual.VoiceThere:
    """A computer's best voice."""
    return usual.VoiceThere("best", "best", lambda _tuning: voice)


@pytest.fixture(autouse=True)
def healthy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer on which everything works."""
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path))
    monkeypatch.setattr(device, "DevicePlayer", SoundDevice)
    monkeypatch.setattr(usual, "best", lambda _choice, _kept: the_voice(SilentVoice()))
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: type("Room", (), {"free": 10**12}))


def told() -> str:
    """The whole report."""
    return "\n".join(doctor.report(doctor.examine(KeptVoices(Path("/no voices of one's own")))))


def test_where_everything_works_every_line_says_so() -> None:
    assert all(finding.ok for finding in doctor.examine(KeptVoices(Path("/no voices of one's own")))), told()
    assert "needs a look" not in told()


def test_it_makes_nothing(tmp_path: Path) -> None:
    doctor.examine(KeptVoices(Path("/no voices of one's own")))
    assert not list(tmp_path.iterdir())


def test_a_computer_without_sound_is_told_how_to_mend_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "DevicePlayer", NoDevice)
    assert "Sound device: needs a look. There is no sound device. Plug one in." in told()


def test_a_voice_that_does_not_speak_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Mute(SilentVoice):
        def speak(self, say: Say) -> Clip:  # noqa: ARG002
            raise VoiceError("The voice says nothing.", "Install another.")

    monkeypatch.setattr(usual, "best", lambda _choice, _kept: the_voice(Mute()))
    assert "Voice: needs a look. The voice says nothing. Install another." in told()


def test_a_journal_that_is_damaged_is_told_and_left_as_it_is() -> None:
    path = locations.journal_file()
    with Store(path):
        pass
    path.write_bytes(b"not a journal at all, " * 200)
    before = path.read_bytes()
    assert "Journal: needs a look." in told()
    assert path.read_bytes() == before


def test_a_file_where_the_journal_would_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter").write_text("a letter")
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path / "letter" / "home"))
    assert (
        f"Journal: needs a look. The journal can't be made, since {tmp_path}/letter is not a folder. "
        "Move it elsewhere, or set RELAXAPP_HOME to another folder."
    ) in told()


def test_a_folder_where_the_journal_can_not_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda folder, _mode: folder != tmp_path)
    assert (
        f"Journal: needs a look. The journal can't be made, since you may not write in {tmp_path}. "
        "Allow yourself to, or set RELAXAPP_HOME to another folder."
    ) in told()


def test_what_the_system_refuses_is_told_and_the_rest_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path / ("x" * 300)))
    assert "can't be used (File name too long)" in told().splitlines()[3]
    assert told().splitlines()[-1].startswith("Terminal:")


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: type("Room", (), {"free": 5_000_000}))
    assert "Disk: needs a look. Only 5 MB are free." in told()


def test_what_was_not_looked_at_is_not_said_to_work() -> None:
    assert told().splitlines()[-1] == "Terminal: not looked at. The output goes elsewhere."
