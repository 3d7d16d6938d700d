"""A recorded voice: its lines as they were said, others by another voice; carried along as one file."""

import hashlib
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from relaxapp.errors import FileError, VoiceError
from relaxapp.sound.clip import Clip
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.kept import KeptVoice, KeptVoices
from relaxapp.sound.voices.pack import add_pack, write_pack
from relaxapp.sound.voices.recorded import RecordedVoice
from relaxapp.sound.voices.recording import Recording, own_name
from relaxapp.sound.voices.silent import SilentVoice
from relaxapp.sound.voices.take import taken
from relaxapp.sound.voices.usual import VoiceChoice, best, usual_voice
from relaxapp.timing.frames import RATE
from relaxapp.words.pronunciation import Pronunciation
from relaxapp.words.script import Manner, Say
from tests.sound.spoken import spoken

LINE, OTHER, MINE = Say("Let it be."), Say("And rest."), Say("By the sea of my own.", private=True)


@pytest.fixture
def kept(tmp_path: Path) -> KeptVoices:
    return KeptVoices(tmp_path / "voices")


@pytest.fixture
def anna(kept: KeptVoices) -> KeptVoice:
    """A voice with one line that may be shared, and one that holds the person's own words."""
    voice = kept.add_recorded("Anna")
    recording = Recording(voice.folder)
    recording.keep(LINE, a_clip())
    recording.keep(MINE, a_clip())
    return voice


def a_clip(words: float = 1.0) -> Clip:
    clip = taken(spoken(words=words), RATE).clip
    assert clip is not None
    return clip


def test_its_lines_are_heard_as_they_were_said_and_others_by_another_voice(anna: KeptVoice) -> None:
    voice = RecordedVoice(anna.folder, "Anna", SilentVoice())
    assert np.array_equal(voice.speak(LINE).samples, a_clip().samples)
    assert not voice.speak(OTHER).samples.any()
    assert not voice.speak(Say(LINE.text, Manner.RELEASE)).samples.any()


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize("fixes", [{}, {"sea": "see"}, {"let it": "lettit"}])
def test_a_mended_word_leaves_recorded_lines_as_they_were_said(
    kept: KeptVoices, tmp_path: Path, fixes: dict[str, str]
) -> None:
    spoken = Pronunciation(fixes).spoken
    cache = ClipCache(tmp_path / "clips", tmp_path / "private", tmp_path / "key")
    clips = Clips(usual_voice(VoiceChoice(), kept, spoken=spoken), cache, spoken=spoken)
    try:
        for say in (LINE, MINE):
            assert clips.voiced(say).seconds == pytest.approx(a_clip().seconds, abs=0.01)
    finally:
        clips.close()


def test_a_recorded_voice_is_the_best_there_is(kept: KeptVoices, anna: KeptVoice) -> None:
    assert best(VoiceChoice(), kept).id == anna.id


def test_a_line_recorded_anew_takes_the_place_of_the_old_one(anna: KeptVoice) -> None:
    recording = Recording(anna.folder)
    before, files = recording.fingerprint, len(list(anna.folder.glob("*.flac")))
    recording.keep(LINE, a_clip(2.0))
    again = Recording(anna.folder)
    clip = again.clip(LINE)
    assert clip is not None
    assert clip.seconds > 1.8
    assert again.fingerprint != before
    assert len(list(anna.folder.glob("*.flac"))) == files


def test_no_file_name_tells_what_is_said(anna: KeptVoice) -> None:
    assert not any("sea" in file.name for file in anna.folder.iterdir())


def test_own_words_can_be_forgotten(kept: KeptVoices, anna: KeptVoice) -> None:
    kept.forget_private()
    assert MINE not in Recording(anna.folder)
    assert LINE in Recording(anna.folder)
    assert len(list(anna.folder.glob("*.flac"))) == 1


def test_only_the_lines_that_hold_an_answer_go_with_it(kept: KeptVoices, anna: KeptVoice) -> None:
    place = Say("Look around the lake.", private=True, answers=("place",))
    both = Say("You are safe by the lake, with Sam.", private=True, answers=("place", "person"))
    person = Say("Sam is with you.", private=True, answers=("person",))
    recording = Recording(anna.folder)
    for say in (place, both, person):
        recording.keep(say, a_clip())
    kept.forget_private("place")
    left = Recording(anna.folder)
    assert place not in left
    assert both not in left
    assert person in left
    assert LINE in left
    assert MINE not in left, "it isn't known which answer an older line holds"
    assert len(list(anna.folder.glob("*.flac"))) == 2


def test_windows_keep_each_others_lines(anna: KeptVoice) -> None:
    one, another, third = (Recording(anna.folder) for _ in range(3))
    one.keep(OTHER, a_clip())
    another.keep(LINE, a_clip(2.0))
    third.take([replace(another.lines[0], text="Taken in.")])
    assert {line.text for line in Recording(anna.folder).lines} == {
        LINE.text,
        MINE.text,
        OTHER.text,
        "Taken in.",
    }
    assert len(list(anna.folder.glob("*.flac"))) == 3


def test_what_was_forgotten_in_another_window_stays_forgotten(anna: KeptVoice) -> None:
    open_already = Recording(anna.folder)
    Recording(anna.folder).forget_private()
    open_already.keep(OTHER, a_clip())
    assert MINE.text not in (anna.folder / "lines.json").read_text()
    assert MINE not in open_already


def test_what_was_recorded_in_another_window_is_forgotten_too(anna: KeptVoice) -> None:
    open_already = Recording(anna.folder)
    Recording(anna.folder).keep(Say("With Sam.", private=True), a_clip())
    open_already.forget_private()
    assert [line.text for line in Recording(anna.folder).lines] == [LINE.text]
    assert len(list(anna.folder.glob("*.flac"))) == 1


def test_a_list_that_cant_be_read_is_never_written_over(anna: KeptVoice) -> None:
    file = anna.folder / "lines.json"
    file.write_text(file.read_text()[:60])
    before = file.read_text()
    with pytest.raises(FileError, match="can't be read"):
        Recording(anna.folder)
    with pytest.raises(VoiceError):
        RecordedVoice(anna.folder, "Anna", SilentVoice()).speak(LINE)
    assert file.read_text() == before


def test_a_line_that_is_missing_is_named_before_anything_is_packed(anna: KeptVoice, tmp_path: Path) -> None:
    for file in anna.folder.glob("*.flac"):
        file.unlink()
    with pytest.raises(FileError, match=LINE.text):
        write_pack(anna, tmp_path / "anna.zip")
    assert not (tmp_path / "anna.zip").exists()


def test_a_damaged_line_is_told(anna: KeptVoice) -> None:
    for file in anna.folder.glob("*.flac"):
        file.write_bytes(b"no sound")
    with pytest.raises(VoiceError, match="damaged"):
        Recording(anna.folder).clip(LINE)


def test_it_is_carried_to_others_without_ones_own_words(
    kept: KeptVoices, anna: KeptVoice, tmp_path: Path
) -> None:
    assert write_pack(anna, tmp_path / "anna.zip") == 1
    with zipfile.ZipFile(tmp_path / "anna.zip") as pack:
        assert "sea" not in pack.read("manifest.json").decode()
        assert len(pack.namelist()) == 2
    other = KeptVoices(tmp_path / "elsewhere")
    added = add_pack(other, tmp_path / "anna.zip")
    assert added.name == "Anna"
    ours, theirs = Recording(anna.folder).clip(LINE), Recording(added.folder).clip(LINE)
    assert ours is not None
    assert theirs is not None
    assert np.array_equal(ours.samples, theirs.samples)
    assert MINE not in Recording(added.folder)
    assert len(kept.all()) == 1


def test_to_others_a_voice_without_a_name_is_called_as_its_file_is(kept: KeptVoices, tmp_path: Path) -> None:
    mine = kept.add_recorded(own_name())
    Recording(mine.folder).keep(LINE, a_clip())
    write_pack(mine, tmp_path / "anna.zip")
    added = add_pack(KeptVoices(tmp_path / "elsewhere"), tmp_path / "anna.zip")
    assert (mine.id, added.name, added.id) == ("my-own-voice", "anna", "my-anna")


def test_nothing_to_share_is_told(kept: KeptVoices, tmp_path: Path) -> None:
    voice = kept.add_recorded("Mine")
    Recording(voice.folder).keep(MINE, a_clip())
    with pytest.raises(FileError, match="no recorded line"):
        write_pack(voice, tmp_path / "mine.zip")


def repacked(path: Path, **changes: object) -> Path:
    """The pack with its manifest, or the fields of its one line, changed."""
    with zipfile.ZipFile(path) as pack:
        content = {name: pack.read(name) for name in pack.namelist()}
    manifest = json.loads(content["manifest.json"])
    line = manifest["lines.json"][0]
    old = line["file"]
    if "sound" in changes:
        content[old] = bytes(changes.pop("sound"))  # type: ignore[call-overload]
        line["sha256"] = hashlib.sha256(content[old]).hexdigest()
    for name, value in changes.items():
        (manifest if name in manifest else line)[name] = value
    if line["file"] != old:
        content[str(line["file"])] = content.pop(old)
    content["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(path, "w") as pack:
        for name, data in content.items():
            pack.writestr(name, data)
    return path


@pytest.mark.parametrize(
    "changes",
    [
        {"file": "../../evil.flac"},
        {"file": "/tmp/evil.flac"},
        {"file": ".hidden.flac"},
        {"file": "evil.sh"},
        {"sha256": "0" * 64},
        {"manner": "shouting"},
        {"text": 3},
        {"private": "no"},
        {"private": True},
        {"answers": "place"},
        {"answers": [3]},
        {"relaxapp voice": 99},
        {"lines.json": []},
        {"lines.json": "[" * 50},
        {"name": None},
        {"sound": b"RIFF, but no sound"},
        {"sound": b""},
    ],
)
def test_a_pack_that_is_not_right_is_refused_and_leaves_nothing(
    anna: KeptVoice, tmp_path: Path, changes: dict[str, object]
) -> None:
    write_pack(anna, tmp_path / "anna.zip")
    other = KeptVoices(tmp_path / "elsewhere")
    with pytest.raises(FileError):
        add_pack(other, repacked(tmp_path / "anna.zip", **changes))
    assert not other.all()
    assert not list(tmp_path.rglob("evil*"))


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04" + b"\0" * 60])
def test_what_is_no_pack_is_refused(kept: KeptVoices, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(content)
    with pytest.raises(FileError):
        add_pack(kept, tmp_path / "x.zip")
    with pytest.raises(FileError):
        add_pack(kept, tmp_path / "gone.zip")


def test_a_clip_that_swells_when_it_is_unpacked_is_refused(
    kept: KeptVoices, anna: KeptVoice, tmp_path: Path
) -> None:
    write_pack(anna, tmp_path / "anna.zip")
    with zipfile.ZipFile(tmp_path / "anna.zip") as pack:
        content = {name: pack.read(name) for name in pack.namelist()}
    for way in (zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2):
        with zipfile.ZipFile(tmp_path / "odd.zip", "w", way) as pack:
            for name, data in content.items():
                pack.writestr(name, data)
        with pytest.raises(FileError, match="can be used"):
            add_pack(kept, tmp_path / "odd.zip")
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in content.items():
            pack.writestr(name, data if name == "manifest.json" else bytes(20_000_000))
    with pytest.raises(FileError, match="can be used"):
        add_pack(kept, tmp_path / "bomb.zip")
