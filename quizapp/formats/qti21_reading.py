"""Items of QTI 2.1 and 2.2 as questions; runs apart."""

import copy
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

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
from quizapp.formats.trees import Element, text_of
from quizapp.kit.errors import InputError
from quizapp.kit.text import one_line
from quizapp.model.item import GAP, Distractor, Pair

_KNOWN: Final = frozenset({"choiceInteraction", "orderInteraction", "matchInteraction", "textEntryInteraction"})
_FILES: Final = frozenset({"assessmentItem", "assessmentTest"})
_JUDGED: Final = {"true": "True", "false": "False"}


@dataclass(frozen=True, slots=True)
class _Told:
    """An item's file with what it says is right: the keys of each response, and other wordings."""

    root: Element
    body: Element

    def right(self, name: str) -> tuple[str, ...]:
        """What is right for a response, as its declaration says; of texts with the wordings that get all points."""
        found = self.root.find(f"responseDeclaration[@identifier='{name}']") if name.isidentifier() else None
        if found is None:
            return ()
        values = [text_of(value) for value in found.iterfind("correctResponse/value")]
        if found.get("baseType") in {"string", "integer", "float"}:
            entries = [(_number(each.get("mappedValue")), each.get("mapKey", "")) for each in found.iter("mapEntry")]
            most = max((points for points, _ in entries), default=0)
            values += [key for points, key in entries if points == most > 0]
        return tuple(dict.fromkeys(filter(None, values)))


def read(content: bytes) -> Taken:
    """The questions of a package or of one item's file.

    Raises:
        InputError: it is no package, is damaged, unpacks to too much, or has no item of QTI 2 in it.
    """
    documents = documents_of(content)
    roots = [root for _, root in documents.roots]
    items = [root for root in roots if root.tag == "assessmentItem"]
    if not any(root.tag in _FILES for root in roots):
        raise InputError("there is no question of QTI 2.1 or 2.2 in this file")
    found = (_taken(root, where) for root, where in numbered_items(documents, items))
    title = next((root.get("title", "") for root in roots if root.tag == "assessmentTest"), "")
    return documents.taken(title, found)


def _taken(root: Element, where: Numbered) -> Imported | Refusal:
    name = one_line(root.get("title") or root.get("identifier") or "", limit=80)
    body = root.find("itemBody")
    asked = [node for node in body.iter(etree.Element) if node.tag.endswith("Interaction")] if body is not None else []
    kinds = {node.tag for node in asked}
    if body is None or not asked:
        return where.refusal(f"“{name}” asks nothing that could be answered")
    if not kinds <= _KNOWN:
        return where.refusal(f"“{name}” is answered by {min(kinds - _KNOWN)}, which has no like here")
    if len(asked) > 1 and kinds != {"textEntryInteraction"}:
        return where.refusal(f"“{name}” asks several things at once")
    imported = _read(_Told(root, copy.deepcopy(body)), asked[0].tag)
    if not imported.stem or not (imported.keys or imported.pairs):
        return where.refusal(f"“{name}” has no wording, or does not say what is right")
    return replace(
        _with_proof(imported, root),
        line=where.line,
        counted=where.counted,
        place=place_of(root.get("identifier"), where.number),
        lost=lost_of(root),
    )


def _read(told: _Told, kind: str) -> Imported:
    match kind:
        case "choiceInteraction":
            return _choice(told)
        case "orderInteraction":
            interaction, texts = _options(told, "simpleChoice")
            keys = tuple(texts[name] for name in told.right(interaction.get("responseIdentifier", "")) if name in texts)
            return Imported(kind="ordering", stem=_stem(told), id=_id(told), keys=keys)
        case "matchInteraction":
            return _matching(told)
        case _:
            return _typed(told)


def _choice(told: _Told) -> Imported:
    interaction, texts = _options(told, "simpleChoice")
    names = told.right(interaction.get("responseIdentifier", ""))
    right = tuple(text for name, text in texts.items() if name in names)
    wrong = tuple(Distractor(text=text, why=_why(told, name)) for name, text in texts.items() if name not in names)
    kind = "choice" if interaction.get("maxChoices", "1") == "1" else "multiple"
    if kind == "choice" and {text.lower() for text in texts.values()} == set(_JUDGED):
        kind, right, wrong = "true-false", tuple(_JUDGED[text.lower()] for text in right), ()
    return Imported(kind=kind, stem=_stem(told), id=_id(told), keys=right, distractors=wrong)


def _why(told: _Told, name: str) -> str:
    """The feedback that those get who pick an option."""
    shown = (each for each in told.root.iterfind("modalFeedback") if each.get("identifier") == name)
    return next((reason_of(etree.tostring(each, encoding="unicode", with_tail=False)) for each in shown), "")


def _matching(told: _Told) -> Imported:
    interaction, texts = _options(told, "simpleAssociableChoice")
    sets = interaction.findall("simpleMatchSet")
    answers = {each.get("identifier", "") for each in sets[-1]} if sets else set()
    pairs = []
    for value in told.right(interaction.get("responseIdentifier", "")):
        prompt, _, answer = value.partition(" ")
        if prompt in texts and answer in texts:
            pairs.append((answer, Pair(prompt=texts[prompt], answer=texts[answer])))
    used = {answer for answer, _ in pairs}
    return Imported(
        kind="matching",
        stem=_stem(told),
        id=_id(told),
        pairs=tuple(pair for _, pair in pairs),
        distractors=tuple(Distractor(text=text, why="") for name, text in texts.items() if name in answers - used),
    )


def _options(told: _Told, tag: str) -> tuple[Element, dict[str, str]]:
    interaction = next(node for node in told.body.iter(etree.Element) if node.tag in _KNOWN)
    return interaction, {each.get("identifier", ""): text_of(each) for each in interaction.iter(tag)}


def _typed(told: _Told) -> Imported:
    gaps = list(told.body.iter("textEntryInteraction"))
    rights = [told.right(gap.get("responseIdentifier", "")) for gap in gaps]
    if not all(rights):
        return Imported(kind="cloze", stem="")
    for gap in gaps:
        gap.text = GAP
    alone = len(gaps) == 1 and gaps[0].getparent() is not None and text_of(gaps[0].getparent()) == GAP
    stem = text_of(told.body)
    if alone:
        stem = "\n".join(line for line in stem.split("\n") if line != GAP)
        imported = Imported(kind="short", stem=stem, id=_id(told), keys=rights[0][:1], accepted=rights[0][1:])
        return numbered(imported, told.root.get("label", ""))
    keys = tuple(right[0] for right in rights)
    accepted = rights[0][1:] if len(rights) == 1 else ()
    stem = stem if stem.count(GAP) == len(keys) else ""
    return Imported(kind="cloze", stem=stem, id=_id(told), keys=keys, accepted=accepted)


def _stem(told: _Told) -> str:
    """The text of the body without what is to be picked."""
    for node in list(told.body.iter("simpleChoice", "simpleMatchSet")):
        node.getparent().remove(node)
    return text_of(told.body)


def _with_proof(imported: Imported, root: Element) -> Imported:
    """With the feedback that every answer gets; feedback on single options is no reason for the key."""
    names = {each.get("identifier") for each in root.iter("simpleChoice")}
    shown = [each for each in root.iterfind("modalFeedback") if each.get("identifier") not in names]
    if not shown:
        return imported
    return proved(imported, "".join(etree.tostring(each, encoding="unicode", with_tail=False) for each in shown[:1]))


def _id(told: _Told) -> str:
    return id_of(told.root.get("identifier", ""))


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0
