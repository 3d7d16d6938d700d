"""The journal as JSON: versioned, as docs/journal.schema.json describes it."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from relaxapp.journal.entry import Entry
from relaxapp.writing import write_whole

FORMAT, VERSION = "relaxapp-journal", 1


def entry_as_json(entry: Entry, *, notes: bool) -> dict[str, Any]:
    """One entry; its note only where notes are asked for."""
    values: dict[str, Any] = {
        "id": entry.id,
        "started": entry.started.isoformat(),
        "offset_minutes": entry.offset_minutes,
        "kind": entry.kind.value,
        "practice": entry.practice,
        "title": entry.title,
        "technique": entry.technique,
        "variation_of": entry.variation_of,
        "planned_seconds": entry.planned_seconds,
        "heard_seconds": entry.heard_seconds,
        "ended": entry.ended.value,
        "pain_before": entry.pain_before,
        "tension_before": entry.tension_before,
        "pain_after": entry.pain_after,
        "tension_after": entry.tension_after,
        "helpful": entry.helpful,
        "obstacles": [each.value for each in entry.obstacles],
        "obstacle_words": entry.obstacle_words,
        "obstacles_read_out": entry.obstacles_read_out,
        "own_way": entry.own_way,
        "own_way_read_out": entry.own_way_read_out,
        "side_effects": entry.side_effects,
        "entered_later": entry.entered_later,
    }
    if notes:
        values["note"] = entry.note
    return values


def pieces(entries: Iterable[Entry], *, notes: bool) -> Iterator[str]:
    """The document, an entry at a time."""
    head = json.dumps({"format": FORMAT, "version": VERSION, "notes": notes})
    yield f'{head[:-1]}, "entries": ['
    between = "\n"
    for entry in entries:
        yield between + json.dumps(entry_as_json(entry, notes=notes), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def document(entries: Iterable[Entry], *, notes: bool) -> str:
    """The whole document."""
    return "".join(pieces(entries, notes=notes))


def write(entries: Iterable[Entry], path: Path, *, notes: bool) -> None:
    """Write the entries to `path`; private notes only where they are asked for. Raises FileError."""
    write_whole(path, pieces(entries, notes=notes))
