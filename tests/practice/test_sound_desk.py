"""The voice and the player are opened once, whoever asks first."""

import threading
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from relaxapp.journal.settings import Settings
from relaxapp.practice.sound_desk import SoundDesk


class SlowPlayer:
    """A device that takes its time to open."""

    opened = 0

    def __init__(self, _device: str) -> None:
        time.sleep(0.05)
        SlowPlayer.opened += 1

    def warm(self) -> None:
        pass

    def set_gains(self, _voice: float, _bed: float) -> None:
        pass


def test_threads_that_ask_at_once_share_one_device_and_one_voice(tmp_path: Path) -> None:
    studios: list[Path] = []

    def open_studio(_choice: object) -> Any:
        time.sleep(0.05)
        studios.append(tmp_path)
        return SimpleNamespace()

    services: Any = SimpleNamespace(open_player=SlowPlayer, open_studio=open_studio)
    desk = SoundDesk(services, Settings())
    threads = [threading.Thread(target=ask) for ask in (desk.player, desk.studio) for _time in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (SlowPlayer.opened, len(studios)) == (1, 1)
