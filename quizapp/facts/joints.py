"""Second verbs that the parser joins to the wrong first one."""

from typing import Final

from spacy.tokens import Token

_OWN: Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "aux", "auxpass", "mark"})
_BARE: Final = frozenset({"VB", "VBG"})


def goes_on_from(verb: Token) -> Token | None:
    """The verb that “denied” goes on from in “promised to keep the boat and denied selling it”: not "keep".

    A verb with a tense cannot go on from an infinitive or an "-ing"; None for every other verb.
    """
    first = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBZ"} or first.tag_ not in _BARE:
        return None
    finite = any(c.dep_ == "aux" and c.lower_ != "to" for c in first.children)
    if first.dep_ not in {"xcomp", "pcomp"} or finite or any(c.dep_ in _OWN for c in verb.children):
        return None
    above = first.head.head if first.dep_ == "pcomp" else first.head
    return above if above.pos_ == "VERB" and above.tag_ in {"VBD", "VBZ", "VBP"} else None
