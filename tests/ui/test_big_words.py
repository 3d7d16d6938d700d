"""Words in letters several rows high."""

import pytest

from relaxapp.ui.widgets.big_words import SMALLER_FONTS, big_words

SENTENCE = "You will visit one part of you after another, and let go of whatever is ready to go."


@pytest.mark.parametrize(("width", "height"), [(78, 15), (118, 30), (198, 46)])
def test_a_long_sentence_fits_every_size_of_a_room(width: int, height: int) -> None:
    drawn = big_words(SENTENCE, width, height)
    assert drawn is not None
    assert len(drawn.splitlines()) <= height


def test_rows_stay_under_each_other_however_they_are_laid_out() -> None:
    drawn = big_words("Before anything changes, feel how your breath is going now.", 198, 46)
    assert drawn is not None
    assert {len(row) for row in drawn.splitlines()} == {198}


def test_words_that_do_not_fit_and_letters_no_font_has_are_left_plain() -> None:
    assert big_words(SENTENCE, 78, 4) is None
    assert big_words("Дыши", 198, 46) is None
    assert big_words("Breathe", 198, 46, ()) is None


def test_words_that_stand_back_are_smaller() -> None:
    large, small = big_words("Rest", 198, 46), big_words("Rest", 198, 46, SMALLER_FONTS)
    assert large is not None
    assert small is not None
    assert len(small.splitlines()) < len(large.splitlines())
