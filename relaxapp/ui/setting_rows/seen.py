"""What is seen."""

from typing import TYPE_CHECKING

from relaxapp.journal.settings import Theme
from relaxapp.translation import _
from relaxapp.ui.crisis_lines import countries
from relaxapp.ui.setting_rows.row import Group, Row, flag, step, yes_no

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


def seen(_app: "RelaxApp") -> Group:
    """Colours, letters and the numbers to call."""
    codes = tuple(countries())
    return Group(
        _("What is seen"),
        (
            Row(
                "theme",
                _("Colours"),
                lambda s: _("light") if s.theme is Theme.LIGHT else _("dark"),
                lambda s, _by: {"theme": Theme.DARK if s.theme is Theme.LIGHT else Theme.LIGHT},
            ),
            Row(
                "big_letters",
                _("Big words in a practice"),
                lambda s: yes_no(s.big_letters),
                flag("big_letters"),
            ),
            Row(
                "hints",
                _("A hint on home when something got in the way"),
                lambda s: yes_no(s.hints),
                flag("hints"),
            ),
            Row(
                "country",
                _("Crisis lines in Help"),
                lambda s: countries().get(s.country, countries()["US"]).country,
                lambda s, by: {"country": step(codes, s.country or "US", by)},
            ),
        ),
    )
