"""YAML text becomes a tree of plain texts with a place for each; nothing is ever resolved, merged or constructed."""

from dataclasses import dataclass
from typing import Any, Final

import yaml

DEEPEST: Final = 12
"""Levels of nesting; a bank needs six."""

MOST_EVENTS: Final = 2_000_000
"""Parser events; a bank of 10,000 questions needs about 600,000."""

Position = tuple[int, int]
"""Line and column, from 1."""

Problem = tuple[Position, str]
"""Where something is wrong; what, and what to do."""

Step = str | int
"""A field name or the number of a row."""


@dataclass(slots=True, eq=False)
class Node:
    """A text, a list or a mapping of the file; `at` is where it begins, `name_at` where its field's name does."""

    value: "str | list[Node] | dict[str, Node]"
    at: Position
    name_at: Position | None = None

    def child(self, step: Step) -> "Node | None":
        """The node one step down, or None."""
        if isinstance(self.value, dict) and isinstance(step, str):
            return self.value.get(step)
        if isinstance(self.value, list) and isinstance(step, int) and step < len(self.value):
            return self.value[step]
        return None

    def text(self, name: str) -> str | None:
        """The text of a field, or None when there is none or it is no text."""
        found = self.child(name)
        return found.value if found is not None and isinstance(found.value, str) else None

    def rows(self, name: str) -> "list[Node]":
        """The list of a field; empty when there is none or it is no list."""
        found = self.child(name)
        return found.value if found is not None and isinstance(found.value, list) else []

    def texts(self, name: str) -> "list[Node]":
        """The texts of a field, whether it is one text or a list of them."""
        found = self.child(name)
        return [node for node in (found, *self.rows(name)) if node is not None and isinstance(node.value, str)]


def plain(node: Node) -> object:
    """The tree as lists, dictionaries and strings."""
    match node.value:
        case dict() as fields:
            return {name: plain(child) for name, child in fields.items()}
        case list() as rows:
            return [plain(child) for child in rows]
        case text:
            return text


@dataclass(frozen=True, slots=True)
class Tree:
    """What a file says (None when it is no YAML) and what it may not say."""

    root: Node | None
    problems: tuple[Problem, ...]


def read_tree(text: str) -> Tree:
    """Read YAML text into a tree; every problem is collected, the parser's own ends the reading."""
    builder = _Builder()
    try:
        for count, event in enumerate(yaml.parse(text, Loader=yaml.CSafeLoader)):
            if count > MOST_EVENTS:
                raise _Limit("this bank has too many parts; split it in two", event.start_mark)
            builder.take(event)
    except yaml.YAMLError as error:
        return Tree(None, (*builder.problems, _explained(error, text)))
    return Tree(builder.root, tuple(builder.problems))


class _Builder:
    """A tree built from parser events with a stack of open collections, so that depth is known before it can hurt."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._stack: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Build on with the next event."""
        match event:
            case yaml.ScalarEvent():
                self._place(Node(event.value, _at(event)), event)
            case yaml.CollectionStartEvent():
                self._open(event)
            case yaml.CollectionEndEvent():
                self._stack.pop()
            case yaml.AliasEvent():
                self.problems.append((_at(event), f"*{event.anchor} is an alias; write the text out again"))
                self._place(Node("", _at(event)), event)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise _Limit("a second document begins here; put each bank in a file of its own", event.start_mark)
            case _:
                pass  # the ends of the stream and of documents say nothing new

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._stack) >= DEEPEST:
            raise _Limit(f"nested deeper than {DEEPEST} levels; a bank needs six", event.start_mark)
        node = Node({} if isinstance(event, yaml.MappingStartEvent) else [], _at(event))
        self._place(node, event)
        self._stack.append(_Open(node))

    def _place(self, node: Node, event: yaml.NodeEvent) -> None:
        if event.anchor is not None and not isinstance(event, yaml.AliasEvent):
            self.problems.append((node.at, f"&{event.anchor} is an anchor; banks have none, delete it"))
        if getattr(event, "tag", None) is not None:
            self.problems.append((node.at, "a word with “!” in front is a tag; delete it, or put the text in quotes"))
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1]
        match parent.node.value, parent.name:
            case list() as rows, _:
                rows.append(node)
            case dict() as fields, Node() as name:
                node.name_at = name.at
                self._set_field(fields, name, node)
                parent.name = None
            case _:
                parent.name = node

    def _set_field(self, fields: dict[str, Node], name: Node, node: Node) -> None:
        if not isinstance(name.value, str):
            self.problems.append((name.at, "a field name is a word, not a list or a mapping"))
            return
        first = fields.setdefault(name.value, node)
        if first is not node:
            line = first.name_at[0] if first.name_at else 0
            self.problems.append((name.at, f"“{name.value}” stands here twice, first on line {line}; keep one"))


@dataclass(slots=True, eq=False)
class _Open:
    """A collection being filled; `name` is the field whose value comes next."""

    node: Node
    name: Node | None = None


class _Limit(yaml.MarkedYAMLError):
    """A file that goes beyond what a bank may hold."""

    def __init__(self, problem: str, mark: Any) -> None:
        super().__init__(problem=problem, problem_mark=mark)


def _at(event: yaml.Event) -> Position:
    mark: Any = event.start_mark  # never None from a parser, whatever its stub says
    return mark.line + 1, mark.column + 1


_ADVICE: Final = {
    "mapping values are not allowed in this context": (
        "a colon here looks like a field name; put the text in quotes, or mend the indentation"
    ),
    "could not find expected ':'": "this line is no “name: text”; add the colon, or indent it under its text",
    "did not find expected key": "this does not fit what stands before it; mend the indentation or the quotes",
    "did not find expected '-' indicator": "this is no “- ” entry of the list above it; mend the indentation",
    "found unexpected end of stream": "a quotation mark or a bracket is never closed; close it",
    "did not find expected node content": "a bracket opens here or above and is never closed; close it, or use quotes",
    "did not find expected ',' or ']'": "a list in brackets goes wrong here; add the comma or the closing bracket",
    "did not find expected ',' or '}'": "a mapping in braces goes wrong here; add the comma or the closing brace",
    "found unknown escape character": "a backslash in double quotes begins an escape; write two for a real one",
    "found invalid Unicode character escape code": "there is no such character; mend the escape",
    "found undefined tag handle": "a text that begins with “!” needs quotes",
    "found character that cannot start any token": "a text that begins with @, ` or % needs quotes",
    "exceeded maximum nesting depth": f"nested deeper than {DEEPEST} levels; a bank needs six",
}


def _explained(error: yaml.YAMLError, text: str) -> Problem:
    """Where the parser stopped and why, in our words where we have them."""
    problem = getattr(error, "problem", None) or "it cannot be read"
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return (1, 1), f"this is not YAML: {problem}; check quotes and indentation"
    at = (mark.line + 1, mark.column + 1)
    if isinstance(error, _Limit):
        return at, problem
    before = text.split("\n")[mark.line][: mark.column + 1] if mark.line <= text.count("\n") else ""
    if "\t" in before and not before.strip("\t -"):
        return at, "a tab stands in the indentation; use spaces"
    return at, _ADVICE.get(problem, f"this is not YAML: {problem}; check quotes and indentation")
