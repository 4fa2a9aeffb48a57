"""Who did it and to whom: the answer stands on the side of the verb on which the question asks for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quizapp.grading.words import core_words, words
from quizapp.usecases.roots import PAST, root
from quizapp.usecases.sentences import Sentence

_HELPING: Final = "is|are|was|were|has|have|had|did|does|do|can|could|will|would"
_DOER: Final = re.compile(rf"\W*who\s+(?!(?:{_HELPING})\b)(\w+)", re.IGNORECASE)
_DONE_TO: Final = re.compile(r"\W*(?:whom?|what)\s+did\s+(.+)", re.IGNORECASE)
_ACTING: Final = re.compile(
    r"\b(?:(?i:did|does|do)\s+((?:[A-Z]\w*\s)+)(\w+)|(?i:was|were|is|are)\s+((?:[A-Z]\w*\s)+)(\w+ing)\b)"
)
"""Whose doing a question names: “did Thomas Ward warn”, “was John Jackson looking”."""
_BEING: Final = frozenset("is are was were be been being".split())
_SAYING: Final = frozenset(map(root, "say ask call write add claim argue reply answer tell explain warn".split()))
"""Verbs of which the speaker may stand behind: “… ,” said Crane."""
_NEAR: Final = 4
"""Words between “by” and the last word of its name: “by the old engineer Crane”."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a question of which one is its verb, and whether it asks for who does it."""

    verbs: tuple[str, ...]
    doer: bool


@lru_cache(maxsize=4096)
def doing_asked(stem: str) -> Asked | None:
    """What “Who built …?” or “What did … blame?” asks for; None for every other question."""
    if doer := _DOER.match(stem):
        return None if root(doer[1].lower()) in _SAYING else Asked((doer[1].lower(),), doer=True)
    done_to = _DONE_TO.match(stem)
    verbs = words(done_to[1]) if done_to else ()
    return Asked(verbs, doer=False) if verbs and _SAYING.isdisjoint(map(root, verbs)) else None


def is_on_its_side(sentence: Sentence, asked: Asked, key: str) -> bool:
    """Whether a key stands where the question asks for it: who does it before the verb or behind “by”, else behind.

    A verb that is not there as a word of the sentence leaves it open.
    """
    said, wanted = words(sentence.text), core_words(key)
    roots = {root(verb) for verb in asked.verbs} - {""}
    verbs = [place for place, word in enumerate(said) if root(word) in roots and (asked.doer or _is_past(word, asked))]
    keys = [place for place in range(len(said)) if said[place : place + 1] == wanted[:1]]
    return not verbs or not keys or any(_fits(said, verb, key, doer=asked.doer) for verb in verbs for key in keys)


def acts(sentence: Sentence, stem: str) -> bool:
    """Whether the one whose doing a question names stands before the verb; open where one of the two is not there."""
    found = _ACTING.search(stem)
    if found is None:
        return True
    said, name, verb = words(sentence.text), words(found[1] or found[3]), root((found[2] or found[4]).lower())
    names = [place for place, word in enumerate(said) if word == name[-1]]
    verbs = [place for place, word in enumerate(said) if verb and root(word) == verb]
    return not names or not verbs or any(_fits(said, verb, name, doer=True) for verb in verbs for name in names)


def _is_past(word: str, asked: Asked) -> bool:
    """Whether a word is the past of what the question has as “did …”, by which it is the verb among its words."""
    return word not in asked.verbs and (word in PAST or word.endswith("ed"))


def _fits(said: Sequence[str], verb: int, key: int, *, doer: bool) -> bool:
    passive = bool(_BEING & set(said[max(verb - 2, 0) : verb])) and not said[verb].endswith("ing")
    behind_by = "by" in said[max(key - _NEAR, verb) : key]
    if doer:
        return behind_by if passive else (key < verb or behind_by)
    return key < verb if passive else key > verb
