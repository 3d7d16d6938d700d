"""The group, and what is kept."""

from calendar import day_name
from typing import TYPE_CHECKING

from relaxapp.journal.settings import Settings
from relaxapp.translation import _
from relaxapp.ui.setting_rows.row import Group, Row

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


def kept(_app: "RelaxApp") -> Group:
    """When the group meets, and what can be forgotten."""
    return Group(
        _("My group, and what is kept"),
        (
            Row("group_day", _("When my group meets"), _group_in_words, opens=_open_group_day),
            Row("forget", _("Forget my answers"), lambda _s: "", opens=_forget_answers),
        ),
    )


def _group_in_words(settings: Settings) -> str:
    if settings.first_session is None:
        return _("not told")
    return _("{weekday}, first on {day}").format(
        weekday=day_name[settings.first_session.weekday()], day=f"{settings.first_session:%d %b}"
    )


def _open_group_day(app: "RelaxApp") -> None:
    app.go("group_day")


def _forget_answers(app: "RelaxApp") -> str:
    app.forget_answers()
    return _("Your answers are forgotten, and what was spoken of them is deleted.")
