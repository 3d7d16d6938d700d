"""Revising a plan: what happens while it is played changes only what is still to come."""

from relaxapp.timing.breathing import Limits
from relaxapp.timing.cues import Cue
from relaxapp.timing.events import (
    ClipLate,
    ClipsArrived,
    Event,
    FasterBreath,
    GoOn,
    GoToEnd,
    Hold,
    LeaveSection,
    Repeat,
    SlowerBreath,
    Stretch,
)
from relaxapp.timing.items import Item, Spoken, lines_of
from relaxapp.timing.layout import lay_out
from relaxapp.timing.plan import Plan
from relaxapp.timing.revisions.clips import arrive
from relaxapp.timing.revisions.divide import divide
from relaxapp.timing.revisions.go_on import go_on
from relaxapp.timing.revisions.hold import hold
from relaxapp.timing.revisions.leave import go_to_end, leave_section
from relaxapp.timing.revisions.rate import faster, paced, present_rate, slower
from relaxapp.timing.revisions.repeat import repeat
from relaxapp.timing.revisions.stretch import stretch
from relaxapp.words.script import Say


def revise(plan: Plan, event: Event, frozen_until: int) -> Plan:
    """The plan after `event`; what happens before frame `frozen_until` stays as it is, frame by frame.

    A line or a sound that has begun by then stays whole. A silence, a tensing, a release or a stretch of
    breathing that has begun may end earlier or later, but not before `frozen_until`. Lines are never
    re-ordered, and none is lost but by leaving a section. Clips that arrive, or are late, leave the length
    asked for as it is; what the person does moves it.
    """
    frame = min(max(frozen_until, 0), plan.frames)
    match event:
        case ClipsArrived(lengths=lengths):
            items, f = arrive(plan.items, frame, lengths, plan.asked, plan.elasticity, plan.limits)
            return _made(plan, items, plan.asked, f=f)
        case ClipLate(frames=frames):
            return _made(plan, hold(plan.items, frame, frames), plan.asked)
        case SlowerBreath() | FasterBreath():
            return _at_another_rate(plan, event, frame)
        case _:
            return _moved(plan, _by_the_person(plan, event, frame))


def _by_the_person(
    plan: Plan, event: Hold | Repeat | GoOn | LeaveSection | GoToEnd | Stretch, frame: int
) -> tuple[Item, ...]:
    match event:
        case Hold(frames=frames):
            return hold(plan.items, frame, frames)
        case Repeat(line=line, silence=silence):
            heard = line or plan.at(max(frame - 1, 0)).line
            if heard is None:
                return plan.items
            return repeat(plan.items, frame, _spoken(plan, heard), plan.limits, silence)
        case GoOn():
            return go_on(plan.items, frame, plan.limits)
        case LeaveSection():
            return leave_section(plan.items, frame)
        case GoToEnd():
            return go_to_end(plan.items, frame)
        case Stretch(factor=factor):
            return stretch(plan.items, frame, factor)


def _spoken(plan: Plan, cue: Cue) -> Spoken:
    """The line of a cue, to be said again."""
    lines = (line for item in plan.items for line in lines_of(item))
    estimated = any(line.estimated for line in lines if line.say == cue.say)
    return Spoken(cue.section, cue.say or Say(""), cue.end - cue.start, estimated)


def _at_another_rate(plan: Plan, event: SlowerBreath | FasterBreath, frame: int) -> Plan:
    rate = present_rate(divide(plan.items, frame))
    if rate is None:
        return plan
    change = slower if isinstance(event, SlowerBreath) else faster
    limits = change(plan.limits, rate, event.by)
    return _moved(plan, paced(plan.items, frame, limits), limits)


def _moved(plan: Plan, items: tuple[Item, ...], limits: Limits | None = None) -> Plan:
    """The end moves by as much as the items became longer or shorter."""
    longer = sum(item.frames for item in items) - plan.frames
    return _made(plan, items, plan.asked + longer, limits=limits)


def _made(
    plan: Plan, items: tuple[Item, ...], asked: int, *, f: float | None = None, limits: Limits | None = None
) -> Plan:
    titles = [span.title for span in plan.sections]
    elasticity = plan.elasticity if f is None else f
    return lay_out(items, titles, elasticity, asked, limits or plan.limits, plan.promises)
