"""What a person may look for again: practices that helped most by their own ratings, and those done last."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from statistics import mean

from relaxapp.journal.entry import Entry

MOST = 3
"""How many are named of each kind."""
HELPED = 5
"""The mean rating from which a practice is said to have helped."""


def most_helpful(entries: Sequence[Entry], known: Collection[str]) -> tuple[str, ...]:
    """The ids of the practices rated most helpful, the best first."""
    ratings: defaultdict[str, list[int]] = defaultdict(list)
    for entry in entries:
        if entry.practice in known and entry.helpful is not None:
            ratings[entry.practice].append(entry.helpful)
    means = {name: mean(given) for name, given in ratings.items()}
    return tuple(sorted((n for n in means if means[n] >= HELPED), key=lambda n: -means[n])[:MOST])


def done_last(entries: Sequence[Entry], known: Collection[str]) -> tuple[str, ...]:
    """The ids of the practices done last, the last first; `entries` the newest first."""
    return tuple(dict.fromkeys(entry.practice for entry in entries if entry.practice in known))[:MOST]
