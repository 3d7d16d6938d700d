"""The app in a house of its own: a journal in a temporary folder, a silent voice, a clock that one moves."""

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from relaxapp import locations
from relaxapp.journal.entry import Entry
from relaxapp.journal.store import Store
from relaxapp.library.library import Library
from relaxapp.practice.services import Services
from relaxapp.session import Studio
from relaxapp.sound.clock_player import ClockPlayer
from relaxapp.sound.microphone import Heard
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.kept import KeptVoices
from relaxapp.sound.voices.silent import SilentVoice
from relaxapp.sound.voices.usual import VoiceChoice
from relaxapp.sound.voices.voice import Voice
from relaxapp.ui.app import RelaxApp
from relaxapp.ui.house_app import HouseApp
from relaxapp.ui.ways.group_day import GROUP_DAY
from relaxapp.ui.ways.journal import WHO_CAN_READ
from relaxapp.ui.ways.tune_voice import OFFER

ALL_OFFERS = frozenset({GROUP_DAY, WHO_CAN_READ, OFFER})
"""As where nothing is asked or told any more when the app opens."""
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
"""When the tests begin: a Tuesday."""


@dataclass
class Clock:
    """A clock that tests move."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return NOON + timedelta(seconds=self.seconds)


class SilentMicrophone:
    """A microphone that tests speak into."""

    level = 0.0
    full = False

    def __init__(self) -> None:
        self.speech = np.zeros(0, np.float32)
        """What is heard of the next line."""

    def start(self) -> None:
        pass

    def stop(self) -> Heard:
        return self.speech

    def close(self) -> None:
        pass


@dataclass
class House:
    """Everything the app stands on."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    voice: Voice = field(default_factory=SilentVoice)

    def __post_init__(self) -> None:
        self.store = Store(self.folder / "journal.db")
        self.services = Services(
            library=Library(locations.shipped_scripts(), self.folder / "scripts"),
            store=self.store,
            voices=KeptVoices(self.folder / "voices"),
            open_studio=self._studio,
            open_player=lambda _device: ClockPlayer(self.clock),
            open_microphone=SilentMicrophone,
            silent_player=lambda: ClockPlayer(self.clock),
            led_log=self.folder / "led.db",
            hand_out_to=self.folder / "handed out",
            stay_awake=lambda: nullcontext(True),
            now=self.clock.now,
            monotonic=self.clock,
        )

    def _studio(self, _choice: VoiceChoice) -> Studio:
        cache = ClipCache(self.folder / "clips", self.folder / "private", self.folder / "key")
        own = self.folder / "own.pcm"
        return Studio(Clips(self.voice, cache), locations.shipped_audio(), self.folder / "beds", 125, own)

    def app(self) -> RelaxApp:
        return RelaxApp(self.services)

    def started_before(self, **settings: object) -> "House":
        """As after the first start: the sound was tried, and there is no bed to decode."""
        settings = {"first_start_done": True, "bed": "none", "offers": frozenset({WHO_CAN_READ}), **settings}
        self.store.save_settings(replace(self.store.settings(), **settings))  # type: ignore[arg-type]
        return self

    def practised_before(self) -> "House":
        """As at the second start: one practice is in the journal."""
        self.store.add(Entry("a", NOON, 0, practice="easing-pain"))
        return self.started_before()

    def entries(self) -> list[Entry]:
        return list(self.store.entries())


@pytest.fixture(autouse=True)
def quick_hands() -> Iterator[None]:
    """Tests press keys one after another without waiting, and mean each of them."""
    with pytest.MonkeyPatch.context() as patch:  # its own, which stays where a test takes its patches back
        patch.setattr("relaxapp.ui.one_press.ONE_PRESS", 0.0)
        yield


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """A house in a temporary folder, where all that the app keeps lies, too; never in a person's own."""
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path / "home"))
    return House(tmp_path)


def shown(app: HouseApp) -> str:
    """All the words on the screen, as a person reads them."""
    lines = app.screen._compositor.render_strips(app.size)
    return "\n".join(strip.text.rstrip() for strip in lines)


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Let the app work until something holds; a background thread may have to answer first."""
    for _turn in range(400):
        await pilot.pause(0.02)
        if holds():
            return
    raise AssertionError(shown(pilot.app))  # type: ignore[arg-type]


def is_on(app: HouseApp, screen: str) -> Callable[[], bool]:
    """Whether a screen of that name is the one shown."""
    return lambda: type(app.screen).__name__ == screen and bool(app.screen.query(Static))


def takes_keys(app: HouseApp, screen: str) -> Callable[[], bool]:
    """Whether a screen that came up by itself is shown, and takes keys."""
    return lambda: is_on(app, screen)() and getattr(app.screen, "takes_keys", False)
