"""The sheet of a group in words, and as text, HTML, CSV or a page to print."""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from relaxapp.days import long_day
from relaxapp.errors import FileError
from relaxapp.journal.entry import Obstacle
from relaxapp.journal.export.as_csv import MARK, plain
from relaxapp.journal.group import FEW, FEWEST, Counted, People, Sheet
from relaxapp.journal.in_words import Labels
from relaxapp.journal.said import Said
from relaxapp.paper.sizes import Paper
from relaxapp.translation import _, ngettext
from relaxapp.writing import write_whole


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading."""

    heading: str
    """What they are about."""
    lines: tuple[str, ...]
    """The lines."""


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet in words."""

    title: str
    """What it is."""
    words: str
    """Who shared."""
    sections: tuple[Section, ...]
    """What they shared."""


def page(sheet: Sheet, labels: Labels) -> Page:
    """The sheet in words."""
    said = sheet.said
    sections = [
        Section(_("Practised"), _practised(sheet)),
        Section(_("Techniques"), _techniques(sheet, labels.techniques)),
        Section(_("What got in the way"), _obstacles(sheet, labels)),
        Section(_("What got in the way, to be read out"), _in_the_way(said, labels)),
        Section(_("Done in one's own way, to be read out"), said.own_ways),
        Section(_("Questions for the group"), said.questions),
        Section(_("About this sheet"), _about(sheet)),
    ]
    return Page(
        _("Our group since {day}").format(day=long_day(sheet.since)),
        _("Members shared this, without their names: {people}.").format(people=_people(sheet.members)),
        tuple(section for section in sections if section.lines),
    )


def _people(count: People) -> str:
    if count == FEW:
        return _("fewer than {count} people").format(count=FEWEST)
    if count.exact:
        return ngettext("{count} person", "{count} people", count.least).format(count=count.least)
    return _("{count} people or more").format(count=count.least)


def _practised(sheet: Sheet) -> tuple[str, ...]:
    told = _("Practised at least once: {people}.").format(people=_people(sheet.practised))
    totals = sheet.totals
    if totals is None:
        return (told, _("How much is not told, so that nobody's part can be made out."))
    return (
        told,
        _("All together: about {minutes} minutes, in about {practices} practices.").format(
            minutes=totals.minutes, practices=totals.practices
        ),
        _("Days, counted for each person: about {days}.").format(days=totals.days),
    )


def _techniques(sheet: Sheet, labels: Mapping[str, str]) -> tuple[str, ...]:
    if sheet.techniques is None:
        return (_("Not told, so that nobody's part can be made out."),)
    return _counted(sheet.techniques, labels)


def _obstacles(sheet: Sheet, labels: Labels) -> tuple[str, ...]:
    if sheet.obstacles is None:
        return (_("Not told by how many people, so that nobody's part can be made out."),)
    return _counted(sheet.obstacles, {each.value: words for each, words in labels.obstacles.items()})


def _counted(counted: Counted, labels: Mapping[str, str]) -> tuple[str, ...]:
    told = [
        _("{what}: {people}").format(what=labels.get(name, name), people=_people(count))
        for name, count in counted.told
    ]
    if counted.few:
        names = "; ".join(labels.get(name, name) for name in counted.few)
        told.append(_("Fewer than {count} people, or nobody: {names}.").format(count=FEWEST, names=names))
    return tuple(told)


def _in_the_way(said: Said, labels: Labels) -> tuple[str, ...]:
    marked = "; ".join(labels.obstacles.get(each, each.value) for each in Obstacle if each in said.obstacles)
    return (*((_("Marked: {obstacles}.").format(obstacles=marked),) if marked else ()), *said.obstacle_words)


def _about(sheet: Sheet) -> tuple[str, ...]:
    told = [
        _(
            "No count tells of fewer than {count} people, or of all but one or two; totals are rounded."
        ).format(count=FEWEST),
        _("Please show one sheet of the same days only: two side by side could tell of one person."),
    ]
    if sheet.said != Said():
        told.append(
            _("What may be read out was marked so by whoever wrote it. Please don't guess who it was.")
        )
    return tuple(told)


# forms


def as_text(page: Page) -> str:
    """To read in a terminal."""
    parts = [page.title, page.words]
    parts += ["\n".join([each.heading, *(f"  {line}" for line in each.lines)]) for each in page.sections]
    return "\n\n".join(parts) + "\n"


_HTML = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1.15em/1.5 Georgia, serif; max-width: 40em; margin: 2em auto; padding: 0 1em;
  color: #1a1a1a; background: #fff; }}
h1, h2 {{ color: #1d4d42; line-height: 1.25; }}
h2 {{ font-size: 1.15em; margin-bottom: 0.3em; }}
ul {{ padding-left: 1.2em; margin-top: 0.3em; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{words}</p>
{sections}
</body>
</html>
"""


def as_html(page: Page) -> str:
    """A page that opens in any browser, and asks for nothing from elsewhere."""
    sections = "\n".join(
        f"<h2>{escape(section.heading)}</h2>\n<ul>\n"
        + "\n".join(f'<li dir="auto">{escape(line)}</li>' for line in section.lines)
        + "\n</ul>"
        for section in page.sections
    )
    return _HTML.format(title=escape(page.title), words=escape(page.words), sections=sections)


def as_csv(page: Page) -> str:
    """One row a line, under its heading; never a formula."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([_("Section"), _("Line")])
    writer.writerow([page.title, plain(page.words)])
    writer.writerows([section.heading, plain(line)] for section in page.sections for line in section.lines)
    return MARK + file.getvalue()


TEXTS: Mapping[str, Callable[[Page], str]] = {
    ".txt": as_text,
    ".html": as_html,
    ".htm": as_html,
    ".csv": as_csv,
}
"""The forms that are text, by the ending of the file's name."""
PDF = ".pdf"


def check_ending(path: Path) -> None:
    """Raises FileError where no form has that ending."""
    if path.suffix.lower() not in (*TEXTS, PDF):
        raise FileError(
            _("A sheet can't be written as {ending}.").format(ending=path.suffix or path.name),
            _("Please use a name that ends in .pdf, .html, .csv or .txt."),
        )


def write(page: Page, path: Path, paper: Paper) -> None:
    """Write the sheet in the form that the name of the file tells. Raises FileError, PageError."""
    check_ending(path)
    ending = path.suffix.lower()
    if ending == PDF:
        from relaxapp.paper.press import press, save

        save(path, press("sections", values(page), paper))
    else:
        write_whole(path, [TEXTS[ending](page)])


def values(page: Page) -> dict[str, object]:
    """What the template is given."""
    return {
        "title": page.title,
        "words": page.words,
        "sections": [{"heading": each.heading, "lines": list(each.lines)} for each in page.sections],
    }
