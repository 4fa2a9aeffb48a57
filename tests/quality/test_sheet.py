"""A sheet hides what it must hide, and its scores are the textbook's."""

import json
import re
from csv import DictWriter
from pathlib import Path

from pytest import CaptureFixture, approx  # noqa: PT013  the only names needed
from sheet import CONTROL, FATAL, OTHER, Source, is_accepted, kappa, score, sheet, wilson

from builders import make_item
from quizapp.model.item import ChoiceItem

ITEMS = tuple(make_item(kind, id=kind, fact=kind) for kind in ("choice", "short", "numeric", "cloze", "true-false"))


def test_rows_tell_neither_rank_nor_system() -> None:
    """The key alone knows; the same banks give the same sheet."""
    rows, key = sheet([Source(system="ours", article="The harbour bell", items=ITEMS)])
    assert not any("ours" in value for row in rows for value in row.values())
    assert {row["id"] for row in rows} == set(key)
    assert sorted(entry["rank"] for entry in key.values()) == [1, 2, 3, 4, 5]
    assert (rows, key) == sheet([Source(system="ours", article="The harbour bell", items=ITEMS)])


def test_every_option_is_on_the_sheet() -> None:
    """The right one is among them, wherever it stands."""
    (item,) = (item for item in ITEMS if isinstance(item, ChoiceItem))
    ((row,), _) = sheet([Source(system="s", article="a", items=(item,))])
    assert sorted(row["choices"].split(" | ")) == sorted([item.key, *(each.text for each in item.distractors)])


def test_one_fatal_nought_is_enough() -> None:
    """Nothing outweighs a wrong key; a dull question is still a question."""
    row = dict.fromkeys((*FATAL, "worth_asking"), "1")
    assert is_accepted({**row, "worth_asking": "0"})
    assert not any(is_accepted({**row, column: "0"}) for column in FATAL)


def test_kappa_takes_chance_into_account() -> None:
    """The example of any textbook: 20 + 15 of 50 agreed gives 0.4."""
    pairs = [(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15
    assert kappa(pairs) == approx(0.4)
    assert kappa([(True, True)] * 3) == 1.0


def test_wilson_never_leaves_the_range() -> None:
    """All of ten is not certainly all: 72.2 to 100 per cent."""
    low, high = wilson(10, 10)
    assert low == approx(72.2, abs=0.1)
    assert high == approx(100.0)
    assert wilson(0, 0) == (0.0, 0.0)


def test_sources_are_mixed_and_controls_counted_apart(tmp_path: Path, capsys: CaptureFixture[str]) -> None:
    """The order of a sheet tells nothing; a judge's rate is of the questions, the controls have their own."""
    ours = Source(system="ours", article="a", items=ITEMS)
    model = Source(system=CONTROL, article="a", items=(make_item("short", id="model"),))
    rows, key = sheet([ours, model])
    assert [row["id"] for row in rows] == sorted(key)
    (tmp_path / "key.json").write_text(json.dumps(key))
    with (tmp_path / "one.csv").open("w", newline="") as stream:
        writer = DictWriter(stream, ["id", *FATAL, *OTHER])
        writer.writeheader()
        for row in rows:
            mark = "1" if key[row["id"]]["system"] == "ours" else "0"
            writer.writerow({"id": row["id"], **dict.fromkeys((*FATAL, *OTHER), mark)})
    score(tmp_path / "key.json", [tmp_path / "one.csv"])
    printed = capsys.readouterr().out
    assert re.search(r"one\.csv +100\.0 %.* of 5\n", printed)
    assert re.search(r"  model questions +0\.0 %.* of 1\n", printed)
