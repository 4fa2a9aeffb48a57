"""A clause and what is asked for become a question: fronting, do-support, or in place where that is clumsy."""

import re
from dataclasses import replace
from typing import Final

from quizapp.model.fact import Answer, Clause, Fact, FactKind, Focus, Key, Part, Role

LONGEST: Final = 35
"""Words a stem may have; RUBRIC: over 35 is not grammatical."""

_DESCRIBING: Final = frozenset(
    {
        "describe",
        "characterise",
        "characterize",
        "label",
        "brand",
        "denounce",
        "condemn",
        "dismiss",
        "praise",
        "hail",
        "term",
    }
)
_SHORT_LEAD: Final = 5
_PLAIN_CUES: Final = frozenset({"told", "tell", "tells", "telling"})
_AS_WELL: Final = frozenset({"rose", "fell"})


def stem_of(fact: Fact) -> str | None:
    """The question that a fact answers, None where no good one can be made."""
    text = _by_topic(fact) if fact.topic else _by_clause(fact)
    if text is None:
        return None
    return _finished(text, fact)


def _finished(text: str, fact: Fact) -> str:
    source = fact.attribution.source if fact.attribution else ""
    asks_source = fact.kind in {FactKind.SAYING, FactKind.LABEL}
    if source and not asks_source and source.lower() not in text.lower():
        lower = text if text.split(" ", 1)[0].isupper() and len(text.split(" ", 1)[0]) > 1 else _lowered(text, fact)
        text = f"According to {source}, {lower}"
    return text[:1].upper() + text[1:]


def _lowered(text: str, fact: Fact) -> str:
    """The text with its first letter small, unless it begins with a name."""
    first = text.split(" ", 1)[0]
    if first in {
        "Who",
        "What",
        "Which",
        "When",
        "Where",
        "Why",
        "How",
        "In",
        "On",
        "By",
        "To",
        "For",
        "Until",
        "Since",
        "From",
        "At",
        "During",
        "The",
        "A",
        "An",
    }:
        return text[0].lower() + text[1:]
    return text


# -- facts with a topic


def _by_topic(fact: Fact) -> str | None:
    match fact.kind:
        case FactKind.SAYING:
            return _saying(fact)
        case FactKind.LABEL:
            return _label(fact)
        case FactKind.DEFINITION | FactKind.ROLE:
            who = fact.key.noun == "who" or fact.key.answer in {Answer.PERSON, Answer.PEOPLE}
            return f"{'Who' if who else 'What'} {_be(fact)} {fact.topic}?"
        case _:
            form = _TOPIC_FORMS.get(fact.kind)
            return form.format(topic=fact.topic, be=_be(fact), happens=fact.key.noun) if form else None


_TOPIC_FORMS: Final = {
    FactKind.OBJECT: "{topic}?",
    FactKind.CONDITION: "What {happens} {topic}?",
    FactKind.TERM: "What {be} {topic} called?",
    FactKind.ACRONYM: "What does “{topic}” stand for?",
}


def _be(fact: Fact) -> str:
    if fact.past:
        return "were" if fact.plural else "was"
    return "are" if fact.plural else "is"


def _saying(fact: Fact) -> str:
    cue = fact.attribution.cue.lower() if fact.attribution else "said"
    who = question_word(fact.key, subject=True)
    if fact.topic.startswith("“"):
        return (
            f"{who} said, {fact.topic[:-1]}”?"
            if not fact.topic.rstrip("”").endswith(("?", "!"))
            else f"{who} said, {fact.topic}?"
        )
    return f"{who} {'said' if cue in _PLAIN_CUES else cue} {fact.topic}?"


def _label(fact: Fact) -> str | None:
    cue = fact.attribution.cue if fact.attribution else "called"
    if fact.key.answer is not Answer.QUOTE:
        return f"{question_word(fact.key, subject=True)} {cue} {fact.topic}?"
    source = fact.attribution.source if fact.attribution else ""
    auxiliary = "did" if fact.past else "does"
    if fact.key.noun in {"call", "dub"}:
        return f"What {auxiliary} {source} call {fact.topic}?"
    if fact.key.noun in {"describe", "characterise", "characterize"}:
        return f"How {auxiliary} {source} describe {fact.topic}?"
    return None


# -- facts with a clause


def _by_clause(fact: Fact) -> str | None:
    clause, focus = fact.clause, fact.focus
    if clause is None or focus is None:
        return None
    match fact.kind:
        case FactKind.REASON | FactKind.PURPOSE:
            return _inverted("Why", clause, leave=focus.part)
        case FactKind.MEANS:
            return _inverted("How", clause, leave=focus.part)
        case FactKind.ACTOR:
            return _subject_question(question_word(fact.key, subject=True), clause, plural=_asks_plural(fact.key))
        case FactKind.OBJECT:
            return _object_question(fact, clause, focus)
        case FactKind.DATE | FactKind.PLACE:
            return _inverted(_when_or_where(fact.key, focus), clause, leave=focus.part)
        case FactKind.QUANTITY:
            return _quantity_question(fact, clause, focus)
        case _:
            return None


def _asks_plural(key: Key) -> bool:
    return key.answer is Answer.COUNTRIES


def _object_question(fact: Fact, clause: Clause, focus: Focus) -> str | None:
    if fact.key.answer is Answer.ACTION:
        return _inverted("What", clause, leave=focus.part, after_verb="to do")
    text = _inverted(question_word(fact.key, subject=False), clause, leave=focus.part)
    return f"{text[:-1]} {focus.lead.strip()}?" if focus.lead else text  # "What does the gas flow through?"


def _subject_question(word: str, clause: Clause, *, plural: bool) -> str:
    verb = clause.verb.statement if plural or not clause.plural else clause.verb.singular
    front, back = _frame(clause, None)
    return _joined(front, f"{_after(front, word)} {verb}", *[p.text for p in clause.after], *back) + "?"


def _after(front: str, word: str) -> str:
    """The question word in small letters where something stands before it."""
    return word[:1].lower() + word[1:] if front else word


def _inverted(word: str, clause: Clause, *, leave: Part | None, after_verb: str = "", in_place: str = "") -> str:
    """Question word, auxiliary, subject, the rest of the verb, and what follows but the part asked for."""
    front, back = _frame(clause, leave)
    rest = [in_place if _same(p, leave) else p.text for p in clause.after]
    return (
        _joined(
            front,
            f"{_after(front, word)} {clause.verb.first} {clause.subject.text}",
            clause.verb.rest,
            after_verb,
            *rest,
            *back,
        )
        + "?"
    )


def _same(part: Part, other: Part | None) -> bool:
    return other is not None and part.span == other.span


def _frame(clause: Clause, leave: Part | None) -> tuple[str, list[str]]:
    """What stood before the subject: short phrases go to the end, longer ones and conditions stay in front."""
    kept = [p for p in clause.before if not _same(p, leave) and p is not leave]
    last = next((p.text for p in reversed(clause.after) if not _same(p, leave)), "")
    crowded = len(last.split()) > _LONG_END or bool(_RELATIVE.search(last))
    front = [
        p.text
        for p in kept
        if crowded or len(p.text.split()) > _SHORT_LEAD or p.word in {"if", "when", "unless", "once", "while", "as"}
    ]
    back = [p.text for p in kept if p.text not in front]
    return (", ".join(front) + "," if front else ""), back


_LONG_END: Final = 9
"""Words of the last part after which a short phrase would seem to belong to it."""
_RELATIVE: Final = re.compile(r"\b(?:that|which|who|whose|where)\b")


def _joined(*pieces: str) -> str:
    return " ".join(piece for piece in pieces if piece)


def _when_or_where(key: Key, focus: Focus) -> str:
    preposition = focus.lead.strip().lower()
    match key.answer:
        case Answer.YEAR:
            return "In which year" if preposition in {"in", "during"} else f"{preposition.capitalize()} which year"
        case Answer.DATE | Answer.PERIOD:
            return "When" if preposition in {"in", "on", "at", "during"} else f"{preposition.capitalize()} when"
        case Answer.COUNTRY:
            return "In which country" if preposition == "in" else "Where"
        case Answer.CITY if preposition == "in":
            return "Where"
        case _:
            return "Where"


def question_word(key: Key, *, subject: bool) -> str:
    """Who, What or Which …, by what answers; `subject` tells "Who" from "Whom", which we never use."""
    del subject
    match key.answer:
        case Answer.PERSON | Answer.PEOPLE:
            return "Who"
        case Answer.ORGANISATION:
            return f"Which {key.noun}" if key.noun else "Which organisation"
        case Answer.COUNTRY:
            return "Which country"
        case Answer.COUNTRIES:
            return "Which countries"
        case Answer.CITY:
            return "Which city"
        case _:
            return "What"


# -- quantities


def _quantity_question(fact: Fact, clause: Clause, focus: Focus) -> str | None:
    key, part = fact.key, focus.part
    word = _how(key, focus)
    if word is None:
        return None
    if part.role is Role.SUBJECT and not focus.lead:
        front, back = _frame(clause, None)
        return (
            _joined(
                front,
                f"{_after(front, word)}{focus.tail} {clause.verb.statement}",
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
    if _can_front(key, focus, lead, clause):
        asked = _fronted(key, word, lead)
        near, rest = _split_tail(focus.tail)
        text = _inverted(f"{asked}{near}", clause, leave=part, in_place=rest)
        return (
            text.replace("How much", "What figure", 1)
            if clause.verb.lemma in _REACHING and key.answer is Answer.MONEY
            else text
        )
    return _in_place(word, clause, focus) if "," not in focus.lead and part.role is not Role.SUBJECT else None


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
            return "What temperature" if key.noun == "degrees" else f"How many {key.noun}"
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
        lead in {"to", "by", "at", "from", "for", "in", "on", "after", "with"}
        and (short or key.answer is Answer.COUNT)
        and len(tail.split()) <= 6
    )
    return whole or preposition


def _fronted(key: Key, word: str, lead: str) -> str:
    low = word[0].lower() + word[1:]
    if key.answer is Answer.DURATION and word == "How long":
        return "For how long" if lead == "for" else "How long"
    if not lead:
        return f"By {low}" if key.answer is Answer.PERCENT else word
    return f"{lead.capitalize()} {low}"


def _in_place(word: str, clause: Clause, focus: Focus) -> str:
    low = word[0].lower() + word[1:]
    asked = f"{focus.lead}{low}{focus.tail}"
    pieces = [asked if _same(p, focus.part) else p.text for p in clause.after]
    subject = asked if _same(clause.subject, focus.part) else clause.subject.text
    before = [asked if _same(p, focus.part) else p.text for p in clause.before]
    front = ", ".join(before) + "," if before else ""
    return _joined(front, subject, clause.verb.statement, *pieces) + "?"


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
