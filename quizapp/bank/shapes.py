"""A tree is held against the schema: an entry comes out, or findings at the very place with what to do."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, Final, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from quizapp.bank.names import FORMAT
from quizapp.bank.schema import (
    ITEM_ENTRIES,
    WHOLE,
    ArticleEntry,
    AttributionEntry,
    BankEntry,
    DistractorEntry,
    EvidenceEntry,
    ItemEntry,
    PairEntry,
    PartEntry,
)
from quizapp.bank.syntax import Node, Position, Problem, Step, plain
from quizapp.kit.text import shortened

Path = tuple[Step, ...]
"""The way from the root to a node."""

_T = TypeVar("_T")
_BANK: Final = TypeAdapter(BankEntry)
_ITEM: Final[TypeAdapter[ItemEntry]] = TypeAdapter(ItemEntry)
_SHAPES: Final[dict[str, type[BaseModel]]] = {
    "article": ArticleEntry,
    "attribution": AttributionEntry,
    "distractors": DistractorEntry,
    "evidence": EvidenceEntry,
    "pairs": PairEntry,
    "parts": PartEntry,
}


def entry_of(root: Node) -> BankEntry | list[Problem]:
    """Hold a tree against the schema, item by item, so that a bank of wrong ones costs little memory."""
    if not isinstance(root.value, dict):
        return [(root.at, "a bank is a mapping that begins with “format: 1”")]
    problems: list[Problem] = []
    rows = root.rows("items")
    head = Node(root.value | {"items": Node([], root.at)} if rows else root.value, root.at)
    bank = _checked(_BANK, plain(head), root, (), problems)
    items = [_checked(_ITEM, plain(row), root, ("items", number), problems) for number, row in enumerate(rows)]
    return problems if bank is None or problems else bank.model_copy(update={"items": tuple(items)})


def newer_format(root: Node) -> Problem | None:
    """That a bank has a format of later; whatever else is strange in it may be right there, and is no news."""
    node = root.child("format")
    number = root.text("format") or ""
    if node is None or WHOLE.fullmatch(number) is None or int(number) <= int(FORMAT):
        return None
    what = f"this bank was written by a newer quizapp (format {number}, this one reads format {FORMAT})"
    return node.at, f"{what}; bring quizapp up to date, nothing was changed"


def _checked(adapter: TypeAdapter[_T], value: object, root: Node, way: Path, problems: list[Problem]) -> _T | None:
    """The entry that a value at the end of a way makes, or None and what is wrong with it."""
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        for one in error.errors(include_url=False, include_input=False):
            # pydantic puts the kind of an item before the way inside it
            problems.extend(_problem(root, (*way, *one["loc"][1 if way else 0 :]), one))
    return None


def _problem(root: Node, path: Path, error: Any) -> Iterator[Problem]:
    node = _nearest(root, path)
    if error["type"] == "too_short" and len(_rows(node)) >= error["ctx"]["min_length"]:
        return  # the rows are there, but wrong, and are reported themselves
    yield _at(error["type"], node), _what(error, _name(path[-1]), node, _shape(root, path[:-1]))


def _nearest(root: Node, path: Path) -> Node:
    """The node at the end of a path, or the one in which it is missing."""
    node = root
    for step in path:
        child = node.child(step)
        if child is None:
            break
        node = child
    return node


def _at(kind: str, node: Node) -> Position:
    """Where the finger points: at the name of a field that should not be there, at the kind that is not known."""
    match kind:
        case "extra_forbidden":
            return node.name_at or node.at
        case "union_tag_invalid":
            return (node.child("kind") or node).at
        case _:
            return node.at


def _name(step: Step) -> str:
    return step if isinstance(step, str) else f"entry {step + 1}"


def _rows(node: Node) -> list[Node]:
    return node.value if isinstance(node.value, list) else []


def _shape(root: Node, path: Path) -> type[BaseModel] | None:
    """The schema of the mapping at a path."""
    names = [step for step in path if isinstance(step, str)]
    match names:
        case []:
            return BankEntry
        case ["items"]:
            return ITEM_ENTRIES.get(_nearest(root, path).text("kind") or "")
        case _:
            return _SHAPES.get(names[-1])


def _what(error: Any, name: str, node: Node, shape: type[BaseModel] | None) -> str:
    """A finding in our words."""
    kind = error["type"]
    if kind in _SIMPLE:
        return f"{name}: {_SIMPLE[kind]}"
    match kind:
        case "missing":
            what = f"“{name}” is missing here; add it"
        case "extra_forbidden":
            what = f"unknown field “{name}”; {_instead(name, tuple(shape.model_fields) if shape else ())}"
        case "too_short":
            what = f"{name}: at least {error['ctx']['min_length']} needed; add to this list"
        case "value_error":
            what = f"{name}: {_given(node)}: {error['ctx']['error']}"
        case _:
            what = _choice(error, name, node)
    return what


def _choice(error: Any, name: str, node: Node) -> str:
    """A finding about a word that must be one of a few."""
    match error["type"]:
        case "literal_error" if name == "format":
            return f"{name}: {_given(node)} is not known; write {FORMAT}"
        case "literal_error":
            return f"{name}: {_given(node)} is not known; {_instead(_word(node), _choices(error))}"
        case "union_tag_not_found":
            return f"“kind” is missing here; add one of {', '.join(ITEM_ENTRIES)}"
        case "union_tag_invalid":
            kind = node.child("kind") or node
            return f"kind: {_given(kind)} is not known; {_instead(_word(kind), tuple(ITEM_ENTRIES))}"
        case _:
            return f"{name}: {error['msg']}"


_SIMPLE: Final = {
    "string_type": "a text belongs here; mend the indentation, or put the text in quotes",
    "tuple_type": "a list belongs here; write each entry on a line of its own after “- ”",
    "model_type": "a mapping belongs here; write its fields as “name: text”",
    "model_attributes_type": "a mapping belongs here; write its fields as “name: text”",
    "string_pattern_mismatch": "write a-z, 0-9, “.”, “_” and “-” only, a letter or digit first, 120 at most",
    "greater_than_equal": "this is below 0; write a number from 0 to 1",
    "less_than_equal": "this is above 1; write a number from 0 to 1",
}


def _choices(error: Any) -> tuple[str, ...]:
    return tuple(re.findall(r"'([^']*)'", error["ctx"]["expected"]))


def _word(node: Node) -> str:
    return node.value if isinstance(node.value, str) else ""


def _given(node: Node) -> str:
    return f"“{shortened(node.value, 40)}”" if isinstance(node.value, str) else "what stands here"


def _instead(name: str, known: tuple[str, ...]) -> str:
    """A did-you-mean, or everything that could stand here."""
    if near := get_close_matches(name, known, n=1, cutoff=0.6):
        return f"did you mean “{near[0]}”?"
    return f"known here: {', '.join(known)}" if known else "delete it"
