"""What joins a second verb to the one before it, and second verbs that the parser joins to the wrong one."""

from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists

_OWN: Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "aux", "auxpass", "mark"})
_BARE: Final = frozenset({"VB", "VBG"})


def goes_on_from(verb: Token) -> Token | None:
    """The verb that “denied” goes on from in “promised to keep the boat and denied selling it”: not "keep".

    A verb with a tense cannot go on from an infinitive or an "-ing"; and after a comma a verb of saying goes on from
    another one, “she showed that the ice had shrunk, and argued that …”. None for every other verb.
    """
    first = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBZ"} or any(c.dep_ in _OWN for c in verb.children):
        return None
    if first.dep_ == "ccomp":
        return first.head if first.head.i < first.i and _says_more(verb) else None
    finite = any(c.dep_ == "aux" and c.lower_ != "to" for c in first.children)
    if first.dep_ not in {"xcomp", "pcomp"} or first.tag_ not in _BARE or finite:
        return None
    above = first.head.head if first.dep_ == "pcomp" else first.head
    return above if above.pos_ == "VERB" and above.tag_ in {"VBD", "VBZ", "VBP"} else None


def joint_before(verb: Token) -> Token | None:
    """The "and" or "but" that joins a verb to the one before it."""
    joints = [c for c in verb.head.children if c.dep_ == "cc" and verb.head.i < c.i < verb.i]
    return joints[-1] if joints and verb.dep_ == "conj" else None


def _says_more(verb: Token) -> bool:
    says = all(t.lemma_.lower() in wordlists.REPORTING for t in (verb, verb.head.head))
    joint = joint_before(verb)
    comma = joint is not None and joint.i > 0 and joint.nbor(-1).text == ","
    return says and comma and any(c.dep_ == "ccomp" for c in verb.children)


def where_in(verb: Token) -> Token | None:
    """The “where” that opens a clause after a comma, None in any other clause."""
    if verb.dep_ != "relcl":
        return None
    where = next((c for c in verb.children if c.lower_ == "where" and c.dep_ == "advmod"), None)
    opens = where is not None and where.i == verb.left_edge.i and where.i > 0 and where.nbor(-1).text == ","
    return where if opens else None
