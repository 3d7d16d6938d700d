"""Tuning the voice: two ways to say the same, and Enter keeps the one that is marked."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from relaxapp.errors import RelaxError
from relaxapp.practice.audition import LINES
from relaxapp.practice.tuning import Pair, Tuning
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.choice_list import ChoiceList
from relaxapp.ui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from relaxapp.journal.settings import Settings
    from relaxapp.sound.player import Player, Source

A, B, SAME = "a", "b", "same"
SILENCE_SECONDS = 0.4
"""How long a side that is marked may stay silent without a word."""


class TuneScreen(AppScreen[bool]):
    """Lets each side be heard as it is marked. Gives whether all rounds were gone through."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "mark(0)", _("Hear A")),
        Binding("b", "mark(1)", _("Hear B")),
        Binding("left", "back", _("Before")),
        Binding("escape", "leave", _("Leave it")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(
        self,
        tuning: Tuning,
        player: "Player",
        make_ready: "Callable[[Settings, int], Source]",
    ) -> None:
        """`make_ready` voices the first so many of LINES sentences with settings, in the background.

        It raises RelaxError.
        """
        super().__init__()
        self._tuning = tuning
        self._player = player
        self._make_ready = make_ready
        self._ready: dict[str, Source] = {}
        self._wanted, self._heard = "", ""
        self._failed: dict[str, str] = {}
        """Why a side can't be heard."""

    def compose(self) -> ComposeResult:
        """The question, the two sides, and a way to keep neither."""
        yield Static(id="tune-number", classes="quiet")
        yield Static(id="tune-question", classes="title")
        yield ChoiceList(id="tune-sides")
        yield Static(_("Enter keeps the one that is marked. A and B can be heard again."), classes="quiet")
        yield Static(id="tune-notice")
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask the first."""
        self._ask()
        self.query_one("#tune-sides", ChoiceList).focus()

    @property
    def _pair(self) -> Pair:
        pair = self._tuning.pair
        assert pair is not None
        return pair

    def _ask(self) -> None:
        self._player.stop()
        pair = self._pair
        self._ready, self._failed, self._wanted, self._heard = {}, {}, "", ""
        number = _("{number} of {of}").format(number=self._tuning.number, of=self._tuning.of)
        self.query_one("#tune-number", Static).update(Content(number))
        self.query_one("#tune-question", Static).update(Content(pair.question))
        self._notice("")
        sides = self.query_one("#tune-sides", ChoiceList)
        sides.clear_options()
        sides.add_options(
            [
                Option(Content(_("A  {words}").format(words=pair.a_words)), id=A),
                Option(Content(_("B  {words}").format(words=pair.b_words)), id=B),
                Option(_("Neither is better: leave it as it is"), id=SAME),
            ]
        )
        sides_heard = {side: self._tuning.heard_as(choice) for side, choice in ((A, pair.a), (B, pair.b))}
        work = partial(self._voice, pair, sides_heard, self._tuning.ahead())
        self.run_worker(work, thread=True, group="tuning", exclusive=True)
        sides.highlighted = 0

    def _voice(self, pair: Pair, sides: "Mapping[str, Settings]", ahead: "Sequence[Settings]") -> None:
        """Make both sides ready, the first sentence of each first; then what may be asked for next."""
        worker = get_current_worker()
        for lines in range(1, LINES + 1):
            for side, heard in sides.items():
                if worker.is_cancelled:
                    return
                try:
                    source = self._make_ready(heard, lines)
                except RelaxError as error:
                    self.app.call_from_thread(self._fail, pair, side, str(error))
                    continue
                self.app.call_from_thread(self._take, pair, side, source)
        for heard in ahead:
            if worker.is_cancelled:
                return
            with suppress(RelaxError):  # it is told where it is asked for
                self._make_ready(heard, 1)

    def _take(self, pair: Pair, side: str, source: "Source") -> None:
        if not self.is_current or self._tuning.pair != pair:
            return
        self._ready[side] = source
        if self._heard == side:
            self._player.replace(source)
        elif self._wanted == side:
            self._hear(side)

    def _fail(self, pair: Pair, side: str, trouble: str) -> None:
        if self._tuning.pair == pair:
            self._failed[side] = trouble
        if self._wanted == side:
            self._tell(pair, trouble)

    def _tell(self, pair: Pair, trouble: str) -> None:
        if self.is_current and self._tuning.pair == pair:
            self._notice(trouble)

    def _tell_waiting(self, pair: Pair, side: str) -> None:
        """Where a voice takes its time, silence is explained."""
        if side != SAME and self._wanted == side and side not in {*self._ready, *self._failed}:
            self._tell(pair, _("One moment: this voice is getting ready."))

    def _notice(self, sentence: str) -> None:
        self.query_one("#tune-notice", Static).update(Content(sentence))

    def _hear(self, side: str) -> None:
        self._wanted, self._heard = side, ""
        self._player.stop()
        self._notice(self._failed.get(side, ""))
        if side not in self._ready:
            self.set_timer(SILENCE_SECONDS, partial(self._tell_waiting, self._pair, side))
        else:
            try:
                self._player.play(self._ready[side])
            except RelaxError as error:
                self._tell(self._pair, str(error))
            else:
                self._heard = side

    @on(OptionList.OptionHighlighted)
    def _marked(self, event: OptionList.OptionHighlighted) -> None:
        self._hear(event.option_id or "")

    def action_mark(self, place: int) -> None:
        """Mark one side, and hear it, again if it is marked already."""
        sides = self.query_one("#tune-sides", ChoiceList)
        if sides.highlighted == place:
            self._hear((A, B)[place])
        sides.highlighted = place

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        pair = self._pair
        sides: dict[str, Mapping[str, Any]] = {A: pair.a, B: pair.b, SAME: {}}
        self._tuning.choose(sides[event.option_id or SAME])
        if self._tuning.pair is None:
            self._player.stop()
            self.dismiss(True)
        else:
            self._ask()

    def action_back(self) -> None:
        """To the pair before."""
        self._tuning.back()
        self._ask()

    def action_leave(self) -> None:
        """Everything stays as it was."""
        self._player.stop()
        self.dismiss(False)
