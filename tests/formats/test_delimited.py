"""CSV and TSV as spreadsheets open them."""

import csv
import io

import pytest

from builders import make_bank, make_item
from quizapp.formats.delimited import pack_csv, pack_tsv, take_csv, take_tsv
from quizapp.formats.headings import CALLED, column_of
from quizapp.formats.rows import as_written, inert
from quizapp.formats.table import recognise
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


CHOICES = {
    "letters": "Question,Option A,Option B,Option C,Answer\nWhen?,1998,2002,2010,B\n",
    "numbers": "question text,option 1,option_2,Option 3,Correct Answer,Time in seconds\nWhen?,1998,2002,2010,2,30\n",
    "places": "Question,Choice A,Choice B,Choice C,Key\nWhen?,1998,2002,2010,2\n",
    "letters alone": "Question,A,B,C,Correct\nWhen?,1998,2002,2010,b)\n",
    "said": "Question,Answer 1,Answer 2,Answer 3,Correct option\nWhen?,1998,2002,2010,2002\n",
    "wrong": "Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2 (Optional)\nWhen?,2002,1998,2010\n",
    "wrong, too": "question;answer;wrong1;Wrong 2\nWhen?;2002;1998;2010\n",
    "distractors": "q,a,Distractor 1,distractor_2\nWhen?,2002,1998,2010\n",
}


@pytest.mark.parametrize("case", CHOICES)
def test_options_in_columns_of_their_own_make_a_choice(case: str) -> None:
    """However a sheet calls them, and however it says which one is right."""
    content = CHOICES[case].encode()
    form = recognise(content, name="sheet.csv")
    assert form is not None
    assert form.name == "csv"
    (said,) = take_csv(content, name="x").items
    assert (said.kind, said.stem, said.keys) == ("choice", "When?", ("2002",))
    assert [each.text for each in said.distractors] == ["1998", "2010"]


def test_several_options_can_be_right() -> None:
    """Their letters or numbers stand with a comma between; an empty option is none."""
    text = 'Question,Option A,Option B,Option C,Option D,Answer\nWhich?,a1,b1,,d1,"A, D"\nWhich?,a2,b2,c2,,"c2; a2"\n'
    one, other = take_csv(text.encode(), name="x").items
    assert (one.kind, one.keys, [each.text for each in one.distractors]) == ("multiple", ("a1", "d1"), ["b1"])
    assert (other.kind, other.keys) == ("multiple", ("c2", "a2"))


def test_an_answer_that_could_be_two_options_is_refused() -> None:
    """A number may be an option's text and another's place; a letter that no column has is none."""
    head = "Question,Option 1,Option 2,Option 3,Answer\n"
    taken = take_csv(
        f"{head}How many?,2,3,4,2\nHow many?,2,3,4,9\nHow many?,2,3,4,\nHow many?,1,2,3,2".encode(), name="x"
    )
    assert [(refusal.line, refusal.what.split(";")[0]) for refusal in taken.refusals] == [
        (2, "“2” is the text of one option and names another"),
        (3, "the answer “9” is none of the options"),
        (4, "there is no answer"),
    ]
    assert [item.keys for item in taken.items] == [("2",)]
    lettered = "Question,Option A,Option B,Option C,Answer\nHow many?,2,3,4,2\n"
    assert take_csv(lettered.encode(), name="x").items[0].keys == ("2",)
    with pytest.raises(InputError, match="which one is right"):
        take_csv(b"Question,Option A,Option B\nWho?,a,b\n", name="x")


def test_a_column_that_is_not_taken_is_named() -> None:
    """By its heading, once, where any row has something in it; the number of a question is not its answer."""
    text = "Number,Question,Answer,Topic,Empty\n1,Who?,Holt,Bells,\n2,What?,fog,,\n"
    taken = take_csv(text.encode(), name="x")
    assert [item.kind for item in taken.items] == ["short", "short"]
    assert [(each.line, each.what) for each in taken.beside] == [
        (1, "the column “Number” is not taken"),
        (1, "the column “Topic” is not taken"),
    ]
    assert not take_csv(pack_csv(make_bank()).content, name="x").beside


def test_every_name_in_the_table_names_its_column() -> None:
    """No name stands for two of them."""
    for name, others in CALLED.items():
        assert [column_of(each.title()) for each in (name, *others)] == [name] * (1 + len(others))


def test_tabs_part_the_cells_of_tsv() -> None:
    """A text's own tabs stay inside the quotes."""
    bank = make_bank(items=(make_item("short", stem="a\tb"),))
    assert take_tsv(pack_tsv(bank).content, name="x").items[0].stem == "a\tb"


@pytest.mark.parametrize(
    "text", ["question|answer\nWho?|Holt\n", "sep=;\nquestion;answer\nWho?;Holt\n", "question^answer\nWho?^Holt\n"]
)
def test_what_stands_between_columns_is_seen_or_named(text: str) -> None:
    """Bars, carets, and the line by which Excel names it, which is no row."""
    assert recognise(text.encode(), name="x.csv").name == "csv"
    found = take_csv(text.encode(), name="x").items
    assert [(item.stem, item.keys) for item in found] == [("Who?", ("Holt",))]


def test_a_character_that_is_none_is_no_formula() -> None:
    """Found by the property test: a question of U+FFFE alone was taken for a formula without a result."""
    (read,) = take_csv("question,answer,wrong answers\n\ufffe,\uffff,\ufffd".encode(), name="x").items
    assert (read.stem, read.keys) == ("\ufffe", ("\uffff",))
