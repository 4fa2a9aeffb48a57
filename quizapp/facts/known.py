"""Bare definite phrases ("the argument", "the first way") of which only the sentence before says what they mean."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Final

import lemminflect
from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.reading import Reading
from quizapp.facts.spacing import is_break

VAGUE: Final = 1.0
"""Means nothing without its sentence."""
POINTS_BACK: Final = 0.25
"""Was told of once or twice before; a reader may remember it or not."""

COMMON: Final = frozenset(
    """sun moon earth world sky sea ocean ground air land coast north south east west government police public king
    queen army navy press media internet weather climate economy country state past future war police parliament
    church court council jury judge body brain heart eye ear skin surface""".split()
)
"""Nouns that mean one thing for everybody, or one in every article of their kind."""
_SHELLS: Final = frozenset(
    """ability accident account act action activity advantage aim amount answer approach area argument aspect
    assumption attack attempt attitude average ballot basis battle belief benefit blockade capacity case
    category cause ceremony chance change circumstance clash class collision comment comparison complaint
    concept conclusion condition consequence contest context contrast contribution cost criticism cut danger
    decline decrease deficit delay demand detail development difference difficulty direction discovery
    discussion dispute distance disturbance drop effect effort element event evidence example exception
    experience experiment explanation extent fact factor failure fall feature feud fight figure final finding
    form formula function gain game gap goal group growth image impact importance improvement incident increase
    information instance intention issue item job journey kind lack length lesson level limit line list loss
    majority march match matter meaning measure meeting method minority mistake moment motion motive move
    movement name need news number object objection operation opinion opportunity option outcome part pattern
    payment percentage period point position possibility power practice prediction pressure price principle
    problem procedure process product progress promise proof property proportion prospect protest purpose
    quality quantity quarrel question race raid range rate reason recommendation record reduction reference
    refusal region relation remark reply request requirement response responsibility rest result return reward
    right rise risk role row saving section sense sequence series set share shift shortage side sign signal site
    situation size solution source stage standard step strike structure stuff subject success suggestion sum
    surplus target task technique tendency term thing threat time topic total transfer trend trick trip trouble
    truth type use value variety version view visit vote way whole work year
    accusation allegation analysis phenomenon order margin note slope arrangement confusion chaos panic silence
    choice clause division idea industry saying sector century decade money proceeds
    excitement anger turmoil application appointment""".split()
)
"""Nouns that sum up what was said, or name a part, amount or kind of it; alone they stand for another sentence."""
_PLANS: Final = frozenset(
    """agreement bill charge claim contract deal decision law offer order plan policy program programme project
    proposal report research rule scheme service statement story study survey system test theory tie trade
    trial""".split()
)
"""Nouns that sum up as well, of which most articles have just one."""
_KINDS: Final = frozenset(
    """city town village country kingdom empire region area place building house ship boat car man woman person machine
    device animal bird fish plant species book film play song game team club event product substance material element
    compound disease drug island river mountain bridge road street school
    company firm law war battle""".split()
)
"""Nouns for kinds of things; with "the" alone they say which kind was told of, not which one."""
_SPOTS: Final = frozenset(
    """top bottom middle centre center end edge front back side rest half beginning start inside outside base summit
    peak foot mouth tip rim outskirts entrance exit finish corner""".split()
)
"""Parts of something that has to be named with them."""
_RANKS: Final = frozenset(
    """second third fourth fifth next other same former latter previous following new remaining later earlier existing
    extra additional resulting""".split()
)
"""Modifiers that rank or compare, so that a complement has to say among what."""
_SALIENT: Final = 4
"""Sentences from which a thing that they all name is what the article is about."""
_SEEN_OFTEN: Final = 0.08
"""What such a thing lacks."""
_ANOTHER: Final = 2
"""Times something is introduced with "a" from which "the" no longer says which."""


_MARKS: Final = ".,:;!?\"'“”‘’"


def bare_phrases(reading: Reading) -> dict[str, float]:
    """How much each bare definite phrase of the article lacks, 0–1, by its words after "the" in lower case."""
    nouns, introduced = _occurrences(reading)
    named = _in_names(reading)
    lead, done = _lead(reading), _done(reading)
    title = {t.strip(_MARKS).lower() for t in reading.article.title.split()}
    found: dict[str, float] = {}
    for sentence, noun in _definite(reading):
        lemma = noun.lemma_.lower()
        words = [*_modifiers(noun), noun]
        phrase = " ".join(t.lower_ for t in words)
        lacks = 0.0
        best = noun.dep_ != "pobj" and any(t.tag_ in {"JJS", "RBS"} for t in words[:-1])
        ranked = best or any(t.lower_ in _RANKS for t in words[:-1])
        known = lemma in COMMON or (lemma in lead and (lemma in done or not _of_many(noun, title)))
        described = any(t.pos_ == "ADJ" and t.ent_type_ != "ORDINAL" for t in words[:-1])
        salient = len(nouns[lemma]) >= _SALIENT
        summing = lemma in _SHELLS and not any(t.dep_ == "compound" for t in words[:-1])
        if ranked or lemma in _SPOTS or (summing and not (known or salient or described)):
            lacks = VAGUE
        elif known:
            lacks = 0.0
        elif salient:
            lacks = _SEEN_OFTEN
        elif (
            (len(words) == 1 and lemma in named and lemma not in title)
            or (len(introduced[lemma]) >= _ANOTHER and len(words) == 1)
            or (len(words) == 1 and _of_many(noun, title))
        ):
            lacks = VAGUE
        elif lemma in _PLANS or (any(index < sentence for index in nouns[lemma]) and not _is_whoever(noun, introduced)):
            lacks = _SEEN_OFTEN if _is_body(lemma) else POINTS_BACK
        found[phrase] = max(found.get(phrase, 0.0), lacks)
    return {phrase: lacks for phrase, lacks in found.items() if lacks}


def _is_whoever(noun: Token, introduced: dict[str, set[int]]) -> bool:
    """“picks up the noise around the wearer”: whoever wears it, whom no sentence introduces."""
    lemma = noun.lemma_.lower()
    doer = noun.tag_ == "NN" and lemma.endswith(("er", "or")) and wordlists.person_noun(lemma)
    return doer and not introduced[lemma] and noun.sent.root.tag_ in {"VBZ", "VBP"}


def _in_names(reading: Reading) -> set[str]:
    """“lane” of “Priory Lane”: of the bare lane another sentence says which."""
    tokens = (t for s in reading.sentences for t in s.slice if t.pos_ == "PROPN" and t.i > s.slice.start)
    last = {t.lower_ for t in tokens if t.is_title and t.nbor(-1).is_title and t.nbor(-1).pos_ == "PROPN"}
    return last & _KINDS_OF_PLACE


_KINDS_OF_PLACE: Final = frozenset(
    """lane road street avenue square park bridge gate station hall school church lake river hill pass bay point island
    mill farm tower""".split()
)


def _of_many(noun: Token, title: set[str]) -> bool:
    """“the lake” of an article on why some lakes mix: which of them, the question has to say."""
    one = noun.lower_
    return noun.tag_ == "NN" and one not in title and any(w.endswith("s") and lemma_of(w) == one for w in title)


def is_that_one(subject: Token) -> bool:
    """“thinks that number will halve”: "that" is read as a conjunction, and means the number told of before."""
    bare = subject.tag_ == "NN" and subject.i > 0 and not list(subject.lefts) and subject.lemma_.lower() in _SHELLS
    return bare and subject.nbor(-1).lower_ == "that"


def sums_up(noun: Token) -> bool:
    """Whether a noun sums up what was said, or names only its kind: no answer by itself."""
    lemma = noun.lemma_.lower()
    return lemma in _SHELLS | _PLANS | _KINDS or lemma.endswith(("tion", "sion", "ment"))


def is_shell(noun: Token) -> bool:
    """Whether a noun stands for a part, amount or kind of what another sentence tells."""
    return noun.lemma_.lower() in _SHELLS


def _lead(reading: Reading) -> set[str]:
    """The words of the title and of the first sentence by lemma: what the article is about is known."""
    title = {t.strip(_MARKS).lower() for t in reading.article.title.split()}
    forms = {lemma for word in title for kind in ("NOUN", "VERB") for lemma in _lemmas(word, kind)}
    first = {t.lemma_.lower() for s in reading.sentences[:1] for t in s.slice if t.pos_ in {"NOUN", "VERB"}}
    return title | forms | (first - _SHELLS)


def _done(reading: Reading) -> set[str]:
    """What the first sentence says was done: of “the council voted” the vote, of which there is one."""
    return {t.lemma_.lower() for s in reading.sentences[:1] for t in s.slice if t.tag_ == "VBD"}


def lemma_of(word: str) -> str:
    """The singular of a noun as the title writes it."""
    return next(iter(_lemmas(word.strip(_MARKS), "NOUN")), word)


@cache
def _lemmas(word: str, kind: str) -> tuple[str, ...]:
    found: tuple[str, ...] = lemminflect.getLemma(word, kind)
    return found


def _is_body(lemma: str) -> bool:
    return lemma in wordlists.ORGANISATION_WORDS


def _occurrences(reading: Reading) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    """The sentences that use each noun, and those that introduce one of its kind."""
    nouns: dict[str, set[int]] = defaultdict(set)
    introduced: dict[str, set[int]] = defaultdict(set)
    for sentence in reading.sentences:
        for token in sentence.slice:
            if token.pos_ != "NOUN":
                continue
            lemma = token.lemma_.lower()
            nouns[lemma].add(sentence.index)
            if any(c.dep_ == "det" and c.lower_ in {"a", "an", "another", "every", "each"} for c in token.children):
                introduced[lemma].add(sentence.index)
    return nouns, introduced


def _definite(reading: Reading) -> Iterator[tuple[int, Token]]:
    """The nouns after "the" that nothing else in their phrase explains, outside quotations."""
    for sentence in reading.sentences:
        for token in sentence.slice:
            the = any(c.dep_ == "det" and c.lower_ == "the" for c in token.children)
            if the and token.pos_ == "NOUN" and not reading.quoted(token) and _is_bare(token):
                yield sentence.index, token


def _is_bare(noun: Token) -> bool:
    told = any(
        (c.dep_ in {"relcl", "acl", "poss", "nmod", "appos"} and not (c.i > noun.i and is_break(c.left_edge.nbor(-1))))
        or (c.dep_ in {"compound", "amod"} and (c.pos_ == "PROPN" or c.ent_type_ == "NORP"))
        or (c.dep_ == "prep" and c.i == noun.i + 1)
        for c in noun.children
    )
    return not told and noun.dep_ != "compound"


def _modifiers(noun: Token) -> list[Token]:
    """The words between "the" and the noun."""
    the = next(c for c in noun.children if c.dep_ == "det" and c.lower_ == "the")
    return list(noun.doc[the.i + 1 : noun.i])
