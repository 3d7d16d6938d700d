"""Words that a voice gets wrong are said as the file has them."""

from pathlib import Path

import pytest

from relaxapp import locations
from relaxapp.library.library import Library
from relaxapp.sound.clip import Clip
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.silent import SilentVoice
from relaxapp.words.pronunciation import Pronunciation, read_pronunciation
from relaxapp.words.script import Say

FIXES = Pronunciation({"RSD": "R S D", "TENS": "tens", "Käthe": "Kay-teh", "st. anne": "saint Anne"})


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("With RSD, rest.", "With R S D, rest."),
        ("rsd and RSDs stay.", "rsd and RSDs stay."),
        ("Tens of birds.", "Tens of birds."),
        ("KÄTHE and käthe's garden", "Kay-teh and Kay-teh's garden"),
        ("by St. Anne's", "by saint Anne's"),
        ("", ""),
    ],
)
def test_whole_words_are_said_as_the_file_has_them(text: str, spoken: str) -> None:
    assert FIXES.spoken(text) == spoken


def test_no_words_change_nothing() -> None:
    assert Pronunciation({}).spoken("RSD") == "RSD"


@pytest.mark.parametrize(
    ("text", "line"),
    [("[a, b]", 1), ("RSD: R S D\nCRPS:\n", 2), ("a: [b]", 1), ("a: &x b", 1), ("a:\n\tb", 2)],
)
def test_mistakes_are_told_by_line(text: str, line: int) -> None:
    mistakes = read_pronunciation(text)[1]
    assert [mistake.position.line for mistake in mistakes] == [line]


def test_ones_own_file_lies_over_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "pronunciation.yaml").write_text("Siobhan: Shivawn\nCRPS: crips\n")
    said = Library(locations.shipped_scripts(), tmp_path).pronunciation()
    assert said.spoken("Siobhan, CRPS and RSD") == "Shivawn, crips and R S D"


def test_a_mended_word_is_heard_at_once_and_the_words_shown_stay(tmp_path: Path) -> None:
    heard = []

    class Listening(SilentVoice):
        def speak(self, say: Say) -> Clip:
            heard.append(say.text)
            return super().speak(say)

    cache = ClipCache(tmp_path / "clips", tmp_path / "private", tmp_path / "key")
    say = Say("RSD is its name.")
    Clips(Listening(), cache).voiced(say)
    mended = Clips(Listening(), cache, spoken=FIXES.spoken)
    assert mended.frames(say) is None
    mended.voiced(say)
    assert [text for text in heard if "name" in text] == ["RSD is its name.", "R S D is its name."]
    assert mended.frames(say) is not None
    assert say.text == "RSD is its name."
