"""The track knows which frame of the plan lies where, and what was heard in all."""

from relaxapp.sound.track import Track

END = 1_000


def test_nothing_before_play() -> None:
    track = Track()
    assert (track.frame(50), track.heard_in_all(50)) == (0, 0)


def test_the_plan_runs_from_its_start_to_its_end() -> None:
    track = Track()
    track.begin(500, 200, END)
    assert [track.frame(index) for index in (0, 500, 510, 1_300, 2_000)] == [200, 200, 210, 1_000, 1_000]
    assert [track.heard_in_all(index) for index in (0, 500, 510, 1_300, 2_000)] == [0, 0, 10, 800, 800]


def test_after_a_jump_the_position_is_the_frame_jumped_to_until_it_is_heard() -> None:
    track = Track()
    track.begin(0, 0, END)
    track.jump(300, 100, END)
    assert [track.frame(index) for index in (200, 300, 350)] == [100, 100, 150]
    assert [track.heard_in_all(index) for index in (200, 300, 350)] == [200, 300, 350]


def test_silence_after_the_end_is_not_counted() -> None:
    track = Track()
    track.begin(0, 900, END)
    track.jump(400, 0, END)
    assert track.heard_in_all(410) == 110


def test_a_jump_that_is_jumped_over_counts_nothing() -> None:
    track = Track()
    track.begin(0, 0, END)
    track.jump(300, 100, END)
    track.jump(250, 700, END)
    assert track.frame(260) == 710
    assert track.heard_in_all(260) == 260
    track.jump(250, 20, END)
    assert track.frame(260) == 30
    assert track.heard_in_all(260) == 260


def test_a_longer_plan_goes_on() -> None:
    track = Track()
    track.begin(0, 0, END)
    track.lengthen(2_000)
    assert track.frame(1_500) == track.heard_in_all(1_500) == 1_500


def test_play_begins_anew() -> None:
    track = Track()
    track.begin(0, 0, END)
    track.jump(300, 100, END)
    track.begin(400, 0, END)
    assert track.heard_in_all(390) == 0
    assert track.heard_in_all(410) == 10
