"""What is heard."""

from typing import TYPE_CHECKING

from relaxapp.journal.settings import Settings
from relaxapp.practice.beds import allowed_beds
from relaxapp.sound.bed_names import bed_label
from relaxapp.sound.voices.usual import voices_there
from relaxapp.translation import _
from relaxapp.ui.setting_rows.row import Group, Row, flag, percent, step, volume, yes_no

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


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
                "breath_cue",
                _("Soft tones for in and out"),
                lambda s: yes_no(s.breath_cue),
                flag("breath_cue"),
            ),
        ),
    )


def _tuning_in_words(settings: Settings) -> str:
    return _("{speed} words a minute").format(speed=settings.voice_speed)


def _open_tuning(app: "RelaxApp") -> None:
    app.go("tune_voice")


def _beds(app: "RelaxApp") -> tuple[str, ...]:
    return allowed_beds(app.person(), app.shelf.lexicon())
