"""Members' files, read one at a time: which count, which are left out and why, and the sheet they make."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from relaxapp.days import long_day
from relaxapp.errors import FileError
from relaxapp.journal.document import Document, WrongFileError, read_document
from relaxapp.journal.group import Group, Sheet, part_of
from relaxapp.translation import _, ngettext

MOST_BYTES = 1 << 24
"""A member's file of a few weeks takes a thousandth of it."""
ENDING = ".json"
"""How the names of members' files end; a folder may hold others, too."""
MOST_NAMED = 20
"""How many other files of a folder are named; of more, it is told how many there are."""
IDS_COMPARED = 400
"""By how many of its newest entries a file is compared with others."""
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class GroupFiles:
    """What was made of the files."""

    sheet: Sheet
    """The sheet."""
    left_out: tuple[str, ...]
    """A sentence on each file that was left out, with its name and what to do. Not for the sheet."""
    begin_later: tuple[str, ...] = ()
    """A sentence on each file that counts and tells of fewer days than the sheet. Not for the sheet."""


@dataclass(frozen=True, slots=True)
class _Head:
    """What is remembered of a file, so that it is known again."""

    path: Path
    made: datetime
    since: date | None
    marks: frozenset[int]
    """Short marks of the journal's name, of the export's and of its entries."""


def make_sheet(given: Iterable[Path], techniques: Iterable[str], since: date | None = None) -> GroupFiles:
    """The sheet of files, and of all files in folders; what can't be used is left out and told.

    `since`: the first day it tells of; None: the day that most of the files begin with.
    Raises FileError where no file can be used.
    """
    heads: list[_Head] = []
    left_out: list[str] = []
    for path in _files(given, left_out):
        try:
            heads.append(_head(path, _read(path)))
        except FileError as error:
            left_out.append(str(error))
    chosen = _without_doubles(heads, left_out)
    if not chosen:
        raise FileError(
            "\n".join([*left_out, _("So there is nothing to make a sheet of.")]),
            _("Members make a file by: relaxapp export --for-group --since group -o FILE.json"),
        )
    wanted = since or _usual_since(chosen)
    first_day = max(wanted, min(head.since or wanted for head in chosen))
    group = Group()
    for head in chosen:
        group.add(part_of(_read(head.path), first_day))
    later = _later(chosen, wanted, first_day)
    return GroupFiles(group.sheet(first_day, techniques), tuple(left_out), tuple(later))


def _later(heads: list[_Head], wanted: date, first_day: date) -> Iterator[str]:
    """What is told where the files, or some of them, begin later than is wanted."""
    if first_day > wanted:
        yield _("No file tells of a day before {day}, so the sheet begins there.").format(
            day=long_day(first_day)
        )
    for head in heads:
        if head.since is not None and head.since > first_day:
            yield _("{path} tells only of days since {day}.").format(path=head.path, day=long_day(head.since))


def _files(given: Iterable[Path], left_out: list[str]) -> Iterator[Path]:
    """Each file once; those of a folder in the order of their names."""
    seen: set[Path] = set()
    for path in given:
        inside = _of_folder(path, left_out) if path.is_dir() else [path]
        if not inside:
            left_out.append(_("In {folder} there is no file of a member.").format(folder=path))
        for file in inside:
            if (real := file.resolve()) not in seen:
                seen.add(real)
                yield file


def _of_folder(folder: Path, left_out: list[str]) -> list[Path]:
    """The files of members in a folder; others are left out and told, except for hidden ones."""
    try:
        files = sorted(file for file in folder.iterdir() if file.is_file() and file.name[0] != ".")
    except OSError as error:
        raise FileError(
            _("The folder {folder} can't be read ({reason}).").format(
                folder=folder, reason=error.strerror or error
            ),
            _("Allow yourself to read it, or choose another."),
        ) from error
    others = [file for file in files if file.suffix.lower() != ENDING]
    left_out += [
        _("{path} is not used: the name of a member's file ends in {ending}.").format(
            path=file, ending=ENDING
        )
        for file in others[:MOST_NAMED]
    ]
    if count := len(others[MOST_NAMED:]):
        left_out.append(
            ngettext(
                "In {folder} there is {count} more file whose name does not end in {ending}.",
                "In {folder} there are {count} more files whose names do not end in {ending}.",
                count,
            ).format(folder=folder, count=count, ending=ENDING)
        )
    return [file for file in files if file.suffix.lower() == ENDING]


def _read(path: Path) -> Document:
    """A member's file that may be used. Raises FileError, WrongFileError."""
    document = read_document(path, MOST_BYTES)
    if document.version == 1:
        raise WrongFileError(
            _("{path} has version 1 of the export, which could not ask for consent.").format(path=path),
            _("Ask for a new one, made by: relaxapp export --for-group"),
        )
    if not document.sharing.group_sheet:
        raise WrongFileError(
            _("{path} does not say that it may be used for the sheet of a group.").format(path=path),
            _("Ask for one made by: relaxapp export --for-group"),
        )
    return document


def _head(path: Path, document: Document) -> _Head:
    assert document.made is not None, "only the first version has no date"
    newest = sorted(document.entries, key=lambda entry: entry.started, reverse=True)[:IDS_COMPARED]
    names = [("member", document.member), ("export", document.export)]
    marks = {hash(name) for name in names if name[1]} | {hash(entry.id) for entry in newest}
    return _Head(path, document.made, document.since, frozenset(marks))


def _without_doubles(heads: list[_Head], left_out: list[str]) -> list[_Head]:
    """One file of each person, the newest. Whoever has an entry, or a name, in common is one person."""
    kept: list[_Head] = []
    for person in _people(heads):
        newest = max(person, key=lambda head: head.made)
        kept.append(newest)
        left_out += [
            _("{path} comes from the same person as {other}, which counts in its place.").format(
                path=head.path, other=newest.path
            )
            for head in person
            if head is not newest
        ]
    return kept


def _people(heads: list[_Head]) -> list[list[_Head]]:
    """The files of each person, found by the marks they share, directly or through a third."""
    of: list[int] = list(range(len(heads)))

    def root(at: int) -> int:
        while of[at] != at:
            of[at] = of[of[at]]
            at = of[at]
        return at

    first: dict[int, int] = {}
    for at, head in enumerate(heads):
        for mark in head.marks:
            of[root(at)] = root(first.setdefault(mark, at))
    persons: dict[int, list[_Head]] = {}
    for at, head in enumerate(heads):
        persons.setdefault(root(at), []).append(head)
    return list(persons.values())


def _usual_since(heads: list[_Head]) -> date:
    """The day that most files begin with; where most hold all that was kept, the week before the newest."""
    counts = Counter(head.since for head in heads)
    usual = max(counts, key=lambda day: (counts[day], day or date.min))
    return usual or max(head.made for head in heads).date() - WEEK
