"""An article's facts: every finder over every sentence, and the mentions that can serve as distractors."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from spacy.language import Language
from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.countries import country
from quizapp.facts.finders.appositions import find_appositions
from quizapp.facts.finders.called import find_called
from quizapp.facts.finders.changes import find_changes
from quizapp.facts.finders.conditions import find_conditions
from quizapp.facts.finders.definitions import find_definitions
from quizapp.facts.finders.explained import find_explained
from quizapp.facts.finders.grounds import find_grounds
from quizapp.facts.finders.journeys import find_journeys
from quizapp.facts.finders.lists import find_lists
from quizapp.facts.finders.members import find_members
from quizapp.facts.finders.naming import find_naming
from quizapp.facts.finders.reasons import find_reasons
from quizapp.facts.finders.sayings import find_sayings
from quizapp.facts.finders.shares import find_shares
from quizapp.facts.finders.sizes import find_sizes
from quizapp.facts.finders.spans import find_spans
from quizapp.facts.finders.statements import find_statements
from quizapp.facts.finders.terms import find_terms
from quizapp.facts.finders.wishes import find_wishes
from quizapp.facts.kinds import answer_of
from quizapp.facts.known import bare_phrases
from quizapp.facts.mentions import find_mentions
from quizapp.facts.people import set_beside
from quizapp.facts.reading import Progress, Sentence, read
from quizapp.facts.scene import Scene
from quizapp.facts.wording import Unclear, Wording
from quizapp.kit.collector import paused
from quizapp.kit.text import slug
from quizapp.model import article as model
from quizapp.model.article import Article
from quizapp.model.fact import Answer, Evidence, Fact, FactSheet, Mention, Skip

_FINDERS: Final = (
    find_sayings,
    find_lists,
    find_members,
    find_changes,
    find_spans,
    find_sizes,
    find_reasons,
    find_conditions,
    find_grounds,
    find_definitions,
    find_appositions,
    find_explained,
    find_terms,
    find_naming,
    find_called,
    find_wishes,
    find_journeys,
    find_shares,
    find_statements,
)


@paused()  # it took 6 % of the time and found nothing
def find_facts(article: Article, nlp: Language, *, progress: Progress | None = None) -> FactSheet:
    """Find the facts of an article; the same article gives the same sheet."""
    reading = read(article, nlp, progress=progress)
    mentions = find_mentions(reading)
    scene = Scene(article, reading, mentions, Wording(mentions))
    facts: list[Fact] = []
    for sentence in reading.sentences:
        for finder in _FINDERS:
            facts.extend(_found(finder, scene, sentence))
    return FactSheet(
        article=article,
        sentences=tuple(model.Sentence(span=s.span, paragraph=article.paragraph_of(s.span)) for s in reading.sentences),
        facts=_with_ids(facts),
        mentions=tuple(_mentions(scene)),
        skips=tuple(dict.fromkeys([*_furniture(scene), *scene.skips])),
        lists=reading.lists,
        bare=bare_phrases(reading),
    )


def _found(finder: Callable[[Scene, Sentence], Iterable[Fact]], scene: Scene, sentence: Sentence) -> list[Fact]:
    """The facts of one finder; where it meets words that do not stand alone, those before, and the reason."""
    facts: list[Fact] = []
    try:
        for fact in finder(scene, sentence):
            facts.append(fact)  # noqa: PERF402  those found before an Unclear are kept
    except Unclear as unclear:
        scene.skip("stands alone", str(unclear), sentence)
    return facts


def _furniture(scene: Scene) -> list[Skip]:
    """Headings, captions, cookie lines: named as left aside, so that nothing disappears in silence."""
    return [
        Skip(reason="running text", detail="a heading, caption, table or furniture of the page", evidence=evidence)
        for evidence in (Evidence.of(scene.article, span) for span in scene.reading.skipped)
    ]


def _with_ids(facts: list[Fact]) -> tuple[Fact, ...]:
    """Stable ids from the sentence's first words and the kind; numbered where two would be the same."""
    used: dict[str, int] = {}
    out = []
    for fact in facts:
        stem = slug(f"{fact.kind} {fact.key.text}", limit=44)
        used[stem] = used.get(stem, 0) + 1
        out.append(replace(fact, id=stem if used[stem] == 1 else f"{stem}-{used[stem]}"))
    return tuple(out)


def _mentions(scene: Scene) -> list[Mention]:
    found: dict[tuple[str, Answer], Mention] = {}
    for sentence in scene.reading.sentences:
        for mention in [*_names(scene, sentence), *_numbers(scene, sentence), *_dates(scene, sentence)]:
            named = (mention.text.lower(), mention.answer)
            if named not in found or _SAYS_HALF.search(found[named].evidence.quote):
                found[named] = mention
    return list(found.values())


_SAYS_HALF: Final = re.compile(r"\b(?:did|does|do|was|were|is|are|has|had|have|could|would|will) (?:not|too|so)\W*$")
"""“The physician John Snow did not.”: as a reason it would say what it does not mean."""


_BY_LABEL: Final = {
    "ORG": Answer.ORGANISATION,
    "GPE": Answer.CITY,
    "LOC": Answer.PLACE,
    "FAC": Answer.PLACE,
    "NORP": Answer.PEOPLE,
}


def _tells_of_another(name: Token) -> bool:
    """“the Pennine watershed”: a name that stands only before a noun is no place to be in."""
    return name.dep_ in {"compound", "amod", "nmod"} and name.head.pos_ == "NOUN" and name.i < name.head.i


def _names(scene: Scene, sentence: Sentence) -> list[Mention]:
    evidence = Evidence.of(scene.article, sentence.span)
    persons = [n.person for n in scene.mentions.named_in(sentence.index) if n.person.certain]
    out = [
        Mention(
            text=p.name,
            answer=Answer.PERSON,
            evidence=evidence,
            sentence=sentence.index,
            noun=p.gender,
            aliases=p.words,
            speaks=p in scene.speakers,
            office=bool(scene.mentions.roles.of(p) & wordlists.OFFICES),
        )
        for p in persons
    ]
    for entity in sentence.slice.ents:
        root = entity.root.text
        surname = any(root == p.surname for p in scene.mentions.persons)
        person = surname or scene.mentions.person_at(entity.root) is not None
        doubtful = person or scene.reading.quoted(entity[0])
        person = wordlists.person_noun(entity.root.head.lemma_.lower()) and entity.root.dep_ == "appos"
        doubtful = doubtful or person  # "her sister, Zsófia,"
        if entity.label_ not in _BY_LABEL or doubtful or not entity.text[:1].isalpha():
            continue
        if entity.root.tag_ == "NNPS" and entity.text.endswith(("ers", "ans", "ese")):
            continue  # "Londoners" are no place
        if entity.label_ in {"GPE", "LOC"} and _tells_of_another(entity.root):
            continue
        answer, noun = answer_of(entity.root, scene.mentions)
        if (entity.label_ == "ORG" and answer is not Answer.ORGANISATION) or _is_a_firm(entity.root):
            continue  # nothing but the tagger says that it is a body; "the network operator, Northern Grid" is no place
        if answer in {Answer.THING, Answer.PEOPLE, Answer.COUNTRIES, Answer.PERSON}:
            answer = Answer.COUNTRY if country(entity.text) else _BY_LABEL[entity.label_]
        text = entity.text.removesuffix("'s").strip()
        if text.split()[-1].islower():
            continue  # "the Republic in"
        out.append(Mention(text=text, answer=answer, evidence=evidence, sentence=sentence.index, noun=noun))
    return out


def _is_a_firm(name: Token) -> bool:
    """Whether a name stands beside a noun for firms: “Pells Coaches, a family firm”."""
    return any(c.lemma_.lower() in wordlists.ORGANISATION_WORDS | wordlists.FIRMS_OR_PERSONS for c in set_beside(name))


def _numbers(scene: Scene, sentence: Sentence) -> list[Mention]:
    evidence = Evidence.of(scene.article, sentence.span)
    return [
        Mention(text=q.text, answer=q.answer, evidence=evidence, sentence=sentence.index, noun=q.noun, value=q.value)
        for q in scene.quantities(sentence)
    ]


def _dates(scene: Scene, sentence: Sentence) -> list[Mention]:
    evidence = Evidence.of(scene.article, sentence.span)
    out = []
    for entity in sentence.slice.ents:
        if entity.label_ == "DATE" and not scene.reading.quoted(entity[0]):
            text = entity.text
            if text.isdigit() and len(text) == 4:
                out.append(
                    Mention(text=text, answer=Answer.YEAR, evidence=evidence, sentence=sentence.index, value=text)
                )
            elif any(c.isdigit() for c in text) and not text.lower().startswith(
                ("the past", "the last", "about", "age")
            ):
                out.append(Mention(text=text, answer=Answer.DATE, evidence=evidence, sentence=sentence.index))
    return out
