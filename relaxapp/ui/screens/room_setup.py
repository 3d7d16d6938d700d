"""What a facilitator settles beforehand: length, what is left out, how it sounds. Enter goes on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.errors import RelaxError
from relaxapp.practice.area_names import offered_areas
from relaxapp.practice.room import RoomChoices, RoomLengths, ready_answers
from relaxapp.practice.room_length import another_length, length_of
from relaxapp.practice.room_words import opening_in_words
from relaxapp.sound.bed_names import BED_NAMES, bed_label
from relaxapp.translation import _, ngettext
from relaxapp.ui.screens.house_screen import HouseScreen
from relaxapp.ui.themes import DARK, LIGHT
from relaxapp.ui.widgets.choice_list import ChoiceList
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.one_line import OneLine
from relaxapp.words.script import Technique

if TYPE_CHECKING:
    from relaxapp.practice.room_sound import RoomSound
    from relaxapp.session import Prepared
    from relaxapp.words.script import Script

SHOW, LENGTH, LEAVE_OUT, TENSING, BED, CUE, LETTERS, SOUND = (
    "show",
    "length",
    "leave out",
    "tensing",
    "bed",
    "cue",
    "letters",
    "sound",
)
"""The lines, by what they are about."""
ANSWER = "answer:"
"""Begins the name of a ready answer's line, before that of its question."""


class RoomSetupScreen(HouseScreen["tuple[RoomChoices, Prepared] | None"]):
    """Gives what was chosen and the exercise made ready; None where the facilitator went back."""

    CSS_PATH = "room_setup.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", _("Back")),
        Binding("right", "change(1)", _("Change"), key_display="←→"),
        Binding("left", "change(-1)", _("Change"), show=False),
        Binding("space", "change(1)", _("Change"), show=False),
        Binding("plus,equals_sign", "louder(1)", _("Volume"), key_display="+-"),
        Binding("minus,underscore", "louder(-1)", _("Quieter"), show=False),
    ]

    def __init__(
        self,
        script: "Script",
        choices: RoomChoices,
        sound: "RoomSound",
        prepare: "Callable[[RoomChoices], Prepared]",
        now: Callable[[], datetime],
        lengths: RoomLengths,
        *,
        awake: bool,
    ) -> None:
        """`prepare` makes the exercise ready, away from the screen; `awake`: whether the screen stays on."""
        super().__init__()
        self._script = script
        self.choices = choices
        self._sound = sound
        self._prepare = prepare
        self._now = now
        self._lengths = lengths
        self._awake = awake
        self._answers = ready_answers(script)

    def compose(self) -> ComposeResult:
        """The title, one line for each choice, and what is said in any case."""
        yield Static(Content(self._script.title), classes="title")
        yield ChoiceList(id="room-choices")
        yield OneLine(placeholder=_("Minutes, or a time of day such as 10:45"), id="room-length-line")
        yield Static(id="room-told")
        yield Static(opening_in_words(self.choices.leave_out), id="room-opening", classes="quiet")
        if not self._awake:
            yield Static(
                _("Please turn the screen saver off yourself; this computer leaves it to you."),
                classes="quiet",
            )
        yield KeyLine()

    def on_mount(self) -> None:
        """Mark the first line: Enter goes on."""
        choices = self.query_one(ChoiceList)
        choices.add_options([Option(Content(words), id=name) for name, words in self._lines()])
        choices.highlighted = 0
        choices.focus()
        self.query_one(Input).display = False

    # the lines

    def _lines(self) -> list[tuple[str, str]]:
        choices = self.choices
        lines = [
            (SHOW, _("Show the title, ready to begin")),
            (LENGTH, _("Length: {length}").format(length=self._length())),
            (LEAVE_OUT, _("Left out: {areas}").format(areas=self._left_out())),
        ]
        if self._script.technique is Technique.PMR:
            ways = {False: _("only let go"), True: _("tense lightly, then let go")}
            lines.append((TENSING, _("Muscles: {way}").format(way=ways[choices.tensing])))
        for name in self._answers:
            answer = choices.answers.get(name) or _("left open")
            lines.append(
                (ANSWER + name, _("{question} {answer}").format(question=self._asked(name), answer=answer))
            )
        cues = {False: _("on the screen only"), True: _("on the screen, and a soft click")}
        letters = {False: _("light on dark"), True: _("dark on light")}
        return [
            *lines,
            (BED, _("Background: {bed}").format(bed=bed_label(choices.bed or self._script.bed))),
            (
                CUE,
                _("If you read aloud yourself, a line that is due shows {cue}").format(
                    cue=cues[choices.due_click]
                ),
            ),
            (LETTERS, _("Letters: {letters}").format(letters=letters[self.app.theme == LIGHT.name])),
            (SOUND, _("Try the sound (volume {percent}%)").format(percent=self._sound.percent)),
        ]

    def _length(self) -> str:
        minutes = max(1, round(self.choices.minutes_from(self._now())))
        told = ngettext("{minutes} minute", "{minutes} minutes", minutes).format(minutes=minutes)
        if self.choices.until is not None:
            return _("until {end}, {minutes} from now").format(
                end=f"{self.choices.until:%H:%M}", minutes=told
            )
        end = self._now() + timedelta(minutes=self.choices.minutes)
        return _("{minutes} (until {end}, if it began now)").format(minutes=told, end=f"{end:%H:%M}")

    def _left_out(self) -> str:
        names = offered_areas()
        areas = [names[name] for name in names if name in self.choices.leave_out]
        return ", ".join(areas) or _("nothing")

    def _asked(self, name: str) -> str:
        return next(question.text for question in self._script.questions if question.name == name)

    def _show(self, told: str = "") -> None:
        choices = self.query_one(ChoiceList)
        for name, words in self._lines():
            choices.replace_option_prompt(name, Content(words))
        self.query_one("#room-told", Static).update(Content(told))
        self.query_one("#room-opening", Static).update(opening_in_words(self.choices.leave_out))

    def _choose(self, **changes: object) -> None:
        self.choices = replace(self.choices, **changes)  # type: ignore[arg-type]
        self._show()

    @property
    def _marked(self) -> str:
        choices = self.query_one(ChoiceList)
        return choices.get_option_at_index(choices.highlighted or 0).id or ""

    # what the facilitator does

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == SHOW:
            self._get_ready()
        elif event.option_id == LENGTH:
            self._ask_length()
        else:
            self.action_change(1)

    def action_change(self, step: int) -> None:
        """The next choice on the marked line."""
        marked, choices = self._marked, self.choices
        if marked == LENGTH:
            minutes = another_length(self._script, choices.minutes_from(self._now()), step, self._works)
            self._choose(minutes=minutes, until=None)
        elif marked == LEAVE_OUT:
            self._choose_areas()
        elif marked == TENSING:
            self._choose(tensing=not choices.tensing)
        elif marked == BED:
            self._choose(bed=_next(BED_NAMES, choices.bed or self._script.bed, step))
        elif marked == CUE:
            self._choose(due_click=not choices.due_click)
        elif marked == LETTERS:
            self.app.theme = DARK.name if self.app.theme == LIGHT.name else LIGHT.name
            self._show()
        elif marked == SOUND:
            self._try_sound()
        elif marked.startswith(ANSWER):
            self._answer(marked.removeprefix(ANSWER), step)

    def _answer(self, name: str, step: int) -> None:
        """The next ready answer to a question, or none."""
        answers = self.choices.answers
        answer = _next(("", *self._answers[name]), answers.get(name, ""), step)
        others = {other: words for other, words in answers.items() if other != name}
        self._choose(answers={**others, name: answer} if answer else others)

    def action_louder(self, step: int) -> None:
        """How loud the room will hear it."""
        self._sound.louder(step)
        self._show()

    @work
    async def _choose_areas(self) -> None:
        from relaxapp.ui.screens.room_areas import RoomAreasScreen

        left_out = await self.app.push_screen_wait(RoomAreasScreen(self.choices.leave_out))
        self._choose(leave_out=left_out)

    # the length, typed

    def _ask_length(self) -> None:
        line = self.query_one(Input)
        line.display = True
        line.value = ""
        line.focus()

    @on(Input.Submitted)
    def _told_length(self, event: Input.Submitted) -> None:
        try:
            minutes, until = length_of(event.value, self._script, self._now())
            self._lengths.check(replace(self.choices, minutes=minutes, until=until))
        except RelaxError as error:
            self._show(str(error))
            return
        self._close_line()
        self._choose(minutes=minutes, until=until)

    def _works(self, minutes: float) -> bool:
        """Whether the exercise can last so long."""
        return self._lengths.work(replace(self.choices, minutes=minutes, until=None))

    def _close_line(self) -> None:
        self.query_one(Input).display = False
        self.query_one(ChoiceList).focus()

    # the sound

    @work(thread=True, exclusive=True, group="sound check")
    def _try_sound(self) -> None:
        self.app.call_from_thread(self._show, _("You should hear a voice now. + and - set how loud."))
        try:
            check = self._sound.check()
        except RelaxError as error:
            self.app.call_from_thread(self._show, str(error))
            return
        self.app.call_from_thread(self._play, check)

    def _play(self, check: "Prepared") -> None:
        if not self.is_current:
            return
        trouble = self._sound.play(check) or check.trouble
        if trouble is not None:
            self._show(str(trouble))

    # on and back

    @work(thread=True, exclusive=True, group="room")
    def _get_ready(self) -> None:
        self.app.call_from_thread(self._show, _("Getting ready …"))
        try:
            prepared = self._prepare(self.choices)
        except RelaxError as error:
            self.app.call_from_thread(self._show, str(error))
            return
        self.app.call_from_thread(self._go_on, prepared)

    def _go_on(self, prepared: "Prepared") -> None:
        if self.is_active:
            self._leave((self.choices, prepared))
        else:
            prepared.voicing.stop()

    def _leave(self, result: "tuple[RoomChoices, Prepared] | None") -> None:
        self._sound.hush()
        self.dismiss(result)

    def action_back(self) -> None:
        """Out of the line, or back."""
        if isinstance(self.focused, Input):
            self._close_line()
            self._show()
        else:
            self._leave(None)


def _next(choices: tuple[str, ...], now: str, step: int) -> str:
    at = choices.index(now) if now in choices else 0
    return choices[(at + step) % len(choices)]
