"""GIFT as people and programs write it, read question by question; what is broken is named by its line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Final

from quizapp.formats.basket import LONGEST, Basket
from quizapp.formats.html_text import text_of_html
from quizapp.formats.markdown_reading import words_of
from quizapp.formats.options import matched
from quizapp.formats.parcel import Imported, Taken
from quizapp.formats.proof import Proof, read_proof
from quizapp.formats.unseen import BLAME, CATEGORY, PRAISE, SHARE, TOLERANCE, unseen_in, unseen_in_markdown
from quizapp.formats.words import decoded, lines_of
from quizapp.model.fact import Hedge
from quizapp.model.item import GAP, Distractor

_RUN: Final = r"(?:\\[\s\S]|[^\\{}])*"
_SHAPE: Final = re.compile(rf"({_RUN})\{{({_RUN})\}}({_RUN})")
_END: Final = re.compile(r"(?<!\\)\}[ \t]*\n")
_NAME: Final = re.compile(r"\s*::((?:\\[\s\S]|[^\\:]|:(?!:))*)::")
_CHOICE: Final = re.compile(r"([=~])((?:\\[\s\S]|[^\\=~])*)")
_FEEDBACK: Final = re.compile(r"((?:\\[\s\S]|[^\\#])*)#?([\s\S]*)")
_GENERAL: Final = re.compile(r"((?:\\[\s\S]|[^\\#]|#(?!###))*)####([\s\S]*)")
_WEIGHT: Final = re.compile(r"\s*%(-?[0-9]{1,3}(?:\.[0-9]*)?)%([\s\S]*)")
_ESCAPED: Final = re.compile(r"\\([\\:#={}~n])")
_FORMAT: Final = re.compile(r"\s*\[(html|markdown|plain|moodle)\]")
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>|&[a-z]+;|&#[0-9]+;")
_ID: Final = re.compile(r"\[id:([^\x00-\x1f\x7f\]]+)\]")
_DECIMAL: Final = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")
_FULL: Final = 100.0
_TRUTH: Final = {"T": "True", "TRUE": "True", "F": "False", "FALSE": "False"}


class _UnreadableError(ValueError):
    """Why a question cannot be taken, a sentence for the person."""


@dataclass(frozen=True, slots=True)
class _Block:
    line: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class _Answer:
    """One answer: right by its sign, its weight in percent (None for none), text and feedback still as written."""

    right: bool
    weight: float | None
    text: str
    feedback: str


def take(content: bytes, *, name: str) -> Taken:
    """Every question of a GIFT file.

    Raises:
        InputError: it is not text.
    """
    title, basket = "", Basket(name=name)
    for block in _blocks(decoded(content, name=name)):
        if block.text.startswith("$CATEGORY:"):
            if title and title != _category(block.text):
                basket.leave(block.line, CATEGORY)
            title = title or _category(block.text)
            continue
        with basket.at(block.line):
            basket.add(_question(block))
    return basket.taken(title)


def _blocks(text: str) -> Iterator[_Block]:
    """Questions stand between blank lines; comments go, but for the id that Moodle writes into one."""
    start, name, lines = 0, "", list[str]()
    for number, line in lines_of(text):
        bare = line.strip(" \t")
        if bare.startswith("//"):
            found = _ID.search(bare)
            name = found[1].strip() if found else name
        elif bare.startswith("$CATEGORY:"):
            yield _Block(number, "", bare)
        elif bare:
            start = start or number
            lines.append(line)
        elif lines:
            yield from _apart(_Block(start, name, "\n".join(lines)))
            start, name, lines = 0, "", []


def _apart(block: _Block) -> Iterator[_Block]:
    """The questions of a block: where a line ends with answers and other answers follow, a blank line is missing."""
    start, line, last = 0, block.line, block.text.rfind("{")
    for end in _END.finditer(block.text):
        if end.end() <= last:
            text = block.text[start : end.start() + 1]
            yield _Block(line, "", text)
            start, line = end.end(), line + text.count("\n") + 1
    yield _Block(line, "" if start else block.id, block.text[start:])


def _category(text: str) -> str:
    path = text.removeprefix("$CATEGORY:").strip()
    return re.split(r"(?<!/)/(?!/)", path)[-1].replace("//", "/")


def _question(block: _Block) -> Imported:
    if len(block.text) > LONGEST:
        raise _UnreadableError(f"this is longer than {LONGEST:,} characters; part the questions by blank lines")
    named = _NAME.match(block.text)
    shape = _SHAPE.fullmatch(block.text, named.end() if named else 0)
    if shape is None:
        braces = "{" in block.text or "}" in block.text
        raise _UnreadableError(
            "the braces around the answers do not match; write \\{ and \\} for braces in a text,"
            " and a blank line between questions"
            if braces
            else "this is a text without answers; write them in braces behind the question"
        )
    before, answers, after = shape.groups()
    stem, default = _formatted(before, "moodle")
    if after.strip():
        stem = f"{stem} {GAP} {_formatted(after, default)[0]}".strip() if GAP not in stem else stem
    if not stem:
        raise _UnreadableError("there is no question before the answers")
    general = _GENERAL.fullmatch(answers)
    proof = read_proof(_formatted(general[2], default)[0]) if general else Proof()
    said = _answered((general[1] if general else answers).strip(), stem, proof, default)
    return replace(
        said,
        id=block.id or (_plain(named[1]).strip() if named else ""),
        line=block.line,
        rationale=proof.rationale or said.rationale,
        quotes=proof.quotes,
        lost=(*said.lost, *(_unseen(block.text, default) if default != "plain" else ())),
    )


def _unseen(text: str, form: str) -> tuple[str, ...]:
    return unseen_in_markdown(text) if form == "markdown" else unseen_in(text)


def _answered(answers: str, stem: str, proof: Proof, default: str) -> Imported:
    if not answers:
        raise _UnreadableError("nothing says what is right; essay questions have no key")
    if answers.startswith("#"):
        return _number(answers[1:], stem, proof)
    sign = _FEEDBACK.fullmatch(answers)
    if sign and sign[1].strip().upper() in _TRUTH:
        judged = Imported(kind="true-false", stem=stem, keys=(_TRUTH[sign[1].strip().upper()],))
        return _reasoned(judged, sign[2], proof, default)
    if answers[0] not in "=~":
        answers = f"={answers}"
    given = [_answer(match) for match in _CHOICE.finditer(answers)]
    if all(each.right and "->" in each.text for each in given):
        return _matched(given, stem, default)
    if all(each.right for each in given):
        return _typed(given, stem, default)
    return _picked(given, stem, default)


def _reasoned(judged: Imported, feedback: str, proof: Proof, default: str) -> Imported:
    """A statement with its reason: what everybody is told, else those who are right; what the others are told is first.

    Moodle parts the two at one mark; what it shows to those who are wrong is no reason for the key.
    """
    blame, *praise = re.split(r"(?<!\\)#", feedback, maxsplit=1)
    why = _formatted("".join(praise), default)[0]
    lost = (*((BLAME,) if blame.strip() else ()), *((PRAISE,) if why and proof.rationale else ()))
    return replace(judged, rationale=why, lost=lost)


def _answer(match: re.Match[str]) -> _Answer:
    text, weight = match[2], None
    if weighted := _WEIGHT.fullmatch(text):
        weight, text = float(weighted[1]), weighted[2]
    parts = _FEEDBACK.fullmatch(text)
    return _Answer(match[1] == "=", weight, parts[1] if parts else text, parts[2] if parts else "")


def _picked(given: list[_Answer], stem: str, default: str) -> Imported:
    signed = any(each.right for each in given)
    right = [each for each in given if (each.right if signed else (each.weight or 0) > 0)]
    keys = tuple(_formatted(each.text, default)[0] for each in right)
    if not keys:
        raise _UnreadableError("no option is marked as right; begin it with =")
    wrong = tuple(_wrong(each, default) for each in given if each not in right)
    lost = _lost(right, given if signed else ())
    if signed or len(keys) == 1:
        return Imported(kind="choice", stem=stem, keys=keys[:1], distractors=wrong, accepted=keys[1:], lost=lost)
    return Imported(kind="multiple", stem=stem, keys=keys, distractors=wrong, lost=lost)


def _lost(right: Sequence[_Answer], given: Sequence[_Answer]) -> tuple[str, ...]:
    """What answers say and is not taken: feedback on right ones, and a part of the mark among all that are given."""
    shares = any(each.weight is not None and 0 < each.weight < _FULL for each in given)
    praise = any(each.feedback.strip() for each in right)
    return (*((SHARE,) if shares else ()), *((PRAISE,) if praise else ()))


def _typed(given: list[_Answer], stem: str, default: str) -> Imported:
    given = [each for each in given if each.text.strip() != "*"]  # a bare asterisk stands for anything else
    full = [each for each in given if each.weight is None or each.weight >= _FULL]
    wrong = [each for each in given if each.weight == 0]
    keys = tuple(_formatted(each.text, default)[0].replace("\\*", "*") for each in full)
    if not keys:
        raise _UnreadableError("no answer has the full mark; begin one with = and no percentage")
    distractors = tuple(_wrong(each, default, typed=True) for each in wrong)
    kind = "cloze" if stem.count(GAP) == 1 and not distractors else "short"
    lost = _lost(full, given)
    return Imported(kind=kind, stem=stem, keys=keys[:1], accepted=keys[1:], distractors=distractors, lost=lost)


def _wrong(answer: _Answer, default: str, *, typed: bool = False) -> Distractor:
    text = _formatted(answer.text, default)[0]
    why = read_proof(_formatted(answer.feedback, default)[0]).rationale
    return Distractor(text=text.replace("\\*", "*") if typed else text, why=why)


def _matched(given: list[_Answer], stem: str, default: str) -> Imported:
    sides = []
    for each in given:
        # an unescaped # is no mark in a pair: Moodle shows no feedback here
        before, _, after = (each.text + ("#" + each.feedback if each.feedback else "")).partition("->")
        sides.append((_formatted(before, default)[0], _plain(after).strip()))
    return matched(stem, sides)


def _number(answers: str, stem: str, proof: Proof) -> Imported:
    answers = answers.strip()
    if answers.startswith(("=", "~")):
        full = [each for each in map(_answer, _CHOICE.finditer(answers)) if each.right and each.weight in {None, _FULL}]
        answers = full[0].text if full else ""
    written = _FEEDBACK.sub(r"\1", answers, count=1).strip()
    try:
        value, exact = _value(written)
    except InvalidOperation:
        raise _UnreadableError(f"“{written[:40]}” is not a number, nor a range such as 12:0.5 or 11..13") from None
    hedge, lost = (Hedge.EXACT, ()) if exact else (Hedge.ABOUT, (TOLERANCE,))
    return Imported(kind="numeric", stem=stem, keys=(proof.answer or value,), value=value, hedge=hedge, lost=lost)


def _value(written: str) -> tuple[str, bool]:
    """A plain decimal, and whether it is exact: 12, 12:0.5 for a tolerance, 11..13 for a range."""
    if _DECIMAL.fullmatch(written):
        return written, True
    low, dots, high = written.partition("..")
    if dots:
        ends = Decimal(low.strip()), Decimal(high.strip())
        return f"{(ends[0] + ends[1]) / 2:f}", ends[0] == ends[1]
    middle, _, tolerance = written.partition(":")
    number = Decimal(middle.strip())
    if not number.is_finite() or abs(number.adjusted()) > 30:  # noqa: PLR2004  digits that a bank takes
        raise InvalidOperation
    return f"{number:f}", Decimal(tolerance.strip() or "0") == 0


def _formatted(raw: str, default: str) -> tuple[str, str]:
    """A text without its markup, and the format it was in."""
    named = _FORMAT.match(raw)
    form = named[1] if named else default
    text = _plain(raw[named.end() :] if named else raw).strip()
    if form == "html" or (form == "moodle" and _TAG.search(text)):
        text = text_of_html(text)
    return words_of(text) if form == "markdown" else text, form


def _plain(raw: str) -> str:
    return _ESCAPED.sub(lambda match: "\n" if match[1] == "n" else match[1], raw)
