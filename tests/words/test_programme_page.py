"""docs/programme.md is current: what each session offers, and at which lengths."""

import os

from relaxapp import locations
from tests.words.english import library

PAGE = locations.shipped_scripts().parent / "docs" / "programme.md"
HEAD = """# The programme, session by session

Made from scripts/en by the tests; `WRITE_PAGES=1 pytest tests/words/test_programme_page.py` writes it anew.

"""


def page() -> str:
    """The programme, then every practice, as tables."""
    programme, practices = library().programme(), library()
    rows = ["| session | practice | minutes |", "|---|---|---|"]
    for session in programme.sessions:
        for name in session.practices:
            script = practices.find(name)
            lengths = ", ".join(map(str, script.lengths))
            rows.append(f"| {session.number} {session.title} | {script.title} | {lengths} |")
    rows += ["", "## All practices", "", "| practice | kind | minutes |", "|---|---|---|"]
    for script in practices.all():
        rows.append(f"| {script.title} | {script.technique} | {', '.join(map(str, script.lengths))} |")
    return HEAD + "\n".join(rows) + "\n"


def test_the_page_is_current() -> None:
    if os.environ.get("WRITE_PAGES"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()


def test_a_practice_names_the_session_that_first_offers_it() -> None:
    practices, firsts = library(), dict[str, int]()
    for session in practices.programme().sessions:
        for name in session.practices:
            firsts.setdefault(name, session.number)
    named = {script.id: script.session for script in practices.all() if script.id in firsts}
    assert named == firsts
