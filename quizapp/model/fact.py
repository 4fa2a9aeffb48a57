"""Facts: statements of an article worth asking about, each with its evidence and whose claim it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from quizapp.model.article import Article, Sentence, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A verbatim quote of an article and where it stands.

    Raises:
        ValueError: the quote is not as long as its span, or is empty.
    """

    article: str
    span: Span
    quote: str

    def __post_init__(self) -> None:
        if not self.quote or len(self.quote) != self.span.end - self.span.start:
            raise ValueError("a quote is exactly the text of its span")

    @classmethod
    def of(cls, article: Article, span: Span) -> "Evidence":
        """The evidence that an article gives at a span."""
        return cls(article=article.id, span=span, quote=article.at(span))

    def stands_in(self, article: Article) -> bool:
        """Whether the article has this very quote at this span."""
        return article.id == self.article and article.at(self.span) == self.quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says it and by which word: source "Lariv", cue "said"."""

    source: str
    cue: str


class Hedge(StrEnum):
    """How exactly the article states a quantity."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    UP_TO = "up to"


class FactKind(StrEnum):
    """What sort of statement a fact is; decides how it can be asked."""

    SAYING = "saying"
    LABEL = "label"
    QUANTITY = "quantity"
    DATE = "date"
    PLACE = "place"
    DEFINITION = "definition"
    TERM = "term"
    ROLE = "role"
    REASON = "reason"
    PURPOSE = "purpose"
    MEANS = "means"
    CONDITION = "condition"
    ACTOR = "actor"
    OBJECT = "object"
    ACRONYM = "acronym"
    LIST = "list"


class Answer(StrEnum):
    """What sort of thing answers: decides the question word and which distractors are of its kind."""

    PERSON = "person"
    PEOPLE = "people"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    COUNTRIES = "countries"
    CITY = "city"
    PLACE = "place"
    LOCATION = "location"
    YEAR = "year"
    DATE = "date"
    PERIOD = "period"
    DURATION = "duration"
    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    MEASURE = "measure"
    THING = "thing"
    ACTION = "action"
    STATEMENT = "statement"
    DEFINITION = "definition"
    QUOTE = "quote"


class Role(StrEnum):
    """What a part does in its clause."""

    SUBJECT = "subject"
    OBJECT = "object"
    COMPLEMENT = "complement"
    CLAUSE = "clause"
    ADJUNCT = "adjunct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One constituent of a clause: `text` stands alone (names for pronouns), `span` is where it is in the article."""

    role: Role
    text: str
    span: Span
    word: str = ""  # the preposition or conjunction it begins with, in lower case


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbGroup:
    """A verb in the forms that stems need.

    `statement` is the group as it stands ("had been shipped"); `singular` the same with a singular subject, for "Who …"
    and "What …"; `first` what goes before the subject in a question ("had", or "did"); `rest` what stays
    after it ("been shipped", or the bare infinitive); `lemma` the verb.
    """

    statement: str
    singular: str
    first: str
    rest: str
    lemma: str
    past: bool = True
    negated: bool = False
    copula: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause as constituents in reading order: before the subject, the subject, the verb group, after the verb."""

    before: tuple[Part, ...]
    subject: Part
    verb: VerbGroup
    after: tuple[Part, ...]
    plural: bool = False
    span: Span = field(default=Span(0, 0))

    def parts(self) -> tuple[Part, ...]:
        """All constituents but the verb, in reading order."""
        return (*self.before, self.subject, *self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What answers: its wording, where it stands, its kind, and what counts as the same.

    `noun` is what a count counts or the unit of a measure ("French submarines", "miles"), or the kind of thing a name
    names ("minister"); `value` a plain decimal string for quantities.
    """

    text: str
    answer: Answer
    span: Span | None = None
    accepted: tuple[str, ...] = ()
    noun: str = ""
    value: str = ""
    hedge: Hedge = Hedge.EXACT
    plural: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """Which part of the clause is asked for: the part's text is `lead` + what is asked + `tail`."""

    part: Part
    lead: str = ""
    tail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One statement worth asking about.

    `clause` and `focus` say how it can be asked; a definition, a label or a saying has a `topic` instead: the term that
    is defined, the thing that is called so, the words that are said. `plural` is the topic's number, `past` its tense.
    `context` is a sentence that the question points to, "" where it points to none.
    `weight` 0–1 is how much a reader should know it; `risk` 0–1 how likely the analysis is wrong; `sentence` the index
    of the sentence it comes from.
    """

    id: str
    kind: FactKind
    key: Key
    evidence: tuple[Evidence, ...]
    sentence: int
    topic: str = ""
    plural: bool = False
    past: bool = False
    clause: Clause | None = None
    focus: Focus | None = None
    context: str = ""
    attribution: Attribution | None = None
    weight: float = 0.5
    risk: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Something the article names that could tempt as a wrong answer, with the sentence it stands in.

    `speaks` says that it is a person whose words or thoughts the article reports, `office` that it is one with an
    office or a view from outside (a coach, a judge, an analyst), who takes no part in what others do.
    """

    text: str
    answer: Answer
    evidence: Evidence
    sentence: int
    noun: str = ""
    value: str = ""
    aliases: tuple[str, ...] = ()
    speaks: bool = False
    office: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Lines that the article sets as a list: what leads to them, the items, and whether they are numbered 1, 2, 3 …."""

    lead: Evidence | None
    items: tuple[Evidence, ...]
    ordered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    """A sentence, or part of one, that could not be turned into a fact, and why."""

    reason: str
    detail: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSheet:
    """All that was found in an article: facts in reading order, mentions for distractors, and what was left aside.

    `sentences` are all that the article was read as, in reading order; a fact's `sentence` is an index among them.
    `bare` says how much each bare definite phrase of the article, by its words after "the" in lower case, lacks to be
    understood alone: 0–1.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    facts: tuple[Fact, ...]
    mentions: tuple[Mention, ...]
    skips: tuple[Skip, ...]
    lists: tuple[Listing, ...] = ()
    bare: Mapping[str, float] = field(default_factory=dict)
