"""The practice itself: the shape, the words, where one is, and how to stop."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from relaxapp.timing.frames import RATE
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.big_words import BigWords
from relaxapp.ui.widgets.breathing_shape import BreathingShape
from relaxapp.ui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from relaxapp.errors import RelaxError
    from relaxapp.practice.conductor import Effects, View
    from relaxapp.practice.practice import Practice
    from relaxapp.timing.moment import Moment

LOOKS_A_SECOND = 15
"""How often the screen looks where the player is."""
VOLUME_STEP = 0.1
TOLD_SECONDS = 15.0
"""How long it is said that there is no sound, or no voice; then the practice is left in peace."""
ANSWER_SECONDS = 5.0
"""How long it is said what a key has done."""


def clock_words(seconds: float) -> str:
    """Minutes and seconds, as "8:05"."""
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02}"


class PracticeScreen(AppScreen[None]):
    """Follows one practice until its sound is over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pause", _("Pause")),
        Binding("escape", "stop", _("Stop")),
        Binding("left", "replay", _("Part"), key_display="←→"),
        Binding("right", "skip", _("Next part"), show=False),
        Binding("plus,equals_sign", "louder(1)", _("Volume"), key_display="+-"),
        Binding("minus,underscore", "louder(-1)", _("Quieter"), show=False),
        Binding("up", "bed(1)", _("Background up"), show=False),
        Binding("down", "bed(-1)", _("Background down"), show=False),
        Binding("t", "too_slow", _("Too slow for me"), show=False),
        Binding("b", "big", _("Big")),
        Binding("h,f1", "app.help", _("Help")),
        Binding("enter", "finish", _("Finished")),
        Binding("escape", "finish", show=False),
        Binding("c", "carry_on", _("Carry on")),
        Binding("c", "without_sound", _("Carry on in words alone"), show=False),
        Binding("g", "settle", _("Settle")),
    ]

    def __init__(self, practice: "Practice", *, big: bool) -> None:
        super().__init__()
        self.practice = practice
        self._big = big
        self._shown: tuple[object, ...] = ()
        self._unheard, self._unkept = _Told(), _Told()
        self._answer = ""
        self._answer_until = 0.0
        self._over = False

    def compose(self) -> ComposeResult:
        """The shape in the middle, the words under it."""
        with Horizontal(id="where"):
            yield Static(id="section")
            yield Static(id="remaining")
        yield BreathingShape(id="shape")
        yield Static(id="phase")
        yield BigWords(id="big-words")
        yield Static(id="words")
        with Vertical(id="stopped"):
            yield Static(_("You stopped. That is always fine."), id="stopped-words")
            yield Static(
                _("Enter  finished for now\nC      carry on\nG      settle for a moment, eyes open"),
                id="stopped-choices",
            )
        yield Static(id="said-plainly", classes="quiet")
        yield KeyLine()

    def on_mount(self) -> None:
        """Look where the player is, again and again."""
        self._show_size()
        self._look()
        self.set_interval(1 / LOOKS_A_SECOND, self._look)

    def _look(self) -> None:
        from relaxapp.practice.conductor import Stage

        if self._over:
            return
        self.practice.tick()
        view = self.practice.view
        if view.stage in (Stage.AFTER, Stage.DONE):
            # To dismiss closes what lies on top: Help, if the background ended while it was read.
            if self.is_active:
                self._over = True
                self.dismiss(None)
            return
        self._show(view)

    def _show(self, view: "View") -> None:
        from relaxapp.practice.conductor import Stage

        asking = view.stage is Stage.ASKING
        self.set_class(asking, "-asking")
        moment = view.moment
        if moment is None:
            return
        self.query_one(BreathingShape).level = moment.breath_level
        words = self._words(moment)
        if view.stage is Stage.LINGERING:
            words = _("That was all of it.")
        shown = (
            moment.title,
            clock_words(view.lingers or moment.remaining / RATE),
            self._phase(moment),
            words,
            self._plainly(view),
        )
        if shown != self._shown:
            self._shown = shown
            section, remaining, phase, words, plainly = shown
            title = self.practice.title
            where = f"{title} · {section}" if title and section and not view.settling else section or title
            self.query_one("#section", Static).update(Content(where))
            self.query_one("#remaining", Static).update(Content(_("{time} left").format(time=remaining)))
            self.query_one("#phase", Static).update(Content(phase))
            self.query_one("#words", Static).update(Content(words))
            self.query_one(BigWords).words = words
            self.query_one("#said-plainly", Static).update(Content(plainly))

    def _words(self, moment: "Moment") -> str:
        return moment.line.text if moment.line is not None else ""

    def _phase(self, moment: "Moment") -> str:
        from relaxapp.practice.phase_words import phase_words

        return phase_words(moment) or self._left_of_part(moment)

    def _left_of_part(self, moment: "Moment") -> str:
        """How long an activity still lasts, or the rest after it."""
        if self.practice.conductor.entry.technique != "activity" or not moment.title:
            return ""
        return f"{moment.title}  {clock_words(moment.section_remaining / RATE)}"

    def _plainly(self, view: "View") -> str:
        from relaxapp.practice.conductor import Stage

        if view.missing:
            return _("There is no sound device. Space looks again. C carries on in words alone.")
        if view.lost:
            return _("The sound device went away. Space carries on, from the same words.")
        if self._answer and self.relaxapp.services.monotonic() < self._answer_until:
            return self._answer
        if view.stage is Stage.LINGERING:
            return _("The background plays on. Space ends it and goes on.")
        if view.stage is Stage.PAUSED:
            return _("Paused. Space carries on.")
        if view.stage is Stage.ASKING:
            return ""
        trouble = self._trouble_to_tell()
        if trouble:
            return trouble
        return _("T: too slow for me") if self.practice.conductor.is_breathing else ""

    def _trouble_to_tell(self) -> str:
        """What is not heard, then what is not kept, each for as long as it takes to read it."""
        now = self.relaxapp.services.monotonic()
        unheard, unkept = self.practice.trouble, self.practice.unkept
        if self._unheard.seen(unheard, now):
            return str(unheard)
        if self._unkept.seen(unkept, now):
            return _(
                "Nothing can be written in the journal just now. It goes on, and is kept once it can be."
            )
        return ""

    def _show_size(self) -> None:
        self.set_class(self._big, "-big")

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """While one is asked how to go on, only the answers work."""
        from relaxapp.practice.conductor import Stage

        asking = self.practice.view.stage is Stage.ASKING
        if action == "finish":
            return asking or self.practice.view.stage is Stage.LINGERING
        if action in ("carry_on", "settle"):
            return asking
        return not asking or action in ("app.help", "help")

    @property
    def shown_part(self) -> object:
        """It plays, or one is asked how to go on."""
        return self.practice.view.stage

    def _do(self, effects: "Effects") -> None:
        self.practice.do(effects)
        self._say("")
        self.refresh_bindings()

    def _say(self, answer: str) -> None:
        """What a key has done, where nothing else shows it."""
        self._answer, self._answer_until = answer, self.relaxapp.services.monotonic() + ANSWER_SECONDS
        self._look()

    def hold(self) -> None:
        """Pause, if it plays."""
        from relaxapp.practice.conductor import Stage

        if self.practice.view.stage is Stage.PLAYING:
            self.action_pause()

    def action_pause(self) -> None:
        """Hold, or go on."""
        self._do(self.practice.conductor.pause())

    def action_stop(self) -> None:
        """The sound stops at once."""
        self._do(self.practice.conductor.stop())

    def action_finish(self) -> None:
        """Finished for now, or with the background."""
        conductor = self.practice.conductor
        self._do(conductor.enough() or conductor.finish())

    def action_carry_on(self) -> None:
        """On with the practice."""
        self._do(self.practice.conductor.carry_on())

    def action_without_sound(self) -> None:
        """On in words alone, where there is no sound device any more."""
        self._do(self.practice.conductor.without_sound())

    def action_settle(self) -> None:
        """A short grounding."""
        self._do(self.practice.conductor.settle())

    def action_replay(self) -> None:
        """This section again."""
        self._do(self.practice.conductor.replay())

    def action_skip(self) -> None:
        """On to the next section."""
        self._do(self.practice.conductor.skip_section())

    def action_too_slow(self) -> None:
        """Quicker breaths, from the next one on. The answer names none: the word for them may be avoided."""
        conductor = self.practice.conductor
        effects = conductor.too_slow()
        if effects:
            self.practice.do(effects)
            self._say(
                _("From the next one on, as quick as it gets.")
                if conductor.is_quickest
                else _("A little quicker from the next one on.")
            )

    def action_louder(self, step: int) -> None:
        """The voice, and the background with it."""
        settings = self.relaxapp.settings
        self.relaxapp.change_anyway(
            voice_volume=_within(settings.voice_volume + step * VOLUME_STEP),
            bed_volume=_within(settings.bed_volume + step * VOLUME_STEP),
            muted=False,
        )
        self._say(_("Volume {percent}%").format(percent=round(self.relaxapp.settings.voice_volume * 100)))

    def action_bed(self, step: int) -> None:
        """The background alone."""
        self.relaxapp.change_anyway(
            bed_volume=_within(self.relaxapp.settings.bed_volume + step * VOLUME_STEP)
        )
        self._say(_("Background {percent}%").format(percent=round(self.relaxapp.settings.bed_volume * 100)))

    def action_big(self) -> None:
        """Big letters, or the shape again."""
        self._big = not self._big
        self.relaxapp.change_anyway(big_letters=self._big)
        self._show_size()


class _Told:
    """A trouble, and since when it is told."""

    def __init__(self) -> None:
        self._trouble: RelaxError | None = None
        self._since = 0.0

    def seen(self, trouble: "RelaxError | None", now: float) -> bool:
        """Whether it is told now, in seconds: for a while from when it arose; a grounding says it no more."""
        if trouble is not self._trouble:
            self._trouble, self._since = trouble, now
        return trouble is not None and now - self._since < TOLD_SECONDS


def _within(volume: float) -> float:
    return round(min(1.0, max(0.0, volume)), 2)
