"""Who said these very words: quotations that are whole, tell something and are understood by themselves."""

import re
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from quizapp.facts.finders.speakers import cue_of, speaker_of
from quizapp.facts.quotations import Quotation, words_of
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.model.article import Span
from quizapp.model.fact import Attribution, Evidence, Fact, FactKind

_LONGEST: Final = 28
_SHORTEST: Final = 6
_FEWEST: Final = 3
"""Words of content that a quotation must have to be characteristic of its speaker."""
_FEWEST_POINTING: Final = 5
"""The same where it begins with "it" or "they": by so many its place in the article is recalled."""


def find_quoted(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts about whole quotations that end, or begin, in this sentence, with the speaker named beside them."""
    cue = cue_of(scene, sentence)
    if cue is None:
        return
    found = None
    for text, span in _whole(scene, sentence, cue):
        if not _SHORTEST <= len(text.split()) <= _LONGEST or not _understood(text):
            continue
        found = found or speaker_of(scene, sentence, cue)
        if found is None:
            return
        key, name = found
        if any(part in text for part in name.split() if part[:1].isupper() and len(part) > 3):
            continue
        own = Evidence.of(scene.article, span)
        named = scene.evidence(sentence, key=key)
        yield Fact(
            id="",
            kind=FactKind.SAYING,
            key=key,
            topic=f"“{text}”",
            past=cue.tag_ == "VBD",
            evidence=(own,) if key.text in own.quote else (*named[:-1], own),
            sentence=sentence.index,
            attribution=Attribution(source=name, cue=cue.text),
            weight=scene.weight(sentence, 0.66),
        )


def _whole(scene: Scene, sentence: Sentence, cue: Token) -> Iterator[tuple[str, Span]]:
    """The quotations that are whole sentences, one cut in two by "she said" joined again, each with its evidence."""
    near = [q for q in scene.reading.quotations_of(sentence) if _begins_or_ends(q, sentence)]
    at = sentence.base + cue.idx
    joined = False
    for place, quotation in enumerate(near):
        if joined:
            joined = False
            continue
        text = words_of(scene.article, quotation)
        end = quotation.outer.end
        following = near[place + 1] if place + 1 < len(near) else None
        cut = scene.article.at(quotation.inner).rstrip().endswith(",")
        if following is not None and cut and quotation.outer.end <= at < following.outer.start:
            rest = words_of(scene.article, following)
            if rest[:1].islower():
                text, end, joined = f"{text}{_joint(rest)} {rest}", following.outer.end, True
        elif following is None and cut and _goes_on(scene, quotation):
            continue
        if text[:1].isupper():
            yield text, Span(min(sentence.span.start, quotation.outer.start), max(sentence.span.end, end))


def _joint(rest: str) -> str:
    """The comma before "and"; a phrase that was simply cut goes on without."""
    return "," if rest.split(" ", 1)[0] in {"and", "but", "or", "so", "because", "which", "who"} else ""


def _begins_or_ends(quotation: Quotation, sentence: Sentence) -> bool:
    span = sentence.span
    return span.start <= quotation.inner.start < span.end or span.start < quotation.inner.end <= span.end


def _goes_on(scene: Scene, quotation: Quotation) -> bool:
    """Whether words in small letters follow in the next quotation, so that this one is only a part."""
    following = next((q for q in scene.reading.quotations if q.outer.start >= quotation.outer.end), None)
    if following is None:
        return False
    between = scene.article.text[quotation.outer.end : following.outer.start]
    return not re.search(r"[.!?\n]", between) and scene.article.at(following.inner)[:1].islower()


_POINTS: Final = re.compile(r"^(?:He|She|They|It|Him|That|This|These|Those|And|But|So|Then|There|Yes|No)\b")
_POINTS_WITHIN: Final = re.compile(r"\b(?:he|she|they|him|them|these|those|there)\b", re.IGNORECASE)
_SELF_EXPLAINING: Final = re.compile(r"^(?:This|That|It|There) (?:is|was|are|were) (?:not )?(?:an?|no|the) \w")


def _understood(text: str) -> bool:
    """Whether words say something to a reader who does not have the sentence before them at hand."""
    pointing = _POINTS_WITHIN.search(text)
    bare = pointing is not None and len(_words(text[: pointing.start()])) < _BEFORE
    from_before = (_POINTS.match(text) and not _SELF_EXPLAINING.match(text)) or bare
    content = [w for w in _words(text.lower()) if len(w) > _SHORT_WORD and w not in _EMPTY]
    return len(content) >= (_FEWEST_POINTING if from_before else _FEWEST)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w’'-]+", text)


_BEFORE: Final = 2
"""Words before a pronoun among which there may be what it stands for."""
_SHORT_WORD: Final = 3
_EMPTY: Final = frozenset(
    """this that these those there here have been will would could should with from they them their what when where
    very really just think know want people thing things something going about which were does doing""".split()
)
