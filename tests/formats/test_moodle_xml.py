"""Moodle XML as Moodle exports it, and hostile XML."""

import pytest
from lxml import etree

from builders import make_bank, make_item
from quizapp.formats.moodle_xml import pack, take
from quizapp.formats.moodle_xml_reading import read
from quizapp.formats.unseen import BLAME, HINT, PICTURE, PRAISE, SHARE, SOUND, TAGS, TOLERANCE
from quizapp.kit.errors import InputError
from quizapp.model.fact import Hedge
from quizapp.model.item import Distractor, Pair

FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<!-- question: 0 -->
  <question type="category"><category><text>$course$/top/Harbours/Bells</text></category></question>
  <question type="multichoice">
    <name><text>Who?</text></name>
    <questiontext format="html"><text><![CDATA[<p>Who <b>called</b> it a nuisance?<br>Pick one.</p>
<script>alert(1)</script>]]></text></questiontext>
    <generalfeedback format="html"><text>She&amp;nbsp;did.</text></generalfeedback>
    <single>true</single>
    <answer fraction="100" format="html"><text><![CDATA[<p>Edith Crane</p>]]></text></answer>
    <answer fraction="0" format="html"><text>The clerk</text><feedback format="html"><text>Not quoted.</text></feedback>
    </answer>
    <answer fraction="0"><text>A fisherman</text></answer>
  </question>
  <question type="multichoice"><questiontext><text>Tick.</text></questiontext><single>false</single>
    <answer fraction="50"><text>a</text></answer><answer fraction="50"><text>b</text></answer>
    <answer fraction="-100"><text>c</text></answer></question>
  <question type="truefalse"><questiontext><text>It rings.</text></questiontext>
    <answer fraction="0"><text>true</text></answer><answer fraction="100"><text>false</text></answer></question>
  <question type="numerical"><questiontext><text>How heavy?</text></questiontext>
    <answer fraction="100"><text>500</text><tolerance>5</tolerance></answer>
    <units><unit><multiplier>1</multiplier><unit_name>kg</unit_name></unit></units></question>
  <question type="matching"><questiontext><text>Match.</text></questiontext>
    <subquestion><text>a</text><answer><text>1</text></answer></subquestion>
    <subquestion><text>b</text><answer><text>2</text></answer></subquestion>
    <subquestion><text></text><answer><text>3</text></answer></subquestion></question>
  <question type="cloze"><questiontext><text>The {1:SHORTANSWER:=fog~%50%mist#nearly} hides {2:MULTICHOICE:the fish~=the
    quay}.</text></questiontext></question>
  <question type="essay"><questiontext><text>Write.</text></questiontext></question>
  <question type="description"><questiontext><text>Read.</text></questiontext></question>
</quiz>
"""


def test_what_moodle_exports_is_taken() -> None:
    """Markup is read as a person would see it; what has no key is refused by its line."""
    taken = read(FOREIGN.encode())
    who, tick, rings, heavy, match, fog = taken.items
    assert taken.title == "Bells"
    assert (who.kind, who.stem) == ("choice", "Who called it a nuisance?\nPick one.")
    assert (who.keys, who.rationale, who.id, who.line) == (("Edith Crane",), "She\u00a0did.", "Who?", 5)
    assert who.distractors == (
        Distractor(text="The clerk", why="Not quoted."),
        Distractor(text="A fisherman", why=""),
    )
    assert (tick.kind, tick.keys) == ("multiple", ("a", "b"))
    assert (rings.kind, rings.keys) == ("true-false", ("False",))
    assert (heavy.value, heavy.unit, heavy.hedge, heavy.keys) == ("500", "kg", Hedge.ABOUT, ("500 kg",))
    assert match.pairs == (Pair(prompt="a", answer="1"), Pair(prompt="b", answer="2"))
    assert (fog.kind, fog.stem) == ("cloze", "The ____ hides ____.")
    assert fog.keys[0] == "fog"
    assert [refusal.line for refusal in taken.refusals] == [30]


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz><question type="essay">&x;</question></quiz>',
        '<!DOCTYPE quiz SYSTEM "http://localhost/x.dtd"><quiz/>'.encode("utf-16"),
        b"<quiz>&x;</quiz>",
        b"<quiz>" + b"<a>" * 100_000,
        b"<html/>",
        b"<quiz><question>",
        b"",
    ],
    ids=["entity", "document type", "no such entity", "deep", "another", "cut", "nothing"],
)
def test_hostile_and_broken_xml_is_refused(content: bytes) -> None:
    """No entity, no document type, no bottomless tree; nothing is fetched."""
    with pytest.raises(InputError, match=r"evil\.xml"):
        take(content, name="evil.xml")


GAPS = """<quiz><question type="cloze"><questiontext><text>{1:SHORTANSWER:%50%mist~=fog#yes~%100%haze~cloud} weighs
{1:NUMERICAL:=24:0.1} or {2:NM:=5}.</text></questiontext></question></quiz>"""


def test_a_gap_has_its_right_wordings_and_no_others() -> None:
    """A share of the mark is not the whole; a tolerance is no part of a number; what is left is said."""
    (said,) = read(GAPS.encode()).items
    assert (said.stem, said.keys) == ("____ weighs\n____ or ____.", ("fog", "24", "5"))
    assert set(said.lost) == {
        "an answer for a part of the mark is not taken",
        "feedback on a right answer is not taken",
        "the wrong options of a gap are not taken",
        "other wordings of a gap beside others are not taken",
        "the tolerance of a number in a gap is not taken",
    }


LOSSES = """<quiz><question type="numerical">
<questiontext><text>&lt;p&gt;How? &lt;img src="x" alt="y"&gt;</text></questiontext>
<answer fraction="100"><text>5</text><tolerance>0.5</tolerance><feedback><text>Well done &lt;audio src="x"&gt;</text>
</feedback></answer><answer fraction="50"><text>6</text></answer><hint><text>Count.</text></hint>
<tags><tag><text>x</text></tag></tags></question></quiz>"""


def test_what_is_not_taken_is_said() -> None:
    """Pictures, sounds, tolerances, hints, tags, shares of a mark, feedback on what is right."""
    (said,) = read(LOSSES.encode()).items
    assert said.value == "5"
    assert set(said.lost) == {PICTURE, SOUND, TOLERANCE, HINT, TAGS, SHARE, PRAISE}
    assert not any(item.lost for item in read(pack(make_bank()).content).items)


def test_no_text_is_markup_or_a_gap() -> None:
    """Texts go as plain text; in a sentence with gaps, which Moodle reads as HTML, they are escaped."""
    hostile = "<script>]]>{1:SHORTANSWER:=x} & \x1f"
    items = (
        make_item("short", stem=hostile, key=hostile),
        make_item("cloze", stem=f"{hostile} ____ {hostile}", keys=("a}b~c#d*",)),
    )
    packed = pack(make_bank(items=items)).content
    short, cloze = etree.fromstring(packed).findall("question")[1:]
    assert short.find("questiontext").get("format") == "plain_text"
    markup = cloze.findtext("questiontext/text")
    assert "<script" not in markup
    assert markup.count("{") == 1
    back = read(packed).items
    assert back[0].stem == back[0].keys[0] == hostile.replace("\x1f", "").strip()
    assert back[1].keys == ("a}b~c#d*",)


def test_an_asterisk_is_a_text_and_a_bare_one_is_anything() -> None:
    """Ours is escaped and comes back; Moodle's own stands for every other answer, and is no wrong option."""
    item = make_item("short", distractors=(Distractor(text="*", why="w"),))
    packed = pack(make_bank(items=(item,))).content
    assert [each.text for each in read(packed).items[0].distractors] == ["*"]
    assert not read(packed.replace(b"\\*", b"*")).items[0].distractors


@pytest.mark.parametrize(
    ("general", "rationale", "lost"),
    [("It rises in the east.", "It rises in the east.", {BLAME, PRAISE}), ("", "Well done.", {BLAME})],
)
def test_the_reason_of_a_statement_is_for_everybody_or_for_the_right_answer(
    general: str, rationale: str, lost: set[str]
) -> None:
    """What is shown to those who are wrong is no reason for the key; what is left out is said."""
    told = f"""<quiz><question type="truefalse"><questiontext><text>The sun rises in the west.</text></questiontext>
    <generalfeedback><text>{general}</text></generalfeedback>
    <answer fraction="0"><text>true</text><feedback><text>Wrong.</text></feedback></answer>
    <answer fraction="100"><text>false</text><feedback><text>Well done.</text></feedback></answer></question></quiz>"""
    (sun,) = read(told.encode()).items
    assert (sun.keys, sun.rationale, set(sun.lost)) == (("False",), rationale, lost)
