"""Whose claim a clause is, and whether it is claimed to have happened at all."""

from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.joints import goes_on_from
from quizapp.facts.kinds import answer_of
from quizapp.facts.second import another_speaks
from quizapp.facts.verbs import looks_back, subject_of
from quizapp.facts.wording import Unclear, Wording
from quizapp.model.fact import Answer, Attribution

_CLAUSAL: Final = frozenset(
    {
        "ccomp",
        "xcomp",
        "pcomp",
        "csubj",
        "csubjpass",
        "acl",
        "relcl",
        "advcl",
        "conj",
        "parataxis",
        "appos",
        "attr",
        "dep",
    }
)
_ASSERTED_MARKS: Final = frozenset(
    {"because", "since", "after", "when", "while", "as", "although", "though", "whereas", "before", "until", "where"}
)
_IFS: Final = frozenset({"if", "unless", "whether", "though", "although", "because"})
_TALK_NOUNS: Final = frozenset(
    """claim allegation rumour rumor report fear hope idea belief suggestion possibility chance risk theory view
    opinion argument notion charge accusation legend story tale myth tradition""".split()
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a clause stands in its article: asserted by the article itself, or by a source, or not at all and why."""

    asserted: bool
    attribution: Attribution | None = None
    reason: str = ""


def standing(verb: Token, wording: Wording) -> Standing:
    """Climb from a clause to the root of its sentence and see what it hangs on."""
    attribution: Attribution | None = None
    token = verb
    aside_verb = verb.dep_ == "parataxis" and _is_aside(verb)
    try:
        while True:
            aside = _aside_source(token, wording)
            attribution = attribution or aside
            if token != verb and token.pos_ in {"VERB", "AUX"} and _is_hypothetical(token) and not aside_verb:
                return Standing(False, attribution, "depends on something that may not happen")
            if token.dep_ == "ROOT" or token.head == token:
                return _of_main(verb, token, attribution, wording)
            above = goes_on_from(token)
            if above is not None:
                token = above
                continue
            step = _step(token, wording)
            if isinstance(step, str):
                return Standing(False, attribution, step)
            if step is not None and attribution is not None and step.source != attribution.source:
                return Standing(False, attribution, "a claim within another's claim")
            attribution = attribution or step
            token = token.head
    except Unclear as unclear:
        return Standing(False, None, f"the source of the claim is unclear: {unclear}")


def _is_writers_aside(verb: Token) -> bool:
    """“found that the firm, which employs 140 people, had known”: the article may say so itself."""
    start = verb.left_edge
    return verb.dep_ == "relcl" and start.i > 0 and start.nbor(-1).text == ","


def _of_main(verb: Token, root: Token, attribution: Attribution | None, wording: Wording) -> Standing:
    """How a clause stands that hangs on the main clause of its sentence, or is it."""
    if attribution is not None and _is_writers_aside(verb):
        return Standing(False, attribution, "it is not clear whether the source or the article tells this")
    if any(c.dep_ == "mark" and c.lower_ in _IFS and c.i < root.i for c in root.children):
        return Standing(False, attribution, "a condition that was taken for the main clause")
    attribution = attribution or _source_at_the_end(verb, wording)
    doubt = _may_have_a_source(verb, root, wording) if attribution is None else None
    if doubt is not None:
        return Standing(False, None, doubt)
    return Standing(True, attribution)


def _has_own_subject(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def _is_sourced(verb: Token) -> bool:
    """“According to legend, a boy jammed it, and Lowe was delighted”: legend may tell only of the boy."""
    return any(c.lower_ == "according" and c.dep_ == "prep" and c.i < verb.i for c in verb.children)


def _source_at_the_end(verb: Token, wording: Wording) -> Attribution | None:
    """“It may lower the pressure, but it should not replace medicine, according to a trial”: the trial says both."""
    second = next((c for c in verb.children if c.dep_ == "conj" and c.i > verb.i), None)
    prep = next((c for c in second.children if c.lower_ == "according"), None) if second is not None else None
    last = verb.sent[-1].i if prep is not None else 0
    return _aside_source(second, wording) if second is not None and prep and prep.right_edge.i >= last - 1 else None


def _may_have_a_source(verb: Token, root: Token, wording: Wording) -> str | None:
    """A source in the same sentence of which it is not sure whether it tells this clause as well.

    “The yard would close so that ships could be mended, according to Hale”, “Accounts suggest that she was not there;
    she had gone to Leeds”.
    """
    according = "according" in wording.reading.sentence_of(verb).words
    if according and any(t.lower_ == "according" and t.i > verb.i and t.head != verb for t in verb.subtree):
        return "it is not clear how much the source tells"
    reported = (c for c in root.children if c.dep_ == "ccomp" and c.i < verb.i and c.lemma_.lower() in _THOUGHT)
    told = any(g.dep_ == "ccomp" for c in reported for g in c.children)
    goes_on = any(t.text == ";" for t in root.lefts) and any(
        c.lower_ in {"he", "she", "they", "it"} and c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children
    )
    return "it may be what the source says" if told and goes_on and verb == root else None


_THOUGHT: Final = frozenset("suggest say claim think believe argue report state insist maintain hold".split())


def _is_hypothetical(verb: Token) -> bool:
    """“would have paid owners who chose to stay”: what hangs on it is no fact."""
    return any(c.dep_ == "aux" and c.lower_ in {"would", "could", "might", "should", "may"} for c in verb.children)


def _step(token: Token, wording: Wording) -> Attribution | str | None:
    """What the link from a token to its head does to the claim: nothing, a source, or a reason not to ask."""
    head = token.head
    if token.dep_ == "ccomp":
        return _complement(token, head, wording)
    if token.dep_ == "conj" and _has_own_subject(token) and _is_sourced(head):
        return "it is not clear whether the source tells this as well"
    if token.dep_ == "advcl" and not looks_back(token):
        mark = next((c.lower_ for c in token.children if c.dep_ in {"mark", "advmod"} and c.i <= token.i), "")
        return None if mark in _ASSERTED_MARKS else "a condition or a purpose, not a statement"
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)
    if token.dep_ == "acl" and (that or head.lemma_.lower() in _TALK_NOUNS):
        return "the content of a claim or hope"
    if token.dep_ in {"relcl", "acl"} and any(
        t.lower_ in {"no", "any", "if", "whether"} and t.dep_ == "det" for t in head.children
    ):
        return "about something that may not exist"
    if token.dep_ in {"xcomp", "pcomp", "csubj", "csubjpass", "dep"} and token.pos_ in {"VERB", "AUX"}:
        return "a part of another clause"
    return None


def _complement(token: Token, head: Token, wording: Wording) -> Attribution | str | None:
    if head.pos_ not in {"VERB", "AUX"}:
        return "a part of another clause"
    if any(
        c.lower_ in {"whether", "if", "how", "why", "what", "who", "where", "when", "which"}
        and c.dep_ in {"mark", "advmod", "dobj", "nsubj", "attr"}
        and c.i < token.i
        for c in token.children
    ):
        return "an indirect question"
    lemma = head.lemma_.lower()
    if _is_negated(head):
        return "denied or not claimed"
    if token.i < head.i and any(t.text in {";", ":"} for t in head.doc[token.i : head.i]):
        return None  # "In 1958 she married; asked how, she told it to ask him"
    apart = lemma == "tell" and any(c.lower_ == "apart" for c in head.children)
    if lemma in wordlists.REPORTING and not apart:
        return None if _is_spliced(token, head, wording) else source_of(head, wording)
    if lemma == "be" or (head.dep_ == "ROOT" and lemma in {"mean", "ensure", "happen"}) or not _marked(token):
        # the parser calls the first of two main clauses joined by ";" or ":" a complement
        return None if any(t.text in {";", ":"} for t in head.children) else f"hangs on “{head.text}”"
    return f"hangs on “{head.text}”"


def _is_spliced(token: Token, head: Token, wording: Wording) -> bool:
    """“A microphone picks it up, a chip calculates its image”: two clauses with a comma, and a chip says nothing."""
    subject = subject_of(head)
    return token.i < head.i and not _marked(token) and subject is not None and not _can_say(subject, wording)


def _marked(token: Token) -> bool:
    return any(c.dep_ == "mark" for c in token.children)


def _is_negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def source_of(verb: Token, wording: Wording) -> Attribution:
    """The source and cue of a reporting verb.

    Raises:
        Unclear: it has none, or it is not clear who is meant.
    """
    if said_at_first(verb):
        raise Unclear("it was said at first, and may have been corrected")
    if another_speaks(verb):
        raise Unclear("a second reader takes another for the one who said it")
    subject = subject_of(verb)
    if subject is None:
        agent = next((c for c in verb.children if c.dep_ == "agent"), None)
        target = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
        if target is None:
            raise Unclear("nobody is named as the source")
        subject = target
    if any(c.dep_ == "auxpass" for c in verb.children):
        raise Unclear("the source is not named")
    if not _can_say(subject, wording):
        raise Unclear(f"“{subject.text}” cannot say anything")
    source = source_text(subject, wording)
    if verb.lemma_.lower() == "hear":  # a court that hears something does not say it
        return Attribution(source=f"evidence given to {source}", cue=verb.text)
    return Attribution(source=source, cue=verb.text)


def said_at_first(verb: Token) -> bool:
    """“initially said”, “had at first reported”: what follows was said, and perhaps taken back."""
    at_first = any(c.lower_ == "at" and [t.lower_ for t in c.subtree] == ["at", "first"] for c in verb.children)
    return at_first or any(c.lower_ in _AT_FIRST and c.dep_ == "advmod" for c in verb.children)


_AT_FIRST: Final = frozenset({"initially", "originally", "first"})


def _can_say(subject: Token, wording: Wording) -> bool:
    """Whether a subject is somebody, a body, or a text or study that can report."""
    if subject.pos_ in {"PRON", "PROPN"} or subject.lemma_.lower() in _REPORTS | wordlists.ORGANISATION_WORDS:
        return True
    return answer_of(subject, wording.mentions)[0] is not Answer.THING


_REPORTS: Final = frozenset(
    """study report trial survey research analysis figure data law rule document letter book article paper team estimate
    review inquiry investigation poll census statement legend tradition account record source theory experiment test
    finding evidence result chart map crew staff side management leadership family couple opposition prosecution defence
    defense half part majority minority""".split()
)
"""Things that report without being persons or bodies."""


def source_text(head: Token, wording: Wording) -> str:
    """How a source is named in "According to …": a person by name, a body without its asides."""
    if head.lower_ in {"who", "that", "which"} and head.head.dep_ == "relcl":
        head = head.head.head
    if head.dep_ == "poss":
        named = wording.mentions.person_at(head)
        if named is not None:
            return named.short
    if head.pos_ == "PRON":
        name = wording.mentions.antecedent(head)
        if name is None:
            raise Unclear(f"it is not clear who “{head.text}” is")
        return name
    return wording.noun_phrase(head).removesuffix("'s").removesuffix("’s")


def _aside_source(token: Token, wording: Wording) -> Attribution | None:
    """“According to X, …” and “…, she said, …” beside the clause."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "according":
            to = next((c for c in child.children if c.dep_ in {"prep", "prt"}), child)
            target = next((c for c in to.children if c.dep_ == "pobj"), None) or next(
                (c for c in child.children if c.dep_ == "pobj"), None
            )
            if target is None:
                raise Unclear("the source is not named")
            if any(c.dep_ == "advcl" and c.left_edge.i < child.i < c.right_edge.i for c in token.children):
                raise Unclear("only a part of it is told by the source")
            return Attribution(source=source_text(target, wording), cue="according to")
        viewer = viewer_of(child)
        if viewer is not None:
            return Attribution(source=source_text(viewer, wording), cue="in the view of")
        if (
            child.dep_ in {"parataxis", "ccomp", "advcl"}
            and child.lemma_.lower() in wordlists.REPORTING
            and _is_aside(child)
        ):
            return source_of(child, wording)
    return None


def viewer_of(prep: Token) -> Token | None:
    """Whose view a phrase before the subject gives: “in Hale's opinion”, “to critics”; None where it gives none.

    Raises:
        Unclear: somebody is named for whom something is so, or was done.
    """
    target = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if prep.dep_ != "prep" or target is None or prep.i > prep.head.i:
        return None
    if prep.lower_ == "in" and target.lemma_.lower() in _VIEWS:
        of = next((c for c in target.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        holders = [c for c in target.children if c.dep_ == "poss"] + ([*of.children] if of is not None else [])
        return next((t for t in holders if t.dep_ in {"poss", "pobj"}), None)
    if prep.lower_ not in {"to", "for"} or prep.right_edge.i + 1 >= len(prep.doc) or prep.right_edge.nbor().text != ",":
        return None
    if target.lemma_.lower() in _SIDES:
        return target
    if prep.lower_ == "for" and (target.ent_type_ == "PERSON" or wordlists.person_noun(target.lemma_.lower())):
        raise Unclear(f"it is not clear whether this is what “{target.text}” thinks")
    return None


_VIEWS: Final = frozenset("view opinion judgement judgment estimation account eye word telling".split())
_SIDES: Final = frozenset(
    """critic supporter opponent campaigner admirer fan sceptic skeptic defender advocate believer detractor""".split()
)


def _is_aside(verb: Token) -> bool:
    """“…, she said, …”: a reporting verb between commas with nothing but its subject."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    own = verb.doc[subject.left_edge.i : verb.right_edge.i + 1] if subject is not None else verb.subtree
    return subject is not None and len([t for t in own if not t.is_punct]) <= 6
