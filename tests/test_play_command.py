"""Practising from the command line: what was tried out on the way stays nowhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from relaxapp.commands.play import _ask_personal
from relaxapp.practice.plain import Talk
from relaxapp.sound.voices.usual import VoiceChoice
from tests.ui.conftest import House
from tests.words.english import library


@pytest.mark.parametrize("ends", [KeyboardInterrupt, None])
def test_what_was_only_heard_is_forgotten_however_the_questions_end(
    ends: type[BaseException] | None, tmp_path: Path
) -> None:
    house = House(tmp_path)
    services = house.services
    voiced: list[int] = []

    def typed() -> Iterator[str | None]:
        yield "h Grandmother's garden"
        voiced.append(len(list((tmp_path / "private").glob("*.clip"))))
        if ends is not None:
            raise ends
        yield None

    def wait(seconds: float) -> None:
        house.clock.seconds += seconds

    lines = typed()
    talk = Talk(tell=lambda _line: None, ask=lambda _question: next(lines), pressed=lambda: None, wait=wait)
    studio, player = services.open_studio(VoiceChoice()), services.silent_player()
    try:
        _ask_personal(services, library().find("a-place-of-your-own"), studio, player, talk, None)
    except KeyboardInterrupt:
        assert ends is KeyboardInterrupt
    assert voiced[0] > 0
    assert not list((tmp_path / "private").iterdir())
    assert not (tmp_path / "key").exists()
