"""Tuning by ear: what is chosen is carried on, and can be taken back."""

from dataclasses import replace

from relaxapp.journal.settings import Settings
from relaxapp.practice.tuning import FASTEST, HIGHEST, LOWEST, SLOWEST, Tuning

VOICES = [("festival", "Festival"), ("flite", "flite"), ("espeak-ng", "espeak-ng")]


def through(tuning: Tuning, side: str) -> Settings:
    """Choose the same side each time."""
    while (pair := tuning.pair) is not None:
        tuning.choose({} if side == "same" else getattr(pair, side))
    return tuning.settings


def test_every_voice_meets_the_one_kept_so_far() -> None:
    tuning = Tuning(Settings(), VOICES)
    met = []
    for _round in range(2):
        pair = tuning.pair
        assert pair is not None
        met.append((pair.a["voice"], pair.b["voice"]))
        tuning.choose(pair.b)
    assert met == [("festival", "flite"), ("flite", "espeak-ng")]
    assert tuning.settings.voice == "espeak-ng"


def test_a_voice_alone_is_not_asked_about() -> None:
    pair = Tuning(Settings(), VOICES[:1]).pair
    assert pair is not None
    assert "voice_speed" in pair.a


def test_the_two_sides_lead_apart_and_stay_within_what_can_be_understood() -> None:
    slow, fast = through(Tuning(Settings(), VOICES), "a"), through(Tuning(Settings(), VOICES), "b")
    assert slow.voice_speed < Settings().voice_speed < fast.voice_speed
    assert slow.voice_pitch < Settings().voice_pitch < fast.voice_pitch
    assert slow.voice_warm and not fast.voice_warm
    for edge in (80, 180):
        for side in ("a", "b"):
            found = through(
                Tuning(replace(Settings(), voice_speed=edge, voice_pitch=edge // 2), VOICES), side
            )
            assert SLOWEST <= found.voice_speed <= FASTEST
            assert LOWEST <= found.voice_pitch <= HIGHEST


def test_where_neither_is_better_all_stays_as_it_was() -> None:
    assert through(Tuning(Settings(), VOICES), "same") == Settings()


def test_back_takes_the_last_choice_back() -> None:
    tuning = Tuning(Settings(), VOICES)
    first = tuning.pair
    assert first is not None
    tuning.choose(first.b)
    tuning.back()
    assert (tuning.pair, tuning.settings, tuning.number) == (first, Settings(), 1)
    tuning.back()
    assert tuning.number == 1


def test_whatever_is_kept_the_next_two_sides_were_told_ahead() -> None:
    tuning = Tuning(Settings(), VOICES)
    while (pair := tuning.pair) is not None:
        ahead = tuning.ahead()
        for kept in (pair.a, pair.b, {}):
            tuning.choose(kept)
            following = tuning.pair
            if following is not None:
                assert tuning.heard_as(following.a) in ahead[:3], "what is heard first comes first"
                assert tuning.heard_as(following.b) in ahead
            tuning.back()
        tuning.choose(pair.b)
    assert tuning.ahead() == ()
