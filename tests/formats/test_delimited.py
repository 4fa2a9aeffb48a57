"""CSV and TSV as spreadsheets open them."""

import csv
import io

import pytest

from builders import make_bank, make_item
from quizapp.formats.delimited import pack_csv, pack_tsv, take_csv, take_tsv
from quizapp.formats.rows import as_written, inert
from quizapp.kit.errors import InputError
from quizapp.model.item import Distractor


def test_a_spreadsheet_sees_text_and_no_formula() -> None:
    """UTF-8 with its mark, and an apostrophe before what begins like a formula."""
    content = pack_csv(make_bank(items=(make_item("short", stem="=1+1", key="@SUM(A1)", accepted=("-5",)),))).content
    assert content.startswith(b"\xef\xbb\xbf")
    row = next(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert (row["question"], row["answer"], row["accepted"]) == ("'=1+1", "'@SUM(A1)", "'-5")
    said = take_csv(content, name="x").items[0]
    assert (said.stem, said.keys, said.accepted) == ("=1+1", ("@SUM(A1)",), ("-5",))


@pytest.mark.parametrize("cell", ["=1", "'=1", "''=1", " =1", "'", "'a", "＝1", "\t1", "a=1", ""])
def test_what_was_made_inert_comes_back(cell: str) -> None:
    """Apostrophes of the text's own stay."""
    assert as_written(inert(cell)) == cell


def test_other_peoples_tables_are_read() -> None:
    """Headings under other names, semicolons, and kinds that follow from what is there."""
    text = (
        'Question;Correct answer;Distractors;Explanation\nWho?;Holt;"Vale\nCrane | He was not.";She was.\nHot?;true;;\n'
    )
    who, hot = take_csv(text.encode(), name="x").items
    assert (who.kind, who.keys, who.rationale, who.line) == ("choice", ("Holt",), "She was.", 2)
    assert who.distractors == (Distractor(text="Vale", why=""), Distractor(text="Crane", why="He was not."))
    assert (hot.kind, hot.keys, hot.line) == ("true-false", ("True",), 4)
    assert take_tsv("front\tback\nWho?\tHolt\n".encode("utf-16"), name="x").items[0].kind == "short"


def test_what_is_broken_is_named_by_its_line() -> None:
    """A row that asks nothing, a kind that nobody knows, a table without questions."""
    taken = take_csv(b"question,answer,kind\n,x,short\nWho?,x,riddle\nWho?,Holt,short\n", name="x")
    assert [refusal.line for refusal in taken.refusals] == [2, 3]
    assert len(taken.items) == 1
    with pytest.raises(InputError, match="question"):
        take_csv(b"a,b\n1,2\n", name="x")


def test_tabs_part_the_cells_of_tsv() -> None:
    """A text's own tabs stay inside the quotes."""
    bank = make_bank(items=(make_item("short", stem="a\tb"),))
    assert take_tsv(pack_tsv(bank).content, name="x").items[0].stem == "a\tb"
