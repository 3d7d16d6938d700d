"""What is heard."""

from typing import TYPE_CHECKING

from relaxapp.journal.settings import BreathCue, Settings
from relaxapp.practice.beds import allowed_beds
from relaxapp.sound.bed_names import bed_label
from relaxapp.sound.voices.usual import voices_there
from relaxapp.translation import _, ngettext
from relaxapp.ui.setting_rows.row import Group, Row, Typed, flag, percent, step, volume, yes_no

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


PLAYS_ON = (0, 5, 10, 20, 30, 45, 60)
"""Minutes for which the background may play on."""


def sound(app: "RelaxApp") -> Group:
    """Voice, background and tones."""
    there = {voice.id: voice.name for voice in voices_there(app.services.voices)}
    voices = ("", *there)
    return Group(
        _("What is heard"),
        (
            Row(
                "voice_volume",
                _("Voice volume"),
                lambda s: percent(s.voice_volume),
                volume("voice_volume"),
            ),
            Row(
                "bed_volume",
                _("Background volume"),
                lambda s: percent(s.bed_volume),
                volume("bed_volume"),
            ),
            Row(
                "voice",
                _("Voice"),
                lambda s: there.get(s.voice, _("the best there is")),
                lambda s, by: {"voice": step(voices, s.voice, by)},
            ),
            Row("tune_voice", _("Tune the voice by ear"), _tuning_in_words, opens=_open_tuning),
            Row("muted", _("Silent, words only"), lambda s: yes_no(s.muted), flag("muted")),
            Row(
                "bed",
                _("Background"),
                lambda s: bed_label(s.bed) if s.bed else _("as the practice suggests"),
                lambda s, by: {"bed": step(("", *_beds(app)), s.bed, by)},
            ),
            Row(
                "own_bed",
                _("A background of my own"),
                lambda s: s.own_bed or _("none"),
                typed=Typed(
                    lambda _settings: "",
                    lambda app, words: app.go("take_own_bed", words),
                    _("A sound file: drag it here, or type where it lies"),
                    longest=1000,
                ),
            ),
            Row(
                "plays_on",
                _("Background plays on afterwards"),
                lambda s: _minutes(s.plays_on) if s.plays_on else _("no"),
                lambda s, by: {"plays_on": step(PLAYS_ON, s.plays_on, by)},
            ),
            Row(
                "breath_cue",
                _("In and out are told by"),
                lambda s: _breath_cues()[s.breath_cue],
                lambda s, by: {"breath_cue": step(tuple(BreathCue), s.breath_cue, by)},
            ),
            Row(
                "balance",
                _("Left and right ear"),
                lambda s: _balance(s.balance),
                lambda s, by: {"balance": round(min(1.0, max(-1.0, s.balance + by / 5)), 1)},
            ),
            Row("mono", _("The same in both ears"), lambda s: yes_no(s.mono), flag("mono")),
            Row(
                "device",
                _("Sound device"),
                lambda s: s.device or _("the usual one"),
                lambda s, by: {"device": step(("", *app.services.devices()), s.device, by)},
            ),
        ),
    )


def _tuning_in_words(settings: Settings) -> str:
    return _("{speed} words a minute").format(speed=settings.voice_speed)


def _open_tuning(app: "RelaxApp") -> None:
    app.go("tune_voice")


def _beds(app: "RelaxApp") -> tuple[str, ...]:
    return allowed_beds(app.person(), app.shelf.lexicon(), own=bool(app.settings.own_bed))


def _minutes(minutes: int) -> str:
    return ngettext("{minutes} minute", "{minutes} minutes", minutes).format(minutes=minutes)


def _breath_cues() -> dict[BreathCue, str]:
    return {
        BreathCue.TONES: _("two soft tones"),
        BreathCue.SWELL: _("a rushing like breath"),
        BreathCue.WORD: _("a soft word"),
        BreathCue.NONE: _("nothing"),
    }


def _balance(balance: float) -> str:
    if balance == 0:
        return _("both alike")
    words = _("the left louder, {percent}") if balance < 0 else _("the right louder, {percent}")
    if abs(balance) == 1:
        words = _("only the left") if balance < 0 else _("only the right")
    return words.format(percent=percent(abs(balance)))
