"""What home says: the week of the group, what is suggested, and one quiet line."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from relaxapp.journal.settings import Settings
from relaxapp.journal.times import latest_day
from relaxapp.practice.services import Services
from relaxapp.practice.shelf import Shelf
from relaxapp.translation import _, ngettext

if TYPE_CHECKING:
    from relaxapp.practice.week import Week
    from relaxapp.words.script import Script

FIRST_PRACTICES = ("paced-breathing", "muscle-relaxation", "a-place-of-your-own", "easing-pain")
"""What is suggested before anything is known."""
MOST_SUGGESTED = 4
DAYS_WITHOUT_GROUP = 7
"""How many days are looked back on where no group day is known."""


@dataclass(frozen=True, slots=True)
class Home:
    """Home as it is now."""

    shelf: Shelf
    """The practices."""
    services: Services
    """The journal and the clock."""
    settings: Settings
    """What the person chose."""
    troubles: tuple[str, ...] = ()
    """What went wrong before: a setting that could not be read, no sound; told before anything else."""

    def week(self) -> "Week | None":
        """Where the group is in its programme; None where the person goes their own way."""
        from relaxapp.practice.week import week

        programme = self.shelf.programme()
        if programme is None:
            return None
        return week(programme, self.settings.first_session, self.services.now().date())

    def week_in_words(self) -> str:
        """What this week is about, in one line."""
        found = self.week()
        if found is None:
            return ""
        if found.session is None:
            assert found.following is not None
            day = f"{found.following:%A} {found.following.day} {found.following:%B}"
            return _("Your group begins on {day}.").format(day=day)
        return _("Session {number} of {of}: {title}. {aim}").format(
            number=found.session.number, of=found.of, title=found.session.title, aim=found.session.aim
        )

    def suggested(self) -> tuple["Script", ...]:
        """The practices of the week; without a group day, those done last, then the first there are."""
        week = self.week()
        names: tuple[str, ...] = ()
        if week is not None and week.session is not None:
            names = week.session.practices
        if not any(name in self.shelf for name in names):
            done = (entry.practice for entry in self.services.store.entries(limit=20))
            names = (*done, *FIRST_PRACTICES)
        there = (self.shelf.script(name) for name in dict.fromkeys(names) if name in self.shelf)
        return tuple(there)[:MOST_SUGGESTED]

    def notice(self) -> str:
        """One quiet line: the first thing there is to say."""
        return self._trouble() or self._hint() or self._week_asked() or self._practised()

    def _hint(self) -> str:
        """What may suit after what got in the way, unless hints are turned off."""
        from relaxapp.practice.hint import LOOKED_BACK, hint

        if not self.settings.hints:
            return ""
        return hint(self.services.store.entries(limit=2 * LOOKED_BACK))

    def _trouble(self) -> str:
        """What went wrong, in one line."""
        if self.troubles:
            return self.troubles[0]
        if self.shelf.trouble is not None:
            return str(self.shelf.trouble).splitlines()[0]
        broken = self.shelf.mistakes()
        return next(iter(broken.values())).splitlines()[0] if broken else ""

    def _week_asked(self) -> str:
        """Where the person wants it: that the week in three questions was not answered yet."""
        today = self.services.now().date()
        since = today - timedelta(days=DAYS_WITHOUT_GROUP - 1)
        if not self.settings.weekly_peg or self.services.store.pegs(since, latest_day(today)):
            return ""
        return _("The week in three questions is in the journal: J, then N.")

    def _practised(self) -> str:
        """On how many days there was a practice, since the last group or of late."""
        from relaxapp.practice.week import last_group

        settings, today = self.settings, self.services.now().date()
        group = last_group(self.shelf.programme(), settings.first_session, settings.group_weekday, today)
        since = group or today - timedelta(days=DAYS_WITHOUT_GROUP - 1)
        days = self.services.store.practised_days(since, latest_day(today))
        if group is not None:
            words = ngettext(
                "Practised on {days} day since your last group.",
                "Practised on {days} days since your last group.",
                days,
            )
        else:
            words = ngettext(
                "Practised on {days} day of the last 7.", "Practised on {days} days of the last 7.", days
            )
        return words.format(days=days) if days else ""


def description(script: "Script") -> str:
    """A practice in two lines: what it is, and how long it may be."""
    lengths = ", ".join(str(minutes) for minutes in script.lengths)
    told = ngettext("{summary}\n{lengths} minute", "{summary}\n{lengths} minutes", script.lengths[-1])
    return told.format(summary=script.summary, lengths=lengths)
