"""What belongs to a verb: which of its dependants a stem keeps, which it does without, which make it unclear."""

from collections.abc import Callable
from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.assertions import viewer_of
from quizapp.facts.joints import joint_before, where_in
from quizapp.facts.spacing import is_break
from quizapp.facts.times import relative_time
from quizapp.facts.verbs import auxiliaries_of, goes_without, inside_group
from quizapp.facts.whereabouts import place_of
from quizapp.facts.wording import Unclear, Wording
from quizapp.model.fact import Part, Role

_KEPT_MARKS: Final = frozenset("if when unless until once whenever where after before while than whether as".split())
_DROPPED_MARKS: Final = frozenset("because since although though whereas so".split())
_LONG_PURPOSE: Final = 8
"""Words over which a clause of purpose is left out of a stem."""


_Parts = tuple[list[Part], list[Part], list[Token], list[Token]]
"""The parts before the subject and after the verb, and the token that heads each."""


def constituents(verb: Token, subject: Token, own_subject: bool, wording: Wording) -> _Parts:
    """What belongs to a verb, the place first that “where” stands for."""
    before, after, heads_before, heads_after = _constituents(verb, subject, own_subject, wording)
    where = where_in(verb)
    if where is None:
        return before, after, heads_before, heads_after
    if not after:
        raise Unclear("too little is told of what was there")  # "where the minister spoke"
    if any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.children) and any(
        h.lower_ == "since" for h in heads_after
    ):
        raise Unclear("a scene of the moment")  # "where eighty people had waited since early evening"
    return [place_of(where, wording), *before], after, [where, *heads_before], heads_after


def _constituents(verb: Token, subject: Token, own_subject: bool, wording: Wording) -> _Parts:
    group = {t.i for t in [*auxiliaries_of(verb), verb]} | {
        c.i for c in verb.children if inside_group(c, verb, auxiliaries_of(verb))
    }
    before: list[Part] = []
    after: list[Part] = []
    heads_before: list[Token] = []
    heads_after: list[Token] = []
    inside = frozenset() if own_subject else frozenset(verb.subtree)
    seen = [t for t in subject.subtree if t not in inside]
    ends = _end(verb, wording)
    for child in _in_order(verb):
        skipped = child.i in group or child.i == subject.i or child.i > ends
        if skipped or (own_subject and is_subjects(child, subject, verb)) or not _wanted(child, verb):
            continue
        comma = child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ","
        if comma and child.dep_ in {"dobj", "attr", "nmod", "oprd"} and heads_after:
            if child.dep_ == "dobj" and any(h.dep_ == "dobj" for h in heads_after):
                continue  # an apposition that the parser took for a second object
            raise Unclear("a list that is not understood")
        if _torn_compound(child, verb):
            raise Unclear("a compound that was torn apart")
        aside = (
            child.dep_ == "advcl" and comma and child.i < verb.i
        )  # "the mine, if approved, would use": goes in front
        fronted = own_subject and (child.i < subject.i or aside)
        part = _part(child, wording, seen=[subject] if fronted and child.dep_ == "advcl" else [] if fronted else seen)
        if part is None:
            continue
        if not fronted:  # "praised Field for her voice": a name said already is not said again
            seen = [*seen, *(t for t in child.subtree if wording.mentions.person_at(t) is not None)]
        (before if fronted else after).append(part)
        (heads_before if fronted else heads_after).append(child)
    return before, after, heads_before, heads_after


def _gone_before(child: Token, verb: Token) -> Token | None:
    """“came to rest beside it, on slate”: a clause between the verb and what is kept, and nothing sets it apart."""
    between = (c for c in verb.children if c.dep_ == "advcl" and verb.i < c.i < child.i)
    return next((c for c in between if not _keeps_clause(c) and not is_break(c.left_edge.nbor(-1))), None)


def is_subjects(child: Token, subject: Token, verb: Token) -> bool:
    """“the first walkout, in early June, lasted”: a phrase between commas that belongs to the subject."""
    between = child.dep_ == "prep" and subject.i < child.i < verb.i and subject.pos_ == "NOUN"
    if between and " ".join(t.lower_ for t in child.subtree) in _CONNECTORS:
        return False
    return between and child.left_edge.nbor(-1).text == "," and child.right_edge.nbor().text == ","


def _in_order(verb: Token) -> list[Token]:
    """The dependants of a verb; those that a relative clause has before its verb come last."""
    children = list(verb.children)
    joints = [
        c.left_edge.nbor(-1) for c in children if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN"} and c.i > verb.i
    ]
    if any(joint.dep_ == "cc" and joint.head == verb and joint.nbor(-1).text != "," for joint in joints):
        raise Unclear("a list that is not understood")  # "flew past Venus once and the Earth twice"
    if any(c.dep_ == "conj" and c.pos_ in {"VERB", "AUX"} and _is_unjoined(c, verb) for c in children):
        raise Unclear("two verbs that nothing joins")
    if verb.dep_ != "relcl":
        return children
    early = [c for c in children if c.dep_ == "prep" and c.i < verb.i]
    return [c for c in children if c not in early] + early


def _is_unjoined(second: Token, verb: Token) -> bool:
    """Whether neither a mark nor a conjunction stands before a second verb: “emerged that apples served … had been”."""
    between = verb.doc[verb.i + 1 : second.i]
    return second.i > verb.i and not any(t.dep_ == "cc" or t.text in {",", ";", ":", "-", "—"} for t in between)


def _end(verb: Token, wording: Wording) -> int:
    """Where a clause ends: at the "and" before the next verb, whose words follow it, or at a colon."""
    joints = [joint_before(c) for c in verb.children if c.dep_ == "conj" and c.pos_ in {"VERB", "AUX"}]
    rest = verb.subtree if ":" in wording.reading.sentence_of(verb).words else ()
    colons = (t.i for t in rest if t.text == ":" and t.i > verb.i and not wording.reading.quoted(t))
    return min([*(joint.i for joint in joints if joint is not None), *colons], default=len(verb.doc))


_ROLES: Final = {
    "dobj": Role.OBJECT,
    "dative": Role.OBJECT,
    "attr": Role.COMPLEMENT,
    "acomp": Role.COMPLEMENT,
    "oprd": Role.COMPLEMENT,
    "xcomp": Role.CLAUSE,
    "ccomp": Role.CLAUSE,
    "prep": Role.ADJUNCT,
    "agent": Role.ADJUNCT,
    "advmod": Role.ADJUNCT,
    "npadvmod": Role.ADJUNCT,
    "advcl": Role.ADJUNCT,
    "prt": Role.ADJUNCT,
    "pcomp": Role.CLAUSE,
    "nmod": Role.ADJUNCT,
}


_LEFT_OUT: Final = frozenset(
    """punct cc conj mark neg preconj aux auxpass nsubj nsubjpass csubj csubjpass intj meta parataxis dep det""".split()
)
"""Dependants of a verb that are no constituents of its clause, or belong to the verb group."""


def _wanted(child: Token, verb: Token) -> bool:
    """Whether a dependant of the verb belongs into a stem that stands alone."""
    if child.dep_ not in _ROLES:
        if child.dep_ in _LEFT_OUT:
            return False
        raise Unclear(f"a construction that is not understood ({child.dep_})")
    test = _TESTS.get(child.dep_)
    wanted = test is None or test(child, verb)
    if wanted and (gone := _gone_before(child, verb)) is not None:
        raise Unclear(f"“{gone.left_edge.text} …” would be left out of the middle")
    return wanted


def _wanted_infinitive(child: Token, verb: Token) -> bool:
    """“though estimates vary, to reach the shelf”: after a comma it hangs on something before."""
    if child.i > verb.i and child.left_edge.nbor(-1).text == ",":
        raise Unclear("a clause that hangs on something else")
    return True


def _wanted_complement(child: Token, verb: Token) -> bool:
    """A clause before the verb belongs to a verb of saying, else it is the first of two joined by ";" or ", so"."""
    joined = any(t.text in {";", ":"} for t in verb.doc[child.i : verb.i])
    return child.i > verb.i or (verb.lemma_.lower() in wordlists.REPORTING and not joined)


def _wanted_adverb(child: Token, verb: Token) -> bool:
    if child == where_in(verb) or goes_without(child, verb):
        return False
    first = child.left_edge.i
    if child.i < verb.i and first > verb.left_edge.i + 1 and child.doc[first - 1].text == ",":
        raise Unclear("an aside between subject and verb that is not understood")
    inside = any(c.dep_ in {"aux", "auxpass"} and c.i < first for c in verb.children) and child.i < verb.i
    if inside and child.left_edge != child.right_edge:
        raise Unclear("an adverb within the verb that is not understood")
    if child.i > verb.i and first and child.doc[first - 1].text == "," and child.left_edge != child.right_edge:
        return False  # "weighs 40 grams, as much as a bar of chocolate"
    return not _is_connector(child)


def _is_connector(child: Token) -> bool:
    if child.lower_ in wordlists.FUNCTION_ADVERBS:
        return not _says_again(child)
    if child.lower_ in wordlists.UNANCHORED:
        raise Unclear(f"“{child.text}” needs the sentence before it")
    return False


def _says_again(child: Token) -> bool:
    """“had to be counted again”: after its verb "again" says that it had happened before."""
    return child.lower_ == "again" and child.i > child.head.i


def _drops_out(prep: Token) -> bool:
    """Prepositional phrases that a stem does without: sources, links to the sentence before, times without a date."""
    low = prep.lower_
    words = list(prep.subtree)
    if (
        low in {"according", "including", "among", "notably", "despite", "like", "unlike", "instead"}
        and prep.i - 1 >= 0
        and (prep.nbor(-1).text == "," if prep.i else False)
    ):
        return True
    if low == "according" or (low in {"unlike", "like", "despite", "besides"} and prep.i < prep.head.i):
        return True
    if any(t.lower_ in {"this", "that", "these", "those"} and t.dep_ == "det" for t in words) and prep.i < prep.head.i:
        return True  # "In this regard, …"
    if low == "contrary" or viewer_of(prep) is not None or _is_after_all_that(prep):
        return True
    if low == "with" and prep.i > prep.head.i and prep.nbor(-1).text == ",":
        return True  # "has a mild climate, with many sunny days"
    return relative_time(prep)


def _is_after_all_that(prep: Token) -> bool:
    """“After the meeting, councillors voted …”: which meeting, the sentences before say; that they voted is as true."""
    event = next((c for c in prep.children if c.dep_ == "pobj"), None)
    fronted = prep.lower_ in {"after", "before", "during"} and prep.i < prep.head.i and prep.i == prep.sent.start
    plain = event is not None and [c.lower_ for c in event.children] == ["the"]
    return fronted and plain and event is not None and event.lemma_.lower() in _EVENTS


_EVENTS: Final = frozenset("meeting match game final hearing trial debate ceremony talk service visit".split())


def _particles(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "prt"]


def _keeps_clause(child: Token) -> bool:
    if (
        child.i
        and child.tag_ == "VBG"
        and child.left_edge == child
        and child.nbor(-1) in {child.head, *_particles(child.head)}
    ):
        raise Unclear("what is done stands in a clause of its own")  # "put off replacing their lifejackets"
    mark = next(
        (
            c.lower_
            for c in child.children
            if c.dep_ in {"mark", "advmod"} and c.i <= child.i and c.lower_ in _KEPT_MARKS | _DROPPED_MARKS
        ),
        "",
    )
    comma = child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ","
    if mark == "when" and comma and child.i > child.head.i and _tells_when(child.head):
        return False  # "in 1888, when he led the first crossing"
    if mark == "as" and comma and child.lemma_.lower() in {"call", "know", "name", "put"}:
        return False  # "The Chapel Press, as they called it, issued 61 books"
    if mark in {"if", "unless", "when", "whenever", "once", "until"}:
        return True
    if mark in _KEPT_MARKS:
        return not comma or child.i < child.head.i
    if mark in _DROPPED_MARKS:
        return False
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
    return to and not comma and child.i > child.head.i and len(list(child.subtree)) <= _LONG_PURPOSE


def _tells_when(verb: Token) -> bool:
    """Whether a date stands beside a verb."""
    times = (c for c in verb.children if c.dep_ in {"prep", "npadvmod"} and c.i > verb.i)
    return any(t.ent_type_ == "DATE" for c in times for t in c.subtree)


def _wanted_measure(child: Token, verb: Token) -> bool:
    """A time or a measure without a preposition ("17 percent", "hundreds of times a second"), not an aside."""
    if child.i > verb.i and child.left_edge.nbor(-1).text == ",":
        return False
    measured = (
        child.ent_type_ in _MEASURES or any(t.like_num for t in child.subtree) or child.lemma_.lower() in _MEASURE_NOUNS
    )
    if not measured:
        raise Unclear("a phrase whose place in the sentence is not understood")
    return not relative_time(child)


_MEASURES: Final = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_MEASURE_NOUNS: Final = frozenset(
    "time times way day week month year hour minute second night morning hundred thousand".split()
)


def _outside(child: Token, verb: Token) -> bool:
    """“the side that beat Redwater, in the final, on 17 May”: after a comma the main clause goes on."""
    return verb.dep_ == "relcl" and child.left_edge.i > verb.i and child.left_edge.nbor(-1).text == ","


_TESTS: Final[dict[str, Callable[[Token, Token], bool]]] = {
    "prt": lambda child, verb: child.i != verb.i + 1,  # else part of the verb group
    "advmod": _wanted_adverb,
    "prep": lambda child, verb: not _drops_out(child) and not _outside(child, verb),
    "advcl": lambda child, _: _keeps_clause(child),
    "ccomp": _wanted_complement,
    "xcomp": _wanted_infinitive,
    "npadvmod": _wanted_measure,
}


_CONNECTORS: Final = frozenset(
    {
        "as well",
        "in turn",
        "in fact",
        "of course",
        "for example",
        "for instance",
        "by contrast",
        "by comparison",
        "in addition",
        "at first",
        "at last",
        "at the same time",
        "in particular",
        "as a result",
        "on the contrary",
        "on the other hand",
        "in other words",
        "after all",
        "at least",
        "in general",
        "for a similar reason",
        "in short",
        "in all",
        "at some point",
    }
)
"""Phrases that tie a sentence to the one before it."""


def _torn_compound(child: Token, verb: Token) -> bool:
    """“figures for income and shift work”, where "work" was taken for an object of the verb."""
    left = child.left_edge
    before = left.nbor(-1) if left.i else left
    nouns = left.tag_ in {"NN", "NNS"} and before.tag_ == "NN" and before.dep_ not in {"dative", "npadvmod"}
    return nouns and child.i > verb.i and child.dep_ in {"dobj", "attr", "oprd", "npadvmod"} and not before.ent_type_


_QUESTION_WORDS: Final = frozenset("when where how who whom which what whose that".split())


def _lacks_noun(child: Token) -> bool:
    """“It took fourteen”, “it fell to three”: of what, only the sentence before says."""
    if child.dep_ == "prep" and (_is_instead(child) or _is_vote(child)):
        return False
    heads = [child] if child.dep_ in {"dobj", "attr"} else [c for c in child.children if c.dep_ == "pobj"]
    return any(
        head.tag_ == "CD"
        and head.ent_type_ in {"CARDINAL", ""}
        and not any(c.dep_ in {"prep", "nummod", "compound"} and c.lower_ != "quantmod" for c in head.children)
        and not (head.text.isdigit() and len(head.text) == 4)
        for head in heads
    )


def _is_instead(prep: Token) -> bool:
    """“over three years instead of one”: the noun stands before."""
    counted = (t for t in prep.doc[prep.head.i : prep.i] if t.dep_ == "nummod")
    return prep.i > 0 and prep.nbor(-1).lower_ in {"instead", "rather"} and any(counted)


def _is_vote(prep: Token) -> bool:
    """“voted by 13 to 11”: for and against, of those who vote."""
    following = [t.tag_ if t.lower_ != "to" else "to" for t in prep.doc[prep.i + 1 : prep.i + 4]]
    decided = prep.head.lemma_.lower() in {"vote", "decide", "agree", "approve", "reject", "pass", "defeat"}
    return prep.lower_ == "by" and following == ["CD", "to", "CD"] and decided


def _part(child: Token, wording: Wording, *, seen: list[Token]) -> Part | None:
    tokens = wording.subtree(child)
    if not tokens:
        return None
    if child.dep_ == "dobj" and child.right_edge.i + 1 < len(child.doc) and child.right_edge.nbor().lower_ == "first":
        raise Unclear(f"“{child.text} first” is not understood")  # "they drift tail first"
    if _lacks_noun(child):
        raise Unclear("a number without its noun")
    if child.dep_ in {"dobj", "dative", "attr"}:
        text = wording.noun_phrase(child, seen=seen)
    else:
        text = wording.words(tokens, seen=seen)
    word = (
        child.lower_
        if child.dep_ in {"prep", "agent"}
        else next((c.lower_ for c in child.children if c.dep_ == "mark"), "")
    )
    if text.lower() in {"no longer", "no more"}:
        raise Unclear(f"“{text}” would lose its place")
    if not text or text.lower().strip(" ,") in _CONNECTORS or text.lower() == "why":
        return None
    if text.lower() in _QUESTION_WORDS:
        raise Unclear(f"“{text}” is torn from its clause")
    return Part(role=_ROLES[child.dep_], text=text, span=wording.span(tokens), word=word)
