"""The app: which screen follows which, and what the screens ask of the rest of the house.

Nothing heavy is imported here: numpy, the sound device and the voice come when a practice is got ready.
"""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import App
from textual.binding import Binding, BindingType

from relaxapp.errors import PromiseError, RelaxError, ScriptError
from relaxapp.journal.settings import Settings, Theme
from relaxapp.practice.services import Services
from relaxapp.translation import _, ngettext
from relaxapp.ui.screens.home import ALL_PRACTICES, BREATHE_NOW, HomeScreen
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from relaxapp.journal.entry import Entry
    from relaxapp.practice.conductor import Conductor
    from relaxapp.practice.practice import Practice
    from relaxapp.practice.week import Week
    from relaxapp.session import Order, Prepared, Studio
    from relaxapp.sound.player import Player
    from relaxapp.ui.screens.sound_check import SoundCheckScreen
    from relaxapp.words.lexicon import Lexicon
    from relaxapp.words.person import Person
    from relaxapp.words.programme import Programme
    from relaxapp.words.script import Question, Script

BREATHING = "paced-breathing"
"""The script behind "Breathe now"."""
BREATHE_NOW_MINUTES = 2
KEYS = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "backspace": "Backspace",
}
"""Keys as the footer names them."""
FIRST_PRACTICES = ("paced-breathing", "muscle-relaxation", "a-place-of-your-own", "easing-pain")
"""What is suggested before anything is known."""
MOST_SUGGESTED = 4
GROUP_DAY = "group day"
"""The question of the group's day, asked once, at the second start."""
FIRST_QUESTIONS = 3
"""How many questions personalising starts with."""


class RelaxApp(App[None]):
    """Holds the services and the person's settings; each screen asks it for what it needs."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c,ctrl+q", "leave", show=False, priority=True)]

    def __init__(self, services: Services, start_with: tuple[str, float] | None = None) -> None:
        """`start_with`: a practice and its minutes to begin with, in place of home."""
        super().__init__()
        self._start_with = start_with
        self.services = services
        self.settings: Settings = services.store.settings()
        self._told: tuple[str, ...] = services.store.damaged_settings()
        self.answers: dict[str, str] = dict(services.store.answers())
        self._studio: Studio | None = None
        self._player: Player | None = None
        self._practice: Practice | None = None
        self._scripts: dict[str, Script] | None = None
        self._reading = threading.Lock()
        """Held while the practices are read, by whichever thread comes first."""
        self._programme: Programme | None = None
        self._lexicon: Lexicon | None = None
        self._no_sound: RelaxError | None = None
        self.crash: Exception | None = None
        """The error nobody foresaw that ended the app, if one did."""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self._take_theme()

    def get_key_display(self, binding: Binding) -> str:
        """A key as it stands on a keyboard."""
        if binding.key_display:
            return binding.key_display
        return KEYS.get(binding.key, binding.key.upper() if len(binding.key) == 1 else binding.key)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours that Textual's own themes don't name; they are parsed before ours is taken."""
        return dict(DARK.variables)

    # opening and leaving

    def on_mount(self) -> None:
        """Show home."""
        self.push_screen(HomeScreen())

    def _take_theme(self) -> None:
        self.theme = LIGHT.name if self.settings.theme is Theme.LIGHT else DARK.name

    def opened(self) -> None:
        """Home was painted: what waited for it may begin."""
        self.services.store.settle_unfinished()
        due = self.services.store.ratings_due()
        if self._start_with is not None:
            self._practise(*self._start_with)
        elif due:
            self._rate_after_waking(due[0])
        else:
            self.warm_up()
            if GROUP_DAY not in self.settings.offers and self.services.store.entries(limit=1):
                self.open_group_day()

    def action_leave(self) -> None:
        """End the program; a practice that is going on is kept as far as it was heard."""
        if self._practice is not None:
            self._practice.leave()
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        """An error nobody foresaw ends the app, and the command line tells of it in plain words.

        Textual would print a traceback; tests still see the error itself.
        """
        if self.is_headless:
            super()._handle_exception(error)
        elif self.crash is None:
            self.crash = error
            self.exit(return_code=1)

    def close(self) -> None:
        """Give the device and the voice back."""
        if self._player is not None:
            self._player.close()
        if self._studio is not None:
            self._studio.clips.close()

    # settings and answers

    def change(self, **changes: Any) -> None:
        """Change settings, and keep them at once."""
        before = self.settings
        self.settings = replace(self.settings, **changes)
        self.services.store.save_settings(self.settings)
        if self.settings.voice != before.voice and self._studio is not None:
            self._studio.clips.close()
            self._studio = None
        if self.settings.theme is not before.theme:
            self._take_theme()
        if isinstance(self.screen, AppScreen):
            self.screen.show_again()

    def keep_answer(self, name: str, answer: str) -> None:
        """Keep one answer; an empty one takes it away. What was spoken of the old one is deleted."""
        if self.answers.get(name, "") == answer:
            return
        self.services.store.set_answer(name, answer)
        self.answers = dict(self.services.store.answers())
        self._forget_spoken_answers()

    def forget_answers(self) -> None:
        """Take away every answer, and what was spoken of them."""
        self.services.store.forget_answers()
        self.answers = {}
        self._forget_spoken_answers()

    def _forget_spoken_answers(self) -> None:
        self.studio().clips.forget_private()

    def person(self) -> "Person":
        """The person as the words need to know them."""
        from relaxapp.practice.person import person_of

        return person_of(self.settings, self.answers)

    # what there is to choose from

    @work(thread=True, group="reading")
    def read_practices(self, then: Callable[[], None]) -> None:
        """Read every practice and the programme, away from the screen; `then` is called on it."""
        self.scripts()
        self.programme()
        self.call_from_thread(then)

    def scripts(self) -> tuple["Script", ...]:
        """Every practice, in the order of the list."""
        with self._reading:
            if self._scripts is None:
                self._scripts = {script.id: script for script in self.services.library.all()}
        return tuple(self._scripts.values())

    def script(self, name: str) -> "Script":
        """One practice by its id."""
        self.scripts()
        assert self._scripts is not None
        return self._scripts[name]

    def lexicon(self) -> "Lexicon":
        """The words that name areas and themes."""
        if self._lexicon is None:
            self._lexicon = self.services.library.lexicon("en")
        return self._lexicon

    def suggested(self) -> tuple["Script", ...]:
        """The practices of the week; where no group day is known, those done last, or the first there are."""
        scripts = {script.id: script for script in self.scripts()}
        week = self.week()
        names: list[str] = []
        if week is not None and week.session is not None:
            names += week.session.practices
        else:
            names += dict.fromkeys(entry.practice for entry in self.services.store.entries(limit=20))
        if not any(name in scripts for name in names):
            names += FIRST_PRACTICES
        return tuple(scripts[name] for name in names if name in scripts)[:MOST_SUGGESTED]

    def programme(self) -> "Programme | None":
        """The programme of the group; None where its file can't be read, which home then tells."""
        if self._programme is None:
            try:
                self._programme = self.services.library.programme()
            except RelaxError as error:
                self._told = (str(error).splitlines()[0],)
        return self._programme

    def week(self) -> "Week | None":
        """Where the group is in its programme; None where the person goes their own way."""
        from relaxapp.practice.week import week

        programme = self.programme()
        if programme is None:
            return None
        return week(programme, self.settings.first_session, self.services.now().date())

    def week_in_words(self) -> str:
        """What this week is about, in one line."""
        found = self.week()
        if found is None:
            return ""
        if found.session is None:
            return _("Your group begins on {day}.").format(day=f"{found.following:%A %d %B}")
        return _("Session {number} of {of}: {title}. {aim}").format(
            number=found.session.number, of=found.of, title=found.session.title, aim=found.session.aim
        )

    def describe(self, name: str) -> str:
        """One line on the practice marked in the list."""
        if name == BREATHE_NOW:
            return _("Slow, easy breathing. Nothing is asked first.")
        if name == ALL_PRACTICES:
            return _("Every practice there is, at any time.")
        if name not in {script.id for script in self.scripts()}:
            return ""
        script = self.script(name)
        lengths = ", ".join(str(minutes) for minutes in script.lengths)
        return _("{summary}\n{lengths} minutes").format(summary=script.summary, lengths=lengths)

    def notice(self) -> str:
        """One quiet line for home."""
        if self._told:
            return self._told[0]
        if self._no_sound is not None:
            return str(self._no_sound)
        broken = self.services.library.mistakes()
        if broken:
            return next(iter(broken.values())).splitlines()[0]
        return self._week_in_words()

    def _week_in_words(self) -> str:
        from relaxapp.journal.summary import practised_days

        found = self.week()
        now = self.services.now()
        if found is not None and found.since is not None:
            days = practised_days(
                self.services.store.entries(since=found.since), now, days=(now.date() - found.since).days + 1
            )
            if not days:
                return ""
            return ngettext(
                "Practised on {days} day since your last group.",
                "Practised on {days} days since your last group.",
                days,
            ).format(days=days)
        days = practised_days(self.services.store.entries(limit=200), now, days=7)
        if not days:
            return ""
        return ngettext(
            "Practised on {days} day of the last 7.", "Practised on {days} days of the last 7.", days
        ).format(days=days)

    def themes(self) -> tuple[str, ...]:
        """The ready themes to avoid."""
        return tuple(self.lexicon().themes)

    def beds(self) -> tuple[str, ...]:
        """The backgrounds that break no promise."""
        from relaxapp.practice.beds import allowed_beds

        return allowed_beds(self.person(), self.lexicon())

    def bed_label(self, name: str) -> str:
        """A background as a person reads it."""
        from relaxapp.sound.bed_names import bed_label

        return bed_label(name)

    def voices(self) -> tuple[str, ...]:
        """The voices that are installed, the best first."""
        from relaxapp.sound.voices.usual import voices_there

        return voices_there()

    def voice_label(self, name: str) -> str:
        """A voice as a person reads it."""
        labels = {
            "festival": _("Festival, a woman's voice"),
            "espeak-ng": _("espeak-ng, clear and plain"),
            "system": _("the system's voice"),
        }
        return labels.get(name, _("the best there is"))

    def bed_for(self, script: "Script") -> str:
        """The person's own background, or the one the script suggests, unless it breaks a promise."""
        from relaxapp.practice.beds import bed_for

        return bed_for(script, self.person(), self.lexicon(), self.settings.bed)

    def suggestions(self, question: "Question") -> tuple[str, ...]:
        """The ready answers that break no promise."""
        from relaxapp.words.answers import allowed_suggestions

        return allowed_suggestions(question, self.person(), self.lexicon())

    def questioned(self, answer: str, question: "Question") -> str | None:
        """Why an answer would not be spoken, or None."""
        from relaxapp.words.answers import questioned

        return questioned(answer, question, self.person(), self.lexicon())

    def can_be_personal(self, script: "Script") -> bool:
        """Whether a practice asks anything."""
        return bool(script.questions) or script.technique == "pmr"

    def choices_in_words(self, script: "Script") -> str:
        """What of the person goes into a practice, in one line."""
        if script.technique == "breathing" and self.settings.breath_rate is not None:
            return _("It begins at your own {rate} breaths a minute.   (T measures them)").format(
                rate=f"{self.settings.breath_rate:g}"
            )
        answered = [self.answers[each.name] for each in script.questions if each.name in self.answers]
        if answered:
            return _("Yours: {answers}   (P changes them)").format(answers=", ".join(answered))
        if self.can_be_personal(script):
            return _("P makes it your own.")
        return ""

    # sound

    def studio(self) -> "Studio":
        """The voice and the beds, opened once."""
        if self._studio is None:
            self._studio = self.services.open_studio(self.settings.voice)
        return self._studio

    def player(self) -> "Player":
        """The sound device, or a silent clock where there is none: then home says so."""
        if self._player is None:
            try:
                self._player = self.services.open_player()
                self._player.warm()
            except RelaxError as error:
                self._no_sound = error
                self._player = self.services.silent_player()
                self._player.warm()
        self.set_volume(self._player)
        return self._player

    def set_volume(self, player: "Player") -> None:
        """The person's volumes."""
        if self.settings.muted:
            player.set_gains(0.0, 0.0)
        else:
            player.set_gains(self.settings.voice_volume, self.settings.bed_volume)

    @work(thread=True, exclusive=True, group="warm")
    def warm_up(self) -> None:
        """Start the voice and open the device while the person gets ready."""
        self.studio().warm()
        self.player()
        self.lexicon()

    # practising

    def breathe_now(self) -> None:
        """Two minutes, nothing asked beforehand."""
        self._practise(BREATHING, BREATHE_NOW_MINUTES)

    def practise(self, name: str) -> None:
        """Get ready for a practice, and do it."""
        self._practise(name, None)

    @work(exclusive=True, group="practice")
    async def _practise(self, name: str, minutes: float | None) -> None:
        """One practice from home to home."""
        from relaxapp.ui.flow import practise

        try:
            await practise(self, self.script(name), minutes)
        except PromiseError as error:
            from relaxapp.practice.others import others, with_others

            found = others(self.script(name), self.scripts(), self.person(), self.lexicon())
            await self._tell(with_others(error, found))
        except RelaxError as error:
            await self._tell(error)
        except KeyError:
            mistakes = self.services.library.mistakes().get(name, "")
            await self._tell(ScriptError(_("This practice can't be opened."), mistakes))

    async def _tell(self, error: RelaxError) -> None:
        from relaxapp.ui.screens.reading import ReadingScreen

        await self.push_screen_wait(ReadingScreen(error.message, error.hint))

    @work(thread=True, group="prepare", exit_on_error=False)
    def start_preparing(self, order: "Order") -> "Prepared":
        """A practice ready to play; made in the background so that the screen stays awake."""
        from relaxapp.practice.practice import PATIENCE
        from relaxapp.session import prepare

        self.studio().warm()
        self.player()
        return prepare(order, self.lexicon(), self.studio(), patience=PATIENCE)

    def new_practice(self, conductor: "Conductor") -> "Practice":
        """A practice joined to this computer's player and journal."""
        from relaxapp.practice.practice import Practice

        self._practice = Practice(conductor, self.services, self.studio(), self.player(), self.lexicon())
        self._practice.trouble = self._no_sound
        return self._practice

    @work(thread=True, group="sound check")
    def play_sound_check(self, screen: "SoundCheckScreen") -> None:
        """Make the sound check ready; its screen plays it, unless the person has gone on already."""
        from relaxapp.practice.sound_check import MINUTES, sound_check
        from relaxapp.session import Order, prepare

        order = Order(sound_check(), self.person(), MINUTES, "none")
        try:
            prepared = prepare(order, self.lexicon(), self.studio())
        except RelaxError as error:
            self.call_from_thread(screen.tell, str(error))
            return
        player = self.player()
        trouble = self._no_sound or prepared.trouble
        self.call_from_thread(screen.play, player, prepared.source, str(trouble or ""))

    @work(exclusive=True, group="practice")
    async def _rate_after_waking(self, entry: "Entry") -> None:
        """The ratings that waited for the morning."""
        from relaxapp.practice.conductor import Conductor
        from relaxapp.ui.flow import rate

        conductor = Conductor.on_waking(entry)
        await rate(self, conductor)
        self.warm_up()

    # other screens

    def ask_personal(self, script: "Script") -> None:
        """A script's questions; the muscle practice asks about the body instead."""
        self._ask_personal(script)

    @work(exclusive=True, group="personal")
    async def _ask_personal(self, script: "Script") -> None:
        from relaxapp.ui.flow import ask_about_muscles
        from relaxapp.ui.screens.personal import PersonalScreen

        if script.technique == "pmr":
            await ask_about_muscles(self)
        if script.questions:
            asked_before = f"questions:{script.id}" in self.settings.offers
            questions = script.questions if asked_before else script.questions[:FIRST_QUESTIONS]
            self.change(offers=self.settings.offers | {f"questions:{script.id}"})
            await self.push_screen_wait(PersonalScreen(questions))

    def choose_of_all(self) -> None:
        """Every practice."""
        self._choose_of_all()

    @work(exclusive=True, group="choosing")
    async def _choose_of_all(self) -> None:
        from relaxapp.ui.screens.practices import PracticesScreen

        chosen = await self.push_screen_wait(PracticesScreen(self.scripts()))
        if chosen:
            self.practise(chosen)

    @work(exclusive=True, group="choosing")
    async def action_programme(self) -> None:
        """The programme of the group."""
        from relaxapp.ui.screens.programme import ProgrammeScreen

        programme, now = self.programme(), self.week()
        if programme is None:
            return
        number = now.session.number if now is not None and now.session is not None else None
        chosen = await self.push_screen_wait(ProgrammeScreen(programme, number))
        if chosen:
            self.practise(chosen)

    @work(exclusive=True, group="group day")
    async def open_group_day(self) -> None:
        """When the group meets; whoever goes their own way is not asked again."""
        from relaxapp.practice.week import first_day
        from relaxapp.ui.screens.group_day import GroupDayScreen

        programme = self.programme()
        if programme is None:
            return
        told = await self.push_screen_wait(GroupDayScreen(programme))
        self.change(offers=self.settings.offers | {GROUP_DAY})
        if told is None:
            self.change(first_session=None, group_weekday=None)
        else:
            first = first_day(*told, self.services.now().date())
            self.change(first_session=first, group_weekday=told[1])

    @work(exclusive=True, group="measuring")
    async def measure_breath(self) -> None:
        """The person's own rate of breathing, which practices begin with."""
        from relaxapp.ui.screens.tapping import TappingScreen

        rate = await self.push_screen_wait(TappingScreen())
        if rate is not None:
            self.change(breath_rate=rate)

    def read_first(self, script: "Script", minutes: int) -> None:
        """All the words of a practice, as this person would hear them."""
        from relaxapp.ui.screens.reading import ReadingScreen
        from relaxapp.words.personalise import personalise
        from relaxapp.words.prose import prose

        try:
            text = prose(personalise(script, self.person(), minutes, self.lexicon()))
        except RelaxError as error:
            text = str(error)
        self.push_screen(ReadingScreen(script.title, text))

    def open_areas(self) -> None:
        """Parts of the body."""
        from relaxapp.ui.screens.areas import AreasScreen

        self.push_screen(AreasScreen())

    def open_pattern(self) -> None:
        """A breath of one's own."""
        from relaxapp.ui.screens.pattern import PatternScreen

        self.push_screen(PatternScreen())

    def open_avoid(self) -> None:
        """Words to avoid."""
        from relaxapp.ui.screens.avoid import AvoidScreen

        self.push_screen(AvoidScreen())

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

    def action_journal(self) -> None:
        """The journal."""
        from relaxapp.journal.export.as_text import full_text, line
        from relaxapp.ui.screens.journal import JournalScreen

        entries = self.services.store.entries(limit=500)
        self.push_screen(JournalScreen([(line(entry), full_text(entry)) for entry in entries]))
