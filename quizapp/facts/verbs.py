"""The verb of a clause: its subject, whether it is finite, and its group in the forms that stems need."""

from functools import cache
from typing import Final

import lemminflect
from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.joints import goes_on_from, joint_before
from quizapp.facts.spacing import tidy
from quizapp.facts.wording import Unclear
from quizapp.model.fact import VerbGroup

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_AUXILIARIES: Final = frozenset({"aux", "auxpass"})
TO_SINGULAR: Final = {"are": "is", "were": "was", "have": "has", "do": "does", "'re": "is", "'ve": "has"}
"""Auxiliaries in the form that goes with “Who” and “What”."""


def subject_of(verb: Token) -> Token | None:
    """The subject; of a second verb the first one's ("rose and fell"), of a relative clause its antecedent."""
    subjects = _subjects(verb)
    if len(subjects) > 1 and subjects[1].pos_ == "PROPN" and subjects[1].left_edge.i == subjects[0].i + 1:
        subjects = subjects[1:]  # "the engineer Lawrence Fogel", read as two subjects
    doing = _doing(verb)
    if doing is not None and subjects:
        return None  # "Breathing slowly ten minutes a day may lower it": "a day" was taken for the subject
    own = subjects[0] if subjects else doing
    if own is not None:
        if own.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
            return _who(own, verb.head)
        return own
    if looks_back(verb):
        return subject_of(verb.head)
    above = goes_on_from(verb)
    if above is not None:
        return None if _nouns_before(verb) else subject_of(above)
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and not _has_own_mark(verb):
        doubtful = _nouns_before(verb) or _after_a_name(verb) or _goes_on_inside(verb) or may_be_the_speakers(verb)
        return None if doubtful else subject_of(verb.head)
    return None


def _subjects(verb: Token) -> list[Token]:
    """The subjects; of “Light, gleaming with copper, it reached 28 miles an hour” the pronoun alone."""
    found = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    again = len(found) > 1 and found[-1].pos_ == "PRON" and found[-1].nbor(-1).text == ","
    return found[-1:] if again else found


def looks_back(verb: Token) -> bool:
    """“She left on crutches, having twisted an ankle”: the subject had done so before."""
    having = next((c for c in verb.children if c.lower_ == "having" and c.dep_ == "aux"), None)
    apart = verb.i > verb.head.i and having is not None and having.i > 0 and having.nbor(-1).text == ","
    first = having is not None and having.i == verb.sent.start
    return verb.dep_ == "advcl" and verb.head.pos_ in {"VERB", "AUX"} and (apart or first)


def _who(pronoun: Token, antecedent: Token) -> Token:
    """“the critic of The Courier, who wrote”: a person is meant, where the parser took the paper."""
    above = antecedent.head.head
    person = above.pos_ == "NOUN" and wordlists.person_noun(above.lemma_.lower())
    thing = antecedent.dep_ == "pobj" and antecedent.ent_type_ != "PERSON" and pronoun.lower_ == "who"
    return above if thing and person and not wordlists.person_noun(antecedent.lemma_.lower()) else antecedent


def _nouns_before(verb: Token) -> bool:
    """“It rose, and sewage lay rotting”: a noun between "and" and a verb is its subject, whatever the parser says."""
    joint = joint_before(verb)
    if joint is None:
        return False
    own = {t.i for child in verb.children if child.dep_ in {"prep", "advcl", "npadvmod"} for t in child.subtree}
    return any(t.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} and t.i not in own for t in verb.doc[joint.i + 1 : verb.i])


def may_be_the_speakers(verb: Token) -> bool:
    """“The report found that he had lied and blamed the firm”: it is not clear whether the report blamed, or he did."""
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "ccomp" or first.head.lemma_.lower() not in wordlists.REPORTING:
        return False
    own = any(c.dep_ in SUBJECTS or c.dep_ in _AUXILIARIES or c.dep_ == "mark" for c in verb.children)
    perfect = any(c.dep_ == "aux" and c.lower_ == "had" for c in first.children)
    return not own and verb.tag_ == "VBD" and (perfect or verb.lemma_.lower() in wordlists.REPORTING | _SPEAKING)


_SPEAKING: Final = frozenset("blame accuse urge call praise criticise criticize recommend demand ask thank".split())


def _after_a_name(verb: Token) -> bool:
    """“as crowds gathered in the capital and the incumbent, Osric Dalmane, accused them”: the incumbent did."""
    comma = verb.doc[verb.i - 1] if verb.i > 1 else verb
    name = comma.nbor(-1) if comma.text == "," else comma
    return joint_before(verb) is None and name.dep_ == "appos" and name.ent_type_ == "PERSON"


def _goes_on_inside(verb: Token) -> bool:
    """“She told the court that they had known, but had put it off”: "had" goes on with what was told, not with her."""
    mine, its = auxiliaries_of(verb), auxiliaries_of(verb.head)
    had = any(t.lower_ == "had" for t in mine) and not any(t.lower_ == "had" for t in its)
    return had and any(c.dep_ == "ccomp" and verb.head.i < c.i < verb.i for c in verb.head.children)


def _doing(verb: Token) -> Token | None:
    """“Breathing slowly may lower it”: an action as the subject."""
    clause = next((c for c in verb.children if c.dep_ in {"csubj", "csubjpass"} and c.i < verb.i), None)
    plain = clause is not None and clause.tag_ == "VBG" and not any(c.dep_ in _AUXILIARIES for c in clause.children)
    return clause if plain else None


def _has_own_mark(verb: Token) -> bool:
    return any(child.dep_ == "mark" for child in verb.children)


def is_finite(verb: Token) -> bool:
    """Whether the verb, or its first auxiliary, is in a finite form."""
    group = [child for child in verb.children if child.dep_ in _AUXILIARIES] or [verb]
    if looks_back(verb):
        return True
    if verb.dep_ == "conj" and len(group) == 1 and group[0] == verb and verb.tag_ in {"VBN", "VBG", "VB"}:
        return False
    return group[0].tag_ in {"VBD", "VBZ", "VBP", "MD"} and not any(c.lower_ == "to" and c.dep_ == "aux" for c in group)


def shares_auxiliary(verb: Token) -> bool:
    """“was built and opened”: the second participle leans on the first verb's auxiliary."""
    if (
        verb.dep_ != "conj"
        or not auxiliaries_of(verb.head)
        or auxiliaries_of(verb)
        or any(c.dep_ in SUBJECTS for c in verb.children)
    ):
        return False
    if verb.tag_ in {"VBN", "VBG", "VB"}:
        return verb.head.tag_ == verb.tag_
    # "was arrested and held": a past tense without an object beside a passive may be a participle
    passive = any(c.dep_ == "auxpass" for c in verb.head.children)
    forms: tuple[str, ...] = lemminflect.getInflection(verb.lemma_.lower(), tag="VBN")
    objects = any(c.dep_ in {"dobj", "ccomp", "acomp"} for c in verb.children)
    if passive and verb.tag_ == "VBD" and (verb.lower_ in forms or verb.lower_.endswith("ed")) and not objects:
        raise Unclear("it is not clear whether this was done or suffered")
    return False


def auxiliaries_of(verb: Token) -> list[Token]:
    """The auxiliaries before a verb, in reading order."""
    return [child for child in verb.children if child.dep_ in _AUXILIARIES and child.i < verb.i]


def verb_group(verb: Token) -> VerbGroup:
    """The verb with its auxiliaries, negation, inner adverbs and particle, in the forms that stems need."""
    auxiliaries = auxiliaries_of(verb)
    borrowed = auxiliaries_of(verb.head) if not auxiliaries and shares_auxiliary(verb) else []
    inner = [c for c in verb.children if inside_group(c, verb, auxiliaries)]
    particles = [c for c in verb.children if c.dep_ == "prt" and c.i == verb.i + 1]
    tokens = borrowed + sorted([*auxiliaries, *inner, verb, *particles], key=lambda t: t.i)
    words = [_plain(token) for token in tokens]
    negated = any(t.lower_ in wordlists.NEGATIVES for t in tokens)
    lead = next((i for i, t in enumerate(tokens) if t.dep_ in _AUXILIARIES or t in borrowed or t == verb), 0)
    first = tokens[lead]
    copula = first == verb and verb.lemma_ == "be"
    rest = words[:lead] + words[lead + 1 :]
    past = first.tag_ == "VBD" or looks_back(verb) or first.lower_ in {"would", "could", "might"}
    if first == verb and not copula and not borrowed:
        auxiliary = "did" if verb.tag_ == "VBD" else "does" if verb.tag_ == "VBZ" else "do"
        rest = [*words[:lead], base_form(verb), *words[lead + 1 :]]
    else:
        auxiliary = words[lead]
    singular = list(words)
    singular[lead] = _singular(first)
    return VerbGroup(
        statement=tidy(" ".join(words)),
        singular=tidy(" ".join(singular)),
        first=auxiliary,
        rest=tidy(" ".join(rest)),
        lemma=base_form(verb),
        past=past,
        negated=negated,
        copula=copula,
    )


def base_form(verb: Token) -> str:
    """The infinitive; the model's lemma only where it inflects back to the verb ("fined" is not of "fin")."""
    lemma, low = verb.lemma_.lower(), verb.lower_
    return lemma if low == lemma else _infinitive(low, lemma, verb.tag_)


@cache
def _infinitive(form: str, lemma: str, tag: str) -> str:
    if form in lemminflect.getInflection(lemma, tag=tag):
        return lemma
    others: tuple[str, ...] = lemminflect.getLemma(form, upos="VERB")
    fitting = [other for other in others if form in lemminflect.getInflection(other, tag=tag)]
    return fitting[0] if fitting else lemma


def inside_group(child: Token, verb: Token, auxiliaries: list[Token]) -> bool:
    """Whether an adverb or negation stands inside the verb group and is worded with it."""
    if child.dep_ == "neg":
        return child.i < verb.i or verb.lemma_ == "be"
    if child.lower_ == "then" and child.dep_ == "advmod" and verb.tag_ in {"VBZ", "VBP"}:
        return False  # "the gas then flows through the condenser": so it always does, whatever came before
    if goes_without(child, verb):
        return False
    if child.dep_ == "advmod" and child.lower_ in wordlists.UNANCHORED and child.i < verb.i:
        raise Unclear(f"“{child.text}” needs the sentence before it")
    if child.dep_ == "advmod" and child.lower_ in wordlists.HEDGING and child.i < verb.i:
        return True  # "Reportedly, the firm paid": asked as "did the firm reportedly pay"
    start = auxiliaries[0].i if auxiliaries else verb.i
    linking = child.lower_ in wordlists.FUNCTION_ADVERBS and not (child.lower_ == "first" and child.i == verb.i - 1)
    adverb = child.dep_ == "advmod" and len(list(child.subtree)) == 1 and not linking
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    after_subject = subject is None or child.i > subject.i
    return adverb and after_subject and (start < child.i < verb.i or (child.i == verb.i - 1 and child.i < start))


def goes_without(child: Token, verb: Token) -> bool:
    """“Linnaeus later drew on her pictures”, “the sale still needs approval”: without the word it is as true.

    “Four years later” counts from something else, and “harder still” compares.
    """
    bare = child.dep_ == "advmod" and child.lower_ in {"later", "still"} and not list(child.children)
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if not bare or verb.lemma_ == "be" or subject is None or not subject.i < child.i < verb.i:
        return False
    now = any(c.tag_ in {"MD", "VBZ", "VBP"} for c in (verb, *verb.lefts))
    return (child.lower_ == "later" or now) and not any(t.lower_ == "whom" for c in verb.lefts for t in c.subtree)


def _plain(token: Token) -> str:
    table = {
        "having": "had",
        "n't": "not",
        "'ve": "have",
        "'re": "are",
        "'ll": "will",
        "wo": "will",
        "ca": "can",
        "'d": "had",
    }
    if token.lower_ == "'s":
        return "is" if token.lemma_ == "be" else "has"
    return table.get(token.lower_, token.text if token.pos_ == "PROPN" else token.lower_)


def _singular(first: Token) -> str:
    low = _plain(first)
    if low in TO_SINGULAR:
        return TO_SINGULAR[low]
    if first.tag_ == "VBP":
        forms: tuple[str, ...] = lemminflect.getInflection(first.lemma_.lower(), tag="VBZ")
        return forms[0] if forms else low
    return low
