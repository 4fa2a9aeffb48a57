"""QTI packages, both versions: valid by IMS's schema, as Canvas wants them, and taken back as they were."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from lxml import etree

from bank.samples import SAMPLE, banks
from builders import GATHERED, KINDS, make_bank, make_distractor, make_item
from formats.archives import CANARIES, zip_bomb, zip_of
from formats.kept import compared, expected, flat
from quizapp.formats import qti12, qti12_reading, qti21, qti21_reading
from quizapp.formats.parcel import Packed, Taken
from quizapp.formats.unseen import PICTURE, SOUND
from quizapp.formats.verifying import broken_promises
from quizapp.kit.errors import InputError
from quizapp.model.item import Bank, Item

GOLDEN = Path(__file__).parent / "golden"
SCHEMAS = Path("/work/shared/schemas/qti21")
TEXT2QTI = Path(sys.executable).with_name("text2qti")
ALL_KINDS = make_bank(items=tuple(make_item(kind) for kind in (*KINDS, *GATHERED)))
HOSTILE = "<script>x</script> ]]> &lol; [gap1] <!DOCTYPE x> {{c1::y}} \x00\x1f\ufffe \u202e =1+1 ' \" `"
VERSIONS = pytest.mark.parametrize("version", [qti12, qti21], ids=["1.2", "2.1"])
READERS: dict[str, Callable[[bytes], Taken]] = {qti12.__name__: qti12_reading.read, qti21.__name__: qti21_reading.read}


def entries(packed: Packed) -> dict[str, bytes]:
    """The files of a package by name."""
    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="session")
def schema() -> etree.XMLSchema:
    """IMS's schema of QTI 2.1."""
    if not SCHEMAS.is_dir():
        pytest.skip(f"IMS's schemas are not in {SCHEMAS}")
    return etree.XMLSchema(etree.parse(str(SCHEMAS / "qtiv2p1" / "imsqti_v2p1.xsd")))


@pytest.mark.parametrize("bank", [ALL_KINDS, SAMPLE], ids=["builders", "samples"])
def test_every_file_is_valid_by_the_schema(schema: etree.XMLSchema, bank: Bank) -> None:
    """Items of all kinds, the test that holds them together, and the manifest."""
    packages = etree.XMLSchema(etree.parse(str(SCHEMAS / "imscp_v1p1.xsd")))
    files = entries(qti21.pack(bank))
    for name, content in files.items():
        (packages if name == "imsmanifest.xml" else schema).assertValid(etree.fromstring(content))
    assert len(files) == len(bank.items) + 2


@settings(max_examples=40, deadline=None)
@given(bank=banks())
def test_any_bank_is_valid_by_the_schema(schema: etree.XMLSchema, bank: Bank) -> None:
    """No text makes a file that a strict reader refuses."""
    for name, content in entries(qti21.pack(bank)).items():
        if name.startswith("items/"):
            schema.assertValid(etree.fromstring(content))


@VERSIONS
def test_the_manifest_names_every_file(version: ModuleType) -> None:
    """What is in the package is what the manifest says, and no other."""
    files = entries(version.pack(SAMPLE))
    manifest = etree.fromstring(files["imsmanifest.xml"])
    named = {each.get("href") for each in manifest.iter("{*}file")}
    assert named == set(files) - {"imsmanifest.xml"}
    names = [each.get("identifier") for each in manifest.iter("{*}resource")]
    assert len(names) == len(set(names))
    assert {each.get("identifierref") for each in manifest.iter("{*}dependency")} <= set(names)


@VERSIONS
def test_the_package_is_what_it_was(version: ModuleType) -> None:
    """The golden file is read by people; a change of it is looked at."""
    told = []
    for name, content in entries(version.pack(SAMPLE, seed="golden")).items():
        root = etree.fromstring(content)
        etree.indent(root)
        told.append(f"<!-- {name} -->\n{etree.tostring(root, encoding='unicode')}\n")
    golden = GOLDEN / f"{version.__name__.rpartition('.')[2]}.txt"
    assert "".join(told) == golden.read_text(encoding="utf-8")


@VERSIONS
def test_the_same_bank_is_the_same_bytes(version: ModuleType) -> None:
    """Neither the day nor chance is in a package."""
    assert version.pack(SAMPLE, seed="s") == version.pack(SAMPLE, seed="s")


@VERSIONS
@pytest.mark.parametrize("bank", [ALL_KINDS, SAMPLE], ids=["builders", "samples"])
def test_what_is_packed_can_be_taken(version: ModuleType, bank: Bank) -> None:
    """Kind, wording, keys, options with their reasons, pairs, numbers, rationale and every quote."""
    taken = version.take(version.pack(bank, seed="s").content, name="a.zip")
    assert taken.title == bank.article.title
    assert not taken.refusals
    assert [compared(each) for each in taken.items] == [compared(expected(item)) for item in bank.items]


@VERSIONS
@settings(max_examples=60, deadline=None)
@given(bank=banks())
def test_any_text_comes_back_as_it_is_kept(version: ModuleType, bank: Bank) -> None:
    """Quotes, markup, controls, scripts of all directions: what is seen is kept."""
    if bank.items:
        taken = READERS[version.__name__](version.pack(bank).content)
        assert not taken.refusals
        assert [compared(each) for each in taken.items] == [compared(expected(item)) for item in bank.items]


@VERSIONS
@pytest.mark.parametrize("accepted", [("12",), ("12", "a dozen"), ("a dozen", "12 bells"), ("12 bells", "12")])
def test_a_wording_that_is_the_bare_number_comes_back(version: ModuleType, accepted: tuple[str, ...]) -> None:
    """The key is “twelve”; that we add “12” ourselves takes no wording away, whatever `--verify` looks at."""
    numeric = make_item("numeric", key="twelve", value="12", unit="bells", accepted=accepted, derived=True)
    bank = make_bank(items=(numeric,))
    packed = version.pack(bank)
    name = "qti12" if version is qti12 else "qti21"
    assert broken_promises(bank, packed, READERS[version.__name__](packed.content), name=name) == ()


@VERSIONS
def test_hostile_text_stays_text(version: ModuleType) -> None:
    """No text becomes an element, an entity, a blank or a declaration."""
    wrong = tuple(make_distractor(f"{HOSTILE}{number}", why=HOSTILE) for number in range(3))
    items: tuple[Item, ...] = (
        make_item("choice", id="a", stem=HOSTILE, key=HOSTILE + "!", distractors=wrong, rationale=HOSTILE),
        make_item("cloze", id="b", stem=f"{HOSTILE} ____ {HOSTILE}", keys=(HOSTILE,)),
    )
    bank = make_bank(items=items)
    bank = replace(bank, article=replace(bank.article, title=HOSTILE, source=HOSTILE))
    packed = version.pack(bank)
    assert not any(b"<script" in content for content in entries(packed).values())
    taken = version.take(packed.content, name="a.zip")
    assert [flat(each.stem) for each in taken.items] == [flat(item.stem) for item in items]


@VERSIONS
def test_the_sentence_about_a_wrong_option_is_shown_beside_its_reason(version: ModuleType) -> None:
    """It goes along with the reason, and is no part of it when that is taken back."""
    packed = version.pack(SAMPLE)
    told = b"".join(entries(packed).values()).decode().replace("&lt;", "<").replace("&gt;", ">")
    assert "<span>That was she.</span> <q>Mara Holt, the last keeper</q> <small>¶ 2</small>" in told
    whys = [wrong.why for wrong in version.take(packed.content, name="a.zip").items[0].distractors]
    assert sorted(whys) == ["She said: a liar.", "That was she."]


@VERSIONS
def test_no_option_is_given_away_by_its_place_or_name(version: ModuleType) -> None:
    """The key is not always the first, and no name says which it is."""
    bank = make_bank(items=tuple(make_item("choice", id=f"c-{n}", fact=f"f-{n}") for n in range(12)))
    files = entries(version.pack(bank, seed="s"))
    tags = {"{*}simpleChoice", "{*}response_label"}
    roots = [etree.fromstring(content) for content in files.values()]
    items = [item for root in roots for item in root.iter("{*}assessmentItem", "{*}item")]
    places = {
        next(n for n, each in enumerate(item.iter(*tags)) if "Edith Crane" in "".join(each.itertext()))
        for item in items
    }
    assert len(items) == 12
    assert len(places) > 1


QUIZ = """Quiz title: Sample

1.  What is 2+3?
... Because it is.
a)  6
... too large
*b) 5

2.  Which are dinosaurs?
... Two are.
[*] T rex
[ ] cat
... purrs
[*] Raptor

3.  Capital of France?
... On the Seine.
*   Paris
*   Paris city

4.  How much?
... Exactly.
=   5 +- 0
"""


@pytest.fixture(scope="session")
def text2qti_package(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What text2qti, which writes for Canvas, makes of a quiz."""
    if not TEXT2QTI.exists():
        pytest.skip("text2qti is not installed")
    folder = tmp_path_factory.mktemp("text2qti")
    (folder / "quiz.txt").write_text(QUIZ, encoding="utf-8")
    subprocess.run([str(TEXT2QTI), "quiz.txt"], cwd=folder, check=True, capture_output=True, timeout=60)
    return (folder / "quiz.zip").read_bytes()


def shape_of(item: etree._Element) -> set[str]:
    """Every element of an item by its path, with the names of its attributes; what only we add is left out."""
    for field in item.findall(".//{*}qtimetadatafield"):
        if field[0].text == qti12.KIND:
            field.getparent().remove(field)
    paths = set()
    for node in item.iter(etree.Element):
        above = [etree.QName(each).localname for each in (node, *node.iterancestors())]
        paths.add("/".join(reversed(above)) + " " + ",".join(sorted(node.keys())))
    return paths


@pytest.mark.parametrize(
    "kind", ["multiple_choice_question", "multiple_answers_question", "short_answer_question"], ids=str
)
def test_our_items_have_the_shape_of_those_that_canvas_is_known_to_take(text2qti_package: bytes, kind: str) -> None:
    """The same elements with the same attributes at the same places as text2qti writes them."""

    def item_of(package: bytes) -> etree._Element:
        roots = [etree.fromstring(content) for content in entries(Packed(package)).values() if content]
        items = [item for root in roots for item in root.iter("{*}item")]
        return next(item for item in items if kind in "".join(item.itertext()))

    theirs, ours = shape_of(item_of(text2qti_package)), shape_of(item_of(qti12.pack(ALL_KINDS).content))
    assert theirs <= ours
    extra = {path for path in ours - theirs if "displayfeedback" not in path and "itemfeedback" not in path}
    assert not extra


def test_what_text2qti_writes_can_be_taken(text2qti_package: bytes) -> None:
    """Kinds, keys, wrong options and the general feedback."""
    taken = qti12.take(text2qti_package, name="quiz.zip")
    assert not taken.refusals
    assert taken.title == "Sample"
    assert [
        (each.kind, each.stem, each.keys, [(wrong.text, wrong.why) for wrong in each.distractors], each.rationale)
        for each in taken.items
    ] == [
        ("choice", "What is 2+3?", ("5",), [("6", "too large")], "Because it is."),
        ("multiple", "Which are dinosaurs?", ("T rex", "Raptor"), [("cat", "purrs")], "Two are."),
        ("short", "Capital of France?", ("Paris",), [], "On the Seine."),
        ("numeric", "How much?", ("5.0",), [], "Exactly."),
    ]
    assert taken.items[2].accepted == ("Paris city",)


ENTITIES = b"""<?xml version="1.0"?>
<!DOCTYPE questestinterop [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
<questestinterop><item><presentation><material><mattext>&b;&f;</mattext></material></presentation></item></questestinterop>"""

HOSTILE_FILES = {
    "nothing": b"",
    "no archive": b"PK\x03\x04",
    "an empty archive": zip_of({}),
    "canaries": zip_of(dict.fromkeys(CANARIES, b"<x/>")),
    "a bomb": zip_bomb("a.xml", 300 * 2**20),
    "entities": ENTITIES,
    "deep": b"<a>" * 100_000,
    "not XML": b"<questestinterop><item>",
    "another XML": b"<html/>",
    "a manifest that leads out": zip_of(
        {"imsmanifest.xml": b'<manifest><file href="../../../etc/passwd.xml"/><file href="/etc/passwd"/></manifest>'}
    ),
}


@VERSIONS
@pytest.mark.parametrize("name", HOSTILE_FILES)
def test_a_hostile_file_is_refused_with_its_name(version: ModuleType, name: str) -> None:
    """Archives and XML that would fill, freeze or read this machine: an error of ours that says which file."""
    with pytest.raises(InputError, match=r"^quiz\.zip[:0-9]*: ") as raised:
        version.take(HOSTILE_FILES[name], name="quiz.zip")
    assert "root:" not in str(raised.value)


def test_a_broken_file_of_a_package_is_refused_and_the_rest_taken() -> None:
    """One bad item does not cost the others."""
    files = entries(qti21.pack(ALL_KINDS))
    broken = next(name for name in files if name.startswith("items/"))
    taken = qti21.take(zip_of(files | {broken: b"<assessmentItem>"}), name="a.zip")
    assert len(taken.items) == len(ALL_KINDS.items) - 1
    assert [broken in refusal.what for refusal in taken.refusals] == [True]


def test_a_question_of_another_kind_is_refused_by_its_name() -> None:
    """The reason says what it is, so that somebody can find it."""
    essay = '<item ident="a" title="Tell us"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type'
    essay += (
        "</fieldlabel><fieldentry>essay_question</fieldentry></qtimetadatafield></qtimetadata></itemmetadata></item>"
    )
    taken = qti12.take(f"<questestinterop>{essay}</questestinterop>".encode(), name="a.xml")
    assert not taken.items
    assert [refusal.line for refusal in taken.refusals] == [1]
    assert "“Tell us” is of the kind “essay_question”" in taken.refusals[0].what


def test_a_picture_or_a_sound_is_not_taken_and_that_is_said() -> None:
    """As an element, and in HTML inside a text."""
    picture = '<p>Who?</p><img src="x.png" alt="A bell"/>'
    choice = """<choiceInteraction responseIdentifier="R" maxChoices="1"><simpleChoice identifier="A">a</simpleChoice>
    <simpleChoice identifier="B">b</simpleChoice></choiceInteraction>"""
    right = (
        '<responseDeclaration identifier="R"><correctResponse><value>A</value></correctResponse></responseDeclaration>'
    )
    item = f'<assessmentItem identifier="i">{right}<itemBody>{picture}{choice}</itemBody></assessmentItem>'
    (said,) = qti21.take(item.encode(), name="a.xml").items
    assert said.lost == (PICTURE,)
    told = """<item ident="a"><presentation><material><mattext texttype="text/html">Who? &lt;video src="x"&gt;</mattext>
    </material><response_str ident="r"><render_fib/></response_str></presentation><resprocessing><respcondition>
    <conditionvar><varequal respident="r">Holt</varequal></conditionvar><setvar>100</setvar></respcondition>
    </resprocessing></item>"""
    (said,) = qti12.take(f"<questestinterop>{told}</questestinterop>".encode(), name="a.xml").items
    assert said.lost == (SOUND,)


def test_a_question_that_does_not_say_what_is_right_is_refused() -> None:
    """A key is never guessed."""
    asked = '<p>Who?</p><p><textEntryInteraction responseIdentifier="R"/></p>'
    item = f'<assessmentItem identifier="i" title="T"><itemBody>{asked}</itemBody></assessmentItem>'
    taken = qti21.take(item.encode(), name="a.xml")
    assert not taken.items
    assert "does not say what is right" in taken.refusals[0].what


def test_an_item_is_named_by_its_line_and_in_a_package_by_its_number() -> None:
    """An editor finds the line; an archive has none, and a number alone would look like one."""
    essay = '<item ident="{0}" title="{0}">\n<presentation/></item>\n'
    one = f"<questestinterop>\n\n{essay.format('a')}{essay.format('b')}</questestinterop>".encode()
    refused = qti12.take(one, name="a.xml").refusals
    assert [(each.line, each.counted) for each in refused] == [(3, ""), (5, "")]
    packed = qti12.take(zip_of({"a.xml": one}), name="a.zip").refusals
    assert [(each.line, each.counted) for each in packed] == [(1, "item"), (2, "item")]


@VERSIONS
def test_a_question_of_a_package_has_a_number_and_no_line(version: ModuleType) -> None:
    """So that what it loses is told with the word."""
    taken = version.take(version.pack(ALL_KINDS).content, name="a.zip")
    assert [(each.line, each.counted) for each in taken.items] == [(n, "item") for n in range(1, len(taken.items) + 1)]


def test_a_question_of_one_file_has_its_line() -> None:
    """Of QTI 2.1 there is one item in a file, which begins where its element does."""
    files = entries(qti21.pack(ALL_KINDS))
    item = next(content for name, content in files.items() if name.startswith("items/"))
    start = item.index(b"<assessmentItem")
    (said,) = qti21.take(item[:start] + b"<!-- a\nb -->\n" + item[start:], name="a.xml").items
    assert (said.line, said.counted) == (item[:start].count(b"\n") + 3, "")
