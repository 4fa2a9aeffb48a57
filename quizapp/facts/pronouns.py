"""What a pronoun does in its sentence: whether it stands for anything, how it is joined, what number it has."""

from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.reading import Reading, Sentence

SINGULAR_HE: Final = frozenset({"he", "him", "his", "himself"})
SINGULAR_SHE: Final = frozenset({"she", "her", "hers", "herself"})
IT: Final = frozenset({"it", "its", "itself"})
THEY: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS: Final = SINGULAR_HE | SINGULAR_SHE | IT | THEY

SUBJECT_NOUNS: Final = frozenset({"nsubj", "nsubjpass"})
"""Labels of a noun or pronoun that is a subject."""

JOINED: Final = frozenset({"conj", "ccomp", "parataxis"})
"""Links by which a clause goes on about the same subject."""
LIGHT: Final = frozenset("care place part advantage account shape effect action root hold".split())
"""Objects that belong to their verb ("take care of") and are never meant by "it"."""


def noun_subject(verb: Token) -> Token | None:
    """The noun or pronoun that is a verb's own subject."""
    return next((child for child in verb.children if child.dep_ in SUBJECT_NOUNS), None)


def forms_of(pronoun: Token) -> frozenset[str]:
    """All forms of “he”, or all of “she”."""
    return SINGULAR_HE if pronoun.lower_ in SINGULAR_HE else SINGULAR_SHE


def is_empty(token: Token) -> bool:
    """“it is unknown whether …”, “it takes a day to …”: it stands for the clause that follows."""
    verb = token.head
    if token.lower_ != "it" or token.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    if (verb.lemma_ == "take" and _takes_time(verb)) or _is_aside(token, verb):
        return True
    heads = [verb, *(c for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"})]
    passive = token.dep_ == "nsubjpass" and verb.lemma_.lower() in wordlists.REPORTING  # "it has been estimated that"
    empty = verb.lemma_ in _EMPTY_VERBS or passive
    clauses = {"ccomp", "csubj", "csubjpass", "xcomp"} if empty else {"csubj", "csubjpass"}
    return any(c.dep_ in clauses for head in heads for c in head.children)


def _is_aside(token: Token, verb: Token) -> bool:
    """“Sight, it seems, is what counts”."""
    return verb.lemma_ in {"seem", "appear"} and all(c == token or c.is_punct for c in verb.children)


def is_identified(token: Token) -> bool:
    """“It was the deepest sounding”: said to be something definite, which is often not what the subject was."""
    be = token.head
    what = next((c for c in be.children if c.dep_ == "attr"), None)
    named = what is not None and any(c.dep_ == "det" and c.lower_ == "the" for c in what.children)
    return named and token.lower_ == "it" and token.dep_ == "nsubj" and be.lower_ == "was"


def _takes_time(verb: Token) -> bool:
    """“it might take up to a month to restore power”: what takes the time is what "to" says."""
    to = any(c.dep_ in {"advcl", "xcomp"} and any(t.lower_ == "to" for t in c.children) for c in verb.children)
    return to and any(t.ent_type_ in {"DATE", "TIME"} for t in verb.subtree)


_EMPTY_VERBS: Final = frozenset("be become seem appear take remain make prove turn happen follow mean".split())


def is_plural(token: Token) -> bool:
    """Whether a noun is plural by its form or because it is joined to another."""
    return token.tag_ in {"NNS", "NNPS"} or any(child.dep_ == "conj" for child in token.children)


def personal_in(sentence: Sentence, reading: Reading) -> int:
    """How many pronouns for one person a sentence has outside quotations."""
    return sum(t.lower_ in {"he", "him", "she", "her"} and not reading.quoted(t) for t in sentence.slice)


def opens_sentence(token: Token, sentence: Sentence) -> bool:
    """Whether the pronoun is the main subject, or belongs to it."""
    head = token.head if token.dep_ == "poss" else token
    verb = head.head
    if token.i == sentence.slice.start and head.dep_ in {"nsubj", "nsubjpass"}:
        return True
    first = (
        verb.dep_ == "advcl" and verb.head == sentence.root and verb.i < sentence.root.i
    )  # "When it opened, it was …"
    return head.dep_ in {"nsubj", "nsubjpass"} and (verb == sentence.root or first)


def same_clause(name: Token, pronoun: Token) -> bool:
    """Whether a name and a pronoun depend on one verb, so that they cannot be one person."""
    if pronoun.dep_ in {"nsubj", "nsubjpass"}:  # "With the help of Moe, she …": nor with who helped
        return any(t.dep_ in {"prep", "agent"} and t.head == pronoun.head for t in name.ancestors)
    return name.head == pronoun.head and pronoun.dep_ in {"dobj", "dative", "pobj"}


_SHIPS: Final = frozenset(
    """ship boat trawler steamer vessel frigate yacht ferry schooner liner tanker submarine destroyer cruiser""".split()
)


def is_ships(token: Token) -> bool:
    """Whether "her" may be a ship's: “the trawler Bright Morning lost her engine”."""
    verb = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}] if verb is not None else []
    return any(t.lemma_.lower() in _SHIPS for c in subjects if c.i < token.i for t in (c, *c.children))


def definite_phrase(reading: Reading, head: Token) -> str | None:
    """A short noun phrase as it stands, made definite."""
    left = head.left_edge
    tail = next((c for c in head.children if c.dep_ == "prep" and c.i == head.i + 1), None)
    end = tail.right_edge.i if tail is not None and tail.right_edge.i - tail.i <= _LONGEST_TAIL else head.i
    words = head.doc[left.i : end + 1]
    if any(t.lower_ in PRONOUNS or t.dep_ == "relcl" or _is_anybodys(t) for t in words) and head.pos_ != "PROPN":
        return None
    text = words.text
    first = words[0]
    if first.lower_ in {"a", "an"}:
        text = "the" + text[len(first.text) :]
    elif first.lower_ in _COUNTED or first.pos_ == "NUM" or any(c.dep_ == "nummod" and c.i < head.i for c in words):
        return None  # "hundreds of users", "about 82 miles of sewers", "two companies": who is counted, not the number
    elif first.i == reading.sentence_of(head).slice.start and first.pos_ != "PROPN":
        text = text[0].lower() + text[1:]
    return text


def _is_anybodys(token: Token) -> bool:
    """Whether an owner has no name: “Hale's penalty” says whose it is, “the keeper's” may not."""
    return token.dep_ == "poss" and (token.pos_ != "PROPN" or not token.ent_type_)


_COUNTED: Final = frozenset(
    """this these that those every each no some many most more few fewer several hundreds thousands dozens millions
    scores""".split()
)
_LONGEST_TAIL: Final = 5
"""Tokens of a prepositional phrase that a noun keeps when it stands in for a pronoun ("shares in Pellworth")."""


def has_ship(reading: Reading) -> bool:
    """Whether an article tells of a ship, which “she” may mean."""
    return any(t.lemma_.lower() in _SHIPS for s in reading.sentences for t in s.slice if t.pos_ == "NOUN")


def is_introduced(sentence: Sentence) -> bool:
    """“… when she asked for a video review. It showed …”: something new at the end of a sentence is told of next."""
    nouns = (
        t for t in sentence.slice if t.dep_ in {"pobj", "dobj"} and t.tag_ == "NN" and t.head.head != sentence.root
    )
    last = max(nouns, key=lambda t: t.i, default=None)
    return last is not None and any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in last.children)
