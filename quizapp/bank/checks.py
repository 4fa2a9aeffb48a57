"""What a schema cannot say: options that read the same, quotes that are not in the text, keys that nothing proves."""

import hashlib
from collections.abc import Iterator

from quizapp.bank.lookup import Lookup
from quizapp.bank.quotes import place_quote, proves
from quizapp.bank.schema import WHOLE
from quizapp.bank.syntax import Node, Problem
from quizapp.kit.text import reading
from quizapp.model.item import GAP


def problems(root: Node) -> Iterator[Problem]:
    """Check a tree as far as its fields can be read, so that one slip never hides another."""
    article = root.child("article")
    text = (article.text("text") if article else None) or ""
    if article is not None:
        yield from _digest(article, text)
    seen: dict[str, Node] = {}
    lookup = Lookup(text, _quotes(root))
    for item in root.rows("items"):
        yield from _same_id(item, seen)
        yield from _options(item)
        yield from _gaps(item)
        yield from _twice(item)
        yield from _blank(item)
        yield from _proof(item)
        for evidence in (*item.rows("evidence"), *_distractor_evidence(item)) if text else ():
            yield from _verbatim(evidence, lookup)


def _digest(article: Node, text: str) -> Iterator[Problem]:
    given = article.child("sha256")
    if text and given is not None and given.value != hashlib.sha256(text.encode()).hexdigest():
        yield given.at, "the text was changed since this digest was made; put it back, or delete this line"


def _same_id(item: Node, seen: dict[str, Node]) -> Iterator[Problem]:
    node, name = item.child("id"), item.text("id")
    if node is None or name is None:
        return
    if name in seen:
        yield node.at, f"the id “{name}” is taken by the item on line {seen[name].at[0]}; give this one another"
    seen.setdefault(name, node)


def _options(item: Node) -> Iterator[Problem]:
    """No two options may read the same, and no wrong one may count as right."""
    right = {reading(str(node.value)) for node in (*_keys(item), *item.texts("accepted"))}
    wrong: set[str] = set()
    for distractor in item.rows("distractors"):
        node, text = distractor.child("text"), distractor.text("text")
        if node is None or not text:
            continue
        read = reading(text)
        if read in right:
            yield node.at, "this wrong option reads the same as the key or an accepted answer; change one of them"
        elif read in wrong:
            yield node.at, "this option reads the same as another; delete one of them"
        elif not read:
            yield node.at, "a reader sees nothing here; write the option out"
        wrong.add(read)


def _gaps(item: Node) -> Iterator[Problem]:
    stem, keys = item.text("stem"), item.child("keys")
    if item.text("kind") != "cloze" or stem is None or keys is None or not isinstance(keys.value, list):
        return
    gaps, given = stem.count(GAP), len(keys.value)
    if gaps != given:
        yield keys.at, f"the stem has {gaps} gaps and here are {given} keys; write each gap as {GAP}, one key for each"


def _twice(item: Node) -> Iterator[Problem]:
    """Keys, prompts and answers that are told apart by nothing cannot be ticked, ordered or matched."""
    if item.text("kind") == "cloze":
        return
    pairs = item.rows("pairs")
    for nodes in (
        item.texts("keys"),
        [n for p in pairs for n in p.texts("prompt")],
        [n for p in pairs for n in p.texts("answer")],
    ):
        seen: set[str] = set()
        for node in nodes:
            read = reading(str(node.value))
            if read in seen:
                yield node.at, "this reads the same as another of the list; change one of them"
            seen.add(read)


def _blank(item: Node) -> Iterator[Problem]:
    """Text of nothing but hidden characters cannot be asked or answered."""
    prompts = [node for pair in item.rows("pairs") for node in pair.texts("prompt")]
    for node in (*item.texts("stem"), *_keys(item), *prompts):
        if node.value and not reading(str(node.value)):
            yield node.at, "a reader sees nothing here; write it out"


def _keys(item: Node) -> list[Node]:
    answers = [node for pair in item.rows("pairs") for node in pair.texts("answer")]
    return [*item.texts("key"), *item.texts("keys"), *answers]


def _distractor_evidence(item: Node) -> list[Node]:
    found = [distractor.child("evidence") for distractor in item.rows("distractors")]
    return [evidence for evidence in found if evidence is not None]


def _quotes(root: Node) -> Iterator[str]:
    for item in root.rows("items"):
        for evidence in (*item.rows("evidence"), *_distractor_evidence(item)):
            if quote := evidence.text("quote"):
                yield quote


def _verbatim(evidence: Node, lookup: Lookup) -> Iterator[Problem]:
    node, quote = evidence.child("quote"), evidence.text("quote")
    if node is None or not quote:
        return
    found = place_quote(lookup, quote, start=_offset(evidence, "start"), end=_offset(evidence, "end"))
    if isinstance(found, str):
        yield node.at, found


def _offset(evidence: Node, name: str) -> int | None:
    """An offset, or None where there is none; one that is no number is the schema's affair."""
    text = evidence.text(name) or ""
    return int(text) if WHOLE.fullmatch(text) else None


def _proof(item: Node) -> Iterator[Problem]:
    """The key stands in the evidence, or the item says that it is worked out from it."""
    quotes = [quote for row in item.rows("evidence") if (quote := row.text("quote"))]
    if not quotes or item.text("kind") == "true-false" or item.text("derived") in {"true", "True"}:
        return
    for node in _keys(item):
        if not proves(quotes, str(node.value)):
            yield node.at, "this key is not in the evidence; quote where it stands, or add “derived: true”"
