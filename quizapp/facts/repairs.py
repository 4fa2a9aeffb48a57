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
    """Give a preposition the year that was hung on the name behind it: “In 1569 Aldric …”."""
    for year, preposition in list(_torn_years(doc)):
        year.head = preposition
        year.dep_ = "pobj"
    return doc


def _torn_years(doc: Doc) -> Iterator[tuple[Token, Token]]:
    for token in doc:
        if token.dep_ != "nummod" or not _is_year(token) or token.i == 0 or token.head.i < token.i:
            continue
        before = token.nbor(-1)
        alone = before.lower_ in _OF_TIME and before.dep_ == "prep" and not list(before.children)
        if alone and token.head.text[:1].isupper():  # parts of speech are not known yet
            yield token, before


def _is_year(token: Token) -> bool:
    return len(token) == 4 and token.text.isdigit() and "1000" <= token.text <= "2100"
