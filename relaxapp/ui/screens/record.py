"""Recording a practice: a line at a time in large letters; say it, hear it, keep it."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from relaxapp.errors import RelaxError, SoundError
from relaxapp.practice.record import Recorder, Stage, how_to_say, remarks
from relaxapp.sound.in_turn import InTurn
from relaxapp.timing.frames import RATE
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.big_words import BigWords
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.level_meter import LevelMeter

if TYPE_CHECKING:
    from relaxapp.sound.microphone import Microphone
    from relaxapp.sound.player import Player

LOOKS_A_SECOND = 15
"""How often the level is looked at."""


class RecordScreen(AppScreen[None]):
    """Each line is on disk once it is kept; one can leave at any time, and go on another day."""

    CSS_PATH = "record.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "record", _("Record")),
        Binding("p", "hear", _("Hear")),
        Binding("enter", "keep", _("Keep")),
        Binding("left", "step(-1)", _("Line"), key_display="←→"),
        Binding("right", "step(1)", _("Next line"), show=False),
        Binding("escape", "leave", _("End")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(self, recorder: Recorder, microphone: "Microphone", player: "Player") -> None:
        super().__init__()
        self._recorder = recorder
        self._microphone = microphone
        self._player = player

    def compose(self) -> ComposeResult:
        """The line, how to say it, and how loud it is heard."""
        yield Static(id="record-number", classes="quiet")
        yield BigWords(id="record-words")
        yield Static(id="record-manner", classes="quiet")
        yield LevelMeter()
        yield Static(id="record-notice")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the first line that is missing."""
        self._show()
        self.set_interval(1 / LOOKS_A_SECOND, self._look)

    def _look(self) -> None:
        self.query_one(LevelMeter).level = self._microphone.level
        if self._recorder.view.stage is Stage.RECORDING and self._microphone.full:
            self.action_record()

    def _show(self, trouble: str = "") -> None:
        view = self._recorder.view
        number = _("Line {number} of {of}.  {recorded} recorded.").format(
            number=view.number, of=view.of, recorded=view.recorded
        )
        words, manner = "", ""
        if view.line is not None:
            words, manner = view.line.text, how_to_say(view.line)
        self.query_one("#record-number", Static).update(Content(number))
        self.query_one("#record-words", BigWords).words = words or _("That was every line. Thank you.")
        self.query_one("#record-manner", Static).update(Content(manner))
        self.query_one("#record-notice", Static).update(Content(trouble or self._notice()))
        self.refresh_bindings()

    def _notice(self) -> str:
        view = self._recorder.view
        told = {
            Stage.READY: _("It is recorded already. P lets you hear it, Space records it anew.")
            if view.kept
            else _("Space begins. Say the line, then Space again."),
            Stage.RECORDING: _("Recording. Space when the line is said."),
            Stage.HEARD: _("Enter keeps it. P lets you hear it, Space records it again."),
            Stage.DONE: _("Esc leaves. Every line is kept."),
        }[view.stage]
        heard = remarks(view.take) if view.take is not None else ""
        return heard if heard and view.stage is Stage.READY else "\n".join(filter(None, [heard, told]))

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        view = self._recorder.view
        stage = view.stage
        if action == "hear":
            return stage is Stage.HEARD or (stage is Stage.READY and view.kept)
        if action == "keep":
            return stage is Stage.HEARD
        if action == "step":
            return stage is not Stage.RECORDING
        return action != "record" or stage is not Stage.DONE

    def action_record(self) -> None:
        """Begin the line, or end it."""
        self._player.stop()
        trouble = ""
        if self._recorder.view.stage is Stage.RECORDING:
            self._recorder.end(self._microphone.stop(), RATE)
        else:
            try:
                self._microphone.start()
                self._recorder.begin()
            except SoundError as error:
                trouble = _("No microphone can be used now. {hint}").format(hint=error.hint)
        self._show(trouble)

    def action_hear(self) -> None:
        """The line as it will be heard."""
        try:
            clip = self._recorder.clip()
            if clip is not None:
                self._player.play(InTurn([clip]))
        except RelaxError as error:
            self._show(str(error))

    def action_keep(self) -> None:
        """Keep it, and on to the next."""
        self._player.stop()
        try:
            self._recorder.keep()
        except RelaxError as error:
            self._show(str(error))
        else:
            self._show()

    def action_step(self, by: int) -> None:
        """Another line."""
        self._player.stop()
        self._recorder.step(by)
        self._show()

    def action_leave(self) -> None:
        """What was kept stays; a line that is being recorded is let go."""
        self._microphone.close()
        self._player.stop()
        self.dismiss(None)
