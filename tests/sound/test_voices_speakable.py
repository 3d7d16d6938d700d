"""Only what can be said reaches an engine."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.sound.voices.speakable import speakable


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Let them go.", "Let them go."),
        ("  Let \t them\r\n go. ", "Let them go."),
        ("Let\0 them go.", "Let them go."),
        ("Let\x1b[31m them go.", "Let [31m them go."),
        ("relax\u00ada\u200btion", "relaxation"),
        ("a\u00a0quiet\u2003place", "a quiet place"),
        ("a \ud800 place", "a place"),
        ("\u202eשלום\u202c", "שלום"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d⚕️", "👩\u200d⚕️"),
        ("😀", "😀"),
        ("5", "5"),
        ("€", "€"),
        ("", ""),
        (" \n\t ", ""),
        ("...", ""),
        ("!?—“”()*_#", ""),
        ("\0\0", ""),
        ("\ud800", ""),
        ("\u200d", ""),
    ],
)
def test_speakable(text: str, said: str) -> None:
    assert speakable(text) == said


@given(st.text(st.characters()))
def test_any_text_becomes_one_line_that_can_be_sent(text: str) -> None:
    said = speakable(text)
    said.encode("utf-8")
    assert "\0" not in said
    assert all(unicodedata.category(character) not in {"Cc", "Cs", "Co"} for character in said)
    assert said == speakable(said)
