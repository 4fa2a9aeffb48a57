"""Who speaks: the subject or agent of a verb of saying as a key, and whether the words are about the speaker."""

from typing import Final

import lemminflect
from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.assertions import said_at_first, source_text
from quizapp.facts.kinds import answer_of
from quizapp.facts.known import is_that_one
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.second import another_speaks
from quizapp.facts.verbs import may_be_the_speakers, subject_of
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Key

_SPECIFIC: Final = 3
"""Words that a speaker without a name must have to be an answer; "the authors" is none."""
_LONGEST: Final = 9
_SPEAKERS: Final = frozenset(
    {
        Answer.ORGANISATION,
        Answer.PEOPLE,
        Answer.COUNTRY,
        Answer.COUNTRIES,
        Answer.PERSON,
        Answer.CITY,
    }
)


def speaking(verb: Token) -> Token | None:
    """The one who says: the subject of a verb, of a passive the one after "by"; None where the saying is denied."""
    if any(c.dep_ == "neg" for c in verb.children):
        return None
    if any(c.dep_ == "auxpass" for c in verb.children):
        agent = next((c for c in verb.children if c.dep_ == "agent"), None) or _after_label(verb)
        return next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
    made_to = verb.tag_ == "VB" and verb.dep_ == "ccomp" and not any(c.dep_ == "aux" for c in verb.children)
    return None if made_to else subject_of(verb)  # "she had her students observe for themselves, asking them, “…”"


def _after_label(verb: Token) -> Token | None:
    """“was described as “a slow eviction” by Teague”: the parser takes "by" for a part of the label."""
    return next(
        (t for t in verb.subtree if t.i > verb.i and t.lower_ == "by" and t.dep_ == "prep" and t.nbor(-1).text == '"'),
        None,
    )


def speaker_of(scene: Scene, sentence: Sentence, verb: Token) -> tuple[Key, str] | None:
    """The speaker as a key, and as stems name it; None when it is not one person or body that can be named."""
    subject = speaking(verb)
    if subject is None or said_at_first(verb) or another_speaks(verb):
        return None
    try:
        name = source_text(subject, scene.wording)
    except Unclear as unclear:
        scene.skip("who is meant", str(unclear), sentence)
        return None
    person = scene.mentions.called(name)
    if person is not None:
        return scene.person_key(person), name
    if any(c.dep_ == "relcl" for c in subject.children) and any(c.dep_ == "conj" for c in subject.children):
        return None  # "said Pruitt, who teaches physics, and coaches wrestling"
    answer, noun = answer_of(subject, scene.mentions)
    if answer not in _SPEAKERS and subject.pos_ != "PROPN":
        return None
    words = name.split()
    if len(words) > _LONGEST or subject.pos_ == "PRON" or (subject.pos_ == "NOUN" and len(words) < _SPECIFIC):
        return None
    bare = (name[4:],) if name.lower().startswith("the ") else ()
    return Key(text=name, answer=answer, noun=noun, accepted=bare), name


def source_name(scene: Scene, verb: Token) -> str | None:
    """The speaker as stems name it, also where he is too many or too vague to be an answer."""
    subject = speaking(verb)
    try:
        return source_text(subject, scene.wording) if subject is not None else None
    except Unclear:
        return None


def own_pronouns(scene: Scene, tokens: list[Token], name: str, text: str) -> str:
    """“Who said that she was tired”: what the speaker says of himself keeps its pronoun, the name would tell."""
    for token in tokens:
        if token.pos_ == "PRON" and not scene.reading.quoted(token) and scene.mentions.antecedent(token) == name:
            owned = token.dep_ == "poss" or f" of {name}'s" in text  # "no lecture of his"
            shown = f"{name}'s" if owned else name
            text = text.replace(shown, token.lower_, 1)
    return text


def content_tokens(scene: Scene, content: Token) -> list[Token]:
    """The words of a clause that is said: without "that", what the article sets against it, or may go on to say."""
    against = [
        c
        for c in content.children
        if c.dep_ == "advcl"
        and c.i > content.i
        and any(m.dep_ == "mark" and m.lower_ in _AGAINST for m in c.children)
        and c.left_edge.i
        and c.left_edge.nbor(-1).text == ","
    ]
    unsure = [c for c in content.children if may_be_the_speakers(c) or _says_on(c)]
    tokens = scene.wording.subtree(content, without=[*against, *unsure])
    return _until_against([t for t in tokens if not (t.dep_ == "mark" and t.head == content)], content)


def first_saying(tokens: list[Token], content: Token) -> list[Token]:
    """“that the map had gone, and that the page was a copy”: what is said of the map, without what is said next."""
    then = next((c for c in content.children if _is_of_another(c)), None)
    cut = then.left_edge.i if then is not None else content.doc[-1].i + 1
    kept = [t for t in tokens if t.i < cut]
    while kept and (kept[-1].is_punct or kept[-1].dep_ == "cc"):
        kept.pop()
    return kept


def _is_of_another(verb: Token) -> bool:
    """Whether a clause with its own “that” goes on about something else: not about “it”, and not in contrast."""
    if verb.dep_ != "conj" or not any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children):
        return False
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    joined = next((c for c in verb.head.children if c.dep_ == "cc" and c.i < verb.i), None)
    return subject is not None and subject.pos_ in {"NOUN", "PROPN"} and joined is not None and joined.lower_ == "and"


def _until_against(tokens: list[Token], content: Token) -> list[Token]:
    """Up to ", although a spokeswoman conceded", which the parser may hang on any verb."""
    end = next((t.i for t in tokens if t.i > content.i and t.lower_ in _AGAINST and t.nbor(-1).text == ","), None)
    return tokens if end is None else [t for t in tokens if t.i < end - 1]


def _says_on(verb: Token) -> bool:
    """“denied that any child went hungry and said that …”: the speaker goes on to say."""
    says = verb.dep_ == "conj" and verb.lemma_.lower() in wordlists.REPORTING | wordlists.DENYING
    return says and any(c.dep_ == "ccomp" for c in verb.children) and not any(c.dep_ == "nsubj" for c in verb.children)


_AGAINST: Final = frozenset({"while", "whereas", "although", "though"})


def is_statement(scene: Scene, content: Token) -> bool:
    """Whether the clause after a verb of saying says something, in the reporter's words and not as a question."""
    mark = next((c.lower_ for c in content.children if c.dep_ == "mark"), "")
    asking = mark in {"whether", "if"} or any(c.tag_ in {"WRB", "WP", "WDT"} for c in content.children)
    joined = any(t.text in {";", ":"} for t in content.head.children)
    if any(c.dep_ in {"nsubj", "nsubjpass"} and is_that_one(c) for c in content.children):
        return False
    wished = any(c.dep_ == "aux" and c.lower_ == "to" for c in content.children)  # "expects regulators to approve"
    return not (asking or joined or wished or scene.reading.quoted(content))


def is_spliced(verb: Token, content: Token) -> bool:
    """“In 1958 she married; asked how, she told it to ask him”: what stands before the semicolon is not told."""
    low, high = sorted((verb.i, content.i))
    return any(t.text in {";", ":"} for t in verb.doc[low:high]) or _goes_on(verb, content)


def _goes_on(verb: Token, content: Token) -> bool:
    """“found that a culture left on a shelf | made nobody ill”: the verb of what is told was taken for another's."""
    after = content.right_edge.i + 1
    if verb.lemma_.lower() == "point" and not any(c.lower_ == "out" for c in verb.children):
        return True  # "pointed to a port where accidents have grown rare"
    another = any(c.dep_ == "ccomp" and c.i > content.right_edge.i for c in verb.children)
    return another and after < len(verb.doc) and not verb.doc[after].is_punct


def cue_of(scene: Scene, sentence: Sentence) -> Token | None:
    """The verb of saying beside the quotations of a sentence, None where there is none with a speaker."""
    return next((verb for verb in scene.verbs(sentence) if _is_cue(scene, verb)), None)


def _is_cue(scene: Scene, verb: Token) -> bool:
    """Whether a reporting verb has its speaker beside it and stands at the head of the sentence, or aside."""
    return (
        verb.pos_ == "VERB"
        and verb.lemma_.lower() in wordlists.REPORTING
        and not scene.reading.quoted(verb)
        and subject_of(verb) is not None
        and verb.dep_ in {"ROOT", "parataxis", "ccomp", "conj", "advcl"}
    )


def singular(verb: Token) -> str:
    """A verb as it goes with “Who”: "say" becomes "says"."""
    forms: tuple[str, ...] = lemminflect.getInflection(verb.lemma_.lower(), tag="VBZ") if verb.tag_ == "VBP" else ()
    particle = next((f" {c.text}" for c in verb.children if c.dep_ == "prt" and c.i == verb.i + 1), "")
    return f"{forms[0] if forms else verb.text}{particle}"
