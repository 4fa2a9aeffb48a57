"""Questions for quantities: how many, how much, what percentage; fronted where that is good English, else in place."""

import re
from dataclasses import replace
from typing import Final

from quizapp.model.fact import Answer, Clause, Fact, Focus, Key, Part, Role
from quizapp.writing.frames import after, frame, inverted, joined, same


def quantity_question(fact: Fact, clause: Clause, focus: Focus) -> str | None:
    """The question for a figure in a clause, None where every form of it would be bad English."""
    key, part = fact.key, focus.part
    word = _how(key, focus)
    bare = key.answer is Answer.PERCENT and clause.verb.copula and not focus.tail.strip()
    if word is None or (bare and part.role is not Role.SUBJECT):
        return None  # "the fine is less than 1 percent": of what, only the sentence before says
    if part.role is Role.SUBJECT and not _FOCUS_WORDS.sub("", focus.lead):
        front, back = frame(clause, None)
        return (
            joined(
                front,
                f"{after(front, word)}{focus.tail} {clause.verb.statement}",
                *[p.text for p in clause.after],
                *back,
            )
            + "?"
        )
    worth = _worth(key, clause, focus)
    if worth is not None:
        return worth
    lead = focus.lead.strip().lower()
    if lead in {"only", "just", "a record", "a total of", "a further", "an estimated", "a mere"}:
        lead = ""
    if lead.endswith(("'s", "’s", "its", "their", "his", "her", "all", "the", "these", "those")):
        return None
    clause = _without_other_changes(clause, focus, lead)
    if any(p.text.lower() in {"up", "down", "higher", "lower"} for p in clause.after):
        return None  # "closed up 6.8 percent at …": the measure belongs to the adverb
    torn = _is_share(focus, key) and _is_followed(part, clause)
    if _can_front(key, focus, lead, clause) and not torn:
        return _in_front(word, clause, focus, key, lead)
    return _in_place(word, clause, focus) if "," not in focus.lead and part.role is not Role.SUBJECT else None


def _in_front(word: str, clause: Clause, focus: Focus, key: Key, lead: str) -> str:
    asked = _fronted(key, word, lead, change=focus.part.role is Role.ADJUNCT)
    near, rest = (focus.tail, "") if _is_share(focus, key) else _split_tail(focus.tail)
    text = inverted(f"{asked}{near}", clause, leave=focus.part, in_place=rest)
    figure = clause.verb.lemma in _REACHING and key.answer is Answer.MONEY
    return text.replace("How much", "What figure", 1) if figure else text


def _is_share(focus: Focus, key: Key) -> bool:
    """“90 percent of the energy in its fuel”: a share and what it is of are one thing."""
    return key.answer is Answer.PERCENT and focus.tail.startswith(" of ")


def _is_followed(part: Part, clause: Clause) -> bool:
    """Whether a phrase follows that may belong to what the share is of ("in its fuel")."""
    return any(
        p.word in {"in", "on", "at", "from", "of"} and 0 <= p.span.start - part.span.end <= 1 for p in clause.after
    )


_REACHING: Final = frozenset({"reach", "hit", "total", "exceed", "top"})
_AFTER_NOUN: Final = re.compile(
    r"""\s(?:at|in|on|for|with|to|from|into|by|between|during|after|before|over|through|across|against|under|near|per
    |a\s(?:day|week|month|year)|that|which|who|\w+ing)\s""",
    re.VERBOSE,
)


def _split_tail(tail: str) -> tuple[str, str]:
    """“… counts of theft at the court”: the noun goes to the front, the phrase after it stays behind the verb."""
    match = _AFTER_NOUN.search(tail)
    if match is None:
        return tail, ""
    return tail[: match.start()], tail[match.start() :].strip()


_CHANGES: Final = frozenset({"to", "from", "by"})


def _without_other_changes(clause: Clause, focus: Focus, lead: str) -> Clause:
    """“rose 17 percent to £186 million, from £159 million”: each figure is asked without the others."""
    if lead.rsplit(" ", maxsplit=1)[-1] not in _CHANGES and not (focus.part.role is Role.ADJUNCT and not lead):
        return clause
    keep = {"to": {"from"}, "from": {"to"}}.get(lead, set())
    after = tuple(
        p for p in clause.after if p.span == focus.part.span or not _is_change(p) or p.text.split(" ", 1)[0] in keep
    )
    return replace(clause, after=after)


def _is_change(part: Part) -> bool:
    first = part.text.split(" ", 1)[0].lower()
    figure = any(c.isdigit() for c in part.text)
    return part.role is Role.ADJUNCT and figure and (first in _CHANGES or first[:1].isdigit())


def _how(key: Key, focus: Focus) -> str | None:
    match key.answer:
        case Answer.COUNT:
            return "How many" if focus.tail.strip() else None
        case Answer.MONEY:
            return "How much"
        case Answer.PERCENT:
            return "What percentage"
        case Answer.DURATION:
            lead = focus.lead.strip().lower()
            return "How long" if lead in {"", "for"} and not focus.tail.strip() else f"How many {key.noun}"
        case Answer.MEASURE:
            if key.noun == "degrees":
                return (
                    "How many degrees"
                    if "temperature" in focus.lead or focus.part.word == "above"
                    else "What temperature"
                )
            return f"How many {key.noun}"
        case _:
            return None


def _can_front(key: Key, focus: Focus, lead: str, clause: Clause) -> bool:
    """Whether the asked phrase may go to the front: it is the whole part, or all of it but a preposition."""
    if focus.part.role is Role.CLAUSE:
        return False
    tail = focus.tail.strip()
    short = not tail or tail.startswith(("of ", "a ", "per "))
    whole = not lead and (key.answer in {Answer.COUNT, Answer.MONEY} or short)
    if (
        lead
        and key.answer is Answer.COUNT
        and any(p.role is Role.OBJECT for p in clause.after)
        and key.noun not in {"days", "occasions"}
    ):
        return False
    preposition = (
        lead in {"to", "by", "at", "from", "for", "in", "on", "after", "with", "within"}
        and (short or key.answer is Answer.COUNT)
        and len(tail.split()) <= 6
    )
    return whole or preposition


def _fronted(key: Key, word: str, lead: str, *, change: bool) -> str:
    """The question phrase with its preposition; of a change that has none ("rose 17 percent") it is "by"."""
    low = word[0].lower() + word[1:]
    if key.answer is Answer.DURATION and word == "How long":
        return "For how long" if lead == "for" else "How long"
    if not lead:
        return f"By {low}" if key.answer is Answer.PERCENT and change else word
    return f"{lead.capitalize()} {low}"


_FOCUS_WORDS: Final = re.compile(r"\b(?:only|just|merely|even) $", re.IGNORECASE)


def _in_place(word: str, clause: Clause, focus: Focus) -> str:
    low = word[0].lower() + word[1:]
    asked = f"{_FOCUS_WORDS.sub('', focus.lead)}{low}{focus.tail}"
    pieces = [asked if same(p, focus.part) else p.text for p in clause.after]
    subject = asked if same(clause.subject, focus.part) else clause.subject.text
    before = [asked if same(p, focus.part) else p.text for p in clause.before]
    front = ", ".join(before) + "," if before else ""
    return joined(front, subject, clause.verb.statement, *pieces) + "?"


_WORTH: Final = frozenset(
    """contract deal project fund grant loan budget order package programme program investment bid offer prize
    scheme plan""".split()
)


def _worth(key: Key, clause: Clause, focus: Focus) -> str | None:
    """“cancelled a €56 billion contract for …”: “How much was the contract for … that Australia cancelled worth?”."""
    words = focus.tail.split()
    if (
        key.answer is not Answer.MONEY
        or focus.part.role is not Role.OBJECT
        or focus.lead.strip().lower() not in {"a", "an", "the"}
        or not words
        or words[0] not in _WORTH
    ):
        return None
    if len(words) > 3:
        return f"What was the {' '.join(words)} worth?"
    return f"What was the {' '.join(words)} that {clause.subject.text} {clause.verb.statement} worth?"
