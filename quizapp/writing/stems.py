"""A clause and what is asked for become a question: fronting, do-support, or in place where that is clumsy."""

import re
from dataclasses import replace
from typing import Final

from quizapp.model.fact import Answer, Clause, Fact, FactKind, Focus, Key
from quizapp.model.item import GAP
from quizapp.writing.figures import quantity_question
from quizapp.writing.frames import inverted, once, subject_question

LONGEST: Final = 35
"""Words a stem may have; RUBRIC: over 35 is not grammatical."""

_PLAIN_CUES: Final = frozenset({"told", "tell", "tells", "telling", "added", "adds", "continued", "continues"})


def stem_of(fact: Fact) -> str | None:
    """The question that a fact answers, or for a figure that no question can ask well a sentence with a gap."""
    text = _by_topic(fact) if fact.topic else _by_clause(fact)
    if text is None or GAP in text:
        return text
    return f"{fact.context} {_finished(text, fact)}".strip()


def _finished(text: str, fact: Fact) -> str:
    text = once(text, fact.clause)
    source = fact.attribution.source if fact.attribution else ""
    asks_source = bool(fact.topic) and fact.kind in {FactKind.SAYING, FactKind.LABEL}
    if source and not asks_source and not text.startswith(f"According to {source}"):
        lower = text if text.split(" ", 1)[0].isupper() and len(text.split(" ", 1)[0]) > 1 else _lowered(text, fact)
        who = re.match(r"[Ww]ho\b", text) and text.endswith("?")  # “According to Quill, who had lost …” is his clause
        text = f"{text[:-1]}, according to {source}?" if who else f"According to {source}, {lower}"
    text = re.sub(r"\bcan not\b", "cannot", text)
    return text[:1].upper() + text[1:]


def _lowered(text: str, fact: Fact) -> str:
    """The text with its first letter small, unless it begins with a name."""
    first = text.split(" ", 1)[0]
    return text[0].lower() + text[1:] if first.lower() in _SMALL_WORDS else text


_SMALL_WORDS: Final = frozenset(
    """who what which when where why how in on by to for until since from at during the a an of with within under over
    between through after before while once if as along across among against about beyond behind below above
    without""".split()
)
"""Words with which a question may begin and that are no names."""


# -- facts with a topic


def _by_topic(fact: Fact) -> str | None:
    match fact.kind:
        case FactKind.SAYING:
            return _saying(fact)
        case FactKind.LABEL:
            return _label(fact)
        case FactKind.DEFINITION | FactKind.ROLE | FactKind.LIST:
            who = fact.key.noun == "who" or fact.key.answer in {Answer.PERSON, Answer.PEOPLE} or _KIN.match(fact.topic)
            return f"{'Who' if who else 'What'} {_be(fact)} {fact.topic}?"
        case FactKind.TERM if GAP in fact.topic:
            return fact.topic
        case _:
            form = _TOPIC_FORMS.get(fact.kind)
            return form.format(topic=fact.topic, be=_be(fact), happens=fact.key.noun) if form else None


_KIN: Final = re.compile(
    r"(?:an?|the) (?:[a-z]+ )*(?:daughter|son|mother|father|sister|brother|wife|husband|king|queen)\b"
)
"""In a legend a river may be somebody's daughter, and is asked for as a who."""
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
    who = _speaker(fact.key)
    said = said_or_wrote(fact)
    if fact.topic.startswith("“"):
        return (
            f"{who} {said}, {fact.topic[:-1]}”?"
            if not fact.topic.rstrip("”").endswith(("?", "!"))
            else f"{who} {said}, {fact.topic}?"
        )
    return f"{who} {'said' if cue in _PLAIN_CUES else cue} {fact.topic}?"


def said_or_wrote(fact: Fact) -> str:
    """The verb for words that are given as they are: “said”, but for what was written."""
    cue = fact.attribution.cue.lower() if fact.attribution else ""
    return "wrote" if cue in {"wrote", "writes"} else "said"


def _label(fact: Fact) -> str:
    cue = fact.attribution.cue if fact.attribution else "called"
    return f"{_speaker(fact.key)} {cue} {fact.topic}?"


def _speaker(key: Key) -> str:
    """The question word for one who speaks: of a name that is not known to be a person or body, "Who" too."""
    word = question_word(key)
    return "Who" if word == "What" else word


# -- facts with a clause


def _by_clause(fact: Fact) -> str | None:
    clause, focus = fact.clause, fact.focus
    if clause is None or focus is None:
        return None
    match fact.kind:
        case FactKind.REASON | FactKind.PURPOSE | FactKind.MEANS | FactKind.LIST:
            of = focus.lead.strip() if fact.kind is FactKind.LIST else ""  # "What does it consist of?"
            return inverted(_asking(fact), clause, leave=focus.part, in_place=of)
        case FactKind.ACTOR:
            return _actor_question(fact, clause)
        case FactKind.OBJECT:
            return _object_question(fact, clause, focus)
        case FactKind.DATE | FactKind.PLACE:
            return inverted(_when_or_where(fact.key, focus), clause, leave=focus.part)
        case FactKind.QUANTITY:
            return quantity_question(fact, clause, focus)
        case FactKind.SAYING | FactKind.LABEL:
            word = "How" if fact.key.noun == "how" else "What"
            return inverted(word, clause, leave=focus.part, in_place=focus.lead.strip())
        case _:
            return None


def _actor_question(fact: Fact, clause: Clause) -> str:
    word = question_word(fact.key)
    text = fact.key.text.removeprefix("the ")
    named = word == "What" and (text[:1].isupper() or not _BODIES.isdisjoint(text.lower().split()))
    head = _TOLD_APART.split(text)[0]
    last = head.split()[-1]
    body = head.islower() and last in _BODIES and not re.search(r"\b(?:of|as|to|by|in|for|with|at)\b", head)
    if word == "What" and _is_team(fact, clause):
        word = "Which team"
    elif word == "What" and body:
        word = f"Which {last}"
    elif word == "What" and last.lower() in _DOERS:
        word = "Who"
    elif word == "What" and (firm := _FIRM.search(head)) is not None:
        word = f"Which {firm.group(1)}"
    elif named and clause.verb.lemma in _WILLED:
        word = "Who"
    return subject_question(word, clause, plural=_asks_plural(fact.key))


_TOLD_APART: Final = re.compile(r" (?:that|which|who|whose) ")
_FIRM: Final = re.compile(r"^(?:[A-Z]?[a-z]+ )?(firm|company|bank|brewery|publisher|club|charity|agency) [A-Z]")
"""“the Swedish firm Norrcell”."""
_DOERS: Final = frozenset(
    """authorities allies teams crews troops forces soldiers police monks nuns officials prosecutors""".split()
)
"""Nouns for people that are not told apart: “drilling teams found …” answers who."""


_CONTESTS: Final = frozenset("beat defeat thrash eliminate overcome rout shut outplay edge crush".split())
_SCORE: Final = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")


def _is_team(fact: Fact, clause: Clause) -> bool:
    """“The Mariners beat the Lumberjacks 3-2”: a name that is not known to be a person's, by a score."""
    name = question_word(fact.key) == "What" and fact.key.text.removeprefix("the ")[:1].isupper()
    return name and clause.verb.lemma in _CONTESTS and bool(_SCORE.search(fact.evidence[-1].quote))


_WILLED: Final = frozenset(
    """agree announce argue arrest ask accuse fine jail convict praise criticise criticize sentence
    apologise apologize claim decide demand deny expect hope insist intend invade object plan promise propose refuse
    reject say sign threaten urge vote vow want warn""".split()
)
"""Verbs of people: of a name that is not known to be a body, "Who" is asked and not "What"."""


_BODIES: Final = frozenset(
    """court council government parliament jury committee police company firm board union ministry party club team
    league agency department""".split()
)
"""Nouns for bodies of people, which act as a who."""


def _asking(fact: Fact) -> str:
    """The question word, or words, for what is left out of the clause."""
    match fact.kind:
        case FactKind.LIST:
            return f"{'Which' if fact.key.plural else 'What'} {fact.key.noun}" if fact.key.noun else "What"
        case FactKind.MEANS:
            return "How"
        case _:
            return "Why"


def _asks_plural(key: Key) -> bool:
    return key.answer is Answer.COUNTRIES


_TO_DO: Final = {"to have ": "to have done", "to have been ": "to have been", "to be ": "to be"}


def _object_question(fact: Fact, clause: Clause, focus: Focus) -> str | None:
    if fact.key.answer is Answer.ACTION:
        return inverted("What", clause, leave=focus.part, in_place=_TO_DO.get(fact.key.noun, "to do"))
    if fact.key.noun == "post":
        return inverted("To what post", clause, leave=focus.part)
    word = "Which team" if _is_team(fact, clause) else question_word(fact.key)
    if word == "Which city" and fact.key.text.startswith("the "):
        word = "What"  # "the upper Rhine", which the tagger takes for a city
    if focus.lead == "for " and clause.verb.lemma == "use" and clause.verb.rest:
        # "What are they used for in most races?"
        used = replace(clause, verb=replace(clause.verb, rest=f"{clause.verb.rest} for"))
        return inverted(word, used, leave=focus.part)
    if focus.lead and clause.before and word.startswith("Which "):
        return inverted(f"{focus.lead.strip().capitalize()} {word.lower()}", clause, leave=focus.part)
    return inverted(word, clause, leave=focus.part, in_place=focus.lead.strip())  # "What does the gas flow through?"


def _when_or_where(key: Key, focus: Focus) -> str:
    preposition = focus.lead.strip().lower()
    if preposition in {"near", "outside"} and key.answer not in {Answer.YEAR, Answer.DATE, Answer.PERIOD}:
        return f"{preposition.capitalize()} which place"
    match key.answer:
        case Answer.YEAR:
            return "In which year" if preposition in {"in", "during"} else f"{preposition.capitalize()} which year"
        case Answer.DATE | Answer.PERIOD:
            day = preposition == "on" and any(c.isdigit() for c in key.text)
            when = "On what date" if day else "When"
            return when if preposition in {"in", "on", "at", "during"} else f"{preposition.capitalize()} when"
        case Answer.COUNTRY:
            return "In which country" if preposition == "in" else "Where"
        case Answer.CITY if preposition == "in":
            return "Where"
        case _:
            return "Where"


def question_word(key: Key) -> str:
    """Who, What or Which …, by what answers."""
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
