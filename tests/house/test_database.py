"""docs/database.md and docs/history.md say what the files hold."""

import csv
import io
import json
import re
from contextlib import closing
from pathlib import Path

from builders import FakeClock, make_bank, right_response
from quizapp.history.migrations import APPLICATION_ID, NEWEST
from quizapp.history.opening import open_empty
from quizapp.usecases.drill_table import COLUMNS
from quizapp.usecases.study import open_sitting
from quizapp.usecases.transcript import export_log
from quizapp.usecases.workspace import Workspace

DOCS = Path(__file__).parents[2] / "docs"
DATABASE = (DOCS / "database.md").read_text(encoding="utf-8")
HISTORY = (DOCS / "history.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+)` \| (\w+) \| \S.* \|$", re.MULTILINE)
NAME = re.compile(r"^\| `(\w+)` \| \S.* \|$", re.MULTILINE)


def part(page: str, heading: str) -> str:
    """What stands under a heading of the second level."""
    return re.split(r"^## ", page.split(f"\n## {heading}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]


def test_the_page_of_the_database_has_its_tables_and_columns() -> None:
    """Each table with each column, its type, and their order; nothing that is not there."""
    sections = re.split(r"^### `(\w+)`$", part(DATABASE, "Tables"), flags=re.MULTILINE)[1:]
    told = {name: ROW.findall(text) for name, text in zip(sections[::2], sections[1::2], strict=True)}
    with closing(open_empty()) as history:
        tables = history.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        real = {
            name: history.execute("SELECT name, type FROM pragma_table_info(?) ORDER BY cid", (name,)).fetchall()
            for (name,) in tables
        }
    assert {name: sorted(columns) for name, columns in told.items()} == {
        name: sorted(columns) for name, columns in real.items()
    }


def test_the_page_of_the_database_tells_log_and_cache_apart() -> None:
    """The log is what triggers keep from being changed, and the only tables that it names so."""
    (line,) = (row for row in DATABASE.splitlines() if "**the log**" in row)
    with closing(open_empty()) as history:
        kept = {name for (name,) in history.execute("SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'")}
    assert set(re.findall(r"`(\w+)`", line)) == kept | {"sessions"}  # which merging adds to, and nothing changes
    assert f"`PRAGMA application_id` is {APPLICATION_ID}" in DATABASE
    assert f"`PRAGMA user_version` is {NEWEST}" in DATABASE


def test_the_queries_of_the_page_give_what_they_say(data_dir: Path) -> None:
    """They run against a file of ours, and those about answers find some."""
    workspace = answered(data_dir)
    queries = re.findall(r"```sql\n(.*?)```", DATABASE, flags=re.DOTALL)
    assert queries
    found = [
        workspace.history.read(lambda transaction, q=query: transaction.execute(q).fetchall()) for query in queries
    ]
    assert [bool(rows) for rows in found[:2]] == [True, True]


def test_the_page_of_the_log_has_the_columns_of_its_files(data_dir: Path, tmp_path: Path) -> None:
    """CSV, JSON, and the scores of a class, each in its order."""
    workspace = answered(data_dir)
    export_log(workspace, tmp_path / "log.csv")
    export_log(workspace, tmp_path / "log.json")
    (header, *_) = csv.reader(io.StringIO((tmp_path / "log.csv").read_text(encoding="utf-8-sig")))
    data = json.loads((tmp_path / "log.json").read_text(encoding="utf-8"))
    assert NAME.findall(part(HISTORY, "CSV")) == header == list(data["answers"][0])
    assert NAME.findall(part(HISTORY, "JSON")) == list(data)
    (line,) = (row for row in HISTORY.splitlines() if row.startswith("| `sessions`"))
    assert re.findall(r"`(\w+)`", line)[1:] == list(data["sessions"][0])
    assert NAME.findall(part(HISTORY, "Scores of a class")) == list(COLUMNS)


def answered(folder: Path) -> Workspace:
    """A learner with one answer."""
    workspace = Workspace(folder, clock=FakeClock())
    sitting = open_sitting(workspace, bank=make_bank(), seed=1)
    assert sitting.question
    sitting.answer(right_response(sitting.question.item), seconds=3)
    sitting.rate(None)
    return workspace
