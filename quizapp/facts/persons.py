"""Who the persons of an article are: found by their names, each under the fullest, with what is known of them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

import lemminflect
from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Span as Slice
from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.aliases import merge_aliases, merge_birth_names
from quizapp.facts.genders import find_genders
from quizapp.facts.names import PLACE_WORDS, joined_from, name_tokens, name_words, person_slices
from quizapp.facts.people import Naming, Person, Persons, is_subject, set_beside
from quizapp.facts.reading import Reading, Sentence
from quizapp.facts.unlisted import UNLISTED

_SURNAMES: Final = 2
"""Times an article must use a bare surname before stems do so too."""


def find_persons(reading: Reading) -> Persons:
    """Collect the persons that the article names, the fullest names first."""
    people = Persons(reading)
    for sentence, slice_ in sorted(person_slices(reading), key=lambda pair: -len(name_words(pair[1]))):
        _place(people, sentence, slice_)
    _surnames(people)
    _part_firms(people)
    _first_names(people)
    people.namings.sort(key=lambda naming: (naming.sentence, naming.first))
    merge_aliases(people)
    merge_birth_names(people)
    people.persons.sort(key=lambda person: min(person.places))
    find_genders(people)
    _certainty(people)
    for person in people.persons:
        person.short = _short_name(person, people)
    return people


def _short_name(person: Person, people: Persons) -> str:
    """How stems call a person: by surname where the article does so more than once and means nobody else."""
    surname = person.surname
    title = people.reading.article.title
    shared = [o for o in people.persons if surname in {o.surname, o.words[0]} and o is not person]
    if (
        len(person.words) < 2
        or not surname[:1].isupper()
        or surname.isupper()
        or person.words[-2].lower() in {"the", "of"}
        or person.shares
        or shared  # by surname alone whoever has it may be meant, whomever the title names
    ):
        return person.name
    several = person.words[0] not in title and _is_shared(surname, people.reading.article.text)
    if several or people.reading.article.text.count(surname) < _SURNAMES:
        return person.name
    text = people.reading.article.text
    bare = (m for m in re.finditer(rf"{re.escape(surname)}(?!\w)", text) if _stands_bare(m, text, person.words[-2]))
    return surname if sum(1 for _ in bare) >= _SURNAMES else person.name


def _stands_bare(found: re.Match[str], text: str, first: str) -> bool:
    start = found.start()
    return not text.endswith(f"{first} ", 0, start) and not re.match(r"\w", text[start - 1 : start])


def _is_shared(surname: str, text: str) -> bool:
    """“Charles Wyville Thomson”, “Captain Frank Tourle Thomson”: one surname of two."""
    ends = (m.start() for m in re.finditer(rf"{re.escape(surname)}\b", text))
    before = (_NAMES_BEFORE.search(text, max(0, end - _LONGEST_NAMES), end) for end in ends)
    names = {match.group() for match in before if match is not None}
    first = {next((w for w in name.split() if w.lower() not in wordlists.TITLES), "") for name in names}
    known = {word for word in first if word and wordlists.first_name(word)}
    return len(known) > 1


_NAMES_BEFORE: Final = re.compile(r"(?:[A-Z][a-z]+ )+\Z")
_LONGEST_NAMES: Final = 80
"""Letters before a surname in which its first names are looked for: looking through the whole text took 2 % of all."""


def _place(people: Persons, sentence: Sentence, slice_: Slice) -> None:
    words = name_words(slice_)
    person = _same_person(people, words)
    if person is not None and len(words) == 1 < len(person.words) and _is_kin(slice_) and words[0] == person.words[0]:
        return  # "her nephew John" is not the John Flamsteed whose catalogue she read
    if person is None:
        surnames = [p.surname for p in people.persons]
        if len(words) == 1 and (words[0] in surnames or not _certain(slice_)):
            return  # a surname that several share names nobody
        person = Person(name=_written(slice_, words), words=words)
        people.persons.append(person)
    tokens = name_tokens(slice_, words)
    people.namings.append(Naming(person, sentence.index, tokens[0].i, tokens[-1].i))
    person.places.append((sentence.index, tokens[0].i))
    person.certain |= slice_.label_ == UNLISTED


def _is_kin(slice_: Slice) -> bool:
    """“her nephew John”, “his son Tom”."""
    before = slice_.doc[max(0, slice_.start - 2) : slice_.start]
    return len(before) == len(_KIN_BEFORE) and all(t.lower_ in of for t, of in zip(before, _KIN_BEFORE, strict=True))


_KIN_BEFORE: Final = (
    frozenset("his her their".split()),
    frozenset("nephew niece son daughter cousin uncle aunt grandson granddaughter stepson".split()),
)


def _written(slice_: Slice, words: tuple[str, ...]) -> str:
    """The name as the article writes it, hyphens and all, without title and genitive."""
    tokens = name_tokens(slice_, words)
    end = tokens[-1].i + 1
    numbered = end < slice_.end and slice_.doc[end].text in _NUMBERS  # "Prince Aldric II" is not Prince Aldric
    return slice_.doc[tokens[0].i : end + numbered].text.strip()


_NUMBERS: Final = frozenset("II III IV V VI VII VIII IX XI XII XIII XIV XV XVI".split())
"""Numbers of kings and popes; “I” and “X” may be other words."""


def _same_person(people: Persons, words: tuple[str, ...]) -> Person | None:
    """The one person whose name holds these words in order; two that fit are nobody."""
    fitting = [p for p in people.persons if p.words == words]
    if not fitting:
        fitting = [
            p
            for p in people.persons
            if set(words) <= set(p.words)
            and (len(words) > 1 or words[0] in {p.surname, p.words[0], " ".join(p.words[-2:])})
        ]
    if len(fitting) > 1:
        title = people.reading.article.title
        fitting = [p for p in fitting if p.words[0] in title] or fitting
    return fitting[0] if len(fitting) == 1 else None


def _certain(slice_: Slice) -> bool:
    """A name of one word beside which something says that it is a person: a title, a role, a verb of saying."""
    if slice_.label_ == UNLISTED:
        return True
    token = slice_[-1]
    before = slice_.doc[slice_.start - 1] if slice_.start else None
    title = slice_[0].lower_.rstrip(".") in wordlists.TITLES
    role = before is not None and before.pos_ == "NOUN" and wordlists.person_noun(before.lemma_.lower())
    apposition = any(c.dep_ == "appos" and wordlists.person_noun(c.lemma_.lower()) for c in token.children) or (
        token.dep_ == "appos" and token.ent_type_ == "PERSON" and wordlists.person_noun(token.head.lemma_.lower())
    )
    says = token.dep_ == "nsubj" and token.head.lemma_.lower() in wordlists.REPORTING and token.ent_type_ == "PERSON"
    return token.pos_ == "PROPN" and (title or role or apposition or says)


def _surnames(people: Persons) -> None:
    """Find surnames that the tagger took for something else."""
    by_surname = Counter(person.surname for person in people.persons)
    placed = frozenset(re.findall(r"\b(?:in|at|near|around) ([A-Z][\w-]+)", people.reading.article.text))
    for sentence in people.reading.sentences:
        for token in sentence.slice:
            if not token.text[:1].isupper():
                continue
            surname = joined_from(token)
            if by_surname.get(surname) and people.person_at(token) is None:
                speaks = token.dep_ == "nsubj" and token.head.lemma_.lower() in wordlists.REPORTING
                place = token.ent_type_ in {"GPE", "LOC", "FAC"} and surname in placed
                inside_other = ((place or token.ent_type_ in {"WORK_OF_ART", "EVENT"}) and not speaks) or (
                    token.ent_type_ == "ORG"
                    and "-" not in surname
                    and any(t.ent_type_ == "ORG" and abs(t.i - token.i) == 1 for t in sentence.slice)
                )
                last = token.doc[token.i + 2 * surname.count("-")]
                person = _same_person(people, (surname,)) or _named_before(people, surname, (sentence.index, token.i))
                if person and not inside_other and last.dep_ != "compound":
                    people.namings.append(Naming(person, sentence.index, token.i, last.i))
                    person.places.append((sentence.index, token.i))


def _first_names(people: Persons) -> None:
    """“Ms Deshmukh”, whom the article has named Priyanka Deshmukh, which the tagger took for something else."""
    text = people.reading.article.text
    for person in people.persons:
        if len(person.words) > 1 or people.reading.article.text.count(person.surname) < _SURNAMES:
            continue
        # "Matthias" is not "Heinrich Matthias von Thurn"
        named = rf"([.!?”\"\n] ?)?\b([A-Z][a-z]+) {re.escape(person.surname)}\b(?! (?:[A-Z]|(?:de|van|von|der|di|du) ))"
        before = {
            name for start, name in re.findall(named, text) if not (start and lemminflect.getAllLemmas(name.lower()))
        }
        first = [name for name in before if name.lower() not in wordlists.TITLES and not _is_word(name)]
        if len(first) == 1:
            person.words = (first[0], person.surname)
            person.name = " ".join(person.words)


def _is_word(name: str) -> bool:
    word = name.lower() in STOP_WORDS or bool(lemminflect.getAllLemmas(name.lower()))
    return word and not wordlists.first_name(name)


def _part_firms(people: Persons) -> None:
    """“Brandvold is to buy Tessaro”, long before Beatrice Tessaro is named: the bare name is the firm's."""
    for person in people.persons:
        mine = [n for n in people.namings if n.person is person]
        docs = people.reading.sentences
        full = [n for n in mine if docs[n.sentence].slice.doc[n.first].text == person.words[0]]
        bare = [n for n in mine if n not in full]
        if len(person.words) < _SURNAMES or not full:
            continue
        start = min(n.sentence for n in full)
        early = (docs[n.sentence].slice.doc[n.last] for n in bare if n.sentence < start)
        if any(name.ent_type_ == "ORG" for name in early):
            person.shares = True
            people.namings = [n for n in people.namings if n not in bare]
            person.places = [(n.sentence, n.first) for n in full]


def _named_before(people: Persons, surname: str, place: tuple[int, int]) -> Person | None:
    """The one person of this surname who has been named by then; others of the family come later."""
    family = [p for p in people.persons if p.surname == surname and len(p.words) > 1 and min(p.places) < place]
    return family[0] if len(family) == 1 else None


def _certainty(people: Persons) -> None:
    """A first name that is in the lists, a title or role beside the name, or a verb of saying make a person certain."""
    for naming in people.namings:
        person = naming.person
        doc = people.reading.sentences[naming.sentence].slice.doc
        name = doc[naming.last]
        before = doc[naming.first - 1] if naming.first else None
        listed = len(person.words) > 1 and wordlists.first_name(person.words[0])
        beside = before is not None and (
            before.lower_.rstrip(".") in wordlists.TITLES or _only_a_person(before.lemma_.lower())
        )
        appos = (name.dep_ == "appos" and _only_a_person(name.head.lemma_.lower())) or any(
            c.dep_ == "appos" and _only_a_person(c.lemma_.lower()) for c in name.children
        )
        says = name.dep_ == "nsubj" and name.head.lemma_.lower() in wordlists.REPORTING and len(person.words) > 1
        person.certain |= bool(listed or beside or appos or says or _has_age(name))
    bare = Counter(id(n.person) for n in people.namings if n.first == n.last and _acts(people, n))
    names: dict[int, list[tuple[Token, Token]]] = defaultdict(list)
    for naming in people.namings:
        doc = people.reading.sentences[naming.sentence].slice.doc
        names[id(naming.person)].append((doc[naming.first], doc[naming.last]))
    for person in people.persons:
        strange = len(person.words) > 1 and not lemminflect.getAllLemmas(
            person.words[0].lower()
        )  # no "Cyclone Mirelle"
        person.certain |= bool(person.gender) or (strange and bare[id(person)] >= _SURNAMES)
        common = bool(lemminflect.getAllLemmas(person.words[0].lower())) and not wordlists.first_name(person.words[0])
        placed = (
            person.surname.lower() in PLACE_WORDS or (common and len(person.words) > 1) or _is_place(names[id(person)])
        )
        if placed or _is_body(person, names[id(person)]):
            person.certain = False  # "Kiln Lane", "Cyclone Mirelle", "Arthur Pell Ltd"


_ALSO_FIRMS: Final = frozenset(
    """maker manufacturer toymaker carmaker brewer publisher printer owner rival supplier retailer competitor producer
    employer developer distributor builder operator giant buyer seller lender bookmaker insurer sponsor contractor
    wholesaler exporter importer grocer chain partner creator provider""".split()
)
"""Words for persons that newspapers set beside the names of firms as well."""


def _only_a_person(noun: str) -> bool:
    return wordlists.person_noun(noun) and noun not in _ALSO_FIRMS


def _is_body(person: Person, names: Iterable[tuple[Token, Token]]) -> bool:
    """“Arthur Pell, a toy company”, “the firm Arthur Pell”, “Arthur Pell sold its mill”: a person's name on a firm."""
    labels: Counter[str] = Counter()
    for first, name in names:
        before = first.nbor(-1) if first.i else None
        labels[name.ent_type_] += name.i > first.i
        if before is not None and before.pos_ in {"NOUN", "PROPN"} and before.lemma_.lower() in _BODY_WORDS:
            return True
        words = {c.lemma_.lower() for c in set_beside(name)} - (_ALSO_FIRMS if person.gender else frozenset())
        if words & wordlists.ORGANISATION_WORDS or _owns_as_a_body(name):
            return True  # but "Elena Bassi, a maker known for her severity" is a woman
        if name.i + 1 < len(name.doc) and name.nbor().text.rstrip(".") in _FIRM_ENDINGS:
            return True
    return not person.gender and labels["ORG"] > labels["PERSON"]


_BODY_WORDS: Final = wordlists.ORGANISATION_WORDS | {"team"}
_FIRM_ENDINGS: Final = frozenset("& Ltd Inc Co Corp plc PLC LLC GmbH AG Company Limited Brothers Bros Sons".split())


def _owns_as_a_body(name: Token) -> bool:
    """“Arthur Pell sold its mill”: the subject of the possessive's own clause."""
    return name.dep_ in {"nsubj", "nsubjpass"} and any(
        c.dep_ in {"dobj", "attr", "nsubj"} and any(g.dep_ == "poss" and g.lower_ == "its" for g in c.children)
        for c in name.head.children
    )


def _is_place(names: Iterable[tuple[Token, Token]]) -> bool:
    """“in Anse Corbeau, a village”, “the village of Clara Bay”: a place with the name of a person."""
    told = [name for _, name in names]
    if any(_stands_in(name) for name in told) and not any(is_subject(name) for name in told):
        return True  # "at Amba Alagi"
    for name in told:
        if any(c.dep_ == "appos" and c.lemma_.lower() in _PLACES for c in name.children):
            return True
        if name.dep_ == "pobj" and name.head.lower_ == "in":
            return True  # "in Saint Petersburg"
        of = name.dep_ == "pobj" and name.head.lower_ == "of" and name.head.head.lemma_.lower() in _PLACES
        if of or (name.dep_ == "compound" and name.head.lemma_.lower() in _PLACES):
            return True
    return False


def _stands_in(name: Token) -> bool:
    return name.dep_ == "pobj" and name.head.lower_ in {"at", "near"}


_PLACES: Final = frozenset(
    """village town city suburb district island port hamlet harbour harbor bay river lake mountain valley region
    province county point peak summit station place area resort settlement site storm cyclone hurricane
    typhoon ship""".split()
)


def _has_age(name: Token) -> bool:
    """“Aurel Tomescu, 23,”."""
    after = list(name.doc[name.i + 1 : name.i + 4])
    return [t.text for t in after[::2]] == [",", ","] and after[1].text.isdigit() and len(after[1].text) == _AGE_DIGITS


_AGE_DIGITS: Final = 2


def _acts(people: Persons, naming: Naming) -> bool:
    """Whether a surname alone, tagged as a person's, is the subject of a verb."""
    name = people.reading.sentences[naming.sentence].slice.doc[naming.last]
    return name.dep_ == "nsubj" and name.ent_type_ == "PERSON"
