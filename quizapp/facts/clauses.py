"""A parsed verb with what belongs to it, as constituents that stand alone."""

from dataclasses import dataclass, field, replace
from typing import Final

import lemminflect
from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.anchors import described, is_only_one, is_some_part
from quizapp.facts.constituents import constituents, is_subjects
from quizapp.facts.joints import where_in
from quizapp.facts.known import is_that_one
from quizapp.facts.losses import loss
from quizapp.facts.numerals import NUMBER_WORDS
from quizapp.facts.strange import strange_in
from quizapp.facts.tenses import Tense, tense_of
from quizapp.facts.times import relative_time
from quizapp.facts.verbs import SUBJECTS, is_finite, shares_auxiliary, subject_of, verb_group
from quizapp.facts.wording import Unclear, Wording
from quizapp.model.fact import Clause, Part, Role


@dataclass(eq=False)
class Analysis:
    """A clause together with the tokens that its parts were made from."""

    clause: Clause
    verb: Token
    subject: Token
    heads: dict[int, Token] = field(default_factory=dict)  # index in parts() -> head token


def analyse(verb: Token, wording: Wording) -> Analysis:
    """Take a finite clause apart.

    Raises:
        Unclear: it has no subject, is inverted, or something in it cannot be made to stand alone.
    """
    subject = _subject(verb, wording)
    lost = loss(verb)
    if lost is not None:
        raise Unclear(lost)
    own_subject = subject.head == verb and subject.dep_ in SUBJECTS
    group = verb_group(verb)
    before, after, heads_before, heads_after = constituents(verb, subject, own_subject, wording)
    told_of = verb.dep_ == "relcl" and where_in(verb) is None  # else the clause has a subject of its own
    subject = _described(verb, subject) if told_of else subject
    _check_subject(subject, verb)
    if verb.dep_ != "relcl" and _disagrees(verb, subject) and (subject.pos_ == "PROPN" or not own_subject):
        raise Unclear("a verb that is another's")
    absent = [verb] if told_of else []
    subject_text = wording.noun_phrase(subject, without=absent)
    tokens = wording.subtree(subject, without=absent)
    if subject_text.split(" ", 1)[0].lower() in wordlists.UNANCHORED | wordlists.HEDGING | {
        "once",
        "formerly",
        "now",
    }:
        raise Unclear("a subject that is cut off")
    if not tokens or not subject_text:
        raise Unclear("no subject")
    asides = [c for c in verb.children if own_subject and is_subjects(c, subject, verb) and not relative_time(c)]
    for aside in asides:
        subject_text = f"{subject_text}, {wording.words(wording.subtree(aside))},"
    if verb.tag_ == "VBP" and group.first == "do" and _is_past(verb, subject, wording):
        group = replace(group, first="did", past=True)  # "the ferry cost 40,000": the tagger takes it for now
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


def _subject(verb: Token, wording: Wording) -> Token:
    """The subject of a finite clause in plain order."""
    subject = subject_of(verb)
    if subject is None:
        raise Unclear("no subject")
    if not is_finite(verb) and not shares_auxiliary(verb):
        raise Unclear("not a finite clause")
    if subject.head == verb and subject.dep_ in SUBJECTS and subject.i > verb.i:
        raise Unclear("the subject stands after the verb")
    strange = strange_in(verb, subject)
    if strange is not None:
        raise Unclear(strange)
    above = verb.head if verb.dep_ == "conj" and subject.head != verb else verb
    which = above.dep_ == "relcl" and any(c.lower_ == "which" for c in above.children)
    if above is not verb and which and (wording.named(subject) or wordlists.person_noun(subject.lemma_.lower())):
        raise Unclear("a clause that is told of something else")  # "a work by Anna Holt, which shines and is lit"
    root = wording.reading.sentence_of(verb).root
    if root.pos_ not in {"VERB", "AUX"} and verb.dep_ != "relcl":
        raise Unclear("a sentence that is not understood")
    return subject


def _is_past(verb: Token, subject: Token, wording: Wording) -> bool:
    tense = tense_of(verb, wording.reading, plural=is_plural(subject))
    if tense is Tense.UNCLEAR:
        raise Unclear(f"“{verb.text}” may be of then or of now")
    return tense is Tense.THEN


_NOBODY: Final = frozenset(
    "one those half none each all most some many both others enough much more less little few several another".split()
)


_OF_SOMETHING: Final = frozenset(
    """adults males females members owners leaders colleagues relatives bosses organisers organizers deputies trustees
    directors""".split()
)
"""Nouns for people that say little without what they belong to."""


def _check_subject(subject: Token, verb: Token) -> None:
    if any(child.lower_ == "whose" for child in subject.children):
        raise Unclear("“whose” is torn from its noun")
    nobody = subject.lower_ in _NOBODY | {"dozen", "score"} or _is_bare_share(subject, verb)
    if nobody or any(t.dep_ == "neg" for child in (subject, *subject.lefts) for t in child.children):
        raise Unclear("a subject that names nothing")
    if is_that_one(subject):
        raise Unclear(f"“that {subject.text}” points to another sentence")
    if subject.lower_ in _OF_SOMETHING and all(c.is_punct for c in subject.children):
        raise Unclear(f"it is not clear of what they are “{subject.text}”")
    _check_heads(subject, verb)


def _only_explains(verb: Token, subject: Token) -> bool:
    """“…, since thousands of animals were needed to colour a garment”: of what, the main clause says."""
    ground = any(c.dep_ == "mark" and c.lower_ in {"since", "because", "as"} for c in verb.children)
    known = any(c.lower_ == "the" or c.dep_ == "poss" for c in subject.children) or subject.pos_ in {"PROPN", "PRON"}
    return verb.dep_ == "advcl" and ground and not known and not any(t.pos_ == "PROPN" for t in verb.subtree)


def _is_bare_share(subject: Token, verb: Token) -> bool:
    """“43 percent wished to return”: of whom, another sentence says."""
    of = any(c.dep_ == "prep" and c.lower_ == "of" for c in (*subject.children, *verb.children))
    return subject.lower_ in {"percent", "cent"} and not of


def _check_heads(subject: Token, verb: Token) -> None:
    if any(c.dep_ == "case" for c in subject.children) or (subject.i + 1 < verb.i and subject.nbor().tag_ == "POS"):
        raise Unclear(f"“{subject.text}'s” is a noun short")
    if any(t.dep_ == "conj" and t.pos_ == "NUM" and not list(t.rights) for t in subject.subtree):
        raise Unclear("a number without its noun")  # "three from Cremona and three were under twenty years old"
    bare = subject.pos_ in {"ADJ", "NUM"} and subject.tag_ not in {"NNP", "NNPS"}
    bare = bare or (subject.lower_ in NUMBER_WORDS and subject.i == subject.sent.start)  # "Eleven were lost"
    if bare and subject.ent_type_ in {"", "CARDINAL", "ORDINAL"}:
        raise Unclear(f"“the {subject.text}” is a noun short")
    parts = {child.dep_ for child in subject.children}
    if verb.dep_ != "relcl" and {"conj", "relcl"} <= parts:
        raise Unclear("a list that is not understood")  # "Pruitt, who teaches physics, and coaches wrestling"
    if _only_explains(verb, subject):
        raise Unclear("it only explains what its sentence tells")
    if _crowded(verb, subject) or _two_ways(verb):
        raise Unclear("two subjects for one verb")


def _crowded(verb: Token, subject: Token) -> bool:
    """Whether a pronoun that can only be a subject stands between subject and verb without a verb of its own."""
    between = verb.doc[subject.i + 1 : verb.i] if subject.head == verb and subject.i < verb.i else ()
    return any(t.lower_ in _NOMINATIVE and t.head in {verb, subject} for t in between)


def _two_ways(verb: Token) -> bool:
    """Two subjects: “a figure which the director described as …”, with "which" taken for one beside the director."""
    if verb.dep_ != "relcl":  # "dockers, crane drivers and engineers began", with two of them taken for subjects
        subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < verb.i]
        joined = any(c.dep_ == "cc" and c.i > s.i for s in subjects[:1] for c in s.children)
        return len(subjects) > 1 and (joined or any(c.dep_ == "conj" for c in subjects[-1].children))
    mine = [c for c in verb.children if c.i < verb.i and c.pos_ in {"NOUN", "PROPN", "PRON"}]
    return sum(c.dep_ not in {"npadvmod", "dative", "prep"} for c in mine) > 1


_NOMINATIVE: Final = frozenset("he she they we i".split())


def _described(verb: Token, antecedent: Token) -> Token:
    """“Laanemets, a biologist who took office”, “a heat pump is a machine that moves heat”: whom or what it is about.

    Raises:
        Unclear: the antecedent is somebody or something met in passing, or another noun stands nearer.
    """
    if antecedent.dep_ == "pobj" and antecedent.head.head.lemma_.lower() in _PARTS:
        raise Unclear("one of several")
    joined_later = any(c.dep_ == "conj" and c.i > verb.i for c in antecedent.children) or is_some_part(antecedent)
    if joined_later or _disagrees(verb, antecedent) or _is_deep(verb, antecedent) or is_only_one(antecedent):
        raise Unclear("it is not clear what the relative clause is about")
    another = (
        _is_either(verb, antecedent)
        or _is_of_another_kind(verb, antecedent)
        or _is_of_another_kind(verb, described(antecedent))
    )
    if another or _is_set_apart(antecedent) or _says_which(verb, antecedent):
        raise Unclear("it is not clear what the relative clause is about")
    antecedent = _past_a_place(antecedent)
    if _ends_title(antecedent) and antecedent.head.head.ent_type_ != "PERSON":
        return antecedent.head.head
    about = described(antecedent)
    if about != antecedent and (about.pos_ == "PROPN" or (about.pos_ == "NOUN" and about.dep_ in SUBJECTS)):
        return about
    if _in_passing(antecedent, past=verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in verb.children)):
        raise Unclear("something that is mentioned in passing")
    start = verb.left_edge
    nearest = start.nbor(-1) if start.i else antecedent
    if nearest.text == "," and nearest.i and nearest.nbor(-1).i != antecedent.i and nearest.nbor(-1).pos_ == "NOUN":
        raise Unclear("it is not clear what the relative clause is about")
    return antecedent


def _is_of_another_kind(verb: Token, noun: Token) -> bool:
    """“A frieze by Marta Lind, which runs around the hall”: “which” is no person, and no clause tells of two weeks."""
    person = noun.ent_type_ == "PERSON" and any(c.lower_ == "which" for c in verb.children)
    thing = any(c.lower_ == "who" for c in verb.children) and _is_thing(noun)
    return person or thing or noun.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"}


def _is_thing(noun: Token) -> bool:
    """Whether “who” can not mean a noun: a word of the dictionary that is none for people."""
    lemma = noun.lemma_.lower()
    people = noun.ent_type_ in {"PERSON", "NORP", "ORG"} or lemma in _COLLECTIVE or wordlists.person_noun(lemma)
    return not people and bool(lemminflect.getAllLemmas(noun.lower_, upos="NOUN"))


def _is_set_apart(noun: Token) -> bool:
    """“No advantage was seen in people who climbed, a group that …”: another noun stands nearer to the apposition."""
    if noun.dep_ != "appos":
        return False
    between = noun.doc[noun.head.i + 1 : noun.left_edge.i]
    return any(t.pos_ in {"VERB", "AUX"} and t not in set(noun.head.subtree) for t in between)


def _says_which(verb: Token, noun: Token) -> bool:
    """“is sand that produces a sound”, “Sailors who landed there”: it says which ones, and is not told of all."""
    open_ended = not any(c.dep_ in {"det", "poss", "nummod"} for c in noun.children) and noun.pos_ == "NOUN"
    comma = verb.left_edge.i > 0 and verb.left_edge.nbor(-1).is_punct
    return open_ended and not comma


def _disagrees(verb: Token, noun: Token) -> bool:
    """“chemicals such as endothelin, which are released”: the number of the verb is not that of the noun."""
    forms = [t for t in (verb, *verb.children) if t is verb or t.dep_ in {"aux", "auxpass"}]
    many = any(t.tag_ == "VBP" or t.lower_ == "were" for t in forms)
    one = any(t.tag_ == "VBZ" or t.lower_ == "was" for t in forms)
    joined = any(c.dep_ == "conj" for c in noun.children)
    own = noun.head == verb or verb.dep_ == "relcl"  # "Leeds have won" is English; "and have passed" is another's
    single = noun.tag_ == "NN" or (noun.tag_ == "NNP" and not (noun.ent_type_ and own))
    body = noun.lemma_.lower() in _COLLECTIVE
    return not joined and ((many and single and not body) or (one and noun.tag_ == "NNS"))


_COLLECTIVE: Final = wordlists.ORGANISATION_WORDS | {"people", "crew", "staff", "family", "majority", "pair", "couple"}


def _is_deep(verb: Token, noun: Token) -> bool:
    """Whether a noun stands inside another's phrase, so that the clause may be about that one.

    “a collapse in the value of money that took place”, “tissue factor, a protein outside the cell, which binds”.
    """
    if noun.dep_ != "pobj" or noun.pos_ == "PROPN" or noun.head.head.pos_ not in {"NOUN", "PROPN", "VERB"}:
        return False
    known = any(c.dep_ in {"det", "poss", "nummod"} for c in noun.children)
    inside = noun.head.head.pos_ in {"NOUN", "PROPN"}
    comma = verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    described = any(t.dep_ in {"appos", "acl"} for t in noun.ancestors if t.i > verb.sent.root.i or t.dep_ == "appos")
    return (inside and not known) or (comma and described)


def _is_either(verb: Token, noun: Token) -> bool:
    """“a sensor on the upper arm, which recorded”: the sensor did, though the arm stands nearer."""
    which = any(c.lower_ == "which" and c.dep_ in SUBJECTS for c in verb.children)
    comma = verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    above = noun.head.head
    if any(t.dep_ == "attr" and _is_it(t.head) for t in noun.ancestors):
        return True  # "it was her evidence to the inquiry that persuaded him"
    of = (g for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children)
    if which and comma and any(g.pos_ == "PROPN" for g in of):
        return True  # "the government of Tessaly, which lies on the other shore"
    if which and comma and noun.dep_ == "pobj" and noun.tag_ == "NN" and not _has_article(noun):
        return True  # "they collapse as they rise into cooler water, which makes a thumping"
    if not (which and comma) or noun.dep_ != "pobj" or noun.pos_ != "NOUN" or above.pos_ not in {"NOUN", "PROPN"}:
        return False
    return (noun.tag_ == "NNS") == (above.tag_ == "NNS")


def _is_it(verb: Token) -> bool:
    return verb.lemma_ == "be" and any(c.dep_ == "nsubj" and c.lower_ == "it" for c in verb.children)


def _has_article(noun: Token) -> bool:
    return any(c.dep_ in {"det", "poss", "nummod"} for c in noun.children)


def _past_a_place(noun: Token) -> Token:
    """“a firm based in nearby Crewsley, which has promised …”: the firm promised, not the town.

    Raises:
        Unclear: it may be about the noun before the place, “the climb to Hallin, which rises by …”.
    """
    if noun.dep_ != "pobj" or noun.pos_ != "PROPN" or noun.head.lower_ not in {"in", "near", "at", "from", "of", "to"}:
        return noun
    above = noun.head.head
    if above.pos_ == "NOUN" and above.dep_ == "pobj" and not above.is_title:
        raise Unclear("it is not clear what the relative clause is about")
    above = above.head if above.dep_ == "acl" else above
    return above if above.pos_ == "NOUN" and above.dep_ == "appos" else noun


_PARTS: Final = frozenset(
    """one some many few most several each none any half two three all part side area section portion layer kind type
    sort form branch piece""".split()
)
"""Words before "of" that a relative clause may be about: “the part of the brain that deals with …”."""


def _ends_title(noun: Token) -> bool:
    """“Seams of the Air, a book that …”: the whole title is meant, not its last word."""
    above = noun.head.head
    of = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.is_title
    return of and above.pos_ in {"NOUN", "PROPN"} and above.is_title and not above.is_sent_start


def _in_passing(noun: Token, *, past: bool) -> bool:
    """“a company that paid a fifth of the costs”: asked without the rest of the sentence, it could be any company."""
    determiners = [c.lower_ for c in noun.children if c.dep_ in {"det", "poss", "nummod"}]
    if past and noun.dep_ in SUBJECTS:
        return False  # "a clerk who was accused": one clerk, and the sentence is about him
    plain_plural = noun.tag_ == "NNS" and not determiners
    return plain_plural or any(low in {"a", "an", "another", "every", "any"} for low in determiners)


def is_plural(token: Token) -> bool:
    """Whether a noun phrase is plural: by its form, or because it joins several with "and"."""
    if any(child.dep_ == "conj" for child in token.children):
        return any(child.dep_ == "cc" and child.lower_ == "and" for child in token.subtree)
    return token.tag_ in {"NNS", "NNPS"} or token.lower_ in {"they", "we", "people", "police"}


def simple_past(analysis: Analysis) -> Analysis:
    """The clause with "had studied" as "studied", "had been shipped" as "was shipped"; any other as it is."""
    verb = analysis.clause.verb
    words = verb.statement.split()
    if verb.negated or "never" in words or (words[1:2] == ["been"] and analysis.verb.tag_ == "VBG"):
        return analysis  # "had been scanning" is no "were scanning"
    if words[1:2] == ["been"] and len(words) > 2:
        be = "were" if analysis.clause.plural else "was"
        rest = " ".join(words[2:])
        past = replace(verb, statement=f"{be} {rest}", singular=f"was {rest}", first=be, rest=rest)
    elif verb.lemma == "be":
        be = "were" if analysis.clause.plural else "was"
        past = replace(verb, statement=be, singular="was", first=be, rest="")
    elif len(words) == 2 and (forms := lemminflect.getInflection(verb.lemma, tag="VBD")):
        as_written = words[1] if words[1].endswith("ed") else forms[0]  # "travelled", "fitted"
        past = replace(verb, statement=as_written, singular=as_written, first="did", rest=verb.lemma)
    else:
        return analysis
    return replace(analysis, clause=replace(analysis.clause, verb=past))
