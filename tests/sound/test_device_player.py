"""What the device is given, sample by sample, by a player on an invented device and clock."""

from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace

import numpy as np
import pytest

from relaxapp.errors import SoundError
from relaxapp.sound.clip import Block
from relaxapp.sound.device import DevicePlayer
from relaxapp.sound.filler import FADE, SLACK, TAIL
from relaxapp.sound.output import CHUNK, LEAD
from relaxapp.sound.player import RAMPS, Player
from relaxapp.sound.portaudio import Callback
from relaxapp.sound.sleep_watch import SleepWatch
from relaxapp.timing.frames import RATE

BLOCK = 2_400
DELAY = 0.2


@dataclass
class Noise:
    """A source whose every frame can be told from the others."""

    frames: int = 10 * RATE
    voice: float = 0.5
    bed: float = 0.125
    seed: int = 1
    fault: Exception | None = None
    asked: list[int] = field(default_factory=list)
    """The starts it was rendered from."""

    def __post_init__(self) -> None:
        random = np.random.default_rng(self.seed).random((self.frames, 2), np.float32) + 0.5
        self._voice, self._bed = random * np.float32(self.voice), random * np.float32(self.bed)

    def render_stems(self, start: int, frames: int) -> tuple[Block, Block]:
        if self.fault is not None:
            raise self.fault
        self.asked.append(start)
        return _cut(self._voice, start, frames), _cut(self._bed, start, frames)

    def mixed(self, start: int, frames: int, voice: float = 1, bed: float = 1) -> Block:
        """What should be heard."""
        one, other = _cut(self._voice, start, frames), _cut(self._bed, start, frames)
        return one * np.float32(voice) + other * np.float32(bed)


def _cut(samples: Block, start: int, frames: int) -> Block:
    block = np.zeros((frames, 2), np.float32)
    part = samples[max(start, 0) : max(start + frames, 0)]
    block[max(-start, 0) :][: len(part)] = part
    return block


class Device:
    """The sound device, its clock, and the world around: everything happens when a test lets time pass."""

    def __init__(self) -> None:
        self.now = 50.0
        self.asleep = 0.0
        self.names = ["usual"]
        self.opened: list[str] = []
        self.looked = 0
        self.active = False
        self.latency = 0.123
        self.delay = DELAY
        self.block = BLOCK
        self.underflow = False
        self.starts = True
        self.closed = 0
        self.filling: Callable[[], None] = lambda: None
        self._callback: Callback | None = None
        self._ended: Callable[[], None] = lambda: None
        self._heard: list[Block] = []

    def open(self, name: str, callback: Callback, ended: Callable[[], None]) -> "Device":
        if not self.names or (name and name not in self.names):
            raise SoundError("none", "connect one")
        self.opened.append(name)
        self._callback, self._ended = callback, ended
        return self

    def look_again(self) -> None:
        self.looked += 1

    def start(self) -> None:
        if not self.starts:
            raise OSError("busy")
        self.active = True

    def abort(self) -> None:
        self.active = False

    def close(self) -> None:
        self.closed += 1

    def vanish(self) -> None:
        self._ended()

    def pass_(self, seconds: float) -> None:
        """Let time pass in blocks; a working device asks for sound meanwhile, and the filler keeps up."""
        until = self.now + seconds
        while self.now + 1e-9 < until:
            self.filling()
            if self.active and self._callback is not None:
                block = np.full((self.block, 2), np.nan, np.float32)
                time = SimpleNamespace(currentTime=7.0, outputBufferDacTime=7.0 + self.delay)
                status = SimpleNamespace(output_underflow=True) if self.underflow else None
                self.underflow = False
                self._callback(block, self.block, time, status)
                assert not np.isnan(block).any()
                self._heard.append(block)
            self.now += self.block / RATE

    def given(self) -> Block:
        """What it was given since this was asked last."""
        heard = np.concatenate([np.zeros((0, 2), np.float32), *self._heard])
        self._heard.clear()
        return heard


def warmed(device: Device | None = None, name: str = "") -> tuple[DevicePlayer, Device]:
    """A player whose device has been open in silence for a second."""
    device = device or Device()
    player = DevicePlayer(
        name,
        open_stream=device.open,
        look_again=device.look_again,
        clock=lambda: device.now,
        sleep=device.pass_,
        watch=SleepWatch(lambda: device.now, lambda: device.now + device.asleep),
    )
    device.filling = player._filler.fill
    player.warm()
    device.pass_(1.0)
    assert not device.given().any()
    return player, device


def playing(source: Noise, start: int = 0) -> tuple[DevicePlayer, Device]:
    player, device = warmed()
    player.play(source, start)
    return player, device


@pytest.fixture(autouse=True)
def no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """The filler runs when a test says so, not in a thread."""
    monkeypatch.setattr("relaxapp.sound.filler.Filler._wake", lambda _self: None)


def position(player: Player) -> tuple[float, float]:
    """Heard and heard in all, in seconds."""
    return player.heard / RATE, player.heard_in_all / RATE


def test_the_device_is_given_what_was_rendered_and_silence_around_it() -> None:
    source = Noise(2 * RATE + 77)
    player, device = playing(source)
    device.pass_(4)
    given = device.given()
    assert np.array_equal(given[: source.frames], source.mixed(0, source.frames))
    assert not given[source.frames :].any()
    assert player.under_runs == 0


@pytest.mark.parametrize("block", [64, 1_000, 2_401, 12_000])
def test_any_size_of_block_gives_the_same_samples(block: int) -> None:
    source = Noise(RATE)
    device = Device()
    device.block = block
    player, device = warmed(device)
    player.play(source)
    device.pass_(2)
    assert np.array_equal(device.given()[: source.frames], source.mixed(0, source.frames))


def test_the_first_sound_is_in_the_first_block_after_play() -> None:
    source = Noise()
    _, device = playing(source)
    device.filling = lambda: None
    device.pass_(0.1)
    assert np.array_equal(device.given(), source.mixed(0, 2 * BLOCK))


def test_a_device_just_opened_first_gets_half_a_second_of_silence() -> None:
    device, source = Device(), Noise()
    device.block = 1_000
    player = DevicePlayer(
        open_stream=device.open, look_again=device.look_again, clock=lambda: device.now, sleep=device.pass_
    )
    device.filling = player._filler.fill
    player.play(source)
    device.pass_(1)
    given = device.given()
    assert not given[:LEAD].any()
    assert np.array_equal(given[LEAD:], source.mixed(0, len(given) - LEAD))
    assert player.heard / RATE == pytest.approx(1 - 0.5 - DELAY, abs=2e-3)


def test_the_position_is_what_has_reached_the_ear() -> None:
    player, device = playing(Noise(), 2 * RATE)
    assert position(player) == (2, 0)
    device.pass_(0.2)
    assert position(player) == (2, 0)
    device.pass_(1)
    assert position(player) == (3, 1)
    device.now += 0.01
    assert position(player) == pytest.approx((3.01, 1.01))


@pytest.mark.parametrize("delay", [-1.0, 0.0, 60.0])
def test_a_device_that_gives_no_true_times_is_taken_by_its_latency(delay: float) -> None:
    player, device = playing(Noise())
    device.delay = delay
    device.pass_(1)
    assert player.heard / RATE == pytest.approx(1 - device.latency, abs=1e-3)


def test_it_has_finished_when_the_silence_after_the_end_was_heard() -> None:
    player, device = playing(Noise(RATE))
    device.pass_(1 + TAIL / RATE + DELAY - 0.1)
    assert position(player) == (1, 1)
    assert not player.finished
    device.pass_(0.15)
    assert player.finished
    device.pass_(1)
    assert position(player) == (1, 1)
    assert player.under_runs == 0
    player.stop()
    assert player.finished


def test_a_pause_fades_out_in_150_ms_holds_and_fades_in_again() -> None:
    source = Noise()
    player, device = playing(source)
    device.pass_(1)
    device.given()
    player.pause()
    assert player.paused
    device.pass_(1)
    given = device.given()
    fade, rest = 3 * BLOCK, RATE - 3 * BLOCK
    falling = 1 - np.arange(1, fade + 1)[:, np.newaxis] / fade
    assert given[:fade] == pytest.approx(source.mixed(RATE, fade) * falling, abs=1e-6)
    assert not given[fade:].any() and len(given[fade:]) == rest
    held = player.heard
    assert held == RATE + fade
    device.pass_(60)
    assert player.heard == player.heard_in_all == held
    device.given()
    player.resume()
    assert not player.paused
    assert player.heard == held
    device.pass_(1)
    given = device.given()
    assert given[:fade] == pytest.approx(source.mixed(held, fade) * (1 - falling), abs=1e-6)
    assert np.array_equal(given[fade:], source.mixed(held + fade, rest))
    assert player.under_runs == 0


def test_a_pause_holds_at_the_end_of_its_fade_whatever_the_blocks() -> None:
    device = Device()
    device.block = 1_000
    player, device = warmed(device)
    player.play(Noise())
    device.pass_(1)
    player.pause()
    device.pass_(1)
    assert player.heard == RATE + 3 * BLOCK


def test_a_pause_without_a_sound_holds_at_once() -> None:
    player, device = playing(Noise(RATE))
    device.pass_(3)
    player.pause()
    device.pass_(0.1)
    before = device.now
    player.seek(0)
    assert device.now == before, "there is no fade to wait for"
    device.given()
    device.pass_(1)
    assert not device.given().any()


def test_the_position_never_goes_back_around_a_pause() -> None:
    player, device = playing(Noise())
    seen = []
    for step in range(60):
        if step == 10:
            player.pause()
        if step == 30:
            player.resume()
        device.pass_(0.05)
        device.now += 0.001
        seen.append(player.heard)
    assert seen == sorted(seen)
    assert seen[-1] - seen[0] == pytest.approx((60 - 1 - 20 + 3) * BLOCK - 0.2 * RATE, abs=3_000)


def test_seeking_fades_over_and_drops_what_was_rendered_ahead() -> None:
    source = Noise()
    player, device = playing(source)
    device.pass_(1)
    device.given()
    player.seek(5 * RATE)
    assert position(player) == pytest.approx((5, 0.8))
    device.pass_(1)
    given = device.given()
    kept = 2 * CHUNK
    assert np.array_equal(given[:kept], source.mixed(RATE, kept))
    falling = np.linspace(1, 0, FADE)[:, np.newaxis]
    begins = kept + FADE
    assert given[kept:begins] == pytest.approx(source.mixed(RATE + kept, FADE) * falling, abs=1e-6)
    assert given[begins : begins + FADE] == pytest.approx(
        source.mixed(5 * RATE, FADE) * falling[::-1], abs=1e-6
    )
    rest = given[begins + FADE :]
    assert np.array_equal(rest, source.mixed(5 * RATE + FADE, len(rest)))
    assert position(player) == pytest.approx((6 - 0.15 - DELAY, 2 - DELAY))
    assert player.under_runs == 0


def test_seeks_that_follow_each_other_at_once_go_to_the_last() -> None:
    source = Noise()
    player, device = playing(source)
    device.pass_(1)
    for second in (7, 2, 4, 3):
        player.seek(second * RATE)
        assert player.heard == second * RATE
        device.pass_(0.05)
    device.pass_(1)
    tail = device.given()[-4_800:]
    at = np.flatnonzero((source.mixed(0, source.frames) == tail[0]).all(axis=1))[0]
    assert np.array_equal(tail, source.mixed(int(at), 4_800))
    assert at / RATE == pytest.approx(3.8, abs=0.1)
    assert player.under_runs == 0


@pytest.mark.parametrize("later", [0.0, 0.1, 0.5])
def test_seeking_while_paused_goes_on_from_there_after_the_pause(later: float) -> None:
    source = Noise()
    player, device = playing(source)
    device.pass_(1)
    player.pause()
    device.pass_(later)
    player.seek(5 * RATE)
    device.pass_(1)
    assert player.paused
    assert player.heard == 5 * RATE
    device.given()
    player.resume()
    device.pass_(1)
    given = device.given()[3 * BLOCK :]
    assert np.array_equal(given, source.mixed(5 * RATE + 3 * BLOCK, len(given)))


def test_a_seek_beyond_either_end_stays_within() -> None:
    player, device = playing(Noise(2 * RATE))
    player.seek(-5)
    assert player.heard == 0
    player.seek(99 * RATE)
    assert player.heard == 2 * RATE
    device.pass_(2)
    assert player.finished
    player.seek(RATE)
    assert not player.finished
    device.pass_(1)
    assert 1.5 < player.heard / RATE < 2


def test_a_revised_source_is_heard_from_where_it_differs_without_a_jump() -> None:
    old, new = Noise(seed=1), Noise(8 * RATE, seed=1)
    player, device = playing(old)
    device.pass_(1)
    frozen = player.frozen_until
    assert frozen == RATE + 2 * CHUNK + SLACK + RAMPS
    new._voice[frozen:] *= 0.5
    player.replace(new)
    device.pass_(9)
    given = device.given()
    assert np.array_equal(given[: new.frames], new.mixed(0, new.frames))
    assert not given[new.frames :].any()
    assert player.finished
    assert player.under_runs == 0


def test_what_is_wanted_at_once_is_heard_without_the_time_for_fades() -> None:
    old, new = Noise(seed=1), Noise(seed=1)
    player, device = playing(old)
    device.pass_(1)
    soonest = player.soonest
    assert soonest == RATE + 2 * CHUNK + SLACK
    new._voice[soonest:] *= 0.5
    player.replace(new)
    device.pass_(2)
    assert np.array_equal(device.given()[: 3 * RATE], new.mixed(0, 3 * RATE))


def test_a_source_that_differs_at_once_is_crossed_over_to() -> None:
    old, new = Noise(seed=1), Noise(seed=2)
    player, device = playing(old)
    device.pass_(1)
    player.replace(new)
    device.pass_(1)
    given = device.given()
    changed = RATE + 2 * CHUNK
    assert np.array_equal(given[:changed], old.mixed(0, changed))
    after = given[changed + FADE :]
    assert np.array_equal(after, new.mixed(changed + FADE, len(after)))
    crossing = given[changed : changed + FADE]
    rising = np.linspace(0, 1, FADE)[:, np.newaxis]
    wanted = old.mixed(changed, FADE) * (1 - rising) + new.mixed(changed, FADE) * rising
    assert crossing == pytest.approx(wanted, abs=1e-6)


def test_replacing_right_after_a_seek_changes_nothing_of_where_it_goes() -> None:
    old, new = Noise(seed=1), Noise(seed=2)
    player, device = playing(old)
    device.pass_(1)
    device.given()
    player.seek(5 * RATE)
    player.replace(new)
    device.pass_(1)
    given = device.given()
    begins = 2 * CHUNK + FADE
    rest = given[begins + FADE :]
    assert np.array_equal(rest, new.mixed(5 * RATE + FADE, len(rest)))
    falling = np.linspace(1, 0, FADE)[:, np.newaxis]
    faded = given[2 * CHUNK : begins]
    assert faded == pytest.approx(old.mixed(RATE + 2 * CHUNK, FADE) * falling, abs=1e-6)


def test_replacing_while_paused_and_after_a_seek_keeps_the_position() -> None:
    old, new = Noise(seed=1), Noise(seed=2)
    player, device = playing(old)
    device.pass_(1)
    player.seek(5 * RATE)
    player.replace(new)
    assert player.heard == 5 * RATE
    device.pass_(1)
    player.pause()
    device.pass_(1)
    held = player.heard
    player.replace(old)
    assert player.heard == held
    device.given()
    player.resume()
    device.pass_(1)
    given = device.given()[3 * BLOCK :]
    assert np.array_equal(given, old.mixed(held + 3 * BLOCK, len(given)))


@pytest.mark.parametrize("late", [0.0, 0.3, 2.0])
def test_more_of_the_plan_goes_on_from_its_old_end(late: float) -> None:
    old, new = Noise(RATE), Noise(3 * RATE)
    player, device = playing(old)
    device.pass_(0.9 + late)
    player.replace(new)
    assert not player.finished
    device.pass_(4)
    heard = device.given()
    sounding = heard[heard.any(axis=1)]
    assert len(sounding) == new.frames - 1, "it fades in, so one frame is silent"
    assert np.array_equal(sounding[-RATE:], new.mixed(2 * RATE, RATE))
    assert position(player) == (3, 3)
    assert player.finished


def test_gains_move_within_50_ms_and_stay() -> None:
    source = Noise()
    player, device = playing(source)
    device.pass_(1)
    device.given()
    player.set_gains(0.5, 2.0)
    device.pass_(1)
    given = device.given()
    reached = given[BLOCK:]
    assert reached == pytest.approx(source.mixed(RATE + BLOCK, len(reached), 0.5, 1), abs=1e-6)
    ramp = given[:BLOCK] / source.mixed(RATE, BLOCK)
    assert (np.diff(ramp[:, 0]) < 1e-5).all()
    assert abs(np.diff(ramp[:, 0])).max() < 1e-3


def test_gains_set_before_play_or_in_a_pause_hold_from_the_first_frame() -> None:
    source = Noise()
    player, device = warmed()
    player.set_gains(0.25, -1)
    player.play(source)
    device.pass_(0.5)
    assert device.given() == pytest.approx(source.mixed(0, RATE // 2, 0.25, 0), abs=1e-6)


def test_stop_fades_out_in_50_ms_and_keeps_what_was_heard() -> None:
    source = Noise()
    player, device = playing(source)
    device.pass_(2)
    device.given()
    player.stop()
    device.pass_(1)
    given = device.given()
    falling = 1 - np.arange(1, BLOCK + 1)[:, np.newaxis] / BLOCK
    assert given[:BLOCK] == pytest.approx(source.mixed(2 * RATE, BLOCK) * falling, abs=1e-6)
    assert not given[BLOCK:].any()
    player.resume()
    player.seek(0)
    player.replace(source)
    device.pass_(1)
    assert not device.given().any()
    assert position(player) == pytest.approx((1.8, 1.8))
    assert (player.paused, player.finished, player.under_runs) == (False, False, 0)


def test_play_after_stop_begins_anew_with_no_stale_sample() -> None:
    first, second = Noise(seed=1), Noise(seed=2)
    player, device = playing(first)
    device.pass_(2)
    player.stop()
    player.play(second)
    assert position(player) == (0, 0)
    device.given()
    device.pass_(1)
    assert np.array_equal(device.given(), second.mixed(0, RATE))


def test_play_in_the_middle_fades_in() -> None:
    source = Noise()
    player, device = playing(source, 3 * RATE)
    device.pass_(0.1)
    given = device.given()
    assert not given[0].any()
    assert np.array_equal(given[FADE:], source.mixed(3 * RATE + FADE, BLOCK))
    assert player.heard == 3 * RATE


def test_an_empty_ring_is_silence_counted_and_holds_the_position() -> None:
    source = Noise()
    player, device = playing(source)
    device.pass_(1)
    device.filling = lambda: None
    device.pass_(2)
    given = device.given()
    copied = RATE + 24_000 - BLOCK  # half a second was ahead of the last block
    assert np.array_equal(given[:copied], source.mixed(0, copied))
    assert not given[copied:].any()
    assert player.under_runs == 31
    assert player.heard == copied
    device.filling = player._filler.fill
    device.pass_(1)
    assert np.array_equal(device.given(), source.mixed(copied, RATE))
    assert player.under_runs == 31
    player.play(source)
    assert player.under_runs == 0


def test_a_block_that_the_device_calls_late_counts_while_there_is_sound() -> None:
    player, device = warmed()
    device.underflow = True
    device.pass_(0.05)
    player.play(Noise())
    device.pass_(0.1)
    assert player.under_runs == 0
    device.underflow = True
    device.pass_(0.1)
    assert player.under_runs == 1


def test_what_the_source_raises_while_rendered_ahead_is_raised_once() -> None:
    source = Noise()
    player, device = playing(source)
    device.pass_(1)
    source.fault = SoundError("the clip is gone")
    device.pass_(1)
    with pytest.raises(SoundError, match="the clip is gone"):
        _ = player.heard
    assert player.heard > RATE
    assert not player.finished
    player.stop()
    player.close()


def test_what_the_source_raises_at_play_is_raised_by_play() -> None:
    player, device = warmed()
    with pytest.raises(ValueError, match="no clips"):
        player.play(Noise(fault=ValueError("no clips")))
    device.pass_(1)
    assert not device.given().any()
    assert player.heard == 0


def lose(device: Device, how: str) -> None:
    if how == "ended":
        device.vanish()
    elif how == "inactive":
        device.active = False
    else:
        device._callback = None
        device.pass_(2)


@pytest.mark.parametrize("how", ["ended", "inactive", "stalled"])
def test_a_lost_device_holds_the_position_and_another_carries_on_from_the_word(how: str) -> None:
    source = Noise()
    player, device = playing(source)
    device.pass_(5)
    assert not player.lost
    lose(device, how)
    assert player.lost
    assert player.paused
    assert player.heard / RATE <= 5
    player.resume()
    assert player.paused
    device.given()
    player.reopen()
    assert not player.lost
    assert player.paused
    at = player.heard
    assert at / RATE == pytest.approx(4.75)  # what the device still held was lost with it
    device.pass_(1)
    assert not device.given().any()
    player.resume()
    device.pass_(1)
    given = device.given()[3 * BLOCK :]
    assert np.array_equal(given, source.mixed(at + 3 * BLOCK, len(given)))
    assert player.under_runs == 0


def test_a_stalled_device_that_comes_back_by_itself_stays_silent_until_reopened() -> None:
    player, device = playing(Noise())
    device.pass_(5)
    callback = device._callback
    lose(device, "stalled")
    assert player.lost
    player.resume()
    device._callback = callback
    device.pass_(0.5)
    device.given()
    device.pass_(1)
    assert not device.given().any()
    assert player.lost


def test_changing_to_a_device_that_is_not_there_is_a_loss() -> None:
    player, device = playing(Noise())
    device.pass_(1)
    device.names = []
    with pytest.raises(SoundError):
        player.reopen()
    assert player.lost
    assert player.paused


def test_a_device_lost_while_waiting_is_opened_again_by_play() -> None:
    player, device = warmed()
    device.vanish()
    player.play(Noise())
    assert not player.lost
    assert len(device.opened) == 2
    assert device.closed == 1


def test_a_device_that_is_slow_in_its_first_seconds_is_not_lost() -> None:
    player, device = playing(Noise())
    device.now += 2.5
    assert not player.lost
    device.now += 0.6
    assert player.lost


def test_reopening_without_any_device_says_so_and_can_be_tried_again() -> None:
    player, device = playing(Noise())
    device.pass_(3)
    device.vanish()
    assert player.lost
    device.names = []
    for _ in range(2):
        with pytest.raises(SoundError):
            player.reopen()
        assert player.lost
        assert player.paused
    device.names = ["usual"]
    player.reopen()
    assert not player.lost
    assert player.heard / RATE == pytest.approx(2.75)


def test_a_named_device_that_went_away_is_replaced_by_the_usual_one() -> None:
    device = Device()
    device.names = ["usual", "headphones"]
    player, device = warmed(device, "headphones")
    player.play(Noise())
    device.pass_(1)
    device.names = ["usual"]
    device.vanish()
    assert player.lost
    player.reopen()
    assert device.opened == ["headphones", ""]
    assert device.looked == 3


def test_another_device_can_be_taken_in_the_middle() -> None:
    source = Noise()
    device = Device()
    device.names = ["usual", "headphones"]
    player, device = warmed(device)
    player.play(source)
    device.pass_(2)
    player.device = "headphones"
    player.reopen()
    assert device.opened == ["", "headphones"]
    device.given()
    at = player.heard
    player.resume()
    device.pass_(1)
    given = device.given()[LEAD + 3 * BLOCK :]
    assert np.array_equal(given, source.mixed(at + 3 * BLOCK, len(given)))


def test_a_device_that_does_not_start_is_told_of_in_words() -> None:
    device = Device()
    device.starts = False
    player = DevicePlayer("loudspeaker", open_stream=device.open, look_again=device.look_again)
    device.names = ["loudspeaker"]
    with pytest.raises(SoundError, match=r"loudspeaker .*busy") as told:
        player.warm()
    assert told.value.hint
    assert device.opened == ["loudspeaker", ""]
    assert device.closed == 2
    assert not player.lost


def test_where_the_device_chosen_is_not_there_the_usual_one_plays() -> None:
    device = Device()
    player = DevicePlayer("headphones", open_stream=device.open, look_again=device.look_again)
    player.warm()
    assert device.opened == [""]


def test_gains_outlive_the_device() -> None:
    source = Noise()
    player, device = playing(source)
    player.set_gains(0.5, 0.5)
    device.pass_(1)
    device.vanish()
    player.reopen()
    device.pass_(1)
    device.given()
    at = player.heard
    player.resume()
    device.pass_(1)
    given = device.given()[3 * BLOCK :]
    assert given == pytest.approx(source.mixed(at + 3 * BLOCK, len(given), 0.5, 0.5), abs=1e-6)


def test_a_computer_that_slept_finds_the_practice_paused() -> None:
    player, device = playing(Noise())
    device.pass_(1)
    assert not player.slept
    device.asleep += 3_600
    assert player.slept
    assert player.paused
    device.pass_(1)
    assert player.slept
    player.resume()
    assert not player.slept
    device.pass_(1)
    assert not player.slept


def test_a_program_that_stood_still_is_paused_though_the_device_wants_all_it_missed_at_once() -> None:
    source = Noise()
    player, device = playing(source)
    device.pass_(4)
    at = player.heard
    device.given()
    device.now += 20
    for _block in range(200):
        device.pass_(0.0001)
    device.pass_(0.5)
    assert not device.given().any()
    assert player.slept
    assert player.paused
    assert not player.lost
    assert player.heard < at + RATE
    player.resume()
    device.pass_(1)
    assert not player.slept
    assert player.heard > at + RATE // 2


def test_sleeping_in_a_pause_is_nothing_new() -> None:
    player, device = playing(Noise())
    player.pause()
    device.asleep += 3_600
    assert not player.slept
    device.asleep += 3_600
    player.resume()
    assert not player.slept


def test_closing_lets_the_fade_be_heard_and_gives_the_device_back() -> None:
    source = Noise()
    player, device = playing(source)
    device.pass_(1)
    device.given()
    before = device.now
    player.close()
    assert device.closed == 1
    assert not device.active
    assert device.now - before == pytest.approx(0.05 + DELAY, abs=1e-6)
    given = device.given()
    assert given[:BLOCK].any()
    assert not given[BLOCK:].any()
    assert position(player) == pytest.approx((0.8, 0.8))


def test_closing_what_is_silent_lost_or_never_opened_is_at_once() -> None:
    player, device = warmed()
    before = device.now
    player.close()
    player.close()
    lost, other = playing(Noise())
    other.pass_(1)
    other.vanish()
    lost.close()
    DevicePlayer(open_stream=device.open, look_again=device.look_again).close()
    assert device.now == before
    assert (device.closed, other.closed) == (1, 1)


def test_after_closing_it_can_play_again() -> None:
    source = Noise()
    player, device = playing(source)
    device.pass_(1)
    player.close()
    player.play(source)
    device.given()
    device.pass_(1.5)
    given = device.given()
    assert np.array_equal(given[LEAD:], source.mixed(0, len(given) - LEAD))
