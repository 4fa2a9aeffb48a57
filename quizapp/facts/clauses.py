"""A parsed verb with what belongs to it, as constituents that stand alone."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

import lemminflect
from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.wording import Unclear, Wording, tidy
from quizapp.model.fact import Clause, Part, Role, VerbGroup

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_AUXILIARIES: Final = frozenset({"aux", "auxpass"})
_BE: Final = frozenset({"is", "are", "was", "were", "am", "'s", "'re"})
_KEPT_MARKS: Final = frozenset("if when unless until once whenever where after before while than whether as".split())
_DROPPED_MARKS: Final = frozenset("because since although though whereas so".split())
_TO_SINGULAR: Final = {"are": "is", "were": "was", "have": "has", "do": "does", "'re": "is", "'ve": "has"}
_LONG_PURPOSE: Final = 8
"""Words over which a clause of purpose is left out of a stem."""


@dataclass(eq=False)
class Analysis:
    """A clause together with the tokens that its parts were made from."""

    clause: Clause
    verb: Token
    subject: Token
    heads: dict[int, Token] = field(default_factory=dict)  # index in parts() -> head token

    def part_of(self, token: Token) -> Part | None:
        """The part that a head token was made into."""
        parts = self.clause.parts()
        return next((parts[index] for index, head in self.heads.items() if head.i == token.i), None)


def subject_of(verb: Token) -> Token | None:
    """The subject; of a second verb the first one's ("rose and fell"), of a relative clause its antecedent."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if len(subjects) > 1 and subjects[1].pos_ == "PROPN" and wordlists.person_noun(subjects[0].lemma_.lower()):
        subjects = subjects[1:]  # "the engineer Lawrence Fogel", read as two subjects
    own = subjects[0] if subjects else None
    if own is not None:
        if own.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
            return verb.head
        return own
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and not _has_own_mark(verb):
        return subject_of(verb.head)
    return None


def _has_own_mark(verb: Token) -> bool:
    return any(child.dep_ == "mark" for child in verb.children)


def is_finite(verb: Token) -> bool:
    """Whether the verb, or its first auxiliary, is in a finite form."""
    group = [child for child in verb.children if child.dep_ in _AUXILIARIES] or [verb]
    if verb.dep_ == "conj" and len(group) == 1 and group[0] == verb and verb.tag_ in {"VBN", "VBG", "VB"}:
        return False
    return group[0].tag_ in {"VBD", "VBZ", "VBP", "MD"} and not any(c.lower_ == "to" and c.dep_ == "aux" for c in group)


def analyse(verb: Token, wording: Wording) -> Analysis:
    """Take a finite clause apart.

    Raises:
        Unclear: it has no subject, is inverted, or something in it cannot be made to stand alone.
    """
    subject = subject_of(verb)
    if subject is None:
        raise Unclear("no subject")
    if not is_finite(verb) and not _shares_auxiliary(verb):
        raise Unclear("not a finite clause")
    own_subject = subject.head == verb and subject.dep_ in SUBJECTS
    if own_subject and subject.i > verb.i:
        raise Unclear("the subject stands after the verb")
    if subject.dep_ == "expl" or any(child.dep_ == "expl" for child in verb.children):
        raise Unclear("an empty subject")
    group = verb_group(verb, wording)
    before, after, heads_before, heads_after = _constituents(verb, subject, own_subject, wording)
    subject = _described(subject) if verb.dep_ == "relcl" else subject
    if subject.lower_ in {
        "one",
        "those",
        "half",
        "none",
        "each",
        "all",
        "most",
        "some",
        "many",
        "both",
        "others",
    } or any(child.dep_ == "neg" for child in subject.children):
        raise Unclear("a subject that names nothing")
    subject_text = wording.noun_phrase(subject, without=[verb] if verb.dep_ == "relcl" else ())
    tokens = wording.subtree(subject, without=[verb] if verb.dep_ == "relcl" else ())
    if subject_text.split(" ", 1)[0].lower() in wordlists.UNANCHORED | {"once", "formerly", "now"}:
        raise Unclear("a subject that is cut off")
    if not tokens or not subject_text:
        raise Unclear("no subject")
    part = Part(role=Role.SUBJECT, text=subject_text, span=wording.span(tokens))
    sentence = wording.reading.sentence_of(verb)
    clause = Clause(
        before=tuple(before),
        subject=part,
        verb=group,
        after=tuple(after),
        plural=is_plural(subject),
        span=sentence.span,
    )
    heads = dict(enumerate(heads_before))
    heads[len(before)] = subject
    heads.update({len(before) + 1 + i: h for i, h in enumerate(heads_after)})
    return Analysis(clause, verb, subject, heads)


def _described(antecedent: Token) -> Token:
    """“Laanemets, a biologist who took office”: the clause is about whom the apposition describes."""
    if antecedent.dep_ == "appos" and antecedent.pos_ == "NOUN" and antecedent.head.pos_ == "PROPN":
        return antecedent.head
    return antecedent


def is_plural(token: Token) -> bool:
    """Whether a noun phrase is plural: by its form, or because it joins several with "and"."""
    if any(child.dep_ == "conj" for child in token.children):
        return any(child.dep_ == "cc" and child.lower_ == "and" for child in token.subtree)
    return token.tag_ in {"NNS", "NNPS"} or token.lower_ in {"they", "we", "people", "police"}


def _shares_auxiliary(verb: Token) -> bool:
    """“was built and opened”: the second participle leans on the first verb's auxiliary."""
    if (
        verb.dep_ != "conj"
        or not _auxiliaries(verb.head)
        or _auxiliaries(verb)
        or any(c.dep_ in SUBJECTS for c in verb.children)
    ):
        return False
    if verb.tag_ in {"VBN", "VBG", "VB"}:
        return verb.head.tag_ == verb.tag_
    # "was arrested and held": a past tense without an object beside a passive may be a participle
    passive = any(c.dep_ == "auxpass" for c in verb.head.children)
    forms: tuple[str, ...] = lemminflect.getInflection(verb.lemma_.lower(), tag="VBN")
    objects = any(c.dep_ in {"dobj", "ccomp", "xcomp", "acomp"} for c in verb.children)
    if passive and verb.tag_ == "VBD" and verb.lower_ in forms and not objects:
        raise Unclear("it is not clear whether this was done or suffered")
    return False


def _auxiliaries(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in _AUXILIARIES and child.i < verb.i]


def verb_group(verb: Token, wording: Wording) -> VerbGroup:
    """The verb with its auxiliaries, negation, inner adverbs and particle, in the forms that stems need."""
    auxiliaries = _auxiliaries(verb)
    borrowed = _auxiliaries(verb.head) if not auxiliaries and _shares_auxiliary(verb) else []
    inner = [c for c in verb.children if _inside_group(c, verb, auxiliaries)]
    particles = [c for c in verb.children if c.dep_ == "prt" and c.i == verb.i + 1]
    tokens = borrowed + sorted([*auxiliaries, *inner, verb, *particles], key=lambda t: t.i)
    words = [_plain(token) for token in tokens]
    negated = any(t.lower_ in wordlists.NEGATIVES for t in tokens)
    lead = next((i for i, t in enumerate(tokens) if t.dep_ in _AUXILIARIES or t in borrowed or t == verb), 0)
    first = tokens[lead]
    copula = first == verb and verb.lemma_ == "be"
    rest = words[:lead] + words[lead + 1 :]
    past = first.tag_ == "VBD" or first.lower_ in {"would", "could", "might"}
    if first == verb and not copula and not borrowed:
        auxiliary = "did" if verb.tag_ == "VBD" else "does" if verb.tag_ == "VBZ" else "do"
        rest = [*words[:lead], verb.lemma_.lower(), *words[lead + 1 :]]
    else:
        auxiliary = words[lead]
    singular = list(words)
    singular[lead] = _singular(first)
    return VerbGroup(
        statement=tidy(" ".join(words)),
        singular=tidy(" ".join(singular)),
        first=auxiliary,
        rest=tidy(" ".join(rest)),
        lemma=verb.lemma_.lower(),
        past=past,
        negated=negated,
        copula=copula,
    )


def simple_past(analysis: Analysis) -> Analysis:
    """The clause with "had studied" as "studied"."""
    verb = analysis.clause.verb
    forms: tuple[str, ...] = lemminflect.getInflection(verb.lemma, tag="VBD")
    if not forms:
        return analysis
    past = replace(verb, statement=forms[0], singular=forms[0], first="did", rest=verb.lemma)
    return replace(analysis, clause=replace(analysis.clause, verb=past))


def _inside_group(child: Token, verb: Token, auxiliaries: list[Token]) -> bool:
    if child.dep_ == "neg":
        return child.i < verb.i or verb.lemma_ == "be"
    if child.dep_ == "advmod" and child.lower_ in wordlists.UNANCHORED and child.i < verb.i:
        raise Unclear(f"“{child.text}” needs the sentence before it")
    start = auxiliaries[0].i if auxiliaries else verb.i
    adverb = child.dep_ == "advmod" and len(list(child.subtree)) == 1 and child.lower_ not in wordlists.FUNCTION_ADVERBS
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    after_subject = subject is None or child.i > subject.i
    return adverb and after_subject and (start < child.i < verb.i or (child.i == verb.i - 1 and child.i < start))


def _plain(token: Token) -> str:
    table = {"n't": "not", "'ve": "have", "'re": "are", "'ll": "will", "wo": "will", "ca": "can", "'d": "had"}
    if token.lower_ == "'s":
        return "is" if token.lemma_ == "be" else "has"
    return table.get(token.lower_, token.text if token.pos_ == "PROPN" else token.lower_)


def _singular(first: Token) -> str:
    low = _plain(first)
    if low in _TO_SINGULAR:
        return _TO_SINGULAR[low]
    if first.tag_ == "VBP":
        forms: tuple[str, ...] = lemminflect.getInflection(first.lemma_.lower(), tag="VBZ")
        return forms[0] if forms else low
    return low


def _constituents(
    verb: Token, subject: Token, own_subject: bool, wording: Wording
) -> tuple[list[Part], list[Part], list[Token], list[Token]]:
    group = {t.i for t in [*_auxiliaries(verb), verb]} | {
        c.i for c in verb.children if _inside_group(c, verb, _auxiliaries(verb))
    }
    before: list[Part] = []
    after: list[Part] = []
    heads_before: list[Token] = []
    heads_after: list[Token] = []
    inside = set(verb.subtree)
    seen = [t for t in subject.subtree if own_subject or t not in inside]
    for child in verb.children:
        if child.i in group or child.i == subject.i or not _wanted(child, verb):
            continue
        comma = child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ","
        if comma and child.dep_ in {"dobj", "attr", "nmod", "oprd"} and heads_after:
            if child.dep_ == "dobj" and any(h.dep_ == "dobj" for h in heads_after):
                continue  # an apposition that the parser took for a second object
            raise Unclear("a list that is not understood")
        fronted = own_subject and child.i < subject.i
        part = _part(child, wording, seen=[subject] if fronted and child.dep_ == "advcl" else [] if fronted else seen)
        if part is None:
            continue
        (before if fronted else after).append(part)
        (heads_before if fronted else heads_after).append(child)
    return before, after, heads_before, heads_after


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
    """punct cc conj mark neg preconj aux auxpass nsubj nsubjpass intj meta parataxis dep det""".split()
)
"""Dependants of a verb that are no constituents of its clause, or belong to the verb group."""


def _wanted(child: Token, verb: Token) -> bool:
    """Whether a dependant of the verb belongs into a stem that stands alone."""
    if child.dep_ not in _ROLES:
        if child.dep_ in _LEFT_OUT:
            return False
        raise Unclear(f"a construction that is not understood ({child.dep_})")
    test = _TESTS.get(child.dep_)
    return test is None or test(child, verb)


def _wanted_complement(child: Token, verb: Token) -> bool:
    """A clause before the verb belongs to a verb of saying, else it is the first of two joined by ";" or ", so"."""
    joined = any(t.text in {";", ":"} for t in verb.doc[child.i : verb.i])
    return child.i > verb.i or (verb.lemma_.lower() in wordlists.REPORTING and not joined)


def _wanted_adverb(child: Token, verb: Token) -> bool:
    first = child.left_edge.i
    if child.i < verb.i and first > verb.left_edge.i + 1 and child.doc[first - 1].text == ",":
        raise Unclear("an aside between subject and verb that is not understood")
    return not _is_connector(child)


def _is_connector(child: Token) -> bool:
    if child.lower_ in wordlists.FUNCTION_ADVERBS:
        return True
    if child.lower_ in wordlists.UNANCHORED:
        raise Unclear(f"“{child.text}” needs the sentence before it")
    return False


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
    return _relative_time(prep)


def _relative_time(token: Token) -> bool:
    """A time that means nothing without the article's date: "on Tuesday", "last year", "a week ago"."""
    words = list(token.subtree)
    if any(t.pos_ in {"VERB", "AUX"} for t in words):
        return False
    timely = any(t.ent_type_ in {"DATE", "TIME"} for t in words)
    anchored = any((t.like_num and len(t.text) == 4) or t.lower_ in _MONTHS for t in words)
    return timely and not anchored and any(t.lower_ in wordlists.RELATIVE_TIME for t in words)


_MONTHS: Final = frozenset(
    """january february march april may june july august september october november december""".split()
)


def _keeps_clause(child: Token) -> bool:
    mark = next(
        (
            c.lower_
            for c in child.children
            if c.dep_ in {"mark", "advmod"} and c.i <= child.i and c.lower_ in _KEPT_MARKS | _DROPPED_MARKS
        ),
        "",
    )
    comma = child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ","
    if mark in {"if", "unless", "when", "whenever", "once", "until"}:
        return True
    if mark in _KEPT_MARKS:
        return not comma or child.i < child.head.i
    if mark in _DROPPED_MARKS:
        return False
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
    return to and not comma and child.i > child.head.i and len(list(child.subtree)) <= _LONG_PURPOSE


def _wanted_measure(child: Token, verb: Token) -> bool:
    """A time or a measure without a preposition ("17 percent", "hundreds of times a second"), not an aside."""
    if child.i > verb.i and child.left_edge.nbor(-1).text == ",":
        return False
    measured = (
        child.ent_type_ in _MEASURES or any(t.like_num for t in child.subtree) or child.lemma_.lower() in _MEASURE_NOUNS
    )
    if not measured:
        raise Unclear("a phrase whose place in the sentence is not understood")
    return not _relative_time(child)


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
    }
)
"""Phrases that tie a sentence to the one before it."""


def _part(child: Token, wording: Wording, *, seen: list[Token]) -> Part | None:
    tokens = wording.subtree(child)
    if not tokens:
        return None
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
    if not text or text.lower() in _CONNECTORS:
        return None
    return Part(role=_ROLES[child.dep_], text=text, span=wording.span(tokens), word=word)
