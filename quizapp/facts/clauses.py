"""A parsed verb with what belongs to it, as constituents that stand alone."""

from dataclasses import dataclass, field, replace

import lemminflect
from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.constituents import constituents
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
    subject = subject_of(verb)
    if subject is None:
        raise Unclear("no subject")
    if not is_finite(verb) and not shares_auxiliary(verb):
        raise Unclear("not a finite clause")
    own_subject = subject.head == verb and subject.dep_ in SUBJECTS
    if own_subject and subject.i > verb.i:
        raise Unclear("the subject stands after the verb")
    if subject.dep_ == "expl" or any(child.dep_ == "expl" for child in verb.children):
        raise Unclear("an empty subject")
    group = verb_group(verb)
    before, after, heads_before, heads_after = constituents(verb, subject, own_subject, wording)
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


def simple_past(analysis: Analysis) -> Analysis:
    """The clause with "had studied" as "studied", "had been shipped" as "was shipped"; any other as it is."""
    verb = analysis.clause.verb
    words = verb.statement.split()
    if words[1:2] == ["been"] and len(words) > 2:
        be = "were" if analysis.clause.plural else "was"
        rest = " ".join(words[2:])
        past = replace(verb, statement=f"{be} {rest}", singular=f"was {rest}", first=be, rest=rest)
    elif len(words) == 2 and (forms := lemminflect.getInflection(verb.lemma, tag="VBD")):
        past = replace(verb, statement=forms[0], singular=forms[0], first="did", rest=verb.lemma)
    else:
        return analysis
    return replace(analysis, clause=replace(analysis.clause, verb=past))
