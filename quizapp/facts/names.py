"""Where persons seem to be named: by the tagger, by their first names, or by a role beside the name."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Slice

from quizapp.facts import wordlists
from quizapp.facts.reading import Reading, Sentence
from quizapp.facts.unlisted import unlisted


def person_slices(reading: Reading) -> list[tuple[Sentence, Slice]]:
    """The places where a person seems to be named, each with its sentence."""
    others, things = _other_names(reading), _things(reading)
    found = []
    for sentence in reading.sentences:
        for found_entity in sentence.slice.ents:
            entity = _whole(found_entity)
            words = name_words(entity)
            person = entity.label_ == "PERSON" or (
                entity.label_ in {"ORG", "GPE", "NORP", "FAC"} and _begins_like_person(words)
            )
            if (
                person
                and " ".join(words) not in things
                and _looks_like_name(entity)
                and "&" not in entity.text
                and not (_is_street(words) or _born(entity))
                and not (len(words) == 1 and (words[0] in others or _in_place(entity)))
            ):
                found.append((sentence, entity))
    return (
        found
        + list(_beside_roles(reading))
        + [(sentence, name) for sentence, name in unlisted(reading) if len(name) > 1 or name.text not in others]
    )


def _things(reading: Reading) -> frozenset[str]:
    """Names that have an article somewhere: “the Mont-Blanc” is a ship, even where it is called “Mont-Blanc” alone."""
    return frozenset(
        " ".join(name_words(entity))
        for sentence in reading.sentences
        for entity in sentence.slice.ents
        if entity.start > sentence.slice.start
        and entity.doc[entity.start - 1].lower_ == "the"
        and entity.root.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}
        and entity.root.pos_ == "PROPN"
    )


def _is_crowned(words: list[str]) -> bool:
    """“Queen Victoria”: the title is a part of the name."""
    return len(words) > 1 and words[0].lower() in _CROWNS and (len(words) == _TWO or words[-1].isupper())


_CROWNS: Final = frozenset("queen king pope prince princess emperor empress sultan tsar saint".split())


def _born(entity: Slice) -> bool:
    """“She was born Halina Brodzka”, “Maddern, née Brodzka”: a name that she did not keep."""
    before = entity.doc[entity.start - 1] if entity.start else None
    return before is not None and before.lower_ in {"born", "née", "nee"}


def _is_street(words: tuple[str, ...]) -> bool:
    """“Desmond Lyle, 61, of Quarry Lane”: no person, unless the first word is a first name."""
    if words in _HEAVENS:
        return True
    return len(words) > 1 and words[-1] in _STREETS and not wordlists.first_name(words[0])


_HEAVENS: Final = frozenset({("Moon",), ("Sun",), ("Earth",), ("Venus",), ("Mars",), ("Jupiter",), ("Mercury",)})


_STREETS: Final = frozenset(
    """Lane Road Street Avenue Square Terrace Crescent Close Drive Row Gardens Wharf Quay Green Hill Park Pike Vale Fell
    Embankment Canal Dock Pier Dam Tunnel
    Moor Pass Ridge Edge Bridge House Hall Point Bay Cove Beach Common Heath Wood Farm Mill Yard Head""".split()
)


def _beside_roles(reading: Reading) -> Iterator[tuple[Sentence, Slice]]:
    """Names that the tagger takes for nothing, or for something else: “a nurse, Sioned Vaughan,”."""
    for sentence in reading.sentences:
        doc = sentence.slice.doc
        for token in sentence.slice:
            first = token.pos_ == "PROPN" and token.is_title and token.i > sentence.slice.start
            if not first or doc[token.i - 1].pos_ == "PROPN" or token.ent_type_ == "PERSON":
                continue
            end = token.i + 1
            while end < sentence.slice.end and doc[end].pos_ == "PROPN" and doc[end].is_title:
                end += 1
            before = doc[token.i - 2] if doc[token.i - 1].text == "," and token.i > 1 else doc[token.i - 1]
            role = before.pos_ == "NOUN" and before.tag_ == "NN" and wordlists.person_noun(before.lemma_.lower())
            closed = doc[token.i - 1].text != "," or (end < len(doc) and doc[end].text == ",")
            if end - token.i in _NAME_LENGTHS and role and closed and not _is_institution(doc, token.i, end):
                yield sentence, Slice(doc, token.i, end, label="PERSON")


_NAME_LENGTHS: Final = range(2, 4)


def _is_institution(doc: Doc, start: int, end: int) -> bool:
    words = {t.lower_ for t in doc[start:end]}
    return bool(words & (wordlists.ORGANISATION_WORDS | PLACE_WORDS))


def _whole(entity: Slice) -> Slice:
    """“Leon Mbeki” where the tagger knew only "Leon", “Aoife Gallagher” where it knew only the surname."""
    start, end, doc = entity.start, entity.end, entity.doc
    if entity.label_ != "PERSON":
        return Slice(doc, start, _joined_end(entity), label=entity.label_)
    if entity[-1].dep_ == "compound" and end < len(doc) and entity[-1].head == doc[end]:
        end += _is_free_name(doc[end]) or doc[end].ent_type_ == "PERSON"
    elif len(entity) == 1 and end < len(doc) and wordlists.first_name(entity.text) and _is_free_name(doc[end]):
        end += 1
    if end < len(doc) and doc[end].ent_type_ == "PERSON" and doc[end].ent_iob_ == "B" and doc[end].pos_ == "PROPN":
        end += 1  # "Carl Wilhelm" and "Scheele" side by side are one name
    while end + 1 < len(doc) and doc[end].lower_ in _PARTICLES and doc[end + 1].is_title:
        end += 2  # "Heinrich Matthias von Thurn"
    end = _joined_end(doc[start:end])
    if len(entity) == 1 and start > 0 and doc[start - 1].head == entity[-1] and _is_free_name(doc[start - 1]):
        start -= 1
    return Slice(doc, start, end, label="PERSON")


_PARTICLES: Final = frozenset("de van von der den di du della".split())


def _joined_end(entity: Slice) -> int:
    """Where “Adrian Mbeki-Lowe” ends, of which the tagger knew the half."""
    end, doc = entity.end, entity.doc
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and doc[end + 1].is_title:
        end += 2
    return end


def _is_free_name(token: Token) -> bool:
    titled = token.lower_.rstrip(".") in wordlists.TITLES
    return token.pos_ == "PROPN" and not token.ent_type_ and token.is_title and not titled


def _other_names(reading: Reading) -> frozenset[str]:
    """Words that the article uses as a place or as the first word of an organisation ("Pellworth Group")."""
    words: set[str] = set()
    for sentence in reading.sentences:
        for entity in sentence.slice.ents:
            parts = [t.text for t in entity if t.dep_ != "det" and t.text[:1].isupper()]
            if entity.label_ == "GPE" and len(parts) == 1:
                words.add(parts[0])
            body = len(parts) > 1 and parts[-1].lower() in wordlists.ORGANISATION_WORDS
            strange = len(parts) == 2 and not (wordlists.female_name(parts[0]) or wordlists.male_name(parts[0]))
            if entity.label_ == "ORG" and (body or strange):
                words.add(parts[0])  # "Norrvik Minerals": "Norrvik" alone is no person
    return frozenset(words)


def _begins_like_person(words: tuple[str, ...]) -> bool:
    """A first name and one or two capitalised words that name no organisation, whatever the tagger thought."""
    return (
        len(words) in {2, 3}
        and (wordlists.female_name(words[0]) or wordlists.male_name(words[0]))
        and not any(word.lower() in wordlists.ORGANISATION_WORDS for word in words)
    )


def _in_place(entity: Slice) -> bool:
    return entity.root.dep_ == "pobj" and entity.root.head.lower_ in {"in", "near", "at", "around", "outside"}


def _looks_like_name(entity: Slice) -> bool:
    words = name_words(entity)
    return bool(words) and all(
        word[:1].isupper() or word in {"de", "von", "van", "der", "la", "le", "al", "bin", "the"} for word in words
    )


def name_words(entity: Slice) -> tuple[str, ...]:
    """The words of a name, without titles, genitives and letters after it; a double name is one word."""
    words = [joined_from(t) for t in entity if t.text not in {"'s", "'", "’s"} and not t.is_punct and not _goes_on(t)]
    while words and words[0].rstrip(".").lower() in wordlists.TITLES and not _is_crowned(words):
        words.pop(0)
    if len(words) > _TWO and _is_role_word(words[0]) and wordlists.first_name(words[1]):
        words.pop(0)  # “Rookie Marcus Bell”, at the beginning of a sentence
    while len(words) > 1 and words[-1].replace(".", "") in _LETTERS:
        words.pop()
    return tuple(words)


_TWO: Final = 2


def _is_role_word(word: str) -> bool:
    return wordlists.person_noun(word.lower()) and not wordlists.first_name(word)


def name_tokens(entity: Slice, words: tuple[str, ...]) -> list[Token]:
    """The tokens of an entity that its name is made of."""
    parts = {part for word in words for part in (word, *word.split("-"))}
    return [t for t in entity if t.text in parts]


def joined_from(token: Token) -> str:
    """A word of a name with what a hyphen joins to it: "Reyes-Holm"."""
    end, doc = token.i, token.doc
    while end + 2 < len(doc) and doc[end + 1].text == "-" and not (doc[end].whitespace_ or doc[end + 1].whitespace_):
        end += 2
    return "".join(t.text for t in doc[token.i : end + 1])


def _goes_on(token: Token) -> bool:
    """Whether a hyphen joins a word to the one before it."""
    before = token.doc[token.i - 1] if token.i else None
    return before is not None and before.text == "-" and not before.whitespace_ and token.i > 1


_LETTERS: Final = frozenset("KC QC SC MP MEP MSP MBE OBE CBE KBE DBE PhD MD Jr Sr II III IV".split())
"""Letters after a name, which are no surname."""
PLACE_WORDS: Final = frozenset(
    """embankment canal dock pier dam tunnel row street road lane avenue terrace gardens crescent
    house park rovers united city town fc stadium cathedral square bridge hall
    rangers athletic church partners associates brothers sons holdings capital ventures industries systems motors
    foods stores group trust fund
    ltd limited plc inc corp corporation company co law act bill treaty award prize cup""".split()
)
"""Last words of places and clubs, so that what they end is no person."""
