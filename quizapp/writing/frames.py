"""A clause laid out as a question: what goes before the question word, the auxiliary before the subject, the rest."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quizapp.model.fact import Clause, Part

_SHORT_LEAD: Final = 5
"""Words of a phrase before the subject up to which it goes to the end of the question."""


def subject_question(word: str, clause: Clause, *, plural: bool) -> str:
    """The question word in the subject's place, with a singular verb unless it is plural itself."""
    verb = clause.verb.statement if plural or not clause.plural else clause.verb.singular
    front, back = frame(clause, None)
    return joined(front, f"{after(front, word)} {verb}", *[p.text for p in clause.after], *back) + "?"


def after(front: str, word: str) -> str:
    """The question word in small letters where something stands before it."""
    return word[:1].lower() + word[1:] if front else word


def inverted(word: str, clause: Clause, *, leave: Part | None, in_place: str = "") -> str:
    """Question word, auxiliary, subject, the rest of the verb, and what follows but the part asked for."""
    front, back = frame(clause, leave)
    rest = [in_place if same(p, leave) else p.text for p in clause.after]
    return (
        joined(
            front,
            f"{after(front, word)} {clause.verb.first} {clause.subject.text}",
            clause.verb.rest,
            *rest,
            *back,
        )
        + "?"
    )


def same(part: Part, other: Part | None) -> bool:
    """Whether two parts are one, by where they stand."""
    return other is not None and part.span == other.span


def frame(clause: Clause, leave: Part | None) -> tuple[str, list[str]]:
    """What stood before the subject: short phrases go to the end, longer ones and conditions stay in front."""
    kept = [p for p in clause.before if not same(p, leave) and p is not leave]
    last = next((p.text for p in reversed(clause.after) if not same(p, leave)), "")
    crowded = len(last.split()) > _LONG_END or bool(_RELATIVE.search(last)) or bool(_UNTIL.match(last))
    ending = next((p.word for p in reversed(clause.after) if not same(p, leave)), "")
    front = [
        p.text
        for p in kept
        if crowded or len(p.text.split()) > _SHORT_LEAD or p.word in _FRONTED or (p.word and p.word == ending)
    ]
    back = [p.text for p in kept if p.text not in front]
    return (in_front([p for p in kept if p.text in front]) + "," if front else ""), back


def in_front(parts: Sequence[Part]) -> str:
    """Phrases before the subject, with a comma between two only where the article has something between them."""
    text = parts[0].text if parts else ""
    for before, part in pairwise(parts):
        text += (" " if part.span.start - before.span.end <= 1 else ", ") + part.text
    return text


_FRONTED: Final = frozenset({"if", "when", "unless", "once", "while", "as", "of"})
"""Words that begin what stays in front: a condition, or what a share is taken of."""
_LONG_END: Final = 9
"""Words of the last part after which a short phrase would seem to belong to it."""
_UNTIL: Final = re.compile(
    r"(?:until|when|while|after|before|because|once) [a-z]+ (?:was|were|is|are|had|has|[a-z]+ed)\b"
)
"""“until she was 70”: a clause behind which a phrase would be a part of it."""
_RELATIVE: Final = re.compile(r"\b(?:that|which|who|whose|where)\b")


def joined(*pieces: str) -> str:
    """The pieces that are not empty, with single spaces."""
    return " ".join(piece for piece in pieces if piece)


def stated(clause: Clause, *, leave: Part | None = None) -> str:
    """The clause as it stands, what comes before its subject in front of a comma."""
    before = in_front([p for p in clause.before if not same(p, leave)])
    after = [p.text for p in clause.after if not same(p, leave)]
    return joined(f"{before}," if before else "", clause.subject.text, clause.verb.statement, *after).strip()


def once(text: str, clause: Clause | None) -> str:
    """“When the canal opened, it was …”: a thing that is named twice is "it" the second time."""
    subject = clause.subject.text if clause is not None else ""
    if clause is None or not subject.startswith("the ") or text.count(subject) != 2:
        return text
    first, between, rest = text.split(subject)
    return f"{first}{subject}{between}{'they' if clause.plural else 'it'}{rest}"
