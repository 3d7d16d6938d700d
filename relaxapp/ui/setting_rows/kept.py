"""The group, and what is kept."""

from calendar import day_name
from typing import TYPE_CHECKING

from relaxapp.days import short_day
from relaxapp.journal.settings import Settings
from relaxapp.translation import _
from relaxapp.ui.setting_rows.row import Group, Row, flag, yes_no

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


def kept(_app: "RelaxApp") -> Group:
    """When the group meets, and what can be forgotten."""
    return Group(
        _("My group, and what is kept"),
        (
            Row("group_day", _("When my group meets"), _group_in_words, opens=_open_group_day),
            Row(
                "weekly_peg",
                _("Remind me of the week in three questions"),
                lambda s: yes_no(s.weekly_peg),
                flag("weekly_peg"),
            ),
            Row("forget", _("Forget what is kept"), lambda _s: "", opens=_open_forget),
        ),
    )


def _group_in_words(settings: Settings) -> str:
    if settings.first_session is None:
        return _("not told")
    return _("{weekday}, first on {day}").format(
        weekday=day_name[settings.first_session.weekday()], day=short_day(settings.first_session)
    )


def _open_group_day(app: "RelaxApp") -> None:
    app.go("group_day")


def _open_forget(app: "RelaxApp") -> None:
    app.go("forget")
