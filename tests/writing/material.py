"""Hand-built facts about the harbour bell: what the finders would hand over, without a parse tree."""

from builders import make_article, make_evidence
from quizapp.model.article import Article, Span
from quizapp.model.fact import (
    Answer,
    Attribution,
    Clause,
    Fact,
    FactKind,
    FactSheet,
    Focus,
    Hedge,
    Key,
    Mention,
    Part,
    Role,
    VerbGroup,
)

HUNG = "The town of Aldwick hung a bell above its harbour in 1874."
CALLED = 'Mayor Edith Crane called the bell "a nuisance with a rope".'
PAID = "The council paid 1,200 pounds for it."
FOG = "Fishermen ring it twice a day because the fog hides the quay."


def make_part(text: str, role: Role = Role.OBJECT, *, at: int = 0, word: str = "") -> Part:
    """A constituent; `at` keeps the spans of several parts apart."""
    return Part(role=role, text=text, span=Span(at, at + len(text)), word=word)


def make_verb(
    statement: str = "hung",
    *,
    first: str = "did",
    rest: str = "hang",
    singular: str = "",
    lemma: str = "hang",
    past: bool = True,
) -> VerbGroup:
    """A verb group."""
    return VerbGroup(
        statement=statement, singular=singular or statement, first=first, rest=rest, lemma=lemma, past=past
    )


def make_clause(
    subject: str = "the town of Aldwick",
    verb: VerbGroup | None = None,
    after: tuple[Part, ...] | None = None,
    before: tuple[Part, ...] = (),
    *,
    plural: bool = False,
) -> Clause:
    """“The town of Aldwick hung a bell above its harbour in 1874”, or whatever is given."""
    parts = (
        after
        if after is not None
        else (
            make_part("a bell", at=100),
            make_part("above its harbour", Role.ADJUNCT, at=200, word="above"),
            make_part("in 1874", Role.ADJUNCT, at=300, word="in"),
        )
    )
    return Clause(
        before=before,
        subject=make_part(subject, Role.SUBJECT, at=1000),
        verb=verb or make_verb(),
        after=parts,
        plural=plural,
    )


def make_fact(
    kind: FactKind = FactKind.OBJECT,
    key: str = "a bell",
    answer: Answer = Answer.THING,
    *,
    quote: str = HUNG,
    clause: Clause | None = None,
    part: Part | None = None,
    lead: str = "",
    tail: str = "",
    topic: str = "",
    source: str = "",
    cue: str = "said",
    noun: str = "",
    value: str = "",
    hedge: Hedge = Hedge.EXACT,
    past: bool = True,
    plural: bool = False,
    accepted: tuple[str, ...] = (),
    fact_id: str = "bell",
    sentence: int = 0,
    article: Article | None = None,
    weight: float = 0.6,
) -> Fact:
    """A fact; without a topic it is about its clause."""
    whole = clause or make_clause()
    focused = part or next((p for p in whole.parts() if key in p.text), whole.subject)
    return Fact(
        id=fact_id,
        kind=kind,
        key=Key(text=key, answer=answer, noun=noun, value=value, hedge=hedge, accepted=accepted),
        evidence=(make_evidence(quote, article),),
        sentence=sentence,
        topic=topic,
        plural=plural,
        past=past,
        clause=None if topic else whole,
        focus=None if topic else Focus(part=focused, lead=lead, tail=tail),
        attribution=Attribution(source=source, cue=cue) if source else None,
        weight=weight,
    )


def make_mention(
    text: str,
    answer: Answer = Answer.PERSON,
    *,
    quote: str = CALLED,
    sentence: int = 9,
    noun: str = "",
    value: str = "",
    speaks: bool = False,
    office: bool = False,
) -> Mention:
    """Something else that the article names."""
    return Mention(
        text=text,
        answer=answer,
        evidence=make_evidence(quote),
        sentence=sentence,
        noun=noun,
        value=value,
        speaks=speaks,
        office=office,
    )


def make_sheet(*facts: Fact, mentions: tuple[Mention, ...] = ()) -> FactSheet:
    """A sheet of facts about the harbour bell."""
    return FactSheet(article=make_article(), sentences=(), facts=facts, mentions=mentions, skips=())
