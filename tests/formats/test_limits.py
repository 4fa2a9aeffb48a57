"""No file of questions can freeze or fill the app, whatever is in it."""

import time

import pytest

from quizapp.formats import basket
from quizapp.formats.archive import zipped
from quizapp.formats.moodle_xml import take as take_moodle
from quizapp.formats.qti12 import take as take_qti
from quizapp.formats.rows import MOST_CELLS, MOST_ROWS
from quizapp.formats.table import FORMATS
from quizapp.formats.words import LARGEST
from quizapp.kit.errors import InputError

MANY = {
    "csv": b"question,answer\n" + b"Who?,Holt\n" * 9,
    "tsv": b"question\tanswer\n" + b"Who?\tHolt\n" * 9,
    "anki-text": b"Who?\tHolt\n" * 9,
    "aiken": b"Who?\nA. Holt\nB. Vale\nANSWER: A\n\n" * 9,
    "gift": b"Who? {=Holt}\n\n" * 9,
    "hashcards": b"Q: Who?\nA: Holt\n\n" * 9,
    "obsidian": b"Who?::Holt\n\n" * 9,
}
"""Nine questions each."""

BROKEN = {
    "csv": b"question,answer\n" + b",Holt\n" * 9,
    "gift": b"Who? {}\n\n" * 9,
    "aiken": b"Who?\nANSWER: A\n\n" * 9,
    "hashcards": b"Q: Who?\n\n" * 9,
}


@pytest.mark.parametrize("files", [MANY, BROKEN], ids=["questions", "refusals"])
@pytest.mark.parametrize("name", MANY)
def test_a_text_with_too_many_questions_is_refused(
    files: dict[str, bytes], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that cannot be taken count, too: each of them is a line to read."""
    take = FORMATS[name].take
    assert take is not None
    if name not in files:
        return
    monkeypatch.setattr(basket, "MOST", 9)
    taken = take(files[name], name="x")
    assert len(taken.items) + len(taken.refusals) == 9
    monkeypatch.setattr(basket, "MOST", 8)
    with pytest.raises(InputError, match=r"^x: there are more than 8 questions"):
        take(files[name], name="x")


@pytest.mark.parametrize("name", MANY)
def test_a_text_without_end_is_refused_by_its_size(name: str) -> None:
    """Before anything is made of it."""
    take = FORMATS[name].take
    assert take is not None
    with pytest.raises(InputError, match=r"^x: this text is larger than 16 MiB"):
        take(MANY[name] + b"\n" * LARGEST, name="x")


HOSTILE = {
    "tags that never end": ("gift", b"Who? {=" + b"<a" * 49_000 + b"}"),
    "spaces in markup": ("gift", b"[html]Who?" + b" " * 99_000 + b"<b>x</b> {=Holt}"),
    "gaps in gaps": ("anki-text", b"{{c1::a" * 18_000 + b"\tb"),
    "comments in comments": ("hashcards", b"Q: " + b"<!--" * 200_000 + b"\nA: b"),
    "spaces before an id": ("obsidian", b"a\n?\nb" + b" " * 200_000 + b"c"),
    "directives": ("anki-text", b"#a\n" * 300_000 + b"Who?\tHolt"),
    "names of one question": ("gift", b"::a::Who? {=Holt}\n\n" * 5_000),
    "gaps without end": ("hashcards", b"C: " + b"[a]" * 5_000_000),
    "marks without end": ("obsidian", b"a\n\n" + b"==a" * 5_000_000),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_no_text_takes_the_square_of_its_length(case: str) -> None:
    """Each of these took from ten seconds to an hour while a pattern or a loop went back over all of it."""
    name, content = HOSTILE[case]
    take = FORMATS[name].take
    assert take is not None
    begun = time.process_time()
    take(content, name="x")
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("csv", b"question,answer\n" + b",\n" * (MOST_ROWS + 1)),
        ("tsv", b"question\tanswer\n" + b"\n" * (MOST_ROWS + 1)),
        ("anki-text", b"#separator:tab\n" + b"\t\n" * (MOST_ROWS + 2)),
    ],
    ids=["csv", "tsv", "anki-text"],
)
def test_a_table_of_rows_with_nothing_in_them_is_refused(name: str, content: bytes) -> None:
    """No sheet has so many; one row fewer is a table without questions."""
    take = FORMATS[name].take
    assert take is not None
    with pytest.raises(InputError, match=r"x:\d+: this table has more than 1,048,576 rows; split it into parts"):
        take(content, name="x")
    assert not take(content.removesuffix(b"\n").rpartition(b"\n")[0], name="x").items


def test_of_a_row_without_end_a_thousand_cells_are_looked_at() -> None:
    """A heading that stands after them names nothing."""
    take = FORMATS["csv"].take
    assert take is not None
    for before, keys in ((MOST_CELLS - 2, ("Holt",)), (MOST_CELLS - 1, ())):
        content = b"," * before + b"question,answer\n" + b"," * before + b"Who?,Holt\n"
        assert [said.keys for said in take(content, name="x").items] == [keys]


def test_xml_without_end_is_stopped() -> None:
    """A tree takes thirty times the memory of its file, in a process that has half a gigabyte."""
    content = b"<quiz>" + b"<a/>" * 8_000_000 + b"</quiz>"
    with pytest.raises(InputError, match=r"^x\.xml: this (?:file|XML) is too large"):
        take_moodle(content, name="x.xml")


def test_a_package_whose_xml_is_without_end_is_said_to_be_too_large() -> None:
    """Not to be without questions, because the file that has them could not be read."""
    bomb = zipped({"items.xml": b"<questestinterop>" + b"<item/>" * 8_000_000 + b"</questestinterop>"})
    with pytest.raises(InputError, match=r"^x\.zip: this (?:file|XML) is too large"):
        take_qti(bomb, name="x.zip")


LONG = "x" * 300_000


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("anki-text", f"Who?\tHolt\nWhat?\t{LONG}\nWhen?\tnow\n"),
        ("csv", f'question,answer\nWho?,Holt\nWhat?,"{LONG}"\nWhen?,now\n'),
        ("tsv", f"question\tanswer\nWho?\tHolt\nWhat?\t{LONG}\nWhen?\tnow\n"),
    ],
)
def test_a_long_cell_is_one_question_that_is_left_out(name: str, text: str) -> None:
    """It is said to be long, and takes no other with it; one that takes in the lines below has no end."""
    take = FORMATS[name].take
    assert take is not None
    taken = take(text.encode(), name="x")
    assert [item.keys for item in taken.items] == [("Holt",), ("now",)]
    assert ["longer than 100,000 characters" in each.what for each in taken.refusals] == [True]
    with pytest.raises(InputError, match=r"^x:\d: a cell begins here that never ends; look whether a quotation mark"):
        take(text.replace(LONG, '"' + "x y\n" * 60_000, 1).replace('""', '"').encode(), name="x")


DEEP = "<div>" * 300 + "x" + "</div>" * 300


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("anki-text", f"#html:true\n{DEEP}\tHolt\nWho?\tHolt\n"),
        ("gift", f"[html]{DEEP} {{=Holt}}\n\nWho? {{=Holt}}\n"),
        (
            "moodle-xml",
            "<quiz>"
            + "".join(
                "<question type='shortanswer'>"
                f"<questiontext format='html'><text><![CDATA[{stem}]]></text></questiontext>"
                "<answer fraction='100'><text>Holt</text></answer></question>"
                for stem in (DEEP, "Who?")
            )
            + "</quiz>",
        ),
    ],
)
def test_a_question_in_bottomless_markup_is_left_out_for_that(name: str, text: str) -> None:
    """It is not empty; its parser looks no further down."""
    take = FORMATS[name].take
    assert take is not None
    taken = take(text.encode(), name="x")
    assert [item.stem for item in taken.items] == ["Who?"]
    assert ["nested too deeply" in each.what for each in taken.refusals] == [True]
