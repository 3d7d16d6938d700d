"""Activity by quota, without the app."""

import click

from relaxapp.translation import _


@click.command()
@click.option("--active", type=int, metavar=_("MINUTES"), help=_("Minutes active; otherwise as last time."))
@click.option("--rest", type=int, metavar=_("MINUTES"), help=_("Minutes of rest; otherwise as last time."))
@click.option("--rounds", type=int, metavar=_("ROUNDS"), help=_("How often; otherwise as last time."))
def pace(active: int | None, rest: int | None, rounds: int | None) -> None:
    """Minutes active, minutes of rest, line by line. In the app: More, then Pace an activity."""
    from dataclasses import astuple, replace

    from relaxapp.commands.asked import person
    from relaxapp.commands.play import play_plain
    from relaxapp.parts import services
    from relaxapp.practice.pacing import PACING, Quota, paced
    from relaxapp.session import Order

    parts = services()
    settings = parts.store.settings()
    given = zip((active, rest, rounds), settings.pacing, strict=True)
    quota = Quota(*(last if asked is None else asked for asked, last in given))
    parts.store.save_settings(replace(settings, pacing=astuple(quota)))
    who = replace(person(parts), asleep=False)
    play_plain(parts, Order(paced(parts.library.find(PACING), quota), who, quota.minutes, "none"))
