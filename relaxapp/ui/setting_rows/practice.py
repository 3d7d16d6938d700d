"""What of the person goes into every practice."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from relaxapp.journal.settings import Settings
from relaxapp.practice.area_choices import AreaChoice, choice
from relaxapp.practice.area_names import offered_areas
from relaxapp.translation import _
from relaxapp.ui.setting_rows.row import Group, Row, Typed, flag, step

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp

RATES = (None, 10.0, 9.0, 8.0, 7.0, 6.0)
"""Breaths a minute that may be chosen; None: not told."""


def practice(_app: "RelaxApp") -> Group:
    """Breath, body and words."""
    return Group(
        _("My practice"),
        (
            Row(
                "breath_rate",
                _("My breaths a minute at the start"),
                lambda s: _("not told") if s.breath_rate is None else f"{s.breath_rate:g}",
                lambda s, by: {"breath_rate": step(RATES, s.breath_rate, by)},
            ),
            Row("pattern", _("A breath of my own"), _pattern_in_words, opens=_open_pattern),
            Row(
                "asleep",
                _("Practices end"),
                lambda s: _("asleep") if s.asleep else _("awake"),
                flag("asleep"),
            ),
            Row("areas", _("Left out, or only let go"), _areas_in_words, opens=_open_areas),
            Row(
                "avoid",
                _("Words to avoid"),
                lambda s: ", ".join(s.avoid) if s.avoid else _("none"),
                opens=_open_avoid,
            ),
            Row(
                "cue_word",
                _("My cue word"),
                lambda s: s.cue_word or _("not chosen"),
                typed=Typed(
                    lambda s: s.cue_word,
                    lambda app, word: app.keep_cue_word(word),
                    _("A word or two that mean ease to you"),
                ),
            ),
        ),
    )


def _pattern_in_words(settings: Settings) -> str:
    if settings.pattern is None:
        return _("not made up")
    return "-".join(f"{seconds:g}" for seconds in settings.pattern)


def _areas_in_words(settings: Settings) -> str:
    told = []
    if settings.leave_out:
        told.append(_("left out: {areas}").format(areas=_named(settings.leave_out)))
    if choice("body", (), settings.release_only) is AreaChoice.LET_GO:
        told.append(_("only letting go"))
    elif settings.release_only:
        told.append(_("only letting go: {areas}").format(areas=_named(settings.release_only)))
    return "; ".join(told) or _("none")


def _named(areas: Collection[str]) -> str:
    names = offered_areas()
    return ", ".join(names.get(area, area) for area in sorted(areas))


def _open_pattern(app: "RelaxApp") -> None:
    from relaxapp.ui.screens.pattern import PatternScreen

    app.push_screen(PatternScreen())


def _open_areas(app: "RelaxApp") -> None:
    from relaxapp.ui.screens.areas import AreasScreen

    app.push_screen(AreasScreen())


def _open_avoid(app: "RelaxApp") -> None:
    from relaxapp.ui.screens.avoid import AvoidScreen

    app.push_screen(AvoidScreen())
