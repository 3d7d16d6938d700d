"""Before a member's file for the group is made, it is told in words what stands in it."""

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

from relaxapp.journal.export import as_json
from relaxapp.journal.export.gathering import gather
from relaxapp.journal.sharing import FOR_GROUP
from relaxapp.journal.store import Store
from relaxapp.practice.group_file import told
from tests.made_month import made_month

NOW = datetime(2026, 11, 24, 12, tzinfo=timezone(timedelta(hours=-5)))


def test_that_each_day_stands_in_it_is_told_and_what_files_are_known_by(tmp_path: Path) -> None:
    with Store(tmp_path / "data" / "journal.db") as store:
        store.add(*made_month().entries)
        words = " ".join(line for _heading, lines in told(gather(store, FOR_GROUP, NOW)) for line in lines)
        kept = json.loads(as_json.document(gather(store, FOR_GROUP, NOW)))
    assert len({entry["started"] for entry in kept["entries"]}) > 1
    assert "Each practice stands in it with its day and its length" in words
    assert kept["member"]
    assert "a random name, by which two files of yours are known" in words
    assert kept["made"].startswith("2026-11-24")
    assert "when the file was made" in words
