"""A plan as it was played: the revisions joined, and ended where it was ended."""

from relaxapp.timing.draft import TAIL
from relaxapp.timing.layout import lay_out
from relaxapp.timing.plan import Plan
from relaxapp.timing.revisions.leave import leave_all


def as_played(plan: Plan, heard: int) -> Plan:
    """What was heard of the last revision of a plan, up to frame `heard`.

    A revision keeps, frame by frame, all that is over: so the last one joins them all, with every silence as
    it was held. Ended before its end, a line that was being said is said whole, and a short silence follows.
    """
    if heard >= plan.frames - TAIL:
        return plan
    items = leave_all(plan.items, max(heard, 0), TAIL)
    frames = sum(item.frames for item in items)
    titles = [span.title for span in plan.sections]
    return lay_out(items, titles, plan.elasticity, frames, plan.limits, plan.promises)
