"""What the parser reliably gets wrong and a few words put right, before anything is found in a document."""

from collections.abc import Iterator
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Token

REPAIRS: Final = "quizapp_repairs"
"""Name of the component, which stands right after the parser."""
_OF_TIME: Final = frozenset("in since by until before after from during".split())


@Language.component(REPAIRS)
def repair(doc: Doc) -> Doc:
    """Give verbs and prepositions back what was hung on something behind it: “In 1569 Aldric …”, “cause it: …”."""
    for year, preposition in list(_torn_years(doc)):
        year.head = preposition
        year.dep_ = "pobj"
    for pronoun, verb in list(_torn_objects(doc)):
        pronoun.head = verb
        pronoun.dep_ = "dobj"
    for aside, thing in list(_second_objects(doc)):
        aside.head = thing
        aside.dep_ = "appos"
    for noun, preposition in list(_torn_phrases(doc)):
        noun.head = preposition
        noun.dep_ = "pobj"
    return doc


def _torn_years(doc: Doc) -> Iterator[tuple[Token, Token]]:
    for token in doc:
        if token.dep_ != "nummod" or not _is_year(token) or token.i == 0 or token.head.i < token.i:
            continue
        before = token.nbor(-1)
        alone = before.lower_ in _OF_TIME and before.dep_ == "prep" and not list(before.children)
        if alone and token.head.text[:1].isupper():  # parts of speech are not known yet
            yield token, before


def _torn_objects(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """“Three things cause it: the gas expands”, with “it” taken for a second subject of what follows the colon."""
    for token in doc[:-1]:
        if token.dep_ == "nsubj" and token.i and token.lower_ in _OBJECTS and token.nbor().text in {":", ";"}:
            before = token.nbor(-1)
            if token.head.i > token.i and before == token.head.head:
                yield token, before


def _torn_phrases(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """“who go to bed after a night's work tend …”, with the work taken for a second subject of “tend”."""
    for token in doc:
        if token.dep_ != "nsubj" or token.left_edge.i == 0 or token.head.i < token.i:
            continue
        before = token.left_edge.nbor(-1)
        rivals = (c for c in token.head.children if c.dep_ == "nsubj" and c.i < before.i)
        if before.dep_ == "prep" and not list(before.children) and any(before in c.subtree for c in rivals):
            yield token, before


def _second_objects(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """“The gas enters the compressor, a pump that squeezes it”, with the pump taken for a second object."""
    for token in doc:
        first = token.left_edge
        if token.dep_ != "dobj" or first.i < _FEWEST or first.lower_ not in {"a", "an"} or first.nbor(-1).text != ",":
            continue
        objects = [c for c in token.head.children if c.dep_ == "dobj"]
        before = first.nbor(-2)
        whole = len(objects) == _TWO and objects[0].right_edge == before and objects[0].left_edge.lower_ != "it"
        after = doc[token.right_edge.i + 1 : token.right_edge.i + 2].text
        if whole and objects[1] == token and after in {".", ";"} and not any(c.dep_ == "conj" for c in token.children):
            yield token, objects[0]


_FEWEST: Final = 3
_TWO: Final = 2
_OBJECTS: Final = frozenset("it them him her us".split())


def _is_year(token: Token) -> bool:
    return len(token) == 4 and token.text.isdigit() and "1000" <= token.text <= "2100"
