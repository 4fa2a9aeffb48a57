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
from builders import GATHERED, KINDS, make_bank, make_distractor, make_item
from quizapp.formats import worksheet_html, worksheet_pdf
from quizapp.formats.boxes import boxed, boxes_in, is_covered
from quizapp.formats.parcel import Packed
from quizapp.formats.printed import unprinted
from quizapp.formats.worksheet import Paper, Version, letter, sheet_of
from quizapp.kit.text import visible
from quizapp.model.item import Bank, ChoiceItem, OrderingItem, Pair, options_of

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


def test_things_to_match_do_not_stand_in_order() -> None:
    """A column of answers beside their prompts, whatever stands between them, would be no question."""
    pairs = tuple(Pair(prompt=f"prompt {number}", answer=f"answer {number}") for number in range(3))
    for wrong in ((), (make_distractor("a lamp"),)):
        item = make_item("matching", pairs=pairs, distractors=wrong)
        for seed in range(60):
            sheet, _ = sheet_of(make_bank(items=(item,)), seed=str(seed), version="A")
            found = [each.text for each in sheet.questions[0].options if each.text.startswith("answer")]
            assert found != sorted(found)


def test_what_is_to_be_matched_stands_row_by_row() -> None:
    """A prompt and an answer on one line each, in the page and in the PDF; more answers than prompts go on below."""
    bank = make_bank(items=(make_item("matching"),))
    page = html.fromstring(worksheet_html.pack(bank).content.decode())
    rows = [each.text_content() for each in page.xpath("//div[@class='matching']/p")]
    assert [bool(text) for text in rows] == [True] * 6 + [False, True]
    assert rows[::2] == ["hung a bell", "calls it a nuisance", "ring it", ""]
    places = dict[str, float]()
    PdfReader(io.BytesIO(worksheet_pdf.pack(bank).content)).pages[0].extract_text(
        visitor_text=lambda text, _, at, *__: places.setdefault(text.strip(), at[5])
    )
    letters = [places[each] for each in "ABC"]
    assert letters == pytest.approx([places[pair.prompt] for pair in bank.items[0].pairs], abs=1)  # type: ignore[union-attr]  # a matching


def test_a_mark_after_a_gap_stays_with_it() -> None:
    """On any width: a comma alone at the beginning of a line is no sentence."""
    item = make_item("cloze", stem="It was caused by “____”, that is, by ____s of air ____.", keys=("a", "b", "c"))
    page = html.fromstring(worksheet_html.pack(make_bank(items=(item,))).content.decode())
    (stem,) = page.xpath("//p[@class='stem']")
    assert stem.text_content() == "It was caused by “”, that is, by s of air ."
    assert [each.text_content() for each in stem.xpath("./span[@class='held']")] == ["“”,", "s", "."]


def test_pages_are_numbered_and_no_question_is_alone_on_the_last() -> None:
    """By the page's own style, which browsers follow when they print; in the PDF by what goes over the page."""
    page = worksheet_html.pack(ALL_KINDS).content.decode()
    assert "counter(page)" in page
    assert "break-inside: avoid; }" in page.split(".last.last")[1]
    assert [len(each) for each in html.fromstring(page).xpath("//ol[@class='last']")] == [3, 3]
    for count in range(14, 40):
        items = tuple(make_item("short", id=f"i{number}", fact=f"f{number}") for number in range(count))
        asked, _ = text_of(worksheet_pdf.pack(make_bank(items=items)).content).split("Answer key", 1)
        last = asked.rpartition("\f")[0].rpartition("\f")[2]
        assert last.count("Which town") >= 3


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


SCRIPTS = {
    "greek": "Ποιος έγραψε την Οδύσσεια, Ὅμηρος;",
    "cyrillic": "Кто написал «Войну и мир»?",
    "hebrew": "מי כתב את 'אלטנוילנד' בשנת 1902?",
    "arabic": "من كتب كتاب الجبر (830 م)؟",
    "devanagari": "गीतांजलि किसने लिखी?",
    "chinese": "谁写了红楼梦？",
    "japanese": "「源氏物語」を書いたのは誰ですか。",
    "formula": "∑ₙ₌₁^∞ 1/n² = π²/6, ℝ³ ⊂ ℂ, H₂O ⇌ H⁺ + OH⁻, x̄ ≤ √2",
    "vector": "∮E⃗·dl",
    "emoji": "A whale: 🐋, 👩‍🔬",
    "nobody": "\U000f1234 is in no font",
}
OWN = {"greek", "cyrillic", "hebrew", "formula"}
"""Those for which Typst's own fonts suffice on any machine."""


def saying(texts: dict[str, str]) -> Bank:
    """A bank that asks these, by their names."""
    return make_bank(items=tuple(make_item("short", id=name, fact=name, stem=text) for name, text in texts.items()))


def test_what_is_no_box_can_be_read_and_every_box_is_said() -> None:
    """In whatever script: the sheet says it, or its loss says that no font here draws it and what does."""
    bank = saying(SCRIPTS)
    packed = worksheet_pdf.pack(bank)
    named = {loss.item for loss in packed.losses}
    assert "nobody" in named
    assert not named & OWN
    assert {loss.item for loss in unprinted(bank, packed)} <= named
    assert len({loss.what for loss in packed.losses}) == 1
    assert "worksheet-html" in packed.losses[0].what
    assert worksheet_html.pack(bank).losses == ()


def test_boxes_are_named_as_they_were_meant() -> None:
    """A letter with its mark is one, a joined emoji is one, and a letter that is drawn elsewhere is none."""
    text = "E E⃗, 👩‍🔬 \U000f1234"
    assert list(boxes_in(text, frozenset("E\u20d7👩\u200d🔬\U000f1234"))) == ["E⃗", "👩‍🔬", "\U000f1234"]
    title = replace(make_bank(), article=replace(make_bank().article, title="\U000f1234"))
    losses = worksheet_pdf.pack(title).losses
    assert [loss.item for loss in losses] == [title.article.id]
    assert "boxes for \U000f1234, which" in losses[0].what


def test_what_counts_as_covered_is_drawn_by_the_fonts_that_come_along() -> None:
    """Without a font of the machine, light and bold, each of them."""
    covered = [char for char in map(chr, range(0x20, 0x2FFF)) if is_covered(char) and char.isprintable()]
    source = b'#set text(font: "Libertinus Serif")\n#sys.inputs.text #text(weight: "bold", sys.inputs.text)'
    assert boxed(source, {"text": " ".join(covered)}, alone=True) == frozenset()
    assert len(covered) > 1_800
    assert boxed(source, {"text": "\u20d0 谁"}, alone=True) >= {"谁"}


def places(pdf: bytes) -> dict[str, float]:
    """How far from the left each piece of the first page's text begins."""
    found: dict[str, float] = {}

    def take(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            found.setdefault(text.strip(), cm[4] + tm[4] * cm[0])

    PdfReader(io.BytesIO(pdf)).pages[0].extract_text(visitor_text=take)
    return found


def test_a_question_that_is_read_from_the_right_stands_at_the_right() -> None:
    """Its number, its text and its marks; the question beside it stays where it was."""
    items = (
        make_item("choice", id="a", fact="a", stem=SCRIPTS["hebrew"], key="הרצל"),
        make_item("choice", id="b", fact="b", stem="Who was it?"),
    )
    found = places(worksheet_pdf.pack(make_bank(items=items)).content)
    middle = 595 / 2
    assert found["1"] > middle > found["2"]
    assert found["2"] < found["Who was it?"] < middle
    assert found["?"] < found["1902"] < found["מי"]
    page = html.document_fromstring(worksheet_html.pack(make_bank(items=items)).content)
    assert {each.get("dir") for each in page.xpath("//main//li")} == {"auto"}
