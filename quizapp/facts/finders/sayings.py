"""Who said, claimed or denied something, with labels, quotations and what was said: all facts about sayings."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.finders.charges import find_charges
from quizapp.facts.finders.contents import find_contents
from quizapp.facts.finders.labels import find_labels
from quizapp.facts.finders.quoting import find_quoted
from quizapp.facts.finders.speakers import content_tokens, is_spliced, is_statement, own_pronouns, singular, speaker_of
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Attribution, Fact, FactKind

_SHORTEST: Final = 6
_LONGEST: Final = 25


def find_sayings(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts about reported speech whose cue stands in this sentence: labels, what was said, and who said it."""
    yield from find_labels(scene, sentence)
    yield from find_contents(scene, sentence)
    yield from find_charges(scene, sentence)
    for verb in sentence.slice:
        if verb.pos_ == "VERB" and verb.lemma_.lower() in wordlists.REPORTING | wordlists.DENYING:
            yield from _indirect(scene, sentence, verb)
    yield from find_quoted(scene, sentence)


def _indirect(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Fact]:
    content = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if content is None or scene.reading.quoted(verb) or not is_statement(scene, content) or is_spliced(verb, content):
        return
    if content.i < verb.i and any(c.i > verb.i and not c.is_punct and c.dep_ != "nsubj" for c in verb.children):
        return  # "remembered her as deaf, the result, she maintained, of …": only the result is her word
    standing = scene.standing(verb)
    if not standing.asserted or standing.attribution is not None or any(c.dep_ == "auxpass" for c in verb.children):
        return  # a saying within a saying, or one without a speaker
    found = speaker_of(scene, sentence, verb)
    if found is None:
        return
    key, name = found
    if _is_out_of_tense(verb, content) or _is_own_thought(scene, content, name):
        return
    try:
        tokens = content_tokens(scene, content)
        text = scene.wording.words(tokens).removeprefix("that ")
    except Unclear as unclear:
        scene.skip("stands alone", str(unclear), sentence)
        return
    if not _SHORTEST <= len(text.split()) <= _LONGEST:
        return
    yield Fact(
        id="",
        kind=FactKind.SAYING,
        key=key,
        topic=f"that {own_pronouns(scene, tokens, name, text)}",
        past=verb.tag_ == "VBD",
        evidence=scene.evidence(sentence, key=key),
        sentence=sentence.index,
        attribution=Attribution(source=name, cue=singular(verb)),
        weight=scene.weight(sentence, 0.66),
        risk=0.05,
    )


def _is_out_of_tense(verb: Token, content: Token) -> bool:
    """“has said that she will retire” of which “said that she will” would be left."""
    if any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children):
        return True  # "would say only that he had lunch"
    perfect = any(c.dep_ == "aux" and c.lower_ in {"has", "have"} for c in verb.children)
    return perfect and any(c.lower_ in {"will", "is", "are", "has", "have", "can"} for c in content.children)


def _is_own_thought(scene: Scene, content: Token, name: str) -> bool:
    """“said she accepted that …”: the saying adds nothing, and the thought is asked by itself."""
    subject = next((c for c in content.children if c.dep_ == "nsubj"), None)
    inner = any(c.dep_ == "ccomp" for c in content.children)
    return inner and subject is not None and subject.pos_ == "PRON" and scene.mentions.antecedent(subject) == name
