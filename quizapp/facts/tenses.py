"""Whether a verb whose past has the form of its present (“cost”, “cut”, “set”) tells of then or of now."""

from enum import Enum, auto

import lemminflect
from spacy.tokens import Token

from quizapp.facts.reading import Reading


class Tense(Enum):
    """What “cost” is: of now, of then, or nothing in the text decides."""

    NOW = auto()
    THEN = auto()
    UNCLEAR = auto()


def tense_of(verb: Token, reading: Reading, *, plural: bool) -> Tense:
    """The tense of a verb that the tagger takes for the present.

    A singular subject settles it (“the ferry cost”). With a plural one (“the repairs cost 4 million”) the other verbs
    of its sentence do, or else the main verbs of the sentences beside it, where they agree.
    """
    if verb.lower_ not in lemminflect.getInflection(verb.lemma_.lower(), tag="VBD"):
        return Tense.NOW
    if not plural:
        return Tense.THEN
    sentence = reading.sentence_of(verb)
    beside = reading.sentences[max(0, sentence.index - 1) : sentence.index + 2]
    own = {past for token in sentence.slice if token != verb for past in _finite(token)}
    around = {past for other in beside if other is not sentence for past in _finite(_first_of(other.root))}
    told = own or around
    if len(told) != 1:
        return Tense.UNCLEAR
    return Tense.THEN if True in told else Tense.NOW


def _first_of(verb: Token) -> Token:
    """The finite word of a verb's group."""
    return next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb)


def _finite(token: Token) -> list[bool]:
    """Whether a finite verb is in the past; nothing where its form is that of both, or that of the perfect."""
    if token.tag_ == "VBD" and token.lower_ != token.lemma_.lower():
        return [True]
    plain = token.tag_ == "VBZ" or (token.tag_ == "VBP" and token.lower_ in {"are", "do"})
    return [False] if plain and token.lemma_.lower() != "have" else []
