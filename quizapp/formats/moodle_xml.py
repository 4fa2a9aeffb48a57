"""Moodle XML, which keeps the most of all that Moodle reads; texts go as plain text, so that no markup is alive."""

import html
import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from quizapp.formats.apart import take_apart
from quizapp.formats.gift import share
from quizapp.formats.keeps import LEFT_OUT, fitting, losses_of
from quizapp.formats.options import options, places
from quizapp.formats.parcel import Loss, Packed, Taken
from quizapp.formats.proof import flat, proof_of, proof_text, why_of
from quizapp.formats.words import legal
from quizapp.model.item import (
    GAP,
    Bank,
    ChoiceItem,
    ClozeItem,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    NumericItem,
    OrderingItem,
    ShortAnswerItem,
    TrueFalseItem,
)

_TYPES: Final = {
    "choice": "multichoice",
    "multiple": "multichoice",
    "true-false": "truefalse",
    "short": "shortanswer",
    "numeric": "numerical",
    "cloze": "cloze",
    "matching": "matching",
    "ordering": "matching",
}
# Moodle decodes entities inside a gap, and never takes the & of one for the end of the answer.
_BESIDE_GAPS: Final = str.maketrans({"{": "&#123;", "\\": "&#92;", "\n": "<br>"})
"""What would begin a gap, or keep one from beginning."""

_IN_GAP: Final = re.compile(r"[}#~/\"\\{<>&*]")


def pack(bank: Bank, *, seed: str = "") -> Packed:
    """The bank as Moodle XML; the options' order follows from the seed."""
    losses, quiz = list[Loss](), etree.Element("quiz")
    category = etree.SubElement(quiz, "question", type="category")
    _text(etree.SubElement(category, "category"), f"$course$/top/{flat(bank.article.title).replace('/', '//')}")
    for item in bank.items:
        losses += losses_of(item, name="moodle-xml")
        for each in fitting((item,), name="moodle-xml"):
            if isinstance(each, MultipleChoiceItem) and share(len(each.keys)) is None:
                losses.append(Loss(each.id, f"{LEFT_OUT}: Moodle cannot share a mark among so many right options"))
            else:
                _question(quiz, each, bank, seed=seed)
    etree.indent(quiz, space="  ")
    content = etree.tostring(quiz, encoding="UTF-8", xml_declaration=True)
    return Packed(content + b"\n", tuple(losses))


def take(content: bytes, *, name: str) -> Taken:
    """Every question of a Moodle XML file.

    Raises:
        InputError: it is no XML, none of Moodle's, or takes too long or too much memory.
        DiskError: the reader cannot be started.
    """
    return take_apart("moodle_xml_reading", content, name=name)


def _question(quiz: etree._Element, item: Item, bank: Bank, *, seed: str) -> None:
    made = etree.SubElement(quiz, "question", type=_TYPES[item.kind])
    _text(etree.SubElement(made, "name"), item.id)
    if isinstance(item, ClozeItem):
        _text(etree.SubElement(made, "questiontext", format="html"), _gapped(item))
    else:
        _plain(made, "questiontext", item.stem)
    _plain(made, "generalfeedback", proof_text(proof_of(item, bank.article)))
    _fields(made, defaultgrade="1", penalty="0.3333333", hidden="0", idnumber=item.id)
    _answers(made, item, seed=seed)


def _answers(made: etree._Element, item: Item, *, seed: str) -> None:
    match item:
        case ChoiceItem() | MultipleChoiceItem():
            _picked(made, item, seed=seed)
        case TrueFalseItem():
            _judged(made, item)
        case ShortAnswerItem():
            _typed(made, item)
        case NumericItem():
            _numbered(made, item)
        case MatchingItem() | OrderingItem():
            _matched(made, item)
        case ClozeItem():
            return


def _typed(made: etree._Element, item: ShortAnswerItem) -> None:
    _fields(made, usecase="0")
    for text in (item.key, *item.accepted):
        _answer(made, _starred(text), fraction="100")
    for each in item.distractors:
        _answer(made, _starred(each.text), fraction="0", feedback=proof_text(why_of(each)))


def _starred(text: str) -> str:
    """A typed answer; Moodle takes a bare asterisk for anything at all."""
    return text.replace("*", "\\*")


def _judged(made: etree._Element, item: TrueFalseItem) -> None:
    for truth in (True, False):
        _answer(made, "true" if truth else "false", fraction="100" if truth is item.key else "0")


def _picked(made: etree._Element, item: ChoiceItem | MultipleChoiceItem, *, seed: str) -> None:
    single = isinstance(item, ChoiceItem)
    right = "100" if isinstance(item, ChoiceItem) else share(len(item.keys))
    wrong = "0" if single else f"-{share(len(item.distractors)) or '100'}"
    _fields(made, single="true" if single else "false", shuffleanswers="true", answernumbering="abc")
    for each in options(item, seed=seed):
        _answer(made, each.text, fraction=f"{right if each.right else wrong}", feedback=each.feedback)


def _numbered(made: etree._Element, item: NumericItem) -> None:
    answer = _answer(made, item.value, fraction="100")
    _fields(answer, tolerance="0")
    if item.unit.strip():
        unit = etree.SubElement(etree.SubElement(made, "units"), "unit")
        _fields(unit, multiplier="1", unit_name=legal(flat(item.unit)))
        _fields(made, unitgradingtype="0", unitpenalty="0.1", showunits="0", unitsleft="0")


def _matched(made: etree._Element, item: MatchingItem | OrderingItem) -> None:
    pairs = places(item) if isinstance(item, OrderingItem) else item.pairs
    _fields(made, shuffleanswers="true")
    wrong = [("", each.text) for each in item.distractors] if isinstance(item, MatchingItem) else []
    for prompt, answer in (*((pair.prompt, pair.answer) for pair in pairs), *wrong):
        sub = _plain(made, "subquestion", prompt)
        _text(etree.SubElement(sub, "answer"), answer)


def _gapped(item: ClozeItem) -> str:
    """The sentence as HTML with an embedded answer for each gap."""
    gaps = [_gap((key, *(item.accepted if len(item.keys) == 1 else ()))) for key in item.keys]
    parts = [_inert(part) for part in item.stem.split(GAP)]
    return "".join(part + gap for part, gap in zip(parts, [*gaps, ""], strict=True))


def _gap(accepted: Iterable[str]) -> str:
    wordings = "~".join("=" + _IN_GAP.sub(_entity, flat(text).replace("*", "\\*")) for text in accepted)
    return f"{{1:SHORTANSWER:{wordings}}}"


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _inert(text: str) -> str:
    """Plain text as HTML in which no brace begins a gap."""
    return html.escape(legal(text), quote=False).translate(_BESIDE_GAPS)


def _answer(made: etree._Element, text: str, *, fraction: str, feedback: str = "") -> etree._Element:
    answer = etree.SubElement(made, "answer", fraction=fraction, format="plain_text")
    _text(answer, text)
    _plain(answer, "feedback", feedback)
    return answer


def _plain(made: etree._Element, name: str, text: str) -> etree._Element:
    element = etree.SubElement(made, name, format="plain_text")
    _text(element, text)
    return element


def _text(made: etree._Element, text: str) -> None:
    etree.SubElement(made, "text").text = legal(text).strip()


def _fields(made: etree._Element, **fields: str) -> None:
    for name, value in fields.items():
        etree.SubElement(made, name).text = value
