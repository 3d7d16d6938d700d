"""The person's settings, and how each is kept: a row of the journal whose value is JSON."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import Any

from relaxapp.translation import _

MOST_PACED_MINUTES = 60
"""Minutes at most that one is active, or rests, at a time."""
MOST_PACED_ROUNDS = 12


class Theme(StrEnum):
    """The colours of the screens."""

    DARK = "dark"
    LIGHT = "light"


class BreathCue(StrEnum):
    """What tells breathing in from breathing out, with eyes closed."""

    TONES = "tones"
    SWELL = "swell"
    WORD = "word"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose; the defaults are those of someone who chose nothing yet."""

    # what is heard
    bed: str = ""
    """The bed under every practice; empty: the one its script suggests."""
    voice: str = ""
    """The name of the voice; empty: the one the program finds."""
    voice_speed: int = 125
    """Words a minute of plain lines."""
    voice_pitch: int = 45
    """0 to 100; 45 is the voice's own."""
    voice_breath: float = 0.15
    """Seconds of breath added to each pause inside a line, such as at a comma."""
    voice_warm: bool = True
    """Whether the voice is softened, with a little room around it."""
    voice_volume: float = 0.8
    """How loud the voice is, 0 to 1."""
    bed_volume: float = 0.5
    """How loud the bed is, 0 to 1."""
    muted: bool = False
    """Whether nothing is heard at all, and the words are read."""
    breath_cue: BreathCue = BreathCue.TONES
    """What tells breathing in from breathing out."""
    mono: bool = False
    """Whether both ears get the same."""
    balance: float = 0.0
    """-1: the left ear alone; 0: both alike; 1: the right ear alone."""
    plays_on: int = 0
    """Minutes for which the background goes on when a practice is over."""
    device: str = ""
    """The sound device by name; empty: the usual one of the system."""
    own_bed: str = ""
    """The name of the file that the person's own sound was read from, for showing; empty: there is none."""

    # what is seen
    theme: Theme = Theme.DARK
    """The colours of the screens."""
    big_letters: bool = False
    """Whether the words being spoken are shown in big letters."""
    language: str = ""
    """The language of the screens, as a BCP 47 tag; empty: the one of the system."""
    country: str = ""
    """The country whose crisis lines Help shows, as ISO 3166 alpha-2; empty: not chosen yet."""

    # what is practised, and how
    last_minutes: Mapping[str, int] = field(default_factory=dict)
    """The length last chosen, in minutes, by the id of the practice."""
    favourites: frozenset[str] = frozenset()
    """The ids of the practices that the person marked, to find them again."""
    asleep: bool = False
    """Whether practices end in sleep rather than alert."""
    breath_rate: float | None = None
    """Breaths a minute, measured or chosen; None: neither yet."""
    pattern: tuple[float, float, float, float] | None = None
    """One breath of the person's own, in seconds: in, hold, out, rest; None: none made up."""
    leave_out: frozenset[str] = frozenset()
    """Names of body areas that are never mentioned."""
    release_only: frozenset[str] = frozenset()
    """Names of body areas that are let go but never tensed."""
    avoid: tuple[str, ...] = ()
    """Themes and words that are never spoken or shown, in the order they were given."""
    cue_word: str = ""
    """The person's cue word; empty: the one of the script."""
    pacing: tuple[int, int, int] = (10, 5, 2)
    """Activity by quota, as it was last chosen: minutes active, minutes of rest, rounds."""

    hints: bool = True
    """Whether home says what may suit after something got in the way."""

    # what was asked already
    first_start_done: bool = False
    """Whether the sound was tried at the first start."""
    muscle_question_asked: bool = False
    """Whether the question before the first muscle practice (leave out, tense, only let go) was answered."""
    offers: frozenset[str] = frozenset()
    """What was offered once and taken, or refused for good: "group day", "questions:SCRIPT" and others."""
    first_session: date | None = None
    """The day of the group's first session; None: not told, or the person goes their own way."""
    group_weekday: int | None = None
    """The day of the week of the group, 0 for Monday to 6 for Sunday; None: not told."""
    weekly_peg: bool = False
    """Whether home reminds of the week in three questions (PEG)."""


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def _country(value: object) -> str:
    text = _text(value)
    if text and re.fullmatch("[A-Z]{2}", text) is None:
        raise ValueError(value)
    return text


def _number(lowest: float, highest: float) -> Callable[[object], float]:
    def read(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not lowest <= value <= highest:
            raise ValueError(value)
        return float(value)

    return read


def _whole(lowest: int, highest: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            raise ValueError(value)
        return value

    return read


def _unless_none(read: Callable[[object], object]) -> Callable[[object], object]:
    return lambda value: None if value is None else read(value)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(value)
    return tuple(_text(item) for item in value)


def _names(value: object) -> frozenset[str]:
    return frozenset(_texts(value))


def _pattern(value: object) -> tuple[float, ...]:
    if not isinstance(value, list) or len(value) != 4:
        raise ValueError(value)
    inhale, hold, exhale, rest = value
    flowing, held = _number(1, 20), _number(0, 20)
    return (flowing(inhale), held(hold), flowing(exhale), held(rest))


def _pacing(value: object) -> tuple[int, int, int]:
    if not isinstance(value, list) or len(value) != 3:
        raise ValueError(value)
    active, rest, rounds = value
    minutes = _whole(1, MOST_PACED_MINUTES)
    return (minutes(active), minutes(rest), _whole(1, MOST_PACED_ROUNDS)(rounds))


def _day(value: object) -> date:
    return date.fromisoformat(_text(value))


def _theme(value: object) -> Theme:
    return Theme(_text(value))


def _breath_cue(value: object) -> BreathCue:
    """Earlier versions kept whether there were tones."""
    if isinstance(value, bool):
        return BreathCue.TONES if value else BreathCue.NONE
    return BreathCue(_text(value))


def _minutes_by_practice(value: object) -> Mapping[str, int]:
    if not isinstance(value, dict):
        raise ValueError(value)
    minutes = _whole(1, 24 * 60)
    return {_text(name): minutes(number) for name, number in value.items()}


_READERS: Mapping[str, Callable[[object], object]] = {
    "bed": _text,
    "voice": _text,
    "voice_speed": _whole(80, 180),
    "voice_pitch": _whole(0, 100),
    "voice_breath": _number(0, 2),
    "voice_warm": _flag,
    "voice_volume": _number(0, 1),
    "bed_volume": _number(0, 1),
    "muted": _flag,
    "breath_cue": _breath_cue,
    "mono": _flag,
    "balance": _number(-1, 1),
    "plays_on": _whole(0, 60),
    "device": _text,
    "own_bed": _text,
    "theme": _theme,
    "big_letters": _flag,
    "language": _text,
    "country": _country,
    "last_minutes": _minutes_by_practice,
    "favourites": _names,
    "asleep": _flag,
    "breath_rate": _unless_none(_number(1, 60)),
    "pattern": _unless_none(_pattern),
    "leave_out": _names,
    "release_only": _names,
    "avoid": _texts,
    "cue_word": _text,
    "pacing": _pacing,
    "hints": _flag,
    "first_start_done": _flag,
    "muscle_question_asked": _flag,
    "offers": _names,
    "first_session": _unless_none(_day),
    "group_weekday": _unless_none(_whole(0, 6)),
    "weekly_peg": _flag,
}


@dataclass(frozen=True, slots=True)
class KeptSettings:
    """The settings as they could be read."""

    settings: Settings
    """What was kept, with defaults for what was not, or could not be read."""
    damaged: frozenset[str] = frozenset()
    """Names of the settings that could not be read."""
    put_back: frozenset[str] = frozenset()
    """Names of the settings put back to their defaults: those, and what hangs on them."""

    def told(self) -> tuple[str, ...]:
        """One sentence for each setting that could not be read."""
        sentence = _("The setting {name} could not be read from the journal, so it is as it was at first.")
        return tuple(sentence.format(name=name.replace("_", " ")) for name in sorted(self.damaged))


def read_settings(rows: Mapping[str, str]) -> KeptSettings:
    """Settings from the rows of the journal, JSON by name. Names from a later version are passed over.

    Where the areas that must not be mentioned or tensed could not be read, the question about them counts as
    not asked, so that it is asked again before the next muscle practice.
    """
    values: dict[str, Any] = {}
    damaged: set[str] = set()
    for name, read in _READERS.items():
        if name not in rows:
            continue
        try:
            values[name] = read(json.loads(rows[name]))
        except (ValueError, RecursionError):
            damaged.add(name)
    put_back = set(damaged)
    if damaged & {"leave_out", "release_only"}:
        values.pop("muscle_question_asked", None)
        put_back.add("muscle_question_asked")
    return KeptSettings(Settings(**values), frozenset(damaged), frozenset(put_back))


def changed_rows(before: KeptSettings, after: Settings, now: KeptSettings | None = None) -> dict[str, str]:
    """The rows that must be written so that `after` is kept, JSON by name.

    Only what changed is written, so that two programs that are open at once don't undo each other's choices,
    and what a person never chose follows the defaults of later versions. Damaged rows are mended.
    `now`: what is kept at this moment, where another program may have written since `before`.

    Raises ValueError where a value could not be read back.
    """
    now = now or before
    rows = {}
    for name in (each.name for each in fields(Settings)):
        known, value = getattr(before.settings, name), getattr(after, name)
        if value != known or name in before.put_back & now.put_back:
            if name not in now.damaged:
                value = _with_others(name, known, value, getattr(now.settings, name))
            rows[name] = _as_json(value)
            _READERS[name](json.loads(rows[name]))
    return rows


def _with_others(name: str, before: Any, after: Any, now: Any) -> Any:
    """`after`; of what holds several, with what another program put in or took out since `before`."""
    if now == before:
        return after
    if isinstance(after, frozenset):
        return (now | (after - before)) - (before - after)
    if isinstance(after, Mapping):
        left = {key: value for key, value in now.items() if key in after or key not in before}
        return left | {key: value for key, value in after.items() if before.get(key) != value}
    if name == "avoid":
        others = [each for each in now if each in after or each not in before]
        return (*others, *(each for each in after if each not in (*before, *now)))
    return after


def _as_json(value: object) -> str:
    if isinstance(value, frozenset):
        value = sorted(value)
    elif isinstance(value, Mapping):
        value = dict(value)
    elif isinstance(value, date):
        value = value.isoformat()
    return json.dumps(value, allow_nan=False)
