"""What takes too long is ended, and nothing that is in time."""

import threading
import time

from relaxapp.sound.voices.watch import Watch


def test_what_is_late_is_told_once() -> None:
    late = threading.Semaphore(0)
    watch = Watch(late.release)
    with watch.within(0.02):
        assert late.acquire(timeout=10)
        assert not late.acquire(timeout=0.1)
    watch.close()


def test_what_is_in_time_is_not_told_however_many_answers_there_are() -> None:
    late = threading.Event()
    watch = Watch(late.set)
    for _answer in range(20):
        with watch.within(0.2):
            time.sleep(0.02)
    time.sleep(0.3)
    watch.close()
    assert not late.is_set()


def test_a_short_limit_after_a_long_one_is_kept() -> None:
    late = threading.Event()
    watch = Watch(late.set)
    with watch.within(600):
        pass
    with watch.within(0.02):
        assert late.wait(10)
    watch.close()


def test_a_limit_right_after_one_that_ran_out_is_kept() -> None:
    late = threading.Semaphore(0)
    watch = Watch(late.release)
    for _answer in range(2):
        with watch.within(0.02):
            assert late.acquire(timeout=10)
    watch.close()


def test_its_thread_ends_when_it_is_closed() -> None:
    before = set(threading.enumerate())
    watch = Watch(lambda: None)
    with watch.within(600):
        [thread] = set(threading.enumerate()) - before
    watch.close()
    thread.join(10)
    assert not thread.is_alive()


def test_closed_it_watches_no_more() -> None:
    late = threading.Event()
    watch = Watch(late.set)
    watch.close()
    with watch.within(0.01):
        time.sleep(0.1)
    assert not late.is_set()
