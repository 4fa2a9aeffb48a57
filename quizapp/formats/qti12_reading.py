"""Items of QTI 1.2 as questions, as Canvas writes them and as others do; runs apart."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from quizapp.formats.kinds import is_number
from quizapp.formats.parcel import Imported, Refusal, Taken
from quizapp.formats.qti import (
    Numbered,
    documents_of,
    id_of,
    lost_of,
    numbered,
    numbered_items,
    place_of,
    proved,
    reason_of,
)
from quizapp.formats.qti12 import KIND
from quizapp.formats.trees import Element, plain, text_of
from quizapp.kit.errors import InputError
from quizapp.kit.text import one_line
from quizapp.model.item import GAP, Distractor, Pair

_JUDGED: Final = {"true": "True", "false": "False"}
_TAKEN: Final = frozenset(
    """multiple_choice_question true_false_question multiple_answers_question short_answer_question numerical_question
    matching_question fill_in_multiple_blanks_question""".split()
)


def read(content: bytes) -> Taken:
    """The questions of a package or of its one file.

    Raises:
        InputError: it is no package, is damaged, unpacks to too much, or has no item of QTI 1.2 in it.
    """
    documents = documents_of(content)
    roots = [root for _, root in documents.roots if root.tag == "questestinterop"]
    items = [item for root in roots for item in root.iter("item")]
    if not roots:
        raise InputError("there is no question of QTI 1.2 in this file")
    found = (_tried(item, where) for item, where in numbered_items(documents, items))
    title = next((each.get("title", "") for root in roots for each in root.iter("assessment")), "")
    return documents.taken(title, found)


def _tried(item: Element, where: Numbered) -> Imported | Refusal:
    try:
        return _taken(item, where)
    except ValueError as error:  # of its markup
        return where.refusal(str(error))


def _taken(item: Element, where: Numbered) -> Imported | Refusal:
    name = one_line(item.get("title") or item.get("ident") or "", limit=80)
    labels = {
        text_of(each[0]): text_of(each[1])
        for each in item.iter("qtimetadatafield")
        if len(each) == 2  # noqa: PLR2004  a label and an entry
    }
    kind = labels.get("question_type") or _guessed(item)
    if kind not in _TAKEN:
        return where.refusal(f"“{name}” is of the kind “{one_line(kind, limit=60)}”, which has no like here")
    imported = replace(
        _read(item, kind, labels.get(KIND, "")),
        id=id_of(item.get("ident", "")),
        line=where.line,
        counted=where.counted,
    )
    if not imported.stem or not (imported.keys or imported.pairs):
        return where.refusal(f"“{name}” has no wording, or does not say what is right")
    return replace(_with_proof(imported, item), place=place_of(item.get("ident"), where.number), lost=lost_of(item))


def _guessed(item: Element) -> str:
    """Canvas's name of the kind of an item that does not say its kind."""
    lids = list(item.iter("response_lid"))
    if len(lids) > 1:
        return "matching_question"
    if lids:
        several = lids[0].get("rcardinality", "Single").lower() == "multiple"
        return "multiple_answers_question" if several else "multiple_choice_question"
    fields = list(item.iter("response_str", "response_num"))
    return "short_answer_question" if len(fields) == 1 else "something without an answer to pick or type"


def _read(item: Element, kind: str, ours: str) -> Imported:
    match kind:
        case "multiple_choice_question" | "true_false_question" | "multiple_answers_question":
            return _choice(item, kind)
        case "matching_question":
            return _matching(item, ordering=ours == "ordering")
        case "fill_in_multiple_blanks_question":
            return _gaps(item)
        case _:
            return _typed(item, kind, ours)


def _typed(item: Element, kind: str, ours: str) -> Imported:
    right = tuple(dict.fromkeys(_right(item)))
    imported = Imported(kind="short", stem=_stem(item), keys=right[:1], accepted=right[1:])
    if kind == "numerical_question" and right and is_number(right[0]):
        return replace(imported, kind="numeric", value=right[0])
    return numbered(imported, ours)


def _choice(item: Element, kind: str) -> Imported:
    texts = _labels(item)
    names = set(_right(item))
    right = tuple(text for name, text in texts.items() if name in names)
    whys = {each.get("ident", ""): reason_of(_markup(each)) for each in item.iter("itemfeedback")}
    wrong = tuple(
        Distractor(text=text, why=whys.get(f"{name}_fb", "")) for name, text in texts.items() if name not in names
    )
    if kind == "multiple_answers_question":
        return Imported(kind="multiple", stem=_stem(item), keys=right, distractors=wrong)
    if {text.lower() for text in texts.values()} == set(_JUDGED):
        return Imported(kind="true-false", stem=_stem(item), keys=tuple(_JUDGED[text.lower()] for text in right))
    return Imported(kind="choice", stem=_stem(item), keys=right, distractors=wrong)


def _matching(item: Element, *, ordering: bool) -> Imported:
    pairs, used = [], set()
    texts: dict[str, str] = {}
    for field in item.iter("response_lid"):
        texts |= _labels(field)
        right = next(iter(_right(item, field.get("ident", ""))), "")
        if right in texts:
            used.add(right)
            pairs.append(Pair(prompt=_material(field), answer=texts[right]))
    if ordering:
        return Imported(kind="ordering", stem=_stem(item), keys=tuple(pair.answer for pair in pairs))
    left = tuple(Distractor(text=text, why="") for name, text in texts.items() if name not in used)
    return Imported(kind="matching", stem=_stem(item), pairs=tuple(pairs), distractors=left)


def _gaps(item: Element) -> Imported:
    """Names in brackets become gaps, in the order in which they stand."""
    markup = _markup(item.find("presentation"))
    answers = {
        field.get("ident", "").removeprefix("response_"): list(_labels(field).values())
        for field in item.iter("response_lid")
    }
    names = sorted((name for name in answers if f"[{name}]" in markup), key=lambda name: markup.index(f"[{name}]"))
    for name in names:
        markup = markup.replace(f"[{name}]", GAP)
    stem = plain(markup)
    keys = tuple(answers[name][0] for name in names if answers[name])
    accepted = tuple(answers[names[0]][1:]) if len(names) == 1 else ()
    return Imported(kind="cloze", stem=stem if stem.count(GAP) == len(keys) else "", keys=keys, accepted=accepted)


def _right(item: Element, name: str = "") -> Iterable[str]:
    """The values that earn points: those of one response where it is named, and none that stand under a “not”."""
    for condition in item.iter("respcondition"):
        if not any(_points(each) > 0 for each in condition.iter("setvar")):
            continue
        for value in condition.iter("varequal"):
            under = {each.tag for each in value.iterancestors("not")}
            if not under and name in {"", value.get("respident", "")}:
                yield text_of(value)


def _points(setvar: Element) -> float:
    try:
        return float(text_of(setvar))
    except ValueError:
        return 0.0


def _labels(element: Element) -> dict[str, str]:
    return {each.get("ident", ""): _material(each) for each in element.iter("response_label")}


def _stem(item: Element) -> str:
    presentation = item.find("presentation")
    return "" if presentation is None else _material(presentation)


def _material(element: Element) -> str:
    markup = _markup(element)
    return plain(markup)


def _markup(element: Element | None) -> str:
    """The material of an element as HTML: its first that is not inside a response, a label or what follows them."""
    if element is None:
        return ""
    inner = {"response_lid", "response_str", "response_num", "response_grp", "response_label"} - {element.tag}
    for text in element.iter("mattext"):
        if not any(each.tag in inner for each in _between(text, element)):
            told = "".join(text.itertext())
            return told if text.get("texttype", "text/plain").lower() == "text/html" else _as_html(told)
    return ""


def _between(node: Element, top: Element) -> Iterable[Element]:
    for parent in node.iterancestors():
        if parent is top:
            return
        yield parent


def _as_html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _with_proof(imported: Imported, item: Element) -> Imported:
    """With the feedback that everybody gets."""
    shown = {each.get("ident"): each for each in item.iter("itemfeedback")}
    found = next((shown[name] for name in ("general_fb", "correct_fb") if name in shown), None)
    text = None if found is None else next(found.iter("mattext"), None)
    return imported if text is None else proved(imported, "".join(text.itertext()))
