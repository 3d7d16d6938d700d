"""The conductor: a practice told by what the person does and how many frames are heard."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from relaxapp.journal.entry import Ended, Entry, Obstacle
from relaxapp.practice.conductor import (
    BeginEntry,
    Conductor,
    Effects,
    GoOnSilently,
    Heard,
    KeepUp,
    PauseSound,
    PlaySettling,
    PlaySound,
    ResumeSound,
    SaveEntry,
    SeekSound,
    Stage,
    StopSound,
)
from relaxapp.practice.questions import Choices, OpenLine, Scale
from relaxapp.timing.frames import RATE
from tests.practice.plans import plan


def entry() -> Entry:
    return Entry(id="an id", started=datetime(2026, 11, 24, 8, tzinfo=UTC), offset_minutes=60)


def playing(*, asleep: bool = False) -> Conductor:
    conductor = Conductor(entry(), ask_before=False, asleep=asleep)
    conductor.begin(plan())
    return conductor


def heard(
    seconds: float, *, in_all: float | None = None, finished: bool = False, lost: bool = False
) -> Heard:
    whole = seconds if in_all is None else in_all
    return Heard(round(seconds * RATE), round(whole * RATE), finished, lost)


def kinds(effects: Effects) -> list[type]:
    return [type(effect) for effect in effects]


def saved(effects: Effects) -> Entry:
    (entry,) = [effect.entry for effect in effects if isinstance(effect, SaveEntry)]
    return entry


def test_pain_and_tension_are_asked_before_and_can_be_skipped() -> None:
    conductor = Conductor(entry())
    asked = []
    while conductor.stage is Stage.BEFORE:
        asked.append(conductor.view.asked)
        assert conductor.skip() == ()
    assert [each.field for each in asked if isinstance(each, Scale)] == ["pain_before", "tension_before"]
    assert conductor.stage is Stage.READY
    assert conductor.entry.pain_before is None


def test_breathe_now_asks_nothing_beforehand() -> None:
    assert Conductor(entry(), ask_before=False).stage is Stage.READY


def test_the_row_is_written_before_the_first_sound() -> None:
    conductor = Conductor(entry())
    conductor.answer(pain_before=6)
    conductor.answer(tension_before=7)
    begin, play = conductor.begin(plan())
    assert isinstance(begin, BeginEntry)
    assert (begin.entry.pain_before, begin.entry.tension_before) == (6, 7)
    assert begin.entry.ended is Ended.RUNNING
    assert play == PlaySound(0)


def test_going_back_keeps_what_was_answered() -> None:
    conductor = Conductor(entry())
    conductor.answer(pain_before=3)
    conductor.back()
    assert conductor.view.number == 1
    assert conductor.entry.pain_before == 3


def test_the_journal_is_kept_up_at_least_every_five_seconds_heard() -> None:
    conductor, kept = playing(), []
    for tenth in range(1, 301):
        kept += [each for each in conductor.hear(heard(tenth / 10)) if isinstance(each, KeepUp)]
    times = [each.heard_seconds for each in kept]
    assert len(times) == 6
    assert all(later - earlier <= 5 for earlier, later in zip([0, *times], times, strict=False))


def test_space_pauses_and_goes_on_from_the_start_of_the_sentence() -> None:
    conductor = playing()
    line = plan().says()[1]
    conductor.hear(Heard(line.start + 100, line.start + 100))
    assert kinds(conductor.pause()) == [PauseSound, KeepUp]
    assert str(conductor.stage) == "paused"
    assert conductor.hear(heard(30)) == ()
    assert conductor.pause() == (ResumeSound(line.start),)
    assert str(conductor.stage) == "playing"


def test_a_computer_that_slept_wakes_to_a_pause() -> None:
    conductor = playing()
    assert kinds(conductor.hear(Heard(RATE, RATE, slept=True))) == [PauseSound, KeepUp]
    assert conductor.stage is Stage.PAUSED


def test_in_a_silence_it_goes_on_from_where_it_was() -> None:
    conductor = playing()
    silence = plan().says()[0].end + RATE
    conductor.hear(Heard(silence, silence))
    conductor.pause()
    assert conductor.pause() == (ResumeSound(silence),)


def test_arrows_move_by_section_and_only_the_position_moves() -> None:
    conductor = playing()
    sections = plan().sections
    conductor.hear(heard(2))
    assert conductor.skip_section() == (SeekSound(sections[1].start),)
    assert conductor.replay() == (SeekSound(sections[0].start),)


def test_escape_stops_the_sound_at_once_and_then_asks() -> None:
    conductor = playing()
    conductor.hear(heard(12))
    assert kinds(conductor.stop())[0] is PauseSound
    assert conductor.stage is Stage.ASKING


def test_finished_for_now_is_kept_as_stopped_early_with_what_was_heard() -> None:
    conductor = playing()
    conductor.hear(heard(12, in_all=14))
    conductor.stop()
    effects = conductor.finish()
    assert kinds(effects) == [StopSound, SaveEntry]
    assert (saved(effects).ended, saved(effects).heard_seconds) == (Ended.STOPPED, 14)
    assert conductor.stage is Stage.AFTER


def test_carrying_on_after_a_stop_plays_again() -> None:
    conductor = playing()
    conductor.hear(heard(30))
    conductor.stop()
    assert kinds(conductor.carry_on()) == [ResumeSound]
    assert conductor.stage is Stage.PLAYING


def test_settling_closes_the_practice_and_does_not_count_to_it() -> None:
    conductor = playing()
    conductor.hear(heard(20))
    conductor.stop()
    effects = conductor.settle()
    assert kinds(effects) == [StopSound, SaveEntry, PlaySettling]
    assert (saved(effects).ended, saved(effects).heard_seconds) == (Ended.STOPPED, 20)
    conductor.settling_began(plan())
    assert conductor.view.settling
    conductor.hear(heard(40))
    over = conductor.hear(heard(60, finished=True))
    assert (saved(over).ended, saved(over).heard_seconds) == (Ended.STOPPED, 20)
    assert conductor.stage is Stage.AFTER


def test_escape_while_settling_ends_it_without_a_further_question() -> None:
    conductor = playing()
    conductor.hear(heard(20))
    conductor.stop()
    conductor.settle()
    conductor.settling_began(plan())
    conductor.stop()
    assert conductor.stage is Stage.AFTER


def test_a_practice_heard_to_its_end_is_completed() -> None:
    conductor = playing()
    effects = conductor.hear(heard(60, finished=True))
    assert saved(effects).ended is Ended.COMPLETED
    assert saved(effects).heard_seconds == 60


def test_a_lost_device_pauses_and_says_so() -> None:
    conductor = playing()
    conductor.hear(heard(10))
    assert kinds(conductor.hear(heard(11, lost=True))) == [PauseSound, KeepUp]
    assert conductor.view.lost
    conductor.pause()
    assert not conductor.view.lost


def test_afterwards_each_answer_is_kept_as_it_is_given() -> None:
    conductor = playing()
    conductor.hear(heard(60, finished=True))
    assert saved(conductor.answer(pain_after=4)).pain_after == 4
    conductor.skip()
    assert saved(conductor.answer(helpful=8)).helpful == 8
    assert isinstance(conductor.view.asked, Choices)
    assert saved(conductor.answer(obstacles=(Obstacle.NO_TIME,))).obstacles == (Obstacle.NO_TIME,)
    assert isinstance(conductor.view.asked, OpenLine)
    assert saved(conductor.skip_all()).tension_after is None
    assert conductor.stage is Stage.DONE


@pytest.mark.parametrize("waking", [False, True])
def test_what_the_script_asks_to_be_written_is_asked_first_and_kept_as_the_note(waking: bool) -> None:
    if waking:
        conductor = Conductor.on_waking(entry(), "What holds you?")
    else:
        conductor = Conductor(entry(), ask_before=False, write="What holds you?")
        conductor.begin(plan())
        conductor.hear(heard(plan().frames / RATE, finished=True))
    asked = conductor.view.asked
    assert isinstance(asked, OpenLine)
    assert asked.text == "What holds you?"
    (effect,) = conductor.answer(note="the evenings")
    assert isinstance(effect, SaveEntry)
    assert effect.entry.note == "the evenings"


def test_a_line_to_write_is_skipped_like_any_question() -> None:
    conductor = Conductor.on_waking(entry(), "What holds you?")
    conductor.skip()
    assert isinstance(conductor.view.asked, Scale)
    assert conductor.entry.note == ""


def test_after_sleep_the_ratings_wait_for_the_next_opening() -> None:
    conductor = playing(asleep=True)
    effects = conductor.hear(heard(60, finished=True))
    assert conductor.stage is Stage.DONE
    kept = saved(effects)
    assert kept.ratings_due
    waking = Conductor.on_waking(kept)
    assert waking.stage is Stage.AFTER
    assert not saved(waking.skip_all()).ratings_due


@pytest.mark.parametrize(("seconds", "asked"), [(1, 1), (29, 1), (31, 7)])
def test_stopped_at_once_only_what_got_in_the_way_is_asked(seconds: float, asked: int) -> None:
    conductor = playing()
    conductor.hear(heard(seconds))
    conductor.stop()
    conductor.finish()
    assert conductor.view.of == asked
    assert asked > 1 or isinstance(conductor.view.asked, Choices)


def test_a_short_practice_heard_to_its_end_is_rated_whole() -> None:
    conductor = playing()
    conductor.hear(heard(20, finished=True))
    assert conductor.view.of == 7


def test_a_practice_for_sleep_that_is_stopped_is_rated_at_once() -> None:
    conductor = playing(asleep=True)
    conductor.hear(heard(20))
    conductor.stop()
    assert not saved(conductor.finish()).ratings_due
    assert conductor.stage is Stage.AFTER


@pytest.mark.parametrize("act", ["pause", "stop", "finish", "carry_on", "settle", "replay", "skip_section"])
def test_keys_that_mean_nothing_now_do_nothing(act: str) -> None:
    conductor = Conductor(entry())
    assert getattr(conductor, act)() == ()
    assert conductor.stage is Stage.BEFORE


def test_leaving_in_the_middle_keeps_what_was_heard() -> None:
    conductor = playing()
    conductor.hear(heard(17))
    effects = conductor.leave()
    assert (saved(effects).ended, saved(effects).heard_seconds) == (Ended.STOPPED, 17)


def lingering(*, asleep: bool = False) -> Conductor:
    conductor = playing(asleep=asleep)
    effects = conductor.hear(Heard(60 * RATE, 60 * RATE, lingers=300 * RATE))
    assert conductor.stage is Stage.LINGERING
    assert kinds(effects) == [SaveEntry]
    assert saved(effects).ended is Ended.COMPLETED
    return conductor


def test_where_the_background_plays_on_the_practice_is_kept_at_once_and_its_seconds_are_its_own() -> None:
    conductor = lingering()
    assert conductor.view.lingers == 300
    assert conductor.hear(Heard(160 * RATE, 160 * RATE, lingers=200 * RATE)) == ()
    assert conductor.view.lingers == 200
    assert conductor.entry.heard_seconds == 60


@pytest.mark.parametrize("leave", [Conductor.pause, Conductor.stop, Conductor.enough])
def test_any_key_ends_the_background_and_leads_to_the_ratings(leave: Callable[[Conductor], Effects]) -> None:
    conductor = lingering()
    assert kinds(leave(conductor)) == [StopSound]
    assert conductor.stage is Stage.AFTER
    assert conductor.entry.ended is Ended.COMPLETED


@pytest.mark.parametrize("how", [{"finished": True}, {"lost": True}, {"slept": True}])
def test_it_also_goes_on_by_itself(how: dict[str, bool]) -> None:
    conductor = lingering(asleep=True)
    assert kinds(conductor.hear(Heard(360 * RATE, 360 * RATE, **how))) == [StopSound]
    assert conductor.stage is Stage.DONE
    assert conductor.entry.ratings_due


def test_the_program_may_end_while_the_background_plays_on() -> None:
    conductor = lingering()
    assert kinds(conductor.leave()) == [StopSound]
    assert conductor.entry.ended is Ended.COMPLETED


def test_without_a_device_it_waits_until_there_is_one_or_words_are_enough() -> None:
    conductor = playing()
    conductor.hear(heard(1))
    assert conductor.without_sound() == ()
    conductor.hear(heard(1, lost=True))
    assert (conductor.view.lost, conductor.view.missing) == (True, False)
    for _try in range(2):
        assert kinds(conductor.pause()) == [ResumeSound]
        conductor.no_device()
        assert conductor.stage is Stage.PAUSED
        assert (conductor.view.lost, conductor.view.missing) == (True, True)
    assert kinds(conductor.without_sound()) == [GoOnSilently]
    assert conductor.stage is Stage.PLAYING
    assert (conductor.view.lost, conductor.view.missing) == (False, False)
