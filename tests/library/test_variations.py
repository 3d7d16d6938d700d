"""A variation is like its origin under a title of its own, and remembers which text it came from."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp import locations
from relaxapp.library.checking import check_file
from relaxapp.library.library import Library
from relaxapp.words.parse import parse, read
from relaxapp.words.variation import fingerprint, variation_of, with_front_matter

SHIPPED = Library(locations.shipped_scripts(), Path("none of one's own"))


@pytest.mark.parametrize("name", SHIPPED.names())
def test_every_practice_has_variations(name: str) -> None:
    origin = SHIPPED.find(name)
    script = parse(variation_of(SHIPPED.source(name), name, "Mine: “ours” {really}, #1"), "mine.md")
    assert (script.title, script.came_from) == ("Mine: “ours” {really}, #1", name)
    assert (script.sections, script.questions) == (origin.sections, origin.questions)


def test_a_variation_is_kept_among_the_persons_own_without_mistakes(tmp_path: Path) -> None:
    library = Library(locations.shipped_scripts(), tmp_path)
    assert library.add_variation("settling", "Settling") == "settling-2"
    assert check_file(tmp_path / "settling-2.md", library.lexicon()) == ()
    assert library.find("settling-2").came_from == "settling"


TEXT = """---
# what it is called
title: >
  A long title
  over two lines

# which kind it is
technique: grounding
lengths: [1]
---
# Here
title: not this one
"""


def test_the_rest_of_the_front_matter_stays_as_it_was() -> None:
    made = with_front_matter(TEXT, {"title": "Short", "bed": "rain: heavy"})
    assert made == TEXT.replace("title: >\n  A long title\n  over two lines\n", "title: Short\n").replace(
        "lengths: [1]\n", 'lengths: [1]\nbed: "rain: heavy"\n'
    )


@pytest.mark.parametrize("text", ["", "just words", "---\ntitle: half", "---\n: [\n---\n# A\nB"])
def test_what_has_no_front_matter_stays_as_it_is(text: str) -> None:
    assert with_front_matter(text, {"title": "Short"}) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"]), min_size=1, max_size=90))
def test_any_title_is_read_back_as_it_was_given(title: str) -> None:
    text = variation_of(TEXT, "here", title)
    _script, mistakes = read(text, "x.md")
    if title.split():
        assert parse(text, "x.md").title == " ".join(title.split())
    else:
        assert [mistake.message for mistake in mistakes] == ["a title is missing: title: A quiet place"]


def test_a_fingerprint_tells_texts_apart_but_not_line_ends() -> None:
    assert fingerprint(TEXT) == fingerprint("\ufeff" + TEXT.replace("\n", "\r\n") + "\n\n")
    assert fingerprint(TEXT) != fingerprint(TEXT.replace("Here", "There"))


def test_a_newer_text_of_the_origin_is_noticed_and_changes_nothing(tmp_path: Path) -> None:
    shipped = tmp_path / "shipped"
    shutil.copytree(locations.shipped_scripts(), shipped)
    library = Library(shipped, tmp_path / "own")
    mine = library.add_variation("settling", "My settling")
    kept = library.source(mine)
    assert library.newer_origin(library.find(mine)) is None
    origin = shipped / "en" / "settling.md"
    origin.write_text(origin.read_text() + "\nOne sentence more.\n")
    newer = library.newer_origin(library.find(mine))
    assert newer is not None
    assert newer.id == "settling"
    assert library.source(mine) == kept
    origin.unlink()
    assert library.newer_origin(library.find(mine)) is None
