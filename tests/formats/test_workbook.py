"""Workbooks: ours hold no formula, Kahoot's keeps Kahoot's limits, foreign ones are read within bounds."""

import io
import re
import zipfile
from collections.abc import Callable
from types import ModuleType

import openpyxl
import pytest

from builders import make_bank, make_item
from quizapp.formats import apart, kahoot, kahoot_reading, xlsx, xlsx_reading
from quizapp.formats.archive import zipped
from quizapp.formats.table import recognise
from quizapp.formats.workbook import written
from quizapp.formats.workbook_reading import UNPACKED
from quizapp.kit.errors import InputError
from quizapp.model.item import Distractor


def sheet_of(content: bytes) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True))


def test_no_cell_is_a_formula_or_a_link() -> None:
    """Every text is a text, letter for letter."""
    content = xlsx.pack(
        make_bank(items=(make_item("short", stem="=1+1", key="http://x.example", accepted=("-5",)),))
    ).content
    page = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert [page.cell(2, column).value for column in (3, 4, 6)] == ["=1+1", "http://x.example", "-5"]
    assert {page.cell(2, column).data_type for column in (3, 4, 6)} == {"s"}
    assert page.cell(2, 4).hyperlink is None
    assert page.cell(2, 3).quotePrefix


def test_kahoot_finds_everything_where_its_template_has_it() -> None:
    """The heading in the eighth row, then number, question, four answers, seconds, the right ones."""
    item = make_item("multiple", keys=("fog", "the quay"), distractors=(Distractor(text="a lamp", why="w"),))
    rows = sheet_of(kahoot.pack(make_bank(items=(item,))).content)
    assert rows[7] == (None, *kahoot.HEADING[1:])
    number, question, *answers, seconds, right = rows[8]
    assert (number, question, seconds, answers[3]) == (1, item.stem, 30, None)
    assert isinstance(right, str)
    assert {answers[int(place) - 1] for place in right.split(",")} == {"fog", "the quay"}


def test_what_kahoot_cannot_hold_is_left_out_and_said() -> None:
    """Long questions and answers, too many options, and kinds that it has not."""
    wrong = tuple(Distractor(text=f"wrong {number}", why="w") for number in range(5))
    items = (
        make_item("choice", id="long", stem="Who " * 40),
        make_item("choice", id="wide", key="a" * 76),
        make_item("choice", id="many", distractors=wrong),
        make_item("short", id="typed"),
    )
    packed = kahoot.pack(make_bank(items=items))
    said = {(loss.item, loss.what) for loss in packed.losses}
    assert ("long", "is left out: a question has 120 characters at most in Kahoot, and this one 159") in said
    assert ("wide", "is left out: an answer has 75 characters at most in Kahoot, and here is one of 76") in said
    assert ("many", "has only 4 of its 6 options") in said
    assert [item.stem for item in kahoot_reading.read(packed.content).items] == [items[2].stem]


def test_other_peoples_workbooks_are_read() -> None:
    """Numbers as text, blank rows, formulas as what they last were or as nothing."""
    book = openpyxl.Workbook()
    page = book.active
    for row in (["Question", "Answer", "Distractors"], [], ["How many?", 40, "30\n50"], ["Sum?", "=1+1", None]):
        page.append(row)
    content = io.BytesIO()
    book.save(content)
    taken = xlsx_reading.read(content.getvalue())
    assert [(item.stem, item.keys, item.line) for item in taken.items] == [("How many?", ("40",), 3)]
    assert [(refusal.line, "formula" in refusal.what) for refusal in taken.refusals] == [(4, True)]
    assert xlsx.pack(make_bank()) == xlsx.pack(make_bank())


@pytest.mark.parametrize("module", [xlsx, kahoot])
@pytest.mark.parametrize("kind", ["text", "empty", "bomb", "broken", "foreign"])
def test_what_is_no_workbook_is_refused(module: object, kind: str) -> None:
    """With the file's name, before anything is unpacked."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as book:
        if kind == "bomb":
            book.writestr("xl/worksheets/sheet1.xml", b"\0" * (UNPACKED + 1))
        elif kind == "broken":
            book.writestr("[Content_Types].xml", b"<Types")
        elif kind == "foreign":
            book.writestr("mimetype", b"application/epub+zip")
    data = b"text" if kind == "text" else content.getvalue()
    with pytest.raises(InputError, match="evil"):
        module.take(data, name="evil.xlsx")  # type: ignore[attr-defined]  # both modules have it


@pytest.mark.parametrize("style", ["99", "9" * 30])
def test_reading_a_workbook_prints_nothing(capsys: pytest.CaptureFixture[str], style: str) -> None:
    """A library prints a line where a style is not listed, or has no room for its number; our output is data alone."""
    content, changed = io.BytesIO(xlsx.pack(make_bank()).content), io.BytesIO()
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'xfId="0"', f'xfId="{style}"'.encode()))
    with pytest.raises(InputError, match="workbook"):
        xlsx_reading.read(changed.getvalue())
    assert capsys.readouterr() == ("", "")


def test_a_workbook_in_no_encoding_is_refused() -> None:
    """What its XML says of itself is not believed."""
    content, changed = io.BytesIO(xlsx.pack(make_bank()).content), io.BytesIO()
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'encoding="UTF-8"', b'encoding="UBF-8"'))
    with pytest.raises(InputError, match="workbook"):
        xlsx_reading.read(changed.getvalue())


def test_a_workbook_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """What 100 kB unpack to in time and memory is the affair of a process that can be stopped."""
    monkeypatch.setattr(apart, "PATIENCE", 1)
    with zipfile.ZipFile(io.BytesIO(xlsx.pack(make_bank()).content)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    parts["xl/sharedStrings.xml"] = b"<sst>" + b"<si><t>a</t></si>" * 2_000_000 + b"</sst>"
    with pytest.raises(InputError, match=r"^evil\.xlsx: this file takes too long"):
        xlsx.take(zipped(parts), name="evil.xlsx")


def test_rows_are_read_whatever_a_sheet_says_of_its_size() -> None:
    """A dimension that is too small hides no question."""
    with zipfile.ZipFile(io.BytesIO(xlsx.pack(make_bank()).content)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    assert b'<dimension ref="A1:M6"/>' in parts[sheet]
    parts[sheet] = parts[sheet].replace(b'"A1:M6"', b'"A1:M2"')
    assert len(xlsx_reading.read(zipped(parts)).items) == len(make_bank().items)


def test_kahoots_sheet_is_known_by_its_headings_wherever_they_are_kept() -> None:
    """Among the texts of the book, or in the sheet itself, as openpyxl writes them; its columns stand anywhere."""
    rows = [
        ["Question - max 120 characters", "Correct answer(s)", "Answer 1", "Answer 2", "Time limit (sec)"],
        ["When?", "2", "1998", "2002", "20"],
    ]
    book, inline = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(inline)
    assert b"sharedStrings" not in inline.getvalue()
    for each in (written(rows, sheet="x"), inline.getvalue()):
        form = recognise(each, name="quiz.xlsx")
        assert form is not None
        assert form.name == "kahoot"
        assert [(item.stem, item.keys) for item in kahoot_reading.read(each).items] == [("When?", ("2002",))]


def changed(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with something else in its first sheet."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        entries = {name: book.read(name) for name in book.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    return zipped(entries | {sheet: change(entries[sheet])})


@pytest.mark.parametrize("reader", [kahoot_reading, xlsx_reading])
def test_a_row_that_no_program_can_have_is_refused_at_once(reader: ModuleType) -> None:
    """A number of 20 digits is no promise of so many empty rows; the last row that Excel has is one."""
    pack = kahoot.pack if reader is kahoot_reading else xlsx.pack
    content = pack(make_bank(items=(make_item("choice"), make_item("choice", id="other")))).content
    last = re.compile(rb'<row r="\d+"(?!.*<row )', re.DOTALL)
    far = changed(content, lambda sheet: last.sub(b'<row r="1048576"', sheet))
    assert [said.line for said in reader.read(far).items][-1] == 1_048_576
    with pytest.raises(InputError, match="too broken"):
        reader.read(changed(content, lambda sheet: last.sub(b'<row r="18446744073709551616"', sheet)))


@pytest.mark.parametrize("reader", [kahoot_reading, xlsx_reading])
def test_a_sheet_with_a_lock_is_refused(reader: ModuleType) -> None:
    """Python's zip says so as a mere RuntimeError."""
    content = re.sub(rb"(PK\x01\x02.{4}).", b"\\1\x01", xlsx.pack(make_bank()).content, flags=re.DOTALL)
    with pytest.raises(InputError, match="too broken"):
        reader.read(content)
