"""Voices that a person adds: heard before they are kept, and gone without a trace."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from relaxapp.errors import FileError, VoiceError
from relaxapp.sound.clip import Clip
from relaxapp.sound.voices import usual
from relaxapp.sound.voices.adding import add_command, add_piper, get_piper
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.kept import KeptVoices
from relaxapp.sound.voices.silent import SilentVoice
from relaxapp.sound.voices.usual import VoiceChoice, best, stand_in, voices_there
from relaxapp.words.script import Say
from tests.sound.tiny_piper import tiny_piper

SPEAKER = Path(__file__).with_name("speaking_program.py")
WORDS = (sys.executable, str(SPEAKER), "{file}")


@pytest.fixture
def kept(tmp_path: Path) -> KeptVoices:
    return KeptVoices(tmp_path / "voices")


def test_a_program_that_speaks_is_kept_and_chosen_first(kept: KeptVoices) -> None:
    added = add_command(kept, "Tante Käthe", WORDS)
    assert added.id == "my-tante-kathe"
    assert best(VoiceChoice(), kept).name == "Tante Käthe"
    assert best(VoiceChoice("espeak-ng"), kept).id == "espeak-ng"
    assert add_command(kept, "Tante Käthe", WORDS).id == "my-tante-kathe-2"
    kept.remove("my-tante-kathe")
    assert [voice.id for voice in kept.all()] == ["my-tante-kathe-2"]


@pytest.mark.parametrize("words", [(), ("espeak",), ("{file}",), (*WORDS, "--mute"), (*WORDS, "--fail")])
def test_what_does_not_speak_is_not_kept(kept: KeptVoices, words: tuple[str, ...]) -> None:
    with pytest.raises(VoiceError):
        add_command(kept, "mine", words)
    assert not kept.all()


def test_a_piper_voice_is_copied_and_speaks(kept: KeptVoices, tmp_path: Path) -> None:
    model = tiny_piper(tmp_path)
    added = add_piper(kept, model, "Amy")
    model.unlink()
    there = next(voice for voice in voices_there(kept) if voice.id == added.id)
    voice = there.tuned(VoiceChoice().tuning)
    assert voice.speak(Say("Let it be easy.")).samples.any()
    voice.close()
    kept.remove(added.id)
    assert not list(kept.folder.iterdir())


def test_a_model_that_is_none_is_refused(kept: KeptVoices, tmp_path: Path) -> None:
    model = tiny_piper(tmp_path)
    model.write_bytes(b"no model at all")
    with pytest.raises(VoiceError, match="The voice does not work"):
        add_piper(kept, model)
    model.with_name("tiny.onnx.json").unlink()
    with pytest.raises(FileError, match="is not there"):
        add_piper(kept, model)
    assert not kept.all()


def test_piper_fetches_by_its_own_downloader(kept: KeptVoices) -> None:
    called: list[Sequence[str]] = []

    def fetch(call: Sequence[str]) -> int:
        called.append(call)
        folder = Path(call[call.index("--data-dir") + 1])
        tiny_piper(folder, "en_US-tiny-low")
        return 0

    assert get_piper(kept, "en_US-tiny-low", fetch).id == "my-en-us-tiny-low"
    assert called[0][1:3] == ["-m", "piper.download_voices"]
    with pytest.raises(VoiceError, match="could not be fetched"):
        get_piper(kept, "en_US-gone-low", lambda _call: 1)


def test_a_manifest_that_is_damaged_is_passed_over(kept: KeptVoices) -> None:
    added = add_command(kept, "mine", WORDS)
    for broken in ("", "[1]", '{"kind": "other", "name": "x"}', "[" * 100_000):
        (added.folder / "voice.json").write_text(broken)
        assert not kept.all()


def test_another_voice_speaks_for_one_that_fails_and_it_is_said_once(
    kept: KeptVoices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaker = shutil.copy(SPEAKER, tmp_path / "speaker.py")
    add_command(kept, "mine", (sys.executable, str(speaker), "{file}"))
    Path(speaker).write_text("raise SystemExit('broken since')")
    other = stand_in(VoiceChoice(), kept)
    assert other is not None
    other.close()
    cache = ClipCache(tmp_path / "clips", tmp_path / "private", tmp_path / "key")
    mine = best(VoiceChoice(), kept).tuned(VoiceChoice().tuning)
    clips = Clips(mine, cache, SilentVoice())
    spoken: list[Clip] = [clips.voiced(Say(text)) for text in ("One.", "Two.", "Three.")]
    assert all(clip.seconds > 0.3 for clip in spoken)
    assert clips.stood_in is not None
    assert "broken since" in clips.stood_in.message
    assert clips.frames(Say("One.")) is not None
    on_disk = [file for file in (tmp_path / "clips").rglob("*") if file.is_file() and file.suffix != ".gain"]
    assert not on_disk, "what another voice said is not kept as this one's"
    monkeypatch.setattr(usual, "KNOWN", ())
    assert stand_in(VoiceChoice("espeak-ng"), kept) is None
