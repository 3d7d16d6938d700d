"""A practice at the moment it begins: what was voiced since it was made ready is in it."""

from dataclasses import replace

from relaxapp.session import Prepared, Studio, mixed
from relaxapp.timing.events import ClipLate, ClipsArrived
from relaxapp.timing.frames import frames
from relaxapp.timing.revise import revise

HELD_BACK = 2.5
"""Seconds of silence before a first line that is still being voiced: what is nearer to the beginning is on
its way to the ear before the clip can arrive."""


def begun(prepared: Prepared, studio: Studio) -> Prepared:
    """The practice as it is when it begins: with the lines that were voiced since it was made ready.

    The first line waits where it is still being voiced.
    """
    plan, voicing = prepared.plan, prepared.voicing
    arrived = voicing.arrived()
    if arrived:
        plan = revise(plan, ClipsArrived(arrived), 0)
    if voicing.is_late(plan, 0, frames(HELD_BACK)):
        plan = revise(plan, ClipLate(frames(HELD_BACK)), 0)
    if plan is prepared.plan:
        return prepared
    source = mixed(plan, prepared.order, studio, prepared.source.bed)
    return replace(prepared, plan=plan, source=source)
