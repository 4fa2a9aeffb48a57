"""Moodle XML as Moodle and others export it, read question by question; runs apart."""

import html
import re
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from quizapp.formats.basket import Basket
from quizapp.formats.html_text import text_of_html
from quizapp.formats.options import matched
from quizapp.formats.parcel import Imported, Taken
from quizapp.formats.proof import read_proof
from quizapp.formats.unseen import BLAME, CATEGORY, HINT, PRAISE, SHARE, TAGS, TOLERANCE, unseen_in
from quizapp.formats.xml import tree_of
from quizapp.kit.errors import InputError
from quizapp.model.fact import Hedge
from quizapp.model.item import GAP, Distractor

_GAP_MARK: Final = re.compile(
    r"(?<!\\)\{[0-9]*:(SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC|NUMERICAL|NM|MULTICHOICE[A-Z_]*|MC[A-Z]*)"
    r":((?:\\.|&#?\w+;|[^\\}])*)\}"
)
_ALTERNATIVE: Final = re.compile(
    r"(?:^|~)(=|%-?[0-9]{1,3}(?:\.[0-9]*)?%|)((?:\\.|&#?\w+;|[^\\~#])*)(?:#((?:\\.|&#?\w+;|[^\\~])*))?"
)
_NUMBERS: Final = frozenset({"NUMERICAL", "NM"})
_FULL: Final = 99.9
_SKIPPED: Final = frozenset({"category", "description"})


def read(content: bytes) -> Taken:
    """Every question of a Moodle XML file.

    Raises:
        InputError: it is no XML, or none of Moodle's.
    """
    root = tree_of(content)
    if root.tag != "quiz":
        raise InputError("this XML is not Moodle's: it does not begin with <quiz>")
    title, basket = "", Basket()
    for element in root.iterchildren("question"):
        kind = element.get("type", "")
        if kind == "category":
            named = re.split(r"(?<!/)/(?!/)", _text(element.find("category")))[-1].replace("//", "/")
            if title and title != named:
                basket.leave(element.sourceline or 0, CATEGORY)
            title = title or named
        if kind in _SKIPPED:
            continue
        with basket.at(element.sourceline or 0):
            basket.add(_question(element, kind))
    return basket.taken(title)


def _question(element: etree._Element, kind: str) -> Imported:
    stem = _formatted(element.find("questiontext"))
    if not stem:
        raise ValueError("the question is empty")
    proof = read_proof(_formatted(element.find("generalfeedback")))
    said = _answered(element, kind, stem)
    said = replace(
        said,
        rationale=proof.rationale or said.rationale,
        quotes=proof.quotes,
        id=_plain(element.find("idnumber")) or _text(element.find("name")),
        line=element.sourceline or 0,
        lost=said.lost + _lost(element, kind, praise_taken=bool(said.rationale) and not proof.rationale),
    )
    return replace(said, keys=(proof.answer,)) if said.kind == "numeric" and proof.answer else said


def _lost(element: etree._Element, kind: str, *, praise_taken: bool) -> tuple[str, ...]:
    """What Moodle has of a question and we have not; the feedback on what is right may be the rationale."""
    markups = [_text(each) for each in element.iter() if each.tag not in _NAMES and _is_html(each)]
    answers = _answers(element)
    typed = kind in {"shortanswer", "numerical"}
    found = {
        TAGS: element.find("tags/tag") is not None,
        HINT: any(_text(each) for each in element.iterchildren("hint")),
        TOLERANCE: kind == "numerical" and any(_tolerance(each) for each in element.iterchildren("answer")),
        PRAISE: not praise_taken and any(why and fraction > 0 for _, fraction, why in answers),
        BLAME: kind == "truefalse" and any(why and fraction <= 0 for _, fraction, why in answers),
        SHARE: (typed or _is_single(element)) and any(0 < fraction < _FULL for _, fraction, _ in answers),
        _CAPITALS: kind == "shortanswer" and _plain(element.find("usecase")) == "1",
        _UNITS: len(element.findall("units/unit")) > 1,
    }
    return (*unseen_in(*markups), *(what for what, is_there in found.items() if is_there))


_CAPITALS: Final = "that capitals count is not taken"
_UNITS: Final = "only the first unit is taken"
_NAMES: Final = frozenset({"name", "tag"})


def _tolerance(answer: etree._Element) -> bool:
    return _plain(answer.find("tolerance")).strip("0.,") != ""


def _is_single(element: etree._Element) -> bool:
    return _plain(element.find("single")) not in {"false", "0"}


def _answered(element: etree._Element, kind: str, stem: str) -> Imported:
    match kind:
        case "multichoice":
            return _picked(element, stem)
        case "truefalse":
            right = [(text, why) for text, fraction, why in _answers(element) if fraction >= _FULL]
            keys = tuple(text.capitalize() for text, _ in right)
            return Imported(kind="true-false", stem=stem, keys=keys, rationale=" ".join(why for _, why in right))
        case "shortanswer":
            return _typed(element, stem)
        case "numerical":
            return _number(element, stem)
        case "matching":
            return _matched(element, stem)
        case "cloze":
            return _gapped(element)
        case _:
            raise ValueError(f"questions of the type “{kind[:40]}” have no key that could be taken")


def _picked(element: etree._Element, stem: str) -> Imported:
    answers = _answers(element)
    right = [text for text, fraction, _ in answers if fraction > 0]
    wrong = tuple(Distractor(text=text, why=why) for text, fraction, why in answers if fraction <= 0)
    if not right:
        raise ValueError("no option is right")
    if _is_single(element) or len(right) == 1:
        best = max(answers, key=lambda answer: answer[1])[0]
        return Imported(kind="choice", stem=stem, keys=(best,), distractors=wrong)
    return Imported(kind="multiple", stem=stem, keys=tuple(right), distractors=wrong)


def _typed(element: etree._Element, stem: str) -> Imported:
    given = [answer for answer in _answers(element) if answer[0] != "*"]  # a bare asterisk stands for anything else
    answers = [(text.replace("\\*", "*"), fraction, why) for text, fraction, why in given]
    keys = tuple(text for text, fraction, _ in answers if fraction >= _FULL)
    wrong = tuple(Distractor(text=text, why=why) for text, fraction, why in answers if fraction <= 0)
    if not keys:
        raise ValueError("no answer has the full mark")
    return Imported(kind="short", stem=stem, keys=keys[:1], accepted=keys[1:], distractors=wrong)


def _number(element: etree._Element, stem: str) -> Imported:
    full = [answer for answer in element.iterchildren("answer") if _fraction(answer) >= _FULL]
    if not full:
        raise ValueError("no number has the full mark")
    value = _text(full[0])
    hedge = Hedge.ABOUT if _tolerance(full[0]) else Hedge.EXACT
    unit = _plain(element.find("units/unit/unit_name"))
    return Imported(kind="numeric", stem=stem, keys=(f"{value} {unit}".strip(),), value=value, unit=unit, hedge=hedge)


def _matched(element: etree._Element, stem: str) -> Imported:
    return matched(stem, ((_formatted(sub), _text(sub.find("answer"))) for sub in element.iterchildren("subquestion")))


def _gapped(element: etree._Element) -> Imported:
    asked = element.find("questiontext")
    markup = _text(asked)
    gaps = [_gap(*gap.groups()) for gap in _GAP_MARK.finditer(markup)]
    if not gaps or not all(gap.right for gap in gaps):
        raise ValueError("no gap with a right answer was found")
    stem = _GAP_MARK.sub(GAP, markup)
    stem = text_of_html(stem) if _is_html(asked) else stem
    several = len(gaps) > 1
    accepted = () if several else gaps[0].right[1:]
    more = (_MORE,) if several and any(len(gap.right) > 1 for gap in gaps) else ()
    lost = dict.fromkeys((*(what for gap in gaps for what in gap.lost), *more))
    keys = tuple(gap.right[0] for gap in gaps)
    return Imported(kind="cloze", stem=stem, keys=keys, accepted=accepted, lost=tuple(lost))


@dataclass(frozen=True, slots=True)
class _Gap:
    """What may stand in a gap, and what of it is not taken."""

    right: tuple[str, ...]
    lost: tuple[str, ...]


_MORE: Final = "other wordings of a gap beside others are not taken"
_OPTIONS: Final = "the wrong options of a gap are not taken"
_GAP_TOLERANCE: Final = "the tolerance of a number in a gap is not taken"
_MOST_WORDINGS: Final = 20


def _gap(kind: str, inside: str) -> _Gap:
    """A gap of a kind; a number has its tolerance behind a colon."""
    right, lost = list[str](), list[str]()
    for mark, raw, feedback in _ALTERNATIVE.findall(inside):
        text = _wording(raw)
        if kind in _NUMBERS and ":" in text:
            text, _, tolerance = (part.strip() for part in text.partition(":"))
            lost += [_GAP_TOLERANCE] if tolerance.strip("0.,") else []
        share = _FULL if mark == "=" else float(mark.strip("%") or 0)
        if share >= _FULL:
            right.append(text)
        lost += [PRAISE] if feedback and share >= _FULL else []
        lost += [SHARE] if 0 < share < _FULL else []
        lost += [_OPTIONS] if share <= 0 and text != "*" else []
    return _Gap(tuple(filter(None, right[:_MOST_WORDINGS])), tuple(lost))


def _wording(raw: str) -> str:
    """One answer of a gap; entities are decoded, and a backslash before a mark goes."""
    text = re.sub(r"\\([}#~/\"])", r"\1", raw)
    return html.unescape(text).replace("\\*", "*").strip()


def _answers(element: etree._Element) -> list[tuple[str, float, str]]:
    """Each answer's text, its fraction in percent, and its feedback."""
    return [
        (_formatted(answer), _fraction(answer), read_proof(_formatted(answer.find("feedback"))).rationale)
        for answer in element.iterchildren("answer")
    ]


def _fraction(answer: etree._Element) -> float:
    try:
        return float(answer.get("fraction", "0"))
    except ValueError:
        return 0.0


def _formatted(element: etree._Element | None) -> str:
    text = _text(element)
    return text_of_html(text) if element is not None and _is_html(element) else text


def _is_html(element: etree._Element) -> bool:
    return element.get("format", "html") in {"html", "moodle_auto_format"}


def _text(element: etree._Element | None) -> str:
    return _plain(element.find("text")) if element is not None else ""


def _plain(element: etree._Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""
