"""What somebody began, was asked or is said to do: an infinitive as an answer."""

from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.model.fact import Answer, Key, Part

_REPUTED: Final = frozenset(
    "say think believe report know suppose allege reckon claim find consider seem appear".split()
)
"""Verbs after which "to have done" and "to be" tell what is so, not what is wished."""

_DIRECTING: Final = frozenset(
    """urge ask tell order persuade force encourage allow invite warn advise require instruct beg help enable teach want
    permit""".split()
)
"""Verbs that make or let somebody do something: “What did she urge the council to do?”."""


def action_key(head: Token, part: Part) -> Key | None:
    """What somebody began to do, or is said to have done or to be."""
    words = part.text.split()
    if head.head.lemma_.lower() in {"continue", "go", "come", "happen", "stand"}:
        return None  # "continued to prosper": nothing new to know
    if not part.text.startswith("to ") or not 3 <= len(words) <= 14:
        return None
    if any(c.dep_ == "dobj" for c in head.head.children) and head.head.lemma_.lower() not in _DIRECTING:
        return None  # "refused an offer to settle"
    if head.lemma_.lower() in wordlists.REPORTING or head.lemma_.lower() in _EMPTY_ACTIONS:
        return None  # "likes to say that …", "tried to help by …": what was said or done comes after it
    says_little = head.head.lemma_.lower() in _SAYS_LITTLE and not any(c.dep_ == "dobj" for c in head.head.children)
    if says_little or _of_anybody(head.head) or _goes_on_after(head):
        return None
    start = next((s for s in ("to have been ", "to have ", "to be ") if part.text.startswith(s)), "")
    if start and head.head.lemma_.lower() not in _REPUTED:
        return None
    if start in {"to be ", "to have been "} and not part.text.removeprefix(start).startswith(("a ", "an ", "the ")):
        return None  # "is said to have been furious"
    text = part.text.removeprefix(start or "to ")
    return Key(text=text, answer=Answer.ACTION, span=part.span, accepted=(part.text,), noun=start)


_SAYS_LITTLE: Final = frozenset("need see design help fail".split())
"""Verbs of which “What … to do?” says too little: “What was she seen to do?”."""


def _of_anybody(verb: Token) -> bool:
    """“Patients are told to drink”: one of many things they are told."""
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    return subject is not None and subject.tag_ == "NNS" and not list(subject.children) and verb.lemma_ in _DIRECTING


def _goes_on_after(head: Token) -> bool:
    """“promised to take on hundreds after a run of orders”: the promise or the taking on came after it."""
    rest = [t for t in head.subtree if t.i > head.i]
    clause = any(t.dep_ in {"mark", "advmod"} and t.lower_ in _TIMES and t.head.head == head for t in rest)
    phrase = any(c.dep_ == "prep" and c.lower_ in _TIMES and not _is_date(c) for c in head.children)
    unclear = any(t.lower_ in {"it", "them", "her", "him"} and t.dep_ in {"dobj", "pobj", "dative"} for t in rest)
    return clause or phrase or unclear


def _is_date(prep: Token) -> bool:
    """“before ten in the morning”, “by the end of the year”: a time of the plan itself."""
    return any(t.ent_type_ in {"DATE", "TIME"} for t in prep.subtree)


_TIMES: Final = frozenset("before after until when while once since".split())


_EMPTY_ACTIONS: Final = frozenset("help try do act begin start continue respond".split())
