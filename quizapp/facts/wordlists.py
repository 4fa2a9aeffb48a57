"""Word lists: names by gender and nouns for persons (from the package coreferee, MIT), and small lists of our own."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from anyascii import anyascii

from quizapp.facts.firstnames import ALL, EITHER, MEN, WOMEN

REPORTING: Final = frozenset(
    """say tell add note explain announce report state claim argue insist warn predict estimate believe think
    suggest recall remark observe declare confirm admit acknowledge concede stress emphasize emphasise point
    reveal disclose find show conclude calculate promise pledge vow expect maintain assert allege contend
    caution write reckon propose reply answer respond complain testify indicate demonstrate hold teach hear
    describe guess agree advise""".split()
)
"""Verbs whose clause or quotation is what the subject says, thinks or found."""

DENYING: Final = frozenset("deny doubt dispute reject dismiss question refute".split())
"""Verbs whose clause the subject holds to be untrue; never asked as if it had happened."""

LABELLING: Final = frozenset(
    """call describe dub label brand dismiss denounce condemn praise hail term characterise characterize""".split()
)
"""Verbs that give something a name or a judgement."""

ASKING: Final = frozenset(
    """ask wonder inquire enquire urge demand request order want hope wish plan intend seek try""".split()
)
"""Verbs whose clause has not happened."""

FUNCTION_ADVERBS: Final = frozenset(
    """again also too then thus therefore however instead meanwhile moreover furthermore nevertheless nonetheless hence
    besides now indeed afterwards accordingly consequently similarly likewise finally first second third next
    simply even additionally otherwise already unfortunately fortunately surprisingly interestingly notably soon
    overall""".split()
)
"""Adverbs that tie a sentence to the one before it; a question that stands alone does without them."""

COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
"""Counts in words by which an article announces a list."""

HEDGING: Final = frozenset(
    """reportedly allegedly apparently supposedly presumably probably possibly perhaps seemingly ostensibly""".split()
)
"""Adverbs that say how sure a statement is; they never leave it."""

UNANCHORED: Final = frozenset(
    """yesterday today tomorrow tonight here there still yet ago recently currently nowadays lately earlier
    later since then afterward elsewhere previously""".split()
)
"""Adverbs that mean nothing without the sentence's own time and place."""

RELATIVE_TIME: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight ago last next this
    that previous following earlier later same past coming now then recent weekend midnight""".split()
)

MONTHS: Final = frozenset(
    "january february march april may june july august september october november december".split()
)

DEMONSTRATIVES: Final = frozenset("this that these those such".split())

TITLES: Final = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady judge justice captain colonel general major lieutenant
    sergeant president minister chancellor king queen prince princess pope bishop father sister saint st senator
    governor mayor dean archdeacon canon reverend rev inspector superintendent detective constable coach manager
    chief cllr councillor alderman capt col gen maj sgt lt cpl insp supt msgr mme herr frau signor senor""".split()
)

MALE_TITLES: Final = frozenset("mr sir lord king prince pope father".split())
FEMALE_TITLES: Final = frozenset("mrs ms miss dame lady queen princess sister".split())

FEMALE_WORDS: Final = frozenset(
    """woman girl mother daughter sister wife aunt niece grandmother queen princess actress spokeswoman chairwoman
    businesswoman widow seamstress""".split()
)
MALE_WORDS: Final = frozenset(
    """man boy father son brother husband uncle nephew grandfather king prince actor spokesman chairman businessman
    widower ferryman""".split()
)

ORGANISATION_WORDS: Final = frozenset(
    """company firm group bank agency ministry department council board committee commission court university
    college school institute institution museum hospital union party team club league association federation
    organisation organization alliance bloc coalition panel authority parliament government army navy police
    corporation foundation charity society church network newspaper publisher airline manufacturer maker
    retailer startup start-up business operator developer laboratory academy trust regulator watchdog treaty""".split()
)

FIGURES: Final = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
"""What the tagger calls times and figures: of these it is asked when or how many, not what."""

LIGHT_OBJECTS: Final = frozenset(
    "part place way thing lot kind sort number reason effect role step sight sights head view time case fact".split()
)
"""Objects that make an idiom or say nothing; never a key."""

NEGATIVES: Final = frozenset(
    """not n't never no none nobody nothing neither nor hardly scarcely barely rarely seldom without""".split()
)


@cache
def _words(folder: str, name: str) -> frozenset[str]:
    spec = find_spec("coreferee")  # found, not imported: only its lists are wanted
    root = Path(next(iter(spec.submodule_search_locations))) if spec and spec.submodule_search_locations else Path()
    data = (root / "lang" / folder / "data" / f"{name}.dat").read_text(encoding="utf-8")
    return frozenset(data.split("\n"))


def female_name(word: str) -> bool:
    """Whether a capitalised word, with or without its accents, is a woman's first name and not a man's."""
    known = _is_listed(word, "female_names") and not _is_listed(word, "male_names")
    return anyascii(word) in WOMEN or (known and anyascii(word) not in MEN)


def male_name(word: str) -> bool:
    """Whether a capitalised word, with or without its accents, is a man's first name and not a woman's."""
    known = _is_listed(word, "male_names") and not _is_listed(word, "female_names")
    return anyascii(word) in MEN or (known and anyascii(word) not in WOMEN)


def first_name(word: str) -> bool:
    """Whether a capitalised word, with or without its accents, is somebody's first name, a woman's or a man's."""
    return anyascii(word) in ALL or _is_listed(word, "female_names") or _is_listed(word, "male_names")


def _is_listed(word: str, names: str) -> bool:
    return anyascii(word) not in EITHER and bool({word, anyascii(word)} & _words("common", names))


def person_noun(lemma: str) -> bool:
    """Whether a common noun is a word for persons ("minister", "analyst")."""
    return (
        lemma in _words("en", "exclusively_person_words")
        or lemma in FEMALE_WORDS
        or lemma in MALE_WORDS
        or lemma in _MORE_PERSONS
    )


_MORE_PERSONS: Final = frozenset(
    """supporter runner walker bowler weaver adult member
    leader president parliamentarian spokesperson spokeswoman spokesman people lawmaker campaigner cardiologist
    researcher analyst official minister resident voter patient volunteer participant customer commuter fan
    player coach teacher pupil chairperson whistleblower rapper engineer doctor farmer soldier sailor pilot
    driver painter singer editor producer founder secretary governor constable builder striker goalkeeper
    midfielder witness collector guest neighbour neighbor bride boss bishop monk nun emperor pharaoh admiral
    explorer glaciologist executive supervisor sculptor headteacher envoy organiser organizer jockey rabbi orphan
    co-founder survivor cleaner dealer worker client graduate parent lyricist""".split()
)


OFFICES: Final = frozenset(
    """coach manager referee umpire president chairman chairwoman chair director historian professor analyst economist
    spokesman spokeswoman spokesperson minister judge barrister prosecutor lawyer commentator physiotherapist doctor
    organiser organizer steward official secretary adviser advisor expert critic biographer coroner inspector mayor
    councillor curator headteacher researcher""".split()
)
"""Nouns for persons who judge, lead or explain what others do."""

FIRMS_OR_PERSONS: Final = frozenset(
    """supplier maker producer provider carrier operator publisher owner partner rival competitor leader player buyer
    seller employer lender insurer dealer builder importer exporter distributor retailer manufacturer shareholder
    investor developer bidder backer contractor subsidiary creditor""".split()
)
"""Nouns for firms as well as for persons: neither “Who” nor “What” is sure to be right."""


def gender_of_noun(lemma: str) -> str:
    """The gender that a noun for a person tells: "f", "m" or ""."""
    return "f" if lemma in FEMALE_WORDS else "m" if lemma in MALE_WORDS else ""
