"""Questions for quantities: how many, how much, what percentage; a gap where no question would be good English."""

import re
from dataclasses import replace
from typing import Final

from quizapp.model.fact import Answer, Clause, Fact, Focus, Key, Part, Role
from quizapp.writing.frames import after, frame, inverted, joined, same
from quizapp.writing.statements import with_gap


def quantity_question(fact: Fact, clause: Clause, focus: Focus) -> str | None:
    """The question for a figure in a clause, or its sentence with a gap; None where both would be bad English."""
    key, part = fact.key, focus.part
    word = _how(key, focus)
    bare = key.answer is Answer.PERCENT and not focus.tail.strip()
    whole = any(p.text.lower().startswith("of ") for p in clause.before)
    if word is None or (bare and not whole and (clause.verb.copula or part.role is Role.SUBJECT)):
        return None  # "the fine is less than 1 percent", "0.4 percent was spent": of what, another sentence says
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
    if worth is not None or _is_mass_of_what(key, clause, focus):
        return worth
    lead = focus.lead.strip().lower()
    if lead in {"only", "just", "a record", "a total of", "a further", "a mere"}:
        lead = ""
    if lead.endswith(("'s", "’s", "its", "their", "his", "her", "all", "the", "these", "those")):
        return None
    clause = _without_other_changes(clause, focus, lead)
    if any(p.text.lower() in {"up", "down", "higher", "lower"} for p in clause.after):
        return None  # "closed up 6.8 percent at …": the measure belongs to the adverb
    if _can_front(key, focus, lead, clause):
        return _in_front(word, clause, focus, key, lead)
    return _in_place(fact, word, clause, focus) or with_gap(replace(fact, clause=clause))


def _is_mass_of_what(key: Key, clause: Clause, focus: Focus) -> bool:
    """“Norway produces 1.5 million tonnes a year”: tonnes of what, only the sentence before says."""
    bare = key.noun in _MASSES and not focus.tail.startswith(" of ")
    return bare and focus.part.role is Role.OBJECT and clause.verb.lemma not in _WEIGHING


_MASSES: Final = frozenset("tonnes tons kilograms kilos grams pounds ounces litres liters gallons barrels".split())
_WEIGHING: Final = frozenset("weigh lose gain lift carry hold pull save".split())


def _is_torn(focus: Focus, key: Key, clause: Clause, lead: str) -> bool:
    """Whether the figure in front would leave something behind that belongs to it."""
    away = key.answer is Answer.MEASURE and any(
        p.word in {"from", "above", "below", "off", "short"} and 0 <= p.span.start - focus.part.span.end <= 1
        for p in clause.after
    )
    if away:
        return True  # "attacked two kilometres from the summit"
    if re.search(r"\b(?:where|that|which|who|whose|and (?:his|her|its|their|the|an?))\b", focus.tail):
        return True  # "identified three places where the ground appeared to have risen"
    if lead == "for" and any(re.search(r"\b(?:every|each)\b", p.text) for p in clause.after):
        return True  # "was searched every evening for eleven years"
    sold = lead == "at" and clause.verb.lemma in _SELLING
    if key.answer is Answer.MONEY and lead in {"to", "from"} and clause.verb.first in {"has", "have", "had"}:
        return True  # "To how much has debt been brought down?"
    if key.answer in {Answer.MONEY, Answer.COUNT, Answer.DURATION} and lead in {"to", "at", "from"} and not sold:
        return True  # "At how much have fares been set?", "To how many counts did she plead guilty by …?"
    if lead == "by" and key.answer in {Answer.COUNT, Answer.MEASURE} and clause.verb.first in _BE:
        return True  # "By how many miles of sewers were they fed?"
    measured = lead == "at" and (key.answer is Answer.MEASURE or clause.verb.lemma == "stand")  # "measured at 17 km"
    adjoining = any(  # "418 nurses between the ages of 30 and 55": it may be the nurses or the verb that it belongs to
        p.word in {"between", "with", "without", "of", "for"} and 0 <= p.span.start - focus.part.span.end <= 1
        for p in clause.after
    )
    return measured or adjoining or "," in focus.tail or (_is_share(focus, key) and _is_followed(focus.part, clause))


def _in_front(word: str, clause: Clause, focus: Focus, key: Key, lead: str) -> str:
    asked = _fronted(key, word, lead, change=focus.part.role is Role.ADJUNCT)
    near, rest = (focus.tail, "") if _is_share(focus, key) else _split_tail(focus.tail)
    if key.answer is Answer.MONEY and focus.tail.startswith(" for "):
        near, rest = "", focus.tail.strip()  # “How much did the council pay for each visit?”
    text = inverted(f"{asked}{near}", clause, leave=focus.part, in_place=rest)
    if text.startswith("What temperature ") and (clause.verb.copula or "temperature" in clause.subject.text):
        text = text.replace("What temperature ", "What " if clause.verb.copula else "How many degrees ", 1)
    if lead == "at" and key.answer is Answer.MONEY and clause.verb.lemma in _SELLING:
        text = re.sub(r"\b([Aa])t how much\b", r"\1t what price", text, count=1)
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


_BE: Final = frozenset("is are was were".split())
_SELLING: Final = frozenset("sell buy price trade offer close open".split())
_LONG_TIMES: Final = frozenset("years months weeks days decades year month week day decade".split())
_REACHING: Final = frozenset({"reach", "hit", "total", "exceed", "top"})
_AFTER_NOUN: Final = re.compile(
    r"""\s(?:each$|apiece$|at|in|on|to|from|into|by|during|after|before|over|through|across|against|under|near|per
    |along|around|beneath|beside|behind|inside|outside|above|below|towards?
    |a\s(?:day|week|month|year))(?:\s|$)""",
    re.VERBOSE,
)


_EACH_TIME: Final = re.compile(r"\s(?:a|an|per|each|every)\s\w+")
"""“six nights a week”: one measure."""


def _split_tail(tail: str) -> tuple[str, str]:
    """“… counts of theft at the court”: the noun goes to the front, the phrase after it stays behind the verb."""
    match = _AFTER_NOUN.search(tail)
    if match is None or _EACH_TIME.fullmatch(tail):
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
        case Answer.MONEY | Answer.THING:  # "fell by a third"
            return "How much"
        case Answer.PERCENT:
            return "What percentage"
        case Answer.DURATION:
            lead = focus.lead.strip().lower()
            if lead == "after" and key.noun in _LONG_TIMES:
                return None  # "after how many years": after what, another sentence says
            return "How long" if lead in {"", "for"} and not focus.tail.strip() else f"How many {key.noun}"
        case Answer.MEASURE:
            if key.noun == "degrees":
                change = focus.part.word in {"above", "below", "by"} or focus.lead.strip().lower() == "by"
                return "How many degrees" if "temperature" in focus.lead or change else "What temperature"
            return f"How many {key.noun}"
        case _:
            return None


def _can_front(key: Key, focus: Focus, lead: str, clause: Clause) -> bool:
    """Whether the asked phrase may go to the front: it is the whole part, or all of it but a preposition."""
    if focus.part.role is Role.CLAUSE or _is_torn(focus, key, clause, lead):
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


def _in_place(fact: Fact, word: str, clause: Clause, focus: Focus) -> str | None:
    """“Australia cancelled a contract for the supply of how many submarines?”: short, and the last thing said."""
    part = focus.part
    inside = focus.lead.strip().lower().endswith((" of", " for")) and part.role in {Role.OBJECT, Role.COMPLEMENT}
    last = bool(clause.after) and same(clause.after[-1], part) and "," not in focus.lead + focus.tail
    if (
        not (inside and last)
        or fact.key.answer is not Answer.COUNT
        or clause.before
        or len(focus.tail.split()) > _LONGEST_TAIL
    ):
        return None
    asked = f"{focus.lead}{word[0].lower()}{word[1:]}{focus.tail}"
    pieces = [asked if same(p, part) else p.text for p in clause.after]
    text = joined(clause.subject.text, clause.verb.statement, *pieces) + "?"
    return text if len(text.split()) <= _LONGEST_IN_PLACE else None


_LONGEST_IN_PLACE: Final = 16
_LONGEST_TAIL: Final = 5
_FOCUS_WORDS: Final = re.compile(r"\b(?:only|just|merely|even) $", re.IGNORECASE)


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
