"""The room's own screen: the line being said, in letters for the last row, and the next one."""

from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from relaxapp.practice.lead import Key, Stage
from relaxapp.practice.phase_words import phase_words
from relaxapp.timing.frames import seconds
from relaxapp.translation import _
from relaxapp.ui.screens.house_screen import HouseScreen
from relaxapp.ui.widgets.big_words import SMALLER_FONTS, BigWords
from relaxapp.ui.widgets.breathing_shape import BreathingShape

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.practice.lead import View
    from relaxapp.practice.leading import Leading
    from relaxapp.practice.room_sound import RoomSound

LOOKS_A_SECOND = 15
"""How often the screen looks where the player is."""
STEADY = timedelta(seconds=33)
"""The end is shown in whole minutes, and moves only when it is further off than this from what is shown."""
VOLUME_SHOWN = timedelta(seconds=3)
"""How long the volume is shown after it was changed."""
TOLD_FOR = timedelta(seconds=30)
"""How long a trouble is told of."""
TALL = 36
"""Rows from which the word for the breath is large."""
WALL = (150, 48)
"""Columns and rows from which the screen fills a wall."""
NEARLY_DUE = 3.0
"""Seconds before a line in which the facilitator who reads aloud is told that it comes."""


class RoomScreen(HouseScreen[None]):
    """Follows one exercise until it is over. Nothing opens over it, and nothing ends it by mistake."""

    CSS_PATH = "room.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "lead('hold')", _("Hold, go on"), show=False),
        Binding("right", "lead('go_on')", _("Go on now"), show=False),
        Binding("left", "lead('again')", _("Again"), show=False),
        Binding("up", "lead('longer')", _("Longer silences"), show=False),
        Binding("down", "lead('shorter')", _("Shorter silences"), show=False),
        Binding("s", "lead('leave')", _("Leave out the rest of this part"), show=False),
        Binding("e", "lead('come_back')", _("Come back"), show=False),
        Binding("m", "lead('mute')", _("Read aloud"), show=False),
        Binding("plus,equals_sign", "louder(1)", _("Louder"), show=False),
        Binding("minus,underscore", "louder(-1)", _("Quieter"), show=False),
        Binding("k", "keys", _("Keys"), show=False),
        Binding("escape", "ask", _("End"), show=False),
        Binding("enter", "end", _("End here"), show=False),
    ]

    def __init__(
        self, leading: "Leading", sound: "RoomSound", now: "Callable[[], datetime]", *, keys: bool = True
    ) -> None:
        """`keys`: whether the keys are shown to begin with."""
        super().__init__(classes="" if keys else "-no-keys")
        self.leading = leading
        self._sound = sound
        self._now = now
        self._shown: tuple[str, ...] = ()
        self._end: datetime | None = None
        self._volume_until = self._trouble_until = now()
        self._trouble_told = ""
        self._over = False

    def compose(self) -> ComposeResult:
        """From the top: where one is, the breath, the words, what comes, and the keys."""
        with Horizontal(id="room-where"):
            yield Static(id="room-section")
            yield Static(id="room-left")
        yield BreathingShape(id="room-shape")
        yield BigWords(id="room-phase")
        yield BigWords(id="room-words")
        yield BigWords(id="room-next")
        yield Static(id="room-status")
        yield Static(id="room-keys")

    def on_mount(self) -> None:
        """Look where the player is, again and again."""
        self._look()
        self.set_interval(1 / LOOKS_A_SECOND, self._look)

    def on_resize(self) -> None:
        """Where there is room, what stands around the line is large, too."""
        tall = self.size.height >= TALL
        wall = self.size.width >= WALL[0] and self.size.height >= WALL[1]
        self.query_one("#room-keys", Static).update(Content(keys_in_words(self.size.width - 4)))
        self.set_class(tall, "-tall")
        self.set_class(wall, "-wall")
        self.query_one("#room-phase", BigWords).fonts = SMALLER_FONTS if tall else ()
        self.query_one("#room-next", BigWords).fonts = SMALLER_FONTS if wall else ()

    def _look(self) -> None:
        if self._over:
            return
        self.leading.tick()
        view = self.leading.view
        if view.stage is Stage.OVER:
            self._over = True
            self.dismiss(None)
            return
        self._show(view)

    def _show(self, view: "View") -> None:
        moment = view.moment
        if moment is None:
            return
        paced = moment.breath_level is not None
        self.set_class(paced, "-breathing")
        self.query_one(BreathingShape).level = moment.breath_level
        shown = (
            moment.title,
            self._left(view),
            phase_words(moment),
            moment.line.text if moment.line is not None else "",
            moment.next_line.text if moment.next_line is not None else "",
            self._status(view),
        )
        if shown == self._shown:
            return
        self.set_class(view.asking, "-asking")
        self._shown = shown
        section, left, phase, line, following, status = (Content(words) for words in shown)
        self.query_one("#room-section", Static).update(section)
        self.query_one("#room-left", Static).update(left)
        self.query_one("#room-phase", BigWords).words = phase.plain
        self.query_one("#room-words", BigWords).words = line.plain
        self.query_one("#room-next", BigWords).words = following.plain
        self.query_one("#room-status", Static).update(status)

    def _left(self, view: "View") -> str:
        whole = max(0, round(seconds(view.remaining)))
        left = _("{time} left").format(time=f"{whole // 60}:{whole % 60:02}")
        return _("{left} · until {end}").format(left=left, end=f"{self._ends(view):%H:%M}")

    def _ends(self, view: "View") -> datetime:
        """When it will be over, to the minute; it never flickers between two."""
        end = self._now() + timedelta(seconds=seconds(view.remaining))
        if self._end is None or abs(end - self._end) > STEADY:
            self._end = (end + timedelta(seconds=30)).replace(second=0, microsecond=0)
        return self._end

    def _status(self, view: "View") -> str:
        if view.asking:
            return _("End here? Enter ends it. Esc goes on.")
        told = []
        if view.held:
            told.append(_("Held {time}. Space goes on.").format(time=_clock(view.held_for)))
        if view.muted:
            told.append(_due(view))
        if view.silences != 100:
            told.append(_("Silences {percent}%").format(percent=view.silences))
        if self._now() < self._volume_until:
            told.append(_("Volume {percent}%").format(percent=self._sound.percent))
        told.append(self._trouble())
        return "   ".join(each for each in told if each)

    def _trouble(self) -> str:
        """What is not heard, for as long as it takes to read it; then the words go on without it."""
        trouble = ""
        if self.leading.sound_lost:
            trouble = _("The sound went away. The words go on here.")
        elif self.leading.trouble is not None:
            trouble = _("{trouble} The words are here.").format(trouble=self.leading.trouble.message)
        if trouble != self._trouble_told:
            self._trouble_told = trouble
            self._trouble_until = self._now() + TOLD_FOR
        return trouble if self._now() < self._trouble_until else ""

    # what the facilitator does

    def may_leave(self) -> bool:
        """Whether the program may end now: not by one key. It asks, in one line."""
        if not self.leading.view.asking:
            self.action_ask()
        return False

    def action_lead(self, key: str) -> None:
        """One of the keys of leading."""
        self.leading.press(Key(key))
        self._look()

    def action_louder(self, step: int) -> None:
        """Voice and background."""
        self._sound.louder(step)
        self._sound.set_volumes(self.leading.player)
        self._volume_until = self._now() + VOLUME_SHOWN

    def action_keys(self) -> None:
        """Hide the keys, or show them."""
        self.toggle_class("-no-keys")

    def action_ask(self) -> None:
        """Ask whether to end here, or take the question back."""
        self.leading.conductor.ask()
        self._look()

    def action_end(self) -> None:
        """End here, if that was asked."""
        self.leading.end()
        self._look()


def keys_in_words(width: int) -> str:
    """Every key, in as few lines as `width` columns allow; no key is torn from what it does."""
    keys = (
        _("Space hold, go on"),
        _("→ on now"),
        _("← again"),
        _("↑↓ silences"),
        _("S rest of this part"),
        _("E come back"),
        _("M read aloud"),
        _("+- volume"),
        _("K hide the keys"),
        _("Esc end"),
    )
    lines = [keys[0]]
    for key in keys[1:]:
        longer = f"{lines[-1]}   {key}"
        if len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(key)
    return "\n".join(lines)


def _clock(frames: int) -> str:
    whole = int(seconds(frames))
    return f"{whole // 60}:{whole % 60:02}"


def _due(view: "View") -> str:
    """The quiet cue of who reads aloud: a full mark while a line is due, an empty one in between."""
    if view.moment is not None and view.moment.saying:
        return _("● read now")
    if view.next_in is None:
        return _("○ you read aloud")
    left = ceil(seconds(view.next_in))
    if left <= NEARLY_DUE:
        return _("◐ next in {seconds}").format(seconds=left)
    return _("○ next in {time}").format(time=_clock(view.next_in))
