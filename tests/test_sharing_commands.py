"""Sharing under one home, adding under another, adopting a page: by the commands, as a person types them."""

import io
import os
from pathlib import Path

import pytest

from relaxapp.cli import commands, run_kindly
from relaxapp.library.library import Library
from relaxapp.locations import shipped_scripts
from relaxapp.words.parse import parse
from tests.library.word_documents import a_page_with_a_table

PAGES = Path(__file__).parent / "words" / "pages"
OWN = """---
title: "My kitchen: \\"home\\""
technique: visualization
came_from: a-private-name
# for my sister
lengths: [2]
ask:
  smell: {question: "What do you smell?", default: "coffee"}
---
# Here
<!-- written in hospital -->
You are in a kitchen. It smells of {smell}. <!-- not tea --> [pause 5-110]

# To finish
Sit a moment before you stand.
[or] Take some time, then move on gently.
"""


class Desk:
    """A person with a home, who types commands."""

    def __init__(
        self, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.home = home
        self._patch = monkeypatch
        self._caught = capsys

    def type(self, *words: str, answers: str = "") -> tuple[int, str]:
        """The status and all that was told."""
        with self._patch.context() as patch:
            patch.setenv("RELAXAPP_HOME", str(self.home))
            patch.setattr("sys.stdin", io.StringIO(answers))
            status = 0
            try:
                run_kindly(lambda: commands.main(list(words), standalone_mode=False))
            except SystemExit as ended:
                status = int(ended.code or 0)
        caught = self._caught.readouterr()
        assert "Traceback" not in caught.err
        return status, caught.out + caught.err

    @property
    def own(self) -> Path:
        return self.home / "data" / "scripts"

    def library(self) -> Library:
        return Library(shipped_scripts(), self.own)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    made = Desk(tmp_path / "home", monkeypatch, capsys)
    made.own.mkdir(parents=True)
    (made.own / "my-kitchen.md").write_text(OWN)
    return made


@pytest.fixture
def friend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path / "friend", monkeypatch, capsys)


def test_a_practice_goes_from_one_home_to_another(desk: Desk, friend: Desk, tmp_path: Path) -> None:
    file = tmp_path / "kitchen.md"
    status, told = desk.type("share", "my-kitchen", "-o", str(file), answers="y\n")
    assert status == 0
    assert file.read_text().strip() in told, "the preview shows what leaves"
    status, told = friend.type("add", str(file), answers="y\n")
    assert status == 0
    assert "It smells of {smell}." in told
    assert "(2 minutes)" in told
    assert friend.library().find("my-kitchen-home").title == 'My kitchen: "home"'
    status, told = friend.type("add", str(file), answers="y\n")
    assert "You have My kitchen" in told
    assert len(list(friend.own.glob("*.md"))) == 1


def test_one_minute_is_told_as_one(friend: Desk, tmp_path: Path) -> None:
    shared, page = tmp_path / "short.md", tmp_path / "page.txt"
    shared.write_text(OWN.replace("lengths: [2]", "lengths: [1]").replace("5-110", "5-60"))
    page.write_text("Rest here.\n\nLet your hands be still.\n\nWhen you are ready, come back.\n")
    assert "(1 minute)" in friend.type("add", str(shared), "--yes")[1]
    assert "It lasts 1 minute." in friend.type("show", "my-kitchen-home", "--minutes", "3")[1]
    assert ", for 1 minute." in friend.type("adopt", str(page), "--yes")[1]


def test_what_is_private_never_leaves(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "kitchen.md"
    desk.type("share", "my-kitchen", "-o", str(file), "--yes")
    shared = file.read_text()
    for private in ("hospital", "sister", "tea", "a-private-name"):
        assert private not in shared
    assert "{smell}" in shared
    assert parse(shared, "kitchen.md").sections == parse(OWN, "kitchen.md").sections


@pytest.mark.parametrize("answers", ["n\n", "", "no\n"])
def test_nothing_leaves_without_a_yes(answers: str, desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "kitchen.md"
    status, told = desk.type("share", "my-kitchen", "-o", str(file), answers=answers)
    assert status == 0
    assert "Nothing was written." in told
    assert not file.exists()


def test_a_file_that_is_there_is_never_written_over(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "diary.md"
    file.write_text("mine")
    assert desk.type("share", "my-kitchen", "-o", str(file), "--yes")[0] == 1
    assert file.read_text() == "mine"


def test_every_shipped_practice_can_be_shared_and_is_known_again(desk: Desk, tmp_path: Path) -> None:
    for name in ("paced-breathing", "muscle-relaxation"):
        file = tmp_path / f"{name}.md"
        assert desk.type("share", name, "-o", str(file), "--yes")[0] == 0
        for sent in (file, shipped_scripts() / "en" / f"{name}.md"):
            status, told = desk.type("add", str(sent))
            assert status == 0
            assert f"You have {desk.library().find(name).title} already: relaxapp play {name}" in told


def test_a_name_that_is_taken_gets_a_new_one(friend: Desk, tmp_path: Path) -> None:
    for words in ("one", "two"):
        file = tmp_path / f"{words}.md"
        file.write_text(OWN.replace("coffee", words))
        assert friend.type("add", str(file), "--yes")[0] == 0
    assert {file.name for file in friend.own.glob("*.md")} == {"my-kitchen-home.md", "my-kitchen-home-2.md"}


def test_a_file_with_mistakes_is_refused_and_the_others_are_kept(friend: Desk, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.md", tmp_path / "bad\x1b[31m.md"
    good.write_text(OWN)
    bad.write_text(OWN.replace("[pause 5-110]", "[puase 5] \x1b[2J"))
    status, told = friend.type("add", str(bad), str(good), str(tmp_path / "none.md"), "--yes")
    assert status == 1
    assert "there is no [puase]" in told
    assert "There is no file" in told
    assert "\x1b" not in told
    assert [file.name for file in friend.own.glob("*.md")] == ["my-kitchen-home.md"]


def test_a_mistake_and_what_came_of_it_are_on_lines_of_their_own(friend: Desk, tmp_path: Path) -> None:
    bad = tmp_path / "bad.md"
    bad.write_text(OWN.replace("[pause 5-110]", "[puase 5]"))
    _status, told = friend.type("add", str(bad), "--yes")
    assert told.splitlines()[-1] == "It was not added."


@pytest.mark.parametrize(
    "title", ["../../outside", "/etc/passwd", "..", "CON", "a/b\\\\c", "programme", "README"]
)
def test_no_title_leads_out_of_the_library(title: str, friend: Desk, tmp_path: Path) -> None:
    file = tmp_path / "stranger.md"
    file.write_text(OWN.replace('My kitchen: \\"home\\"', title))
    status, _told = friend.type("add", str(file), "--yes")
    assert status == 0
    assert len(list(friend.own.glob("*.md"))) == 1
    assert {path.name for path in tmp_path.iterdir()} <= {"stranger.md", "friend", "home"}
    assert friend.library().find(next(friend.own.glob("*.md")).stem)


@pytest.mark.parametrize("title", ["...", "!"])
def test_a_title_without_letters_gets_a_name_too(title: str, friend: Desk, tmp_path: Path) -> None:
    file = tmp_path / "stranger.md"
    file.write_text(OWN.replace('My kitchen: \\"home\\"', title))
    assert friend.type("add", str(file), "--yes")[0] == 0
    assert [script.stem for script in friend.own.glob("*.md")] == ["my-practice"]


def test_a_page_is_adopted_with_its_questions_answered(friend: Desk) -> None:
    page = PAGES / "a-slide.txt"
    status, told = friend.type("adopt", str(page), answers="\ny\nmaybe\nn\n\nFive things\ny\n")
    assert status == 0
    assert "Line 10: Participants:" in told
    assert "Please type y or n" in told
    script = friend.library().find("five-things")
    said = friend.library().source("five-things")
    assert script.title == "Five things"
    assert "\nTip: skip smell if somebody is sensitive." in said
    assert "not said: Participants: (answers in the group, no pressure)" in said
    assert friend.type("check", str(friend.own / "five-things.md"))[0] == 0
    assert "Name 5 things you can see" in friend.type("show", "five-things", "--text")[1]


def test_a_page_that_was_adopted_is_not_adopted_again(friend: Desk) -> None:
    page = str(PAGES / "a-slide.txt")
    answers = "\ny\nn\n\n"
    assert friend.type("adopt", page, answers=f"{answers}Five things\ny\n")[0] == 0
    status, told = friend.type("adopt", page, answers=answers)
    assert status == 0
    assert told.splitlines()[-1] == "You have Five things already: relaxapp play five-things"
    assert "You have Five things" not in friend.type("adopt", page, "--yes")[1], "other words are said"
    _status, told = friend.type("adopt", page, "--yes", "--title", "Another")
    assert told.startswith("You have ")
    assert len(list(friend.own.glob("*.md"))) == 2


def test_nothing_is_kept_of_a_page_without_a_yes(friend: Desk) -> None:
    assert "Nothing was kept." in friend.type("adopt", str(PAGES / "a-poem.txt"))[1]
    assert not friend.own.exists()


@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_page_and_practice_are_shown_in_any_width(
    columns: str, friend: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    _status, told = friend.type("adopt", str(PAGES / "numbered-pmr.txt"), "--yes")
    shown = told.split("Muscle Relaxation Protocol (short form), for")[0].splitlines()
    assert max(map(len, shown)) <= int(columns)
    assert "Worked out" in " ".join(told.split())


@pytest.mark.skipif(os.name != "posix", reason="a pipe with a name")
def test_a_pipe_is_no_file_to_wait_for(friend: Desk, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    assert friend.type("add", str(pipe))[0] == 1
    assert friend.type("adopt", str(pipe))[0] == 1


@pytest.mark.parametrize("name", ["mine.txt", "mine.docx"])
def test_who_adds_a_plain_page_is_told_of_adopt(name: str, desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / name
    if name.endswith(".txt"):
        file.write_text("Let your shoulders drop.\n\nRest a little.\n")
    else:
        a_page_with_a_table(file)
    status, told = desk.type("add", str(file))
    assert status == 1
    assert f"If it is a page you read aloud from, type: relaxapp adopt {file}" in told


def test_who_adds_a_practice_with_mistakes_is_not(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "mine.md"
    file.write_text(OWN.replace("[pause", "[puase"))
    for given in (file, tmp_path / "none.md"):
        status, told = desk.type("add", str(given))
        assert (status, "adopt" in told) == (1, False)
