"""Clauses that lost something on the way: a condition, an object, a phrase that the parser tore apart."""

from collections.abc import Callable
from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.second import read_otherwise


def loss(verb: Token) -> str | None:
    """What a clause has lost, so that it can not be asked; None where it is whole."""
    return next((reason for test, reason in _LOSSES if test(verb)), None)


def _hangs(verb: Token) -> bool:
    """“After the last ice age oaks moved north”, with "After" taken for a conjunction: it would be left out."""
    return verb.dep_ == "ROOT" and any(c.dep_ == "mark" for c in verb.children)


def _torn_phrase(verb: Token) -> bool:
    """“was blown off his feet”, with "off" taken for a part of the verb."""
    return any(c.dep_ == "prt" and any(g.dep_ == "pobj" for g in c.children) for c in verb.children)


def _if_only(verb: Token) -> bool:
    """“were enough, provided that the sea bed was known”: true only under a condition."""
    after = [c for c in verb.rights if c.dep_ in _CONDITIONAL]
    return any(t.lower_ in _CONDITIONS for c in after for t in (c, *c.lefts))


_CONDITIONS: Final = frozenset("provided providing assuming supposing".split())
_CONDITIONAL: Final = frozenset({"advcl", "prep", "mark", "advmod", "ccomp", "dep"})


def _spent(verb: Token) -> bool:
    """“spent the summers measuring the coast”: how time was spent is what is told."""
    if verb.lemma_ != "spend" or any(c.dep_ in {"xcomp", "auxpass"} and c.i > verb.i for c in verb.children):
        return False
    times = [c for c in verb.children if c.dep_ in {"dobj", "npadvmod"} and c.ent_type_ in {"DATE", "TIME"}]
    return bool(times) and not any(c.dep_ == "prep" and c.lower_ in _SPENT_ON for c in verb.children)


_SPENT_ON: Final = frozenset("in on at with as under among".split())


def _lacks_object(verb: Token) -> bool:
    """“who joined in January”, “the rivers deliver in three years”: whom or what, another sentence says."""
    particles = _WITH_OBJECT.get(verb.lemma_.lower())
    if particles is None:
        return False
    relative = verb.dep_ == "relcl" and any(t.lower_ in {"which", "that", "whom"} for t in verb.children)
    return not relative and not any(
        c.dep_ in {"dobj", "auxpass", "ccomp", "xcomp", "oprd", "attr"}
        or (c.dep_ in {"prep", "prt"} and c.lower_ in particles)
        for c in verb.children
    )


_WITH_OBJECT: Final = {
    "join": frozenset({"with"}),
    "leave": frozenset({"for", "from", "behind"}),
    "deliver": frozenset({"on"}),
    "keep": frozenset({"to", "from", "on", "up", "out", "off", "away"}),
    "put": frozenset(),
    "cross": frozenset({"into", "over", "to"}),
    "bring": frozenset(),
    "make": frozenset({"for", "up", "of", "off"}),
    "give": frozenset({"up", "in", "way", "out"}),
    **dict.fromkeys(
        """enter approve reject replace support own accept build create produce cause contain include require
        need use discover invent introduce publish establish seize destroy raise defend provide receive
        remove reduce protect prevent avoid allow force persuade describe place send carry find
        mention reveal suffer undergo experience""".split(),
        frozenset({"up", "out", "off", "in", "on", "for", "away", "back", "from", "to", "through"}),
    ),
}
"""Verbs that say little without an object, each with the particles that stand for one ("left for London")."""


def _shares_object(verb: Token) -> bool:
    """“gathered and drew insects”: she gathered them, too."""
    following = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"), None)
    beside = following is not None and following.i == verb.i + 2 and verb.nbor().dep_ == "cc"
    if following is None or not beside or any(c.dep_ in _COMPLETING for c in verb.children):
        return False
    return any(c.dep_ in {"dobj", "prep"} for c in following.children)


_COMPLETING: Final = frozenset({"dobj", "attr", "acomp", "ccomp", "xcomp", "oprd"})


def _two_verbs(verb: Token) -> bool:
    """“The shop limited customers to two, and the dairy poured …”, with "limited" taken for a participle."""
    subjects = (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"})
    said_of = (c for s in subjects for c in s.children if c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"})
    return any(c.dep_ == "dobj" and c.i > acl.i for acl in said_of if acl.lemma_ not in _OF_TWO for c in acl.children)


_OF_TWO: Final = frozenset(
    "give award pay offer send show teach tell grant lend charge fine deny owe call name".split()
)


def _lacks_place(verb: Token) -> bool:
    """“came for a fortnight”, “needs an hour”: where to, or for what, another sentence says."""
    lemma = verb.lemma_.lower()
    if lemma == "need":
        timed = any(c.dep_ in {"dobj", "npadvmod"} and c.ent_type_ in {"DATE", "TIME"} for c in verb.children)
        return timed and not any(c.dep_ == "xcomp" or c.lower_ in {"for", "to"} for c in verb.children)
    if lemma in {"respond", "react", "reply", "reacted"}:
        return not any(c.dep_ == "prep" and c.lower_ == "to" for c in verb.children)
    if lemma == "bring":
        return any(c.dep_ == "dobj" for c in verb.children) and not any(
            c.dep_ in {"prep", "prt", "advmod", "dative", "xcomp"} and c.lower_ not in {"in", "during"}
            for c in verb.children
        )
    others = (c for c in verb.children if c.dep_ in {"prep", "prt", "advmod", "acomp", "xcomp", "attr", "npadvmod"})
    left = lemma in {"march", "retreat", "withdraw", "pull"} and not any(c.dep_ == "dobj" for c in verb.children)
    return (left or lemma in {"come", "go", "arrive"}) and all(c.lower_ in _WHEN for c in others)


def _lacks_event(verb: Token) -> bool:
    """“where eleven schools took part”: in what, another sentence says."""
    part = any(c.dep_ == "dobj" and c.lower_ == "part" and len(list(c.subtree)) == 1 for c in verb.children)
    return (
        part
        and verb.lemma_ == "take"
        and verb.dep_ == "relcl"
        and not any(c.lower_ == "in" and c.dep_ == "prep" for c in verb.subtree)
    )


_WHEN: Final = frozenset("for during after before since until in then once ago later again also still on".split())


def _after_an_aside(verb: Token) -> bool:
    """“Strandholm was in talks, she said, and hoped to …”: it was Strandholm that hoped."""
    said = verb.head
    own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    if verb.dep_ != "conj" or own or said.lemma_.lower() not in wordlists.REPORTING:
        return False
    return said.dep_ == "parataxis" or any(c.dep_ == "ccomp" and c.i < said.i for c in said.children)


def _may_be_wanted(verb: Token) -> bool:
    """“wanted to buy the building and put 38 flats behind its wall”: “put” is what was wanted, and may never be."""
    if verb.dep_ != "conj" or any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in verb.children):
        return False
    head = verb.head
    if head.tag_ == "VB" and any(c.lower_ == "to" for c in head.children):
        return verb.tag_ in {"VBD", "VBP", "VBZ"}
    alike = verb.lower_ == verb.lemma_.lower()
    return alike and any(t.lower_ == "to" and t.tag_ == "TO" for t in verb.doc[head.i : verb.i])


def _disagrees(verb: Token) -> bool:
    """“In Norway, hardly a mild country, three in five own one”, with the country taken for the subject."""
    first = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb)
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < verb.i), None)
    if subject is None or first.tag_ != "VBP" or subject.tag_ != "NN":
        return False
    one = any(c.dep_ == "det" and c.lower_ in {"a", "an", "each", "every"} for c in subject.children)
    several = any(c.dep_ in {"conj", "cc"} or (c.dep_ == "prep" and c.lower_ == "of") for c in subject.children)
    return one and not several


def _lists_a_measure(verb: Token) -> bool:
    """“where it passed 140 degrees, sugars and proteins react”, with the sugars taken for more that was passed."""
    measures = (c for c in verb.children if c.dep_ == "dobj" and any(g.dep_ == "nummod" for g in c.children))
    return any(
        (c.dep_ == "conj" or (c.dep_ == "appos" and any(g.dep_ == "conj" for g in c.children)))
        and c.pos_ == "NOUN"
        and not any(g.dep_ in {"nummod", "det"} for g in c.children)
        and c.left_edge.nbor(-1).text == ","
        for measure in measures
        for c in measure.children
    )


def _is_what_somebody_does(verb: Token) -> bool:
    """“A passenger reading below deck sees a cabin”, with the reading taken for the subject: who sees, not what."""
    subjects = (c for c in verb.children if c.dep_ == "nsubj" and c.tag_ == "VBG" and c.i < verb.i)
    return any(g.dep_ == "compound" and wordlists.person_noun(g.lemma_.lower()) for s in subjects for g in s.children)


_LOSSES: Final[tuple[tuple[Callable[[Token], bool], str], ...]] = (
    (_lacks_object, "a verb without what it is about"),
    (_shares_object, "its object stands after the next verb"),
    (_hangs, "a clause that hangs on something else"),
    (_torn_phrase, "a phrase that was torn apart"),
    (_if_only, "true only under a condition"),
    (_lacks_place, "where to, or what for, is not said"),
    (_lacks_event, "in what they took part, is not said"),
    (_after_an_aside, "it is not clear who goes on"),
    (_may_be_wanted, "it may be what was only wanted"),
    (_two_verbs, "two verbs for one subject"),
    (_disagrees, "subject and verb do not go together"),
    (_is_what_somebody_does, "a subject that is not understood"),
    (_lists_a_measure, "a list that is not understood"),
    (_spent, "it is not said what the time was spent on"),
    (read_otherwise, "a clause that a second reader takes otherwise"),
)
