"""The app: the person's settings, what they stand on, and the screens that can be opened from anywhere.

Nothing heavy is imported here: numpy, the sound device and the voice come when a practice is got ready.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual import work

from relaxapp.errors import JournalError, PromiseError, RelaxError
from relaxapp.journal.settings import Settings, Theme
from relaxapp.practice.home import Home
from relaxapp.practice.keeping import Keeping
from relaxapp.practice.services import Services
from relaxapp.practice.shelf import Shelf
from relaxapp.practice.sound_desk import SoundDesk
from relaxapp.translation import _
from relaxapp.ui.house_app import HouseApp
from relaxapp.ui.screens.home import HomeScreen
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from relaxapp.practice.conductor import Conductor
    from relaxapp.practice.practice import Practice
    from relaxapp.sound.voicing import Voicing
    from relaxapp.words.person import Person


class RelaxApp(HouseApp):
    """Holds the services and the person's settings; each screen asks it for what it needs."""

    def __init__(self, services: Services, start_with: tuple[Any, ...] | None = None) -> None:
        """`start_with`: a way to begin with, and what it is given."""
        super().__init__()
        self.start_with = start_with
        """A way to begin with, and what it is given; None for home."""
        self.services = services
        self.settings: Settings = services.store.settings()
        self.answers: dict[str, str] = dict(services.store.answers())
        self.shelf = Shelf(services.library)
        """The practices, the programme and the words."""
        self.desk = SoundDesk(services, self.settings)
        """The voice and the player."""
        self.keeping = Keeping(services.store, services.monotonic)
        """What writes practices in the journal."""
        self.practice: Practice | None = None
        """The practice that is going on, or went on last."""
        self._ahead: Voicing | None = None
        """What voices the first lines of what may begin without a question."""
        self._damaged = services.store.damaged_settings()
        self._take_theme()

    # opening and leaving

    def on_mount(self) -> None:
        """Show home."""
        self.push_screen(HomeScreen())

    @work(thread=True, group="reading")
    def read_shelf(self, then: Callable[[], None]) -> None:
        """Read every practice and the programme, away from the screen; `then` is called on it."""
        self.shelf.read()
        self.call_from_thread(then)

    def leave(self) -> None:
        """End the program; a practice that is going on is kept as far as it was heard."""
        if self.practice is not None:
            self.practice.leave()
        unkept = self.keeping.at_last()
        self.close()
        self.exit(message=None if unkept is None else Text(str(unkept)))

    def close(self) -> None:
        """Give the device and the voice back: whatever waits for the voice goes on."""
        self.stop_voicing_ahead()
        self.desk.close()

    # ways and screens

    def go(self, way: str, *given: Any) -> None:
        """Set out on a way, as `take` does, in a worker of its own."""
        worker: Callable[[], Awaitable[None]] = partial(self.take, way, *given)
        self.run_worker(worker, group=way, exclusive=True)

    async def take(self, way: str, *given: Any) -> None:
        """A way through several screens to its end: the function `way` of the file of that name in ui/ways.

        It is imported when it is first taken. Where it can't go on, the person is told why.
        """
        taken: Callable[..., Awaitable[None]] = getattr(import_module(f"relaxapp.ui.ways.{way}"), way)
        try:
            await taken(self, *given)
        except RelaxError as error:
            await self.tell(error)

    def action_go(self, way: str) -> None:
        """A way that a key leads to."""
        self.go(way)

    def action_help(self) -> None:
        """Help, from anywhere. A practice that plays is paused for it."""
        from relaxapp.ui.screens.help import HelpScreen
        from relaxapp.ui.screens.practice import PracticeScreen

        if isinstance(self.screen, HelpScreen):
            return
        if isinstance(self.screen, PracticeScreen):
            self.screen.hold()
        self.push_screen(HelpScreen(self.settings.country or "US"))

    def action_settings_screen(self) -> None:
        """Settings."""
        from relaxapp.ui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen())

    # settings and answers

    def change(self, **changes: Any) -> None:
        """Change settings, and keep them at once. JournalError: they stay as they were."""
        settings = replace(self.settings, **changes)
        self.services.store.save_settings(settings)
        self._take(settings)

    def change_anyway(self, **changes: Any) -> bool:
        """Change what is needed now; whether it is kept.

        Where it can't be, that is told: it holds until the app is left, and is kept with the next change that
        can be.
        """
        try:
            self.change(**changes)
        except JournalError as error:
            self.notice(error)
            self._take(replace(self.settings, **changes))
            return False
        return True

    def _take(self, settings: Settings) -> None:
        """Do everything by these settings from now on."""
        before, self.settings = self.settings, settings
        self.desk.take(settings)
        if self.settings.theme is not before.theme:
            self._take_theme()
        if isinstance(self.screen, AppScreen):
            self.screen.show_again()

    def offered(self, offer: str) -> None:
        """Something was offered once, and is not offered again."""
        self.change_anyway(offers=self.settings.offers | {offer})

    def _take_theme(self) -> None:
        self.theme = LIGHT.name if self.settings.theme is Theme.LIGHT else DARK.name

    def keep_answer(self, name: str, answer: str) -> None:
        """Keep one answer; an empty one takes it away. What was spoken or recorded of it is deleted."""
        if self.answers.get(name, "") == answer:
            return
        self.services.store.set_answer(name, answer)
        self.answers = dict(self.services.store.answers())
        self._forget_what_was_said(name)

    def keep_cue_word(self, word: str) -> None:
        """The word that means ease, now another; what was spoken or recorded of the one before is deleted.

        Raises PromiseError where it would never be spoken.
        """
        from relaxapp.words.answers import answer_in, questioned
        from relaxapp.words.front_matter import CUE_WORD
        from relaxapp.words.script import Question

        lexicon = self.shelf.lexicon()
        doubt = questioned(word, Question(CUE_WORD, ""), self.person(), lexicon)
        if doubt is not None:
            raise PromiseError(doubt, _("Choose another word."))
        word = answer_in(word, lexicon)
        if self.settings.cue_word != word:
            self.change(cue_word=word)
            self._forget_what_was_said(CUE_WORD)

    def forget_answers(self) -> None:
        """Take away every answer, what was spoken of them, and what was recorded of them."""
        self.services.store.forget_answers()
        self.answers = {}
        self._forget_what_was_said()

    def _forget_what_was_said(self, answer: str = "") -> None:
        """What was voiced comes again when it is wanted, so it all goes; of recordings only that answer's."""
        self.forget_spoken_answers()
        self.services.voices.forget_private(answer)

    def forget_spoken_answers(self) -> None:
        """Delete what was spoken of answers; it is spoken anew when it is wanted. Recordings stay."""
        self.desk.studio().clips.forget_private()

    def person(self) -> "Person":
        """The person as the words need to know them."""
        from relaxapp.practice.person import person_of

        return person_of(self.settings, self.answers)

    # what goes on

    def home(self) -> Home:
        """What home says now."""
        troubles = (*self._damaged, *([str(self.desk.trouble)] if self.desk.trouble else []))
        return Home(self.shelf, self.services, self.settings, troubles)

    @work(thread=True, exclusive=True, group="warm")
    def warm_up(self) -> None:
        """Start the voice and open the device while the person gets ready."""
        from relaxapp.practice.first_lines import AT_ONCE, first_lines
        from relaxapp.sound.voicing import Voicing

        self.desk.warm_up()
        at_once = [(self.shelf.script(name), minutes) for name, minutes in AT_ONCE if name in self.shelf]
        lines = first_lines(at_once, self.person(), self.shelf.lexicon())
        self.stop_voicing_ahead()
        self._ahead = Voicing(self.desk.studio().clips, lines)
        self._ahead.start(0)

    def stop_voicing_ahead(self) -> None:
        """The voice is wanted for something else."""
        if self._ahead is not None:
            self._ahead.stop()

    def new_practice(self, conductor: "Conductor") -> "Practice":
        """A practice joined to this computer's player and journal."""
        from relaxapp.practice.practice import Practice

        desk = self.desk
        self.practice = Practice(
            conductor, self.services, desk.studio(), desk.player(), self.shelf.lexicon(), self.keeping
        )
        self.practice.trouble = desk.trouble
        return self.practice
