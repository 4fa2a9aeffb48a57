"""A noun phrase as a key: who acts, and whether the phrase says enough to answer."""

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.kinds import answer_of, may_act
from quizapp.facts.known import COMMON, is_shell, lemma_of, sums_up
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.spacing import is_break
from quizapp.model.fact import Answer, Key


def actor_key(scene: Scene, sentence: Sentence, subject: Token, text: str) -> Key | None:
    """A subject as a key: a name, or a phrase specific enough to be an answer."""
    text = _without_owner(text.removeprefix("even ").removesuffix(" together"), subject)
    answer, noun = answer_of(subject, scene.mentions)
    titled = text.startswith("the ") and subject.pos_ == "PROPN" and wordlists.person_noun(subject.lower_)
    if (answer is Answer.THING and may_act(subject)) or (titled and len(text.split()) == 2):
        return None  # "runners", "the Duke": who or what, and which duke, it does not say
    if answer is Answer.CITY:
        return None  # "Warsaw doubted": a capital that stands for its government
    if points_back(scene, sentence, subject) or subject.lemma_.lower() in wordlists.FIRMS_OR_PERSONS:
        return None
    person = scene.mentions.called(text) or scene.mentions.named_after(subject)
    if person is not None:
        key = scene.person_key(person)
        whole = Key(text=key.text, answer=key.answer, accepted=key.accepted, noun=noun)
        return whole if person.certain else None
    if (
        subject.pos_ in {"PRON", "NUM"}
        or any(t.dep_ == "nummod" and t.i < subject.i for t in subject.children)
        or text[:1] in '“"'
    ):
        return None
    words = text.split()
    named = subject.pos_ == "PROPN" or answer in {Answer.COUNTRIES, Answer.COUNTRY}
    fewest = 1 if subject.tag_ == "NNS" else 2
    if not named and (not fewest <= len(words) <= 9 or any(t.dep_ == "poss" for t in subject.children)):
        return None
    if not named and answer == Answer.PERSON:
        return None
    variants = [text[4:]] if text.lower().startswith("the ") else []
    plural = any(c.dep_ == "conj" for c in subject.children) or subject.tag_ in {"NNS", "NNPS"}
    return Key(text=text, answer=answer, noun=noun, accepted=tuple(variants), plural=plural)


def _without_owner(text: str, name: Token) -> str:
    """“Mr Eriksen's Rural Union” is the Rural Union."""
    owned = name.pos_ == "PROPN" and name.ent_type_ == "ORG" and any(c.dep_ == "poss" for c in name.children)
    _, owner, rest = text.partition("'s ")
    return f"the {rest}" if owned and owner and rest[:1].isupper() else text


def points_back(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """Whether a noun as an answer would say no more than “the city”: told of before, or what the article is about."""
    the = any(c.dep_ == "det" and c.lower_ == "the" for c in noun.children)
    if noun.pos_ != "NOUN":
        return False
    told = [c for c in noun.children if not (c.is_punct or c.dep_ == "det")]
    explained = [c for c in told if c.i > noun.i and not is_break(c.left_edge.nbor(-1))]
    if the and is_shell(noun) and not explained:
        return True  # "the final stage": of what, another sentence says
    if explained or any(c.i < noun.i for c in told):
        return False  # what follows a comma tells more of it, and is not in the answer
    lemma = noun.lemma_.lower()
    if lemma in {lemma_of(word) for word in scene.article.title.lower().split()}:
        return the or noun.tag_ == "NNS"
    known = lemma in COMMON or lemma in wordlists.ORGANISATION_WORDS  # "the council", of which an article has one
    return the and not known and (sums_up(noun) or sentence.index > scene.first_use(lemma))
