"""Where something is or comes from: a sentence says so right beside its name, and not by naming a place somewhere."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quizapp.grading.words import core_words
from quizapp.usecases.sentences import Sentence, sort_of, terms_of

_ASKED: Final = re.compile(
    r"\W*(?i:where|(?:in|on|at|near|by|off|along)\s+(?:which|what)(?:\s+[^\W\d_]+){1,3}?)"
    r"\s+(?:is|are|was|were|do|does|did)\s+((?:the\s+)?[A-Z].*?)"
    r"(?:\s+(?:lie|located|situated|stand|sit|to\s+be\s+found|found))?\s*\?*\s*"
)
_FROM: Final = re.compile(r"\W*(?i:where)\s+(?:do|does|did)\s+([^?]{2,80}?)\s+come\s+from\s*\?*\s*")
_WITHIN: Final = "on in at near by off along beside of outside above below between".replace(" ", "|")
_STANDS: Final = r"(?:is|are|was|were|lies|lie|lay|stands|stood|sits|sat)"
_CAME: Final = r"(?:comes?|came|(?:is|are|was|were))"
_WORDS: Final = r"(?:\s[^\s,;:.()]{1,30}){0,8}?"


@dataclass(frozen=True, slots=True)
class Placed:
    """What is asked where it is or where it comes from; which verbs and which little words say so."""

    name: str
    verb: str
    within: str


@lru_cache(maxsize=4096)
def place_asked(stem: str) -> Placed | None:
    """What a question asks the place of and no more; None for every other question."""
    if came := _FROM.fullmatch(stem):
        return Placed(came[1], _CAME, "from")
    asked = _ASKED.fullmatch(stem)
    named = asked is not None and sort_of(terms_of(asked[1]), f"In {asked[1]}") == "name"
    return Placed(asked[1], _STANDS, _WITHIN) if asked and named else None


def is_placed(sentence: Sentence, placed: Placed, key: str) -> bool:
    """Whether a sentence says where something is or comes from.

    “Marlow, a small town on the Thames”, “Drax in Yorkshire”, “Ely lies on the Ouse”, “a laird from Stronsay”.
    """
    return set(terms_of(placed.name)) <= sentence.own and bool(_joined(placed, key).search(_flat(sentence.text)))


@lru_cache(maxsize=4096)
def _joined(placed: Placed, key: str) -> re.Pattern[str]:
    bare = re.sub(rf"^\s*(?:{placed.within})\s+", "", key, flags=re.IGNORECASE)
    named, place = (r"\W+(?:the\s+)?".join(map(re.escape, core_words(each))) for each in (placed.name, bare))
    joined = rf"(?:,\s(?:an?|the){_WORDS}|\s{placed.verb}{_WORDS}|)\s(?:{placed.within})\s(?:the\s+)?"
    return re.compile(rf"\b{named}{joined}{place}\b" if named and place else r"(?!)", re.IGNORECASE)


def _flat(text: str) -> str:
    return " ".join(text.split())
