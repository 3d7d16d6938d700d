"""What is passed on is the same script, without a word that its writer wrote to themselves."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from relaxapp import locations
from relaxapp.words.parse import parse, read
from relaxapp.words.passing_on import passed_on
from relaxapp.words.script import Script
from relaxapp.words.source import is_forbidden
from relaxapp.words.variation import with_front_matter

SHIPPED = sorted((locations.shipped_scripts() / "en").glob("*.md"))
BODY = "# Here\nYou are at {place}. It is quiet. [pause 4-100]\n"


def without_origin(script: Script) -> Script:
    return replace(script, came_from="", came_from_version="")


@pytest.mark.parametrize("file", [file for file in SHIPPED if file.name != "README.md"], ids=lambda f: f.stem)
def test_every_practice_is_the_same_afterwards(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    shared = passed_on(text, with_origin=True).text
    assert parse(shared, "x.md") == parse(text, "x.md")
    assert passed_on(shared, with_origin=True).text == shared


SAID = st.text(
    st.one_of(
        st.sampled_from("#'\"\\:-|>{}[]&*!%@,? \n\u00a0\u200d🐧é"),
        st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]).filter(
            lambda char: not is_forbidden(char)
        ),
    ),
    min_size=1,
    max_size=60,
).filter(lambda text: bool(text.strip()) and text.split() != [])
COMMENT = st.sampled_from(["", "  # secret", "\t# 'secret", ' # "secret'])


@st.composite
def written(draw: st.DrawFn, text: str, indent: str) -> str:
    """A text in one of the ways YAML has for it, perhaps with a comment behind it."""
    way = draw(st.sampled_from(["double", "single", "folded", "kept"]))
    plain = " ".join(text.split())
    if way == "double":
        return json.dumps(plain, ensure_ascii=draw(st.booleans())) + draw(COMMENT)
    if way == "single":
        return "'" + plain.replace("'", "''") + "'" + draw(COMMENT)
    mark = ">" if way == "folded" else "|"
    words = plain.split()
    cut = draw(st.integers(0, len(words)))
    lines = [" ".join(part) for part in (words[:cut], words[cut:]) if part]
    return f"{mark}-\n" + "\n".join(f"{indent}  {line}" for line in lines)


@st.composite
def front(draw: st.DrawFn) -> str:
    """Front matter as people may write it, with things written to oneself in every place."""
    title = draw(SAID)
    own_line = draw(st.sampled_from(["", "# secret\n", "#'secret\n"]))
    lines = [
        "title: " + draw(written(title, "")),
        "technique: grounding" + draw(COMMENT),
        "lengths: [2, # secret\n  3]" if draw(st.booleans()) else "lengths: [2, 3]",
        "summary: " + draw(written(draw(SAID), "")),
        draw(
            st.sampled_from(
                [
                    "came_from: secret",
                    "'came_from': secret",
                    '"came\\x5ffrom": secret',
                    "? came_from\n: secret",
                    "came_from: >-\n  secret",
                ]
            )
        ),
        "ask:" + draw(COMMENT),
        "  place:",
        "    question: " + draw(written(draw(SAID), "    ")),
        "    default: home" + draw(COMMENT),
    ]
    return own_line.join(f"{line}\n" for line in lines)


@given(
    front(), st.sampled_from(["", "<!-- secret -->\n", "Rest. <!-- secret\nsecret --> Rest.\n\n\n\nRest.\n"])
)
def test_whatever_is_written_the_script_is_the_same_and_what_is_private_stays(front: str, more: str) -> None:
    text = f"---\n{front}---\n{BODY}{more}"
    script, mistakes = read(text, "x.md")
    assume(script is not None)
    assert script is not None, mistakes
    shared = passed_on(text, with_origin=False).text
    assert parse(shared, "x.md") == without_origin(script)
    assert "secret" not in shared


def test_a_front_matter_in_braces() -> None:
    front = (
        "{title: T, technique: pmr, lengths: [2], came_from: secret, ask: {place: {question: q, default: d}}}"
    )
    text = f"---\n{front}\n---\n{BODY}"
    shared = passed_on(text, with_origin=False)
    assert parse(shared.text, "x.md") == without_origin(parse(text, "x.md"))
    assert "secret" not in shared.text
    assert not shared.notes
    made = with_front_matter(text, {"title": "Mine", "came_from": "here"})
    assert (parse(made, "x.md").title, parse(made, "x.md").came_from) == ("Mine", "here")


def test_lines_of_a_shared_file_stay_short_where_they_can() -> None:
    shared = passed_on(
        f'---\ntitle: "A # place"  # mine\ntechnique: pmr\nlengths: [5, 10]\nask:\n'
        "  place: {question: 'Where?', suggestions: [a garden, 'it''s: a beach'], default: home}\n"
        f"---\n{BODY}",
        with_origin=True,
    )
    assert shared.text == (
        "---\ntitle: 'A # place'\ntechnique: pmr\nlengths: [5, 10]\nask:\n  place:\n    question: Where?\n"
        f"    suggestions: [a garden, 'it''s: a beach']\n    default: home\n---\n{BODY}"
    )
    assert shared.notes


@pytest.mark.parametrize("text", ["", "words", "---\ntitle: [\n---\n# A", "---\n- a\n---\n# A"])
def test_what_is_no_script_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        passed_on(text, with_origin=True)
