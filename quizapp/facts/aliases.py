"""One person under two names: “Elissa, also known as Dido”, and the name that somebody was born with."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from quizapp.facts import wordlists
from quizapp.facts.people import Person, Persons

_ALIAS_WORDS: Final = frozenset(
    {"known", "born", "née", "nee", "alias", "called", "nicknamed", "formerly", "maiden", "pseudonym", "aka"}
)


def merge_aliases(people: Persons) -> None:
    """“Elissa, also known as Dido”, “Anna Lund, born Anna Holm”: one person, whatever the name."""
    for before, naming in pairwise(list(people.namings)):
        if (
            before.sentence != naming.sentence
            or before.person is naming.person
            or naming.first - before.last > _ALIAS_GAP
        ):
            continue
        doc = people.reading.sentences[naming.sentence].slice.doc
        between = {t.lower_ for t in doc[before.last + 1 : naming.first]}
        if not _ALIAS_WORDS & between or _OF_ANOTHER & between:
            continue
        _fold(people, kept=before.person, gone=naming.person)


_ALIAS_GAP: Final = 6
_OF_ANOTHER: Final = frozenset({"on", "to", "by", "for", "with", "against", "from", "after", "before", "said", "that"})
"""“Pilic called on Veran”, “known to Moe”, “born to Anna Holm”: two persons."""


def merge_birth_names(people: Persons) -> None:
    """“Rosalind Goodacre”, of an article whose title names Rosalind Thackway: the name she was born with."""
    title = people.reading.article.title
    known = [p for p in people.persons if len(p.words) == _TWO and " ".join(p.words) in title]
    for kept in known:
        for gone in [p for p in people.persons if p is not kept and p.words[0] == kept.words[0]]:
            middle = len(gone.words) == _TWO + 1 and all(wordlists.first_name(w) for w in gone.words[:_TWO])
            if not (len(gone.words) == _TWO or middle) or not wordlists.female_name(gone.words[0]):
                continue
            _fold(people, kept=kept, gone=gone)


_TWO: Final = 2


def _fold(people: Persons, *, kept: Person, gone: Person) -> None:
    """Whatever was one person's is the other's, and the name another of his names."""
    kept.aliases.append(gone.name)
    kept.places += gone.places
    people.namings = [replace(n, person=kept) if n.person is gone else n for n in people.namings]
    people.persons = [person for person in people.persons if person is not gone]
