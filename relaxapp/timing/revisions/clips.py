"""Lines were voiced: their true lengths take the place of the estimates, and silences make up for it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from relaxapp.timing.breathing import Limits
from relaxapp.timing.course import exhales_of, spread
from relaxapp.timing.elastic import Elastic, Range, settle
from relaxapp.timing.items import Breathing, Held, Item, Spoken, Word, lines_of
from relaxapp.timing.revisions.divide import as_inside, divide
from relaxapp.timing.revisions.onward import onward, words_at
from relaxapp.timing.revisions.rate import reached_rate
from relaxapp.timing.solve import Pace, filled_up, solve
from relaxapp.words.script import Say

Lengths = Mapping[Say, int]
"""Frames each line takes to say."""


def arrive(
    items: Sequence[Item], frame: int, lengths: Lengths, asked: int, elasticity: float, limits: Limits
) -> tuple[tuple[Item, ...], float]:
    """`items` with the true lengths of lines that begin at `frame` or later, and their elasticity.

    All together last `asked` frames where silences still to come allow it, and come as near as they can.
    """
    parts = divide(items, frame)
    frozen = [_known(item, lengths) for item in parts.before]
    if parts.current is not None:
        frozen.append(_current(parts.current, parts.begun, lengths, elasticity, limits))
    after = tuple(_measured(item, lengths) for item in parts.after)
    same = sum(item.frames for item in frozen) == sum(item.frames for item in parts.so_far)
    if same and _voices(after) == _voices(parts.after):
        return (*frozen, *after), elasticity
    settled, f = _refitted(
        after, asked - sum(item.frames for item in frozen), Pace(limits, reached_rate(frozen))
    )
    return (*frozen, *settled), f


def _refitted(items: tuple[Item, ...], length: int, pace: Pace) -> tuple[tuple[Item, ...], float]:
    """`items` made to last `length`, with the breaths they have if that can be."""
    kept = [_spread_again(item) if isinstance(item, Breathing) else item for item in items]
    whole = [item for item in kept if item is not None]
    elastic = Elastic.of(whole)
    rest = length - sum(item.frames for item in whole if isinstance(item, Breathing))
    if len(whole) == len(items) and elastic.holds(rest):
        f = elastic.f_for(rest)
        return settle(whole, f), float(f)
    solution = solve(items, length, pace)
    return filled_up(solution), float(solution.f)


def _spread_again(item: Breathing) -> Breathing | None:
    """Its words at out-breaths again, with the breaths it has; None where they no longer fit."""
    words = item.words and spread(item.words, exhales_of(item.shares, item.edges), item.frames)
    return None if words is None else replace(item, words=words)


def _voices(items: Sequence[Item]) -> list[int]:
    return [line.voiced for item in items for line in lines_of(item)]


def _known(item: Item, lengths: Lengths) -> Item:
    """What is over: only that a length is no estimate any more."""
    match item:
        case Spoken():
            return replace(item, estimated=item.estimated and item.say not in lengths)
        case Held():
            return replace(item, inside=as_inside(_known(part, lengths) for part in item.inside))
        case Breathing():
            return replace(item, words=tuple(_known_word(word, lengths) for word in item.words))
        case _:
            return item


def _known_word(word: Word, lengths: Lengths) -> Word:
    return replace(
        word, line=replace(word.line, estimated=word.line.estimated and word.line.say not in lengths)
    )


def _measured(item: Item, lengths: Lengths) -> Item:
    """What is still to come: its lines as long as they are."""
    match item:
        case Spoken():
            return _measured_line(item, lengths)
        case Held():
            inside = as_inside(_measured(part, lengths) for part in item.inside)
            return replace(item, inside=inside)
        case Breathing():
            return replace(item, words=_measured_words(item.words, lengths))
        case _:
            return item


def _measured_line(line: Spoken, lengths: Lengths) -> Spoken:
    if line.say not in lengths:
        return line
    return replace(line, voiced=lengths[line.say], estimated=False)


def _measured_words(words: Sequence[Word], lengths: Lengths) -> tuple[Word, ...]:
    return tuple(replace(word, line=_measured_line(word.line, lengths)) for word in words)


def _current(item: Item, begun: int, lengths: Lengths, elasticity: float, limits: Limits) -> Item:
    """What is going on: lines that have begun stay as they are, those still to come are measured."""
    match item:
        case Held():
            return _current_held(item, begun, lengths, elasticity)
        case Breathing():
            return _current_breathing(item, begun, lengths, limits)
        case _:
            return _known(item, lengths)


def _current_held(held: Held, begun: int, lengths: Lengths, elasticity: float) -> Held:
    """As long as it was, unless its words are longer, or were and no longer are."""
    parts = divide(held.inside, begun)
    inside = as_inside(
        (
            *(_known(part, lengths) for part in parts.so_far),
            *(_measured(part, lengths) for part in parts.after),
        )
    )
    filled = sum(part.frames for part in inside)
    if filled == held.filled:
        frames = held.frames
    elif held.filled == held.frames:
        frames = max(round(Range(held.low, held.high).near(elasticity)), filled)
    else:
        frames = max(held.frames, filled)
    return replace(held, inside=inside, frames=frames)


def _current_breathing(item: Breathing, begun: int, lengths: Lengths, limits: Limits) -> Breathing:
    """Words still to come are spread again where their lengths changed, over more breaths if need be."""
    said, later = words_at(item, begun)
    known = tuple(_known_word(word, lengths) for word in said)
    measured = _measured_words(later, lengths)
    if [word.line.voiced for word in measured] == [word.line.voiced for word in later]:
        return replace(item, words=(*known, *measured))
    return onward(replace(item, words=(*known, *later)), begun, measured, item.frames, limits)
