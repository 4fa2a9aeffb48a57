"""Moodle XML as Moodle and others export it, read question by question; runs apart."""

import html
import re
from dataclasses import replace
from typing import Final

from lxml import etree

from quizapp.formats.basket import Basket
from quizapp.formats.html_text import text_of_html
from quizapp.formats.options import matched
from quizapp.formats.parcel import Imported, Taken
from quizapp.formats.proof import read_proof
from quizapp.formats.xml import tree_of
from quizapp.kit.errors import InputError
from quizapp.model.fact import Hedge
from quizapp.model.item import GAP, Distractor

_GAP_MARK: Final = re.compile(
    r"(?<!\\)\{[0-9]*:(SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC|NUMERICAL|NM|MULTICHOICE[A-Z_]*|MC[A-Z]*)"
    r":((?:\\.|&#?\w+;|[^\\}])*)\}"
)
_ALTERNATIVE: Final = re.compile(r"(=|%[0-9.]+%)((?:\\.|&#?\w+;|[^\\~#])*)")
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
            title = title or re.split(r"(?<!/)/(?!/)", _text(element.find("category")))[-1].replace("//", "/")
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
    said = replace(
        _answered(element, kind, stem),
        rationale=proof.rationale,
        quotes=proof.quotes,
        id=_plain(element.find("idnumber")) or _text(element.find("name")),
        line=element.sourceline or 0,
    )
    return replace(said, keys=(proof.answer,)) if said.kind == "numeric" and proof.answer else said


def _answered(element: etree._Element, kind: str, stem: str) -> Imported:
    match kind:
        case "multichoice":
            return _picked(element, stem)
        case "truefalse":
            right = [text for text, fraction, _ in _answers(element) if fraction >= _FULL]
            return Imported(kind="true-false", stem=stem, keys=tuple(text.capitalize() for text in right))
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
    single = _plain(element.find("single")) not in {"false", "0"}
    right = [text for text, fraction, _ in answers if fraction > 0]
    wrong = tuple(Distractor(text=text, why=why) for text, fraction, why in answers if fraction <= 0)
    if not right:
        raise ValueError("no option is right")
    if single or len(right) == 1:
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
    hedge = Hedge.EXACT if _plain(full[0].find("tolerance")) in {"", "0", "0.0"} else Hedge.ABOUT
    unit = _plain(element.find("units/unit/unit_name"))
    return Imported(kind="numeric", stem=stem, keys=(f"{value} {unit}".strip(),), value=value, unit=unit, hedge=hedge)


def _matched(element: etree._Element, stem: str) -> Imported:
    return matched(stem, ((_formatted(sub), _text(sub.find("answer"))) for sub in element.iterchildren("subquestion")))


def _gapped(element: etree._Element) -> Imported:
    asked = element.find("questiontext")
    markup = _text(asked)
    gaps = [[_wording(each[2]) for each in _ALTERNATIVE.finditer(gap[2])][:20] for gap in _GAP_MARK.finditer(markup)]
    if not gaps or not all(gaps):
        raise ValueError("no gap with a right answer was found")
    stem = _GAP_MARK.sub(GAP, markup)
    stem = text_of_html(stem) if _is_html(asked) else stem
    accepted = tuple(gaps[0][1:]) if len(gaps) == 1 else ()
    return Imported(kind="cloze", stem=stem, keys=tuple(wordings[0] for wordings in gaps), accepted=accepted)


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
