"""Worksheets: what a teacher prints, and what no text can do to it."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import html
from pypdf import PdfReader

from bank.samples import SAMPLE, banks
from builders import GATHERED, KINDS, make_bank, make_item
from quizapp.formats import worksheet_html, worksheet_pdf
from quizapp.formats.parcel import Packed
from quizapp.formats.printed import unprinted
from quizapp.formats.worksheet import Paper, Version, letter, sheet_of
from quizapp.kit.text import visible
from quizapp.model.item import Bank, ChoiceItem, OrderingItem, options_of

GOLDEN = Path(__file__).parent / "golden"
ALL_KINDS = make_bank(items=tuple(make_item(kind) for kind in (*KINDS, *GATHERED)))
HOSTILE = '</style><script>alert(1)</script> #read("/etc/passwd") $x$ \\ ]] {{c1::y}} \x1b[2J \u202e &amp; =1+1'


def text_of(pdf: bytes) -> str:
    """All words of a PDF, page by page."""
    return "\n\f\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_the_page_is_what_it_was() -> None:
    """The golden page is read by people; a change of it is looked at."""
    content = worksheet_html.pack(SAMPLE, seed="golden", version="B").content
    assert content.decode() == (GOLDEN / "worksheet.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("version", ["A", "B", "C"])
def test_the_same_sheet_is_the_same_bytes(paper: Paper, version: Version) -> None:
    """No date and no chance of its own is in either."""
    for pack in (worksheet_html.pack, worksheet_pdf.pack):
        assert pack(SAMPLE, seed="s", paper=paper, version=version) == pack(
            SAMPLE, seed="s", paper=paper, version=version
        )


def test_a_pdf_tells_no_time() -> None:
    """A sheet printed tomorrow is the sheet of today."""
    assert PdfReader(io.BytesIO(worksheet_pdf.pack(ALL_KINDS).content)).metadata.creation_date is None  # type: ignore[union-attr]  # ours has some


def test_a_pdf_has_every_question_and_its_evidence() -> None:
    """Stems, options and, on the page of the key, the sentence with its paragraph."""
    asked, key = text_of(worksheet_pdf.pack(ALL_KINDS).content).split("\f")
    flat = re.sub(r"\s+", " ", asked)
    assert all(option in flat for item in ALL_KINDS.items for option in options_of(item))
    assert "Which town hung the bell?" in flat
    assert "¶" not in flat
    assert "Answer key" in key
    assert all(each.quote in re.sub(r"\s+", " ", key) for item in ALL_KINDS.items for each in item.evidence)
    assert "¶ 1" in key


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("letter", 612)])
def test_a_pdf_fits_its_paper(paper: Paper, width: int) -> None:
    """A4 and Letter."""
    content = worksheet_pdf.pack(ALL_KINDS, paper=paper).content
    assert int(PdfReader(io.BytesIO(content)).pages[0].mediabox.width) == width


def test_what_is_longer_than_a_page_goes_on_overleaf() -> None:
    """Nothing is cut off at the foot of a page."""
    words = [f"word{number}" for number in range(3_000)]
    bank = make_bank(items=(make_item("short", stem=" ".join(words)),))
    assert set(words) <= set(text_of(worksheet_pdf.pack(bank).content).split())


def test_hostile_text_stays_text() -> None:
    """No text becomes markup of HTML or of Typst."""
    bank = make_bank(items=(make_item("choice", stem=HOSTILE, rationale=HOSTILE),))
    bank = replace(bank, article=replace(bank.article, title=HOSTILE, language='"><b>', byline=HOSTILE))
    tree = html.document_fromstring(worksheet_html.pack(bank).content)
    assert not tree.xpath("//script")
    assert tree.xpath("//p[@class='stem']/text()") == [visible(HOSTILE)]
    printed = re.sub(r"\s+", "", text_of(worksheet_pdf.pack(bank).content))
    assert '<script>alert(1)</script>#read("/etc/passwd")$x$\\]]{{c1::y}}' in printed


@settings(max_examples=25, deadline=None)
@given(banks())
def test_any_bank_can_be_printed(bank: Bank) -> None:
    """Whatever stands in a bank, there is a page and a PDF, and the page holds no element that we did not write."""
    tree = html.document_fromstring(worksheet_html.pack(bank).content)
    assert {each.tag for each in tree.iter()} <= set(
        "html head meta title style body main header h1 p span i b em ol li div section blockquote small".split()
    )
    assert worksheet_pdf.pack(bank).content.startswith(b"%PDF")


def test_versions_differ_in_order_alone() -> None:
    """Neighbours cannot copy, and each has the same questions."""
    bank = make_bank(count=20)
    sheets = [sheet_of(bank, seed="s", version=version)[0] for version in ("A", "B", "C")]
    stems = [[question.stem for question in sheet.questions] for sheet in sheets]
    assert [sorted(each) for each in stems] == [sorted(stems[0])] * 3
    assert stems[1] != stems[0] != stems[2] != stems[1]


def test_the_key_names_the_letter_of_the_right_option() -> None:
    """The letter leads to the option on the sheet."""
    bank = make_bank(items=tuple(make_item("choice", id=f"c-{n}", fact=f"f-{n}") for n in range(12)))
    sheet, _ = sheet_of(bank, seed="s", version="C")
    right = set()
    for question, solution in zip(sheet.questions, sheet.solutions, strict=True):
        options = {option.letter: option.text for option in question.options}
        name, text = solution.right[0].split(" · ")
        assert options[name] == text == "Edith Crane"
        right.add(name)
    assert len(right) > 1


def test_things_to_order_do_not_stand_in_order() -> None:
    """A sheet never prints the answer as the question."""
    for number in range(30):
        item = make_item("ordering", id=f"o-{number}")
        assert isinstance(item, OrderingItem)
        sheet, _ = sheet_of(make_bank(items=(item,)), seed="s", version="A")
        assert tuple(option.text for option in sheet.questions[0].options) != item.keys


def test_one_question_of_each_fact() -> None:
    """A second question about a fact would give the first away; the loss says so."""
    first, second = make_item("choice", fact="f"), make_item("short", fact="f")
    assert isinstance(first, ChoiceItem)
    sheet, losses = sheet_of(make_bank(items=(first, second)), seed="", version="A")
    assert [question.stem for question in sheet.questions] == [(first.stem,)]
    assert [loss.item for loss in losses] == [second.id]


def test_letters_go_on_after_z() -> None:
    """An item may have more options than the alphabet has letters."""
    assert [letter(index) for index in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]


@pytest.mark.parametrize("pack", [worksheet_html.pack, worksheet_pdf.pack], ids=["html", "pdf"])
def test_what_a_sheet_lacks_is_found_by_its_text(pack: Callable[[Bank], Packed]) -> None:
    """The sheet of a whole bank lacks nothing; one of less lacks all that the rest would say."""
    whole = pack(ALL_KINDS)
    assert unprinted(ALL_KINDS, whole) == ()
    less = replace(ALL_KINDS, items=ALL_KINDS.items[:1])
    lacking = {loss.item for loss in unprinted(ALL_KINDS, Packed(pack(less).content, whole.losses))}
    assert lacking >= {ALL_KINDS.items[1].id}
    assert ALL_KINDS.items[0].id not in lacking
